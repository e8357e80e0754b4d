"""What a YAML scalar means to Hugo: ``yes`` is text, ``010`` is 8, a date is text."""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING, Any, TypeAlias

if TYPE_CHECKING:
    from yaml import events

Value: TypeAlias = Any
"""None, bool, int, float, str, a list or a map with text for keys."""

_TAG = "tag:yaml.org,2002:"
_CONSTANTS: dict[str, Any] = {
    "": None,
    "~": None,
    "null": None,
    "Null": None,
    "NULL": None,
    "true": True,
    "True": True,
    "TRUE": True,
    "false": False,
    "False": False,
    "FALSE": False,
    ".inf": math.inf,
    ".Inf": math.inf,
    ".INF": math.inf,
    "-.inf": -math.inf,
    "-.Inf": -math.inf,
    "-.INF": -math.inf,
    ".nan": math.nan,
    ".NaN": math.nan,
    ".NAN": math.nan,
}
_NUMBER = re.compile(
    r"""(?P<sign>[-+]?)(?:
        0b(?P<binary>[01]+) | 0x(?P<hex>[0-9a-fA-F]+) | 0o(?P<octal>[0-7]+)
      | (?P<old_octal>0[0-7]+) | (?P<decimal>0|[1-9][0-9]*)
      | (?P<float>(?:[0-9]+\.[0-9]*|\.[0-9]+)(?:[eE][-+]?[0-9]+)?)
    )""",
    re.VERBOSE,
)
_BASES = {"binary": 2, "hex": 16, "octal": 8, "old_octal": 8, "decimal": 10}
_LONGEST_NUMBER = 64
_INT_RANGE = range(-(2**63), 2**64)


def resolve_plain(text: str) -> Value:
    """Return what an unquoted scalar means: None, a bool, a number or the text itself."""
    if text in _CONSTANTS:
        return _CONSTANTS[text]
    if text[0] in "+-.0123456789" and len(text) <= _LONGEST_NUMBER:
        number = _NUMBER.fullmatch(text.replace("_", "") if "_" in text else text)
        if number is not None:
            return _number(number, text)
    return text


def _number(match: re.Match[str], text: str) -> int | float | str:
    kind = match.lastgroup or ""
    if kind == "float":
        value = float(match[0])
        return text if math.isinf(value) else value
    whole = int(match["sign"] + match[kind], _BASES[kind])
    return whole if whole in _INT_RANGE else text


def read_scalar(event: events.ScalarEvent) -> Value:
    """Return the value of a scalar, its tag and its quotes considered."""
    text: str = event.value
    tag: str | None = event.tag
    if tag is None:
        return resolve_plain(text) if event.implicit[0] else text
    plain = text if event.style else resolve_plain(text)
    match tag.removeprefix(_TAG):
        case "int":
            number = resolve_plain(text)
            return int(number) if isinstance(number, int | float) and math.isfinite(number) else 0
        case "float":
            number = resolve_plain(text)
            return float(number) if isinstance(number, int | float) else 0.0
        case "bool":
            return text.lower() in {"true", "yes", "on", "y", "1"}
        case "null":
            return None
        case "!" if not event.style:
            return plain
        case _:
            return _written_out(plain)


def _written_out(value: Value) -> Value:
    """Return a tagged scalar as text: Hugo writes ``!!str 010`` out as ``8``, nothing as nil."""
    if value is None or isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "true" if value else "false"
    return f"{value:g}" if isinstance(value, float) else str(value)
