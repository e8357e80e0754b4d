"""Raw HTML when a page is written: its links lead where they should.

What other builders than HTML make of it is in :mod:`sphinx_hugo.page.raw_html_nodes`.
"""

from __future__ import annotations

import re
from functools import partial
from html import escape, unescape
from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform

from sphinx_hugo.diagnostics import warn
from sphinx_hugo.hugo.problems import Kind
from sphinx_hugo.hugo.references.links import LinkKind, LinkResult, resolve_link
from sphinx_hugo.page.pagenodes import html_block

if TYPE_CHECKING:
    from sphinx.builders import Builder

    from sphinx_hugo.domain import HugoDomain

TAG_LINK = re.compile(
    r"""<(?:a|area|img|source|video|audio|iframe|embed|track|link)\b[^<>]*?
        \s(?:href|src|poster)\s*=\s*(?P<quote>["'])(?P<url>.*?)(?P=quote)""",
    re.IGNORECASE | re.VERBOSE | re.DOTALL,
)


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
                    text = TAG_LINK.sub(partial(self._link, domain, node), text)
                raw = nodes.raw("", text, format="html")
                raw.source, raw.line = node.source, node.line
                node.replace_self(raw)

    def _link(self, domain: HugoDomain, node: nodes.raw, match: re.Match[str]) -> str:
        assert domain.state is not None
        url = unescape(match["url"]).strip()
        result = resolve_link(
            domain.state.documents.site, url, domain.page_of(node["hugo_docname"])
        )
        if result.kind is LinkKind.NONE:
            line = (
                node.line + match.string.count("\n", 0, match.start("url")) if node.line else None
            )
            warn(Kind.LINK, result.problem_text, node.source, line)
        address = self._address(url, result, domain, node)
        start, end = (position - match.start() for position in match.span("url"))
        whole = match[0]
        return (
            whole[:start] + escape(address, quote=True) + whole[end:] if address != url else whole
        )

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
        if result.kind in {LinkKind.RESOURCE, LinkKind.STATIC}:
            return domain.file_uri(builder, docname, result.address) + suffix
        if result.kind is LinkKind.TRANSLATION:
            return result.address + suffix
        return url
