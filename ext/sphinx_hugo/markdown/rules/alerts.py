"""Alerts: quotations that begin with ``[!NOTE]``."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from markdown_it.token import Token

if TYPE_CHECKING:
    from markdown_it.rules_core import StateCore

_HEAD = re.compile(r"\[!([a-zA-Z]+)\]([-+]?)[^\S\n]*([^\n]*)(?:\n|$)")


def alerts(state: StateCore) -> None:
    """Turn such quotations into alerts."""
    tokens = state.tokens
    if not any(t.type == "inline" and t.content.startswith("[!") for t in tokens):
        return
    result: list[Token] = []
    closing: list[Token | None] = []
    index = 0
    while index < len(tokens):
        token = tokens[index]
        if token.type == "blockquote_open":
            head = _head(tokens, index)
            closing.append(token if head else None)
            if head:
                index = _begin(result, tokens, index, head)
                continue
        elif token.type == "blockquote_close":
            opening = closing.pop()
            if opening is not None:
                token.type, token.tag = "alert_close", "blockquote"
                token.meta = opening.meta
        result.append(token)
        index += 1
    state.tokens = result


def _head(tokens: list[Token], index: int) -> re.Match[str] | None:
    if index + 2 < len(tokens) and tokens[index + 1].type == "paragraph_open":
        return _HEAD.match(tokens[index + 2].content)
    return None


def _begin(result: list[Token], tokens: list[Token], index: int, head: re.Match[str]) -> int:
    """Push the opening and the title; return where the body begins."""
    opening, paragraph, inline = tokens[index : index + 3]
    kind, sign, title = head[1].lower(), head[2], head[3].strip()
    opening.type, opening.info = "alert_open", head[1].upper()
    opening.meta = {"kind": kind, "sign": sign, "title": title}
    result.append(opening)
    first = (inline.map or [0, 0])[0]
    if title:
        level = opening.level + 1
        lines = [first, first + 1]
        result += [
            Token("alert_title_open", "p", 1, map=lines, level=level, block=True),
            Token(
                "inline", "", 0, map=lines, level=level + 1, block=True, content=title, children=[]
            ),
            Token("alert_title_close", "p", -1, level=level, block=True),
        ]
    inline.content = inline.content[head.end() :]
    if not inline.content.strip():
        return index + 4
    for token in (paragraph, inline):
        if token.map:
            token.map = [first + 1, token.map[1]]
    return index + 1
