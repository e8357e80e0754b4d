"""Descriptions from front matter, which are Markdown, as lists of pages show them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from sphinx_hugo.domain.destinations import Link, destinations
from sphinx_hugo.fromhtml import Converter, TreeBuilder
from sphinx_hugo.fromhtml.addresses import addresses
from sphinx_hugo.fromhtml.runs import only_inline, trimmed
from sphinx_hugo.markdown import render_line
from sphinx_hugo.nodes.words import words_of
from sphinx_hugo.page.raw_html_nodes import PageLinks
from sphinx_hugo.site_markdown import markdown_options

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sphinx.environment import BuildEnvironment

    from sphinx_hugo.domain.objects import HugoDomain
    from sphinx_hugo.hugo.pages import Page
    from sphinx_hugo.state import SiteState


class _Links(PageLinks):
    """Links as in the text of the page with the list; pictures are left out."""

    def link(self, address: str, children: Sequence[nodes.Node], title: str) -> nodes.Element:
        """Return a link, unless there was only a picture in it."""
        return super().link(address, children, title) if words_of(children) else nodes.inline()

    def image(self, address: str, alt: str, title: str) -> nodes.Element:
        """Return nothing to see."""
        del address, alt, title
        return nodes.inline()


class _NoLinks(_Links):
    """Only the words of links, for places that are links themselves."""

    def link(self, address: str, children: Sequence[nodes.Node], title: str) -> nodes.Element:
        """Return the words."""
        del address, title
        return nodes.inline("", "", *children)


def description_nodes(
    text: str, page: Page, domain: HugoDomain, env: BuildEnvironment, *, links: bool
) -> list[nodes.Node]:
    """Return what a description of *page* says as inline nodes of the document that is written.

    :param links: whether links may stand there.
    """
    assert domain.state is not None
    maker = (_Links if links else _NoLinks)(domain, env, env.current_document.docname)
    maker.place = nodes.inline()
    maker.place.source, maker.place.line = str(page.filename or ""), 1
    builder = TreeBuilder()
    builder.feed(_html(domain.state, text), maker.place)
    found = only_inline(Converter(maker).inline(builder.finish()))
    return trimmed([node for node in found if words_of([node])])


def places_in(state: SiteState, text: str, start: Page) -> Iterator[object]:
    """Yield where the links of a description lead that is shown on the page *start*."""
    if "](" in text or "<" in text:
        links = [Link("link", address) for address in addresses(_html(state, text))]
        yield from destinations(state.documents, links, start)


def _html(state: SiteState, text: str) -> str:
    return render_line(text, markdown_options(state))
