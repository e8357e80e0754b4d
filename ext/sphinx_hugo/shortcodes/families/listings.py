"""What a page has: the pages below it, and the files beside it."""

from __future__ import annotations

import re
import sys
from fnmatch import translate
from typing import TYPE_CHECKING, ClassVar

from docutils import nodes

from sphinx_hugo.hugo.expressions.regexps import ExpressionError, compile_expression
from sphinx_hugo.nodes.components import card, columns_for, dropdown, grid, stretch
from sphinx_hugo.shortcodes.base import Parameter, Shortcode

if TYPE_CHECKING:
    from sphinx_hugo.hugo.pages import Page

_MOST_LEVELS = 99

_DATES = {
    "date": "date",
    "modifieddate": "lastmod",
    "lastmod": "lastmod",
    "publishdate": "publish_date",
    "expirydate": "expiry_date",
}
"""Words for an order by date, newest first, and the field of the page."""


class Children(Shortcode):
    """The pages below this one, as a list of links or as cards."""

    any_parameter = True
    parameters: ClassVar[tuple[Parameter, ...]] = (
        Parameter("depth", "How many levels of pages to show.", default=1),
        Parameter("description", "Whether to show the pages' descriptions, too.", default=False),
        Parameter(
            "sort",
            "`title`, `weight`, `date`, `modifieddate`, `publishdate` or `expirydate`; by default "
            "the order of the menu.",
            default="auto",
        ),
        Parameter(
            "type", "`card` shows the first level as cards; else it is a list.", default="tree"
        ),
        Parameter("showhidden", "Whether to list pages with `hidden: true`.", default=False),
    )

    default_depth: ClassVar[int] = 1
    depth_keys: ClassVar[tuple[int | str, ...]] = ("depth", "levels")
    description_keys: ClassVar[tuple[int | str, ...]] = ("description", "summary")
    sort_keys: ClassVar[tuple[int | str, ...]] = ("sort", "orderby")

    def to_nodes(self) -> list[nodes.Node]:
        """Return nested lists or a grid; nothing if there are no pages."""
        depth = self.params.number(*self.depth_keys, default=self.default_depth)
        if self.params.text(*self.depth_keys).lower() == "all":
            depth = _MOST_LEVELS
        parent = self.parent_page()
        if self.params.text("type", "display").lower() in {"card", "cards"}:
            cards = [self._card(page) for page in self._pages(parent)]
            columns = columns_for(self.params.number("columns", default=3))
            return [grid(cards, columns)] if cards else []
        return self._level(parent, min(max(depth, 1), _MOST_LEVELS))

    def parent_page(self) -> Page:
        """Return the page whose pages are listed."""
        ref = self.params.text("pageref", "page", "path")
        found = self.context.find_page(ref) if ref else None
        return found or self.context.page

    def with_description(self) -> bool:
        """Tell whether the pages' descriptions are shown, too."""
        return self.params.flag(*self.description_keys)

    def _level(self, parent: Page, depth: int) -> list[nodes.Node]:
        whole = nodes.bullet_list("", bullet="-", classes=["hugo-children"])
        for page in self._pages(parent):
            item = nodes.list_item("", nodes.paragraph("", "", self._link(page)))
            item += self._description(page)
            if depth > 1:
                item += self._level(page, depth - 1)
            whole += item
        return [whole] if len(whole) else []

    def _card(self, page: Page) -> nodes.Node:
        return card(title=[stretch(self._link(page))], body=self._description(page))

    def _link(self, page: Page) -> nodes.Element:
        title = nodes.Text(page.link_title or page.title)
        return self.context.ref_reference(page.path, [title])

    def _description(self, page: Page) -> list[nodes.Node]:
        if not (self.with_description() and page.description):
            return []
        return [nodes.paragraph("", "", *self.context.render_inline(page.description))]

    def _pages(self, parent: Page) -> list[Page]:
        hidden = self.params.flag("showhidden", "hidden")
        pages = [
            page
            for page in self.context.site.children(parent)
            if page.rel_permalink and (hidden or page.params.get("hidden") is not True)
        ]
        order = self.params.text(*self.sort_keys).lower()
        if order in {"title", "linktitle"}:
            return sorted(pages, key=lambda page: (page.link_title or page.title).lower())
        if order == "weight":
            return sorted(pages, key=lambda page: page.weight or sys.maxsize)
        if order in _DATES:
            return sorted(pages, key=lambda page: _timestamp(page, order), reverse=True)
        return pages


class Resources(Shortcode):
    """The files beside the page, as a list of links."""

    any_parameter = True
    parameters: ClassVar[tuple[Parameter, ...]] = (
        Parameter("title", "Title of the list.", default="Resources"),
        Parameter("pattern", "A regular expression that names must match.", default=".*"),
    )

    default_title: ClassVar[str] = "Resources"

    def to_nodes(self) -> list[nodes.Node]:
        """Return a titled list; nothing if there are no files."""
        wanted = _matcher(self.params.text("pattern"))
        whole = nodes.bullet_list("", bullet="-", classes=["hugo-resources"])
        resources = list(self.context.page.resources)
        if self.params.text("sort").lower() == "desc":
            resources.reverse()
        for resource in resources:
            if not wanted.search(resource.name):
                continue
            words = nodes.Text(resource.title or resource.name)
            link = self.context.reference(resource.name, [words])
            whole += nodes.list_item("", nodes.paragraph("", "", link))
        if not len(whole):
            return self.body()
        title = self.context.render_inline(self.params.text("title", default=self.default_title))
        if self.params.get("expanded") is not None:
            is_open = self.params.flag("expanded")
            return [dropdown(title, [whole, *self.body()], is_open=is_open)]
        return [nodes.rubric("", "", *title), whole, *self.body()]


def _timestamp(page: Page, order: str) -> float:
    date = getattr(page, _DATES[order])
    return date.timestamp() if date is not None else 0.0


def _matcher(pattern: str) -> re.Pattern[str]:
    """Compile a pattern of the page's author; one that is no regular expression is a glob."""
    try:
        return compile_expression(pattern or ".*").regex
    except ExpressionError:
        return re.compile(translate(pattern))
