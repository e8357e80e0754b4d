"""Coercion: what Hugo makes of a value of another type than the field has.

Values come from the readers of :mod:`sphinx_hugo.hugo.values.data`: None, bool, int, float, str, the
types of :mod:`datetime`, lists and maps.
"""

from __future__ import annotations

import datetime
import math
import re
from decimal import Decimal
from typing import Any

_INT_LITERAL = re.compile(
    r"(?P<sign>[-+]?)(?:0[xX]_?(?P<hex>[0-9a-fA-F]+(?:_[0-9a-fA-F]+)*)"
    r"|0[bB]_?(?P<binary>[01]+(?:_[01]+)*)"
    r"|0[oO]?_?(?P<octal>[0-7]+(?:_[0-7]+)*)"
    r"|(?P<decimal>0|[1-9][0-9]*(?:_[0-9]+)*))"
)
_BASES = {"hex": 16, "binary": 2, "octal": 8, "decimal": 10}
_DECIMALS = re.compile(r"(?P<whole>[-+]?[0-9]+)\.[0-9]*")
_LONGEST_NUMBER = 70
_INT_RANGE = range(-(2**63), 2**63)
_TRUE = frozenset({"1", "t", "T", "true", "TRUE", "True"})


def to_string(value: object) -> str:
    """Return a scalar written out; lists, maps and None give an empty string."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    if isinstance(value, float):
        return _float_text(value)
    if isinstance(value, datetime.datetime):
        return value.isoformat().replace("+00:00", "Z")
    if isinstance(value, datetime.date | datetime.time):
        return value.isoformat()
    return ""


def _float_text(value: float) -> str:
    """Write a float as Hugo does: no exponent, no decimals if there are none."""
    if math.isnan(value):
        return "NaN"
    if math.isinf(value):
        return "+Inf" if value > 0 else "-Inf"
    text = format(Decimal(repr(value)), "f")
    return text.removesuffix(".0")


def to_int(value: object) -> int:
    """Return a whole number: floats are cut, text is read like a Go literal; 0 if that fails.

    So ``"010"`` is 8, and ``"1e2"`` and ``" 7 "`` are 0.
    """
    if isinstance(value, float):
        value = int(value) if math.isfinite(value) else 0
    elif isinstance(value, str):
        value = _int_of_text(value)
    return int(value) if isinstance(value, int) and value in _INT_RANGE else 0


def _int_of_text(text: str) -> int:
    if len(text) > _LONGEST_NUMBER or not text.isascii():
        return 0
    if number := _INT_LITERAL.fullmatch(text):
        kind = number.lastgroup or ""
        return int(number["sign"] + number[kind], _BASES[kind])
    if decimals := _DECIMALS.fullmatch(text):
        return int(decimals["whole"])
    return 0


def to_float(value: object) -> float:
    """Return a number; 0.0 if *value* is none and does not read like one."""
    if isinstance(value, int | float):
        return float(value)
    if isinstance(value, str):
        try:
            return float(value)
        except ValueError:
            return 0.0
    return 0.0


def to_bool(value: object) -> bool:
    """Return whether *value* means true: ``True``, a number but 0, or such text.

    Such text is ``1``, ``t``, ``T``, ``true``, ``True``, ``TRUE``; not ``yes``, not ``2``.
    """
    if isinstance(value, bool | int | float):
        return bool(value)
    return isinstance(value, str) and value in _TRUE


def to_string_list(value: object) -> tuple[str, ...]:
    """Return the items as text; a bare string is split at white space."""
    if isinstance(value, str):
        return tuple(value.split())
    return to_terms(value)


def to_terms(value: object) -> tuple[str, ...]:
    """Return taxonomy terms: like :func:`to_string_list`, but a bare string is one term."""
    if value is None or isinstance(value, dict):
        return ()
    if isinstance(value, list | tuple):
        return tuple(to_string(item) for item in value)
    return (to_string(value),)


def to_map(value: object) -> dict[str, Any]:
    """Return *value* if it is a map, else an empty one."""
    return value if isinstance(value, dict) else {}
