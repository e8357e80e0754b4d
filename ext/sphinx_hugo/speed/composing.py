"""The navigation of a page, put together from the pieces of a tree that belongs to no page.

One page's navigation differs from another's in three things: the links, the marks of the current page
and of what lies around it, and (in Furo) which boxes are checked. So for a page only the entries on
the way to it are written anew. All others are strings that are kept: a link depends on the page
only through the folder that both have in common, and so does a whole branch, unless the page's own
folder lies among those it leads to.

Exact, because reading the tree loses nothing, and because links are counted the way Sphinx counts.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sphinx_hugo.speed.fragments import Branch, link, write_entry
from sphinx_hugo.speed.marks import Folder, Target

if TYPE_CHECKING:
    from collections.abc import Collection

    from sphinx_hugo.speed.fragments import Entry, Tree


@dataclass(slots=True)
class Shown:
    """How one page shows a tree."""

    folder: Folder
    """Where the page lies."""
    here: set[Entry]
    """The entries that lead to the page's address."""
    leading: set[Entry]
    """These, and those above them."""
    own: set[Entry]
    """The entries that are the page: not a heading of it."""
    current: set[Entry]
    """These, and those above them."""
    branches: set[Branch]
    """The lists that current entries stand in."""
    last: Entry | None
    """The current entry that comes last, if it has a class of its own."""
    focused: bool
    """Whether only what lies beside the page and the entries above it is shown."""
    boxes: int = 0
    """Boxes so far, in a focused tree."""


def compose(
    tree: Tree,
    uri: str,
    own: Collection[int] = (),
    same: Collection[int] = (),
    *,
    marks_page: bool = False,
    focused: bool = False,
) -> str:
    """Return the tree as the page at *uri* shows it.

    *own* are the numbers of the targets that are the page, *same* those of all with its address.
    *marks_page* gives the page's entry the class that Furo gives it. A focused tree shows the
    entries above the page with their siblings, and the page's own children.
    """
    here = {entry for number in {*own, *same} for entry in tree.by_target.get(number, ())}
    mine = {
        entry
        for number in own
        for entry in tree.by_target.get(number, ())
        if isinstance(entry.target, Target) and not entry.target.anchor
    }
    current = {above for entry in mine for above in entry.chain()}
    shown = Shown(
        folder=Folder.of(uri),
        here=here,
        leading={above for entry in here for above in entry.chain()},
        own=mine,
        current=current,
        branches={entry.within for entry in current},
        last=max(current, key=lambda entry: entry.order) if current and marks_page else None,
        focused=focused,
    )
    return "".join([p if isinstance(p, str) else _branch(p, shown) for p in tree.parts])


def _branch(branch: Branch, shown: Shown) -> str:
    entries = "".join([_entry(entry, shown) for entry in branch.entries])
    return f"{branch.opening(current=branch in shown.branches)}{entries}</ul>{branch.end}"


def _entry(entry: Entry, shown: Shown) -> str:
    if entry in shown.leading:
        return _anew(entry, shown)
    if shown.focused:
        return _short(entry, shown.folder)
    place = entry.scope.place_from(shown.folder)
    if place is None:
        return _anew(entry, shown)
    found = entry.whole.get(place)
    if found is None:
        out: list[str] = []
        write_entry(entry, out, place)
        found = entry.whole[place] = "".join(out)
    return found


def _anew(entry: Entry, shown: Shown) -> str:
    current = entry in shown.current
    classes = f"{entry.level}{' current' if current else ''}{entry.more}"
    if entry is shown.last:
        classes += " current-page"
    href = _href(entry, shown.folder, here=entry in shown.here)
    box = ""
    if entry.toggle is not None:
        number = entry.toggle.number
        if shown.focused:
            shown.boxes += 1
            number = str(shown.boxes)
        box = entry.toggle.html(number, checked=current)
    below = "" if entry.branch is None else _branch(entry.branch, shown)
    mark = "current " if entry in shown.own else ""
    return f'<li class="{classes}">{link(entry, href, mark)}{box}{below}</li>{entry.end}'


def _short(entry: Entry, folder: Folder) -> str:
    """Return an entry without what lies below it, and so without a box."""
    target = entry.target
    place = target.place_from(folder) if isinstance(target, Target) else (0, 0)
    found = entry.short.get(place)
    if found is None:
        href = _href(entry, folder, here=False)
        found = f'<li class="{entry.level}">{link(entry, href)}</li>{entry.end}'
        entry.short[place] = found
    return found


def _href(entry: Entry, folder: Folder, *, here: bool) -> str:
    target = entry.target
    if isinstance(target, str):
        return target
    return target.own_href if here else target.href(*target.place_from(folder))
