"""Packages that only some tests need: without one a test is skipped, but in CI it fails."""

from __future__ import annotations

import os
from importlib.util import find_spec
from typing import NoReturn

import pytest


def needs(module: str, package: str) -> None:
    """Go on only with a module that a PyPI package brings; `make test` installs them all."""
    try:
        found = find_spec(module)
    except ModuleNotFoundError:  # of the package around it
        found = None
    if found is None:
        missing(package)


def missing(package: str) -> NoReturn:
    """Skip the test for want of a package, or fail it in CI."""
    reason = f"the PyPI package `{package}` is not installed"
    if os.environ.get("CI"):
        pytest.fail(reason)
    pytest.skip(reason)
