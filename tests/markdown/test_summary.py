"""Summaries and plain text; tests/differential asks Hugo for more of them."""

from __future__ import annotations

import pytest

from sphinx_hugo.markdown.summary import Summary, plain, plain_text, summarize, word_count

CONTENT = "<p>one two</p>\n<blockquote>\n<p>three four</p>\n</blockquote>\n<p>five</p>\n"


@pytest.mark.parametrize(
    ("length", "html", "truncated"),
    [
        (2, "<p>one two</p>", True),
        # A block is never cut.
        (3, CONTENT.split("\n<p>five", maxsplit=1)[0], True),
        (5, CONTENT.strip(), False),
        (70, CONTENT.strip(), False),
        (0, CONTENT.strip(), False),
    ],
)
def test_length(length: int, html: str, truncated: bool) -> None:
    assert summarize(CONTENT, length) == Summary(html, truncated)


def test_divider() -> None:
    assert summarize("<p>a</p>\n<!--more-->\n<p>b</p>") == Summary("<p>a</p>", truncated=True)
    assert summarize("<p>a</p>\n<!--more-->\n") == Summary("<p>a</p>", truncated=False)


def test_plain() -> None:
    assert plain("a &amp; b") == "a &amp; b"
    assert plain("<p>a\nb</p>\n<p>c<br>d</p>") == "a b\nc\nd\n"
    assert plain_text("<p>a <b>&amp;</b> c</p>\n") == "a & c"
    assert word_count("<p>a b</p><p>c</p>") == 3
