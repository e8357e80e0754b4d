"""Bare addresses become links, as Goldmark finds them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from .context import context_of, hugo_options

if TYPE_CHECKING:
    from markdown_it.rules_inline import StateInline

_TAIL = r"[-a-zA-Z0-9@:%_+.~#$!?&/=();,'\">^{}\[\]`]*"
_URL = re.compile(
    r"(?:https?|ftp)://[-a-zA-Z0-9@:%._+~#=]{1,256}\.[a-z]+(?::\d+)?(?:[/#?]" + _TAIL + ")?"
)
_WWW = re.compile(
    r"www\.[-a-zA-Z0-9@:%._+~#=]{1,256}\.[a-z]+(?:[/#?]" + _TAIL.replace("$", "", 1) + ")?"
)
_EMAIL = re.compile(
    r"[a-zA-Z0-9.!#$%&'*+/=?^_`{|}~-]+@"
    r"[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?"
    r"(?:\.[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)*"
)
_ENTITY = re.compile(r"&[a-zA-Z0-9]+;$")
_BEFORE = frozenset(" \t\n*_~(`")
_PUNCTUATION = frozenset("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")


def linkify(state: StateInline, silent: bool) -> bool:
    """Make a link of the address at the present position.

    Never when looking ahead (``silent``): that is done inside brackets only.
    """
    if silent or state.linkLevel:
        return False
    context = context_of(state)
    if not context.addresses or context.brackets or not _may_begin(state):
        return False
    pos = state.pos
    options = hugo_options(state)
    found = _address(state.src, pos, state.posMax)
    if found is None:
        return False
    end, prefix = found
    if prefix == "www":
        prefix = options.linkify_protocol + "://"
    shown = state.src[pos:end]
    token = state.push("link_open", "a", 1)
    token.attrs = {"href": state.md.normalizeLink(prefix + shown)}
    token.markup = "linkify"
    token.info = "auto"
    state.push("text", "", 0).content = shown
    token = state.push("link_close", "a", -1)
    token.markup = "linkify"
    token.info = "auto"
    state.pos = end
    return True


def _may_begin(state: StateInline) -> bool:
    if state.pos == 0:
        return True
    before = state.src[state.pos - 1]
    if state.pending or not state.tokens:
        return before in _BEFORE
    # Goldmark looks again after everything that is not text; escapes and entities are text.
    return state.tokens[-1].info not in {"escape", "entity"} or before.isspace()


def _address(src: str, pos: int, limit: int) -> tuple[int, str] | None:
    prefix = ""
    match = _URL.match(src, pos, limit)
    if match is None:
        match = _WWW.match(src, pos, limit)
        prefix = "www"
    if match is not None:
        return _trim_end(src, pos, _trim_signs(src, pos, match.end())), prefix
    if src[pos] in _PUNCTUATION:
        return None
    mail = _email(src, pos, limit)
    return None if mail is None else (_trim_signs(src, pos, mail), "mailto:")


def _trim_signs(src: str, start: int, end: int) -> int:
    while end > start + 1 and src[end - 1] in "?!.,:*_~":
        end -= 1
    return end


def _trim_end(src: str, start: int, end: int) -> int:
    last = src[end - 1]
    if last == ")":
        return end - max(0, src.count(")", start, end) - src.count("(", start, end))
    if last == ";":
        entity = _ENTITY.search(src[max(start, end - 40) : end])
        return end - len(entity[0]) if entity else end
    return end


def _email(src: str, pos: int, limit: int) -> int | None:
    match = _EMAIL.match(src, pos, limit)
    if match is None:
        return None
    end = match.end()
    if "." not in src[src.index("@", pos) : end - 1]:
        return None
    if src[end : end + 1] in {"-", "_"}:
        return None
    return end
