"""Tables: Goldmark looks for them in the lines of a paragraph."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from markdown_it.rules_block import StateBlock
    from markdown_it.token import Token

_DELIMITERS = re.compile(r" {0,3}(?=[^ \t])(?=.*[|:\s-])[-|:\s]*$")
_COLUMN = re.compile(r"\s*(:?)-+(:?)\s*$")
_STYLES = {
    ("", ""): "",
    (":", ""): "text-align:left",
    ("", ":"): "text-align:right",
    (":", ":"): "text-align:center",
}


@dataclass(frozen=True, slots=True)
class Table:
    """Where in a paragraph a table is."""

    header: int
    """The line of the header, counted from the start of the paragraph."""
    styles: tuple[str, ...]
    """The style of each column; empty for none."""


def find_table(lines: Sequence[str], is_short: Callable[[int], bool]) -> Table | None:
    """Look for a table in the lines of a paragraph.

    :param is_short: tells whether a line is left of the text of the item it is in; it parts no header
        from rows.
    """
    for index in range(1, len(lines)):
        styles = _columns(lines[index])
        if styles is None or is_short(index):
            continue
        # Only the first line of this form is looked at, as in Goldmark.
        if len(split_row(lines[index - 1], None)) > len(styles):
            return None
        return Table(index - 1, styles)
    return None


def _columns(line: str) -> tuple[str, ...] | None:
    if not _DELIMITERS.match(line) or "-" not in line:
        return None
    cells = line.split("|")
    if not cells[0].strip():
        cells = cells[1:]
    if cells and not cells[-1].strip():
        cells = cells[:-1]
    matches = [_COLUMN.match(cell) for cell in cells]
    if not matches or not all(matches):
        return None
    return tuple(_STYLES[match[1], match[2]] for match in matches if match)


def split_row(line: str, columns: int | None) -> list[str]:
    """Split a line into cells; no more than ``columns`` of them, None for all."""
    line = line.strip()
    pos = 1 if line.startswith("|") else 0
    limit = len(line) - 1 if line.endswith("|") else len(line)
    cells: list[str] = []
    while pos < limit and (columns is None or len(cells) < columns):
        close = line.find("|", pos, limit)
        while close > 0 and line[close - 1] == "\\":
            close = line.find("|", close + 1, limit)
        if close < 0:
            close = limit
        cell = line[pos:close].strip()
        cells.append(cell.replace("\\|", "|") if "`" in cell else cell)
        pos = close + 1
    return cells


def push_table(state: StateBlock, lines: Sequence[str], table: Table, first: int) -> None:
    """Push the tokens of a table whose header stands on the source line ``first``."""
    rows = lines[table.header :]
    last = first + len(rows)
    _open(state, "table", "table", first, last)
    _open(state, "thead", "thead", first, first + 1)
    _row(state, rows[0], table, first, "th")
    state.push("thead_close", "thead", -1)
    if len(rows) > 2:
        _open(state, "tbody", "tbody", first + 2, last)
        for offset, row in enumerate(rows[2:], 2):
            _row(state, row, table, first + offset, "td")
        state.push("tbody_close", "tbody", -1)
    state.push("table_close", "table", -1)


def _open(state: StateBlock, name: str, tag: str, first: int, last: int) -> Token:
    token = state.push(f"{name}_open", tag, 1)
    token.map = [first, last]
    return token


def _row(state: StateBlock, line: str, table: Table, number: int, tag: str) -> None:
    _open(state, "tr", "tr", number, number + 1)
    cells = split_row(line, len(table.styles))
    for index, style in enumerate(table.styles):
        opening = _open(state, tag, tag, number, number + 1)
        # The cells that a short row lacks have no style in Hugo either.
        if style and index < len(cells):
            opening.attrs = {"style": style}
        inline = state.push("inline", "", 0)
        inline.map = [number, number + 1]
        inline.content = cells[index] if index < len(cells) else ""
        inline.children = []
        state.push(f"{tag}_close", tag, -1)
    state.push("tr_close", "tr", -1)
