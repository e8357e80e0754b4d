"""Arithmetic as Hugo does it: whole numbers stay whole, text can be added."""

from __future__ import annotations

import operator
from typing import TYPE_CHECKING

from .errors import FunctionError
from .values import is_number, type_name, wrap_int

if TYPE_CHECKING:
    from collections.abc import Callable


def add_values(a: object, b: object) -> object:
    """Add numbers, or join two texts.

    :raises FunctionError: for anything else
    """
    if isinstance(a, str) and isinstance(b, str):
        return str(a) + str(b)
    return compute("+", a, b)


def compute(sign: str, a: object, b: object) -> int | float:
    """Apply ``+ - * /`` to two numbers.

    :raises FunctionError: for other values, and for division by zero
    """
    if not (isinstance(a, (int, float)) and isinstance(b, (int, float))) or not (
        is_number(a) and is_number(b)
    ):
        msg = f"can't apply the operator to the values: {type_name(a)} {sign} {type_name(b)}"
        raise FunctionError(msg)
    if isinstance(a, int) and isinstance(b, int):
        return _whole(sign, int(a), int(b))
    if sign == "/" and b == 0:
        msg = "division by zero"
        raise FunctionError(msg)
    return _FLOATS[sign](float(a), float(b))


def _whole(sign: str, a: int, b: int) -> int:
    if sign != "/":
        return wrap_int(_WHOLES[sign](a, b))
    if b == 0:
        msg = "can't divide the value by 0"
        raise FunctionError(msg)
    # Go cuts towards zero, Python rounds down.
    quotient = abs(a) // abs(b)
    return wrap_int(quotient if (a < 0) == (b < 0) else -quotient)


_WHOLES: dict[str, Callable[[int, int], int]] = {
    "+": operator.add,
    "-": operator.sub,
    "*": operator.mul,
}
_FLOATS: dict[str, Callable[[float, float], float]] = {
    "+": operator.add,
    "-": operator.sub,
    "*": operator.mul,
    "/": operator.truediv,
}
