"""Parts of slices and texts: ``first``, ``last``, ``after``."""

from __future__ import annotations

from ..casts import to_int
from ..errors import FunctionError
from ..values import type_name
from .collections import COLLECTIONS, like


@COLLECTIONS.add("First", "first")
def _first(count: object, values: object) -> object:
    return _cut(values, 0, _limit(count))


@COLLECTIONS.add("Last", "last")
def _last(count: object, values: object) -> object:
    size = len(values) if isinstance(values, (list, str)) else 0
    return _cut(values, max(size - _limit(count), 0), None)


@COLLECTIONS.add("After", "after")
def _after(count: object, values: object) -> object:
    start = _limit(count)
    size = len(values) if isinstance(values, (list, str)) else 0
    if start >= size and isinstance(values, list):
        return like(values, [])
    return _cut(values, start, None)


def _limit(count: object) -> int:
    number = to_int(count)
    if number < 0:
        msg = "sequence length must be non-negative"
        raise FunctionError(msg)
    return number


def _cut(values: object, start: int, end: int | None) -> object:
    if isinstance(values, list):
        return like(values, values[start:end])
    if isinstance(values, str):
        return str(values)[start:end]
    msg = f"can't iterate over a value of type {type_name(values)}"
    raise FunctionError(msg)
