"""Line ends between East Asian characters, where a site wants them to vanish."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markdown_it.rules_core import StateCore
    from markdown_it.token import Token


def join_lines(state: StateCore) -> None:
    """Take out the line ends between two wide characters.

    Like Goldmark also those between text and anything that is not plain text, such as emphasis.
    """
    for token in state.tokens:
        if token.type != "inline" or "\n" not in token.content:
            continue
        token.children = _join(token.children or [], token.content.split("\n"))


def _join(children: list[Token], lines: list[str]) -> list[Token]:
    kept: list[Token] = []
    number = 0
    for index, child in enumerate(children):
        if child.type in {"softbreak", "hardbreak"}:
            # White space before the line end is gone from the tokens, but it counts.
            spaced = lines[number] != lines[number].rstrip()
            number = min(number + 1, len(lines) - 1)
            if child.type == "softbreak" and not spaced and _is_between(children, index):
                continue
        kept.append(child)
    return kept


def _is_between(children: list[Token], index: int) -> bool:
    if not 0 < index < len(children) - 1:
        return False
    before, after = children[index - 1], children[index + 1]
    if before.type != "text" or len(before.content) - 1 in before.meta.get("entities", {}):
        return False
    if after.type != "text" or 0 in after.meta.get("entities", {}):
        return True
    return _is_wide(before.content[-1:]) and _is_wide(after.content[:1])


def _is_wide(char: str) -> bool:
    return bool(char) and unicodedata.east_asian_width(char) in {"W", "F"}
