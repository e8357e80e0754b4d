"""Token lines: from the text that is parsed to the file it comes from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .problems import DIVIDER_LINE, source_line

if TYPE_CHECKING:
    from markdown_it.rules_core import StateCore


def map_lines(state: StateCore) -> None:
    """Apply ``env["line_map"]`` to the tokens."""
    if not state.env.get("line_map") and DIVIDER_LINE not in state.env:
        return
    done: set[int] = set()
    for token in state.tokens:
        # Tokens may share one list of lines.
        if token.map and id(token.map) not in done:
            first, last = token.map
            mapped_first = source_line(state.env, first) - 1
            mapped_last = (
                source_line(state.env, max(first, last - 1)) if last > first else (mapped_first)
            )
            token.map[:] = [mapped_first, mapped_last]
            done.add(id(token.map))
