"""``.Markup``: a page's text once it is rendered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..exposed import Exposed, exposed

if TYPE_CHECKING:
    from ..values import SafeHTML
    from .fragments import Fragments
    from .page import PageView


class Summary(Exposed):
    """``.Markup.Render.Summary``."""

    GO_TYPE = "page.Summary"

    def __init__(self, page: PageView) -> None:
        self._page = page

    @exposed("Text")
    def text(self) -> SafeHTML:
        """Give the summary, as HTML."""
        return self._page.summary()

    @exposed("Truncated")
    def truncated(self) -> bool:
        """Say whether it leaves something out."""
        return self._page.truncated()

    @exposed("Type")
    def type(self) -> str:
        """Say where it comes from: ``frontmatter``, ``manual`` or ``auto``."""
        if self._page.record.summary:
            return "frontmatter"
        return "manual" if "<!--more-->" in self._page.raw_content() else "auto"


class RenderedPage(Exposed):
    """``.Markup.Render``, and ``.Markup`` itself."""

    GO_TYPE = "*hugolib.pageContentOutput"

    def __init__(self, page: PageView) -> None:
        self._page = page

    @exposed("Render")
    def render(self) -> RenderedPage:
        """Give the rendered text."""
        return self

    @exposed("RenderString")
    def render_string(self, *args: object) -> SafeHTML:
        """Render Markdown as the page does."""
        return self._page.render_string(*args)

    @exposed("RenderShortcodes")
    def render_shortcodes(self) -> SafeHTML:
        """Give the Markdown with its shortcodes rendered."""
        return self._page.render_shortcodes()

    @exposed("Fragments")
    def fragments(self) -> Fragments:
        """Give the headings."""
        return self._page.fragments()

    @exposed("Content")
    def content(self) -> SafeHTML:
        """Give the text."""
        return self._page.content()

    @exposed("ContentWithoutSummary")
    def content_without_summary(self) -> SafeHTML:
        """Give the text behind the summary."""
        return self._page.content_without_summary()

    @exposed("Plain")
    def plain(self) -> str:
        """Give the text without markup."""
        return self._page.plain()

    @exposed("PlainWords")
    def plain_words(self) -> list[object]:
        """Give the words."""
        return self._page.plain_words()

    @exposed("WordCount")
    def word_count(self) -> int:
        """Give the number of words."""
        return self._page.word_count()

    @exposed("FuzzyWordCount")
    def fuzzy_word_count(self) -> int:
        """Give the number of words, rounded up to hundreds."""
        return self._page.fuzzy_word_count()

    @exposed("ReadingTime")
    def reading_time(self) -> int:
        """Give the minutes it takes to read."""
        return self._page.reading_time()

    @exposed("Len")
    def length(self) -> int:
        """Give the length in bytes."""
        return self._page.length()

    @exposed("Summary")
    def summary(self) -> Summary:
        """Give the summary."""
        return Summary(self._page)
