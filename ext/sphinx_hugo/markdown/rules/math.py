"""Mathematics that Hugo passes through: ``$a_b$``, ``\\[ ... \\]``, as the site says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .context import context_of, hugo_options

if TYPE_CHECKING:
    from markdown_it.rules_core import StateCore
    from markdown_it.rules_inline import StateInline
    from markdown_it.token import Token

    from ..options import MarkdownOptions

_PARAGRAPH = 3
"""A paragraph is three tokens: open, inline, close."""


def math(state: StateInline, silent: bool) -> bool:
    """Take everything between two delimiters as it stands."""
    options = hugo_options(state)
    found = _delimiters(options, state.src, state.pos)
    if found is None:
        return False
    opening, closing, block = found
    start = state.pos + len(opening)
    end = _find(state, closing, start)
    if end <= start:
        # Without an end, or empty: the delimiter is text, as a whole.
        if opening.startswith("\\"):
            return False
        if not silent:
            state.append_pending(opening)
        state.pos = start
        return True
    if not silent:
        token = state.push("math_block" if block else "math_inline", "math", 0)
        token.content = state.src[start:end]
        token.markup = opening
        token.meta = {"delimiters": (opening, closing)}
    state.pos = end + len(closing)
    return True


def _find(state: StateInline, closing: str, start: int) -> int:
    """Return where the closing delimiter is, -1 if nowhere; a text is looked through in vain once."""
    context = context_of(state)
    text, missing = context.unclosed
    if text is state.src and missing == closing:
        return -1
    end = state.src.find(closing, start, state.posMax)
    if end < 0 and state.posMax == len(state.src):
        context.unclosed = state.src, closing
    return end


def _delimiters(options: MarkdownOptions, src: str, pos: int) -> tuple[str, str, bool] | None:
    best: tuple[str, str, bool] | None = None
    for block, pairs in ((False, options.passthrough_inline), (True, options.passthrough_block)):
        for opening, closing in pairs:
            longer = best is None or len(opening) >= len(best[0])
            if longer and src.startswith(opening, pos):
                best = (opening, closing, block)
    return best


def lift_math(state: StateCore) -> None:
    """Take mathematics that stands by itself out of its paragraph, which it splits."""
    if not hugo_options(state).passthrough_block:
        return
    tokens = state.tokens
    result: list[Token] = []
    index = 0
    while index < len(tokens):
        token = tokens[index]
        if token.type == "paragraph_open" and any(
            child.type == "math_block" for child in tokens[index + 1].children or []
        ):
            has_box = "checked" in tokens[index - 1].meta if index else False
            result += _split(*tokens[index : index + _PARAGRAPH], has_box=has_box)
            index += _PARAGRAPH
            continue
        result.append(token)
        index += 1
    state.tokens = result


def _split(opening: Token, inline: Token, closing: Token, *, has_box: bool) -> list[Token]:
    """Return the mathematics of a paragraph and the paragraphs around.

    :param has_box: the first one has the box of a task, even if it has nothing else.
    """
    result: list[Token] = []
    run: list[Token] = []

    def close_run() -> None:
        if (
            (has_box and not result)
            or any(child.type != "softbreak" and child.content != "" for child in run)
            or any(child.nesting or child.type == "image" for child in run)
        ):
            content = "".join(child.content for child in run)
            result.extend(
                [
                    opening.copy(),
                    inline.copy(children=list(run), content=content),
                    closing.copy(),
                ]
            )
        run.clear()

    for child in inline.children or []:
        if child.type == "math_block":
            close_run()
            child.map = inline.map
            child.block = True
            child.level = opening.level
            result.append(child)
        elif run or child.type != "softbreak":
            run.append(child)
    close_run()
    return result
