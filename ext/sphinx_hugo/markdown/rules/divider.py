"""``<!--more-->``: where a summary ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markdown_it.token import Token

from .problems import DIVIDER_LINE

if TYPE_CHECKING:
    from markdown_it.rules_core import StateCore

MARKER = "<!--more-->"
_AROUND = f"\n\n{MARKER}\n\n"


def set_apart(state: StateCore) -> None:
    """Put blank lines around the first marker: Hugo splits whatever it stands in."""
    before, marker, after = state.src.partition(MARKER)
    if marker:
        state.env[DIVIDER_LINE] = before.count("\n")
        state.src = f"{before}{_AROUND}{after}"


def divider(state: StateCore) -> None:
    """Turn the marker into a ``summary_divider`` token, for HTML; elsewhere it goes."""
    if DIVIDER_LINE not in state.env:
        return
    for index, token in enumerate(state.tokens):
        if token.type == "html_block" and token.content.strip() == MARKER:
            found = Token("summary_divider", "", 0, map=token.map, block=True)
            shown = state.md.renderer.__output__ == "html"
            state.tokens[index : index + 1] = [found] if shown else []
            return
        if token.type in {"fence", "code_block"} and _AROUND in token.content:
            # Hugo would tear the listing apart; nobody wants that.
            token.content = token.content.replace(_AROUND, MARKER, 1)
            return
