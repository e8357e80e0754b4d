"""What a page has: the pages below it, and the files beside it."""

from __future__ import annotations

import re
from fnmatch import translate
from typing import TYPE_CHECKING, ClassVar

from docutils import nodes

from sphinx_hugo.shortcodes.base import Parameter, Shortcode

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sphinx_hugo.hugo.pages import Page

_MOST_LEVELS = 99


class Children(Shortcode):
    """The pages below this one, as a list of links."""

    any_parameter = True
    parameters: ClassVar[tuple[Parameter, ...]] = (
        Parameter("depth", "How many levels of pages to show.", default=1),
        Parameter("description", "Whether to show the pages' descriptions, too.", default=False),
        Parameter("sort", "`title` or `weight`; by default the order of the menu.", default="auto"),
    )

    default_depth: ClassVar[int] = 1

    def to_nodes(self) -> list[nodes.Node]:
        """Return nested lists; nothing if there are no pages."""
        depth = self.params.number("depth", default=self.default_depth)
        if self.params.text("depth").lower() == "all":
            depth = _MOST_LEVELS
        self.context.depends_on_children(self.context.page)
        return self._level(self.context.page, min(max(depth, 1), _MOST_LEVELS))

    def _level(self, parent: Page, depth: int) -> list[nodes.Node]:
        whole = nodes.bullet_list("", bullet="-", classes=["hugo-children"])
        for page in self._sorted(self.context.site.children(parent)):
            if not page.rel_permalink:
                continue
            title = nodes.Text(page.link_title or page.title)
            link = self.context.ref_reference(page.path, [title])
            item = nodes.list_item("", nodes.paragraph("", "", link))
            if self.params.flag("description") and page.description:
                words = self.context.render_inline(page.description)
                item += nodes.paragraph("", "", *words)
            if depth > 1:
                item += self._level(page, depth - 1)
            whole += item
        return [whole] if len(whole) else []

    def _sorted(self, pages: Iterable[Page]) -> list[Page]:
        order = self.params.text("sort").lower()
        if order in {"title", "linktitle"}:
            return sorted(pages, key=lambda page: (page.link_title or page.title).lower())
        return list(pages)


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
        for resource in self.context.page.resources:
            if not wanted.search(resource.name):
                continue
            words = nodes.Text(resource.title or resource.name)
            link = self.context.reference(resource.name, [words])
            whole += nodes.list_item("", nodes.paragraph("", "", link))
        if not len(whole):
            return self.body()
        title = self.params.text("title", default=self.default_title)
        return [nodes.rubric("", "", *self.context.render_inline(title)), whole, *self.body()]


def _matcher(pattern: str) -> re.Pattern[str]:
    """Compile a pattern of the page's author; one that is no regular expression is a glob."""
    try:
        return re.compile(pattern or ".*")
    except re.error:
        return re.compile(translate(pattern))
