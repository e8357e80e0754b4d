"""The grid of an HTML table: rows of cells, spans cut to what fits."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from docutils import nodes

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from sphinx_hugo.fromhtml.tree import Tag

MAX_COLUMNS = 100
"""More columns than this are not a table that anyone could read on paper."""

_GROUPS = frozenset({"thead", "tbody", "tfoot"})


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell in its place."""

    tag: Tag | None
    """None for a place that the row leaves empty."""
    width: int = 1
    height: int = 1


@dataclass(frozen=True, slots=True)
class Grid:
    """A table whose rows all fill the same number of columns."""

    columns: int
    head: tuple[tuple[Cell, ...], ...]
    body: tuple[tuple[Cell, ...], ...]


def read_grid(table: Tag) -> Grid | None:
    """Return the cells of a table; None if it has none, or more columns than can be shown."""
    groups = [_place(rows) for rows in _groups(table)]
    columns = max((_columns(rows) for rows in groups), default=0)
    if not 0 < columns <= MAX_COLUMNS:
        return None
    filled = [_fill(rows, columns) for rows in groups]
    names = [_is_head(rows) for rows in _groups(table)]
    head = tuple(row for rows, first in zip(filled, names, strict=True) if first for row in rows)
    body = tuple(row for rows, first in zip(filled, names, strict=True) if not first for row in rows)
    return Grid(columns, head if body else (), body or head)


def table_node(grid: Grid, content: Callable[[Tag], Sequence[nodes.Node]]) -> nodes.table:
    """Return the node for a table; *content* gives the blocks of a cell."""
    group = nodes.tgroup("", cols=grid.columns)
    group.extend(nodes.colspec(colwidth=1) for _ in range(grid.columns))
    for part, rows in ((nodes.thead(), grid.head), (nodes.tbody(), grid.body)):
        for row in rows:
            part += nodes.row("", *(_entry(cell, content) for cell in row))
        if rows:
            group += part
    return nodes.table("", group, classes=["colwidths-auto"])


def _entry(cell: Cell, content: Callable[[Tag], Sequence[nodes.Node]]) -> nodes.entry:
    entry = nodes.entry("", *(content(cell.tag) if cell.tag is not None else ()))
    if cell.width > 1:
        entry["morecols"] = cell.width - 1
    if cell.height > 1:
        entry["morerows"] = cell.height - 1
    return entry


def _groups(table: Tag) -> Iterator[list[Tag]]:
    """Yield the rows of head, body and foot; rows without a group make one together."""
    loose: list[Tag] = []
    for child in table.elements():
        if child.name in _GROUPS:
            if loose:
                yield loose
                loose = []
            rows = [row for row in child.elements() if row.name == "tr"]
            if rows:
                yield rows
        elif child.name == "tr":
            # A first row of header cells is a head, whether or not it says so.
            if len(loose) == 1 and _is_head(loose):
                yield loose
                loose = []
            loose.append(child)
    if loose:
        yield loose


def _is_head(rows: Sequence[Tag]) -> bool:
    return all(cell.name == "th" for row in rows for cell in cells_of(row))


def cells_of(row: Tag) -> list[Tag]:
    """Return the cells of a row."""
    return [child for child in row.elements() if child.name in {"td", "th"}]


def _place(rows: Sequence[Tag]) -> list[list[tuple[int, Cell]]]:
    """Give each cell its column, past what reaches down from above."""
    placed = []
    # Column to the number of rows below that it is still taken.
    taken: dict[int, int] = {}
    for number, row in enumerate(rows):
        line: list[tuple[int, Cell]] = []
        column = 0
        reach: dict[int, int] = {}
        for tag in cells_of(row):
            while taken.get(column):
                column += 1
            width = 1
            wanted = _span(tag, "colspan", MAX_COLUMNS)
            while width < wanted and not taken.get(column + width):
                width += 1
            height = _span(tag, "rowspan", len(rows) - number)
            line.append((column, Cell(tag, width, height)))
            reach |= dict.fromkeys(range(column, column + width), height - 1)
            column += width
            if column > MAX_COLUMNS:
                break
        taken = {place: left - 1 for place, left in taken.items() if left > 1}
        taken |= {place: left for place, left in reach.items() if left}
        placed.append(line)
    return placed


def _span(tag: Tag, name: str, most: int) -> int:
    text = tag.attributes.get(name, "").strip()
    if name == "rowspan" and text == "0":
        return most
    return min(max(int(text), 1), most) if text.isdecimal() and len(text) < 6 else 1


def _columns(rows: Sequence[Sequence[tuple[int, Cell]]]) -> int:
    return max((column + cell.width for row in rows for column, cell in row), default=0)


def _fill(rows: Sequence[Sequence[tuple[int, Cell]]], columns: int) -> list[tuple[Cell, ...]]:
    """Put empty cells where a row has none."""
    filled = []
    taken: dict[int, int] = {}
    for row in rows:
        line: list[Cell] = []
        at = 0
        for column, cell in (*row, (columns, Cell(None))):
            while at < column:
                if not taken.get(at):
                    line.append(Cell(None))
                at += 1
            if cell.tag is not None:
                line.append(cell)
                at = column + cell.width
        taken = {place: left - 1 for place, left in taken.items() if left > 1}
        for column, cell in row:
            if cell.height > 1:
                taken |= dict.fromkeys(range(column, column + cell.width), cell.height - 1)
        filled.append(tuple(line))
    return filled
