"""The escapers themselves: each takes a value and gives text that is safe in one context."""

from __future__ import annotations

import re

from ..jsontext import encode_json
from ..printing import sprint
from ..values import (
    SafeCSS,
    SafeHTML,
    SafeHTMLAttr,
    SafeJS,
    SafeJSStr,
    SafeSrcset,
    SafeURL,
)
from .attributes import UNSAFE_NAMES, attribute_kind
from .context import Attr

FAILED = "ZgotmplZ"
"""What stands in the page in place of a value that could not be made safe."""

_NORMAL = {
    "\0": "\ufffd", '"': "&#34;", "'": "&#39;", "+": "&#43;", "<": "&lt;", ">": "&gt;",
}  # fmt: skip
_HTML = {**_NORMAL, "&": "&amp;"}
_SPACES = {
    "\t": "&#9;", "\n": "&#10;", "\v": "&#11;", "\f": "&#12;", "\r": "&#13;", " ": "&#32;",
    "=": "&#61;", "`": "&#96;", "\0": "&#xfffd;",
}  # fmt: skip
_HTML_TABLE = str.maketrans(_HTML)
_NORMAL_TABLE = str.maketrans(_NORMAL)
_UNQUOTED_TABLE = str.maketrans({**_HTML, **_SPACES})
_UNQUOTED_NORMAL_TABLE = str.maketrans({**_NORMAL, **_SPACES})
_TAG = re.compile(
    r"<!--.*?(?:-->|\Z)|</?[a-zA-Z](?:[^>\"']|\"[^\"]*(?:\"|\Z)|'[^']*(?:'|\Z))*(?:>|\Z)", re.DOTALL
)


def _text(value: object) -> str:
    return value if isinstance(value, str) else "" if value is None else sprint((value,))


def escape_text(text: str) -> str:
    """Escape plain text for HTML, as ``htmlEscaper`` does."""
    return str(text).translate(_HTML_TABLE)


def html_text(value: object) -> str:
    """Between tags."""
    return str(value) if isinstance(value, SafeHTML) else escape_text(_text(value))


def html_rcdata(value: object) -> str:
    """In ``title`` and ``textarea``, where there are no tags."""
    return _text(value).translate(_NORMAL_TABLE if isinstance(value, SafeHTML) else _HTML_TABLE)


def html_quoted(value: object) -> str:
    """In a quoted attribute value."""
    if isinstance(value, SafeHTML):
        return strip_tags(value).translate(_NORMAL_TABLE)
    return _text(value).translate(_HTML_TABLE)


def html_unquoted(value: object) -> str:
    """In an attribute value without quotes."""
    if isinstance(value, SafeHTML):
        return strip_tags(value).translate(_UNQUOTED_NORMAL_TABLE) or FAILED
    return _text(value).translate(_UNQUOTED_TABLE) or FAILED


def strip_tags(text: str) -> str:
    """Take tags and comments out of HTML."""
    return _TAG.sub("", text)


def html_name(value: object) -> str:
    """As the name of an attribute: letters and digits only, and no name that runs scripts."""
    if isinstance(value, SafeHTMLAttr):
        return str(value)
    text = _text(value)
    lowered = text.lower()
    fine = lowered.isascii() and lowered.isalnum()
    if not fine or lowered in UNSAFE_NAMES or attribute_kind(lowered) is not Attr.NONE:
        return FAILED
    return lowered if text else FAILED


def comment(value: object) -> str:
    """In a comment, where nothing may stand."""
    return ""


# URLs

_URL_KEPT = frozenset(b"-._~ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789")
_URL_RESERVED = frozenset(b"!#$&*+,/:;=?@[]")
_HEX_PAIR = re.compile(rb"%[0-9a-fA-F]{2}")


def is_safe_url(text: str) -> bool:
    """Say whether a URL has no scheme, or one that cannot run anything."""
    scheme, colon, _ = text.partition(":")
    return not colon or "/" in scheme or scheme.lower() in {"http", "https", "mailto"}


def url_filter(value: object) -> object:
    """At the start of a URL: dangerous schemes are replaced."""
    if isinstance(value, SafeURL):
        return value
    text = _text(value)
    return text if is_safe_url(text) else "#" + FAILED


def url_normal(value: object) -> str:
    """In the path of a URL: everything that may stand in a URL stays."""
    return quote_url(_text(value), normal=True)


def url_part(value: object) -> str:
    """In the query of a URL: everything that means something is percent-encoded."""
    return quote_url(_text(value), normal=isinstance(value, SafeURL))


def quote_url(text: str, *, normal: bool) -> str:
    """Percent-encode text for a URL."""
    data = text.encode("utf-8", "replace")
    kept = _URL_KEPT | _URL_RESERVED if normal else _URL_KEPT
    parts: list[str] = []
    for index, byte in enumerate(data):
        if byte in kept or (byte == 0x25 and normal and _HEX_PAIR.match(data, index)):
            parts.append(chr(byte))
        else:
            parts.append(f"%{byte:02x}")
    return "".join(parts)


def srcset(value: object) -> str:
    """In ``srcset``: a list of URLs with sizes."""
    if isinstance(value, SafeSrcset):
        return str(value)
    if isinstance(value, SafeURL):
        return url_normal(value).replace(",", "%2c")
    return ",".join(_srcset_item(item) for item in _text(value).split(","))


_SRCSET_ITEM = re.compile(r"([ \t\n\f\r]*)([^ \t\n\f\r]*)([a-zA-Z0-9 \t\n\f\r]*)")


def _srcset_item(item: str) -> str:
    match = _SRCSET_ITEM.fullmatch(item)
    if match is None or not is_safe_url(match.group(2)):
        return "#" + FAILED
    return match.group(1) + quote_url(match.group(2), normal=True) + match.group(3)


# JavaScript

_JS_STRING = {
    "\0": "\\u0000", "\t": "\\t", "\n": "\\n", "\v": "\\u000b", "\f": "\\f", "\r": "\\r",
    '"': "\\u0022", "`": "\\u0060", "&": "\\u0026", "'": "\\u0027", "+": "\\u002b", "/": "\\/",
    "<": "\\u003c", ">": "\\u003e", "\u2028": "\\u2028", "\u2029": "\\u2029",
}  # fmt: skip
_JS_STRING_TABLE = str.maketrans({**_JS_STRING, "\\": "\\\\"})
_JS_NORMAL_TABLE = str.maketrans(_JS_STRING)
_JS_TEMPLATE_TABLE = str.maketrans(
    {**_JS_STRING, "\\": "\\\\", "$": "\\u0024", "{": "\\u007b", "}": "\\u007d"}
)
_JS_REGEXP_TABLE = str.maketrans(
    {
        **_JS_STRING,
        "\\": "\\\\",
        **{char: "\\" + char for char in "$()*.?[]^{|}-"},
    }
)


def js_value(value: object) -> str:
    """As a JavaScript expression: JSON, with a space around what could join its neighbours."""
    if isinstance(value, SafeJS):
        return str(value)
    if isinstance(value, SafeJSStr):
        return f'"{value}"'
    text = encode_json(value)
    text = text.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    joins = bool(text) and (_is_js_word(text[0]) or _is_js_word(text[-1]))
    return f" {text} " if joins else text


def _is_js_word(char: str) -> bool:
    return char.isascii() and (char.isalnum() or char in "$_")


def js_string(value: object) -> str:
    """In a quoted JavaScript string."""
    table = _JS_NORMAL_TABLE if isinstance(value, SafeJSStr) else _JS_STRING_TABLE
    return _text(value).translate(table)


def js_template(value: object) -> str:
    """In a template literal."""
    return _text(value).translate(_JS_TEMPLATE_TABLE)


def js_regexp(value: object) -> str:
    """In a regular expression literal."""
    return _text(value).translate(_JS_REGEXP_TABLE) or "(?:)"


# CSS

_CSS_TABLE = str.maketrans(
    {
        "\0": "\\0", "\t": "\\9", "\n": "\\a", "\f": "\\c", "\r": "\\d", '"': "\\22", "&": "\\26",
        "'": "\\27", "(": "\\28", ")": "\\29", "+": "\\2b", "/": "\\2f", ":": "\\3a", ";": "\\3b",
        "<": "\\3c", ">": "\\3e", "\\": "\\\\", "{": "\\7b", "}": "\\7d",
    }
)  # fmt: skip
_CSS_BAD = re.compile(r"[\0\"'()/;@\[\\\]`{}<>]|--")
_CSS_WORD = re.compile(r"[^a-z0-9]")


def css_string(value: object) -> str:
    """In a CSS string or URL in quotes."""
    text = _text(value)
    parts: list[str] = []
    for index, char in enumerate(text):
        escaped = char.translate(_CSS_TABLE)
        parts.append(escaped)
        following = text[index + 1 : index + 2]
        if escaped not in {char, "\\\\"} and (
            not following or following in "0123456789abcdefABCDEF \t\n\f\r"
        ):
            parts.append(" ")
    return "".join(parts)


def css_value(value: object) -> str:
    """As a CSS value: simple words, numbers and colours only."""
    if isinstance(value, SafeCSS):
        return str(value)
    text = _text(value)
    word = _CSS_WORD.sub("", text.lower())
    if _CSS_BAD.search(text) or "expression" in word or "mozbinding" in word:
        return FAILED
    return text
