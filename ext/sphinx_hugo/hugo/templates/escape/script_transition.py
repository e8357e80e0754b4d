"""How text moves a position in JavaScript."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from .context import Context, ContextError, Slash, State

if TYPE_CHECKING:
    from collections.abc import Callable

_TOKEN = re.compile(r"[\"'`{}/]|<!--|-->|#!")
_STRING_END = {
    State.JS_DOUBLE: re.compile(r'[\\"]'),
    State.JS_SINGLE: re.compile(r"[\\']"),
    State.JS_REGEXP: re.compile(r"[\\/\[\]]"),
    State.JS_TEMPLATE: re.compile(r"\\|`|\$\{"),
}
_STRINGS = {'"': State.JS_DOUBLE, "'": State.JS_SINGLE, "`": State.JS_TEMPLATE}
_WORD = re.compile(r"[\w$]+$")
_LINE_END = re.compile("[\n\r\u2028\u2029]")
_KEYWORDS = frozenset(
    {
        "break", "case", "continue", "delete", "do", "else", "finally", "in", "instanceof",
        "return", "throw", "try", "typeof", "void",
    }
)  # fmt: skip


def slash_after(text: str, preceding: Slash) -> Slash:
    """Say what a ``/`` after the text would mean."""
    text = text[-200:].rstrip("\t\n\f\r \u2028\u2029")
    if not text:
        return preceding
    last = text[-1]
    if last in "+-":
        run = len(text) - len(text.rstrip(last))
        return Slash.REGEXP if run % 2 else Slash.DIVISION
    if last == ".":
        return Slash.DIVISION if text[-2:-1].isdigit() else Slash.REGEXP
    if last in ",<>=*%&|^?!~([:;{}":
        return Slash.REGEXP
    word = _WORD.search(text)
    return Slash.REGEXP if word and word.group() in _KEYWORDS else Slash.DIVISION


def _js(context: Context, text: str, at: int, end: int) -> tuple[Context, int]:
    found = _TOKEN.search(text, at, end)
    if found is None:
        return replace(context, slash=slash_after(text[at:end], context.slash)), end
    context = replace(context, slash=slash_after(text[at : found.start()], context.slash))
    token = found.group()
    if token in _STRINGS:
        return replace(context, state=_STRINGS[token]), found.end()
    if token in {"<!--", "-->", "#!"}:
        return replace(context, state=State.JS_LINE_COMMENT), found.end()
    if token == "/":
        return _slash(context, text, found.start(), end)
    return _brace(context, token), found.end()


def _slash(context: Context, text: str, at: int, end: int) -> tuple[Context, int]:
    following = text[at + 1 : min(at + 2, end)]
    if following == "/":
        return replace(context, state=State.JS_LINE_COMMENT), at + 2
    if following == "*":
        return replace(context, state=State.JS_BLOCK_COMMENT), at + 2
    if context.slash is Slash.REGEXP:
        return replace(context, state=State.JS_REGEXP), at + 1
    if context.slash is Slash.DIVISION:
        return replace(context, slash=Slash.REGEXP), at + 1
    msg = f"'/' could start a division or regexp: {text[at:end][:30]!r}"
    raise ContextError(msg)


def _brace(context: Context, token: str) -> Context:
    context = replace(context, slash=Slash.REGEXP)
    if not context.braces:
        return context
    depth = context.braces[-1] + (1 if token == "{" else -1)
    if depth == 0:
        # The end of ${ }: back into the template literal.
        return replace(context, state=State.JS_TEMPLATE, braces=context.braces[:-1])
    return replace(context, braces=(*context.braces[:-1], depth))


def _string(context: Context, text: str, at: int, end: int) -> tuple[Context, int]:
    pattern = _STRING_END[context.state]
    in_class = False
    while found := pattern.search(text, at, end):
        token, at = found.group(), found.end()
        if token == "\\":
            at += 1
            if at > end:
                msg = f"unfinished escape sequence in JS string: {text[-30:]!r}"
                raise ContextError(msg)
        elif token in "[]":
            in_class = token == "["
        elif token == "${":
            return replace(
                context, state=State.JS, slash=Slash.REGEXP, braces=(*context.braces, 1)
            ), at
        elif not in_class:
            return replace(context, state=State.JS, slash=Slash.DIVISION), at
    if in_class:
        msg = "unfinished JS regexp charset"
        raise ContextError(msg)
    return context, end


def _block_comment(context: Context, text: str, at: int, end: int) -> tuple[Context, int]:
    found = text.find("*/", at, end)
    return (replace(context, state=State.JS), found + 2) if found >= 0 else (context, end)


def _line_comment(context: Context, text: str, at: int, end: int) -> tuple[Context, int]:
    found = _LINE_END.search(text, at, end)
    # The line end stays: it may end a statement.
    return (replace(context, state=State.JS), found.start()) if found else (context, end)


JS_TRANSITIONS: dict[State, Callable[[Context, str, int, int], tuple[Context, int]]] = {
    State.JS: _js,
    State.JS_DOUBLE: _string,
    State.JS_SINGLE: _string,
    State.JS_REGEXP: _string,
    State.JS_TEMPLATE: _string,
    State.JS_BLOCK_COMMENT: _block_comment,
    State.JS_LINE_COMMENT: _line_comment,
}
"""Readers by state: context, text, offset, end → new context and offset."""
