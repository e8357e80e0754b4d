"""Placeholders of shortcode calls, see :mod:`sphinx_hugo.hugo.calls.reduce`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markdown_it.token import Token

if TYPE_CHECKING:
    from markdown_it.rules_core import StateCore
    from markdown_it.rules_inline import StateInline


def shortcode(state: StateInline, silent: bool) -> bool:
    """Read one placeholder."""
    if state.src[state.pos] != "=":
        return False
    pattern = state.env.get("shortcodes")
    match = pattern.match(state.src, state.pos, state.posMax) if pattern else None
    if match is None:
        return False
    if not silent:
        token = state.push("shortcode", "", 0)
        token.content = match[0]
        token.meta = {"index": int(match[1])}
    state.pos = match.end()
    return True


def begins_placeholder(state: StateInline, pos: int) -> bool:
    """Tell whether a placeholder begins at a position."""
    pattern = state.env.get("shortcodes")
    return bool(pattern and pattern.match(state.src, pos, state.posMax))


def lone_shortcodes(state: StateCore) -> None:
    """A paragraph that holds nothing but one placeholder is no paragraph."""
    if not state.env.get("shortcodes"):
        return
    tokens = state.tokens
    result: list[Token] = []
    index = 0
    while index < len(tokens):
        token = tokens[index]
        child = _lone(tokens, index)
        if child is None:
            result.append(token)
            index += 1
            continue
        result.append(
            Token(
                "shortcode_block",
                "",
                0,
                map=token.map,
                level=token.level,
                content=child.content,
                meta=child.meta,
                attrs=token.attrs,
                block=True,
            )
        )
        index += 3
    state.tokens = result


def _lone(tokens: list[Token], index: int) -> Token | None:
    if tokens[index].type != "paragraph_open":
        return None
    children = tokens[index + 1].children or []
    # A box of a task list stands in the paragraph too.
    if len(children) != 1 or children[0].type != "shortcode":
        return None
    if index and tokens[index - 1].type == "list_item_open" and tokens[index - 1].meta:
        return None
    return children[0]
