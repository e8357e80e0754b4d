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


Rows = tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """A table whose rows all fill the same number of columns."""

    columns: int
    head: Rows
    body: Rows


def read_grid(table: Tag) -> Grid | None:
    """Return the cells of a table; None if it has none, or more columns than can be shown."""
    groups = [(is_head, _place(rows)) for is_head, rows in _groups(table)]
    columns = max((_columns(rows) for _, rows in groups), default=0)
    if not 0 < columns <= MAX_COLUMNS:
        return None
    head: list[tuple[Cell, ...]] = []
    body: list[tuple[Cell, ...]] = []
    for is_head, rows in groups:
        (head if is_head else body).extend(_fill(rows, columns))
    # A table of nothing but a head is one of nothing but a body.
    return Grid(columns, tuple(head) if body else (), tuple(body or head))


def table_node(grid: Grid, content: Callable[[Tag], Sequence[nodes.Node]]) -> nodes.table:
    """Return the node for a table; *content* gives the blocks of a cell."""
    group = nodes.tgroup("", cols=grid.columns)
    group.extend(nodes.colspec(colwidth=100 // grid.columns) for _ in range(grid.columns))
    parts: tuple[tuple[nodes.Element, Rows], ...] = (
        (nodes.thead(), grid.head),
        (nodes.tbody(), grid.body),
    )
    for part, rows in parts:
        for row in rows:
            part.append(nodes.row("", *(_entry(cell, content) for cell in row)))
        if rows:
            group.append(part)
    return nodes.table("", group, classes=["colwidths-auto"])


def _entry(cell: Cell, content: Callable[[Tag], Sequence[nodes.Node]]) -> nodes.entry:
    entry = nodes.entry("", *(content(cell.tag) if cell.tag is not None else ()))
    if cell.width > 1:
        entry["morecols"] = cell.width - 1
    if cell.height > 1:
        entry["morerows"] = cell.height - 1
    return entry


def _groups(table: Tag) -> Iterator[tuple[bool, list[Tag]]]:
    """Yield the rows of head, body and foot, and whether they are the head.

    Rows without a group make one together; a first one of header cells is a head.
    """
    loose: list[Tag] = []
    first = True
    for child in table.elements():
        if child.name in _GROUPS:
            if loose:
                yield False, loose
                loose = []
            rows = [row for row in child.elements() if row.name == "tr"]
            if rows:
                yield child.name == "thead", rows
        elif child.name == "tr":
            if first and cells_of(child) and all(c.name == "th" for c in cells_of(child)):
                yield True, [child]
            else:
                loose.append(child)
        first = False
    if loose:
        yield False, loose


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
            line += _gaps(taken, at, column)
            if cell.tag is not None:
                line.append(cell)
                at = column + cell.width
        taken = {place: left - 1 for place, left in taken.items() if left > 1}
        for column, cell in row:
            if cell.height > 1:
                taken |= dict.fromkeys(range(column, column + cell.width), cell.height - 1)
        filled.append(tuple(line))
    return filled


def _gaps(taken: dict[int, int], first: int, end: int) -> Iterator[Cell]:
    """Yield an empty cell for each run of places that nothing from above takes."""
    width = 0
    for place in range(first, end):
        if not taken.get(place):
            width += 1
        elif width:
            yield Cell(None, width)
            width = 0
    if width:
        yield Cell(None, width)
