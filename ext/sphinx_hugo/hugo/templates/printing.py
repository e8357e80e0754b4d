"""Values as Go's fmt package prints them with ``%v`` and relatives."""

from __future__ import annotations

import math
from decimal import Decimal
from typing import TYPE_CHECKING

from .calendar_words import NamedInt
from .errors import BudgetError
from .exposed import Exposed
from .values import MISSING, SafeText, is_number, type_name

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

_MAX_DEPTH = 100
LIMIT = 8_000_000
"""Characters that one made text may have."""
NESTED_LIMIT = 1_000_000
"""Characters that one printed map or slice may have."""


def to_text(value: object) -> str:
    """Print one value as ``%v`` does; nil is ``<nil>``.

    :raises BudgetError: if the result is too large, or the value too deep
    """
    if isinstance(value, str):
        return str(value)
    return _Printer(_plain).show(value)


def to_source(value: object) -> str:
    """Print one value as ``%#v`` does, as Go source.

    :raises BudgetError: if the result is too large, or the value too deep
    """
    return _SourcePrinter(_source_scalar).show(value)


def sprint(values: Iterable[object]) -> str:
    """Print values as ``print`` does: a space between two of which none is a string."""
    parts: list[str] = []
    previous_text = True
    for value in values:
        text = isinstance(value, str)
        if parts and not text and not previous_text:
            parts.append(" ")
        parts.append(to_text(value))
        previous_text = text
    return "".join(parts)


def format_float(value: float) -> str:
    """Print a float as ``%v`` does: the shortest digits, exponents below 1e-4 and from 1e6."""
    if math.isnan(value):
        return "NaN"
    if math.isinf(value):
        return "+Inf" if value > 0 else "-Inf"
    if value == 0:
        return "-0" if math.copysign(1, value) < 0 else "0"
    digits = Decimal(repr(value)).normalize()
    if -4 <= digits.adjusted() < 6:
        return format(digits, "f")
    sign, figures, _ = digits.as_tuple()
    mantissa = "".join(map(str, figures))
    point = "." if len(mantissa) > 1 else ""
    exponent = digits.adjusted()
    return f"{'-' * sign}{mantissa[0]}{point}{mantissa[1:]}{_exponent(exponent)}"


def full_float(value: float) -> str:
    """Print a finite float with the shortest digits and never an exponent."""
    return format(Decimal(repr(value)).normalize(), "f")


def _exponent(number: int) -> str:
    return f"e{'-' if number < 0 else '+'}{abs(number):02d}"


def exponent_form(text: str) -> str:
    """Bring ``1e-05`` and ``1.5e+22`` to Go's form: a sign and two digits at least."""
    mantissa, _, exponent = text.partition("e")
    number = int(exponent or 0)
    mantissa = mantissa.removesuffix(".0")
    return mantissa + _exponent(number)


def sorted_keys(mapping: dict[object, object]) -> list[object]:
    """Give a map's keys in the order in which Go prints and ranges over them."""
    return sorted(mapping, key=_key_rank)


def _key_rank(key: object) -> tuple[int, float, str]:
    if isinstance(key, (int, float)):
        return (0, key, "")
    return (1, 0, str(key))


def _plain(value: object) -> str | None:
    if value is None or value is MISSING:
        return "<nil>"
    if isinstance(value, str):
        return str(value)
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, NamedInt):
        return value.WORDS[value]
    if isinstance(value, int):
        return str(value)
    if isinstance(value, float):
        return format_float(value)
    if isinstance(value, Exposed) and not _is_plain_collection(value):
        return value.display()
    return None


def _is_plain_collection(value: Exposed) -> bool:
    """Say whether a list or map has methods, but prints as any other does."""
    return isinstance(value, (list, dict)) and type(value).display is Exposed.display


def _source_scalar(value: object) -> str | None:
    if isinstance(value, str):
        return quote(value)
    if isinstance(value, float) and is_number(value):
        return format_float(value)
    return _plain(value)


_QUOTED = {
    "\a": "\\a", "\b": "\\b", "\f": "\\f", "\n": "\\n", "\r": "\\r", "\t": "\\t", "\v": "\\v",
    '"': '\\"', "\\": "\\\\",
}  # fmt: skip


def quote(text: str, *, ascii_only: bool = False) -> str:
    """Write text as a double-quoted Go string."""
    return '"' + "".join([_quoted(char, ascii_only) for char in text]) + '"'


def _quoted(char: str, ascii_only: bool) -> str:
    if char in _QUOTED:
        return _QUOTED[char]
    point = ord(char)
    if (char.isprintable() and not ascii_only) or 0x20 <= point < 0x7F:
        return char
    if point < 0x80:
        return f"\\x{point:02x}"
    return f"\\u{point:04x}" if point < 0x10000 else f"\\U{point:08x}"


class _Printer:
    """Prints nested values with a limit on size and depth."""

    opening, closing, separator = "[", "]", " "

    def __init__(self, scalar: Callable[[object], str | None]) -> None:
        self._scalar = scalar
        self._size = 0

    def show(self, value: object, depth: int = 0) -> str:
        text = self._scalar(value)
        if text is None:
            if depth > _MAX_DEPTH:
                msg = "the value is nested too deep to be printed"
                raise BudgetError(msg)
            text = self._collection(value, depth)
        else:
            self._size += len(text) + 1
            if self._size > NESTED_LIMIT:
                msg = f"the printed value has more than {NESTED_LIMIT} characters"
                raise BudgetError(msg)
        return text

    def _collection(self, value: object, depth: int) -> str:
        if isinstance(value, dict):
            items = [
                f"{self.show(key, depth + 1)}:{self.show(value[key], depth + 1)}"
                for key in sorted_keys(value)
            ]
            return self._map(value, items)
        if isinstance(value, (list, tuple)):
            return self._list(value, [self.show(item, depth + 1) for item in value])
        return str(value)

    def _map(self, value: object, items: list[str]) -> str:
        return "map[" + " ".join(items) + "]"

    def _list(self, value: object, items: list[str]) -> str:
        return "[" + " ".join(items) + "]"


class _SourcePrinter(_Printer):
    def _map(self, value: object, items: list[str]) -> str:
        return f"{type_name(value)}{{{', '.join(items)}}}"

    def _list(self, value: object, items: list[str]) -> str:
        return f"{type_name(value)}{{{', '.join(items)}}}"


def plain_string(value: str) -> str:
    """Take the safety off a string."""
    return str(value) if isinstance(value, SafeText) else value
