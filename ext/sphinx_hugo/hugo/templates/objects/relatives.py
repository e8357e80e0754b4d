"""A page among the others: above, below and beside it, and in other languages."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from sphinx_hugo.hugo.pages import PageKind

from ..casts import to_string
from ..errors import FunctionError
from ..exposed import exposed
from .language import LanguageView
from .pagers import Pager, Pagers, pager_size
from .pages import Pages
from .record import PageRecord

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from .page import PageView
    from .siteview import Sites, SiteView


class Relatives(PageRecord):
    """What leads from a page to others."""

    def __eq__(self, other: object) -> bool:
        """Say whether both are the same."""
        return self is other

    def __hash__(self) -> int:
        """Go with ``__eq__``."""
        return id(self)

    @exposed("Parent")
    def parent(self) -> PageView | None:
        """Give the section above; nil for the home page."""
        return self._engine.maybe_page(self._engine.host.site.parent(self.record))

    @exposed("Pages")
    def pages(self) -> Pages:
        """Give pages and sections right below."""
        return self._engine.pages(self._engine.host.site.children(self.record))

    @exposed("RegularPages")
    def regular_pages(self) -> Pages:
        """Give regular pages right below."""
        return self._engine.pages(self._engine.host.site.regular_pages(self.record))

    @exposed("RegularPagesRecursive")
    def regular_pages_recursive(self) -> Pages:
        """Give regular pages at any depth below."""
        return self._engine.pages(self._engine.host.site.regular_pages_recursive(self.record))

    @exposed("Sections")
    def sections(self) -> Pages:
        """Give sections right below."""
        return self._engine.pages(self._engine.host.site.sections(self.record))

    def related_settings(self) -> Mapping[str, object]:
        """Give ``related`` of the configuration."""
        return self._engine.host.site.config.related

    @exposed("Paginator")
    def paginator(self, *size: object) -> Pager:
        """Give the first piece of the pages below; for the home page, of the whole site's."""
        if self.record.kind is PageKind.HOME:
            return self._pager(self._engine.site.regular_pages, size)
        has_terms = self.record.kind in {PageKind.TAXONOMY, PageKind.TERM}
        return self._pager(self.pages if has_terms else self.regular_pages, size)

    @exposed("Paginate")
    def paginate(self, pages: object, *size: object) -> Pager:
        """Give the first piece of some pages, or groups of pages."""
        return self._pager(lambda: pages, size)

    def _pager(self, pages: Callable[[], object], size: Sequence[object]) -> Pager:
        if self.record.kind is PageKind.PAGE:
            msg = "pagination not supported for this page: only for the home page and lists"
            raise FunctionError(msg)
        memory = self._engine.memory("pager", self.record.language, self.record.path)
        known = memory.get("")
        if isinstance(known, Pager):  # the first call decides
            return known
        settings = self._engine.host.site.config.values.get("pagination") or {}
        folder = to_string(settings.get("path", "page"))
        count = pager_size(size, settings)
        pager = Pagers(pages(), count, self.record.rel_permalink, folder)[0]
        memory.set("", pager)
        return pager

    @exposed("Ancestors")
    def ancestors(self) -> Pages:
        """Give the pages above, nearest first."""
        return self._engine.pages(self._engine.host.site.ancestors(self.record))

    @exposed("CurrentSection")
    def current_section(self) -> PageView:
        """Give the section the page is in; itself for a section."""
        return self._engine.page(self._engine.host.site.current_section(self.record))

    @exposed("FirstSection")
    def first_section(self) -> PageView:
        """Give the section right below home that the page is in."""
        chain = (self.record, *self._engine.host.site.ancestors(self.record))
        below_home = [page for page in chain if page.kind is not PageKind.HOME]
        top = below_home[-1] if below_home else self.record
        in_section = top.kind is not PageKind.PAGE
        return self._engine.page(top) if in_section else self._engine.site.home()

    @exposed("Next")
    def next(self) -> PageView | None:
        """Give the next page of the site."""
        return self._engine.maybe_page(self._engine.host.site.next(self.record))

    @exposed("Prev")
    def prev(self) -> PageView | None:
        """Give the previous page of the site."""
        return self._engine.maybe_page(self._engine.host.site.prev(self.record))

    @exposed("NextInSection")
    def next_in_section(self) -> PageView | None:
        """Give the next page of the section."""
        return self._engine.maybe_page(self._engine.host.site.next_in_section(self.record))

    @exposed("PrevInSection")
    def prev_in_section(self) -> PageView | None:
        """Give the previous page of the section."""
        return self._engine.maybe_page(self._engine.host.site.prev_in_section(self.record))

    @exposed("IsAncestor")
    def is_ancestor(self, other: object) -> bool:
        """Say whether it is above another page."""
        return self._record_of(other) != self.record.path and self._above(other, self.record.path)

    @exposed("IsDescendant")
    def is_descendant(self, other: object) -> bool:
        """Say whether it is below another page."""
        path = self._record_of(other)
        return path != self.record.path and self._above(self, path)

    @exposed("InSection")
    def in_section(self, other: object) -> bool:
        """Say whether both pages are in the same section."""
        return isinstance(other, Relatives) and self.current_section() is other.current_section()

    @exposed("Eq")
    def equals(self, other: object) -> bool:
        """Say whether it is the same page."""
        return self is other

    @exposed("Page")
    def page(self) -> PageView:
        """Give the page itself."""
        return cast("PageView", self)

    @exposed("Site")
    def site(self) -> SiteView:
        """Give the site."""
        return self._engine.site

    @exposed("Sites")
    def sites(self) -> Sites:
        """Give the sites of all languages that are built: this one."""
        return self._engine.site.sites()

    @exposed("Language")
    def language(self) -> LanguageView:
        """Give the language."""
        for language in self._engine.host.site.config.languages:
            if language.key == self.record.language:
                return LanguageView(self._engine, language)
        return self._engine.site.language()

    @exposed("IsTranslated")
    def is_translated(self) -> bool:
        """Say whether the page has translations."""
        return bool(self.translations())

    @exposed("Translations")
    def translations(self) -> Pages:
        """Give the page in the other languages."""
        site = self._engine.host.site
        indexes = [site.index_of(language.key) for language in site.config.languages]
        others = [
            index.translation_of(self.record)
            for language, index in zip(site.config.languages, indexes, strict=True)
            if index is not None and language.key != self.record.language
        ]
        return self._engine.pages(page for page in others if page is not None)

    @exposed("AllTranslations")
    def all_translations(self) -> Pages:
        """Give the page in all languages, its own among them."""
        order = [language.key for language in self._engine.host.site.config.languages]
        found = [self.page(), *self.translations()]
        return Pages(sorted(found, key=lambda page: order.index(page.record.language)))

    @exposed("Rotate")
    def rotate(self, dimension: object) -> Pages:
        """Give the page along a dimension: ``language``, ``version`` or ``role``."""
        return (
            self.all_translations() if to_string(dimension) == "language" else Pages([self.page()])
        )

    @exposed("TranslationKey")
    def translation_key(self) -> str:
        """Give what translations have in common."""
        return self.record.translation_key or self.record.path

    def _record_of(self, other: object) -> str:
        if isinstance(other, Relatives):
            return other.record.path
        msg = "expected a page"
        raise FunctionError(msg)

    def _above(self, lower: object, path: str) -> bool:
        if not isinstance(lower, Relatives):
            return False
        return any(page.path == path for page in self._engine.host.site.ancestors(lower.record))
