"""Runs of inline nodes between blocks: how they become paragraphs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


class Break(nodes.Inline, nodes.Element):
    """A line ends here; never left in a document."""


def is_inline(node: nodes.Node) -> bool:
    """Tell whether a node fits into running text."""
    return isinstance(node, nodes.Inline | nodes.Text)


def has_blocks(found: Iterable[nodes.Node]) -> bool:
    """Tell whether there is any block."""
    return any(not is_inline(node) for node in found)


def is_blank(found: Iterable[nodes.Node]) -> bool:
    """Tell whether nodes show nothing."""
    return all(
        isinstance(node, Break | nodes.target)
        or (isinstance(node, nodes.Text) and not node.strip())
        for node in found
    )


def trimmed(found: Sequence[nodes.Node]) -> list[nodes.Node]:
    """Take white space off the ends of a run."""
    first, end = 0, len(found)
    while first < end and _is_space(found[first]):
        first += 1
    while first < end and _is_space(found[end - 1]):
        end -= 1
    run = list(found[first:end])
    if run and isinstance(run[0], nodes.Text):
        run[0] = nodes.Text(run[0].lstrip())
    if run and isinstance(run[-1], nodes.Text):
        run[-1] = nodes.Text(run[-1].rstrip())
    return run


def _is_space(node: nodes.Node) -> bool:
    return isinstance(node, Break) or (isinstance(node, nodes.Text) and not node.strip())


def paragraphs(found: Iterable[nodes.Node]) -> list[nodes.Node]:
    """Put runs of inline nodes into paragraphs, or line blocks if they have several lines."""
    blocks: list[nodes.Node] = []
    run: list[nodes.Node] = []
    for node in found:
        if is_inline(node):
            run.append(node)
        else:
            blocks += _paragraph(run)
            run = []
            blocks.append(node)
    return blocks + _paragraph(run)


def _paragraph(run: Sequence[nodes.Node]) -> list[nodes.Node]:
    if is_blank(run):
        return [node for node in run if isinstance(node, nodes.target)]
    lines: list[list[nodes.Node]] = [[]]
    for node in run:
        if isinstance(node, Break):
            lines.append([])
        else:
            lines[-1].append(node)
    shown = [trimmed(line) for line in lines if not is_blank(line)]
    loose = [
        node for line in lines if is_blank(line) for node in line if isinstance(node, nodes.target)
    ]
    shown[0][:0] = loose
    if len(shown) == 1:
        return [nodes.paragraph("", "", *_unbroken(shown[0]))]
    return [nodes.line_block("", *(nodes.line("", "", *_unbroken(line)) for line in shown))]


def only_inline(found: Iterable[nodes.Node]) -> list[nodes.Node]:
    """Turn blocks into their text and line ends into spaces, for places where nothing else fits."""
    result: list[nodes.Node] = []
    for node in found:
        if isinstance(node, nodes.paragraph | nodes.rubric | nodes.line_block):
            if result:
                result.append(nodes.Text(" "))
            result += joined(node.children) if isinstance(node, nodes.line_block) else node.children
        elif isinstance(node, Break):
            result.append(nodes.Text(" "))
        elif is_inline(node):
            result.append(node)
        elif text := " ".join(node.astext().split()):
            result += [nodes.Text(" "), nodes.Text(text)] if result else [nodes.Text(text)]
    return _unbroken(result)


def joined(blocks: Iterable[nodes.Node]) -> list[nodes.Node]:
    """Return what blocks hold as one line."""
    result: list[nodes.Node] = []
    for block in blocks:
        if result:
            result.append(nodes.Text(" "))
        result += block.children if isinstance(block, nodes.TextElement) else only_inline([block])
    return result


def _unbroken(run: Sequence[nodes.Node]) -> list[nodes.Node]:
    """Replace the line ends within spans; those between them are gone already."""
    for node in run:
        if isinstance(node, nodes.Element):
            for one in list(node.findall(Break)):
                one.replace_self(nodes.Text(" "))
    return list(run)
