"""Inline text between pairs of signs: ``~~struck~~`` and the extras."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from markdown_it.rules_inline.state_inline import Delimiter

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_inline import StateInline

    from ..options import MarkdownOptions


@dataclass(frozen=True, slots=True)
class Pair:
    """A sign, and what stands between two runs of it."""

    char: str
    """The sign."""
    elements: tuple[tuple[int, str, str], ...]
    """Length of a run, name of the tokens, HTML element; no other run has a meaning."""
    mixed: bool = False
    """A run may pair with one of another length, sign by sign, as in ``~~a~``."""

    def tokenize(self, state: StateInline, silent: bool) -> bool:
        """Push text tokens for a run, to be paired later."""
        pos = state.pos
        if silent or state.src[pos] != self.char:
            return False
        scanned = state.scanDelims(pos, True)
        state.pos += scanned.length
        if not any(length == scanned.length for length, _, _ in self.elements):
            state.append_pending(self.char * scanned.length)
            return True
        width = 1 if self.mixed else scanned.length
        for _ in range(scanned.length // width):
            state.push("text", "", 0).content = self.char * width
            state.delimiters.append(
                Delimiter(
                    marker=self._marker(width),
                    length=scanned.length,
                    token=len(state.tokens) - 1,
                    end=-1,
                    open=scanned.can_open,
                    close=scanned.can_close,
                )
            )
        return True

    def pair(self, state: StateInline) -> None:
        """Turn the paired signs into opening and closing tokens."""
        for delimiters in (
            state.delimiters,
            *(meta["delimiters"] for meta in state.tokens_meta if meta),
        ):
            for length, name, tag in self.elements:
                self._pair(state, delimiters, length, (name, tag))

    def _marker(self, length: int) -> int:
        # Negative, so that it is no character of another rule; runs of different lengths differ.
        return -(ord(self.char) * 4 + length)

    def _pair(
        self,
        state: StateInline,
        delimiters: list[Delimiter],
        length: int,
        element: tuple[str, str],
    ) -> None:
        marker = self._marker(length)
        index = len(delimiters)
        while index:
            index -= 1
            opening = delimiters[index]
            if opening.marker != marker or opening.end < 0:
                continue
            closing = delimiters[opening.end]
            _mark(state, opening.token, 1, element)
            _mark(state, closing.token, -1, element)
            if self.mixed and index and _is_outer(delimiters, index):
                # Two signs at both ends are one pair, not one in the other.
                outer = delimiters[index - 1]
                state.tokens[outer.token].content = ""
                state.tokens[delimiters[outer.end].token].content = ""
                index -= 1


def _is_outer(delimiters: list[Delimiter], index: int) -> bool:
    inner, outer = delimiters[index], delimiters[index - 1]
    return (
        outer.marker == inner.marker
        and outer.end == inner.end + 1
        and outer.token == inner.token - 1
        and delimiters[outer.end].token == delimiters[inner.end].token + 1
    )


def _mark(state: StateInline, number: int, nesting: int, element: tuple[str, str]) -> None:
    token = state.tokens[number]
    token.type = f"{element[0]}_{'open' if nesting > 0 else 'close'}"
    token.tag = element[1]
    token.nesting = 1 if nesting > 0 else -1
    token.markup = token.content
    token.content = ""


def pairs_for(options: MarkdownOptions) -> list[Pair]:
    """Return the pairs that a site has switched on."""
    pairs = []
    if options.strikethrough:
        pairs.append(Pair("~", ((1, "s", "del"), (2, "s", "del")), mixed=True))
    elif options.subscript and not options.delete:
        pairs.append(Pair("~", ((1, "sub", "sub"), (2, "sub", "sub")), mixed=True))
    else:
        tilde = []
        if options.subscript:
            tilde.append((1, "sub", "sub"))
        if options.delete:
            tilde.append((2, "s", "del"))
        if tilde:
            pairs.append(Pair("~", tuple(tilde)))
    if options.superscript:
        pairs.append(Pair("^", ((1, "sup", "sup"), (2, "sup", "sup")), mixed=True))
    if options.insert:
        pairs.append(Pair("+", ((2, "ins", "ins"),)))
    if options.mark:
        pairs.append(Pair("=", ((2, "mark", "mark"),)))
    return pairs


def use_pairs(md: MarkdownIt, pairs: list[Pair]) -> None:
    """Add the rules for pairs to a parser."""
    for pair in pairs:
        name = f"hugo_pair_{pair.char}"
        md.inline.ruler.before("emphasis", name, pair.tokenize)
        md.inline.ruler2.before("emphasis", name, pair.pair)
