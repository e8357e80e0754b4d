"""Summary, plain text and word count of rendered content."""

from __future__ import annotations

import re
from dataclasses import dataclass

from sphinx_hugo.hugo.entities import unescape

from .rules.divider import MARKER

_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9-]*)[^>]*?(/?)>")
_MARKUP = re.compile(r"<[^>]*>")
_LINE_END = re.compile(r"</p>|<br ?/?>")
_SPACE = re.compile(r"(\s)\s+")
_WORD = re.compile(r"\S+")
_NO_WORD = re.compile(r"</|[\w-]+=|<[^>]*>$")
"""What looks like a part of a tag, for Hugo's count of the words of a summary."""
_VOIDS = "area base br col embed hr img input link meta source track wbr"
_VOID = frozenset(_VOIDS.split())
_PARAGRAPH_END = "</p>"


@dataclass(frozen=True, slots=True)
class Summary:
    """A page's summary."""

    html: str
    """The summary, as HTML."""
    truncated: bool
    """Whether the content goes on."""


def summarize(content: str, length: int = 70) -> Summary:
    """Take the beginning of rendered HTML.

    :param content: HTML. Where it holds ``<!--more-->`` (see ``env["keep_divider"]``), the summary
        is what stands before; otherwise it goes to the end of the block with the paragraph in
        which word number ``length`` stands.
    """
    before, marker, after = content.partition(MARKER)
    if marker:
        return Summary(before.strip(), truncated=bool(after.strip()))
    count = start = 0
    while length > 0:
        end = content.find(_PARAGRAPH_END, start)
        if end < 0:
            break
        count += _count(content[start:end])
        start = end + len(_PARAGRAPH_END)
        if count >= length:
            start = _block_end(content, start)
            return Summary(content[:start].strip(), truncated=bool(content[start:].strip()))
    return Summary(content.strip(), truncated=False)


def _count(markup: str) -> int:
    # Hugo drops the last character, so a last word of one letter is no word.
    return sum(not _NO_WORD.match(word) for word in _WORD.findall(markup[:-1]))


def _block_end(content: str, pos: int) -> int:
    """Find where the elements that are open at a position end."""
    depth = 0
    for match in _TAG.finditer(content, 0, pos):
        depth += _depth(match)
    if depth <= 0:
        return pos
    # Behind the last ">" no tag ends; each "<" there would be followed to the end of the text.
    for match in _TAG.finditer(content, pos, content.rfind(">") + 1):
        depth += _depth(match)
        if depth <= 0:
            return match.end()
    return len(content)


def _depth(tag: re.Match[str]) -> int:
    if tag[3] or tag[2].lower() in _VOID:
        return 0
    return -1 if tag[1] else 1


def plain(content: str) -> str:
    """Strip the tags from HTML, as ``plainify`` does; entities stay as they are."""
    if "<" not in content:
        return content
    content = _LINE_END.sub("\n", content.replace("\n", " "))
    end = content.rfind(">") + 1  # as in _block_end
    return _SPACE.sub(r"\1", _MARKUP.sub("", content[:end]) + content[end:])


def plain_text(content: str) -> str:
    """Return the text of HTML: no tags, entities decoded."""
    return unescape(plain(content)).strip()


def word_count(content: str) -> int:
    """Count the words of rendered HTML, as ``.WordCount`` does without ``hasCJKLanguage``."""
    return len(plain(content).split())
