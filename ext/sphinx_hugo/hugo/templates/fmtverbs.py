"""``printf``: Go's verbs, flags, width, precision, and its way of marking mistakes."""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING

from .calendar_words import NamedInt
from .errors import BudgetError
from .exposed import Exposed
from .printing import exponent_form, format_float, quote, to_source, to_text
from .values import is_number, type_name

if TYPE_CHECKING:
    from collections.abc import Callable

_VERB = re.compile(r"%([+\-# 0]*)(\[\d+\])?(\*|\d+)?(?:(\.)(\*|\d+)?)?(\[\d+\])?(.)?", re.DOTALL)
_MAX_WIDTH = 100_000


class _Directive:
    """One ``%…`` with its flags."""

    __slots__ = ("flags", "precision", "verb", "width")

    def __init__(self, flags: str, width: int | None, precision: int | None, verb: str) -> None:
        self.flags = flags
        self.width = width
        self.precision = precision
        self.verb = verb

    def pad(self, text: str, *, zero: bool = False) -> str:
        """Fill up to the width: right by default, left with ``-``, with zeros for numbers."""
        width = self.width or 0
        if len(text) >= width:
            return text
        if "-" in self.flags:
            return text.ljust(width)
        if zero and "0" in self.flags:
            sign = text[:1] if text[:1] in {"+", "-"} else ""
            return sign + text[len(sign) :].rjust(width - len(sign), "0")
        return text.rjust(width)


def sprintf(template: str, values: tuple[object, ...]) -> str:
    """Format values; mistakes are shown in the text, as ``%!d(string=x)``.

    :raises BudgetError: for a width or precision that no page needs
    """
    return _Formatter(template, values).run()


class _Formatter:
    def __init__(self, template: str, values: tuple[object, ...]) -> None:
        self._template = template
        self._values = values
        self._at = 0
        self._reordered = False

    def run(self) -> str:
        text = _VERB.sub(self._directive, self._template)
        left = self._values[self._at :]
        if left and not self._reordered:
            shown = ", ".join(_with_type(value) for value in left)
            text += f"%!(EXTRA {shown})"
        return text

    def _directive(self, match: re.Match[str]) -> str:
        flags, before, width_text, dot, precision_text, after, verb = match.groups()
        if verb is None:
            return "%!(NOVERB)"
        width = self._number(width_text)
        precision = (self._number(precision_text) or 0) if dot else None
        index = before or after
        if index:
            self._at = int(index[1:-1][:9]) - 1
            self._reordered = True
        if verb == "%":
            return "%"
        if width is not None and width < 0:
            flags, width = flags + "-", -width
        if max(width or 0, precision or 0) > _MAX_WIDTH:
            msg = f"printf: width or precision above {_MAX_WIDTH}"
            raise BudgetError(msg)
        if not 0 <= self._at < len(self._values):
            return f"%!{verb}(BADINDEX)" if index else f"%!{verb}(MISSING)"
        value = self._values[self._at]
        self._at += 1
        return _format(_Directive(flags, width, precision, verb), value)

    def _number(self, text: str | None) -> int | None:
        if text != "*":
            return int(text[:9]) if text else None
        value = self._values[self._at] if self._at < len(self._values) else None
        self._at += 1
        return value if isinstance(value, int) else None


def _format(directive: _Directive, value: object) -> str:
    if directive.verb == "T":
        return directive.pad(type_name(value))
    if directive.verb == "v":
        return _default(directive, value)
    if isinstance(value, (list, tuple)) and not isinstance(value, Exposed):
        return "[" + " ".join(_format(directive, item) for item in value) + "]"
    if isinstance(value, dict):
        items = [
            f"{_format(directive, k)}:{_format(directive, v)}" for k, v in sorted(value.items())
        ]
        return "map[" + " ".join(items) + "]"
    text = _typed(directive, value)
    return f"%!{directive.verb}({_with_type(value)})" if text is None else text


def _with_type(value: object) -> str:
    return "<nil>" if value is None else f"{type_name(value)}={to_text(value)}"


def _default(directive: _Directive, value: object) -> str:
    if "#" in directive.flags:
        return directive.pad(to_source(value))
    if "+" in directive.flags and isinstance(value, int) and not isinstance(value, bool):
        return directive.pad(f"{value:+d}", zero=True)
    if isinstance(value, float) and directive.precision is not None:
        return _float(_Directive(directive.flags, directive.width, directive.precision, "g"), value)
    if isinstance(value, str) and directive.precision is not None:
        value = value[: directive.precision]
    return directive.pad(to_text(value), zero=is_number(value))


def _typed(directive: _Directive, value: object) -> str | None:
    if isinstance(value, bool):
        return directive.pad("true" if value else "false") if directive.verb == "t" else None
    if isinstance(value, NamedInt) and directive.verb in {"s", "q"}:
        value = value.WORDS[value]
    if isinstance(value, int):
        return (
            _INT_VERBS[directive.verb](directive, value) if directive.verb in _INT_VERBS else None
        )
    if isinstance(value, float):
        return _float(directive, value) if directive.verb in _FLOAT_VERBS else None
    if isinstance(value, Exposed):
        value = value.display()
    if isinstance(value, str):
        return (
            _STR_VERBS[directive.verb](directive, value) if directive.verb in _STR_VERBS else None
        )
    return None


def _integer(base: str, prefix: str = "") -> Callable[[_Directive, int], str]:
    def show(directive: _Directive, value: int) -> str:
        digits = format(abs(value), base)
        if directive.precision is not None:
            digits = digits.rjust(directive.precision, "0")
        if "#" in directive.flags:
            digits = prefix + digits
        return directive.pad(_sign(directive, value < 0) + digits, zero=directive.precision is None)

    return show


def _sign(directive: _Directive, negative: bool) -> str:
    if negative:
        return "-"
    return "+" if "+" in directive.flags else " " if " " in directive.flags else ""


def _char(directive: _Directive, value: int) -> str:
    return directive.pad(_rune(value))


def _rune(value: int) -> str:
    valid = 0 <= value <= 0x10FFFF and not 0xD800 <= value <= 0xDFFF
    return chr(value) if valid else "\ufffd"


def _quoted_char(directive: _Directive, value: int) -> str:
    body = quote(_rune(value), ascii_only="+" in directive.flags)[1:-1]
    body = {'\\"': '"', "'": "\\'"}.get(body, body)
    return directive.pad(f"'{body}'")


_INT_VERBS: dict[str, Callable[[_Directive, int], str]] = {
    "d": _integer("d"),
    "x": _integer("x", "0x"),
    "X": _integer("X", "0X"),
    "o": _integer("o", "0"),
    "O": lambda directive, value: directive.pad(_sign(directive, value < 0) + f"0o{abs(value):o}"),
    "b": _integer("b", "0b"),
    "c": _char,
    "q": _quoted_char,
    "U": lambda directive, value: directive.pad(f"U+{value:04X}"),
}
_FLOAT_VERBS = frozenset("eEfFgG")


def _float(directive: _Directive, value: float) -> str:
    precision = directive.precision
    verb = directive.verb
    if not math.isfinite(value):
        text = format_float(value)
        return directive.pad(text if "+" in directive.flags else text.removeprefix("+"))
    if verb in "gG" and precision is None:
        text = format_float(abs(value))
    elif verb in "gG":
        text = format(abs(value), f".{precision}g")
        text = exponent_form(text) if "e" in text else text
    else:
        text = format(abs(value), f".{6 if precision is None else precision}{verb.lower()}")
    text = text.upper() if verb in "EG" else text
    return directive.pad(_sign(directive, str(value).startswith("-")) + text, zero=True)


def _string(directive: _Directive, value: str) -> str:
    return directive.pad(value if directive.precision is None else value[: directive.precision])


def _hex(directive: _Directive, value: str) -> str:
    separator = " " if " " in directive.flags else ""
    data = value.encode("utf-8", "replace")
    text = data.hex(separator) if separator else data.hex()
    if "#" in directive.flags:
        text = "0x" + text.replace(" ", " 0x")
    return directive.pad(text.upper() if directive.verb == "X" else text)


def _quoted_string(directive: _Directive, value: str) -> str:
    if directive.precision is not None:
        value = value[: directive.precision]
    if "#" in directive.flags and "`" not in value and "\n" not in value:
        return directive.pad(f"`{value}`")
    return directive.pad(quote(value, ascii_only="+" in directive.flags))


_STR_VERBS: dict[str, Callable[[_Directive, str], str]] = {
    "s": _string,
    "x": _hex,
    "X": _hex,
    "q": _quoted_string,
}
