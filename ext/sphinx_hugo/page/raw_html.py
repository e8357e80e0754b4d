"""Raw HTML when a page is written: its links lead where they should.

What other builders than HTML make of it is in :mod:`sphinx_hugo.page.raw_html_nodes`.
"""

from __future__ import annotations

from functools import partial
from html import escape
from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform

from sphinx_hugo.diagnostics import warn
from sphinx_hugo.domain.crossrefs import printed_by
from sphinx_hugo.fromhtml.addresses import ATTRIBUTE, TAG, address_in
from sphinx_hugo.hugo.problems import Kind
from sphinx_hugo.hugo.references.links import FILES, LinkKind, LinkResult, resolve_link
from sphinx_hugo.nodes.pagenodes import html_block

if TYPE_CHECKING:
    import re

    from sphinx.builders import Builder

    from sphinx_hugo.domain.objects import HugoDomain


def _is_ours(node: nodes.raw) -> bool:
    has_links = "hugo_docname" in node and "html" in node["format"].split()
    return has_links or isinstance(node, html_block)


def shows_html(builder: Builder) -> bool:
    """Tell whether a builder can show HTML as an author wrote it; an ePub takes only XHTML."""
    return builder.format == "html" and builder.name != "epub"


class RawHtmlLinks(SphinxPostTransform):
    """Point the links in raw HTML at what they mean in this build."""

    default_priority = 200

    def run(self, **kwargs: Any) -> None:
        """Rewrite the raw nodes of one document."""
        domain: Any = self.env.get_domain("hugo")
        if domain.state is None or domain.page_of(self.env.current_document.docname) is None:
            return
        if not shows_html(domain.builder):
            return
        for node in list(self.document.findall(nodes.raw)):
            if _is_ours(node):
                text = node.astext()
                if "hugo_docname" in node:
                    text = TAG.sub(partial(self._tag, domain, node), text)
                raw = nodes.raw("", text, format="html")
                raw.source, raw.line = node.source, node.line
                node.replace_self(raw)

    def _tag(self, domain: HugoDomain, node: nodes.raw, tag: re.Match[str]) -> str:
        attributes = tag["attributes"]
        if not attributes:
            return tag[0]
        start, end = (position - tag.start() for position in tag.span("attributes"))
        line = node.line or None
        if line is not None and "hugo_template" not in node:
            line += tag.string.count("\n", 0, tag.start("attributes"))
        new = ATTRIBUTE.sub(partial(self._attribute, domain, node, line), attributes)
        return tag[0][:start] + new + tag[0][end:]

    def _attribute(
        self, domain: HugoDomain, node: nodes.raw, line: int | None, attribute: re.Match[str]
    ) -> str:
        url = address_in(attribute)
        if url is None:
            return attribute[0]
        assert domain.state is not None
        start = domain.page_of(node["hugo_docname"])
        result = resolve_link(domain.state.documents.site, url, start)
        kind, problem = Kind.LINK, result.problem_text
        if result.page is not None and result.kind in {LinkKind.PAGE, LinkKind.FRAGMENT}:
            docname = domain.state.documents.docname(result.page.path)
            if docname is not None:
                kind = Kind.FRAGMENT
                problem = domain.fragment_problem(docname, result.fragment, url, result.page)
        if problem:
            if line is not None and "hugo_template" not in node:
                line += attribute.string.count("\n", 0, attribute.start())
            warn(kind, problem + printed_by(node), node.source, line)
        address = self._address(url, result, domain, node)
        if address == url:
            return attribute[0]
        return f'{attribute["name"]}="{escape(address, quote=True)}"'

    def _address(self, url: str, result: LinkResult, domain: HugoDomain, node: nodes.raw) -> str:
        assert domain.state is not None
        documents = domain.state.documents
        docname = node["hugo_docname"]
        builder = domain.builder
        suffix = result.suffix
        if result.kind is LinkKind.PAGE and result.page is not None:
            target = documents.docname(result.page.path)
            if target is not None:
                return (builder.get_relative_uri(docname, target) or "") + suffix
        if result.kind in FILES:
            return domain.file_uri(builder, docname, result.address) + suffix
        if result.kind is LinkKind.TRANSLATION:
            return result.address + suffix
        return url
