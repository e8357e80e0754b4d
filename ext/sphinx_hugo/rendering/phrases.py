"""HTML between blocks as words of a line: for titles and links, in which blocks cannot stand."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from docutils import nodes

from sphinx_hugo.hugo.entities import unescape

if TYPE_CHECKING:
    from sphinx_hugo.nodes.pagenodes import html_block

_UNSEEN = re.compile(r"<(script|style|template)\b.*?(?:</\1\s*>|\Z)", re.DOTALL | re.IGNORECASE)
_BLOCK_TAGS = re.compile(
    r"</?(?:address|article|aside|blockquote|br|caption|center|d[dlt]|details|div|fieldset"
    r"|figcaption|figure|footer|form|h[1-6]|header|hr|li|main|nav|[ou]l|p|pre|section|summary"
    r"|table|tbody|t[dhr]|tfoot|thead)\b[^<>]*+>",
    re.IGNORECASE,
)
_TAG = re.compile(r"<[A-Za-z/!]")


def as_phrase(block: html_block) -> nodes.Node:
    """Return the words of HTML with what marks them, such as ``<em>``, without the blocks around."""
    text = " ".join(_BLOCK_TAGS.sub(" ", _UNSEEN.sub("", block.astext())).split())
    if not _TAG.search(text):
        return nodes.Text(unescape(text))
    phrase = nodes.raw("", text, **block.attributes)
    phrase.source, phrase.line = block.source, block.line
    return phrase
