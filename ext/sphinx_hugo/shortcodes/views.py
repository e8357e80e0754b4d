"""What Jinja templates see of calls, pages and the site: data, never files."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sphinx_hugo.hugo.references.refs import resolve_ref
from sphinx_hugo.shortcodes.sandbox import View

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import datetime

    from sphinx_hugo.hugo.pages import Page
    from sphinx_hugo.hugo.site import Site
    from sphinx_hugo.shortcodes.base import Params, ParamValue, Shortcode


class ParamsView(View):
    """``params``: arguments by position, ``params[0]``, and by name in any case, ``params.title``."""

    __slots__ = ("_params",)

    def __init__(self, params: Params) -> None:
        self._params = params

    def __getitem__(self, key: object) -> ParamValue:
        """Return an argument by position or name."""
        value = self._params.get(key) if isinstance(key, int | str) else None
        if value is None:
            raise KeyError(key)
        return value

    def __iter__(self) -> Iterator[ParamValue]:
        """Go through positional arguments, or through the names of the others."""
        return iter(self._params.positional or self._params.named)

    def __len__(self) -> int:
        """Count the arguments."""
        return len(self._params.positional) + len(self._params.named)

    @property
    def named(self) -> Mapping[str, ParamValue]:
        """The arguments by name."""
        return dict(self._params.named)

    @property
    def positional(self) -> tuple[ParamValue, ...]:
        """The arguments by position."""
        return self._params.positional


class PageView(View):
    """``page``, and each page that it leads to."""

    __slots__ = ("_page", "_site")

    def __init__(self, site: Site, page: Page) -> None:
        self._site = site
        self._page = page

    def __str__(self) -> str:
        """Print the path."""
        return self._page.path

    @property
    def title(self) -> str:
        """The title."""
        return self._page.title

    @property
    def link_title(self) -> str:
        """``linkTitle``, else the title."""
        return self._page.link_title or self._page.title

    @property
    def description(self) -> str:
        """The description."""
        return self._page.description

    @property
    def path(self) -> str:
        """The logical path: what a link to the page is written with."""
        return self._page.path

    @property
    def url(self) -> str:
        """The address below the host."""
        return self._page.rel_permalink

    @property
    def permalink(self) -> str:
        """The whole address."""
        return self._page.permalink

    @property
    def kind(self) -> str:
        """``page``, ``section``, ``home``, ``taxonomy`` or ``term``."""
        return str(self._page.kind)

    @property
    def type(self) -> str:
        """The type."""
        return self._page.type

    @property
    def section(self) -> str:
        """The first part of the path."""
        return self._page.section

    @property
    def language(self) -> str:
        """The key of the language."""
        return self._page.language

    @property
    def weight(self) -> int:
        """The weight."""
        return self._page.weight

    @property
    def date(self) -> datetime | None:
        """The date."""
        return self._page.date

    @property
    def lastmod(self) -> datetime | None:
        """The date of the last change."""
        return self._page.lastmod

    @property
    def params(self) -> Mapping[str, Any]:
        """The front matter, keys in lower case."""
        return self._page.all_params

    @property
    def parent(self) -> PageView | None:
        """The section that it is in."""
        above = self._site.parent(self._page)
        return None if above is None else PageView(self._site, above)

    @property
    def children(self) -> tuple[PageView, ...]:
        """The pages right below."""
        return tuple(PageView(self._site, one) for one in self._site.children(self._page))


class SiteView(View):
    """``site``."""

    __slots__ = ("_page", "_site")

    def __init__(self, site: Site, page: Page) -> None:
        self._site = site
        self._page = page

    @property
    def title(self) -> str:
        """The title."""
        return self._site.config.title

    @property
    def base_url(self) -> str:
        """``baseURL``."""
        return self._site.config.base_url

    @property
    def language(self) -> str:
        """The key of the language."""
        return self._site.config.language.key

    @property
    def params(self) -> Mapping[str, Any]:
        """The parameters, keys in lower case."""
        return self._site.config.params

    @property
    def home(self) -> PageView:
        """The home page."""
        return PageView(self._site, self._site.home)

    @property
    def pages(self) -> tuple[PageView, ...]:
        """All regular pages, in order."""
        return tuple(PageView(self._site, one) for one in self._site.all_regular_pages)

    def page(self, ref: str) -> PageView | None:
        """Find a page as ``relref`` does."""
        found = resolve_ref(self._site, str(ref), self._page).page
        return None if found is None else PageView(self._site, found)


class CallView(View):
    """``parent``: the call around this one."""

    __slots__ = ("_shortcode",)

    def __init__(self, shortcode: Shortcode) -> None:
        self._shortcode = shortcode

    @property
    def name(self) -> str:
        """The name as called."""
        return self._shortcode.call.name

    @property
    def params(self) -> ParamsView:
        """The arguments."""
        return ParamsView(self._shortcode.params)

    @property
    def ordinal(self) -> int:
        """The place among the calls of its level, from 0."""
        return self._shortcode.call.ordinal

    @property
    def parent(self) -> CallView | None:
        """The call around it."""
        above = self._shortcode.context.parent
        return None if above is None else CallView(above)
