"""What the inline rules remember while a text is read."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from markdown_it.rules_core import StateCore
    from markdown_it.rules_inline import StateInline

    from ..options import MarkdownOptions

KEY = "hugo_inline"
"""Where in ``env`` the context is kept."""


@dataclass(slots=True)
class InlineContext:
    """The state of Goldmark's inline parser that markdown-it-py has no place for."""

    stops: re.Pattern[str]
    """Where plain text may end."""
    single_quotes: int = 0
    """Single quotes that are open."""
    double_quotes: int = 0
    """Double quotes that are open."""
    brackets: int = 0
    """Square brackets that are open: no bare address is a link inside them."""
    addresses: bool = False
    """Whether there is anything in the block that a bare address needs."""
    run: tuple[int, int, str] = (0, 0, "")
    """The last run of quotes: where it begins, where it ends, and in which text."""
    unclosed: tuple[str, str] = ("", "")
    """A text, and the delimiter that does not come any more in it."""


@dataclass(frozen=True, slots=True)
class Stops:
    """The patterns at which plain text may end."""

    plain: re.Pattern[str]
    """For text without addresses."""
    addresses: re.Pattern[str] | None
    """For text that may hold addresses; None if they are not looked for."""


_ADDRESS_HINT = re.compile(r"@|://|www\.")


def hugo_options(state: StateInline | StateCore) -> MarkdownOptions:
    """Return the options a parser was made with."""
    return cast("MarkdownOptions", state.md.options["hugo"])


def context_of(state: StateInline) -> InlineContext:
    """Return the context of the text that is being read."""
    return cast("InlineContext", state.env[KEY])


def make_stops(options: MarkdownOptions) -> Stops:
    """Make the patterns for a parser's options."""
    singles = "\n!&*<[]\\_`="
    sequences = []
    if options.typographer:
        singles += "'\""
        sequences += [r"\.\.\.", "--", ">>"]
    if options.emoji:
        singles += ":"
    if options.myst:
        singles += "{"
    if options.strikethrough or options.subscript or options.delete:
        singles += "~"
    if options.superscript:
        singles += "^"
    if options.insert:
        sequences.append(r"\+\+")
    singles += "".join(
        {opening[0] for opening, _ in options.passthrough_block + options.passthrough_inline}
    )
    plain = "|".join([f"[{re.escape(singles)}]", *sequences])
    if not options.linkify:
        return Stops(re.compile(plain), None)
    address = r"(?<=[\s*_~(`])(?=https?://|ftp://|www\.|[^\s@*_~(`]+@)"
    return Stops(re.compile(plain), re.compile(f"{plain}|{address}"))


def inline(state: StateCore) -> None:
    """Read the inline text of every block.

    Quotes that are open stay so in the blocks below, as in Goldmark; brackets do not.
    """
    stops = cast("Stops", state.md.options["hugo_stops"])
    context = state.env[KEY] = InlineContext(stops.plain)
    for token in state.tokens:
        if token.type != "inline":
            continue
        hint = stops.addresses and _ADDRESS_HINT.search(token.content)
        context.addresses = hint is not None
        context.stops = stops.addresses if hint and stops.addresses else stops.plain
        context.brackets = 0
        if token.children is None:
            token.children = []
        state.md.inline.parse(token.content, state.md, state.env, token.children)
    state.env.pop(KEY, None)


def text(state: StateInline, silent: bool) -> bool:
    """Take plain text up to the next place where another rule may begin."""
    stop = context_of(state).stops.search(state.src, state.pos, state.posMax)
    end = stop.start() if stop else state.posMax
    if end == state.pos:
        return False
    if not silent:
        state.append_pending(state.src[state.pos : end])
    state.pos = end
    return True


def bracket(state: StateInline, silent: bool) -> bool:
    """Count brackets that belong to no link."""
    if silent:
        return False
    char = state.src[state.pos]
    context = context_of(state)
    if char == "[":
        context.brackets += 1
    elif char == "]" and context.brackets:
        context.brackets -= 1
    return False
