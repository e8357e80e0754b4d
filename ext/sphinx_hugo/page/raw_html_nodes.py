"""Raw HTML for builders that cannot show it: the tags of a page, with what stands between, as nodes.

Markdown cuts HTML at blank lines and at its own marks, so that an element may begin in one raw node
and end in another one. The raw nodes of one parent are therefore read as one text, in which its
other children stand.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx import addnodes
from sphinx.transforms.post_transforms import SphinxPostTransform

from sphinx_hugo.domain.crossrefs import pending_reference
from sphinx_hugo.fromhtml import Converter, TreeBuilder
from sphinx_hugo.fromhtml.runs import Break, has_blocks, is_blank, only_inline, paragraphs
from sphinx_hugo.hugo.references.links import LinkKind, resolve_link
from sphinx_hugo.page.raw_html import shows_html

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sphinx.environment import BuildEnvironment

    from sphinx_hugo.domain.objects import HugoDomain

_STRUCTURE = (nodes.section, nodes.title, addnodes.start_of_file, addnodes.toctree)
"""Nodes that may not stand in an element of a page."""


class RawHtmlNodes(SphinxPostTransform):
    """Replace raw HTML by nodes, where HTML cannot be shown."""

    default_priority = 5
    """Before references are resolved (10), for there are new ones, and before pictures are chosen."""

    def run(self, **kwargs: Any) -> None:
        """Rewrite the parents of the raw nodes of one document."""
        domain: Any = self.env.get_domain("hugo")
        if domain.state is None or domain.page_of(self.env.current_document.docname) is None:
            return
        if shows_html(domain.builder):
            return
        parents: dict[int, nodes.Element] = {}
        for node in self.document.findall(nodes.raw):
            if _is_html(node) and node.parent is not None:
                parents[id(node.parent)] = node.parent
        # What stands deeper comes first: it may turn out to be blocks.
        for parent in reversed(parents.values()):
            self._rewrite(parent, domain)

    def _rewrite(self, parent: nodes.Element, domain: HugoDomain) -> None:
        links = PageLinks(domain, self.env, _docname(parent) or self.env.current_document.docname)
        converter = Converter(links, in_table=_is_within(parent, nodes.entry))
        builder = TreeBuilder()
        children = parent.children
        for index, child in enumerate(children):
            if not _is_html(child):
                if isinstance(child, _STRUCTURE):
                    builder.close()
                builder.add(child)
                continue
            assert isinstance(child, nodes.raw)
            if _is_hard_break(children, index):
                builder.add(nodes.Text("\n"))
            else:
                builder.feed(child.astext(), child)
        tree = builder.finish()
        if not isinstance(parent, nodes.TextElement):
            _set_children(parent, converter.blocks(tree))
            return
        found = converter.inline(tree)
        lines = any(isinstance(node, Break) for node in found)
        if isinstance(parent, nodes.paragraph) and (lines or has_blocks(found)):
            _replace(parent, paragraphs(found))
        elif isinstance(parent, nodes.paragraph) and is_blank(found):
            _replace(parent, [node for node in found if isinstance(node, nodes.target)])
        else:
            _set_children(parent, only_inline(found))


class PageLinks:
    """What addresses in the HTML of a page mean; missing ones are reported with the reference."""

    def __init__(self, domain: HugoDomain, env: BuildEnvironment, docname: str) -> None:
        self._domain = domain
        self._env = env
        self._docname = docname
        self.place: nodes.Node | None = None
        """The node whose place in the source is told."""

    def link(self, address: str, children: Sequence[nodes.Node], title: str) -> nodes.Element:
        """Return a link, checked where it leads into the site."""
        if self._resolve(address).kind is LinkKind.EXTERNAL:
            node: nodes.Element = nodes.reference("", "", *children, refuri=address)
            if title:
                node["reftitle"] = title
        else:
            node = pending_reference("link", address, children, docname=self._docname, title=title)
        if self.place is not None:
            node.source, node.line = self.place.source, self.place.line
            if isinstance(self.place, nodes.raw) and "hugo_template" in self.place:
                node["hugo_template"] = self.place["hugo_template"]
        return node

    def image(self, address: str, alt: str, title: str) -> nodes.Element:
        """Return a picture; a link to it if it is not there, which is then reported."""
        result = self._resolve(address)
        node = nodes.image("", uri=address, alt=alt)
        if title:
            node["title"] = title
        if result.kind is LinkKind.EXTERNAL:
            node["candidates"] = {"?": address}
            return node
        if result.filename is None:
            return self.link(address, [nodes.Text(alt or address)], title)
        assert self._domain.state is not None
        uri = self._domain.state.wing.source_uri(result.filename)
        # Sphinx has collected the pictures when it read the page.
        node["uri"], _absolute = self._env.relfn2path(uri, self._docname)
        node["candidates"] = {"*": node["uri"]}
        self._env.images.add_file(self._docname, node["uri"])
        return node

    def _resolve(self, address: str) -> Any:
        assert self._domain.state is not None
        site = self._domain.state.documents.site
        return resolve_link(site, address, self._domain.page_of(self._docname))


def _is_html(node: nodes.Node) -> bool:
    return isinstance(node, nodes.raw) and "html" in node["format"].split()


def _is_hard_break(children: Sequence[nodes.Node], index: int) -> bool:
    """Tell whether this is the HTML for a line end of Markdown, which has its own for LaTeX."""
    following = children[index + 1] if index + 1 < len(children) else None
    return (
        isinstance(following, nodes.raw)
        and "latex" in following["format"].split()
        and children[index].astext().lstrip().startswith("<br")
    )


def _is_within(node: nodes.Element | None, kind: type[nodes.Element]) -> bool:
    while node is not None:
        if isinstance(node, kind):
            return True
        node = node.parent
    return False


def _docname(node: nodes.Element | None) -> str:
    """Return the document that a node comes from, where several are one; empty if it is alone."""
    while node is not None:
        # Sphinx notes it here when it puts documents into one.
        if isinstance(node, nodes.section | addnodes.start_of_file) and "docname" in node:
            return str(node["docname"])
        node = node.parent
    return ""


def _set_children(parent: nodes.Element, found: Iterable[nodes.Node]) -> None:
    parent.children = []
    parent.extend(found)


def _replace(parent: nodes.Element, blocks: Sequence[nodes.Node]) -> None:
    for block in blocks:
        if isinstance(block, nodes.Element) and block.line is None:
            block.source, block.line = parent.source, parent.line
    if blocks:
        parent.replace_self(list(blocks))
    else:
        parent.parent.remove(parent)
