"""Calls to Markdown with placeholders, and back."""

from __future__ import annotations

import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.shortcode_texts import TAKES_INNER, broken_texts, trees, write
from sphinx_hugo.hugo.calls.places import count_lines
from sphinx_hugo.hugo.calls.reading import ShortcodeCall, parse_calls
from sphinx_hugo.hugo.calls.reduce import MAX_DEPTH, Expand, Reduced, reduce_body, reduce_inner


def reduce(source: str, expand: Expand | None = None, first_line: int = 1) -> Reduced:
    calls = parse_calls(source, takes_inner=TAKES_INNER.get, first_line=first_line)
    return reduce_body(calls, expand=expand, takes_inner=TAKES_INNER.get)


def as_written(call: ShortcodeCall) -> str:
    return call.source[slice(*call.span)]


def expanding(**texts: str) -> Expand:
    return lambda call: texts.get(call.name)


def test_calls_become_placeholders() -> None:
    reduced = reduce("a {{< c >}}{{% d %}} b {{< ci >}}x{{< c >}}{{< /ci >}}")
    assert reduced.text == "a =hsc0x=hsc1x b =hsc2x"
    assert [call.name for call in reduced.calls] == ["c", "d", "ci"]
    assert reduced.placeholder(1) == "=hsc1x"
    assert [found[1] for found in reduced.pattern.finditer(reduced.text)] == ["0", "1", "2"]


def test_a_page_without_calls_stays() -> None:
    source = "# T\n\ntext {{ x }}"
    reduced = reduce(source, first_line=5)
    assert reduced.text == source
    assert list(reduced.line_map) == [5, 6, 7]
    assert not reduced.calls
    source = "# T\n\ntext"
    assert reduce(source).text is source


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("{{</* c */>}}", "{{< c >}}"),
        ('{{%/* c "a" */%}}', '{{% c "a" %}}'),
        ("{{</**/>}}", "{{<>}}"),
        ("{{</* {{< c >}} */>}}", "{{< {{< c >}} >}}"),
        ("{{</* a\nb */>}}", "{{< a\nb >}}"),
    ],
)
def test_escaped_calls_become_what_they_show(source: str, expected: str) -> None:
    assert reduce(source).text == expected


def test_a_stray_closing_tag_leaves_no_text() -> None:
    assert reduce("a{{< /ci >}}b").text == "ab"
    assert reduce("a{{< /ci >}}").text == "a"


@pytest.mark.parametrize(
    ("text", "marker"),
    [
        ("=hsc", "=hsc"),
        ("=hsc0x", "=hsca"),
        ("hsc1 hsca2", "=hscb"),
        ("hscx0", "=hsc"),
        ("hschsc0", "=hsca"),
        ("".join(f"hsc{letter}0" for letter in ["", *"abcdefgijklmnopqrstuvwyz"]), "=hscaa"),
    ],
)
def test_the_marker_is_nowhere_else(text: str, marker: str) -> None:
    reduced = reduce(f"{text} {{{{< c >}}}}")
    assert reduced.marker == marker
    assert reduced.text == f"{text} {marker}0x"
    assert len(reduced.pattern.findall(reduced.text)) == 1
    # Also where there are no calls: nobody may find one.
    assert not reduce(text).pattern.findall(text)


def test_the_marker_is_not_in_expansions_either() -> None:
    reduced = reduce("hs{{% d %}}{{< c >}}", expanding(d="c0x"))
    assert reduced.text == "hsc0x=hsca0x"


def test_restore_in_any_string() -> None:
    reduced = reduce("`{{< c 1 >}}` [x]({{< c 2 >}})")
    html = f'<a href="{reduced.placeholder(1)}">{reduced.placeholder(0)} =hsc99x</a>'
    assert reduced.restore(html, lambda call: str(call.params)) == (
        '<a href="(2,)">(1,) =hsc99x</a>'
    )
    assert reduced.restore("none", as_written) == "none"


def test_lines_after_a_call_of_several_lines() -> None:
    reduced = reduce('a\n{{< c\n  x="1"\n>}} b\nc {{< ci >}}\n\n{{< /ci >}}\nd\n', first_line=10)
    assert reduced.text == "a\n=hsc0x b\nc =hsc1x\nd\n"
    assert list(reduced.line_map) == [10, 11, 14, 17, 18]


def test_an_expansion_is_part_of_the_text() -> None:
    reduced = reduce("a\n{{% d %}}\nb {{< c >}}", expanding(d="l1\nl2 {{< c 1 >}}\n\nl3\n"))
    assert reduced.text == "a\nl1\nl2 =hsc0x\n\nl3\n\nb =hsc1x"
    assert list(reduced.line_map) == [1, 2, 2, 2, 2, 2, 3]
    assert [(call.line, call.generated) for call in reduced.calls] == [(2, True), (3, False)]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("- a\n\n  {{% d %}}\n", "- a\n\n  l1\n  l2\n  \n  l3\n\n"),
        ("x  {{% d %}}", "x  l1\nl2\n\nl3\n"),
        ("\t{{% d %}}", "\tl1\n\tl2\n\t\n\tl3\n"),
        ("  {{% ci %}}x{{% /ci %}}", "  l1\nl2\n\nl3\n"),
        ("  {{% ci /%}}", "  l1\n  l2\n  \n  l3\n"),
    ],
)
def test_later_lines_of_an_expansion_are_indented(source: str, expected: str) -> None:
    """Like the call's line, if the call has no inner content; checked with the binary."""
    text = "l1\nl2\n\nl3\n"
    assert reduce(source, expanding(d=text, ci=text)).text == expected


def test_line_ends_of_expansions_are_line_feeds() -> None:
    reduced = reduce("{{% d %}}", expanding(d="a\r\nb\rc"))
    assert reduced.text == "a\nb\nc"


def test_a_call_in_its_own_expansion_is_left_out_and_told_once() -> None:
    texts = {"d": "x{{% e %}}{{% d %}}y", "e": "z{{% d %}}{{% e %}}"}
    reduced = reduce("a\n{{% d %}}", expanding(**texts))
    assert reduced.text == "a\nxzy"
    assert [problem.line for problem in reduced.problems] == [2, 2, 2]
    assert "'d' leads to itself" in reduced.problems[0].message


def test_one_shortcode_may_lead_to_another_call_of_it() -> None:
    reduced = reduce(
        '{{% d "a" %}}', lambda call: 'x{{% d "b" %}}' if call.params[0] == "a" else "y"
    )
    assert (reduced.text, reduced.problems) == ("xy", ())


def test_expansions_that_never_end_are_stopped() -> None:
    reduced = reduce("a\n{{% d 1 %}}", lambda call: f"x{{{{% d {call.params[0]}1 %}}}}")
    assert reduced.text == "a\n" + "x" * MAX_DEPTH + "=hsc0x"
    assert [problem.line for problem in reduced.problems] == [2]
    assert "includes itself" in reduced.problems[0].message


def test_expansions_that_grow_without_end_are_stopped() -> None:
    reduced = reduce("{{% d 1 %}}", lambda call: f"{{{{% d {call.params[0]}1 %}}}}" * 50)
    assert len(reduced.text) < 40_000_000
    assert reduced.problems
    reduced = reduce(" " * 10_000 + "{{% d %}}", expanding(d="x\n" * 10_000))
    assert reduced.text.endswith("=hsc0x")
    assert "characters" in reduced.problems[0].message


def test_a_malformed_call_in_an_expansion_is_told() -> None:
    reduced = reduce("\n{{% d %}}", expanding(d="{{< c 'x >}}"), first_line=3)
    assert [problem.line for problem in reduced.problems] == [4]


def test_inner_content() -> None:
    reduced = reduce("\n  {{< ci\n >}}\n  a {{< c >}}\n    b\n c\n  {{< /ci >}}", first_line=5)
    inner = reduce_inner(reduced.calls[0])
    assert inner.text == "\na =hsc0x\n  b\n c\n"
    assert list(inner.line_map) == [7, 8, 9, 10, 11]
    assert [call.name for call in inner.calls] == ["c"]
    raw = reduce_inner(reduced.calls[0], deindent=False)
    assert raw.text == "\n  a =hsc0x\n    b\n c\n  "
    assert raw.line_map == inner.line_map


def test_inner_content_that_begins_on_the_line_of_its_call() -> None:
    (call,) = reduce("  {{< ci >}}  a\n  {{% d %}}\nb{{< /ci >}}").calls
    inner = reduce_inner(call, expand=expanding(d="1\n2"))
    assert inner.text == "a\n1\n  2\nb"
    assert list(inner.line_map) == [1, 2, 2, 3]


def test_inner_content_of_calls_without() -> None:
    for source in ("{{< c >}}", "\n{{< ci />}}"):
        (call,) = reduce(source, first_line=3).calls
        inner = reduce_inner(call)
        assert (inner.text, list(inner.line_map)) == ("", [call.line])


def test_inner_content_of_a_call_in_an_expansion() -> None:
    (call,) = reduce("\n{{% d %}}", expanding(d="x\n{{< ci >}}\na\n{{< /ci >}}")).calls
    assert list(reduce_inner(call).line_map) == [2, 2, 2]
    assert reduce_inner(call).text == "\na\n"


@given(trees)
def test_reduce_and_restore_is_the_identity(tree: tuple[Any, ...]) -> None:
    source = write(tree)
    reduced = reduce(source)
    assert reduced.restore(reduced.text, as_written) == source


@given(broken_texts, st.integers(1, 50))
def test_the_line_map_fits_and_never_falls(source: str, first_line: int) -> None:
    for expand in (None, expanding(c="x\ny\n", u="", ci="\n{{< d >}}\n")):
        reduced = reduce(source, expand, first_line)
        lines = list(reduced.line_map)
        assert len(lines) == count_lines(reduced.text)
        assert lines == sorted(lines)
        assert first_line <= lines[0]
        assert lines[-1] < first_line + count_lines(source)
        found = [int(match[1]) for match in reduced.pattern.finditer(reduced.text)]
        assert found == list(range(len(reduced.calls)))
        for call in reduced.calls:
            inner = reduce_inner(call, expand=expand)
            lines = list(inner.line_map)
            assert len(lines) == count_lines(inner.text)
            assert lines == sorted(lines)


@given(trees)
def test_each_line_maps_to_where_its_text_stands(tree: tuple[Any, ...]) -> None:
    source = write(tree)
    reduced = reduce(source)
    lines = source.split("\n")
    for text, line in zip(reduced.text.split("\n"), reduced.line_map, strict=True):
        plain = re.split(r"=hsc\d+x", text)[0]
        assert lines[line - 1].startswith(plain) or plain in lines[line - 1]
