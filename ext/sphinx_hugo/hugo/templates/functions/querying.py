"""``where`` and ``sort``, which look into the items."""

from __future__ import annotations

from ..casts import to_list, to_string
from ..errors import FunctionError
from ..ordering import SORT_KEY
from .collections import COLLECTIONS, like, path_value
from .conditions import condition


@COLLECTIONS.add("Where", "where")
def where(values: object, key: object, *args: object) -> object:
    """Give the items whose value at a path stands in a relation to another value.

    :raises FunctionError: for an unknown operator, and for items without members
    """
    if not 1 <= len(args) <= 2:
        msg = "where takes a collection, a key, maybe an operator, and a value"
        raise FunctionError(msg)
    sign = to_string(args[0]).strip().lower() if len(args) == 2 else ""
    fits, wanted, path = condition(sign), args[-1], to_string(key)
    if values is None:
        msg = "can't iterate over <nil>"
        raise FunctionError(msg)
    if isinstance(values, dict):  # groups stay whole
        return {
            name: group
            for name, group in values.items()
            if isinstance(group, list) and any(fits(_key_value(v, path), wanted) for v in group)
        }
    return like(values, [v for v in to_list(values) if fits(_key_value(v, path), wanted)])


def _key_value(item: object, path: str) -> object:
    try:
        return path_value(item, path)
    except FunctionError:  # no such member, or one that needs arguments
        return None


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
