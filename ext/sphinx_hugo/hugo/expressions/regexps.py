"""Go's regular expressions (RE2) by means of Python's.

The syntax is translated; what Go does not have is refused. Python's matcher can take
exponential time where RE2 cannot, so ambiguous repetition is refused too, and texts are bounded.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from sphinx_hugo.hugo.expressions.ambiguity import count_repeats

_MAX_PATTERN = 2_000
_MAX_TEXT = 1_000_000
_MAX_TEXT_BY_REPEATS = {0: _MAX_TEXT, 1: _MAX_TEXT, 2: _MAX_TEXT, 3: 100_000, 4: 50_000}
_POSIX = {
    "alnum": "0-9A-Za-z", "alpha": "A-Za-z", "ascii": "\\x00-\\x7F", "blank": "\\t ",
    "cntrl": "\\x00-\\x1F\\x7F", "digit": "0-9", "graph": "!-~", "lower": "a-z",
    "print": " -~", "punct": "!-/:-@\\[-`{-~", "space": "\\t\\n\\v\\f\\r ", "upper": "A-Z",
    "word": "0-9A-Za-z_", "xdigit": "0-9A-Fa-f",
}  # fmt: skip
_PERL = {
    "d": "[0-9]", "D": "[^0-9]", "w": "[0-9A-Za-z_]", "W": "[^0-9A-Za-z_]",
    "s": "[\\t\\n\\f\\r ]", "S": "[^\\t\\n\\f\\r ]", "z": "\\Z", "A": "\\A", "b": "(?a:\\b)",
    "B": "(?a:\\B)",
}  # fmt: skip
_PERL_IN_CLASS = {"d": "0-9", "w": "0-9A-Za-z_", "s": "\\t\\n\\f\\r ",
    "D": "\\x00-/:-\\U0010ffff", "W": "\\x00-/:-@\\[-\\^`{-\\U0010ffff",
    "S": "\\x00-\\x08\\x0b\\x0e-\\x1f!-\\U0010ffff",
}  # fmt: skip
_SCRIPTS = {"Greek": "GREEK", "Latin": "LATIN", "Cyrillic": "CYRILLIC", "Han": "CJK UNIFIED"}
_TOKEN = re.compile(
    r"\\(?:Q(?P<quoted>.*?)(?:\\E|\Z)|p(?:\{(?P<neg>\^?)(?P<prop>\w+)\}|(?P<short>[A-Z]))"
    r"|P(?:\{(?P<not_prop>\w+)\}|(?P<not_short>[A-Z]))|x\{(?P<hex>[0-9a-fA-F]{1,6})\}"
    r"|(?P<escape>.))"
    r"|(?P<posix>\[:(?P<posix_neg>\^?)(?P<posix_name>[a-z]+):\])"
    r"|\(\?(?P<group>P?<(?P<name>\w+)>|(?P<flags>[a-zA-Z-]*)(?P<flag_end>[:)])|(?P<bad>.))"
    r"|(?P<open>\[\^?\]?)|(?P<char>.)",
    re.DOTALL,
)


class ExpressionError(ValueError):
    """An expression that Go refuses, or one that could take too long here."""


@dataclass(frozen=True, slots=True)
class Expression:
    """A compiled expression with the longest text it may be used on."""

    regex: re.Pattern[str]
    longest: int

    def checked(self, text: str) -> str:
        """Give the text back if it is short enough.

        :raises ExpressionError: if it is not
        """
        if len(text) > self.longest:
            msg = f"the text is too long for this regular expression: {len(text)} characters"
            raise ExpressionError(msg)
        return text


@lru_cache(maxsize=256)
def compile_expression(pattern: str) -> Expression:
    """Translate and compile.

    :raises ExpressionError: for what Go refuses, and for nested repetition
    """
    if len(pattern) > _MAX_PATTERN:
        msg = f"the regular expression has more than {_MAX_PATTERN} characters"
        raise ExpressionError(msg)
    translated = _Translator(pattern).run()
    try:
        regex = re.compile(translated)
    except (re.error, RecursionError, OverflowError) as error:
        msg = f"error parsing regexp: {error}: {pattern[:80]!r}"
        raise ExpressionError(msg) from error
    try:
        repeats = count_repeats(pattern)
    except ValueError as error:
        msg = (
            "the regular expression repeats what can be repeated in several ways, such as (a+)+; "
            f"write it with one repetition: {pattern[:80]!r}"
        )
        raise ExpressionError(msg) from error
    return Expression(regex, _MAX_TEXT_BY_REPEATS.get(repeats, 20_000))


class _Translator:
    """One pass over the pattern."""

    def __init__(self, pattern: str) -> None:
        self._pattern = pattern
        self._out: list[str] = []
        self._in_class = False
        self._multiline = [False]
        self._wrapped = [0]

    def run(self) -> str:
        for match in _TOKEN.finditer(self._pattern):
            self._out.append(self._in(match) if self._in_class else self._outside(match))
        return "".join(self._out) + ")" * self._wrapped[0]

    def _error(self, what: str) -> ExpressionError:
        return ExpressionError(f"error parsing regexp: {what}: {self._pattern[:80]!r}")

    def _common(self, match: re.Match[str]) -> str | None:
        """Translate what is the same in and outside of a class, as the inside of a class."""
        groups = match.groupdict()
        if groups["hex"]:
            return re.escape(chr(min(int(groups["hex"], 16), 0x10FFFF)))
        name = groups["prop"] or groups["short"]
        if name:
            return _property(name, negated=bool(groups["neg"]))
        name = groups["not_prop"] or groups["not_short"]
        return _property(name, negated=True) if name else None

    def _in(self, match: re.Match[str]) -> str:
        common = self._common(match)
        if common is not None:
            return common
        if match["posix"]:
            if match["posix_neg"] or match["posix_name"] not in _POSIX:
                raise self._error("invalid character class")
            return _POSIX[match["posix_name"]]
        escape = match["escape"]
        if escape:
            return _PERL_IN_CLASS.get(escape, "\\" + escape)
        text = match.group()
        if text == "]":
            self._in_class = False
            return text
        if text == "-" and self._out[-1][-1:] == "-":
            return "\\-"
        # Characters that mean something to Python only.
        return "".join("\\" + char if char in "[&~|^" else char for char in text)

    def _outside(self, match: re.Match[str]) -> str:
        common = self._common(match)
        if common is not None:
            return f"[{common}]"
        if match["quoted"] is not None:
            return re.escape(match["quoted"])
        if match["escape"]:
            return self._escape(match["escape"])
        if match["posix"]:
            raise self._error("missing [[ ]] around a character class")
        if match["open"]:
            self._in_class = True
            return match["open"].replace("]", "\\]")
        if match["group"]:
            return self._group(match)
        return self._char(match["char"] or match.group())

    def _escape(self, char: str) -> str:
        if char in _PERL:
            return _PERL[char]
        if char.isdigit() or char in "ZCGKRX":
            raise self._error(f"invalid escape sequence \\{char}")
        return "\\" + char

    def _group(self, match: re.Match[str]) -> str:
        if match["name"]:
            self._push()
            return f"(?P<{match['name']}>"
        if match["bad"] or "U" in (match["flags"] or ""):
            raise self._error("invalid or unsupported Perl syntax: Go has no lookaround")
        flags = match["flags"]
        on = flags.partition("-")[0]
        if match["flag_end"] == ":":
            self._push()
            self._multiline[-1] = self._multiline[-1] or "m" in on
            return f"(?{flags}:"
        # Flags in the middle hold until the group ends; Python wants them in a group of their own.
        self._multiline[-1] = self._multiline[-1] or "m" in on
        self._wrapped[-1] += 1
        return f"(?{flags}:"

    def _push(self) -> None:
        self._multiline.append(self._multiline[-1])
        self._wrapped.append(0)

    def _char(self, char: str) -> str:
        if char == "(":
            self._push()
        elif char == ")":
            if len(self._wrapped) == 1:
                raise self._error("unexpected )")
            self._multiline.pop()
            return ")" * self._wrapped.pop() + ")"
        elif char == "$" and not self._multiline[-1]:
            return "\\Z"
        return char


@lru_cache(maxsize=64)
def _property(name: str, *, negated: bool) -> str:
    """Give a Unicode category or script as the inside of a character class."""
    if name not in _SCRIPTS and not re.fullmatch("[LMNPSZC][a-z]?", name):
        msg = f"error parsing regexp: invalid character class range: \\p{{{name}}}"
        raise ExpressionError(msg)
    ranges: list[str] = []
    start: int | None = None
    for point in range(0x20000):
        inside = _has_property(chr(point), name) is not negated
        if inside and start is None:
            start = point
        elif not inside and start is not None:
            ranges.append(f"\\U{start:08x}-\\U{point - 1:08x}")
            start = None
    if start is not None:
        ranges.append(f"\\U{start:08x}-\\U0010ffff")
    return "".join(ranges)


def _has_property(char: str, name: str) -> bool:
    if name in _SCRIPTS:
        return unicodedata.name(char, "").startswith(_SCRIPTS[name])
    return unicodedata.category(char).startswith(name)


_REFERENCE = re.compile(r"\$(?:\$|\{(\w+)\}|(\w+))")


def expand(match: re.Match[str], template: str) -> str:
    """Fill a replacement: ``$1``, ``${name}``, ``$$``; unknown names are empty."""

    def fill(reference: re.Match[str]) -> str:
        name = reference.group(1) or reference.group(2)
        if not name:
            return "$"
        try:
            return match.group(int(name) if name.isdigit() else name) or ""
        except (IndexError, OverflowError):
            return ""

    return _REFERENCE.sub(fill, template) if "$" in template else template
