"""Shortcodes that sites have to pass HTML on: as it stands where they allow it, else its meaning."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from sphinx_hugo.fromhtml import Converter, TreeBuilder
from sphinx_hugo.fromhtml.runs import only_inline
from sphinx_hugo.nodes.pagenodes import html_block
from sphinx_hugo.shortcodes.base import InnerUse, Shortcode

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sphinx_hugo.shortcodes.base import Context


class RawHtml(Shortcode):
    """HTML as it stands if the site allows it in Markdown (`unsafe`); else what it says."""

    names = ("rawhtml", "raw-html", "raw_html", "html", "raw", "unsafe")
    inner_use = InnerUse.REQUIRED
    any_parameter = True
    example = "{{< rawhtml >}}<p>One <b>word</b>.</p>{{< /rawhtml >}}"
    gives_way = True

    def to_nodes(self) -> list[nodes.Node]:
        """Return the HTML, with the words of the calls in it."""
        text = self.to_text()
        if not self.context.site.config.allows_html:
            return self._said(text)
        if self.context.inline:
            return [nodes.raw("", text, format="html")]
        block = html_block("", text.strip("\n"), format="html")
        block.line = self.context.line
        return [block]

    def _said(self, text: str) -> list[nodes.Node]:
        builder = TreeBuilder()
        builder.feed(text)
        converter = Converter(_PageLinks(self.context))
        tree = builder.finish()
        return (
            only_inline(converter.inline(tree)) if self.context.inline else converter.blocks(tree)
        )


class _PageLinks:
    """Links and pictures of the page in which a call stands."""

    place: nodes.Node | None = None

    def __init__(self, context: Context) -> None:
        self._context = context

    def link(self, address: str, children: Sequence[nodes.Node], title: str) -> nodes.Element:
        return self._context.reference(address, children, title=title)

    def image(self, address: str, alt: str, title: str) -> nodes.Element:
        node = self._context.image(address, alt=alt)
        if title:
            node["title"] = title
        return node
