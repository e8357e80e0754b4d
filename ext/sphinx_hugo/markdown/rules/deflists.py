"""Definition lists: terms are the lines of a paragraph, descriptions begin with a colon."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from markdown_it.rules_block import StateBlock


def marker(state: StateBlock, line: int, end: int, silent: bool) -> bool:
    """Tell whether a description begins here, so that it can end a paragraph."""
    del end
    if not silent:
        return False
    if state.ddIndent >= 0 and _is_marker(state, line, state.ddIndent):
        return True
    # A line that only continues the text of a quote or list item begins no description.
    return state.parentType == "paragraph" and _is_marker(state, line, state.blkIndent)


def _is_marker(state: StateBlock, line: int, indent: int) -> bool:
    start = state.bMarks[line] + state.tShift[line]
    return (
        state.sCount[line] == indent
        and start + 1 < state.eMarks[line]
        and state.src[start] == ":"
        and state.src[start + 1] in " \t"
    )


def marker_below(state: StateBlock, line: int, end: int) -> int | None:
    """Return the line of the description that follows, after blank lines at most."""
    while line < end and state.isEmpty(line):
        line += 1
    if line < end and _is_marker(state, line, state.blkIndent):
        return line
    return None


def continue_list(
    state: StateBlock, first: int, terms: Sequence[str], below: tuple[int, int]
) -> None:
    """Push the terms and all descriptions below; join them to a list directly before.

    :param below: the line of the first description, and the end of the container.
    """
    tokens = state.tokens
    if tokens and tokens[-1].type == "dl_close" and tokens[-1].level == state.level:
        start = tokens.pop().meta["start"]
        state.level += 1
    else:
        start = len(tokens)
        state.push("dl_open", "dl", 1).map = [first, first]
    for offset, term in enumerate(terms):
        token = state.push("dt_open", "dt", 1)
        token.map = [first + offset, first + offset + 1]
        token = state.push("inline", "", 0)
        token.map = [first + offset, first + offset + 1]
        token.content = term.strip()
        token.children = []
        state.push("dt_close", "dt", -1)
    line, end = below
    found: int | None = line
    while found is not None:
        _description(state, found, end)
        found = marker_below(state, state.line, end)
    tokens[start].map = [(tokens[start].map or [first])[0], state.line]
    state.push("dl_close", "dl", -1).meta = {"start": start}


def _description(state: StateBlock, line: int, end: int) -> None:
    start = state.bMarks[line] + state.tShift[line]
    column = state.sCount[line] + 1
    pos = start + 1
    while pos < state.eMarks[line] and state.src[pos] in " \t":
        column += 4 - (column + state.bsCount[line]) % 4 if state.src[pos] == "\t" else 1
        pos += 1
    width = column - state.sCount[line] - 1
    # White space of eight columns and more begins indented code.
    offset = state.sCount[line] + 1 + (width if width < 8 else 5)

    opening = state.push("dd_open", "dd", 1)
    opening.map = [line, line]
    saved = (state.tight, state.ddIndent, state.blkIndent, state.parentType)
    shift, count = state.tShift[line], state.sCount[line]
    index = len(state.tokens)
    state.ddIndent, state.blkIndent = count, offset
    state.tShift[line], state.sCount[line] = pos - state.bMarks[line], column
    state.tight, state.parentType = True, "deflist"
    # Without text behind the colon it begins on a line below, after blank lines even.
    state.line = line if pos < state.eMarks[line] else line + 1
    state.md.block.tokenize(state, state.line, end)
    state.tShift[line], state.sCount[line] = shift, count
    state.tight, state.ddIndent, state.blkIndent, state.parentType = saved
    opening.map[1] = state.line
    tight = not state.isEmpty(line - 1)
    opening.meta = {"tight": tight}
    if tight:
        _hide_paragraphs(state, index)
    state.push("dd_close", "dd", -1)


def _hide_paragraphs(state: StateBlock, index: int) -> None:
    """Hide the paragraphs of a tight description that stand below no blank line, or first."""
    level = state.level
    tight = False
    for token in state.tokens[index:]:
        if token.level != level:
            continue
        if token.type == "paragraph_open" and token.map:
            is_first = token is state.tokens[index]
            tight = token.hidden = is_first or not state.isEmpty(token.map[0] - 1)
        elif token.type == "paragraph_close":
            token.hidden = tight
