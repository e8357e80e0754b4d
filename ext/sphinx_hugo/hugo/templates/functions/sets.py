"""Sets in slices: ``uniq``, ``union`` and relatives."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..casts import to_list
from ..errors import FunctionError
from ..exposed import Exposed
from ..printing import to_text
from ..values import type_name

if TYPE_CHECKING:
    from collections.abc import Iterable


from .collections import COLLECTIONS, like


@COLLECTIONS.add("Uniq", "uniq")
def _uniq(values: object) -> list[object]:
    return like(values, unique(to_list(values)))


def unique(values: Iterable[object]) -> list[object]:
    """Give values without repetitions, in order."""
    seen: set[object] = set()
    result: list[object] = []
    for value in values:
        key = identity(value)
        if key not in seen:
            seen.add(key)
            result.append(value)
    return result


def identity(value: object) -> object:
    """Give a hashable stand-in: equal for equal values, the object itself for objects."""
    if isinstance(value, (list, dict)):
        return (type_name(value)[:1], to_text(value))
    if isinstance(value, Exposed):
        return ("object", value)
    return (type_name(value) if isinstance(value, bool) else "", value)


@COLLECTIONS.add("Union", "union")
def _union(a: object, b: object) -> object:
    if a is None or b is None:
        found = b if a is None else a
        return [] if found is None else found
    return like(a, unique([*to_list(a), *to_list(b)]))


@COLLECTIONS.add("Intersect", "intersect")
def _intersect(a: object, b: object) -> list[object]:
    if a is None or b is None:
        return []
    wanted = {identity(value) for value in to_list(b)}
    return like(a, unique(value for value in to_list(a) if identity(value) in wanted))


@COLLECTIONS.add("Complement", "complement")
def _complement(*lists: object) -> list[object]:
    if len(lists) < 2:
        msg = "complement needs at least two arguments"
        raise FunctionError(msg)
    without = {identity(value) for other in lists[:-1] for value in to_list(other)}
    return like(lists[-1], [v for v in to_list(lists[-1]) if identity(v) not in without])


@COLLECTIONS.add("SymDiff", "symdiff")
def _symdiff(b: object, a: object) -> list[object]:
    first, second = to_list(a), to_list(b)
    in_first = {identity(value) for value in first}
    in_second = {identity(value) for value in second}
    only = [value for value in first if identity(value) not in in_second]
    return like(a, only + [value for value in second if identity(value) not in in_first])
