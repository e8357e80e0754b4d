"""Marks in place of links: where a navigation tree that belongs to no page leads to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection

START, MIDDLE, END = "\ue000", "\ue001", "\ue002"
"""Characters for private use, which no writer and no parser of HTML touches."""


def mark(number: int, uri: str) -> str:
    """Return what stands for the relative link to *uri*, the address of target *number*."""
    return f"{START}{number}{MIDDLE}{uri}{END}"


@dataclass(frozen=True, slots=True)
class Folder:
    """Where a page lies, for the relative links on it."""

    parts: tuple[str, ...]
    """The folders from the site's root."""

    @classmethod
    def of(cls, uri: str) -> Folder:
        """Return the folder of a page by its address."""
        return cls(tuple(uri.split("/")[:-1]))


@dataclass(frozen=True, slots=True)
class Target:
    """Where a link of the tree leads."""

    number: int
    """Which of the marked targets it is."""
    folder: tuple[str, ...]
    """The folders it lies in."""
    parts: tuple[str, ...]
    """Its address by segments, as the writer escaped it; the last is empty for a folder."""
    anchor: str
    """What follows the address: empty, or ``#`` and an id."""

    @property
    def mark(self) -> str:
        """The mark it was read from, and its anchor."""
        return mark(self.number, "/".join(self.parts)) + self.anchor

    @property
    def own_href(self) -> str:
        """The link from the target's own page."""
        return self.anchor or "#"

    def href(self, up: int, shared: int) -> str:
        """Return the link from a page whose folder lies *up* levels below the *shared* first parts.

        That is what ``relative_uri`` of Sphinx makes of two addresses that are not the same.
        """
        rest = "/".join(self.parts[shared:])
        if not up and not rest:
            rest = "./"
        return f"{'../' * up}{rest}{self.anchor}"

    def place_from(self, folder: Folder) -> tuple[int, int]:
        """Return how far up from the folder the shared part lies, and how long that is."""
        shared = shared_length(folder.parts, self.folder)
        return len(folder.parts) - shared, shared


@dataclass(frozen=True, slots=True)
class Scope:
    """Which folders a group of targets lies in."""

    common: tuple[str, ...]
    """The folder that they share."""
    following: frozenset[str]
    """The next segments of those that lie deeper."""

    @classmethod
    def of(cls, folders: Collection[tuple[str, ...]]) -> Scope:
        """Return the scope of some folders."""
        if not folders:
            return cls((), frozenset())
        # What the first and the last in order share, all between them share.
        length = shared_length(min(folders), max(folders))
        common = min(folders)[:length]
        return cls(common, frozenset(f[length] for f in folders if len(f) > length))

    def place_from(self, folder: Folder) -> tuple[int, int] | None:
        """Return the place that holds for all the targets; None if they differ."""
        parts = folder.parts
        shared = shared_length(parts, self.common)
        if shared == len(self.common) < len(parts) and parts[shared] in self.following:
            return None
        return len(parts) - shared, shared


def shared_length(one: tuple[str, ...], other: tuple[str, ...]) -> int:
    """Return how many segments two folders have in common from the start.

    >>> shared_length(("docs", "a"), ("docs", "b"))
    1
    """
    length = 0
    for left, right in zip(one, other, strict=False):
        if left != right:
            break
        length += 1
    return length
