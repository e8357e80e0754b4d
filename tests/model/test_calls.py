"""Shortcode calls: names, parameters, pairs, problems; held against what Hugo gave."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given

from model import vectors
from model.shortcode_texts import TAKES_INNER, broken_texts, read_back, trees, write
from sphinx_hugo.hugo.calls.pairing import MAX_NESTING
from sphinx_hugo.hugo.calls.reading import Calls, EscapedCall, ShortcodeCall, Text, parse_calls
from sphinx_hugo.hugo.problems import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sphinx_hugo.hugo.calls.reading import Node

VECTORS = vectors.load("shortcodes")
CLAIMS = vectors.claim(VECTORS, "text", "calls", "error")
FRONT_MATTER = "---\ntitle: A\n---\n"

ERRORS_ELSEWHERE = {
    "sc-bad-unknown": "whether a template exists is not asked here",
    "sc-in-html-comment-unknown": "whether a template exists is not asked here",
    "sc-inner-bad-self-tight": "the name 'ci/' is well-formed; there is no such template",
}
"""Vectors whose error comes with the rendering of the call."""


def parse(source: str, first_line: int = 1) -> Calls:
    return parse_calls(source, takes_inner=TAKES_INNER.get, first_line=first_line)


def body_of(vector: vectors.Vector) -> str:
    text = vector.files["a.md"]
    assert text.startswith(FRONT_MATTER)
    return text.removeprefix(FRONT_MATTER)


def calls_of(nodes: Sequence[Node]) -> list[ShortcodeCall]:
    return [node for node in nodes if isinstance(node, ShortcodeCall)]


def walk(nodes: Sequence[Node]) -> Iterator[Node]:
    queue = list(nodes)
    while queue:
        node = queue.pop()
        yield node
        if isinstance(node, ShortcodeCall):
            queue += node.inner or ()


def as_expected(call: ShortcodeCall) -> dict[str, Any]:
    """A call in the form of the vectors."""
    params = list(call.params) if isinstance(call.params, tuple) else dict(call.params)
    shown: dict[str, Any] = {"name": call.name, "params": params}
    if call.inner is not None:
        shown["inner"] = "".join(shown_as(node, call.source) for node in call.inner)
        if nested := calls_of(call.inner):
            shown["children"] = [as_expected(child) for child in nested]
    return shown


def shown_as(node: Node, source: str) -> str:
    if isinstance(node, ShortcodeCall):
        return f"⟨{node.name}⟩"
    text = source[node.start : node.end]
    return text.replace("/*", "").replace("*/", "") if isinstance(node, EscapedCall) else text


def shape(nodes: Sequence[Node], source: str) -> list[Any]:
    """Nodes as texts and (name, inner)."""
    return [
        (node.name, None if node.inner is None else shape(node.inner, source))
        if isinstance(node, ShortcodeCall)
        else shown_as(node, source)
        for node in nodes
    ]


@pytest.mark.parametrize("vector", [v for v in VECTORS if "text" in v.expect], ids=str)
def test_calls_are_those_hugo_finds(vector: vectors.Vector) -> None:
    found = parse(body_of(vector))
    assert not found.problems
    expected = vector.expect.get("calls", [])
    if vector.id == "sc-in-html-comment":
        # Hugo runs the call, but its output is dropped with the comment, and the vector's with it.
        expected = [{"name": "c", "params": ["a"]}]
    shown = [as_expected(call) for call in calls_of(found.nodes)]
    assert shown == expected
    # 1 == True in Python, but not in Hugo.
    assert repr(shown) == repr(expected)


@pytest.mark.parametrize("vector", [v for v in VECTORS if "error" in v.expect], ids=str)
def test_what_stops_hugo_is_a_problem(vector: vectors.Vector) -> None:
    found = parse(body_of(vector), first_line=4)
    if vector.id in ERRORS_ELSEWHERE:
        assert not found.problems
        return
    line = int(re.search(r"a\.md:(\d+):", vector.expect["error"])[1])  # type: ignore[index]
    assert [problem.kind for problem in found.problems] == [Kind.SHORTCODE]
    # A tag that is never closed is reported where Hugo gives up or at its cause before.
    assert found.problems[0].line in ({4, 5} if "unclosed" in vector.expect["error"] else {line})


def test_every_vector_is_used() -> None:
    assert all("text" in v.expect or "error" in v.expect for v in VECTORS)
    assert len(VECTORS) > 100


@pytest.mark.parametrize(
    ("source", "params"),
    [
        ("{{< c .5 >}}", None),
        ("{{< c a=.5 b=-.5 c=5. >}}", {"a": 0.5, "b": -0.5, "c": "5."}),
        ("{{< c 99999999999999999999 >}}", ("99999999999999999999",)),
        ("{{< c 9223372036854775807 -9223372036854775808 >}}", (2**63 - 1, -(2**63))),
        ("{{< c 000000000000000000000000000000007 >}}", (7,)),
        ("{{< c " + "9" * 10_000 + " >}}", ("9" * 10_000,)),
        ("{{< c xfalse truex false >}}", ("xfalse", "truex", False)),
        ("{{< c =x >}}", ()),
        ('{{< c a="x" = y >}}', {"a": "x"}),
        ("{{< c `a`=1 >}}", {"a": 1}),
        ('{{< c \\"b c\\" d >}}', ("b c", "d")),
        ('{{< c a\\"b\\" >}}', ("a", "b")),
        ("{{< c a\\=b >}}", {"a": "b"}),
        ("{{< c a==b >}}", {"a": "=b"}),
        ("{{< c\va\fb >}}", ("a", "b")),
        ("{{< c a=1\xa0b=2 >}}", {"a": "1\xa0b=2"}),
        ('{{< c "a\r" >}}', ("a\r",)),
        ("{{< c ١ >}}", ("١",)),
    ],
)
def test_parameters(source: str, params: object) -> None:
    found = parse(source)
    assert bool(found.problems) is (params is None)
    if params is not None:
        assert calls_of(found.nodes)[0].params == params
        assert repr(calls_of(found.nodes)[0].params) == repr(params)


@pytest.mark.parametrize(
    ("source", "params", "words"),
    [
        ('{{< c a "b" c=1 >}}', ("a", "b"), "'c' is named, those before it are not"),
        ("{{< c a=1 b >}}", {"a": 1}, "'b' is not named, those before it are named"),
        ('{{< c x a = "y" >}}', ("x",), "'a' is named"),
        ("{{< c a='x y' b=2 >}}", {"a": "x y", "b": 2}, "Apostrophes"),
        ('{{< c src="a.png >}}', {"src": "a.png"}, "does not end on its line"),
        ("{{< c a=b>}}", {"a": "b"}, "space before >}}"),
        ("{{< c a= >}}", {"a": ""}, "space before >}}"),
        ("{{< c docs/a.md#b >}}", ("docs/a.md#b",), "in quotes"),
        ("{{< c a: 1 >}}", ("a:", 1), "':'"),
    ],
)
def test_a_broken_call_keeps_what_can_be_read(source: str, params: object, words: str) -> None:
    found = parse(source)
    assert [call.params for call in calls_of(found.nodes)] == [params]
    assert len(found.problems) == 1
    assert words in found.problems[0].message


@pytest.mark.parametrize(
    ("source", "expected", "problems"),
    [
        # Valid in Hugo:
        ("{{< ci >}}a{{< /ci >}}{{< cj >}}b{{< /ci >}}", [("ci", ["a"]), ("cj", ["b"])], 0),
        ("{{< c >}}{{< ci >}}x{{< /c >}}", [("c", None), ("ci", ["x"])], 0),
        ("{{< ci x/ci >}}", [("ci", [])], 0),
        ("{{< ci //>}}", [("ci", [])], 0),
        ("{{< ci >}}a{{% /ci\n%}}", [("ci", ["a"])], 0),
        # Not valid:
        ("{{< ci >}}a{{< cj >}}b{{< /ci >}}", [("ci", ["a", ("cj", None), "b"])], 1),
        ("{{< ci >}}a\n\nb", [("ci", None), "a\n\nb"], 1),
        ("a{{< /ci >}}b", ["a", "b"], 1),
        ("{{< ci >}}a{{< /cx >}}b", [("ci", ["a"]), "b"], 1),
        ("{{< ci >}}a{{< /cx >}}b{{< /ci >}}", [("ci", ["a", "b"])], 1),
        ("{{< c >}}a{{< /c >}}", [("c", None), "a"], 1),
        ("{{< ci >}}{{< c >}}a{{< /c >}}{{< /ci >}}", [("ci", [("c", None), "a"])], 1),
        ("{{< c />}}", [("c", None)], 1),
        ("{{< ci >}}{{< ci >}}a{{< /ci >}}", [("ci", None), ("ci", ["a"])], 1),
        ("{{< x.inline >}}{{< c >}}{{< /x.inline >}}", [("x.inline", [("c", None)])], 1),
        # Unknown shortcodes:
        ("{{< u >}}a{{< /u >}}", [("u", ["a"])], 0),
        ("{{< u >}}a", [("u", None), "a"], 0),
        ("{{< u />}}a", [("u", []), "a"], 0),
        ("{{< u >}}{{< v >}}a{{< /u >}}b", [("u", [("v", None), "a"]), "b"], 0),
        ("{{< ci >}}{{< u >}}a{{< /ci >}}{{< /u >}}", [("ci", [("u", None), "a"])], 1),
        ("{{< u >}}{{< u >}}a{{< /u >}}", [("u", None), ("u", ["a"])], 0),
        ("{{< u >}}{{< ci >}}a{{< /u >}}", [("u", [("ci", None), "a"])], 1),
        ("{{< u >}}a{{< /v >}}", [("u", None), "a"], 1),
    ],
)
def test_pairs(source: str, expected: list[Any], problems: int) -> None:
    found = parse(source)
    assert shape(found.nodes, source) == expected
    assert len(found.problems) == problems


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("{{< ci >}}", "closing tag /ci"),
        ("{{< /ci >}}", "no 'ci' is open"),
        ("{{< c >}}{{< /c >}}", "neither .Inner nor .InnerDeindent); remove this closing tag"),
        ("{{< c />}}", "remove the / before its end"),
        ("{{< ci >}}{{< /cx >}}", "write /ci"),
        ("{{< x.inline >}}{{< c >}}{{< /x.inline >}}", "inline"),
    ],
)
def test_pairing_problems_say_what_to_write(source: str, words: str) -> None:
    assert words in parse(source).problems[0].message


def test_places() -> None:
    source = "a\r\n\n  {{< ci\n  x >}}\n{{< c >}} {{< d >}}\n\t{{< /ci >}} {{< c >}}\n{{< /x >}}"
    found = parse(source, first_line=10)
    outer, last = calls_of(found.nodes)
    assert (outer.line, outer.column, outer.indentation, outer.ordinal) == (12, 3, "  ", 0)
    assert outer.inner is not None
    first, second = calls_of(outer.inner)
    assert (first.line, first.column, first.indentation, first.ordinal) == (14, 1, "", 0)
    # White space alone between two tags counts as indentation, in Hugo too.
    assert (second.line, second.column, second.indentation, second.ordinal) == (14, 11, " ", 1)
    assert (last.line, last.column, last.ordinal) == (15, 14, 1)
    assert source[slice(*outer.span)].endswith("\n\t{{< /ci >}}")
    assert outer.inner_span is not None
    assert source[slice(*outer.inner_span)] == "\n{{< c >}} {{< d >}}\n\t"
    assert [(p.line, p.column, p.offset) for p in found.problems] == [
        (16, 1, source.index("{{< /x"))
    ]


def test_expansions_count_as_one_line() -> None:
    found = parse_calls("\n\n{{< c >}}", takes_inner=TAKES_INNER.get, first_line=7, generated=True)
    call = calls_of(found.nodes)[0]
    assert (call.line, call.generated) == (7, True)


def test_escaped_calls() -> None:
    source = "a{{</* c */>}}{{%/* d */%}}"
    assert parse(source).nodes == (
        Text(0, 1),
        EscapedCall(1, 14, "<"),  # type: ignore[arg-type]
        EscapedCall(14, 27, "%"),  # type: ignore[arg-type]
    )


def test_a_page_without_calls_is_one_text() -> None:
    assert parse("# Title\n").nodes == (Text(0, 8),)
    assert parse("").nodes == ()


@given(trees)
def test_a_written_tree_is_read_back(tree: tuple[Any, ...]) -> None:
    source = write(tree)
    found = parse(source)
    assert not found.problems
    assert repr(read_back(source, found.nodes)) == repr(tree)


@given(broken_texts)
def test_no_text_is_lost(source: str) -> None:
    """Outside of tags every character is in exactly one text, in order."""
    found = parse(source)
    spans = sorted(
        (node.start, node.end) for node in walk(found.nodes) if not isinstance(node, ShortcodeCall)
    )
    at = 0
    for start, end in [*spans, (len(source), len(source))]:
        assert start >= at
        gap = source[at:start]
        assert gap == "" or (gap.startswith(("{{<", "{{%")) and gap.endswith(("}}", ">}}")))
        at = end
    assert all(1 <= problem.line <= 1 + len(source) for problem in found.problems)


def test_deep_nesting_is_flattened() -> None:
    depth = 10_000
    source = "{{< ci >}}" * depth + "x" + "{{< /ci >}}" * depth + "y"
    found = parse(source)
    level: Sequence[Node] = found.nodes
    deepest = 0
    while (calls := calls_of(level)) and calls[0].inner is not None:
        level = calls[0].inner
        deepest += 1
    assert deepest == MAX_NESTING
    assert len(calls_of(level)) == depth - MAX_NESTING
    assert any(isinstance(node, Text) for node in level)
    assert ["deep" in problem.message for problem in found.problems] == [True]


@pytest.mark.parametrize("unit", ["{{< ci >}}", "{{< /ci >}}", "{{< u >}}", "{{< c /ci >}}", "{{<"])
def test_many_unmatched_tags(unit: str) -> None:
    found = parse(unit * 20_000)
    texts = [node for node in found.nodes if isinstance(node, Text)]
    assert len(calls_of(found.nodes)) in {0, 20_000}
    assert len(texts) <= 1


def test_a_hundred_thousand_opening_delimiters() -> None:
    assert parse("{{<" * 100_000).nodes == (Text(0, 300_000),)
