"""Heading ids, as Hugo makes them from the plain text of a heading."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from enum import StrEnum
from typing import Any

# What Go counts as white space at the ends of a text (Python counts four control characters more).
_SPACE = "\t\n\v\f\r \x85\xa0\u1680\u2028\u2029\u202f\u205f\u3000" + "".join(
    map(chr, range(0x2000, 0x200B))
)


class AnchorStyle(StrEnum):
    """The setting ``markup.goldmark.parser.autoIDType``."""

    GITHUB = "github"
    """Letters, digits, ``_`` and ``-``; a blank becomes ``-``."""
    GITHUB_ASCII = "github-ascii"
    """The same without accents and without what is not ASCII."""
    BLACKFRIDAY = "blackfriday"
    """Letters and numbers; each run of anything else between them becomes one ``-``."""

    @classmethod
    def named(cls, name: str) -> AnchorStyle:
        """Return the style of a setting; any unknown name is Hugo's default."""
        return next((style for style in cls if style.value == name.lower()), cls.GITHUB)

    @classmethod
    def of_markup(cls, markup: Mapping[str, Any]) -> AnchorStyle:
        """Return the style that the ``markup`` settings of a site name."""
        goldmark = markup.get("goldmark")
        parser = goldmark.get("parser") if isinstance(goldmark, Mapping) else None
        return cls.named(str(parser.get("autoidtype", "")) if isinstance(parser, Mapping) else "")


def anchorize(text: str, style: AnchorStyle = AnchorStyle.GITHUB) -> str:
    """Return the id for a heading's plain text; empty if no character of it may stand in an id."""
    if style is AnchorStyle.BLACKFRIDAY:
        return _blackfriday(text)
    if style is AnchorStyle.GITHUB_ASCII:
        text = _without_accents(text)
    text = text.strip(_SPACE)
    ascii_only = style is AnchorStyle.GITHUB_ASCII
    kept: list[str] = []
    for char in text:
        if char in {"-", " "}:
            kept.append("-")
        elif ascii_only and not char.isascii():
            continue
        elif char == "_" or char.isalpha() or char.isdecimal():
            kept.append(_lower(char))
    return "".join(kept)


def _blackfriday(text: str) -> str:
    kept: list[str] = []
    dash = False
    for char in text:
        if char.isalpha() or unicodedata.category(char)[0] == "N":
            if dash and kept:
                kept.append("-")
            dash = False
            kept.append(_lower(char))
        else:
            dash = True
    return "".join(kept)


def _lower(char: str) -> str:
    # Hugo maps one character to one; Python turns the dotted capital I into two.
    return char.lower()[0]


def _without_accents(text: str) -> str:
    decomposed = unicodedata.normalize("NFD", text)
    bare = "".join(char for char in decomposed if unicodedata.category(char) != "Mn")
    return unicodedata.normalize("NFC", bare)


class AnchorRegistry:
    """The ids of one page; automatic ones are made unique in the order they are asked for."""

    __slots__ = ("_style", "_taken", "_tried")

    def __init__(self, style: AnchorStyle = AnchorStyle.GITHUB) -> None:
        self._style = style
        self._taken: set[str] = set()
        self._tried: dict[str, int] = {}

    def reserve(self, anchor: str) -> None:
        """Note an id the author wrote: never changed itself, but later automatic ids avoid it."""
        self._taken.add(anchor)

    def generate(self, text: str, empty: str = "heading") -> str:
        """Return a new id for a plain text; ``empty`` stands in if nothing of it is left."""
        base = anchorize(text, self._style) or empty
        anchor = base
        if anchor in self._taken:
            # Ids are never given back, so the search need not start at 1 again.
            number = self._tried.get(base, 0) + 1
            while (anchor := f"{base}-{number}") in self._taken:
                number += 1
            self._tried[base] = number
        self._taken.add(anchor)
        return anchor
