"""JSON as Go's encoding/json writes it: keys sorted, HTML characters escaped."""

from __future__ import annotations

import math

from .durations import Duration
from .errors import BudgetError, FunctionError
from .exposed import Exposed
from .layouts import format_time
from .printing import NESTED_LIMIT, exponent_form
from .times import LocalTime, Time
from .values import MISSING

_STRING = str.maketrans(
    {
        **{chr(code): f"\\u{code:04x}" for code in range(0x20)},
        "\n": "\\n", "\r": "\\r", "\t": "\\t", "\b": "\\b", "\f": "\\f", '"': '\\"', "\\": "\\\\",
        "\u2028": "\\u2028", "\u2029": "\\u2029",
    }
)  # fmt: skip
_HTML = str.maketrans({"<": "\\u003c", ">": "\\u003e", "&": "\\u0026"})


def encode_json(
    value: object,
    *,
    prefix: str = "",
    indent: str = "",
    escape_html: bool = True,
) -> str:
    """Write a value as JSON.

    :param prefix: begins each line but the first, if there is an indent or a prefix
    :raises FunctionError: for what JSON cannot say, or if the result is too large or too deep
    """
    return _Encoder(prefix, indent, escape_html=escape_html).encode(value, 0)


class _Encoder:
    def __init__(self, prefix: str, indent: str, *, escape_html: bool) -> None:
        self._prefix = prefix
        self._indent = indent
        self._lines = bool(prefix or indent)
        self._escape_html = escape_html
        self._size = 0

    def encode(self, value: object, depth: int) -> str:
        if depth > 100:
            msg = "the value is nested too deep for JSON"
            raise FunctionError(msg)
        if isinstance(value, dict):
            colon = ": " if self._lines else ":"
            items = [
                self._text(str(key)) + colon + self.encode(value[key], depth + 1)
                for key in sorted(value, key=str)
            ]
            return self._wrap("{", items, "}", depth)
        if isinstance(value, (list, tuple)):
            return self._wrap("[", [self.encode(item, depth + 1) for item in value], "]", depth)
        return self._text(value) if isinstance(value, str) else self._count(_scalar(value))

    def _count(self, text: str) -> str:
        self._size += len(text) + 1
        if self._size > NESTED_LIMIT:
            msg = f"the JSON has more than {NESTED_LIMIT} characters"
            raise BudgetError(msg)
        return text

    def _text(self, value: str) -> str:
        text = str(value).translate(_STRING)
        return self._count(f'"{text.translate(_HTML) if self._escape_html else text}"')

    def _wrap(self, opening: str, items: list[str], closing: str, depth: int) -> str:
        if not items or not self._lines:
            return opening + ",".join(items) + closing
        inner = "\n" + self._prefix + self._indent * (depth + 1)
        last = "\n" + self._prefix + self._indent * depth
        return opening + inner + ("," + inner).join(items) + last + closing


def _scalar(value: object) -> str:
    if value is None or value is MISSING:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(int(value))
    if isinstance(value, float):
        return _float(value)
    if isinstance(value, LocalTime):
        return f'"{value.display()}"'
    if isinstance(value, Time):
        return f'"{format_time(value.moment, "2006-01-02T15:04:05.999999999Z07:00")}"'
    if isinstance(value, Duration):
        return str(value.nanoseconds)
    if isinstance(value, Exposed):
        return "{}"
    msg = "this value cannot be written as JSON"
    raise FunctionError(msg)


def _float(value: float) -> str:
    if not math.isfinite(value):
        msg = f"json: unsupported value: {value}"
        raise FunctionError(msg)
    text = repr(value)
    if "e" not in text and (value == 0 or 1e-6 <= abs(value) < 1e21):
        return text.removesuffix(".0")
    if 1e-6 <= abs(value) < 1e21:
        return f"{value:.0f}" if abs(value) > 1 else format(value, ".20f").rstrip("0")
    # Unlike fmt, encoding/json drops the zero of a one-digit negative exponent.
    return exponent_form(repr(value) if "e" in repr(value) else format(value, "e")).replace(
        "e-0", "e-"
    )
