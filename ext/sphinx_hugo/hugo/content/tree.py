"""Relatives: which page is whose parent, child, neighbour."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from sphinx_hugo.hugo.addresses.paths import ancestors, parent_path
from sphinx_hugo.hugo.content.taxonomies import taxonomy_path
from sphinx_hugo.hugo.ordering.order import sort_pages, sort_term_pages
from sphinx_hugo.hugo.pages import ListMode, LogicalPath, Page, PageKind

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sphinx_hugo.hugo.content.taxonomies import Term


class PageTree:
    """The tree of one language's pages; made once, never changed."""

    def __init__(
        self,
        pages: Mapping[LogicalPath, Page],
        terms: Mapping[LogicalPath, Term],
        disabled: frozenset[LogicalPath] = frozenset(),
    ) -> None:
        self._pages = pages
        self._terms = terms
        self._disabled = disabled
        self._lists: dict[LogicalPath, tuple[Page, ...]] = {}

    def parent(self, path: LogicalPath) -> Page | None:
        """Return the nearest branch page above."""
        while path != "/":
            path = LogicalPath(parent_path(path))
            page = self._pages.get(path)
            if page is not None and page.kind is not PageKind.PAGE:
                return page
        return None

    def children(self, path: LogicalPath) -> tuple[Page, ...]:
        """Return ``.Pages`` in default order."""
        if path not in self._lists:
            self._lists[path] = self._list(path)
        return self._lists[path]

    def _list(self, path: LogicalPath) -> tuple[Page, ...]:
        page = self._pages[path]
        if page.kind is PageKind.TERM:
            return tuple(p for p in self.naming(path) if p.list_mode is not ListMode.NEVER)
        below = self._below.get(path, ())
        if page.kind is PageKind.TAXONOMY:
            inside = f"{path}/"
            below = [p for p in self._pages.values() if p.path.startswith(inside)]
            below = [p for p in below if p.kind is PageKind.TERM]
        else:
            below = [p for p in below if p.kind in (PageKind.PAGE, PageKind.SECTION)]
        return sort_pages(p for p in below if p.list_mode is not ListMode.NEVER)

    def regular_pages_recursive(self, path: LogicalPath) -> tuple[Page, ...]:
        """Return the regular pages at any depth below, in default order."""
        page = self._pages[path]
        if page.kind is PageKind.TERM:
            return self.children(path)  # sections that name the term included, as Hugo has it
        inside = "/" if path == "/" else f"{path}/"
        return sort_pages(
            p
            for p in self._pages.values()
            if p.kind is PageKind.PAGE
            and p.list_mode is not ListMode.NEVER
            and p.path.startswith(inside)
        )

    def naming(self, path: LogicalPath) -> tuple[Page, ...]:
        """Return the pages that name a term, also those that no list shows, in default order."""
        term = self._terms.get(path)
        if term is None:
            return ()
        return sort_term_pages((self._pages[name] for name in term.pages), term.plural)

    def spelling(self, path: LogicalPath) -> str:
        """Return a term as the last page writes it that names it; empty if none does."""
        term = self._terms.get(path)
        return term.last_name if term else ""

    def terms(self, plural: str) -> tuple[Page, ...]:
        """Return the terms of a taxonomy; none if it is disabled."""
        path = taxonomy_path(plural)
        if path in self._pages and self._pages[path].kind is PageKind.TAXONOMY:
            return self.children(path)
        inside = f"{path}/"
        return sort_pages(
            p for p in self._pages.values() if p.kind is PageKind.TERM and p.path.startswith(inside)
        )

    @cached_property
    def site_order(self) -> tuple[Page, ...]:
        """The site's listed regular pages in default order."""
        return sort_pages(
            page
            for page in self._pages.values()
            if page.kind is PageKind.PAGE and page.list_mode is ListMode.ALWAYS
        )

    def neighbour(self, path: LogicalPath, step: int) -> Page | None:
        """Return the page *step* places on in the site's order."""
        position = self._positions.get(path)
        return None if position is None else _at(self.site_order, position + step)

    def neighbour_in_section(self, path: LogicalPath, step: int) -> Page | None:
        """Return the page *step* places on among the regular pages of its own section."""
        parent = self.parent(path)
        if parent is None or self._pages[path].kind is not PageKind.PAGE:
            return None
        if parent.path not in self._section_positions:
            regular = [p for p in self.children(parent.path) if p.kind is PageKind.PAGE]
            self._section_positions[parent.path] = (
                regular, {page.path: position for position, page in enumerate(regular)}
            )  # fmt: skip
        regular, positions = self._section_positions[parent.path]
        position = positions.get(path)
        return None if position is None else _at(regular, position + step)

    @cached_property
    def _positions(self) -> Mapping[LogicalPath, int]:
        return {page.path: position for position, page in enumerate(self.site_order)}

    @cached_property
    def _section_positions(
        self,
    ) -> dict[LogicalPath, tuple[list[Page], dict[LogicalPath, int]]]:
        return {}

    @cached_property
    def _below(self) -> Mapping[LogicalPath, list[Page]]:
        below: dict[LogicalPath, list[Page]] = {}
        for page in self._pages.values():
            parent = self.parent(page.path)
            if parent is not None and not self._is_cut_off(page.path, parent.path):
                below.setdefault(parent.path, []).append(page)
        return below

    def _is_cut_off(self, path: LogicalPath, parent: LogicalPath) -> bool:
        """Return whether a disabled branch page lies between a page and its parent."""
        if not self._disabled:
            return False
        between = ancestors(path)
        return not self._disabled.isdisjoint(between[: between.index(parent)])


def _at(pages: list[Page] | tuple[Page, ...], position: int) -> Page | None:
    return pages[position] if 0 <= position < len(pages) else None
