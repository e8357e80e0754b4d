"""``site.Taxonomies``: pages by taxonomy and term."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..casts import to_string
from ..exposed import Exposed, exposed
from .pages import Pages

if TYPE_CHECKING:
    from collections.abc import Callable

    from .page import PageView


class WeightedPages(Pages):
    """The pages of a term, in order of their weight in it."""

    GO_TYPE = "page.WeightedPages"

    def __init__(self, pages: Pages, term: PageView) -> None:
        super().__init__(pages)
        self._term = term

    def display(self) -> str:
        """Give the number of pages."""
        return f"WeightedPages({len(self)})"

    @exposed("Pages")
    def plain_pages(self) -> Pages:
        """Give the pages."""
        return Pages(self)

    @exposed("Page")
    def page(self) -> PageView:
        """Give the page of the term."""
        return self._term

    @exposed("Count")
    def size(self) -> int:
        """Give the number of pages."""
        return len(self)


class OrderedTerm(Exposed):
    """A term in a sorted taxonomy."""

    GO_TYPE = "page.OrderedTaxonomyEntry"

    def __init__(self, name: str, pages: WeightedPages) -> None:
        self.name = name
        """The term as in addresses."""
        self.pages = pages
        """Its pages."""

    @exposed("Term", "Name")
    def term(self) -> str:
        """Give the term as in addresses."""
        return self.name

    @exposed("Page")
    def page(self) -> PageView:
        """Give the page of the term."""
        return self.pages.page()

    @exposed("Pages")
    def plain_pages(self) -> Pages:
        """Give the pages."""
        return self.pages.plain_pages()

    @exposed("WeightedPages")
    def weighted_pages(self) -> WeightedPages:
        """Give the pages in order of their weight in the term."""
        return self.pages

    @exposed("Count")
    def count(self) -> int:
        """Give the number of pages."""
        return len(self.pages)


class OrderedTaxonomy(list[OrderedTerm], Exposed):
    """A sorted taxonomy."""

    GO_TYPE = "page.OrderedTaxonomy"

    @exposed("Reverse")
    def reversed(self) -> OrderedTaxonomy:
        """Give the terms in the opposite order."""
        return OrderedTaxonomy(self[::-1])


class Taxonomy(dict[str, object], Exposed):
    """The terms of a taxonomy with their pages."""

    GO_TYPE = "page.Taxonomy"

    @exposed("Get")
    def lookup(self, term: object) -> object:
        """Give the pages of a term; nil if there is none."""
        return self.get(to_string(term).lower())

    @exposed("Count")
    def count(self, term: object) -> int:
        """Give the number of pages of a term."""
        found = self.lookup(term)
        return len(found) if isinstance(found, WeightedPages) else 0

    @exposed("Alphabetical")
    def alphabetical(self) -> OrderedTaxonomy:
        """Give the terms sorted by name."""
        return self._ordered(lambda entry: (0, entry.name))

    @exposed("ByCount")
    def by_count(self) -> OrderedTaxonomy:
        """Give the terms sorted by number of pages, most first."""
        return self._ordered(lambda entry: (-len(entry.pages), entry.name))

    def _ordered(self, key: Callable[[OrderedTerm], tuple[int, str]]) -> OrderedTaxonomy:
        entries = [
            OrderedTerm(name, pages)
            for name, pages in self.items()
            if isinstance(pages, WeightedPages)
        ]
        return OrderedTaxonomy(sorted(entries, key=key))


class Taxonomies(dict[str, object], Exposed):
    """The taxonomies of a site."""

    GO_TYPE = "page.TaxonomyList"

    def display(self) -> str:
        """Give the number of taxonomies."""
        return f"TaxonomyList({len(self)})"
