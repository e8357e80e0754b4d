"""Any text is a page: nothing raises, no word is lost, and twice the text takes twice the work."""

from __future__ import annotations

import re
import sys
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from sphinx.util.docutils import docutils_namespace, patch_docutils

from fuzz.memory import little_memory
from fuzz.pages import UNSAFE, Reader, start
from sphinx_hugo.diagnostics import MOST
from sphinx_hugo.shortcodes import BUNDLED

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["little_memory"]

NAMES = sorted(BUNDLED.names)
TAGS = [
    f"{{{{{left} {slash}{name}{params} {right}}}}}"
    for left, right in (("<", ">"), ("%", "%"))
    for name, params in (
        *(("details", " T"), ("tabs", ""), ("tab", ' "N"'), ("alert", " title='*t*'"), ("x", " 1")),
        *(("unknown", " a=1"), ("ref", ' "a"'), ("figure", " src=pic.png"), ("param", " k")),
        *(("steps", ""), ("cards", ""), ("card", " title=x"), ("highlight", " python")),
        *(("readfile", ' "part.txt"'), ("table", ""), ("include", " page.md"), ("math", "")),
    )
    for slash in ("", "/")
]
PIECES = [
    *(
        "word ",
        "\n",
        "\n\n",
        "    ",
        "\t",
        "- ",
        "1. ",
        "> ",
        "# ",
        "## ",
        "| a | b |\n|---|---|\n",
    ),
    *("**", "*", "_", "`", "```\n", "```python\n", "```{note}\n", "```{tab-set}\n", ":::", "~~~\n"),
    *(
        "[",
        "](",
        ")",
        "![",
        "[^1]",
        "[^1]: ",
        "[a]: ",
        "<",
        ">",
        "<b>",
        "</b>",
        "<div>\n",
        "</div>\n",
    ),
    *("<script>", "</script>", "<!--", "-->", "<!--more-->", "&amp;", "{#a}", "{.b}", "{", "}"),
    *("{{<", ">}}", "{{%", "%}}", "{{</*", "*/>}}", "/>}}", "{{", "}}", '"', "'", "=", "\\"),
    *("---\n", "+++\n", "title: x\n", "{abbr}`x (y)`", "{download}`x`", "{ref}`x`", "$", "$$"),
    *("=hsc0x", "=hsc1x", "=hss0x", "hsc0x", "> [!NOTE] ", ": ", "- [ ] ", "www.x.org", "a@b.org"),
    *("\0", "\r", "\r\n", "\ufeff", "\u2028", "\u2029", "\x85", "\x0b", "\x0c", "\u00a0", "\u3000"),
    *("\u200b", "\u202e", "\ud800", "\U0001f600", "é", "e\u0301", "\x1b", "\x7f", "\ufffe"),
    *TAGS,
]
TEXTS = st.lists(st.sampled_from(PIECES), max_size=30).map("".join)


@pytest.fixture(scope="module", params=["", UNSAFE], ids=["safe", "unsafe"])
def reader(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Reader]:
    folder = tmp_path_factory.mktemp("pages")
    with patch_docutils(folder), docutils_namespace():
        yield start(folder, request.param)


@given(TEXTS)
def test_any_text_is_a_page(reader: Reader, text: str) -> None:
    assert "Page" in reader.html(f"---\ntitle: Page\n---\n{text}")


@given(TEXTS | st.text(max_size=80))
@example("```{tab-set}\n[^1]: ")  # a footnote that the directive drops
def test_any_text_is_a_file(reader: Reader, text: str) -> None:
    reader.html(text)


@given(st.binary(max_size=80))
def test_any_bytes_are_a_file(reader: Reader, raw: bytes) -> None:
    reader.html(raw)


@given(st.sampled_from(NAMES), st.text("ab=\"'`1. -_/{}<>%\\\n:#", max_size=30), st.booleans())
def test_any_call_is_answered(reader: Reader, name: str, params: str, paired: bool) -> None:
    closing = f"\nwithin\n{{{{< /{name} >}}}}" if paired else ""
    reader.html(f"Before\n\n{{{{< {name} {params} >}}}}{closing}\n\nAfter\n")


# Words are lost on purpose in parameters, addresses, names of languages, comments, and raw HTML; and
# in shortcodes that show nothing of what is in them.
SILENT = re.compile(
    r"comment|param|\bref\b|figure|unknown|readfile|include|table|math|highlight|\bx "
)
KEPT = [
    piece
    for piece in PIECES
    if (piece in TAGS and not SILENT.search(piece))
    or not re.search(r"[<\[\](){}&:|`~$\0\ud800\r\x0b-\x1f=+]|---|title", piece)
]


@given(st.lists(st.sampled_from(KEPT) | st.just("word "), max_size=30))
def test_no_word_of_a_page_is_lost(reader: Reader, pieces: list[str]) -> None:
    text = "".join(f"w{n}x " if piece == "word " else piece for n, piece in enumerate(pieces))
    doctree = reader.read(f"---\ntitle: Page\n---\n{text}")
    shown = set(re.findall(r"w\d+x", doctree.astext()))
    assert set(re.findall(r"w\d+x", text)) - shown == set()


HOSTILE = {
    "one long line": ("word ", 200_000),
    "a long word": ("w", 1_000_000),
    "opening delimiters": ("{{<", 100_000),
    "opening delimiters and names": ("{{< details ", 20_000),
    "closing delimiters": (">}}", 100_000),
    "tags of the other kind": ("{{% x >}}", 20_000),
    "calls": ("{{< br >}}", 5_000),
    "unclosed calls": ("{{< details >}}\n", 5_000),
    "closing tags": ("{{< /details >}}\n", 5_000),
    "strings that do not end": ('{{< x "', 20_000),
    "quotes": ("> ", 5_000),
    "lists": ("- ", 5_000),
    "brackets": ("[", 50_000),
    "images": ("![", 50_000),
    "links": ("[a](", 20_000),
    "stars": ("*a ", 50_000),
    "stars and underscores": ("*_", 20_000),
    "code marks": ("`" * 3 + "a", 20_000),
    "tags": ("<b>", 20_000),
    "half tags": ("<a ", 50_000),
    "comments": ("<!--", 50_000),
    "attributes": ("{#a", 20_000),
    "fences": ("```\n", 20_000),
    "directives": ("````{note}\n", 2_000),
    "directives that fit": ("".join("`" * n + "{note}\n" for n in range(60, 3, -1)), 1),
    "colons": (":", 200_000),
    "pipes": ("|", 100_000),
    "footnotes": ("[^1]", 20_000),
    "dollars": ("$", 50_000),
    "white space": ("\u00a0\u2003\u3000\u2028\x0b", 20_000),
    "line ends": ("\r\n\r\n\n\r", 20_000),
    "byte order marks": ("\ufeff", 100_000),
    "NUL": ("\0", 100_000),
    "surrogates": ("\ud800\udfff", 20_000),
    "combining marks": ("e" + "\u0301" * 50, 5_000),
    "right to left": ("\u202e", 50_000),
}


@pytest.mark.usefixtures("little_memory")
@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_text_is_a_page(reader: Reader, name: str) -> None:
    unit, times = HOSTILE[name]
    before = len(reader.warnings.getvalue())
    reader.html("---\ntitle: Page\n---\nBefore\n\n" + unit * times + "\n\nAfter\n")
    # Of each kind that a page gives rise to, there are so many and a last one.
    assert reader.warnings.getvalue()[before:].count("WARNING") <= 2 * (MOST + 1)


NESTED = {
    "shortcodes": ("{{< details T >}}\n", "\n{{< /details >}}\n", 10_000),
    "shortcodes of Markdown": ("{{% details T %}}\n", "\n{{% /details %}}\n", 10_000),
    "shortcodes nobody knows": ("{{< u >}}", "{{< /u >}}", 10_000),
    "shortcodes and directives": (
        "{{% details T %}}\n```{note}\n",
        "\n```\n{{% /details %}}\n",
        200,
    ),
    "shortcodes and quotes": ("{{< details T >}}\n> ", "\n{{< /details >}}\n", 200),
    "shortcodes in directives": ("```{note}\n{{< alert >}}\n", "\n{{< /alert >}}\n```\n", 200),
    "quotes": ("> ", "", 2_000),
    "elements": ("<div>\n\n", "</div>\n\n", 2_000),
    "emphasis": ("*a **b ", "** *", 2_000),
    "brackets": ("[", "](x)", 2_000),
}


@pytest.mark.usefixtures("little_memory")
@pytest.mark.parametrize("name", NESTED)
def test_deep_text_is_a_page(reader: Reader, name: str) -> None:
    opening, closing, depth = NESTED[name]
    text = opening * depth + "innermost" + closing * depth
    reader.html(f"---\ntitle: Page\n---\nBefore\n\n{text}\n\nAfter\n")


class Work:
    """Counts lines of Python that run: a clock that is the same on every machine."""

    def __init__(self) -> None:
        self.calls = 0

    def __enter__(self) -> Work:
        sys.setprofile(self._count)
        return self

    def __exit__(self, *_: object) -> None:
        sys.setprofile(None)

    def _count(self, _frame: Any, event: str, _arg: Any) -> None:
        self.calls += event in {"call", "c_call"}
