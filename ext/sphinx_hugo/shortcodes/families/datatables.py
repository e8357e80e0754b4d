"""Tables that are made from rows, and from files with commas."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, ClassVar

from docutils import nodes

from sphinx_hugo.shortcodes.base import InnerUse, Parameter, Shortcode

if TYPE_CHECKING:
    from collections.abc import Sequence

Cell = list[nodes.Node]
"""Block nodes."""


def table(
    head: Sequence[Cell], rows: Sequence[Sequence[Cell]], *, title: Sequence[nodes.Node] = ()
) -> nodes.table:
    """Return a table; short rows are filled up, *title* are inline nodes."""
    width = max((len(row) for row in (head, *rows)), default=1) or 1
    group = nodes.tgroup("", cols=width)
    group += [nodes.colspec(colwidth=max(100 // width, 1)) for _ in range(width)]
    if head:
        group += nodes.thead("", _row(head, width))
    group += nodes.tbody("", *(_row(row, width) for row in rows))
    whole = nodes.table("")
    if title:
        whole += nodes.title("", "", *title)
    whole += group
    return whole


def _row(cells: Sequence[Cell], width: int) -> nodes.row:
    filled = [*cells, *([] for _ in range(width - len(cells)))]
    return nodes.row("", *(nodes.entry("", *cell) for cell in filled))


def text_cell(words: Sequence[nodes.Node]) -> Cell:
    """Return a cell with inline nodes."""
    return [nodes.paragraph("", "", *words)] if words else []


class CsvTable(Shortcode):
    """A table from a file with commas, or from such lines inside the call."""

    inner_use = InnerUse.OPTIONAL
    any_parameter = True
    parameters: ClassVar[tuple[Parameter, ...]] = (
        Parameter("file", "The file: beside the page, or a file of the site.", 0),
        Parameter(
            "delimiter", "What stands between the cells; `tab` for a tabulator.", default=","
        ),
        Parameter("header", "Whether the first row is a head.", default=True),
        Parameter("caption", "Title of the table, Markdown."),
    )

    def to_nodes(self) -> list[nodes.Node]:
        """Return the table; what cannot be read as one stays as it is."""
        file, delimiter = self._arguments()
        inner = self.context.inner()
        text: str | None = self.context.plain_text(inner) if inner is not None else None
        if file:
            text = self.context.read_text(file)
        if text is None:
            return self.body()
        try:
            rows = list(csv.reader(io.StringIO(text.strip()), delimiter=delimiter, strict=False))
        except csv.Error:
            return self.body()
        cells = [
            [text_cell(self.context.render_inline(word)) for word in row] for row in rows if row
        ]
        if not cells:
            return []
        caption = self.params.text("caption", "title")
        title = self.context.render_inline(caption) if caption else []
        headed = self.params.flag("header", "headers", default=True)
        return [table(cells[0] if headed else [], cells[1:] if headed else cells, title=title)]

    def _arguments(self) -> tuple[str, str]:
        """Return file and delimiter; by position, the one with a dot in it is the file."""
        file = self.params.text("file", "src", "path", "url", "filename")
        delimiter = self.params.text("delimiter", "separator", "sep", "delim")
        for word in map(str, self.params.positional):
            if len(word) == 1:
                delimiter = delimiter or word
            else:
                file = file or word
        delimiter = {"tab": "\t", "\\t": "\t"}.get(delimiter, delimiter)
        return file, delimiter if len(delimiter) == 1 and delimiter not in '\r\n"' else ","
