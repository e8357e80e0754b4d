"""Any text is read: nothing is lost, nothing raises, and twice the text takes twice the time."""

from __future__ import annotations

import html
import re
import sys
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sphinx_hugo.markdown import HugoRenderer, MarkdownOptions, create_parser
from sphinx_hugo.markdown.rules.attributes import parse_attributes
from sphinx_hugo.markdown.summary import plain_text, summarize

if TYPE_CHECKING:
    from markdown_it import MarkdownIt

EVERYTHING = MarkdownOptions.from_markup(
    {
        "goldmark": {
            "parser": {"attribute": {"block": True}},
            "extensions": {
                "passthrough": {
                    "enable": True,
                    "delimiters": {"block": [["$$", "$$"]], "inline": [["$", "$"], ["\\(", "\\)"]]},
                },
                "extras": {name: {"enable": True} for name in ("superscript", "insert", "mark")},
            },
        }
    },
    enable_emoji=True,
)
PARSER = create_parser(EVERYTHING, HugoRenderer)
WORDS = create_parser(MarkdownOptions.from_markup({}), HugoRenderer)

PIECES = [
    "word", "Ünï", " ", "  ", "\n", "\n\n", "\t", "#", "- ", "1. ", "> ", "* ", "**", "_", "`",
    "```", "~", "~~", ": ", "[", "](", ")", "![", "[^a]", "[^a]: ", "|", "---", "===", "{", "}",
    "{#a}", "{.b c=d}", "$", "$$", "\\", "\\(", "'", '"', "--", "...", "<", ">", "<b>", "<!--",
    "-->", "&amp;", ":tada:", "www.a.org", "a@b.org", "http://x.org", "==", "++", "^", "=hsc0x",
    "<!--more-->", "> [!NOTE] ", "- [ ] ", "\x00", "\r", "\u2028", "\ud800", "    ",
]  # fmt: skip
TEXTS = st.lists(st.sampled_from(PIECES), max_size=40).map("".join) | st.text(max_size=60)


@settings(max_examples=300, deadline=None)
@given(TEXTS)
def test_any_text_is_read(source: str) -> None:
    env: dict[str, Any] = {
        "shortcodes": re.compile(r"=hsc(\d+)x"),
        "line_map": list(range(1, source.count("\n") + source.count("\r") + 2)),
        "problems": [],
    }
    tokens = PARSER.parse(source, env)
    last = len(env["line_map"])
    for token in tokens:
        assert token.map is None or 0 <= token.map[0] <= token.map[1] <= last
    assert sum(token.nesting for token in tokens) == 0
    printed = PARSER.renderer.render(tokens, PARSER.options, env)
    summarize(printed, 5)
    plain_text(printed)


# Without HTML, link destinations, references, footnotes and attributes every word shows.
SAFE = [p for p in PIECES if not re.search(r"[<\[\](){}&:|\x00\ud800]|^=", p)]


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(SAFE) | st.just("word"), max_size=40))
def test_no_word_is_lost(pieces: list[str]) -> None:
    marked = [f" w{number}x " if piece == "word" else piece for number, piece in enumerate(pieces)]
    source = "".join(marked)
    printed = html.unescape(WORDS.render(source, {}))
    # The info string of a fence is not text; what stands before it is.
    shown = re.findall(r"w\d+x", printed)
    hidden = re.findall(r"w\d+x", "".join(re.findall(r"^.*(?:```|~~~).*$", source, re.MULTILINE)))
    assert set(re.findall(r"w\d+x", source)) <= set(shown) | set(hidden)


@settings(max_examples=300, deadline=None)
@given(st.text(alphabet="{}[]#.,=\"' ab1-\\\n", max_size=30))
def test_attributes_end_inside_the_text(source: str) -> None:
    found = parse_attributes(source)
    if found is not None:
        assert source[: found[1]].endswith("}")
        assert source[: found[1]].lstrip().startswith("{")


class _Work:
    """Counts calls of Python functions: a clock that runs the same everywhere."""

    def __init__(self) -> None:
        self.calls = 0

    def __call__(self, _frame: Any, event: str, _argument: Any) -> None:
        self.calls += event == "call"


def work(md: MarkdownIt, source: str) -> int:
    counter = _Work()
    sys.setprofile(counter)
    try:
        md.render(source, {})
    finally:
        sys.setprofile(None)
    return counter.calls


@pytest.mark.parametrize(
    "unit",
    [
        "[", "[a](", "![", "*a ", "_a", "`a``", "<a ", "<!--", "$ a ", "$$", "\\(", "{a=", "# {#a ",
        "a@", "a@b.", "http://a.b ", "a\n: b\n", "a\n\n: b\n\n", "~a ~~", "==a", "[^a]", "[^a]: b\n",
        "|a|\n|-|\n", "> ", "- ", "{.a}\n", "a\n{.a}\n\n", "> [!NOTE]\n", "<!--more-->\n", "'a \"",
    ],
)  # fmt: skip
def test_work_grows_with_the_text(unit: str) -> None:
    once, twice = (work(PARSER, unit * count) for count in (300, 600))
    assert twice < 2.5 * once + 1000


def test_deep_nesting_ends_in_text() -> None:
    for unit in ("> ", "- ", "1. "):
        assert "deep" in PARSER.render(unit * 2000 + "deep", {})


def test_the_inline_rules_keep_no_state_between_texts() -> None:
    before = PARSER.render("'a", {})
    assert PARSER.render("'a", {}) == before
