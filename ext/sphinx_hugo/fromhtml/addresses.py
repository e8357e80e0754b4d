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
    return any(is_address(attribute) for attribute in _attributes(html))


def addresses(html: str) -> Iterator[str]:
    """Yield the addresses in a piece of HTML."""
    for attribute in _attributes(html):
        address = address_in(attribute)
        if address is not None:
            yield address


def is_address(attribute: re.Match[str]) -> bool:
    """Tell whether a match of :data:`ATTRIBUTE` is one that holds addresses."""
    return attribute["name"].lower() in ADDRESSES


def address_in(attribute: re.Match[str]) -> str | None:
    """Return the address that a match of :data:`ATTRIBUTE` holds; None if it has none."""
    given = attribute["double"] or attribute["single"] or attribute["bare"]
    return unescape(given).strip() if given and is_address(attribute) else None


def _attributes(html: str) -> Iterator[re.Match[str]]:
    for tag in TAG.finditer(html):
        yield from ATTRIBUTE.finditer(tag["attributes"] or "")
