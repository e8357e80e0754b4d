"""Where addresses stand in raw HTML."""

from __future__ import annotations

import re

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
    return any(
        attribute["name"].lower() in ADDRESSES
        for tag in TAG.finditer(html)
        for attribute in ATTRIBUTE.finditer(tag["attributes"] or "")
    )
