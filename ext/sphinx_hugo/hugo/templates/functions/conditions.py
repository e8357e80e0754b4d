"""The conditions of ``where``: how an item's value may stand to the value that is wanted.

Values of kinds that do not go together meet no condition at all, not even ``!=``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..durations import Duration
from ..errors import FunctionError
from ..exposed import Exposed
from ..patterns import searched
from ..times import Time
from ..values import MISSING, is_number
from .sets import identity

if TYPE_CHECKING:
    from collections.abc import Callable

_EQUAL = frozenset({"", "=", "==", "eq"})
_UNEQUAL = frozenset({"!=", "<>", "ne"})
_ORDERS: dict[str, Callable[[int], bool]] = {
    **dict.fromkeys(_EQUAL, lambda order: order == 0),
    **dict.fromkeys(_UNEQUAL, lambda order: order != 0),
    **dict.fromkeys((">=", "ge"), lambda order: order >= 0),
    **dict.fromkeys((">", "gt"), lambda order: order > 0),
    **dict.fromkeys(("<=", "le"), lambda order: order <= 0),
    **dict.fromkeys(("<", "lt"), lambda order: order < 0),
}


def condition(sign: str) -> Callable[[object, object], bool]:
    """Give the test that an operator stands for.

    :raises FunctionError: at its first use, if there is no such operator
    """
    test = _ORDERS.get(sign)
    same = sign in _EQUAL or sign in _UNEQUAL

    def check(value: object, wanted: object) -> bool:
        value, wanted = (None if it is MISSING else it for it in (value, wanted))
        if value is None or wanted is None:
            return same and test is not None and test(0 if value is wanted else 1)
        if test is None:
            return _relation(sign)(value, wanted)
        order = _compared(value, wanted, same=same)
        return order is not None and test(order)

    return check


def _relation(sign: str) -> Callable[[object, object], bool]:
    found = _RELATIONS.get(sign)
    if found is None:
        msg = f"no such operator: {sign!r}"
        raise FunctionError(msg)
    return found


def _compared(value: object, wanted: object, *, same: bool) -> int | None:
    """Give -1, 0 or 1; None for values that cannot be compared.

    :param same: only equality counts, which more kinds know than an order
    """
    if isinstance(value, str) and isinstance(wanted, str):
        a, b = str(value), str(wanted)
        return (a > b) - (a < b)
    if isinstance(value, Time) and isinstance(wanted, Time):
        first, second = _seconds(value), _seconds(wanted)
        return (first > second) - (first < second)
    x, y = _number(value), _number(wanted)
    if x is not None and y is not None:
        return (x > y) - (x < y)
    if same and isinstance(value, bool) and isinstance(wanted, bool):
        return int(value is not wanted)
    if same and isinstance(value, Exposed) and not isinstance(value, (Time, list, dict)):
        return int(value is not wanted)
    return None


def _number(value: object) -> int | float | None:
    if isinstance(value, Duration):
        return value.nanoseconds
    return value if isinstance(value, (int, float)) and is_number(value) else None


def _seconds(moment: Time) -> int:
    return moment.unix_nano() // 10**9


def _found_in(value: object, wanted: object) -> bool | None:
    """Say whether a value is in a list, or text in a text; None where the question is idle."""
    if isinstance(value, str) and isinstance(wanted, str):
        return value in wanted
    if not isinstance(wanted, list) or isinstance(value, list):
        return None
    if not wanted:
        return False
    if isinstance(value, str):
        return any(value == "" if it is None else it == value for it in wanted)
    if isinstance(value, Time):
        moments = [_seconds(it) for it in wanted if isinstance(it, Time)]
        return _seconds(value) in moments if moments else None
    number = _number(value)
    return None if number is None else any(_number(it) == number for it in wanted)


def _intersects(value: object, wanted: object) -> bool:
    if not isinstance(value, list) or not isinstance(wanted, list):
        return False
    found = {identity(item) for item in wanted}
    return any(identity(item) in found for item in value)


def _like(value: object, wanted: object) -> bool:
    if not isinstance(value, str) or not isinstance(wanted, str):
        return False
    regex, text = searched(wanted, value)
    return regex.search(text) is not None


_RELATIONS: dict[str, Callable[[object, object], bool]] = {
    "in": lambda value, wanted: _found_in(value, wanted) is True,
    "not in": lambda value, wanted: _found_in(value, wanted) is False,
    "intersect": _intersects,
    "like": _like,
}
