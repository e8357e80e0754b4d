"""Tables: in Markdown's own form where each cell is a line, else as a list of rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from sphinx_hugo.eject.marks import directive, indented, joined
from sphinx_hugo.eject.spans import classes
from sphinx_hugo.rendering.flow import is_inline

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sphinx_hugo.eject.blocks import Blocks

_ALIGNED = {"text-left": ":---", "text-center": ":---:", "text-right": "---:"}


def table(writer: Blocks, node: nodes.Element, end: int) -> list[str]:
    """Return a table; its cells may hold blocks."""
    head = [_entries(row) for part in node.findall(nodes.thead) for row in part.findall(nodes.row)]
    body = [_entries(row) for part in node.findall(nodes.tbody) for row in part.findall(nodes.row)]
    width = max(map(len, [*head, *body]), default=0)
    title = next((c for c in node.children if isinstance(c, nodes.title)), None)
    if not width:
        return []
    caption = writer.spans.line(title.children) if title is not None else ""
    flat = all(_is_flat(entry) for row in [*head, *body] for entry in row)
    names = classes(node)
    if flat and len(head) == 1 and not caption:
        text = _pipes(writer, head[0], body, width)
        return [f"{{{names}}}\n{text}" if names else text]
    return [_rows(writer, [*head, *body], width, len(head), caption, end)]


def _entries(row: nodes.Element) -> list[nodes.Element]:
    return [entry for entry in row.children if isinstance(entry, nodes.entry)]


def _is_flat(entry: nodes.Element) -> bool:
    if len(entry) > 1 or entry.get("morecols") or entry.get("morerows"):
        return False
    return all(
        isinstance(child, nodes.paragraph) or is_inline(child) for child in entry.children
    ) and all(is_inline(part) for child in entry.children for part in child.children)


def _pipes(
    writer: Blocks,
    head: Sequence[nodes.Element],
    body: Sequence[Sequence[nodes.Element]],
    width: int,
) -> str:
    lines = [_line([_cell(writer, entry) for entry in row], width) for row in (head, *body)]
    marks = [_mark(entry) for entry in head]
    lines.insert(1, _line([*marks, *["---"] * (width - len(marks))], width))
    return "\n".join(lines)


def _line(cells: Sequence[str], width: int) -> str:
    filled = [*cells, *[""] * (width - len(cells))]
    return f"| {' | '.join(filled)} |"


def _mark(entry: nodes.Element) -> str:
    return next((_ALIGNED[name] for name in entry["classes"] if name in _ALIGNED), "---")


def _cell(writer: Blocks, entry: nodes.Element) -> str:
    inlines = [
        part
        for child in entry.children
        for part in (child.children if isinstance(child, nodes.paragraph) else [child])
    ]
    # Markdown looks for the bars before it looks for code spans.
    return writer.spans.line(inlines).replace("|", "\\|")


def _rows(
    writer: Blocks,
    rows: Sequence[Sequence[nodes.Element]],
    width: int,
    headers: int,
    caption: str,
    end: int,
) -> str:
    texts = []
    for row in rows:
        cells = [joined(writer.blocks(entry.children, end)) for entry in row]
        cells += [""] * (width - len(cells))
        lines = [indented(indented(cell, "- "), "  ") for cell in cells]
        texts.append("* " + "\n".join(lines)[2:])
    options = {"header-rows": str(headers)} if headers else {}
    return directive("list-table", caption, options, "\n".join(texts))
