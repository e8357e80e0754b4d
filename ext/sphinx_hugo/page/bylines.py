"""Dates and summaries, as blogs and lists show them."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from docutils import nodes
from sphinx.util.i18n import format_date

from sphinx_hugo.hugo.pages import PageKind
from sphinx_hugo.nodes.words import plain_text

if TYPE_CHECKING:
    from datetime import datetime

    from sphinx_hugo.hugo.pages import Page

DATED_TYPES = frozenset({"blog", "news", "post", "posts"})
"""Pages of these types show their dates, on the page and in lists."""


def is_dated(page: Page) -> bool:
    """Tell whether a page is one that readers know by its date."""
    return page.type in DATED_TYPES and page.date is not None


def time_nodes(date: datetime, language: str) -> list[nodes.Node]:
    """Return a date for readers; in HTML it is a ``time`` element."""
    text = format_date("%b %d, %Y", date=date, language=language)
    stamp = escape(date.isoformat(), quote=True)
    return [
        nodes.raw("", f'<time datetime="{stamp}">', format="html"),
        nodes.inline(text, text, classes=["hugo-date"]),
        nodes.raw("", "</time>", format="html"),
    ]


def byline(page: Page, language: str) -> nodes.paragraph | None:
    """Return the line under the title of a blog post; None for other pages."""
    if page.kind is not PageKind.PAGE or not is_dated(page) or page.date is None:
        return None
    return nodes.paragraph("", "", *time_nodes(page.date, language), classes=["hugo-byline"])


def first_words(section: nodes.section, limit: int) -> str:
    """Return the page's first paragraphs, as Hugo's automatic summary: whole, until *limit* words."""
    words: list[str] = []
    for child in section.children[1:]:
        if isinstance(child, nodes.section) or len(words) >= limit:
            break
        if isinstance(child, nodes.paragraph) and not child["classes"]:
            words += plain_text(child).split()
    return " ".join(words)
