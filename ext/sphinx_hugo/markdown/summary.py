"""Summary, plain text and word count of rendered content."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Summary:
    """A page's summary."""

    html: str
    """The summary, as HTML."""
    truncated: bool
    """Whether the content goes on."""


def summarize(content: str, length: int = 70) -> Summary:
    """Take the first blocks of rendered HTML until they have ``length`` words."""
    raise NotImplementedError


def plain(content: str) -> str:
    """Strip the tags from HTML, as ``.Plain`` and ``plainify`` do."""
    raise NotImplementedError


def word_count(text: str) -> int:
    """Count words of plain text, as ``.WordCount`` does without ``hasCJKLanguage``."""
    raise NotImplementedError
