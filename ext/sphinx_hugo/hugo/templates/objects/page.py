"""``.Page``: a page as templates see it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_hugo.hugo.addresses.paths import escape
from sphinx_hugo.hugo.calls.items import ItemType
from sphinx_hugo.hugo.calls.lexer import lex
from sphinx_hugo.hugo.content.taxonomies import term_path
from sphinx_hugo.hugo.ordering.order import sort_pages
from sphinx_hugo.hugo.pages import PageKind

from ..casts import text_of, to_string
from ..convert import to_params
from ..errors import FunctionError
from ..exposed import Exposed, exposed
from ..options import rendering_options
from ..values import Params, SafeHTML
from .fragments import Fragments
from .markup import RenderedPage
from .menu import Menu, MenuItem
from .pages import Pages
from .record import nested
from .relatives import Relatives
from .resource import MediaType, Named, Resources, ResourceView

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sphinx_hugo.hugo.pages import Page, Resource

    from ..runtime import Engine
    from .scratch import Scratch


class PageView(Relatives):
    """A page with its relatives, its text and its memory."""

    def __init__(self, engine: Engine, record: Page) -> None:
        super().__init__(engine, record)
        self._resources: Resources | None = None

    # Looking things up

    @exposed("GetPage")
    def get_page(self, ref: object) -> PageView | None:
        """Find a page, seen from this one; nil if there is none."""
        return self._engine.maybe_page(self._engine.host.find_page(text_of(ref), self.record))

    @exposed("Param")
    def param(self, key: object) -> object:
        """Give a parameter of the page, else of the site; dots go deeper."""
        name = to_string(key)
        value = nested(self._params, name)
        return nested(self._engine.site.params(), name) if value is None else value

    @exposed("GetTerms")
    def get_terms(self, taxonomy: object) -> Pages:
        """Give the pages of the terms that the page has, in its own order."""
        plural, site = to_string(taxonomy), self._engine.host.site
        paths = dict.fromkeys(term_path(plural, term) for term in self.record.terms.get(plural, ()))
        found = (site.page(path) for path in paths)
        return self._engine.pages(term for term in found if term is not None)

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
        """Give the files that belong to the page, by type; by name if its front matter has any."""
        if self._resources is None:
            bundled = self._engine.host.site.bundled
            files = [
                self._resource(it) for it in self.record.resources if it.filename not in bundled
            ]
            owned = {
                bundled[it.filename].path: it
                for it in self.record.resources
                if it.filename in bundled
            }
            pages = [
                BundledPage(self._engine, it, self, owned[it.path])
                for it in sort_pages(bundled[it.filename] for it in owned.values())
            ]
            files.sort(key=lambda view: view.name())
            found: list[Named] = [*files, *pages]
            if not self.record.fields.get("resources"):
                found.sort(key=lambda one: one.resource_type())
            self._resources = Resources(found)
        return self._resources

    def _resource(self, resource: Resource) -> ResourceView:
        config = self._engine.host.site.config
        address = escape(resource.target)
        view = ResourceView(
            resource.name,
            f"{config.base_path}/{address}" if address else "",
            f"{config.base_url.rstrip('/')}/{address}" if address else "",
            lambda: self._engine.host.read_resource(str(resource.filename)),
            title=resource.title,
            params=to_params(resource.params),
        )
        view.given_name = resource.given_name
        return view

    # Menus and lists

    @exposed("Menus")
    def menus(self) -> dict[str, object]:
        """Give the page's entries by menu."""
        return {
            name: item
            for name in self.record.menus
            for item in self._entries(name)
            if item.page() is self
        }

    @exposed("IsMenuCurrent")
    def is_menu_current(self, menu: object, item: object) -> bool:
        """Say whether an entry of a menu leads to this page."""
        return isinstance(item, MenuItem) and self._is_in(menu, item) and item.page() is self

    @exposed("HasMenuCurrent")
    def has_menu_current(self, menu: object, item: object) -> bool:
        """Say whether an entry below one of a menu leads to this page."""
        if not isinstance(item, MenuItem) or not self._is_in(menu, item):
            return False
        below = list(item.children())
        while below:
            entry = below.pop()
            if entry.page() is self:
                return True
            below += entry.children()
        page = item.page()
        return page is not None and self.is_descendant(page)

    def _is_in(self, menu: object, item: MenuItem) -> bool:
        return any(item.is_same(entry) for entry in self._entries(to_string(menu)))

    def _entries(self, menu: str) -> list[MenuItem]:
        found = self._engine.site.menus().get(menu)
        todo = list(found) if isinstance(found, Menu) else []
        entries: list[MenuItem] = []
        while todo:
            entries.append(todo.pop(0))
            todo += entries[-1].children()
        return entries

    @exposed("Data")
    def data(self) -> PageData:
        """Give the page's list by the names that old templates use."""
        found: dict[str, object] = {}
        if self.record.kind in {PageKind.TAXONOMY, PageKind.TERM}:
            site = self._engine.host.site
            singular, plural = site.taxonomy(self.record)
            found |= {"singular": singular, "plural": plural}
            if self.record.kind is PageKind.TERM:
                found |= {"term": site.term_name(self.record)}
            else:
                found |= {"terms": self._engine.site.taxonomies().get(plural)}
        return PageData(found, self)

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

    @exposed("ContentWithoutSummary")
    def content_without_summary(self) -> SafeHTML:
        """Give the rendered text behind the summary."""
        rendered = self._engine.host.rendered(self.record)
        return SafeHTML(rendered.html.strip().removeprefix(rendered.summary.strip()).lstrip("\n"))

    @exposed("Truncated")
    def truncated(self) -> bool:
        """Say whether the summary leaves something out."""
        return self.record.summary == "" and bool(self.content_without_summary().strip())

    @exposed("RenderShortcodes")
    def render_shortcodes(self) -> SafeHTML:
        """Give the Markdown; of its shortcodes, what stands between their tags."""
        return SafeHTML(self._engine.host.rendered(self.record).source)

    @exposed("Fragments")
    def fragments(self) -> Fragments:
        """Give the headings."""
        return Fragments(self._engine.host.rendered(self.record).headings)

    @exposed("Markup")
    def markup(self, *scope: object) -> RenderedPage:
        """Give the text in its forms."""
        del scope
        return RenderedPage(self)

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
        return word in raw and any(
            item.type is ItemType.NAME and raw[item.start : item.end] == word
            for item in lex(raw).items
        )

    # Memory

    @exposed("Scratch")
    def scratch(self) -> Scratch:
        """Give the page's memory."""
        return self._memory("scratch")

    @exposed("Store")
    def store(self) -> Scratch:
        """Give the page's memory."""
        return self._memory("store")

    def _memory(self, kind: str) -> Scratch:
        return self._engine.memory(kind, self.record.language, self.record.path)


class PageData(Params, Exposed):
    """``.Data``: what a list page lists."""

    GO_TYPE = "page.Data"

    def __init__(self, values: Mapping[str, object], page: PageView) -> None:
        super().__init__(values)
        self._page = page

    @exposed("Pages")
    def pages(self) -> Pages:
        """Give the pages below."""
        return self._page.pages()


class BundledPage(PageView):
    """A page inside a leaf bundle: one of the bundle's resources."""

    def __init__(self, engine: Engine, record: Page, owner: PageView, resource: Resource) -> None:
        super().__init__(engine, record)
        self._owner = owner
        self._resource_name = resource.name

    @exposed("Name")
    def name(self) -> str:
        """Give the name below the bundle's folder."""
        return self._resource_name

    def file_name(self) -> str:
        """Give the same name; front matter gives pages no other."""
        return self._resource_name

    @exposed("ResourceType")
    def resource_type(self) -> str:
        """Give the word for pages."""
        return "page"

    @exposed("MediaType")
    def media_type(self) -> MediaType:
        """Give the type of what is no file of its own."""
        return MediaType("")

    @exposed("Parent")
    def parent(self) -> PageView | None:
        """Give the bundle."""
        return self._owner

    @exposed("Ancestors")
    def ancestors(self) -> Pages:
        """Give the bundle and the pages above it, nearest first."""
        return Pages([self._owner, *self._owner.ancestors()])

    @exposed("CurrentSection")
    def current_section(self) -> PageView:
        """Give the section the bundle is in."""
        return self._owner.current_section()

    @exposed("FirstSection")
    def first_section(self) -> PageView:
        """Give the top section the bundle is in."""
        return self._owner.first_section()

    @exposed("Pages", "RegularPages", "RegularPagesRecursive", "Sections")
    def pages(self) -> Pages:
        """Give nothing: there is nothing below."""
        return Pages()

    @exposed("Next", "Prev", "NextInSection", "PrevInSection")
    def neighbour(self) -> None:
        """Give nothing: it stands in no list."""

    @exposed("Translations")
    def translations(self) -> Pages:
        """Give nothing: only bundles are translated."""
        return Pages()
