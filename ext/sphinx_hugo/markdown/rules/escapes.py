"""Backslashes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markdown_it.rules_inline import escape as commonmark_escape

from .context import hugo_options

if TYPE_CHECKING:
    from markdown_it.rules_inline import StateInline


def escape(state: StateInline, silent: bool) -> bool:
    """Read an escaped character; a space after a backslash stays what it is."""
    pos = state.pos
    if state.src[pos] != "\\":
        return False
    if state.src[pos + 1 : pos + 2] != " " or pos + 1 >= state.posMax:
        return commonmark_escape(state, silent)
    if not hugo_options(state).cjk_escaped_space:
        return False
    state.pos += 2
    return True
