"""How text moves a position in CSS."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from .context import Context, ContextError, State, UrlPart

if TYPE_CHECKING:
    from collections.abc import Callable

_TOKEN = re.compile(r"/\*|//|\"|'|url[ \t\n\f\r]*\([ \t\n\f\r]*[\"']?", re.IGNORECASE)
_ENDS = {
    State.CSS_DOUBLE: re.compile(r'[\\"]'),
    State.CSS_DOUBLE_URL: re.compile(r'[\\"]'),
    State.CSS_SINGLE: re.compile(r"[\\']"),
    State.CSS_SINGLE_URL: re.compile(r"[\\']"),
    State.CSS_URL: re.compile(r"[\\ \t\n\f\r)]"),
}
_STARTS = {
    "/*": State.CSS_BLOCK_COMMENT,
    "//": State.CSS_LINE_COMMENT,
    '"': State.CSS_DOUBLE,
    "'": State.CSS_SINGLE,
}
_LINE_END = re.compile("[\n\f\r]")


def _css(context: Context, text: str, at: int, end: int) -> tuple[Context, int]:
    found = _TOKEN.search(text, at, end)
    if found is None:
        return context, end
    token = found.group()
    state = _STARTS.get(token)
    if state is None:
        state = {'"': State.CSS_DOUBLE_URL, "'": State.CSS_SINGLE_URL}.get(token[-1], State.CSS_URL)
    return replace(context, state=state), found.end()


def _string(context: Context, text: str, at: int, end: int) -> tuple[Context, int]:
    position = at
    while found := _ENDS[context.state].search(text, position, end):
        if found.group() != "\\":
            return replace(context, state=State.CSS, url_part=UrlPart.NONE), found.end()
        position = found.end() + 1
        if position > end:
            msg = f"unfinished escape sequence in CSS string: {text[-30:]!r}"
            raise ContextError(msg)
    part = context.url_part
    if "#" in text[at:end] or "?" in text[at:end]:
        part = UrlPart.QUERY_OR_FRAGMENT
    elif part is UrlPart.NONE and text[at:end].strip():
        part = UrlPart.BEFORE_QUERY
    return replace(context, url_part=part), end


def _block_comment(context: Context, text: str, at: int, end: int) -> tuple[Context, int]:
    found = text.find("*/", at, end)
    return (replace(context, state=State.CSS), found + 2) if found >= 0 else (context, end)


def _line_comment(context: Context, text: str, at: int, end: int) -> tuple[Context, int]:
    found = _LINE_END.search(text, at, end)
    return (replace(context, state=State.CSS), found.start()) if found else (context, end)


CSS_TRANSITIONS: dict[State, Callable[[Context, str, int, int], tuple[Context, int]]] = {
    State.CSS: _css,
    State.CSS_DOUBLE: _string,
    State.CSS_SINGLE: _string,
    State.CSS_DOUBLE_URL: _string,
    State.CSS_SINGLE_URL: _string,
    State.CSS_URL: _string,
    State.CSS_BLOCK_COMMENT: _block_comment,
    State.CSS_LINE_COMMENT: _line_comment,
}
"""Readers by state: context, text, offset, end → new context and offset."""
