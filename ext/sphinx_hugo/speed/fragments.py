"""A navigation tree in pieces: read from HTML, with nothing lost."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sphinx_hugo.speed.marks import END, MIDDLE, START, Scope, Target

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

Place = tuple[int, int]
"""How many folders up from a page, and how many segments of the address are shared with it."""

_LIST = re.compile(r'<ul(?: class="([^"]*)")?>(\s*)')
_LIST_END = re.compile(r"</ul>(\s*)")
_ITEM = re.compile(r'<li class="([^" ]+)((?: [^"]+)?)">')
_ITEM_END = re.compile(r"</li>(\s*)")
_LINK = re.compile(
    rf'<a class="([^"]*)" href="(?:{START}(\d+){MIDDLE}([^"{END}]*){END}([^"]*)|([^"]*))'
    r'("[^>]*>.*?</a>)',
    re.DOTALL,
)
_TOGGLE = re.compile(
    r"(<input aria-label=(?:\"[^\"]*\"|'[^']*'))"
    r'( class="[^"]*" id="toctree-checkbox-(\d+)"[^>]*/>(?:(?!<ul|</?li).)*?</label>)',
    re.DOTALL,
)


class UnknownShapeError(ValueError):
    """The HTML of a navigation tree is not of the shape that can be put together again."""


@dataclass(slots=True, eq=False)
class Toggle:
    """Furo's checkbox and its label, between an entry's link and what lies below it."""

    before: str
    """Up to where ``checked`` stands."""
    pieces: tuple[str, ...]
    """The rest, cut where the number of the box stands."""
    number: str

    def html(self, number: str, *, checked: bool) -> str:
        """Return the HTML of the box with a number, its own or another."""
        mark = ' checked=""' if checked else ""
        return f"{self.before}{mark}{number.join(self.pieces)}"


@dataclass(slots=True, eq=False)
class Branch:
    """A list: ``<ul>`` to ``</ul>``."""

    entries: list[Entry]
    kind: str | None
    """The classes of the list, if it has any."""
    start: str
    """White space after ``<ul>``."""
    end: str = ""
    """White space after ``</ul>``."""

    def opening(self, *, current: bool) -> str:
        """Return how the list begins."""
        classes = " ".join(filter(None, ("current" if current else "", self.kind)))
        return f'<ul class="{classes}">{self.start}' if classes else f"<ul>{self.start}"


@dataclass(slots=True, eq=False)
class Entry:
    """An entry of a list: ``<li>`` to ``</li>``."""

    order: int
    """Which entry of the tree it is, from the top."""
    within: Branch
    """The list it stands in."""
    parent: Entry | None
    """The entry it lies below."""
    level: str
    """The class that says how deep it lies."""
    more: str
    """Further classes, after a space."""
    kind: str
    """The classes of the link."""
    target: Target | str
    """Where the link leads; an address outside of the site stands as written."""
    label: str
    """From the end of the address to ``</a>``."""
    toggle: Toggle | None = None
    branch: Branch | None = None
    end: str = ""
    """White space after ``</li>``."""
    scope: Scope = field(default_factory=lambda: Scope.of(()))
    """Where it and all that lies below it lead to."""
    whole: dict[Place, str] = field(default_factory=dict)
    """The entry with all that lies below it, as written before."""
    short: dict[Place, str] = field(default_factory=dict)
    """The entry alone, as written before."""

    def chain(self) -> Iterator[Entry]:
        """Yield the entry and those above it."""
        entry: Entry | None = self
        while entry is not None:
            yield entry
            entry = entry.parent


@dataclass(slots=True, eq=False)
class Tree:
    """A whole navigation tree: captions and lists."""

    parts: Sequence[str | Branch]
    by_target: Mapping[int, Sequence[Entry]]
    """The entries by the number of their target, those with an anchor included."""


def take_apart(html: str, uris: Sequence[str]) -> Tree:
    """Read a tree with marks in place of links; *uris* are the addresses of the marked targets.

    Raises :class:`UnknownShapeError` unless the pieces give the same HTML again.
    """
    reader = _Reader(html, uris)
    tree = reader.tree()
    if neutral(tree) != html:
        raise UnknownShapeError("its pieces do not give the same HTML again")
    if html.count(START) != sum(map(len, tree.by_target.values())):
        raise UnknownShapeError("links stand elsewhere than in the entries of its lists")
    return tree


def cut(tree: Tree, depth: int) -> None:
    """Leave out what lies deeper than so many levels; it still marks what lies above it."""
    level = [entry for part in tree.parts if isinstance(part, Branch) for entry in part.entries]
    for _ in range(depth - 1):
        level = [below for entry in level if entry.branch for below in entry.branch.entries]
    for entry in level:
        entry.branch = None


class _Reader:
    """Reads HTML from the start to the end."""

    def __init__(self, html: str, uris: Sequence[str]) -> None:
        self._html = html
        self._uris = uris
        self._position = 0
        self._count = 0
        self._by_target: dict[int, list[Entry]] = {}

    def tree(self) -> Tree:
        parts: list[str | Branch] = []
        while self._position < len(self._html):
            found = self._html.find("<ul", self._position)
            stop = len(self._html) if found < 0 else found
            if stop > self._position:
                parts.append(self._html[self._position : stop])
                self._position = stop
            else:
                parts.append(self._branch(None)[0])
        return Tree(parts, self._by_target)

    def _take(self, pattern: re.Pattern[str], what: str) -> re.Match[str]:
        match = pattern.match(self._html, self._position)
        if match is None:
            found = self._html[self._position : self._position + 60]
            raise UnknownShapeError(f"{what} was expected where {found!r} stands")
        self._position = match.end()
        return match

    def _branch(self, parent: Entry | None) -> tuple[Branch, list[tuple[str, ...]]]:
        branch = Branch([], *self._take(_LIST, "<ul>").groups())
        folders: list[tuple[str, ...]] = []
        while self._html.startswith("<li", self._position):
            folders += self._entry(branch, parent)
        branch.end = self._take(_LIST_END, "</ul>")[1]
        return branch, folders

    def _entry(self, branch: Branch, parent: Entry | None) -> list[tuple[str, ...]]:
        level, more = self._take(_ITEM, "<li> with a class").groups()
        kind, number, uri, anchor, address, label = self._take(_LINK, "a link").groups()
        target: Target | str = address
        folders = []
        if number is not None:
            target = self._target(int(number), uri, anchor)
            folders.append(target.folder)
        entry = Entry(self._count, branch, parent, level, more, kind, target, label)
        self._count += 1
        if isinstance(target, Target):
            self._by_target.setdefault(target.number, []).append(entry)
        toggle = _TOGGLE.match(self._html, self._position)
        if toggle is not None:
            self._position = toggle.end()
            pieces = re.split(rf"(?<=toctree-checkbox-){toggle[3]}(?=\")", toggle[2])
            entry.toggle = Toggle(toggle[1], tuple(pieces), toggle[3])
        if self._html.startswith("<ul", self._position):
            entry.branch, below = self._branch(entry)
            folders += below
        entry.end = self._take(_ITEM_END, "</li>")[1]
        entry.scope = Scope.of(set(folders))
        branch.entries.append(entry)
        return folders

    def _target(self, number: int, uri: str, anchor: str) -> Target:
        parts = tuple(uri.split("/"))
        folder = tuple(self._uris[number].split("/")[:-1]) if number < len(self._uris) else ()
        if len(folder) != len(parts) - 1 or uri.startswith("/"):
            raise UnknownShapeError(f"{uri!r} is not the address of target {number}")
        return Target(number, folder, parts, anchor)


def neutral(tree: Tree) -> str:
    """Return the HTML that a tree was read from."""
    out: list[str] = []
    for part in tree.parts:
        if isinstance(part, str):
            out.append(part)
        else:
            write_branch(part, out, None)
    return "".join(out)


def write_branch(branch: Branch, out: list[str], place: Place | None) -> None:
    """Write a list in which nothing is current, with the links of a place or with their marks."""
    out.append(branch.opening(current=False))
    for entry in branch.entries:
        write_entry(entry, out, place)
    out.append(f"</ul>{branch.end}")


def write_entry(entry: Entry, out: list[str], place: Place | None) -> None:
    """Write an entry in which nothing is current, with all that lies below it."""
    target = entry.target
    if isinstance(target, Target):
        href = target.mark if place is None else target.href(*place)
    else:
        href = target
    out.append(f'<li class="{entry.level}{entry.more}">{link(entry, href)}')
    if entry.toggle is not None:
        out.append(entry.toggle.html(entry.toggle.number, checked=False))
    if entry.branch is not None:
        write_branch(entry.branch, out, place)
    out.append(f"</li>{entry.end}")


def link(entry: Entry, href: str, mark: str = "") -> str:
    """Return the link of an entry."""
    return f'<a class="{mark}{entry.kind}" href="{href}{entry.label}'
