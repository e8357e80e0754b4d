"""Backslashes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markdown_it.rules_inline import escape as commonmark_escape

from .context import hugo_options
from .placeholders import begins_placeholder

if TYPE_CHECKING:
    from markdown_it.rules_inline import StateInline


def escape(state: StateInline, silent: bool) -> bool:
    """Read an escaped character; a space after a backslash stays what it is.

    The ``=`` of a placeholder is none: what the author has put behind the backslash is a shortcode.
    """
    pos = state.pos
    if state.src[pos] != "\\" or begins_placeholder(state, pos + 1):
        return False
    if state.src[pos + 1 : pos + 2] != " " or pos + 1 >= state.posMax:
        return commonmark_escape(state, silent)
    if not hugo_options(state).cjk_escaped_space:
        return False
    state.pos += 2
    return True
