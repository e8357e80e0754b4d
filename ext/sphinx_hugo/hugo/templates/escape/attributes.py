"""What kind of value an attribute has, by its name."""

from __future__ import annotations

from .context import Attr

_URLS = frozenset(
    {
        "action", "archive", "background", "cite", "classid", "codebase", "data", "formaction",
        "href", "icon", "longdesc", "manifest", "poster", "profile", "src", "usemap", "xmlns",
    }
)  # fmt: skip
UNSAFE_NAMES = frozenset(
    {
        "async", "challenge", "charset", "content", "crossorigin", "defer", "enctype", "form",
        "formenctype", "formmethod", "formnovalidate", "formtarget", "http-equiv", "keytype",
        "language", "method", "novalidate", "pattern", "rel", "sandbox", "type", "value",
        "srcdoc",
    }
)  # fmt: skip
"""Attributes whose name must not come from data: they change what other attributes mean."""
_PLAIN = frozenset({"srclang"})


def attribute_kind(name: str) -> Attr:
    """Give the kind of an attribute; the name is in lower case."""
    if name.startswith("data-"):
        # A script may read it as what the rest of its name says.
        name = name[5:]
    elif ":" in name:
        prefix, _, rest = name.partition(":")
        if prefix == "xmlns":
            return Attr.URL
        name = rest
    known = {"style": Attr.STYLE, "srcset": Attr.SRCSET}.get(name)
    if known:
        return known
    if name in _URLS:
        return Attr.URL
    if name in _PLAIN or name in UNSAFE_NAMES:
        return Attr.NONE
    if name.startswith("on"):
        return Attr.SCRIPT
    if any(part in name for part in ("src", "uri", "url")):
        return Attr.URL
    return Attr.NONE
