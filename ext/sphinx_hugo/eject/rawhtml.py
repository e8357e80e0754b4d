"""Raw HTML between blocks, and the frames that have no other form."""

from __future__ import annotations

import re
from contextlib import suppress
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

from docutils import nodes

from sphinx_hugo.eject.marks import directive
from sphinx_hugo.nodes.media import hugo_frame, hugo_video, visit_frame_html, visit_video_html

if TYPE_CHECKING:
    from sphinx_hugo.eject.blocks import Blocks

# An HTML block of CommonMark's sixth kind begins with one of these and ends at an empty line.
_BLOCK_TAG = re.compile(
    r"""</?(?:address|article|aside|base|basefont|blockquote|body|caption|center|col|colgroup|dd|
    details|dialog|dir|div|dl|dt|fieldset|figcaption|figure|footer|form|frame|frameset|h[1-6]|head|
    header|hr|html|iframe|legend|li|link|main|menu|menuitem|nav|noframes|ol|optgroup|option|p|param|
    search|section|summary|table|tbody|td|tfoot|th|thead|title|tr|track|ul)(?=[\s/>]|$)""",
    re.IGNORECASE | re.VERBOSE,
)
_OTHER_BLOCK = re.compile(r"<(?:script|pre|style|textarea)\b|<!|<\?", re.IGNORECASE)
_EMPTY_LINE = re.compile(r"\n\s*\n")


def raw(writer: Blocks, node: nodes.Element, _end: int) -> list[str]:
    """Return raw HTML, as it is where Markdown takes it for a block."""
    return _html(writer, node.astext()) if _is_html(node) else []


def frame(writer: Blocks, node: nodes.Element, end: int) -> list[str]:
    """Return a page of another site in a frame, or a video, as the HTML that shows it."""
    translator: Any = SimpleNamespace(body=[], builder=SimpleNamespace(name="html"))
    visit: Any = visit_frame_html if isinstance(node, hugo_frame) else visit_video_html
    with suppress(nodes.SkipNode):
        visit(translator, node)
    found = _html(writer, "".join(translator.body))
    if not found or not isinstance(node, hugo_video):
        return found or writer.blocks(node.children, end)
    return [*found, *writer.blocks(node.children, end), *_html(writer, f"</{node['tag']}>")]


def opens_block(node: nodes.Node) -> bool:
    """Tell whether a line that begins with this raw HTML would be an HTML block."""
    if not isinstance(node, nodes.raw) or not _is_html(node):
        return False
    text = node.astext().lstrip()
    return bool(_BLOCK_TAG.match(text) or _OTHER_BLOCK.match(text))


def _is_html(node: nodes.Element) -> bool:
    return "html" in node.get("format", "").split()


def _html(writer: Blocks, text: str) -> list[str]:
    text = writer.spans.in_html(text).strip("\n")
    if not text.strip():
        return []
    is_comment = text.startswith("<!--") and text.find("-->") == len(text.rstrip()) - 3
    if is_comment or (_BLOCK_TAG.match(text) and not _EMPTY_LINE.search(text)):
        return [text]
    return [directive("raw", "html", None, text, code=True)]
