"""The words of nodes, for places that have room for characters only."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from docutils import nodes

from sphinx_hugo.hugo.entities import unescape
from sphinx_hugo.markdown.summary import plain

if TYPE_CHECKING:
    from collections.abc import Iterable

_UNSEEN = re.compile(r"<(svg|style|script)\b.*?</\1\s*>|<!--.*?-->", re.DOTALL | re.IGNORECASE)
_BREAK = re.compile(r"\s*<br\b", re.IGNORECASE)
_WITHOUT_WORDS = (
    nodes.comment, nodes.pending, nodes.substitution_definition, nodes.system_message, nodes.image,
    nodes.footnote_reference, nodes.citation_reference,
)  # fmt: skip


def plain_text(node: nodes.Node) -> str:
    """Return what readers see of a node: no tags of raw HTML, no pictures, no marks of footnotes."""
    if isinstance(node, nodes.Text):
        return node.astext()
    if not isinstance(node, nodes.Element) or isinstance(node, _WITHOUT_WORDS):
        return ""
    if isinstance(node, nodes.raw):
        return _words_of_html(node.astext()) if _is_html(node) else ""
    return node.child_text_separator.join(map(plain_text, node.children))


def words_of(found: Iterable[nodes.Node]) -> str:
    """Return what readers see of inline nodes."""
    return "".join(map(plain_text, found))


def _is_html(node: nodes.Element) -> bool:
    return "html" in node.get("format", "").split()


def _words_of_html(html: str) -> str:
    if _BREAK.match(html):
        return " "
    return unescape(plain(_UNSEEN.sub("", html)))
