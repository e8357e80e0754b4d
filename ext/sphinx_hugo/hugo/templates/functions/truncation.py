"""``truncate``: the start of a text or of HTML, at the end of a word."""

from __future__ import annotations

import html
import re

from ..casts import to_int, to_string
from ..errors import FunctionError
from ..values import SafeHTML
from .strings import STRINGS

_TAG = re.compile(r"<(/)?([a-zA-Z][\w-]*)[^>]*?(/)?>|<!--.*?-->", re.DOTALL)
_VOID = frozenset(
    {
        "br",
        "col",
        "command",
        "embed",
        "hr",
        "img",
        "input",
        "link",
        "meta",
        "param",
        "source",
        "wbr",
    }
)


@STRINGS.add("Truncate", "truncate")
def _truncate(length: object, *options: object) -> SafeHTML:
    if not 1 <= len(options) <= 2:
        msg = "truncate takes a length, maybe an ellipsis, and a text"
        raise FunctionError(msg)
    limit, value = to_int(length), options[-1]
    text = to_string(value)
    ellipsis = to_string(options[0]) if len(options) == 2 else " …"
    if len(options) == 2 and not isinstance(options[0], SafeHTML):
        ellipsis = html.escape(ellipsis, quote=False)
    if isinstance(value, SafeHTML):
        return SafeHTML(_truncate_html(text, limit, ellipsis))
    if len(text) <= limit:
        return SafeHTML(_html_escape(text))
    return SafeHTML(_html_escape(text[: _cut(text, limit)].rstrip()) + ellipsis)


def _cut(text: str, limit: int) -> int:
    """Find the last end of a word within the limit, or the limit itself."""
    if limit < len(text) and text[limit].isspace():
        return limit
    for at in range(min(limit, len(text) - 1), 0, -1):
        if text[at].isspace():
            return at
    return limit


def _truncate_html(text: str, limit: int, ellipsis: str) -> str:
    count, at = 0, 0
    open_tags: list[str] = []
    end, end_tags = 0, list[str]()  # after the last character that counts
    word_end, word_tags = 0, list[str]()  # after the last whole word
    while at < len(text):
        tag = _TAG.match(text, at) if text[at] == "<" else None
        if tag:
            _follow_tag(tag, open_tags)
            at = tag.end()
            continue
        if text[at].isspace():
            word_end, word_tags = end, end_tags
        if count == limit:
            cut, tags = (word_end, word_tags) if word_end else (end, end_tags)
            return text[:cut].rstrip() + ellipsis + "".join(f"</{name}>" for name in tags)
        count, at = count + 1, at + 1
        end, end_tags = at, list(open_tags)
    return text


def _follow_tag(tag: re.Match[str], open_tags: list[str]) -> None:
    """Keep the list of open elements, innermost first."""
    closing, name, alone = tag.group(1), (tag.group(2) or "").lower(), tag.group(3)
    if closing and name in open_tags:
        open_tags.remove(name)
    elif name and not closing and not alone and name not in _VOID:
        open_tags.insert(0, name)


def _html_escape(text: str) -> str:
    return html.escape(text, quote=False).replace('"', "&#34;").replace("'", "&#39;")
