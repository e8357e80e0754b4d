"""Section pages: what lies below them, shown on them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform

from sphinx_hugo.hugo.pages import PageKind
from sphinx_hugo.hugo.values.coercion import to_bool
from sphinx_hugo.nodes.components import card, columns_for, grid, stretch
from sphinx_hugo.nodes.pagenodes import section_list
from sphinx_hugo.nodes.titles import title_nodes
from sphinx_hugo.page.bylines import is_dated, time_nodes
from sphinx_hugo.page.descriptions import description_nodes

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sphinx_hugo.hugo.pages import Page
    from sphinx_hugo.state import SiteState


class SectionLists(SphinxPostTransform):
    """Fill in the children of a section when its page is written, so that they are never stale."""

    default_priority = 8  # before references are resolved

    def run(self, **kwargs: Any) -> None:
        """Replace the placeholder of one document."""
        domain: Any = self.env.get_domain("hugo")
        for node in list(self.document.findall(section_list)):
            state = domain.state
            page = state.documents.site.page(node["page"]) if state is not None else None
            found = [] if page is None else self._list(state, page, has_text=node["has_text"])
            if node["ids"]:  # of a target that stands before it
                found.insert(0, nodes.target("", "", ids=node["ids"]))
                node["ids"] = []
            node.replace_self(found)

    def _list(self, state: SiteState, page: Page, *, has_text: bool) -> list[nodes.Node]:
        form = list_form(state.options.hugo_section_list, page, has_text=has_text)
        if form == "none":
            return []
        children = [
            child
            for child in state.documents.site.children(page)
            if state.documents.docname(child.path)
        ]
        if not children:
            return []
        if form == "cards":
            return [self._cards(state, children)]
        return [self._items(state, children, simple=form == "simple")]

    def _link(self, state: SiteState, page: Page) -> nodes.reference:
        docname = state.documents.docname(page.path) or "index"
        here = self.env.current_document.docname
        domain: Any = self.env.get_domain("hugo")
        uri = domain.builder.get_relative_uri(here, docname)
        # The title that the page shows, which a catalogue may have translated.
        title = self.env.titles.get(docname)
        words = title_nodes(page.title or page.path) if title is None else _copies(title)
        return nodes.reference("", "", *words, internal=True, refuri=uri)

    def _description(self, state: SiteState, page: Page, *, links: bool) -> list[nodes.Node]:
        domain: Any = self.env.get_domain("hugo")
        text = domain.description_of(state.documents.docname(page.path), page)
        return description_nodes(text, page, domain, self.env, links=links) if text else []

    def _summary(self, state: SiteState, page: Page) -> list[nodes.Node]:
        """Return a page's own summary, or how a blog post begins; other pages have their title only."""
        domain: Any = self.env.get_domain("hugo")
        if page.summary:
            return description_nodes(page.summary, page, domain, self.env, links=True)
        if not is_dated(page):
            return []
        summary: str = domain.data["summaries"].get(state.documents.docname(page.path), "")
        return [nodes.Text(summary)] if summary else []

    def _items(
        self, state: SiteState, children: Sequence[Page], *, simple: bool
    ) -> nodes.bullet_list:
        items = nodes.bullet_list(classes=["hugo-section-list"])
        for child in children:
            link = (
                nodes.strong("", "", self._link(state, child))
                if not simple
                else self._link(state, child)
            )
            line = nodes.paragraph("", "", link)
            item = nodes.list_item("", line)
            if is_dated(child) and child.date is not None:
                line += nodes.Text(" \N{EN DASH} ")
                line += time_nodes(child.date, self.config.language)
            if not simple:
                text = self._description(state, child, links=True) or self._summary(state, child)
                item += _paragraph(text, "hugo-description")
            items += item
        return items

    def _cards(self, state: SiteState, children: Sequence[Page]) -> nodes.Element:
        cards = [
            card(
                title=[stretch(self._link(state, child))],
                body=_paragraph(self._description(state, child, links=False)),
            )
            for child in children
        ]
        return grid(cards, columns_for(2))


def _copies(title: nodes.title) -> list[nodes.Node]:
    return [child.deepcopy() for child in title.children]


def _paragraph(text: Sequence[nodes.Node], *classes: str) -> list[nodes.Node]:
    return [nodes.paragraph("", "", *text, classes=list(classes))] if text else []


def list_form(option: str, page: Page, *, has_text: bool) -> str:
    """Say how a page shows its children: ``none``, ``simple``, ``list`` or ``cards``.

    ``no_list`` and ``simple_list`` are Docsy's front matter; they count on the page itself.
    """
    if page.kind is PageKind.PAGE or to_bool(page.params.get("no_list")):
        return "none"
    if option == "none" or (option == "auto" and has_text):
        return "none"
    if to_bool(page.params.get("simple_list")):
        return "simple"
    return "cards" if option == "cards" else "list"
