"""``.Fragments``: the headings of a page."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from ..casts import to_bool, to_int, to_string
from ..exposed import Exposed, exposed
from ..values import SafeHTML

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ..host import HeadingEntry

_MAX_LEVEL = 6


class Heading(Exposed):
    """One heading with the headings below it."""

    GO_TYPE = "tableofcontents.Heading"

    def __init__(self, entry: HeadingEntry) -> None:
        self.entry = entry
        """What the page says."""

    def display(self) -> str:
        """Give the fields, as Go prints a struct."""
        below = " ".join(heading.display() for heading in self.headings())
        return f"{{{self.id()} {self.level()} {self.title()} [{below}]}}"

    @exposed("ID")
    def id(self) -> str:
        """Give the id."""
        return self.entry.anchor

    @exposed("Title")
    def title(self) -> str:
        """Give the title, as HTML."""
        return self.entry.title

    @exposed("Level")
    def level(self) -> int:
        """Give the level: 1 to 6; 0 where the page leaves one out."""
        return self.entry.level

    @exposed("Headings")
    def headings(self) -> list[Heading]:
        """Give the headings one level below."""
        return [Heading(entry) for entry in self.entry.children]


class Identifiers(list[str], Exposed):
    """Ids, sorted."""

    GO_TYPE = "collections.SortedStringSlice"

    @exposed("Contains")
    def contains(self, name: object) -> bool:
        """Say whether there is such an id."""
        return to_string(name) in self

    @exposed("Count")
    def count_of(self, name: object) -> int:
        """Say how often there is such an id."""
        return self.count(to_string(name))


class Fragments(Exposed):
    """The headings of a page, and their ids."""

    GO_TYPE = "*tableofcontents.Fragments"

    def __init__(self, entries: Sequence[HeadingEntry]) -> None:
        self._entries = entries

    def _walk(self, entries: Sequence[HeadingEntry]) -> Iterator[HeadingEntry]:
        for entry in entries:
            if entry.anchor or entry.title:
                yield entry
            yield from self._walk(entry.children)

    @exposed("Headings")
    def headings(self) -> list[Heading]:
        """Give the headings as a tree, which begins at level 1."""
        return [Heading(entry) for entry in self._entries]

    @exposed("HeadingsMap")
    def headings_map(self) -> dict[str, object]:
        """Give the headings by id."""
        return {entry.anchor: Heading(entry) for entry in self._walk(self._entries)}

    @exposed("Identifiers")
    def identifiers(self) -> Identifiers:
        """Give the ids."""
        return Identifiers(sorted(entry.anchor for entry in self._walk(self._entries)))

    @exposed("ToHTML")
    def to_html(self, start: object, stop: object, ordered: object = False) -> SafeHTML:
        """Give a table of contents from one level to another; -1 is no end."""
        last = to_int(stop)
        tag = "ol" if to_bool(ordered) else "ul"
        parts = ['<nav id="TableOfContents">']
        limit = _MAX_LEVEL if last < 0 else last
        _write_list(parts, self._entries, (max(to_int(start), 1), limit), tag, 1, 0)
        parts.append("</nav>")
        return SafeHTML("".join(parts))


def _write_list(
    parts: list[str],
    entries: Sequence[HeadingEntry],
    levels: tuple[int, int],
    tag: str,
    level: int,
    indent: int,
) -> None:
    if level < levels[0]:
        for entry in entries:
            _write_list(parts, entry.children, levels, tag, level + 1, indent)
        return
    if not entries or level > levels[1]:
        return
    parts.append(f"\n{'  ' * (indent + 1)}<{tag}>\n")
    for entry in entries:
        parts.append(f"{'  ' * (indent + 2)}<li>")
        if entry.anchor or entry.title:
            parts.append(f'<a href="#{escape(entry.anchor)}">{entry.title}</a>')
        _write_list(parts, entry.children, levels, tag, level + 1, indent + 2)
        parts.append("</li>\n")
    parts.append(f"{'  ' * (indent + 1)}</{tag}>\n{'  ' * indent}")
