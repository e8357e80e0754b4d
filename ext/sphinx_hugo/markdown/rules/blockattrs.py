"""Attributes for a block, on a line of their own below it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .attributes import html_attributes, parse_attributes

if TYPE_CHECKING:
    from markdown_it.rules_block import StateBlock
    from markdown_it.rules_core import StateCore
    from markdown_it.token import Token

_TYPE = "block_attributes"
_GLOBAL_NAMES = """
accesskey autocapitalize autofocus class contenteditable dir draggable enterkeyhint hidden id
inert inputmode is itemid itemprop itemref itemscope itemtype lang part role slot spellcheck
style tabindex title translate
"""
_GLOBAL = frozenset(_GLOBAL_NAMES.split())
_OWN = {"ordered_list_open": frozenset({"start", "reversed", "type"})}
_WITHOUT = frozenset({"fence", "code_block", "html_block"})


def block_attributes(state: StateBlock, line: int, end: int, silent: bool) -> bool:
    """Read a line ``{.class #id key=value}``."""
    del end
    start = state.bMarks[line] + state.tShift[line]
    if state.is_code_block(line) or not state.src.startswith("{", start):
        return False
    text = state.src[start : state.eMarks[line]]
    found = parse_attributes(text)
    if found is None or text[found[1] :].strip():
        return False
    if not silent:
        token = state.push(_TYPE, "", 0)
        token.map = [line, line + 1]
        blank = line > 0 and state.isEmpty(line - 1)
        token.meta = {"attributes": {} if blank else html_attributes(found[0])}
        state.line = line + 1
    return True


def _apply(target: Token, attributes: dict[str, str]) -> None:
    if target.type == "heading_open":
        # Added when the heading has its id: what is there already stays.
        target.meta = {**target.meta, "block_attributes": attributes}
        return
    if target.type == "table_open":
        # The one block that Hugo's renderer gives all of them, in the order of their names.
        target.attrs = dict(sorted({**target.attrs, **attributes}.items()))
        return
    allowed = _GLOBAL | _OWN.get(target.type, frozenset())
    for name, value in attributes.items():
        if name in allowed or name.startswith("data-"):
            target.attrs[name] = value


def apply_block_attributes(state: StateCore) -> None:
    """Give the attributes to the blocks above, and take the lines out."""
    if not any(token.type == _TYPE for token in state.tokens):
        return
    kept: list[Token] = []
    previous: dict[int, Token] = {}
    for token in state.tokens:
        if token.type == _TYPE:
            target = previous.pop(token.level, None)
            if target is not None and target.type not in _WITHOUT:
                _apply(target, token.meta["attributes"])
            continue
        if token.nesting >= 0:
            previous[token.level] = token
            previous.pop(token.level + 1, None)
        kept.append(token)
    state.tokens = kept
