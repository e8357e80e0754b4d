"""Comparing values of any kind as Hugo does, for ``lt`` and for sorting."""

from __future__ import annotations

import math
from functools import cmp_to_key

from .casts import parse_float
from .exposed import Exposed
from .times import Duration, Time
from .values import MISSING


def equal(a: object, b: object) -> bool:
    """Say whether ``eq`` takes two values for equal: of one kind, and the same."""
    a, b = (None if value is MISSING else value for value in (a, b))
    if isinstance(a, (int, float)) and isinstance(b, (int, float)):
        return isinstance(a, bool) == isinstance(b, bool) and a == b
    if isinstance(a, (Time, Duration)) or not isinstance(a, Exposed):
        return a == b
    return a is b


def compare_values(a: object, b: object) -> int:
    """Give -1, 0 or 1; text that reads as a number is one, collections count their items."""
    if isinstance(a, int) and isinstance(b, int):
        return (a > b) - (a < b)
    x, text = _measure(a)
    y, other = _measure(b)
    if text is not None and other is not None:
        return (text > other) - (text < other)
    return (x > y) - (x < y)


def _measure(value: object) -> tuple[float, str | None]:
    if isinstance(value, str):
        number = parse_float(str(value))
        if number is None or not math.isfinite(number):
            return 0, str(value)
        return number, None
    if isinstance(value, (int, float)):
        return value, None
    if isinstance(value, (list, dict)):
        return len(value), None
    if isinstance(value, Time):
        return value.unix_nano(), None
    if isinstance(value, Duration):
        return value.nanoseconds, None
    return 0, None


def _sort_order(a: object, b: object) -> int:
    if isinstance(a, str) and isinstance(b, str) and compare_values(a, b) != 0:
        number = parse_float(str(a)) is not None and parse_float(str(b)) is not None
        if not number:
            return _text_order(a, b)
    return compare_values(a, b)


def _text_order(a: str, b: str) -> int:
    x, y = (a.casefold(), a.swapcase()), (b.casefold(), b.swapcase())
    return (x > y) - (x < y)


SORT_KEY = cmp_to_key(_sort_order)
"""A key function for sorting values as ``sort`` does: text without regard to case first."""
