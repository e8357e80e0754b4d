"""Token lines: from the text that is parsed to the file it comes from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .problems import DIVIDER_LINE, source_line

if TYPE_CHECKING:
    from markdown_it.rules_core import StateCore
    from markdown_it.token import Token


def mark_spans(state: StateCore) -> None:
    """Give inline tokens that stand below the first line of their block a source line of their own.

    To be run while all of them are there.
    """
    for token in state.tokens:
        if token.children and token.map and "\n" in token.content:
            for child, below in _offsets(token):
                child.meta["line"] = source_line(state.env, token.map[0] + below)


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


def _offsets(block: Token) -> list[tuple[Token, int]]:
    """Return the inline tokens below the first line of *block*, with the lines between."""
    found = []
    below = 0
    position = 0
    for child in block.children or ():
        if below:
            found.append((child, below))
        if child.type in {"softbreak", "hardbreak"}:
            below += 1
        elif child.type == "code_inline":
            # The span has lost its line ends; they are in the text of the block.
            start = block.content.find(child.markup, position) + len(child.markup)
            position = block.content.find(child.markup, start) + len(child.markup)
            below += block.content.count("\n", start, position)
        elif child.type.startswith("html_"):
            below += child.content.count("\n")
        for inner in child.children or ():
            below += inner.type in {"softbreak", "hardbreak"}
    return found
