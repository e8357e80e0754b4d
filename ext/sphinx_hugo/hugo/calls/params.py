"""The parameters of a shortcode tag: what belongs together, without quotes, typed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sphinx_hugo.hugo.calls.items import Item, ItemType

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

Value = str | int | float | bool
"""A parameter: what is quoted is a string, bare words may be more."""

# Looking a member up takes longer than what is done with it, and this is done for each piece.
_PARAM, _VALUE, _SPACE = ItemType.PARAM, ItemType.VALUE, ItemType.SPACE
_INT = re.compile(r"[-+]?[0-9]+\Z")
_FLOAT = re.compile(r"[-+]?[0-9]*\.[0-9]+\Z")
_INT64 = 1 << 63


def read_params(source: str, items: Sequence[Item]) -> tuple[Value, ...] | Mapping[str, Value]:
    """Return the arguments; in a broken tag with both kinds, those of the first kind."""
    pairs: list[tuple[str | None, Value]] = []
    for param, value, equals in pair_params(source, items):
        key, quoted = unquote(source, param)
        if value is not None:
            text, quoted = unquote(source, value)
            pairs.append((key, text if quoted else typed(text)))
        elif equals:
            pairs.append((key, ""))
        else:
            pairs.append((None, key if quoted else typed(key)))
    if pairs and pairs[0][0] is not None:
        return {key: value for key, value in pairs if key is not None}
    return tuple(value for key, value in pairs if key is None)


def typed(text: str) -> Value:
    """Return a bare word as Hugo types it: a bool, a 64-bit integer, a float, else a string."""
    if text in {"true", "false"}:
        return text == "true"
    # Python refuses to convert integers of thousands of digits; Hugo's have nineteen at most
    # (leading zeros do not count, so they may be more).
    if _INT.match(text):
        digits = text.lstrip("+-").lstrip("0") or "0"
        if len(digits) <= 19:
            number = -int(digits) if text.startswith("-") else int(digits)
            if -_INT64 <= number < _INT64:
                return number
    elif _FLOAT.match(text):
        return float(text)
    return text


def unquote(source: str, item: Item) -> tuple[str, bool]:
    """Return the text of a PARAM or VALUE item without its quotes, and whether it had any."""
    text = source[item.start : item.end]
    if text.startswith("`"):
        return text[1:].removesuffix("`"), True
    if text.startswith("\\"):
        # The quotes are escaped themselves; Hugo drops what stands between = \ and the quote.
        return text[text.find('"') + 1 :].removesuffix('"').removesuffix("\\"), True
    if text.startswith('"'):
        inside = text[1:]
        if inside.endswith('"') and not inside.endswith('\\"'):
            inside = inside[:-1]
        # With one escaped quote in a text, Hugo takes all its backslashes out.
        return (inside.replace("\\", "") if '\\"' in inside else inside), True
    return text, False


def pair_params(source: str, items: Sequence[Item]) -> list[tuple[Item, Item | None, bool]]:
    """Return the parameters of a tag: its PARAM items, the VALUE of each, whether a = follows it.

    A value that has no parameter of its own is left out, as Hugo does.
    """
    pairs: list[tuple[Item, Item | None, bool]] = []
    for item in items:
        kind = item.type
        if kind is _PARAM:
            pairs.append((item, None, False))
        elif pairs and pairs[-1][1] is None:
            if kind is _VALUE:
                pairs[-1] = (pairs[-1][0], item, True)
            elif kind is _SPACE and source.startswith("=", item.start):
                pairs[-1] = (pairs[-1][0], None, True)
    return pairs
