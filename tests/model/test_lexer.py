"""Page body to items."""

from __future__ import annotations

import pytest
from hypothesis import given

from model.shortcode_texts import PIECES, broken_texts
from sphinx_hugo.hugo.calls.items import ItemType, Lexed
from sphinx_hugo.hugo.calls.lexer import lex


def pieces(source: str) -> list[tuple[str, str]]:
    return [(item.type.name, source[item.start : item.end]) for item in lex(source).items]


def parts(source: str) -> list[tuple[str, str]]:
    """The items without white space and delimiters."""
    return [piece for piece in pieces(source) if piece[0] not in {"SPACE", "LEFT", "RIGHT"}]


def assert_tiles(source: str, lexed: Lexed) -> None:
    at = 0
    for item in lexed.items:
        assert item.start == at
        assert item.end > at
        at = item.end
    assert at == len(source)


def test_a_tag_falls_into_its_parts() -> None:
    assert pieces('x {{< c a="b" >}}') == [
        ("TEXT", "x "),
        ("LEFT", "{{<"),
        ("SPACE", " "),
        ("NAME", "c"),
        ("SPACE", " "),
        ("PARAM", "a"),
        ("SPACE", "="),
        ("VALUE", '"b"'),
        ("SPACE", " "),
        ("RIGHT", ">}}"),
    ]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("{{% c %}}", [("NAME", "c")]),
        ("{{<c>}}", [("NAME", "c")]),
        ("{{< ns/c-d_1 >}}", [("NAME", "ns/c-d_1")]),
        ("{{< /ci >}}", [("CLOSE", "/"), ("NAME", "ci")]),
        ("{{< ci />}}", [("NAME", "ci"), ("CLOSE", "/")]),
        ("{{< ci / ci >}}", [("NAME", "ci"), ("CLOSE", "/"), ("NAME", "ci")]),
        ("{{< x.inline >}}", [("NAME", "x.inline")]),
        ("{{< c a-b . >}}", None),
        ("{{< =x c >}}", [("VALUE", "x"), ("NAME", "c")]),
        ("{{< c \\x >}}", [("NAME", "c"), ("PARAM", "x")]),
        ('{{< c a"b" >}}', [("NAME", "c"), ("PARAM", "a"), ("PARAM", '"b"')]),
        ("{{< c a=x/y >}}", [("NAME", "c"), ("PARAM", "a"), ("VALUE", "x/y")]),
        ("{{< c a=\n b >}}", [("NAME", "c"), ("PARAM", "a"), ("VALUE", "b")]),
        ("{{< c `a\nb` >}}", [("NAME", "c"), ("PARAM", "`a\nb`")]),
        ("{{</* {{< c >}} */>}}", [("ESCAPED", "{{</* {{< c >}} */>}}")]),
        ("{{</**/>}}", [("ESCAPED", "{{</**/>}}")]),
    ],
)
def test_grammar(source: str, expected: list[tuple[str, str]] | None) -> None:
    assert (expected is None) is bool(lex(source).errors)
    if expected is not None:
        assert parts(source) == expected


@pytest.mark.parametrize("source", ["{{ < c >}}", "{{-< c >}}", "{{&lt; c >}}", "{ {< c >}}", "{{"])
def test_what_is_no_delimiter_is_text(source: str) -> None:
    assert pieces(source) == [("TEXT", source)]
    assert not lex(source).errors


@pytest.mark.parametrize(
    ("source", "expected", "offset", "words"),
    [
        ("{{< c a/b.md >}}", [("NAME", "c"), ("PARAM", "a/b.md")], 8, "stand in quotes"),
        (
            "{{< c a=x>}} y",
            [("NAME", "c"), ("PARAM", "a"), ("VALUE", "x"), ("TEXT", " y")],
            8,
            "sp",
        ),
        ('{{< c "x >}} y', [("NAME", "c"), ("PARAM", '"x'), ("TEXT", " y")], 6, 'close it with "'),
        ('{{< c "a\nb" >}}', None, 6, "does not end on its line"),
        ("{{< c %}} y", [("NAME", "c"), ("TEXT", " y")], 6, "'%'"),
        ("{{< c a, b >}}", [("NAME", "c"), ("PARAM", "a,"), ("PARAM", "b")], 7, "','"),
        ("{{< /ci x >}}", [("CLOSE", "/"), ("NAME", "ci"), ("IGNORED", "x ")], 8, "nothing but"),
        ("{{< >}}", [("TEXT", "{{< >}}")], 0, "no name"),
        ('{{< ="x"/ci >}}', [("TEXT", '{{< ="x"/ci >}}')], 0, "no name"),
        ("{{<< c >>}}", [("TEXT", "{{<< c >>}}")], 3, "'<'"),
        ("{{< -c >}}", [("TEXT", "{{< -c >}}")], 4, "'-'"),
        ("{{< c x\n", [("TEXT", "{{< c x\n")], 0, "never closed"),
        ("{{</* c */ >}}", [("TEXT", "{{</* c */ >}}")], 0, "*/>}}"),
        ("{{</*/>}}", [("TEXT", "{{</*/>}}")], 0, "*/>}}"),
        ("{{< ns.c >}}", [("NAME", "ns.c")], 6, "period"),
        ("{{< c `x >}} y", [("NAME", "c"), ("PARAM", "`x"), ("TEXT", " y")], 6, "another `"),
        ("{{< c a=1 'b c' >}}", [("NAME", "c"), ("PARAM", "a"), ("VALUE", "1")], 10, "Apostrophes"),
    ],
)
def test_a_broken_tag_is_kept_as_far_as_it_can_be_read(
    source: str, expected: list[tuple[str, str]] | None, offset: int, words: str
) -> None:
    lexed = lex(source)
    assert_tiles(source, lexed)
    assert [error.offset for error in lexed.errors] == [offset]
    assert words in lexed.errors[0].message
    if expected is not None:
        assert parts(source)[: len(expected)] == expected


def test_tags_behind_a_broken_one_are_read() -> None:
    assert parts("{{< c x\n\n{{< d >}}")[-1] == ("NAME", "d")
    assert parts('{{< c "{{< d >}}\n')[-2:] == [("NAME", "d"), ("TEXT", "\n")]


def test_a_broken_tag_does_not_reach_over_a_blank_line() -> None:
    assert pieces("{{< c +\n\n>}}") == [("TEXT", "{{< c +\n\n>}}")]


@given(broken_texts)
def test_items_tile_any_text_and_errors_lie_in_it(source: str) -> None:
    lexed = lex(source)
    assert_tiles(source, lexed)
    assert all(0 <= error.offset <= len(source) for error in lexed.errors)
    assert all(error.message for error in lexed.errors)


@given(broken_texts.filter(lambda text: "{{<" not in text and "{{%" not in text))
def test_text_without_opening_delimiter_is_one_item(source: str) -> None:
    lexed = lex(source)
    assert [item.type for item in lexed.items] == [ItemType.TEXT] * bool(source)
    assert not lexed.errors


HARD = {
    "opening delimiters": "{{<",
    "unclosed tags": "{{< c ",
    "unclosed escapes": "{{</*",
    "open quotes": '{{< c "',
    "quotes that swallow the next tag": '{{< c "\\"',
    "raw strings": "{{< c `",
    "bare values": '{{<c""=',
    "escaped quotes": "{{< c a=\\",
    "slashes": "{{< c /",
    "braces": "{{",
    "no end": "{{< c a b \n",
    "all pieces": "".join(PIECES),
}


@pytest.mark.parametrize("unit", HARD.values(), ids=HARD)
def test_hostile_text_is_read_in_linear_time(unit: str) -> None:
    """What is read in vain at most doubles when the text doubles, and is a few times its length."""
    once, twice = (lex(unit * times) for times in (10_000, 20_000))
    assert once.scanned <= 6 * len(unit) * 10_000
    assert twice.scanned <= 2 * once.scanned + 100 * len(unit)
    assert_tiles(unit * 10_000, once)


def test_one_line_of_a_megabyte() -> None:
    source = '{{< c "' + "x" * 1_000_000 + '" >}}' + "y" * 1_000_000
    assert [kind for kind, _ in parts(source)] == ["NAME", "PARAM", "TEXT"]
