"""HTML to nodes: every element in its kind, no word lost, in linear time."""

from __future__ import annotations

import textwrap
import time
from typing import TYPE_CHECKING

import pytest
from docutils import nodes
from hypothesis import given
from hypothesis import strategies as st

from sphinx_hugo.fromhtml import Converter, TreeBuilder
from sphinx_hugo.fromhtml.tokens import End, Start, tokenize

if TYPE_CHECKING:
    from collections.abc import Sequence


class Links:
    """Links and pictures as they are written; ``missing.png`` is not there."""

    place: nodes.Node | None = None

    def link(self, address: str, children: Sequence[nodes.Node], title: str) -> nodes.Element:
        node = nodes.reference("", "", *children, refuri=address)
        if title:
            node["reftitle"] = title
        return node

    def image(self, address: str, alt: str, title: str) -> nodes.Element:
        if address == "missing.png":
            return nodes.inline("", alt or address)
        return nodes.image(uri=address, alt=alt)


def convert(*parts: str | nodes.Node, in_table: bool = False) -> nodes.Element:
    builder = TreeBuilder()
    for part in parts:
        if isinstance(part, str):
            builder.feed(part)
        else:
            builder.add(part)
    found = Converter(Links(), in_table=in_table).blocks(builder.finish())
    return nodes.container("", *found)


def shown(*parts: str | nodes.Node, in_table: bool = False) -> str:
    text = "".join(child.pformat() for child in convert(*parts, in_table=in_table))
    text = text.replace('force="True"', 'force="1"')  # docutils before 0.22
    text = text.replace(' xml:space="preserve"', "")
    return "".join(f"{line.rstrip()}\n" for line in text.splitlines())


CASES = {
    "paragraph": ("<p>a\n  b &amp; c", "<paragraph>\n    a b & c\n"),
    "heading": (
        '<h2 id="x">One <b>two</b></h2>',
        """\
        <target ids="x">
        <rubric heading-level="3">
            One
            <strong>
                two
        """,
    ),
    "lines": (
        "a<br>b<br/><br>c",
        """\
        <line_block>
            <line>
                a
            <line>
                b
            <line>
                c
        """,
    ),
    "list without closing tags": (
        "<ol start=3><li>a<li>b<ul><li>c</ul></ol>",
        """\
        <enumerated_list enumtype="arabic" prefix="" start="3" suffix=".">
            <list_item>
                <paragraph>
                    a
            <list_item>
                <paragraph>
                    b
                <bullet_list bullet="-">
                    <list_item>
                        <paragraph>
                            c
        """,
    ),
    "text in a list beside its items": (
        "<ul>stray<li>a</li></ul>",
        """\
        <bullet_list bullet="-">
            <list_item>
                <paragraph>
                    stray
            <list_item>
                <paragraph>
                    a
        """,
    ),
    "definitions": (
        "<dl><dt>a<dt>b<dd>c<dd>d<div><dt>e</div></dl>",
        """\
        <definition_list>
            <definition_list_item>
                <term>
                    a
                <term>
                    b
                <definition>
                    <paragraph>
                        c
                    <paragraph>
                        d
            <definition_list_item>
                <term>
                    e
                <definition>
                    <paragraph>
        """,
    ),
    "link, and one without address": (
        '<a href="/x" title="T">go</a> <a name="here">stay</a> <a href="javascript:f()">no</a>',
        """\
        <paragraph>
            <reference reftitle="T" refuri="/x">
                go

            <target ids="here">
            stay

            no
        """,
    ),
    "link around blocks": (
        '<a href="/x"><div><h3>Title</h3><p>text</p></div></a>',
        """\
        <rubric heading-level="4">
            <reference refuri="/x">
                Title
        <paragraph>
            text
        """,
    ),
    "pictures": (
        '<img src="a.png" alt="A" width="30"> <img src="missing.png" alt="gone"> <img alt="none">',
        """\
        <paragraph>
            <image alt="A" uri="a.png" width="30">

            <inline>
                gone

            none
        """,
    ),
    "code with its language": (
        '<div class="highlight"><pre><code class="language-go">a\n\n<span class="k">b</span>'
        "</code></pre></div>",
        '<literal_block force="1" language="go">\n    a\n    \n    b\n',
    ),
    "code beside line numbers": (
        '<table class="lntable"><tr><td><pre><span class="lnt">1\n</span></pre></td>'
        "<td><pre>x</pre></td></tr></table>",
        '<literal_block force="1" language="none">\n    x\n',
    ),
    "notice with title": (
        '<div class="alert alert-warning" role="alert"><h4 class="alert-heading">Care</h4>go</div>',
        """\
        <admonition classes="warning">
            <title>
                Care
            <paragraph>
                go
        """,
    ),
    "notice in an element of its own": (
        '<aside class="notice info"><div class="inner"><p>a</div></aside>',
        "<note>\n    <paragraph>\n        a\n",
    ),
    "figure": (
        "<figure><a href=/x><img src=a.png></a><figcaption><p>Words</figcaption></figure>",
        """\
        <figure>
            <reference refuri="/x">
                <image alt="" uri="a.png">
            <caption>
                Words
        """,
    ),
    "figure that holds no picture": (
        "<figure><blockquote>q</blockquote><figcaption>who</figcaption></figure>",
        """\
        <block_quote>
            <paragraph>
                q
        <paragraph>
            who
        """,
    ),
    "spans": (
        "<b>a</b><em>b</em><code>c</code><kbd>d</kbd><sub>e</sub><sup>f</sup><del>g</del><q>h</q>"
        '<abbr title="T">i</abbr><u>j</u>',
        """\
        <paragraph>
            <strong>
                a
            <emphasis>
                b
            <literal>
                c
            <literal classes="kbd">
                d
            <subscript>
                e
            <superscript>
                f
            <inline classes="hugo-del">
                g
            “
            h
            ”
            <abbreviation explanation="T">
                i
            j
        """,
    ),
    "frames and films": (
        '<iframe src="https://v.example/1" title="Film"></iframe>'
        '<video controls><source src="a.mp4">old <b>browser</b></video>',
        """\
        <paragraph>
            <reference refuri="https://v.example/1">
                Film
            <reference refuri="a.mp4">
                a.mp4

            old
            <strong>
                browser
        """,
    ),
    "drawing": (
        "<svg><title>Logo</title><path d='M0'/><style>x</style></svg>",
        "<paragraph>\n    Logo\n",
    ),
    "nothing to read": ("<script>a<b</script><style>c</style><template>d</template><!-- e -->", ""),
    "element nobody knows": ("<x-y><z>a</z> b</x-y>", "<paragraph>\n    a\n     b\n"),
    "signs that are no tags": ("a < b > c <3 </> <", "<paragraph>\n    a < b > c <3 </> <\n"),
    "closing tags of nothing": ("</div>a</p></b>", "<paragraph>\n    a\n"),
    "tick boxes": ("<input type=checkbox checked>a", "<paragraph>\n    ☑ \n    a\n"),
    "rule": ("a<hr>b", "<paragraph>\n    a\n<rule>\n<paragraph>\n    b\n"),
}


@pytest.mark.parametrize(("source", "expected"), CASES.values(), ids=CASES)
def test_element(source: str, expected: str) -> None:
    lines = textwrap.dedent(expected).splitlines()
    assert shown(source) == "".join(f"{line.rstrip()}\n" for line in lines)


def table_of(source: str) -> list[list[str]]:
    """Return the rows of the only table, each cell with its spans."""
    (table,) = convert(source).findall(nodes.table)
    return [
        [
            " ".join(entry.astext().split())
            + "→" * entry.get("morecols", 0)
            + "↓" * entry.get("morerows", 0)
            for entry in row
        ]
        for row in table.findall(nodes.row)
    ]


@pytest.mark.parametrize(
    ("source", "rows"),
    [
        ("<table><tr><th>A<th>B<tr><td>1<td>2</table>", [["A", "B"], ["1", "2"]]),
        ("<table><tr><td colspan=2>a<tr><td>1<td>2</table>", [["a→"], ["1", "2"]]),
        ("<table><tr><td rowspan=2>a<td>b<tr><td>c</table>", [["a↓", "b"], ["c"]]),
        ("<table><tr><td rowspan=9>a<td>b</table>", [["a", "b"]]),
        ("<table><tr><td>a<td>b<td>c<tr><td>d</table>", [["a", "b", "c"], ["d", "→"]]),
        (
            "<table><tr><td>a<td rowspan=2>b<td>c<tr><td colspan=3>d</table>",
            [["a", "b↓", "c"], ["d", ""]],
        ),
        ("<table><tr><td colspan=99999999>a<td>b</table>", None),
        ("<table><tr><td colspan=x rowspan=-1>a</table>", [["a"]]),
    ],
)
def test_table(source: str, rows: list[list[str]] | None) -> None:
    if rows is None:
        assert convert(source).astext().split() == ["a", "b"]
    else:
        assert table_of(source) == rows


def test_head_and_caption_of_a_table() -> None:
    source = "<table><caption>C</caption><thead><tr><td>A</thead><tbody><tr><td>1</table>"
    (table,) = convert(source)
    assert [type(child) for child in table] == [nodes.title, nodes.tgroup]
    assert [head.astext() for head in table.findall(nodes.thead)] == ["A"]


def test_table_in_a_table_and_what_stands_between_rows_is_kept() -> None:
    found = convert("<table><tr><td>a<table><tr><td>b</table><tr>stray<td>c</table>")
    assert len(list(found.findall(nodes.table))) == 1
    assert sorted(found.astext().split()) == ["a", "b", "c", "stray"]
    flat = convert("<table><tr><td>a<td>b</table>", in_table=True)
    assert (list(flat.findall(nodes.table)), flat.astext().split()) == ([], ["a", "b"])


def test_details_are_a_dropdown() -> None:
    (found,) = convert("<details open><summary>More</summary>a<p>b</details>")
    assert found["design_component"] == "dropdown"
    assert found["opened"]
    assert [child.astext() for child in found] == ["More", "a", "b"]


def test_nodes_between_the_tags_stand_in_the_element() -> None:
    found = shown('<div class="callout tip">', nodes.paragraph("", "a"), "</div>", "b")
    assert found == textwrap.dedent("""\
        <tip>
            <paragraph>
                a
        <paragraph>
            b
        """)


NAMES = (
    "a abbr b blockquote br caption code dd details div dl dt figure figcaption h1 h3 hr i iframe img"
    " li ol option p pre q select small span summary sup svg table tbody td th thead tr ul video x-y"
)
TAGS = NAMES.split()
ATTRIBUTES = ("", " class='alert'", ' href="/x"', " id=i", " colspan=3", " rowspan=2", " src=a.png")
PIECES = st.one_of(
    st.integers(0, 99).map(lambda number: f" w{number} "),
    st.tuples(st.sampled_from(TAGS), st.sampled_from(ATTRIBUTES)).map(lambda t: f"<{t[0]}{t[1]}>"),
    st.sampled_from(TAGS).map(lambda name: f"</{name}>"),
    st.sampled_from([" & ", " < ", "<!-- c -->", "<style>s</style>", "\n", "</", "&lt;"]),
)


def words(text: str) -> list[str]:
    return sorted(word for word in text.split() if word[:1] == "w" and word[1:].isdecimal())


@given(st.lists(PIECES, max_size=40))
def test_no_word_is_lost(pieces: list[str]) -> None:
    found = convert("".join(pieces))
    texts = [str(text) for text in found.findall(nodes.Text)]
    assert words(" ".join(texts)) == words(" ".join(piece for piece in pieces if piece[0] == " "))


@given(st.text(alphabet="<>/!-ab \"'=&;\n", max_size=60))
def test_any_text_is_read(source: str) -> None:
    for token in tokenize(source):
        assert isinstance(token, Start | End | str)
    convert(source)


@pytest.mark.parametrize(
    "piece",
    ["<", "<a ", "<a x='", "<a y='>'", "<!--", "&", "<p>", "<div>", "</div>", "<b>", "<li>",
     "<table><tr><td>", "<td colspan=100>", "<dt>", "<div class=alert>", "<details>", "<br>", "<svg>"],
)  # fmt: skip
def test_time_is_linear_and_depth_bounded(piece: str) -> None:
    def seconds(count: int) -> float:
        source = piece * count
        start = time.process_time()
        convert(source)
        return time.process_time() - start

    seconds(10)
    few = max(seconds(2_000), 0.05)
    assert min(seconds(8_000), seconds(8_000)) < 10 * few
