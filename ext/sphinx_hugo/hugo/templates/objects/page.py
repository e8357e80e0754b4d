"""``.Page``: a page as templates see it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_hugo.hugo.pages import PageKind

from ..casts import to_string
from ..convert import to_params
from ..errors import FunctionError
from ..exposed import exposed
from ..options import rendering_options
from ..values import SafeHTML
from .record import PageRecord, nested
from .resource import Resources, ResourceView
from .scratch import Scratch

if TYPE_CHECKING:
    from sphinx_hugo.hugo.pages import Page, Resource

    from ..runtime import Engine
    from .language import LanguageView
    from .pages import Pages
    from .siteview import SiteView


class PageView(PageRecord):
    """A page with its relatives, its text and its memory."""

    def __init__(self, engine: Engine, record: Page) -> None:
        super().__init__(engine, record)
        self._store = Scratch()
        self._scratch = Scratch()

    def __eq__(self, other: object) -> bool:
        """Say whether both are the same."""
        return self is other

    def __hash__(self) -> int:
        """Go with ``__eq__``."""
        return id(self)

    # Relatives

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
        return isinstance(other, PageView) and self.current_section() is other.current_section()

    @exposed("Eq")
    def equals(self, other: object) -> bool:
        """Say whether it is the same page."""
        return self is other

    def _record_of(self, other: object) -> str:
        if isinstance(other, PageView):
            return other.record.path
        msg = "expected a page"
        raise FunctionError(msg)

    def _above(self, lower: object, path: str) -> bool:
        if not isinstance(lower, PageView):
            return False
        return any(page.path == path for page in self._engine.host.site.ancestors(lower.record))

    @exposed("Page")
    def page(self) -> PageView:
        """Give the page itself."""
        return self

    @exposed("Site")
    def site(self) -> SiteView:
        """Give the site."""
        return self._engine.site

    @exposed("Sites")
    def sites(self) -> list[object]:
        """Give the sites of all languages that are built: this one."""
        return [self._engine.site]

    @exposed("Language")
    def language(self) -> LanguageView:
        """Give the language."""
        return self._engine.site.language()

    @exposed("IsTranslated")
    def is_translated(self) -> bool:
        """Say whether the page has translations."""
        return bool(self._engine.host.site.translations(self.record))

    @exposed("TranslationKey")
    def translation_key(self) -> str:
        """Give what translations have in common."""
        return self.record.translation_key or self.record.path

    # Looking things up

    @exposed("GetPage")
    def get_page(self, ref: object) -> PageView | None:
        """Find a page, seen from this one; nil if there is none."""
        return self._engine.maybe_page(self._engine.host.find_page(to_string(ref), self.record))

    @exposed("Param")
    def param(self, key: object) -> object:
        """Give a parameter of the page, else of the site; dots go deeper."""
        name = to_string(key)
        value = nested(self._params, name)
        return nested(self._engine.site.params(), name) if value is None else value

    @exposed("GetTerms")
    def get_terms(self, taxonomy: object) -> Pages:
        """Give the pages of the terms that the page has."""
        plural = to_string(taxonomy)
        wanted = {term.lower() for term in self.record.terms.get(plural, ())}
        terms = self._engine.host.site.terms(plural)
        return self._engine.pages(term for term in terms if term.title.lower() in wanted)

    @exposed("Ref")
    def ref(self, options: object) -> str:
        """Give the full address of another page."""
        return self._engine.site.resolve(options, self.record, absolute=True)

    @exposed("RelRef")
    def rel_ref(self, options: object) -> str:
        """Give the address of another page."""
        return self._engine.site.resolve(options, self.record, absolute=False)

    @exposed("Resources")
    def resources(self) -> Resources:
        """Give the files that belong to the page."""
        views = [self._resource(item) for item in self.record.resources]
        return Resources(sorted(views, key=lambda view: (view.resource_type(), view.name())))

    def _resource(self, resource: Resource) -> ResourceView:
        base = self._engine.host.site.config
        address = "/" + resource.target
        return ResourceView(
            resource.name,
            base.base_path + address,
            base.base_url.rstrip("/") + address,
            lambda: self._engine.host.read_resource(str(resource.filename)),
            title=resource.title,
            params=to_params(resource.params),
        )

    # Text

    @exposed("RenderString")
    def render_string(self, *args: object) -> SafeHTML:
        """Render Markdown: the text alone, or options and the text."""
        display = "inline"
        if len(args) == 2 and isinstance(args[0], dict):
            display = rendering_options(args[0])
        elif len(args) != 1:
            msg = "RenderString takes a text, or options and a text"
            raise FunctionError(msg)
        text = to_string(args[-1])
        return SafeHTML(self._engine.host.render_markdown(text, self.record, display=display))

    @exposed("Content")
    def content(self) -> SafeHTML:
        """Give the rendered text."""
        return SafeHTML(self._engine.host.rendered(self.record).html)

    @exposed("Summary")
    def summary(self) -> SafeHTML:
        """Give the summary."""
        return SafeHTML(self._engine.host.rendered(self.record).summary)

    @exposed("TableOfContents")
    def table_of_contents(self) -> SafeHTML:
        """Give the table of contents."""
        return SafeHTML(self._engine.host.rendered(self.record).toc)

    @exposed("Plain")
    def plain(self) -> str:
        """Give the text without markup."""
        return self._engine.host.rendered(self.record).plain

    @exposed("PlainWords")
    def plain_words(self) -> list[object]:
        """Give the words of the text."""
        return list(self.plain().split())

    @exposed("RawContent")
    def raw_content(self) -> str:
        """Give the Markdown."""
        return self._engine.host.rendered(self.record).raw

    @exposed("Len")
    def length(self) -> int:
        """Give the length of the rendered text in bytes."""
        return len(self.content().encode("utf-8", "replace"))

    @exposed("HasShortcode")
    def has_shortcode(self, name: object) -> bool:
        """Say whether the text calls a shortcode."""
        raw = self._engine.host.rendered(self.record).raw
        word = to_string(name)
        return any(f"{{{{{mark}{gap}{word}" in raw for mark in "<%" for gap in (" ", ""))

    # Memory

    @exposed("Scratch")
    def scratch(self) -> Scratch:
        """Give the page's memory."""
        return self._scratch

    @exposed("Store")
    def store(self) -> Scratch:
        """Give the page's memory."""
        return self._store
