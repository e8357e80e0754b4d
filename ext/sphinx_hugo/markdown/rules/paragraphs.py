"""Paragraphs, and what Goldmark makes out of them: tables and definition lists."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markdown_it.rules_block import reference as commonmark_reference

from .deflists import continue_list, marker_below
from .tables import find_table, push_table

if TYPE_CHECKING:
    from markdown_it.rules_block import StateBlock

    from ..options import MarkdownOptions


def paragraph(state: StateBlock, first: int, end: int, silent: bool) -> bool:
    """Read a paragraph, a table or a definition list."""
    del silent  # paragraphs never interrupt
    options: MarkdownOptions = state.md.options["hugo"]
    last = _last_line(state, first)
    state.line = last
    lines = state.getLines(first, last, state.blkIndent, False).split("\n")
    table = None
    if options.tables and last - first > 1:
        table = find_table(lines, lambda index: _is_short(state, first + index))
    if table:
        if table.header:
            _push(state, first, first + table.header, "\n".join(lines[: table.header]))
        push_table(state, lines, table, first + table.header)
        return True
    if options.definition_list:
        marker = marker_below(state, last, end)
        if marker is not None:
            continue_list(state, first, lines, (marker, end))
            return True
    _push(state, first, last, "\n".join(lines))
    return True


def reference(state: StateBlock, line: int, end: int, silent: bool) -> bool:
    """Read a definition for links by reference.

    For Goldmark it is the start of a paragraph, which may go on in a line that a quote or an item
    takes in only as such.
    """
    if not commonmark_reference(state, line, end, silent):
        return False
    below = state.line
    if (
        not silent
        and below < end
        and not state.isEmpty(below)
        and state.sCount[below] < state.blkIndent
        and not _is_interrupted(state, below)
        and not reference(state, below, end, False)
    ):
        paragraph(state, below, end, False)
    return True


def _push(state: StateBlock, first: int, last: int, content: str) -> None:
    token = state.push("paragraph_open", "p", 1)
    token.map = [first, last]
    token = state.push("inline", "", 0)
    token.content = content.strip()
    token.map = [first, last]
    token.children = []
    state.push("paragraph_close", "p", -1)


def _last_line(state: StateBlock, first: int) -> int:
    """Find the line after the paragraph, as CommonMark has it."""
    line = first + 1
    while line < state.lineMax and not state.isEmpty(line) and not _is_interrupted(state, line):
        line += 1
    return line


def _is_interrupted(state: StateBlock, line: int) -> bool:
    """Tell whether another block begins on a line below a paragraph's first one."""
    # A deeply indented line continues the paragraph; a line that a quote has taken in
    # lazily (-1) was looked at there.
    if not 0 <= state.sCount[line] <= _start(state, line) + 3:
        return False
    outer, state.parentType = state.parentType, "paragraph"
    interrupting = state.md.block.ruler.getRules("paragraph")
    found = any(rule(state, line, state.lineMax, True) for rule in interrupting)
    state.parentType = outer
    return found


def _start(state: StateBlock, line: int) -> int:
    """Return the column from which the indent of a line counts: of an item short of its text, its list's.

    From four columns on such a line belongs to the item all the same, as text.
    """
    if state.sCount[line] >= state.blkIndent:
        return state.blkIndent
    return max(state.listIndent, state.ddIndent, 0)


def _is_short(state: StateBlock, line: int) -> bool:
    """Tell whether a line is in an item, or in a description, but left of the text there."""
    return _start(state, line) + 3 < state.sCount[line] < state.blkIndent
