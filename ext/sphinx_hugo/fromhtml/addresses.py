"""Where addresses stand in raw HTML."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sphinx_hugo.hugo.entities import unescape

if TYPE_CHECKING:
    from collections.abc import Iterator

TAG = re.compile(
    r"""<!--.*?(?:-->|\Z)
    | <(?:(?P<code>script|style|textarea)
         |a|area|audio|embed|iframe|img|link|object|source|track|video)\b
      (?P<attributes>(?:[^<>"']++|"[^"]*"|'[^'<]*')*+)
      (?(code)(?:>.*?(?:</(?P=code)\s*>|\Z))?)""",
    re.IGNORECASE | re.VERBOSE | re.DOTALL,
)
"""A comment, or a tag that may hold an address; that of code with all of it, which is no HTML."""
ATTRIBUTE = re.compile(
    r"""(?P<name>[^\s"'<>/=]+)
        (?:\s*=\s*(?:"(?P<double>[^"]*)"|'(?P<single>[^']*)'|(?P<bare>[^\s"'<>=`]+)))?""",
    re.VERBOSE,
)
"""An attribute, with its value as it is quoted."""
ADDRESSES = frozenset({"data", "href", "poster", "src"})
"""Attributes that hold an address."""


def has_addresses(html: str) -> bool:
    """Tell whether there is an attribute with an address in a piece of HTML."""
    return any(True for _attribute in _attributes(html))


def addresses(html: str) -> Iterator[str]:
    """Yield the addresses in a piece of HTML."""
    for attribute in _attributes(html):
        given = attribute["double"] or attribute["single"] or attribute["bare"]
        if given:
            yield unescape(given).strip()


def _attributes(html: str) -> Iterator[re.Match[str]]:
    for tag in TAG.finditer(html):
        for attribute in ATTRIBUTE.finditer(tag["attributes"] or ""):
            if attribute["name"].lower() in ADDRESSES:
                yield attribute
