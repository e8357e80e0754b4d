"""Comparing values of any kind as Hugo does, for ``lt`` and for sorting."""

from __future__ import annotations

import math
import re
from functools import cmp_to_key

from .casts import parse_float
from .durations import Duration
from .exposed import Exposed
from .times import Time
from .values import MISSING, VersionString


def equal(a: object, b: object) -> bool:
    """Say whether ``eq`` takes two values for equal: of one kind, and the same."""
    a, b = (None if value is MISSING else value for value in (a, b))
    if isinstance(a, (int, float)) and isinstance(b, (int, float)):
        return isinstance(a, bool) == isinstance(b, bool) and a == b
    if isinstance(a, (Time, Duration)) or not isinstance(a, Exposed):
        return a == b
    return a is b


def compare_values(a: object, b: object) -> int:
    """Give -1, 0 or 1. Beside a number, text is read as one; collections count their items."""
    if isinstance(a, int) and isinstance(b, int):
        return (a > b) - (a < b)
    if isinstance(a, str) and isinstance(b, str):
        if isinstance(a, VersionString) or isinstance(b, VersionString):
            first, second = _version(a), _version(b)
            return (first > second) - (first < second)
        return (a > b) - (a < b)
    if isinstance(a, Time) and isinstance(b, Time):
        return (a.moment > b.moment) - (a.moment < b.moment)
    x, y = _measure(a), _measure(b)
    return (x > y) - (x < y)


_VERSION = re.compile(r"v?(\d{1,9})(?:\.(\d{1,9}))?(?:\.(\d{1,9}))?(.*)", re.DOTALL)


def _version(text: str) -> tuple[int, int, int, bool, str]:
    """Read a version for comparing; one with a suffix, such as ``-DEV``, comes before it."""
    match = _VERSION.fullmatch(text)
    if match is None:
        return 0, 0, 0, False, ""
    return int(match[1]), int(match[2] or 0), int(match[3] or 0), not match[4], match[4]


def _measure(value: object) -> float:
    """Give the number that stands for a value beside another kind of value."""
    if isinstance(value, str):
        number = parse_float(str(value))
        return 0 if number is None or not math.isfinite(number) else number
    if isinstance(value, (int, float)):
        return value
    if isinstance(value, (list, dict)):
        return len(value)
    if isinstance(value, Time):
        return value.unix_nano() // 10**9
    return value.nanoseconds if isinstance(value, Duration) else 0


def _sort_order(a: object, b: object) -> int:
    if isinstance(a, str) and isinstance(b, str):
        x, y = (a.casefold(), a.swapcase()), (b.casefold(), b.swapcase())
        return (x > y) - (x < y)
    return compare_values(a, b)


SORT_KEY = cmp_to_key(_sort_order)
"""A key function for sorting values as ``sort`` does: text without regard to case first."""
