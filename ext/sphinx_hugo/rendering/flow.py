"""Moving nodes about: blocks and inline nodes, each where it fits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes
from sphinx import addnodes

from sphinx_hugo.nodes.pagenodes import html_block
from sphinx_hugo.nodes.words import plain_text
from sphinx_hugo.rendering.phrases import as_phrase

if TYPE_CHECKING:
    from markdown_it.tree import SyntaxTreeNode

    from sphinx_hugo.hugo.calls.reading import ShortcodeCall
    from sphinx_hugo.hugo.calls.reduce import Reduced


def line_of(token: SyntaxTreeNode) -> int:
    """Return the 1-based source line of a token; 0 if it has none."""
    return int(token.meta.get("line") or (token.map[0] if token.map else 0))


def is_inline(node: nodes.Node) -> bool:
    """Tell whether a node fits into a paragraph."""
    return isinstance(node, nodes.Inline | nodes.Text) and not isinstance(node, html_block)


def detached(holder: nodes.Element) -> list[nodes.Node]:
    """Take the children out of an element."""
    children = list(holder.children)
    for child in children:
        child.parent = None
    holder.children = []
    return children


def settle_links(answer: nodes.Element) -> None:
    """Put links that stand between blocks, but for those around a picture, into paragraphs."""
    for link in [node for node in answer.findall(nodes.Element) if _is_link(node)]:
        if link is answer or isinstance(link.parent, nodes.TextElement):
            continue
        if len(link) == 1 and isinstance(link[0], nodes.image):
            continue
        paragraph = nodes.paragraph()
        link.replace_self(paragraph)
        paragraph += link


def _is_link(node: nodes.Node) -> bool:
    return isinstance(node, nodes.reference | addnodes.pending_xref)


def flatten(holder: nodes.Element) -> None:
    """Turn blocks within a title into their words."""
    for index, child in enumerate(holder.children):
        if isinstance(child, html_block):
            holder[index] = as_phrase(child)
        elif not is_inline(child):
            text = plain_text(child)
            holder[index] = nodes.inline(text, text)


def as_blocks(children: list[nodes.Node], source: str, line: int) -> list[nodes.Node]:
    """Wrap runs of inline nodes into paragraphs of a source line; leave blocks as they are."""
    blocks: list[nodes.Node] = []
    run: list[nodes.Node] = []

    def flush() -> None:
        if any(not isinstance(node, nodes.Text) or node.strip() for node in run):
            paragraph = nodes.paragraph("", "", *run)
            paragraph.source, paragraph.line = source, line
            blocks.append(paragraph)
        run.clear()

    for child in children:
        if is_inline(child):
            run.append(child)
        else:
            flush()
            blocks.append(child)
    flush()
    return blocks


def only_call(reduced: Reduced, destination: str) -> ShortcodeCall | None:
    """Return the call that a link destination consists of; None if there is more to it."""
    match = reduced.pattern.fullmatch(destination)
    return reduced.calls[int(match[1])] if match else None
