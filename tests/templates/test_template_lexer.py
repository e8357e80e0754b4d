"""Template source to items."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sphinx_hugo.hugo.templates.errors import TemplateError
from sphinx_hugo.hugo.templates.lexer import ItemType, Lexer
from sphinx_hugo.hugo.templates.literals import parse_number, unquote


def shown(source: str) -> list[str]:
    """Give items as text, spaces and the end left out."""
    skipped = {ItemType.SPACE, ItemType.END}
    return [item.text for item in Lexer(source).items() if item.type not in skipped]


CASES: list[tuple[str, str, list[str]]] = [
    ("text", "a b", ["a b"]),
    ("action", "a{{ .X }}b", ["a", "{{", ".X", "}}", "b"]),
    ("trim", "a \n{{- 1 -}}\n b", ["a", "{{", "1", "}}", "b"]),
    ("no trim without space", "{{-1}}", ["{{", "-1", "}}"]),
    ("comment", "a{{/* }} */}}b", ["a", "b"]),
    ("trimmed comment", "a {{- /* x */ -}} b", ["a", "b"]),
    ("strings", '{{ "a}}" `b}}` }}', ["{{", '"a}}"', "`b}}`", "}}"]),
    ("declaration", "{{$a,$b:=.}}", ["{{", "$a", ",", "$b", ":=", ".", "}}"]),
    ("chain", "{{ (f 1).A.B }}", ["{{", "(", "f", "1", ")", ".A", ".B", "}}"]),
    ("negative exponent", "{{ 1e-5 }}", ["{{", "1e-5", "}}"]),
    ("brace alone", "{ { } }}", ["{ { } }}"]),
]


@pytest.mark.parametrize(("name", "source", "items"), CASES, ids=[case[0] for case in CASES])
def test_items(name: str, source: str, items: list[str]) -> None:
    assert shown(source) == items


ERRORS: list[tuple[str, int, str]] = [
    ("a\n{{ .X", 2, "}} is missing"),
    ("{{/* x", 1, "unclosed comment"),
    ("{{/* x */ y }}", 1, "right before }}"),
    ('\n\n{{ "x }}', 3, "unterminated quoted string"),
    ("{{ `x }}", 1, "unterminated raw"),
    ("{{ .a$ }}", 1, "bad character"),
    ("{{ é# \x01 }}", 1, "bad character"),
]


@pytest.mark.parametrize(("source", "line", "words"), ERRORS)
def test_errors_name_the_line(source: str, line: int, words: str) -> None:
    with pytest.raises(TemplateError) as caught:
        list(Lexer(source, "x.html").items())
    assert (caught.value.line, caught.value.filename) == (line, "x.html")
    assert words in caught.value.message


@given(st.text("{}-/*\" `'$.|()=:,\n ab1\\"))
def test_any_text_gives_items_or_one_error(source: str) -> None:
    try:
        items = list(Lexer(source).items())
    except TemplateError as error:
        assert error.line is not None
        assert 1 <= error.line <= source.count("\n") + 1
    else:
        assert items[-1].type is ItemType.END


@given(st.text().filter(lambda text: "{{" not in text))
def test_text_without_actions_is_one_item(source: str) -> None:
    assert shown(source) == ([source] if source else [])


@pytest.mark.parametrize(
    ("text", "value"),
    [
        (r'"a\tb"', "a\tb"),
        (r'"\xe4\xbd\xa0"', "你"),
        (r'"\u00e9\U0001F600"', "é😀"),
        (r"'\''", "'"),
    ],
)
def test_unquote(text: str, value: str) -> None:
    assert unquote(text) == value


@pytest.mark.parametrize("text", [r'"\q"', r'"\'"', r'"\ud800"', r'"\777"'])
def test_unknown_escapes_are_refused(text: str) -> None:
    with pytest.raises(ValueError, match="escape"):
        unquote(text)


@pytest.mark.parametrize(
    ("text", "value"),
    [("017", 15), ("0x_1f", 31), ("1_000", 1000), ("0b11", 3), ("1.5e3", 1500.0), ("0x1p4", 16.0)],
)
def test_numbers(text: str, value: float) -> None:
    assert parse_number(text) == value


@pytest.mark.parametrize("text", ["1a", "09", "1__0", "9" * 30, "1.2.3", "--1"])
def test_bad_numbers_are_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"number|overflow"):
        parse_number(text)
