"""Loose conversions, as Hugo's functions treat their arguments."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from .calendar_words import NamedInt
from .durations import Duration
from .errors import FunctionError
from .exposed import Exposed
from .literals import INT_MAX, INT_MIN, parse_int
from .printing import format_float, full_float
from .times import Time
from .values import MISSING, GoError, is_number, type_name, wrap_int

if TYPE_CHECKING:
    from collections.abc import Iterable


def to_string(value: object) -> str:
    """Make a plain string of a scalar; nil is empty.

    :raises FunctionError: for maps, slices and other objects
    """
    if isinstance(value, str):
        return str(value)
    if value is None or value is MISSING:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, NamedInt):
        return value.WORDS[value]
    if isinstance(value, int):
        return str(int(value))
    if isinstance(value, float):
        return _plain_float(value)
    if isinstance(value, (Time, GoError, Duration)):
        return value.display()
    if isinstance(value, Exposed) and "String" in value.METHODS:
        return value.display()
    raise _unable(value, "string")


def _plain_float(value: float) -> str:
    return full_float(value) if math.isfinite(value) else format_float(value)


def _unable(value: object, wanted: str) -> FunctionError:
    shown = str(value)[:60] if isinstance(value, (str, int, float)) else type_name(value)
    return FunctionError(f"unable to cast {shown!r} of type {type_name(value)} to {wanted}")


def text_of(value: object) -> str:
    """Give text as it is, for methods: Go casts nothing to what they take.

    :raises FunctionError: for anything else
    """
    if isinstance(value, str):
        return str(value)
    msg = f"expected string; found {type_name(value)}"
    raise FunctionError(msg)


def to_int(value: object) -> int:
    """Make an integer of a number, bool or text; floats lose their fraction.

    :raises FunctionError: for anything else
    """
    if isinstance(value, int):
        return int(value)
    if isinstance(value, float):
        if math.isfinite(value):
            return wrap_int(int(value))
        raise _unable(value, "int")
    if value is None or value is MISSING:
        return 0
    if isinstance(value, Duration):
        return value.nanoseconds
    if isinstance(value, str):
        return _text_to_int(str(value))
    raise _unable(value, "int")


def _text_to_int(text: str) -> int:
    if not text:
        return 0
    # What follows a decimal point is cut; a leading zero means octal, as in Go.
    whole, dot, fraction = text.partition(".")
    if dot and whole.strip("+-").isdigit() and (fraction.isdigit() or not fraction):
        text = whole
    number = parse_int(text) if text.isascii() else None
    if number is None or not INT_MIN <= number <= INT_MAX:
        raise _unable(text, "int")
    return number


def to_float(value: object) -> float:
    """Make a float of a number, bool or text.

    :raises FunctionError: for anything else
    """
    if isinstance(value, (int, float)):
        return float(value)
    if value is None or value is MISSING or value == "":
        return 0.0
    if isinstance(value, str):
        number = parse_float(str(value))
        if number is not None:
            return number
    raise _unable(value, "float64")


def parse_float(text: str) -> float | None:
    """Read a float as Go does: no space around it, no underscores."""
    if not text or text != text.strip() or "_" in text or len(text) > 400:
        return None
    try:
        if text.lstrip("+-")[:2].lower() == "0x":
            return float.fromhex(text) if "p" in text.lower() else None
        return float(text)
    except (ValueError, OverflowError):
        return None


def to_bool(value: object) -> bool:
    """Make a bool of a bool, number, nil or one of the words Go takes for one.

    :raises FunctionError: for anything else
    """
    if isinstance(value, (bool, int, float)):
        return bool(value)
    if value is None or value is MISSING:
        return False
    if isinstance(value, str):
        if value in {"1", "t", "T", "true", "TRUE", "True"}:
            return True
        if value in {"0", "f", "F", "false", "FALSE", "False"}:
            return False
    raise _unable(value, "bool")


def to_list(value: object) -> list[object]:
    """Give a slice as it is, nil as an empty one.

    :raises FunctionError: for anything else
    """
    if isinstance(value, list):
        return value
    if value is None or value is MISSING:
        return []
    msg = f"can't iterate over a value of type {type_name(value)}"
    raise FunctionError(msg)


def to_strings(values: Iterable[object]) -> list[str]:
    """Make strings of scalars.

    :raises FunctionError: if one is a map, slice or other object
    """
    return [to_string(value) for value in values]


def to_map(value: object) -> dict[str, object]:
    """Give a map as it is.

    :raises FunctionError: for anything else
    """
    if isinstance(value, dict):
        return value
    msg = f"expected a map, not a value of type {type_name(value)}"
    raise FunctionError(msg)


def number(value: object) -> int | float:
    """Give a number as it is, or read it from text.

    :raises FunctionError: for anything else
    """
    if isinstance(value, (int, float)) and is_number(value):
        return int(value) if isinstance(value, int) else value
    if isinstance(value, str):
        try:
            return _text_to_int(str(value))
        except FunctionError:
            return to_float(value)
    raise _unable(value, "number")
