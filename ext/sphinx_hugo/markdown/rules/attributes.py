"""Attribute lists such as ``{#id .class key="value" lines=[1,"2-3"]}``."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable

_SPACE = re.compile(r"[ \t\n\r\f\v]*")
_SHORT = re.compile(r"[#.]((?:[-_:.]|[^\s!-/:-@\[-`{-~])*)")
_NAME = re.compile(r"[A-Za-z_:][A-Za-z0-9_:.-]*")
_NUMBER = re.compile(r"[-+]?[0-9]+(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?")
_STRING = re.compile(r'"((?:[^"\\]|\\.)*)"', re.DOTALL)
_ESCAPE = re.compile(r"\\(.)", re.DOTALL)
_ESCAPES = {"b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t"}
_WORDS: dict[str, Any] = {"true": True, "false": False, "null": None}
_DEPTH = 20
"""Lists within lists are read to this depth."""

Attributes = list[tuple[str, Any]]
"""Names and values in the order of the text; the classes are one value, joined by spaces."""


def parse_attributes(text: str, pos: int = 0, depth: int = 0) -> tuple[Attributes, int] | None:
    """Read the attribute list that begins at ``pos`` (white space before it is skipped).

    :returns: the attributes and the position after the closing brace; None if it is no such list.
    """
    pos = _skip(text, pos)
    if depth > _DEPTH or not text.startswith("{", pos):
        return None
    pos += 1
    found: Attributes = []
    while True:
        pos = _skip(text, pos)
        if text.startswith("}", pos):
            return found, pos + 1
        one = _attribute(text, pos, depth)
        if one is None:
            return None
        name, value, pos = one
        _add(found, name, value)
        pos = _skip(text, pos)
        if text.startswith(",", pos):
            pos = _skip(text, pos + 1)


def html_attributes(attributes: Iterable[tuple[str, Any]]) -> dict[str, str]:
    """Turn attributes into those of an HTML element; event handlers (``on...``) are left out.

    The first of two equal names counts.
    """
    result: dict[str, str] = {}
    for name, value in attributes:
        if not name.lower().startswith("on"):
            result.setdefault(name, as_text(value))
    return result


def as_text(value: object) -> str:
    """Write an attribute value as Hugo prints it."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, list):
        return f"[{' '.join(as_text(item) for item in value)}]"
    return "" if value is None else str(value)


def _skip(text: str, pos: int) -> int:
    match = _SPACE.match(text, pos)
    return match.end() if match else pos


def _add(found: Attributes, name: str, value: object) -> None:
    if name == "class":
        for index, (other, classes) in enumerate(found):
            if other == "class":
                found[index] = ("class", f"{classes} {value}")
                return
    found.append((name, value))


def _attribute(text: str, pos: int, depth: int) -> tuple[str, Any, int] | None:
    short = _SHORT.match(text, pos)
    if short:
        return ("id" if text[pos] == "#" else "class"), short[1], short.end()
    name = _NAME.match(text, pos)
    if name is None:
        return None
    pos = _skip(text, name.end())
    if not text.startswith("=", pos):
        return None
    value = _value(text, _skip(text, pos + 1), depth)
    if value is None or (name[0] == "class" and not isinstance(value[0], str)):
        return None
    return name[0], value[0], value[1]


def _value(text: str, pos: int, depth: int) -> tuple[Any, int] | None:
    first = text[pos : pos + 1]
    if first == "{":
        inner = parse_attributes(text, pos, depth + 1)
        return None if inner is None else (dict(inner[0]), inner[1])
    if first == "[":
        return _array(text, pos + 1, depth + 1)
    if first == '"':
        string = _STRING.match(text, pos)
        if string is None:
            return None
        return _ESCAPE.sub(lambda m: _ESCAPES.get(m[1], m[1]), string[1]), string.end()
    number = _NUMBER.match(text, pos)
    if number:
        value = float(number[0])
        return (int(value) if value.is_integer() else value), number.end()
    word = _NAME.match(text, pos)
    return None if word is None else (_WORDS.get(word[0], word[0]), word.end())


def _array(text: str, pos: int, depth: int) -> tuple[list[Any], int] | None:
    items: list[Any] = []
    if depth > _DEPTH:
        return None
    pos = _skip(text, pos)
    while not text.startswith("]", pos):
        value = _value(text, pos, depth)
        if value is None:
            return None
        items.append(value[0])
        pos = _skip(text, value[1])
        if text.startswith(",", pos):
            pos = _skip(text, pos + 1)
        elif not text.startswith("]", pos):
            return None
    return items, pos + 1
