"""Titles of pages without a file: plurals and title case."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sphinx_hugo.hugo.content.plurals import pluralize
from sphinx_hugo.hugo.pages import PageKind

if TYPE_CHECKING:
    from sphinx_hugo.hugo.config.site_config import SiteConfig

_WORD = re.compile(r"[^\W_]+[^\s\-/]*")
_SMALL = frozenset(
    [
        *("a", "an", "and", "as", "at", "but", "by", "en", "for", "if", "in", "nor", "of", "on"),
        *("or", "per", "the", "to", "vs", "vs.", "via", "v", "v."),
    ]
)
_PREPOSITIONS = frozenset(
    [
        *("about", "above", "across", "after", "against", "along", "among", "around", "before"),
        *("between", "beyond", "concerning", "despite", "down", "during", "following", "from"),
        *("into", "near", "over", "since", "through", "throughout", "towards", "under", "until"),
        *("upon", "with", "within", "without"),
    ]
)
# Go starts a word after ASCII punctuation, apostrophes included, and after white space.
_GO_WORD = re.compile(r"(?:(?<=[\x00-\x2f:-@\[-^`{-\x7f\s])|\A)[^\W\d_]")


def title_case(text: str, style: str) -> str:
    """Return *text* with capitals as ``titleCaseStyle`` asks: ``ap`` if the style is unknown."""
    if style == "none":
        return text
    if style == "firstupper":
        return text[:1].upper() + text[1:]
    if style == "go":
        return _GO_WORD.sub(lambda match: match[0].title(), text)
    small = _SMALL | _PREPOSITIONS if style == "chicago" else _SMALL

    def recase(match: re.Match[str]) -> str:
        word, start, end = match[0], match.start(), match.end()
        inside = start > 0 and end < len(text)
        if inside and word.lower() in small and _may_be_small(text, start, end):
            return word.lower()
        return word[:1].title() + word[1:]

    return _WORD.sub(recase, text)


def _may_be_small(text: str, start: int, end: int) -> bool:
    before = text[start - 1]
    if before not in " -/" or text[start - 2 : start - 1] in (":", "-"):
        return False
    return text[end : end + 1] != "-" or before == "-"


def automatic_title(config: SiteConfig, kind: PageKind, name: str) -> str:
    """Return the title of a page without a file; *name* is its directory or term as written."""
    if kind is PageKind.HOME:
        return config.title
    if kind is PageKind.SECTION and config.pluralize_list_titles:
        name = pluralize(name)
    if kind is PageKind.TAXONOMY:
        name = name.rpartition("/")[2].replace("-", " ")
    return title_case(name, config.title_case_style) if config.capitalize_list_titles else name
