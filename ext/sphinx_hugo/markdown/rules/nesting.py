"""A bound on nesting, so that no text exhausts the stack; what is deeper is plain text."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markdown_it.rules_block import StateBlock

LIMIT = 60
"""Blocks within blocks to this depth (a list item counts as two)."""


def deep(state: StateBlock, line: int, end: int, silent: bool) -> bool:
    """Take the rest of a container as one paragraph when it is too deep."""
    if silent or state.level < LIMIT:
        return False
    token = state.push("paragraph_open", "p", 1)
    token.map = [line, end]
    token = state.push("inline", "", 0)
    token.map = [line, end]
    token.content = state.getLines(line, end, state.blkIndent, False).strip()
    token.children = []
    state.push("paragraph_close", "p", -1)
    state.line = end
    return True
