"""Constants as Go writes them: strings, characters, numbers."""

from __future__ import annotations

import re

_ESCAPE = re.compile(
    r"\\(?:([abfnrtv\\'\"])|x([0-9a-fA-F]{2})|([0-7]{3})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|(.))",
    re.DOTALL,
)
_SIMPLE = {"a": "\a", "b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t", "v": "\v"}
_HEX_FLOAT = re.compile(r"[+-]?0[xX][0-9a-fA-F_]*\.?[0-9a-fA-F_]*[pP][+-]?\d+")
_INT = re.compile(r"([+-]?)(0[xX]_?[0-9a-fA-F_]+|0[bB]_?[01_]+|0[oO]_?[0-7_]+|\d[\d_]*)")
_FLOAT = re.compile(r"[+-]?(?:\d[\d_]*\.?\d*|\.\d+)(?:[eE][+-]?\d+)?")
INT_MIN, INT_MAX = -(1 << 63), (1 << 63) - 1


def unquote(text: str) -> str:
    """Give the value of a double-quoted string or a character constant, quotes included.

    :raises ValueError: for an escape that Go does not know
    """
    return _unescape(text[1:-1], text[0]) if "\\" in text else text[1:-1]


def _unescape(body: str, quote: str) -> str:
    data: list[str] = []
    raw = bytearray()

    def flush() -> None:
        if raw:
            data.append(raw.decode("utf-8", "replace"))
            raw.clear()

    at = 0
    for match in _ESCAPE.finditer(body):
        plain = body[at : match.start()]
        at = match.end()
        if plain:
            flush()
            data.append(plain)
        _one_escape(match, quote, data, raw, flush)
    flush()
    data.append(body[at:])
    return "".join(data)


def _one_escape(
    match: re.Match[str],
    quote: str,
    data: list[str],
    raw: bytearray,
    flush: object,
) -> None:
    simple, hexa, octal, short, long, bad = match.groups()
    if hexa or octal:
        # Bytes, not characters: several of them may make one UTF-8 character.
        value = int(hexa, 16) if hexa else int(octal, 8)
        if value > 255:
            msg = f"escape {match.group()} is beyond a byte"
            raise ValueError(msg)
        raw.append(value)
        return
    if callable(flush):
        flush()
    if bad or (simple in {"'", '"'} and simple != quote):
        msg = f"unknown escape {match.group()}"
        raise ValueError(msg)
    if simple:
        data.append(_SIMPLE.get(simple, simple))
        return
    point = int(short or long, 16)
    if point > 0x10FFFF or 0xD800 <= point <= 0xDFFF:
        msg = f"escape {match.group()} is not a character"
        raise ValueError(msg)
    data.append(chr(point))


def parse_int(text: str) -> int | None:
    """Read an integer constant of any base, None if it is none; not bounded to 64 bits."""
    match = _INT.fullmatch(text)
    if match is None or "__" in text or text.endswith("_") or len(text) > 80:
        return None
    digits = match.group(2)
    if len(digits) > 1 and digits[0] == "0" and digits[1].isdigit():
        # A leading zero means octal, as in Go.
        value = int(digits, 8) if set(digits) <= set("01234567_") else None
        return None if value is None else (-value if match.group(1) == "-" else value)
    return int(match.group(1) + digits, 0)


def parse_number(text: str) -> int | float:
    """Give the value of a number constant.

    :raises ValueError: if it is none, or beyond 64 bits
    """
    value = parse_int(text)
    if value is not None:
        if INT_MIN <= value <= INT_MAX:
            return value
        msg = f"integer overflow: {text}"
        raise ValueError(msg)
    if _FLOAT.fullmatch(text) and set(text) & set(".eE") and "__" not in text:
        return float(text)
    if _HEX_FLOAT.fullmatch(text):
        return float.fromhex(text.replace("_", ""))
    msg = f"bad number syntax: {text}"
    raise ValueError(msg)
