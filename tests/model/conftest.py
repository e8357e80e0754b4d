"""Fixtures of the model's tests: a whole site in one string."""

from __future__ import annotations

import textwrap
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, Protocol

import pytest

from sphinx_hugo.hugo.site import Site, load_site

if TYPE_CHECKING:
    from pathlib import Path

CLOCK = datetime(2025, 6, 1, tzinfo=UTC)


class SiteMaker(Protocol):
    """Lay a site out on disk and load it."""

    def __call__(self, text: str, **options: Any) -> Site: ...


def lay_out(text: str, root: Path) -> Path:
    """Write the files of *text*, each below a ``-- path --`` line, and return *root*."""
    name = ""
    files: dict[str, list[str]] = {}
    for line in textwrap.dedent(text).strip("\n").split("\n"):
        if line.startswith("-- ") and line.endswith(" --"):
            name = line[3:-3]
            files[name] = []
        else:
            files[name].append(f"{line}\n")
    for name, lines in files.items():
        filename = root / name
        filename.parent.mkdir(parents=True, exist_ok=True)
        filename.write_text("".join(lines), encoding="utf-8")
    return root


@pytest.fixture
def site(tmp_path: Path) -> SiteMaker:
    """Make a site of a string: ``site("-- content/a.md --\\n...")``."""

    def make(text: str, **options: Any) -> Site:
        return load_site(lay_out(text, tmp_path), **{"now": CLOCK, **options})

    return make
