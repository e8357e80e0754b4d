"""Curly quotes, dashes and dots, where Goldmark puts them."""

from __future__ import annotations

import html
import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

from .context import context_of, hugo_options

if TYPE_CHECKING:
    from markdown_it.rules_core import StateCore
    from markdown_it.rules_inline import StateInline
    from markdown_it.token import Token

    from .context import InlineContext

_SPACES = frozenset(" \t\n\r\f\v\x85\xa0")
_ASCII_SPACES = frozenset(" \t\n\r\f\v")
_PUNCTUATION = frozenset("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")
_DECADE = re.compile("[0-9][0-9]s")
_SIGNS = {
    "---": "em_dash",
    "--": "en_dash",
    "...": "ellipsis",
    "<<": "left_angle_quote",
    ">>": "right_angle_quote",
}


@dataclass(frozen=True, slots=True)
class _Quote:
    """A straight quote and its neighbours."""

    before: str
    """The character before it; a line end where there is none."""
    after: str
    """The rest of the line, to a few characters, with its line end."""
    opens: bool
    """Whether it stands where a quotation can begin."""
    closes: bool
    """Whether it stands where a quotation can end."""

    @property
    def length(self) -> int:
        """The length of the rest of the line with the quote in it, in bytes, to a few."""
        return 1 + len(self.after.encode("utf-8", "surrogatepass"))


def typographer(state: StateInline, silent: bool) -> bool:
    """Replace the sign at the present position, if it is one."""
    signs = hugo_options(state).typographer
    if signs is None:
        return False
    char = state.src[state.pos]
    if char in "'\"":
        name, length = _quote(state, silent), 1
    else:
        sign = next((s for s in _SIGNS if state.src.startswith(s, state.pos)), "")
        name, length = _SIGNS.get(sign, ""), len(sign)
    if not name or state.pos + length > state.posMax:
        return False
    replacement: str = getattr(signs, name)
    if not silent:
        token = state.push("text_special", "", 0)
        token.content = html.unescape(replacement)
        token.markup = state.src[state.pos : state.pos + length]
        token.info = "typographer"
        token.meta = {"entities": {0: replacement}}
    state.pos += length
    return True


def _quote(state: StateInline, silent: bool) -> str:
    context = context_of(state)
    quote = _look_around(state, context)
    if silent:
        return "apostrophe"  # of length 1, whatever it becomes
    if state.src[state.pos] == '"':
        return _double(quote, context)
    return _single(quote, context)


def _look_around(state: StateInline, context: InlineContext) -> _Quote:
    src, start = state.src, state.pos
    end = _run_end(src, start, context)
    before = src[start - 1] if start else "\n"
    after = src[end] if end < len(src) else " "
    left, right = _is_punctuation(before), _is_punctuation(after)
    space_before, space_after = before in _SPACES, after in _SPACES
    line_end = src.find("\n", start + 1, start + 8)
    rest = src[start + 1 : line_end + 1 if line_end >= 0 else start + 8]
    return _Quote(
        before,
        rest,
        opens=not space_after and (not right or space_before or left),
        closes=not space_before and (not left or space_after or right),
    )


def _run_end(src: str, start: int, context: InlineContext) -> int:
    """Return where the run of a quote ends; the quotes of one run ask for it once."""
    begin, end, text = context.run
    if text is not src or not begin <= start < end:
        end = start + 1
        while end < len(src) and src[end] == src[start]:
            end += 1
        context.run = start, end, src
    return end


def _double(quote: _Quote, context: InlineContext) -> str:
    if quote.opens and not quote.closes:
        context.double_quotes += 1
        return "left_double_quote"
    if context.double_quotes and _closes(quote):
        if quote.after.startswith('"') and quote.before.isdecimal():
            return ""
        context.double_quotes -= 1
        return "right_double_quote"
    return ""


def _single(quote: _Quote, context: InlineContext) -> str:
    after = quote.after
    if _is_apostrophe(quote):
        return "apostrophe"
    if quote.opens and not quote.closes:
        # I'm, it's, don't, you'd, I've, I'll, you're after something that is no letter.
        short = after[:1] in {"s", "m", "t", "d"} and (
            quote.length < 3 or after[1:2] in _PUNCTUATION | _ASCII_SPACES
        )
        longer = after[:2] in {"ve", "ll", "re"} and (
            quote.length < 4 or after[2:3] in _PUNCTUATION | _ASCII_SPACES
        )
        if short or longer:
            return "right_single_quote"
        context.single_quotes += 1
        return "left_single_quote"
    if quote.length > 2 and not after[:1].isdecimal():
        return "right_single_quote"
    if context.single_quotes and _closes(quote):
        context.single_quotes -= 1
        return "right_single_quote"
    return ""


def _is_apostrophe(quote: _Quote) -> bool:
    after, before = quote.after, quote.before
    opens_only = quote.opens and not quote.closes
    if opens_only and _DECADE.match(after):
        following = after[3:4] or " "
        if following in _SPACES or _is_punctuation(following):
            return True
    if (_is_punct(before) or before.isspace()) and after[:1] in {"t", "e", "n", "l"}:
        return True  # 'twas, 'em, 'net
    return (before.isdecimal() or before.isalpha()) and after[:1].isalpha()


def _closes(quote: _Quote) -> bool:
    if not quote.closes:
        return False
    if not quote.opens:
        return True
    after = quote.after
    return _is_punct(after[:1]) and (
        quote.length == 2 or after[1:2] in _PUNCTUATION | _ASCII_SPACES
    )


def _is_punctuation(char: str) -> bool:
    return unicodedata.category(char)[0] in "PS"


def _is_punct(char: str) -> bool:
    return bool(char) and unicodedata.category(char)[0] == "P"


def join_text(state: StateCore) -> None:
    """Join neighbouring text tokens; remember what Hugo prints for the replaced characters."""
    for token in state.tokens:
        if token.type == "inline" and token.children:
            token.children = _join(token.children)


def _join(tokens: list[Token]) -> list[Token]:
    joined: list[Token] = []
    parts: list[str] = []
    length = 0
    for token in tokens:
        if token.children:
            token.children = _join(token.children)
        if token.type not in {"text", "text_special"}:
            if parts:
                joined[-1].content = "".join(parts)
                parts, length = [], 0
            joined.append(token)
            continue
        if not token.content:
            continue
        if not parts:
            token.type = "text"
            joined.append(token)
        elif token.meta:
            entities = joined[-1].meta.setdefault("entities", {})
            for position, entity in token.meta.get("entities", {}).items():
                entities[position + length] = entity
        parts.append(token.content)
        length += len(token.content)
    if parts:
        joined[-1].content = "".join(parts)
    return joined
