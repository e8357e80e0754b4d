"""Settings for all tests: hypothesis profiles; no build leaves language or colours to the next."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings
from sphinx import locale
from sphinx.util.console import nocolor

if TYPE_CHECKING:
    from collections.abc import Iterator

settings.register_profile("ci", max_examples=200, deadline=None, derandomize=True)
settings.register_profile(
    "local", max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("ci" if os.environ.get("CI") else "local")

# Programs that tests start print what a person would read in a file, also where CI is set.
os.environ.pop("FORCE_COLOR", None)
os.environ["NO_COLOR"] = "1"


@pytest.fixture(autouse=True)
def no_colours() -> None:
    """Keep messages plain, whatever an earlier test of the process has done."""
    nocolor()


@pytest.fixture(autouse=True)
def no_language_is_left() -> Iterator[None]:
    """Forget the language of the last build, which Sphinx keeps for the process."""
    yield
    locale.translators.clear()
