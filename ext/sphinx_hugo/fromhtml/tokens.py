"""HTML cut into tags and text, in linear time whatever is written.

``html.parser`` would do, but takes quadratic time for tags that are never closed in many of the
Python versions we run on.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sphinx_hugo.hugo.entities import unescape

if TYPE_CHECKING:
    from collections.abc import Iterator

_NAME = re.compile(r"[A-Za-z][^\s/>]*")
_ATTRIBUTE = re.compile(
    r"""[\s/]*+([^\s/>][^\s/>=]*+)(?:\s*+=\s*+(?:"([^"]*+)"|'([^']*+)'|([^\s>]*+)))?+"""
)
_SPACE = re.compile(r"[\s/]*+")
_RAW_END = {
    name: re.compile(rf"</{name}(?=[\s/>])[^>]*+>", re.IGNORECASE) for name in ("script", "style")
}


@dataclass(frozen=True, slots=True)
class Start:
    """An opening tag."""

    name: str
    """In lower case."""
    attributes: dict[str, str] = field(default_factory=dict)
    """Names in lower case; of two with one name, the first."""
    closed: bool = False
    """Whether it ends in ``/>``."""


@dataclass(frozen=True, slots=True)
class End:
    """A closing tag."""

    name: str
    """In lower case."""


Token = Start | End | str
"""A tag, or text with its entities resolved."""


def tokenize(source: str) -> Iterator[Token]:
    """Yield the tags and the text of HTML; comments, scripts and styles are left out.

    What looks like a tag and is never closed is text.
    """
    at = text_from = 0
    while (at := source.find("<", at)) >= 0:
        token, end = _markup(source, at)
        if end < 0:
            break
        if end == at:
            at += 1
            continue
        if at > text_from:
            yield unescape(source[text_from:at])
        if token is not None:
            yield token
            if isinstance(token, Start) and token.name in _RAW_END and not token.closed:
                closing = _RAW_END[token.name].search(source, end)
                end = closing.end() if closing else len(source)
                yield End(token.name)
        at = text_from = end
    if text_from < len(source):
        yield unescape(source[text_from:])


def _markup(source: str, at: int) -> tuple[Token | None, int]:
    """Read what begins with ``<``: a tag, or None for what says nothing, and where it ends.

    The end is *at* if it is text, -1 if there can be no more tags.
    """
    if source.startswith("<!--", at):
        end = source.find("-->", at + 4)
        return None, end + 3 if end >= 0 else len(source)
    following = source[at + 1 : at + 2]
    if following in {"!", "?"}:
        end = source.find(">", at)
        return None, end + 1 if end >= 0 else -1
    if following == "/":
        name = _NAME.match(source, at + 2)
        if name is None:
            return None, at
        end = source.find(">", name.end())
        return (End(name[0].lower()), end + 1) if end >= 0 else (None, -1)
    name = _NAME.match(source, at + 1)
    return _start(source, name) if name else (None, at)


def _start(source: str, name: re.Match[str]) -> tuple[Token | None, int]:
    attributes: dict[str, str] = {}
    at = name.end()
    while match := _ATTRIBUTE.match(source, at):
        value = match[2] or match[3] or match[4] or ""
        attributes.setdefault(match[1].lower(), unescape(value))
        at = match.end()
    space = _SPACE.match(source, at)
    end = space.end() if space else at
    if source[end : end + 1] != ">":
        return None, -1
    return Start(name[0].lower(), attributes, "/" in source[at:end]), end + 1
