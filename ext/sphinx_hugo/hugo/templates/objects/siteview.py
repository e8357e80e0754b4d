"""``site``: the site as templates see it."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from sphinx_hugo.hugo.content.taxonomies import taxonomy_path
from sphinx_hugo.hugo.ordering.order import sort_pages
from sphinx_hugo.hugo.pages import ListMode, PageKind

from ..casts import text_of, to_string
from ..convert import to_params, to_value
from ..errors import FunctionError
from ..exposed import Exposed, exposed
from ..options import lower_keys
from ..times import Time
from .hugo import HugoInfo
from .language import LanguageView
from .menu import Menu, MenuItem
from .record import nested
from .siteparams import SiteParams
from .taxonomy import Taxonomies, Taxonomy, WeightedPages

if TYPE_CHECKING:
    from sphinx_hugo.hugo.pages import Page

    from ..runtime import Engine
    from ..values import Params
    from .page import PageView
    from .pages import Pages
    from .scratch import Scratch


class SiteView(Exposed):
    """The site in its language."""

    GO_TYPE = "*hugolib.Site"

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._params: Params | None = None
        self._data: object = None
        self._largest: list[str] | None = None

    def display(self) -> str:
        """Give the word that stands for it."""
        return "Site"

    @exposed("Title")
    def title(self) -> str:
        """Give the title."""
        config = self._engine.host.site.config
        return config.title or config.language.title

    @exposed("BaseURL")
    def base_url(self) -> str:
        """Give ``baseURL``."""
        return self._engine.host.site.config.base_url

    @exposed("Params")
    def params(self) -> Params:
        """Give the parameters."""
        params = self._engine.host.site.config.params  # each time: the host notes who asks
        if self._params is None:
            self._params = SiteParams(to_params(params), self.main_sections)
        return self._params

    @exposed("Param")
    def param(self, key: object) -> object:
        """Give a parameter; dots go deeper."""
        return nested(self.params(), to_string(key))

    @exposed("Language")
    def language(self) -> LanguageView:
        """Give the language."""
        return LanguageView(self._engine, self._engine.host.site.config.language)

    @exposed("Languages")
    def languages(self) -> list[object]:
        """Give all languages."""
        return [
            LanguageView(self._engine, item) for item in self._engine.host.site.config.languages
        ]

    @exposed("LanguageCode")
    def language_code(self) -> str:
        """Give the language's code."""
        return self.language().language_code()

    @exposed("LanguagePrefix")
    def language_prefix(self) -> str:
        """Give the path of the language, such as ``/en``; often empty."""
        config = self._engine.host.site.config
        first = config.language.key == config.default_language
        plain = first and not config.default_language_in_subdir
        return "" if plain else "/" + config.language.key

    @exposed("Copyright")
    def copyright(self) -> str:
        """Give ``copyright``."""
        return to_string(self._engine.host.site.config.values.get("copyright"))

    @exposed("MainSections")
    def main_sections(self) -> list[object]:
        """Give the sections that the site is about."""
        chosen = self._engine.host.site.config.values.get("mainsections")
        chosen = self.param("mainsections") if chosen is None else chosen
        if chosen is not None:
            return [to_string(it) for it in (chosen if isinstance(chosen, list) else [chosen])]
        pages = self._engine.host.site.pages  # each time: the host notes who asks
        if self._largest is None:
            counts = Counter(
                page.section
                for page in pages.values()
                if page.kind is PageKind.PAGE and page.section
            )
            self._largest = [name for name, _ in counts.most_common(1)]
        return list(self._largest)

    @exposed("Home")
    def home(self) -> PageView:
        """Give the home page."""
        return self._engine.page(self._engine.host.site.home)

    @exposed("Pages")
    def pages(self) -> Pages:
        """Give all pages."""
        pages = self._engine.host.site.pages.values()
        listed = [page for page in pages if page.list_mode is ListMode.ALWAYS]
        return self._engine.pages(sort_pages(listed))

    @exposed("AllPages")
    def all_pages(self) -> Pages:
        """Give all pages of the languages that are built."""
        return self.pages()

    @exposed("RegularPages")
    def regular_pages(self) -> Pages:
        """Give all regular pages."""
        return self._engine.pages(self._engine.host.site.all_regular_pages)

    @exposed("Sections")
    def sections(self) -> Pages:
        """Give the top sections."""
        return self.home().sections()

    @exposed("Menus")
    def menus(self) -> dict[str, object]:
        """Give the menus by name."""
        found = self._engine.host.site.menus.items()
        return {
            name: Menu(MenuItem(self._engine, entry, name) for entry in entries)
            for name, entries in found
        }

    @exposed("Data")
    def data(self) -> object:
        """Give the tree of ``data/``."""
        data = self._engine.host.data  # asked each time: the host notes who did
        if self._data is None:
            self._data = to_value(data)
        return self._data

    @exposed("GetPage")
    def get_page(self, *refs: object) -> PageView | None:
        """Find a page by its path, or by kind and path as in old templates; nil if there is none.

        :raises FunctionError: for more than that, and for what is no text
        """
        ref = _wanted_page([text_of(ref) for ref in refs])
        return self._engine.maybe_page(self._engine.host.find_page(ref, None))

    @exposed("Taxonomies")
    def taxonomies(self) -> Taxonomies:
        """Give pages by taxonomy and term."""
        site = self._engine.host.site
        found = Taxonomies()
        for plural in site.config.taxonomies.values():
            if site.page(taxonomy_path(plural)) is None:
                continue  # the kind is disabled
            found[plural] = Taxonomy(
                {
                    site.term_name(term).lower(): WeightedPages(
                        self._engine.pages(pages), self._engine.page(term)
                    )
                    for term in site.terms(plural)
                    if (pages := site.naming(term))
                }
            )
        return found

    @exposed("ServerPort")
    def server_port(self) -> int:
        """Give nothing: there is no server."""
        return 0

    @exposed("Current")
    def current(self) -> SiteView:
        """Give the site itself."""
        return self

    @exposed("Lastmod")
    def lastmod(self) -> Time:
        """Give the date of the last change of any page."""
        moments = [page.lastmod for page in self._engine.host.site.pages.values() if page.lastmod]
        return max(
            (Time(moment) for moment in moments), key=lambda it: it.moment, default=Time(None)
        )

    @exposed("Hugo")
    def hugo(self) -> HugoInfo:
        """Give what ``hugo`` gives."""
        return HugoInfo(self._engine)

    @exposed("Sites")
    def sites(self) -> Sites:
        """Give the sites of all languages that are built: this one."""
        return Sites([self])

    @exposed("IsDefault")
    def is_default(self) -> bool:
        """Say whether it is in the default language."""
        config = self._engine.host.site.config
        return config.language.key == config.default_language

    @exposed("Store")
    def store(self) -> Scratch:
        """Give the site's memory, which lasts as long as one page is rendered."""
        return self._engine.memory("site")

    @exposed("BuildDrafts")
    def build_drafts(self) -> bool:
        """Say whether drafts are built."""
        return self._engine.host.site.config.build_drafts

    @exposed("Config")
    def config(self) -> dict[str, object]:
        """Give the parts of the configuration that templates see."""
        values = self._engine.host.site.config.values
        parts = {"Privacy": "privacy", "Services": "services"}
        return {name: to_value(values.get(key, {}), params=True) for name, key in parts.items()}

    @exposed("Ref")
    def ref(self, options: object) -> str:
        """Give the full address of a page."""
        return self.resolve(options, None, absolute=True)

    @exposed("RelRef")
    def rel_ref(self, options: object) -> str:
        """Give the address of a page."""
        return self.resolve(options, None, absolute=False)

    def resolve(self, options: object, start: Page | None, *, absolute: bool) -> str:
        """Resolve a reference: a path, or a map with path, lang and outputFormat.

        :raises FunctionError: if there is no such page
        """
        if isinstance(options, list) and options:
            options = {"path": options[0], "lang": (options[1:] or [None])[0]}
        if not isinstance(options, dict):
            options = {"path": options}
        named = lower_keys(options)
        result = self._engine.host.resolve_ref(
            to_string(named.get("path")),
            start,
            language=to_string(named.get("lang")) or None,
            output_format=to_string(named.get("outputformat")) or None,
        )
        if result.problem_text:
            raise FunctionError(result.problem_text)
        return result.permalink if absolute else result.url


class Sites(list[SiteView], Exposed):
    """The sites of all languages that are built."""

    GO_TYPE = "page.Sites"

    @exposed("Default")
    def default(self) -> SiteView:
        """Give the first one."""
        return self[0]


def _wanted_page(refs: list[str]) -> str:
    """Give the path that the arguments of ``GetPage`` mean; of two, the first is a kind."""
    given = [ref for ref in refs if ref not in {"", "/"}]
    if len(given) > 2:
        msg = f"GetPage takes one path, but got {' '.join(given)}"
        raise FunctionError(msg)
    if not given or given[0] == PageKind.HOME or (given == ["section"] and len(refs) == 2):
        return "/"
    return given[-1]
