"""The order of titles: Unicode's root collation, near enough for the scripts of documentation.

Letters compare first without accents and case, then by accent, then lower case before upper.
Nothing is ignored: punctuation counts, in the order below.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

CollationKey = tuple[tuple[float, ...], tuple[int, ...], tuple[int, ...]]

# White space and punctuation come first, then symbols, digits, and letters.
_PUNCTUATION = "\t\n\v\f\r\u0085\u2028\u2029 _‿-‐‑‒–—―,;:!¡?¿.…·'‘’‚‹›\"“”„«»()[]{}§¶@*/\\&#%‰†‡•"
_SYMBOLS = "`´^¯¨°©®+±÷×<=>|¦~¬−¤¢$£¥€"
_RANKS = {char: rank for rank, char in enumerate(_PUNCTUATION + _SYMBOLS, start=1)}
_OTHER_SYMBOL, _DIGIT, _LETTER = 1_000, 3_000_000, 4_000_000

_EXPANSIONS = {
    "ß": "ss", "ẞ": "SS", "æ": "ae", "Æ": "AE", "œ": "oe", "Œ": "OE", "ĳ": "ij", "Ĳ": "IJ",
}  # fmt: skip
_STROKED = {"ø": "o", "đ": "d", "ł": "l", "ħ": "h", "ŧ": "t"}
_STROKE = 0x335
# Letters that stand between others, as (letter before, step).
_BETWEEN = {"ð": ("d", 0.5), "ı": ("i", 0.5), "ŋ": ("n", 0.5), "þ": ("z", 0.5), "й": ("и", 0.5)}

# Languages in which some letters have places of their own: letter → (letter before, step).
_TAILORED: dict[str, dict[str, tuple[str, float, int]]] = {
    "sv": {
        "å": ("z", 0.6, 0), "ä": ("z", 0.7, 0), "æ": ("z", 0.7, 1),
        "ö": ("z", 0.8, 0), "ø": ("z", 0.8, 1),
    },
    "da": {
        "æ": ("z", 0.6, 0), "ä": ("z", 0.6, 1), "ø": ("z", 0.7, 0), "ö": ("z", 0.7, 1),
        "å": ("z", 0.8, 0),
    },
}  # fmt: skip


def _weights(char: str, language: str) -> list[tuple[float, int, int]]:
    """Return (letter, accent, case) for each element that *char* stands for."""
    small = char.lower()
    upper = int(char != small)
    tailored = _TAILORED.get(language, {}).get(small)
    if tailored:
        base, step, accent = tailored
        return [(_LETTER + ord(base) + step, accent, upper)]
    if char in _RANKS:
        return [(_RANKS[char], 0, 0)]
    if char in _EXPANSIONS:
        return [
            (letter, accent, case + 2)
            for part in _EXPANSIONS[char]
            for letter, accent, case in _weights(part, language)
        ]
    if small in _BETWEEN:
        base, step = _BETWEEN[small]
        return [(_LETTER + ord(base) + step, 0, upper)]
    if small in _STROKED:
        return [(_LETTER + ord(_STROKED[small]), _STROKE, upper)]
    category = unicodedata.category(char)
    if category[0] == "M":
        return [(0, ord(char), 0)]
    decomposed = unicodedata.normalize("NFKD", char)
    if decomposed != char:
        return [weight for part in decomposed for weight in _weights(part, language)]
    if category[0] == "N":
        return [(_DIGIT + unicodedata.numeric(char, 0), 0, 0)]
    if category[0] == "L":
        return [(_LETTER + ord(small[0]), 0, upper)]
    return [(_OTHER_SYMBOL + ord(char), 0, 0)]


@lru_cache(maxsize=8192)
def _cached_weights(char: str, language: str) -> tuple[tuple[float, int, int], ...]:
    return tuple(_weights(char, language))


@lru_cache(maxsize=65536)
def title_key(text: str, language: str = "en") -> CollationKey:
    """Return a sort key for *text* as a title in a site whose language key is *language*."""
    letters: list[float] = []
    accents: list[int] = []
    cases: list[int] = []
    text = unicodedata.normalize("NFC", text)
    for char in text:
        for letter, accent, case in _cached_weights(char, language):
            if letter:
                letters.append(letter)
                accents.append(accent)
                cases.append(case)
            elif accents:
                # A mark alone changes the letter before it.
                accents[-1] = accents[-1] * 0x110000 + accent
    return tuple(letters), tuple(accents), tuple(cases)


def menu_name_key(name: str) -> tuple[str, str]:
    """Return a sort key for names of menu entries: ASCII letters without case, then as written."""
    return "".join(c.lower() if c.isascii() else c for c in name), name
