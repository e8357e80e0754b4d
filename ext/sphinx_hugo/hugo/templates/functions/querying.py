"""``where`` and ``sort``, which look into the items."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..casts import to_list, to_string
from ..errors import FunctionError
from ..ordering import SORT_KEY, compare_values, equal
from ..patterns import searched
from ..values import type_name
from .collections import COLLECTIONS, like, path_value
from .sets import identity

if TYPE_CHECKING:
    from collections.abc import Callable


def _in(value: object, wanted: object) -> bool:
    if isinstance(value, str) and isinstance(wanted, str):
        return value in wanted
    items = to_list(wanted)
    if isinstance(value, list):
        found = {identity(item) for item in items}
        return any(identity(item) in found for item in value)
    return any(equal(value, item) for item in items)


def _intersects(value: object, wanted: object) -> bool:
    if not isinstance(value, list):
        return False
    found = {identity(item) for item in to_list(wanted)}
    return any(identity(item) in found for item in value)


def _like(value: object, wanted: object) -> bool:
    if not isinstance(value, str):
        return False
    regex, text = searched(wanted, value)
    return regex.search(text) is not None


def _ordered(test: Callable[[int], bool]) -> Callable[[object, object], bool]:
    def check(value: object, wanted: object) -> bool:
        if value is None or wanted is None:
            return False
        return test(compare_values(value, wanted))

    return check


def _same(value: object, wanted: object) -> bool:
    return equal(value, wanted)


_OPERATORS: dict[str, Callable[[object, object], bool]] = {
    **dict.fromkeys(("", "=", "==", "eq"), _same),
    **dict.fromkeys(("!=", "<>", "ne"), lambda value, wanted: not _same(value, wanted)),
    **dict.fromkeys((">=", "ge"), _ordered(lambda order: order >= 0)),
    **dict.fromkeys((">", "gt"), _ordered(lambda order: order > 0)),
    **dict.fromkeys(("<=", "le"), _ordered(lambda order: order <= 0)),
    **dict.fromkeys(("<", "lt"), _ordered(lambda order: order < 0)),
    "in": _in,
    "not in": lambda value, wanted: not _in(value, wanted),
    "intersect": _intersects,
    "like": _like,
}


@COLLECTIONS.add("Where", "where")
def where(values: object, key: object, *args: object) -> object:
    """Give the items whose value at a path stands in a relation to another value.

    :raises FunctionError: for an unknown operator, and for items without members
    """
    if not 1 <= len(args) <= 2:
        msg = "where takes a collection, a key, maybe an operator, and a value"
        raise FunctionError(msg)
    sign = to_string(args[0]).strip().lower() if len(args) == 2 else ""
    operator, wanted, path = _OPERATORS.get(sign), args[-1], to_string(key)
    if operator is None:
        msg = f"no such operator: {sign!r}"
        raise FunctionError(msg)
    if values is None:
        msg = "can't iterate over <nil>"
        raise FunctionError(msg)
    if isinstance(values, dict):
        return {
            name: [item for item in to_list(group) if operator(_key_value(item, path), wanted)]
            for name, group in values.items()
            if isinstance(group, list)
        }
    return like(values, [v for v in to_list(values) if operator(_key_value(v, path), wanted)])


def _key_value(item: object, path: str) -> object:
    try:
        return path_value(item, path)
    except FunctionError:
        if isinstance(item, (str, int, float, list)):
            msg = f"can't evaluate {path} in type {type_name(item)}"
            raise FunctionError(msg) from None
        raise


@COLLECTIONS.add("Sort", "sort")
def _sort(values: object, *args: object) -> list[object]:
    if isinstance(values, dict):
        items = [(key, values[key]) for key in sorted(values)]
    else:
        items = [("", value) for value in to_list(values)]
        if values is None:
            msg = "sequence must be provided"
            raise FunctionError(msg)
    path = to_string(args[0]) if args else ("key" if isinstance(values, dict) else "value")
    descending = len(args) > 1 and to_string(args[1]).lower() == "desc"
    if path.lower() == "value" and not _has_key(items, path):
        keyed = [(value, value) for _, value in items]
    elif isinstance(values, dict) and path.lower() == "key":
        keyed = list(items)
    else:
        keyed = [(path_value(value, path), value) for _, value in items]
    ordered = sorted(keyed, key=lambda pair: SORT_KEY(pair[0]))
    if descending:
        ordered = sorted(keyed, key=lambda pair: SORT_KEY(pair[0]), reverse=True)
    return like(values, [value for _, value in ordered])


def _has_key(items: list[tuple[str, object]], path: str) -> bool:
    return any(isinstance(value, dict) and path in value for _, value in items)
