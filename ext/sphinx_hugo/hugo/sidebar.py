"""The sidebar as a tree, from the section tree or from a menu; every rendered page once."""

from __future__ import annotations

from bisect import bisect
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import unquote

from sphinx_hugo.hugo.ordering.order import sort_pages
from sphinx_hugo.hugo.pages import PageKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sphinx_hugo.hugo.menus import MenuEntry
    from sphinx_hugo.hugo.pages import LogicalPath, Page
    from sphinx_hugo.hugo.site import Site


@dataclass(frozen=True, slots=True)
class NavNode:
    """One line of the sidebar."""

    title: str
    page: LogicalPath | None = None
    """The page it leads to; None for captions and outside addresses."""
    url: str | None = None
    """An address that is no page of the site; None for pages and captions."""
    children: tuple[NavNode, ...] = ()


@dataclass(slots=True, eq=False)
class _Line:
    """A line while the tree grows."""

    title: str
    page: LogicalPath | None = None
    url: str | None = None
    children: list[_Line] = field(default_factory=list)


def build_navigation(site: Site, mode: str = "auto") -> tuple[NavNode, ...]:
    """Return the top nodes; the home page is the root and no node.

    *mode* is ``sections`` (the tree that ``.Pages`` of the home page spans), ``menu:<name>``,
    or ``auto``: the menu that at least half of the regular pages name, if its entries have
    parents, else the sections. What the chosen tree does not reach follows at the end; below
    a menu, pages hang under their nearest section that is shown, and a top entry with others
    below it is a caption. Raises ``ValueError`` for another *mode*; a menu that does not exist
    is an empty one.
    """
    if mode == "auto":
        name = _leading_menu(site)
        mode = f"menu:{name}" if name else "sections"
    if mode == "sections":
        return _freeze(_section_lines(site))
    kind, _, name = mode.partition(":")
    if kind != "menu" or not name:
        raise ValueError(f"navigation {mode!r}: write 'sections', 'menu:<name>' or 'auto'")
    return _freeze(_menu_lines(site, name))


def _leading_menu(site: Site) -> str:
    counts: Counter[str] = Counter()
    regular = [page for page in site.all_regular_pages if page.rendered]
    for page in regular:
        counts.update(name for name in page.menus if name in site.menus)
    for name, count in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
        if count * 2 >= len(regular) and any(entry.children for entry in site.menus[name]):
            return name
    return ""


def _section_lines(site: Site) -> list[_Line]:
    top: list[_Line] = []
    reached = {site.home.path}
    _grow(site, site.children(site.home), top, reached)
    rest = [page for page in site.pages.values() if page.rendered]
    ordinary = [p for p in rest if p.kind not in (PageKind.TAXONOMY, PageKind.TERM)]
    # By depth, so that a section that nothing leads to still brings its own pages along.
    ordinary.sort(key=lambda page: page.path.count("/"))
    for page in (*ordinary, *sort_pages(p for p in rest if p.kind is PageKind.TAXONOMY), *rest):
        _grow(site, (page,), top, reached)
    return top


def _grow(site: Site, pages: Iterable[Page], into: list[_Line], reached: set[LogicalPath]) -> None:
    """Append a line for each of *pages* that is not there yet, with what lies below it."""
    waiting = [(pages, into)]
    while waiting:
        level, lines = waiting.pop()
        for page in level:
            if page.path in reached:
                continue
            reached.add(page.path)
            line = _Line(page.link_title or page.title)
            if page.rendered:
                line.page = page.path
            elif page.rel_permalink:
                line.url = page.rel_permalink
            lines.append(line)
            if page.kind not in (PageKind.PAGE, PageKind.TERM):
                waiting.append((site.children(page), line.children))


def _menu_lines(site: Site, name: str) -> list[_Line]:
    shown: dict[LogicalPath, _Line] = {}
    top = _entry_lines(site, site.menus.get(name, ()), shown)
    for line in top:
        if line.children and line.page is not None:
            # What groups pages is a heading, as in the themes that make such menus.
            del shown[line.page]
            line.page = None
    for path, line in _walk(_section_lines(site)):
        if path in shown:
            continue
        line.children = []
        shown[path] = line
        above = (shown.get(page.path) for page in site.ancestors(path))
        parent = next((found for found in above if found is not None), None)
        (parent.children if parent else top).append(line)
    return top


def _walk(lines: list[_Line]) -> Iterator[tuple[LogicalPath, _Line]]:
    """Yield the lines that are pages, from top to bottom."""
    waiting = lines[::-1]
    while waiting:
        line = waiting.pop()
        waiting += line.children[::-1]
        if line.page is not None:
            yield line.page, line


def _entry_lines(
    site: Site, entries: tuple[MenuEntry, ...], shown: dict[LogicalPath, _Line]
) -> list[_Line]:
    top: list[_Line] = []
    # Entry, its line, and the place in the order where what lies below it ends.
    order: list[tuple[MenuEntry, _Line, list[int]]] = []
    waiting: list[tuple[MenuEntry, list[_Line]] | list[int]] = [
        (entry, top) for entry in reversed(entries)
    ]
    while waiting:
        item = waiting.pop()
        if isinstance(item, list):
            item.append(len(order))
            continue
        entry, lines = item
        line, end = _Line(entry.name), list[int]()
        lines.append(line)
        order.append((entry, line, end))
        waiting.append(end)
        waiting += [(child, line.children) for child in reversed(entry.children)]
    pages = [_page_of(site, entry) for entry, _, _ in order]
    places: dict[LogicalPath, list[int]] = {}
    for place, page in enumerate(pages):
        if page is not None:
            places.setdefault(page.path, []).append(place)
    for place, (entry, line, end) in enumerate(order):
        page = pages[place]
        if page is None:
            line.url = entry.url or None
            continue
        inside = bisect(places[page.path], place)
        later = places[page.path][inside] if inside < len(places[page.path]) else end[0]
        # A caption often repeats, as a url, the address of its first entry.
        is_caption = entry.page is None and later < end[0]
        if page.path != site.home.path and page.path not in shown and not is_caption:
            line.page = page.path
            shown[page.path] = line
    return top


def _page_of(site: Site, entry: MenuEntry) -> Page | None:
    """Return the rendered page that an entry is: by reference, or by its address."""
    page = site.page(entry.page) if entry.page else None
    if page is None and entry.url:
        base = site.config.base_url
        own = entry.url.startswith(base) and base.startswith("http")
        url = entry.url.removeprefix(base.rstrip("/")) if own else entry.url
        if own:
            url = site.config.base_path + url
        page = site.index.by_link(unquote(url)) if url.startswith("/") else None
    return page if page is not None and page.rendered else None


def _freeze(lines: list[_Line]) -> tuple[NavNode, ...]:
    """Return the finished tree; captions with nothing below them go."""
    order: list[_Line] = []
    waiting = list(lines)
    while waiting:
        line = waiting.pop()
        order.append(line)
        waiting += line.children
    finished: dict[int, NavNode | None] = {}

    def nodes(level: list[_Line]) -> tuple[NavNode, ...]:
        found = (finished[id(line)] for line in level)
        return tuple(node for node in found if node is not None)

    for line in reversed(order):  # children before their parents
        children = nodes(line.children)
        is_empty = line.page is None and line.url is None and not children
        node = NavNode(line.title, line.page, line.url, children)
        finished[id(line)] = None if is_empty else node
    return nodes(lines)
