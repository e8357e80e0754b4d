"""The verified cases of ``hugo-vectors.yaml``: what the real binary gave for small sites.

The head of that file explains the keys. Use :func:`load` for the cases of one area and
:func:`write_site` to lay one out on disk.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_SOURCE = Path(__file__).with_name("hugo-vectors.yaml")

CLOCK = datetime(2025, 6, 1, tzinfo=UTC)
"""The time at which the binary was run."""


@dataclass(frozen=True, slots=True)
class Vector:
    """One case: a site and what Hugo made of it."""

    area: str
    id: str
    files: Mapping[str, str]
    """Path below ``content/`` to text."""
    config: str | None
    """Text of ``hugo.toml``; None if there is none."""
    expect: Mapping[str, Any]
    site: Mapping[str, str] = field(default_factory=dict)
    """Path below the project root to text, for what is not content."""
    args: tuple[str, ...] = ()
    """Command-line flags Hugo was given."""
    env: Mapping[str, str] = field(default_factory=dict)
    """Environment variables Hugo was given."""

    def __str__(self) -> str:
        """Return the name pytest shows, with ``ids=str``."""
        return self.id


@cache
def _read_all() -> tuple[Vector, ...]:
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    items = yaml.load(_SOURCE.read_text(encoding="utf-8"), Loader=loader)
    return tuple(
        Vector(
            area=item["area"],
            id=item["id"],
            files=item.get("files") or {},
            config=item.get("config"),
            expect=item["expect"],
            site=item.get("site") or {},
            args=tuple(str(arg) for arg in item.get("args") or ()),
            env=item.get("env") or {},
        )
        for item in items
    )


def load(area: str) -> list[Vector]:
    """Return the cases of an area, such as ``"front matter"``, in file order.

    An unknown area is a ``ValueError``, so that a misspelt name cannot give an empty test.
    """
    found = [vector for vector in _read_all() if vector.area == area]
    if not found:
        raise ValueError(f"no vectors in area {area!r}")
    return found


RENDERED = {"content", "ids", "summary", "truncated", "toc"}
"""Fields of a page that take its text."""


def expectations(vector: Vector) -> set[str]:
    """Return what a case expects: its keys, with ``rendered`` for what takes a page's text."""
    found = set(vector.expect)
    pages = found & {"page"} and vector.expect["page"].values()
    fields = {name for page in pages or () for name in page}
    if fields & RENDERED:
        found.add("rendered")
        if not fields - RENDERED:
            found.discard("page")
    return found


def claim(vectors: Iterable[Vector], *keys: str) -> set[tuple[str, str]]:
    """Return (id, expectation) of the cases that a module holds us to, or names as different."""
    return {(vector.id, key) for vector in vectors for key in keys if key in expectations(vector)}


def read_all() -> tuple[Vector, ...]:
    """Return every case, in file order."""
    return _read_all()


def write_site(vector: Vector, tmp_path: Path) -> Path:
    """Write the case's files below *tmp_path* and return it, the project root.

    Line ends are kept as they are in the case.
    """
    texts = {f"content/{name}": text for name, text in vector.files.items()}
    texts.update(vector.site)
    if vector.config is not None:
        texts["hugo.toml"] = vector.config
    for name, text in texts.items():
        filename = tmp_path / name
        filename.parent.mkdir(parents=True, exist_ok=True)
        filename.write_bytes(text.encode())
    (tmp_path / "content").mkdir(exist_ok=True)
    return tmp_path
