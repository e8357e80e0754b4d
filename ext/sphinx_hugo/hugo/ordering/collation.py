"""The order of titles: Unicode's root collation, near enough for the scripts of documentation.

Letters compare first without accents and case, then by accent, then lower case before upper.
Nothing is ignored: punctuation counts, in the order below.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

CollationKey = tuple[tuple[float, ...], tuple[int, ...], tuple[int, ...]]

# White space and punctuation come first, then symbols, currencies, digits, and letters.
_PUNCTUATION = "\t\n\v\f\r\u0085\u2028\u2029 _‿-‐‑‒–—―,;:!¡?¿.…·'‘’‚‹›\"“”„«»()[]{}§¶@*/\\&#%‰†‡•"
_SYMBOLS = "`´^¯¨°©®←↑→↓+±÷×<=>|¦~¬−ー"
_CURRENCIES = "¤¢$£¥€"
_RANKS = {char: rank for rank, char in enumerate(_PUNCTUATION + _SYMBOLS, start=1)}
_OTHER_SYMBOL, _CURRENCY, _DIGIT, _LETTER = 1_000, 2_000_000, 3_000_000, 4_000_000
_RANKS |= {char: _CURRENCY + rank for rank, char in enumerate(_CURRENCIES)}

# Scripts whose letters do not stand in the order of their code points.
_ARABIC = "ءآأئابپةتثجچحخدذرزژسشصضطظعغفقكکگلمنهويی"
_PERSIAN = "آاءأئبپتثجچحخدذرزژسشصضطظعغفقکكگلمنوهةیي"
_CYRILLIC = "абвгґдђѓеєжзиійјклљмнњопрстћуфхцчџшщъыьэюя"
_ALPHABETS = {
    char: _LETTER + ord(letters[0]) + rank / 100
    for letters in (_ARABIC, _CYRILLIC)
    for rank, char in enumerate(letters)
}
_PERSIAN_PLACES = {
    char: _LETTER + ord(_ARABIC[0]) + rank / 100 for rank, char in enumerate(_PERSIAN)
}
# Encodings that list the common Chinese characters by their reading.
_BY_READING = {"zh": "gb2312", "ja": "euc_jp"}
_HAN = 0x4E00
_SMALL_KANA = "ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮ"

_STEP = re.compile("([<~]?)([^<~]+)")

_EXPANSIONS = {
    "ß": "ss", "ẞ": "SS", "æ": "ae", "Æ": "AE", "œ": "oe", "Œ": "OE", "ĳ": "ij", "Ĳ": "IJ",
}  # fmt: skip
# Letters that count as another one with an accent, above the combining marks.
_LIKE = {
    "ø": ("o", 15),
    "đ": ("d", 15),
    "ł": ("l", 15),
    "ħ": ("h", 15),
    "ŧ": ("t", 15),
    "ð": ("d", 40),
}
# Letters that stand right after another one.
_AFTER = {"ı": ("i", 0.5), "ŋ": ("n", 0.5), "þ": ("z", 0.95)}
# The order of accents is not that of their code points.
_MARKS = {
    mark: rank
    for rank, mark in enumerate(
        "\u0301\u0300\u0306\u0302\u030c\u030a\u0308\u030b\u0303\u0307", start=1
    )
} | {"\u0327": 20, "\u0328": 21, "\u0304": 22}

# Languages in which letters have places of their own: "z<å" puts å after z, "y~ü" makes ü a
# variant of y, "þ=th" spells a letter out.
_RULES = {
    "cs": "c<č h<ch r<ř s<š z<ž",
    "da": "y~ü~ű þ=th z<æ~ä~ę<ø~ö~ő<å~aa",
    "es": "n<ñ",
    "et": "s<š<z<ž w<õ<ä<ö<ü",
    "fi": "y~ü z<þ<å<ä~æ<ö~ø",
    "hr": "c<č<ć d<dž<đ l<lj n<nj s<š z<ž",
    "hu": "o<ö~ő u<ü~ű",
    "is": "a<á d<ð e<é i<í o<ó u<ú y<ý z<þ<æ~ä<ö~ø<å",
    "lt": "c<č i~y s<š z<ž",
    "lv": "c<č g<ģ k<ķ l<ļ n<ņ s<š z<ž",
    "pl": "a<ą c<ć e<ę l<ł n<ń o<ó s<ś z<ź<ż",
    "ro": "a<ă<â i<î s<ş t<ţ",
    "sk": "a<ä c<č h<ch o<ô s<š z<ž",
    "sl": "c<č<ć d<đ s<š z<ž",
    "sv": "y~ü~ű þ=th z<å<ä~æ~ę<ö~ø~ő",
    "tr": "c<ç g<ğ h<ı o<ö s<ş u<ü",
    "vi": "a<ă<â d<đ e<ê o<ô<ơ u<ư",
}
_RULES["nn"] = _RULES["da"]

_Weight = tuple[float, int, int]


@lru_cache(maxsize=32)
def _tailored(language: str) -> dict[str, tuple[float, int] | str]:
    """Return letter (or two) → its place and variant, or what it is spelt as."""
    table: dict[str, tuple[float, int] | str] = {}
    for rule in _RULES.get(language, "").split():
        if "=" in rule:
            letter, _, spelt = rule.partition("=")
            table[letter] = spelt
            continue
        base, *steps = _STEP.findall(rule)
        place: float = _LETTER + ord(base[1])
        variant = 0
        for step, letters in steps:
            if step == "<":
                place, variant = (place if place % 1 else place + 0.6) + 0.01, 0
            else:
                variant += 50
            table[letters] = (place, variant)
    return table


def _weights(text: str, language: str) -> list[_Weight]:
    """Return (letter, accent, case) for each element that a character, or two, stands for."""
    small = text.lower()
    upper = int(text[0] != small[0])
    place = _tailored(language).get(small)
    if isinstance(place, str):
        spelt = [weight for part in place for weight in _weights(part, language)]
        return [(letter, accent, case + 2) for letter, accent, case in spelt]
    if place is not None:
        return [(*place, upper)]
    if text in _RANKS:
        return [(_RANKS[text], 0, 0)]
    if text in _EXPANSIONS:
        spelt = [weight for part in _EXPANSIONS[text] for weight in _weights(part, language)]
        return [(letter, accent, case + 2) for letter, accent, case in spelt]
    if small in _AFTER:
        letter, step = _AFTER[small]
        return [(_LETTER + ord(letter) + step, 0, upper)]
    if small in _LIKE:
        letter, variant = _LIKE[small]
        return [(_LETTER + ord(letter), variant, upper)]
    return _general_weights(text, small, language)


def _general_weights(text: str, small: str, language: str) -> list[_Weight]:
    category = unicodedata.category(text)
    upper = int(text != small)
    place = _PERSIAN_PLACES.get(small) if language == "fa" else None
    place = place or _ALPHABETS.get(small)
    if place:
        return [(place, 0, upper)]
    if category[0] == "M":
        return [(0, _MARKS.get(text, 25), 0)]
    if category in ("Cf", "Cc"):
        return []
    decomposed = unicodedata.normalize("NFKD", text)
    if decomposed != text:
        return [weight for part in decomposed for weight in _weights(part, language)]
    if category[0] == "N":
        return [(_DIGIT + unicodedata.numeric(text, 0), 0, 0)]
    if category == "Lo":
        return [_kana_or_han(text, language)]
    if category[0] == "L":
        return [(_LETTER + ord(small[0]), 0, upper)]
    return [(_OTHER_SYMBOL + ord(text), 0, 0)]


def _kana_or_han(text: str, language: str) -> _Weight:
    code = ord(text)
    if 0x3041 <= code <= 0x30FF:
        is_katakana = code > 0x30A0
        is_small = text in _SMALL_KANA
        kind, size = int(is_katakana), int(not is_small)
        letter = code - 0x60 * is_katakana + is_small
        return _LETTER + letter, 0, 2 * size + kind if language == "ja" else 2 * kind + size
    encoding = _BY_READING.get(language.partition("-")[0]) if code >= _HAN else None
    if encoding:
        try:
            # All of them lie before the characters that the encoding does not have.
            return _LETTER + _HAN + int.from_bytes(text.encode(encoding)) / 0x10000, 0, 0
        except UnicodeEncodeError:
            pass
    return _LETTER + code + (code >= _HAN), 0, 0


@lru_cache(maxsize=8192)
def _cached_weights(text: str, language: str) -> tuple[_Weight, ...]:
    return tuple(_weights(text, language))


def _elements(text: str, language: str) -> list[str]:
    """Cut *text* into characters, and the pairs that are one letter in *language*."""
    pairs = _pairs(language)
    if not pairs:
        return list(text)
    return pairs.findall(text)


@lru_cache(maxsize=32)
def _pairs(language: str) -> re.Pattern[str] | None:
    found = [letters for letters in _tailored(language) if len(letters) > 1]
    return re.compile("|".join([*found, "."]), re.IGNORECASE | re.DOTALL) if found else None


@lru_cache(maxsize=65536)
def title_key(text: str, language: str = "en") -> CollationKey:
    """Return a sort key for *text* as a title in a site whose language key is *language*."""
    letters: list[float] = []
    accents: list[int] = []
    cases: list[int] = []
    text = unicodedata.normalize("NFC", text)
    for element in _elements(text, language):
        for letter, accent, case in _cached_weights(element, language):
            if letter:
                letters.append(letter)
                accents.append(accent)
                cases.append(case)
            elif accents:
                # A mark alone changes the letter before it.
                accents[-1] = accents[-1] * 100 + accent
    return tuple(letters), tuple(accents), tuple(cases)


def menu_name_key(name: str) -> tuple[str, str]:
    """Return a sort key for names of menu entries: ASCII letters without case, then as written."""
    return "".join(c.lower() if c.isascii() else c for c in name), name
