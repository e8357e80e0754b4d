"""What Hugo prints: cases beyond the vectors, all asked of Hugo 0.168."""

from __future__ import annotations

from typing import Any

import pytest

from sphinx_hugo.markdown import MarkdownOptions, render_html, render_line

PLAIN = MarkdownOptions.from_markup({}, alerts=False)

INLINE: list[tuple[str, str]] = [
    # Goldmark's typographer keeps its counts of open quotes for the whole page.
    ("a 'b", "a &lsquo;b"),
    ("x b'", "x b'"),
    ('5" wide', "5&quot; wide"),
    ("don't 'em rock 'n' roll", "don&rsquo;t &rsquo;em rock &rsquo;n&rsquo; roll"),
    ("a -- b --- c ---- d", "a &ndash; b &mdash; c &mdash;- d"),
    ("wait...... `--`", "wait&hellip;&hellip; <code>--</code>"),
    ("(c) (tm) +-", "(c) (tm) +-"),
    # Strikethrough.
    ("~~a~ b~~", "<del><del>a</del> b</del>~"),
    ("x ~~~a~~~ b", "x ~~~a~~~ b"),
    ("a~b~c", "a<del>b</del>c"),
    # Addresses.
    ("[http://x.org](u)", '<a href="u">http://x.org</a>'),
    ("[see http://x.org]", "[see http://x.org]"),
    ("http://x.org/a_(b))", '<a href="http://x.org/a_(b)">http://x.org/a_(b)</a>)'),
    ("*http://x.org*", '<em><a href="http://x.org">http://x.org</a></em>'),
    ("xhttp://x.org", "xhttp://x.org"),
    ("a@b", "a@b"),
    ("ä b@c.org.", 'ä <a href="mailto:b@c.org">b@c.org</a>.'),
    ("[a](<b c>)", '<a href="b%20c">a</a>'),
    ("[a](é%20[x])", '<a href="%C3%A9%20%5Bx%5D">a</a>'),
    # What other dialects take for something.
    ("% no comment", "% no comment"),
    ("costs $5, or $6", "costs $5, or $6"),
    ("{x} {{ y }} {#z}", "{x} {{ y }} {#z}"),
    ("[a](b){.c}", '<a href="b">a</a>{.c}'),
    ("a[^1] ^[b]", "a[^1] ^[b]"),
    (":smile: ==a== ^b^", ":smile: ==a== ^b^"),
    # Raw HTML.
    ("a <!-- b --> c", "a  c"),
    ("a <i>b</i>", "a <!-- raw HTML omitted -->b<!-- raw HTML omitted -->"),
    ("<javascript:x>", '<a href="">javascript:x</a>'),
    ("![a *b* \"c\"](d 'e')", '<img src="d" alt="a b &ldquo;c&rdquo;" title="e">'),
    ("a\\\\ b\\ c", "a\\ b\\ c"),
    ("&copy; &amp;copy; &nosuch;", "© &amp;copy; &amp;nosuch;"),
]


@pytest.mark.parametrize(("source", "html"), INLINE, ids=[source for source, _ in INLINE])
def test_line(source: str, html: str) -> None:
    assert render_html(source, PLAIN) == f"<p>{html}</p>\n"


BLOCKS: list[tuple[str, str]] = [
    ("> [a]: /u\nb [a]", '<blockquote>\n<p>b <a href="/u">a</a></p>\n</blockquote>\n'),
    ("T\n: \n  a", "<dl>\n<dt>T</dt>\n<dd>a</dd>\n</dl>\n"),
    # Four columns are enough to stay in an item, but make no block short of its text.
    (
        "10.  a\n    ```\n    b\n    ```\n11.  c",
        '<ol start="10">\n<li>a\n<code>b</code></li>\n<li>c</li>\n</ol>\n',
    ),
    ("  -   a\n    > b", "<ul>\n<li>a\n&gt; b</li>\n</ul>\n"),
    ("T\n:    a\n    > b", "<dl>\n<dt>T</dt>\n<dd>a\n&gt; b</dd>\n</dl>\n"),
    ("-    a\n    ---", "<ul>\n<li>a\n&mdash;</li>\n</ul>\n"),
    (":::note\nx\n:::", "<p>:::note\nx\n:::</p>\n"),
    ("+++\n", "<p>+++</p>\n"),
    ("(a)=\n# b", '<p>(a)=</p>\n<h1 id="b">b</h1>\n'),
    # Each line of a paragraph above a colon is a term.
    ("a\nb\n: c\n", "<dl>\n<dt>a</dt>\n<dt>b</dt>\n<dd>c</dd>\n</dl>\n"),
    ("a\n\n: b\n", "<dl>\n<dt>a</dt>\n<dd>\n<p>b</p>\n</dd>\n</dl>\n"),
    ("a\n: b\n\n  c\n", "<dl>\n<dt>a</dt>\n<dd>b\n<p>c</p>\n</dd>\n</dl>\n"),
    (
        "a\n: b\n\nc\n: d\n\ne\n",
        "<dl>\n<dt>a</dt>\n<dd>b</dd>\n<dt>c</dt>\n<dd>d</dd>\n</dl>\n<p>e</p>\n",
    ),
    ("> a\n: b\n", "<blockquote>\n<p>a\n: b</p>\n</blockquote>\n"),
    # A table may begin in the middle of a paragraph.
    (
        "a\n| b |\n|---|\n",
        "<p>a</p>\n<table>\n\t<thead>\n\t\t\t<tr>\n\t\t\t\t\t<th>b</th>\n\t\t\t</tr>\n\t</thead>\n"
        "\t<tbody>\n\t</tbody>\n</table>\n",
    ),
    ("| a | b |\n|---|\n", "<p>| a | b |\n|&mdash;|</p>\n"),
    # A listing loses the blank lines at its end.
    ("```\n\na\n\n\n```", '<pre tabindex="0"><code>\na\n</code></pre>'),
    ("```\na\n\n\n", '<pre tabindex="0"><code>a\n</code></pre>'),
    ("<script>\na\n</script>\n", "<!-- raw HTML omitted -->\n<!-- raw HTML omitted -->\n"),
    ("<script>a</script>\n", "<!-- raw HTML omitted -->\n"),
    ("<!--\na\n-->\n\nb", "<p>b</p>\n"),
    ("## a ## {#b}\n", '<h2 id="b">a</h2>\n'),
    ("## a {#b} ##\n", '<h2 id="a-b">a {#b}</h2>\n'),
    ("## a \\{#b}\n", '<h2 id="a-b">a {#b}</h2>\n'),
    ("- a\n\n      code\n", "<ul>\n<li>\n<p>a</p>\n<pre><code>code\n</code></pre>\n</li>\n</ul>\n"),
    ("- a\n  - b\n- c\n", "<ul>\n<li>a\n<ul>\n<li>b</li>\n</ul>\n</li>\n<li>c</li>\n</ul>\n"),
]


@pytest.mark.parametrize(("source", "html"), BLOCKS, ids=[source for source, _ in BLOCKS])
def test_blocks(source: str, html: str) -> None:
    assert render_html(source, PLAIN) == html


def test_open_quotes_stay_open_in_later_blocks() -> None:
    html = render_html("a 'b\n\nx b'\n\ny b'\n", PLAIN)
    assert html == "<p>a &lsquo;b</p>\n<p>x b&rsquo;</p>\n<p>y b'</p>\n"


def test_footnotes_are_numbered_by_first_use() -> None:
    html = render_html("a[^x] b[^y] c[^x]\n\n[^y]: Y\n\n[^x]: X\n\n[^z]: unused\n", PLAIN)
    assert '<sup id="fnref1:1"><a href="#fn:1"' in html
    assert html.index('<li id="fn:1">\n<p>X&#160;') < html.index('<li id="fn:2">\n<p>Y&#160;')
    assert "unused" not in html


def test_the_first_definition_of_a_footnote_counts() -> None:
    html = render_html("a[^x]\n\n[^x]: one\n\n[^x]: two\n", PLAIN)
    assert "one" in html
    assert "two" not in html


def test_markdown_of_one_line_has_no_paragraph() -> None:
    assert render_line("S *x*", PLAIN) == "S <em>x</em>"
    assert render_line("a\n\nb", PLAIN) == "<p>a</p>\n<p>b</p>\n"
    assert render_line("# a", PLAIN) == '<h1 id="a">a</h1>\n'
    assert render_line("", PLAIN) == ""


SETTINGS: list[tuple[dict[str, Any], str, str]] = [
    ({"renderer": {"hardwraps": True}}, "a\nb", "<p>a<br>\nb</p>\n"),
    ({"renderer": {"unsafe": True}}, "[a](javascript:b)", '<p><a href="javascript:b">a</a></p>\n'),
    ({"extensions": {"linkify": False}}, "www.x.org", "<p>www.x.org</p>\n"),
    (
        {"extensions": {"linkifyprotocol": "http"}},
        "www.x.org",
        '<p><a href="http://www.x.org">www.x.org</a></p>\n',
    ),
    ({"extensions": {"table": False}}, "| a |\n|---|", "<p>| a |\n|&mdash;|</p>\n"),
    ({"extensions": {"definitionlist": False}}, "a\n: b", "<p>a\n: b</p>\n"),
    ({"extensions": {"footnote": False}}, "a[^1]", "<p>a[^1]</p>\n"),
    ({"extensions": {"tasklist": False}}, "- [ ] a", "<ul>\n<li>[ ] a</li>\n</ul>\n"),
    ({"extensions": {"strikethrough": False}}, "~~a~~", "<p>~~a~~</p>\n"),
    (
        {"extensions": {"strikethrough": False, "extras": {"subscript": {"enable": True}}}},
        "~~a~~ ~b~",
        "<p><sub>a</sub> <sub>b</sub></p>\n",
    ),
    ({"extensions": {"typographer": {"apostrophe": "&#39;"}}}, "a's", "<p>a&#39;s</p>\n"),
    ({"extensions": {"typographer": {"endash": "- &gt;"}}}, "a--b", "<p>a- &gt;b</p>\n"),
    ({"extensions": {"typographer": {"endash": ""}}}, "a--b", "<p>ab</p>\n"),
    ({"parser": {"attribute": {"title": False}}}, "# a {#b}", '<h1 id="a-b">a {#b}</h1>\n'),
    ({"parser": {"attribute": {"block": True}}}, "# a\n{.b #c}", '<h1 id="a" class="b">a</h1>\n'),
    ({"parser": {"attribute": {"block": True}}}, "a\n{.b k=v}", '<p class="b">a</p>\n'),
    (
        {"parser": {"attribute": {"block": True}}},
        "|a|\n|-|\n{.b onclick=x k=v}",
        '<table class="b" k="v">\n\t<thead>\n\t\t\t<tr>\n\t\t\t\t\t<th>a</th>\n\t\t\t</tr>\n'
        "\t</thead>\n\t<tbody>\n\t</tbody>\n</table>\n",
    ),
    ({"parser": {"attribute": {"block": True}}}, "- a\n  {.b}", "<ul>\n<li>a</li>\n</ul>\n"),
    ({"parser": {"autoheadingid": False}}, "# a", "<h1>a</h1>\n"),
]


@pytest.mark.parametrize(("goldmark", "source", "html"), SETTINGS)
def test_settings(goldmark: dict[str, Any], source: str, html: str) -> None:
    options = MarkdownOptions.from_markup({"goldmark": goldmark}, alerts=False)
    assert render_html(source, options) == html


MATH = {
    "enable": True,
    "delimiters": {"block": [["$$", "$$"], ["\\[", "\\]"]], "inline": [["$", "$"], ["\\(", "\\)"]]},
}


@pytest.mark.parametrize(
    ("source", "html"),
    [
        ("a $b_c_$ d", "<p>a $b_c_$ d</p>\n"),
        ("a $$b$$ c", "<p>a </p>\n$$b$$<p> c</p>\n"),
        ("\\[\na\n\\]", "\\[\na\n\\]"),
        ("$$$$ a", "<p>$$$$ a</p>\n"),
        ("\\$a$", "<p>$a$</p>\n"),
        ("# a $b$", '<h1 id="a">a $b$</h1>\n'),
    ],
)
def test_mathematics(source: str, html: str) -> None:
    options = MarkdownOptions.from_markup({"goldmark": {"extensions": {"passthrough": MATH}}})
    assert render_html(source, options) == html
