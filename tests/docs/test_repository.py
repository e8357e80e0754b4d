"""What holds for the repository as a whole."""

from __future__ import annotations

from fnmatch import fnmatch
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pytest

TESTS = Path(__file__).parents[1]


def test_no_folder_of_tests_is_passed_over(pytestconfig: pytest.Config) -> None:
    """By default, pytest does not look into folders with names such as ``build``."""
    patterns = pytestconfig.getini("norecursedirs")
    folders = {path.parent.name for path in TESTS.rglob("test_*.py")}
    assert "docs" in folders
    passed_over = {name for name in folders if any(fnmatch(name, it) for it in patterns)}
    assert passed_over == set()
