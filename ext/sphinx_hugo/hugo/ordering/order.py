"""The order of pages: Hugo's default, and that of a term's list."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sphinx_hugo.hugo.addresses.paths import lower
from sphinx_hugo.hugo.ordering.collation import CollationKey, title_key
from sphinx_hugo.hugo.values.coercion import to_int

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sphinx_hugo.hugo.pages import Page

SortKey = tuple[bool, int, int, CollationKey, str]


def default_key(page: Page) -> SortKey:
    """Weight (0 last), newest date, link title, path with extension: each on a tie only."""
    # Dates compare by whole seconds; a page without a date is older than any.
    date = -int(page.date.timestamp()) if page.date else 1 << 62
    path = "/" + lower(page.content_path) if page.content_path else page.path
    title = title_key(page.link_title, page.language)
    return page.weight == 0, page.weight, date, title, path


def sort_pages(pages: Iterable[Page]) -> tuple[Page, ...]:
    """Return *pages* in default order."""
    return tuple(sorted(pages, key=default_key))


def sort_term_pages(pages: Iterable[Page], plural: str) -> tuple[Page, ...]:
    """Return the pages of a term: first by ``<plural>_weight``, plainly ascending."""
    name = f"{plural}_weight".lower()

    def key(page: Page) -> tuple[int, SortKey]:
        weight: Any = page.params.get(name)
        return to_int(weight), default_key(page)

    return tuple(sorted(pages, key=key))
