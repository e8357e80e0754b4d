"""Template source to items, after the grammar of Go's text/template.

Text outside of ``{{ }}`` is one item. Comments leave nothing. Trim markers are applied to the
neighbouring text here, so the parser never sees them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from .errors import TemplateError

if TYPE_CHECKING:
    from collections.abc import Iterator


class ItemType(Enum):
    """What an item is; the values are how messages call them."""

    TEXT = "text"
    LEFT = "{{"
    RIGHT = "}}"
    SPACE = "space"
    DECLARE = ":="
    ASSIGN = "="
    PIPE = "|"
    LEFT_PAREN = "("
    RIGHT_PAREN = ")"
    STRING = "string"
    RAW = "raw string"
    CHAR = "character"
    NUMBER = "number"
    VARIABLE = "variable"
    FIELD = "field"
    DOT = "."
    WORD = "identifier"
    OTHER = "punctuation"
    END = "end of template"


@dataclass(frozen=True, slots=True)
class Item:
    """One lexical item."""

    type: ItemType
    text: str
    line: int
    """1-based line of its first character."""


_SPACE = " \t\r\n"
_LEFT = re.compile(r"\{\{(?:-(?=[ \t\r\n]))?")
_COMMENT = re.compile(r"[ \t\r\n]*/\*")
_COMMENT_END = re.compile(r"\*/(?:([ \t\r\n]+-)?\}\})")
_RIGHT = re.compile(r"([ \t\r\n]+-)?\}\}")
# What may follow a word, field or variable; anything else is a mistake, such as `.a"x"`.
_TERMINATOR = re.compile(r"[ \t\r\n.,|:()]|\}\}|$|=", re.ASCII)
_TOKENS: tuple[tuple[ItemType, str], ...] = (
    (ItemType.SPACE, r"[ \t\r\n]+"),
    (ItemType.DECLARE, r":="),
    (ItemType.ASSIGN, r"="),
    (ItemType.PIPE, r"\|"),
    (ItemType.LEFT_PAREN, r"\("),
    (ItemType.RIGHT_PAREN, r"\)"),
    (ItemType.STRING, r'"(?:[^"\\\n]|\\[^\n])*"'),
    (ItemType.RAW, r"`[^`]*`"),
    (ItemType.CHAR, r"'(?:[^'\\\n]|\\[^\n])*'"),
    (ItemType.NUMBER, r"[+-]?(?:\d|\.\d)(?:(?<=[eEpP])[+-]|[\w.])*|[+-]"),
    (ItemType.VARIABLE, r"\$\w*"),
    (ItemType.FIELD, r"\.\w+"),
    (ItemType.DOT, r"\."),
    (ItemType.WORD, r"\w+"),
    (ItemType.OTHER, r"[!-~]"),
)
_TOKEN = re.compile("|".join(f"(?P<{kind.name}>{pattern})" for kind, pattern in _TOKENS))
_ENDED = frozenset({ItemType.VARIABLE, ItemType.FIELD, ItemType.WORD})
_UNTERMINATED = {
    '"': "unterminated quoted string",
    "`": "unterminated raw quoted string",
    "'": "unterminated character constant",
}


class Lexer:
    """Reads one template; iterate over it once."""

    def __init__(self, source: str, filename: str = "") -> None:
        self.source = source
        self.filename = filename
        self._line = 1
        self._counted = 0

    def line_at(self, offset: int) -> int:
        """Give the 1-based line of an offset; offsets may only grow from call to call."""
        self._line += self.source.count("\n", self._counted, offset)
        self._counted = max(offset, self._counted)
        return self._line

    def error(self, message: str, offset: int) -> TemplateError:
        """Make the error for something found at an offset."""
        return TemplateError(message, self.filename, self.line_at(offset))

    def items(self) -> Iterator[Item]:
        """Give the items in order; the last one is `ItemType.END`.

        :raises TemplateError: for an action that cannot be read
        """
        source, at, trim = self.source, 0, False
        while left := _LEFT.search(source, at):
            yield from self._text(at, left.start(), trim, trim_end=left.group().endswith("-"))
            if _COMMENT.match(source, left.end()):
                at, trim = self._comment(left.end())
                continue
            yield Item(ItemType.LEFT, "{{", self.line_at(left.start()))
            position = left.end()
            while not (right := _RIGHT.match(source, position)):
                item, position = self._token(position)
                yield item
            yield Item(ItemType.RIGHT, "}}", self.line_at(right.end() - 2))
            at, trim = right.end(), right.group(1) is not None
        yield from self._text(at, len(source), trim, trim_end=False)
        yield Item(ItemType.END, "", self.line_at(len(source)))

    def _text(self, start: int, end: int, trim: bool, *, trim_end: bool) -> Iterator[Item]:
        text = self.source[start:end]
        line = self.line_at(start)
        if trim:
            stripped = text.lstrip(_SPACE)
            line += text.count("\n", 0, len(text) - len(stripped))
            text = stripped
        if trim_end:
            text = text.rstrip(_SPACE)
        if text:
            yield Item(ItemType.TEXT, text, line)

    def _comment(self, start: int) -> tuple[int, bool]:
        closing = self.source.find("*/", start)
        if closing < 0:
            msg = "unclosed comment: write {{/* … */}}"
            raise self.error(msg, start)
        end = _COMMENT_END.match(self.source, closing)
        if end is None:
            msg = "comment ends before closing delimiter: */ must stand right before }}"
            raise self.error(msg, start)
        return end.end(), end.group(1) is not None

    def _token(self, start: int) -> tuple[Item, int]:
        source = self.source
        if start >= len(source):
            msg = "unclosed action: }} is missing"
            raise self.error(msg, start)
        match = _TOKEN.match(source, start)
        char = source[start]
        if match is None:
            msg = f"unrecognized character in action: {char!r}"
            raise self.error(msg, start)
        kind = ItemType[str(match.lastgroup)]
        end = match.end()
        if kind is ItemType.OTHER and char in _UNTERMINATED:
            raise self.error(_UNTERMINATED[char], start)
        if kind in _ENDED and not _TERMINATOR.match(source, end):
            msg = f"bad character {source[end]!r} after {match.group()}"
            raise self.error(msg, start)
        return Item(kind, match.group(), self.line_at(start)), end
