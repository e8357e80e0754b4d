"""Reading YAML, TOML, JSON and Org values, and coercion."""

from __future__ import annotations

import datetime
import json
import math
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sphinx_hugo.hugo.values.coercion import (
    to_bool,
    to_float,
    to_int,
    to_map,
    to_string,
    to_string_list,
    to_terms,
)
from sphinx_hugo.hugo.values.data import DataError, load_json, load_org, load_toml, load_yaml

# All of these were asked of the binary.
SCALARS = [
    ("yes", "yes"),
    ("No", "No"),
    ("on", "on"),
    ("true", True),
    ("True", True),
    ("FALSE", False),
    ("tRUE", "tRUE"),
    ("010", 8),
    ("08", "08"),
    ("-010", -8),
    ("0o14", 12),
    ("0O14", "0O14"),
    ("0x1F", 31),
    ("0X1F", "0X1F"),
    ("-0x1f", -31),
    ("0b11", 3),
    ("0b2", "0b2"),
    ("1_000", 1000),
    ("_1", "_1"),
    ("-_1", -1),
    ("1_", 1),
    ("1e3", "1e3"),
    ("1.0e3", 1000.0),
    ("1.e3", 1000.0),
    ("1.10", 1.1),
    (".5", 0.5),
    ("+.5", 0.5),
    ("5.", 5.0),
    ("07.5", 7.5),
    ("1.2.3", "1.2.3"),
    (".inf", math.inf),
    ("+.inf", "+.inf"),
    ("nan", "nan"),
    ("12345678901234567890", 12345678901234567890),
    ("123456789012345678901234567890", "123456789012345678901234567890"),
    ("-9223372036854775809", "-9223372036854775809"),
    ("12:30:45", "12:30:45"),
    ("2024-01-02", "2024-01-02"),
    ("2024-01-02T10:00:00Z", "2024-01-02T10:00:00Z"),
    ("~", None),
    ("null", None),
    ("nULL", "nULL"),
    ("", None),
    ("#5", None),
    ("!!str 5", "5"),
    ("!!str 010", "8"),
    ("!!str 1.10", "1.1"),
    ('!!str "010"', "010"),
    ('!!int "5"', 5),
    ("!!int x", 0),
    ("!!float 3", 3.0),
    ("!!bool yes", True),
    ('!!null ""', None),
    ("!local 5", "5"),
    ("1,000", "1,000"),
    ("a#b", "a#b"),
    ("a # b", "a"),
    ("a:b", "a:b"),
    ("http://x.org:80/", "http://x.org:80/"),
    ("'it''s'", "it's"),
    (r'"\uD83D\uDE00 \x41"', "😀 A"),
    ("a\u2028b", "a b"),
    ("a\x07b", "a\ufffdb"),
    ("\ta", "a"),
]


@pytest.mark.parametrize(("text", "value"), SCALARS)
def test_yaml_scalars_mean_what_they_mean_to_hugo(text: str, value: Any) -> None:
    found = load_yaml(f"k: {text}\n")["k"]
    assert (type(found), found) == (type(value), value)


DOCUMENTS = [
    ("", None),
    ("# only a comment\n", None),
    ("a: 1\n...\nb: : :\n", {"a": 1}),
    ("a: 1\n---\nb: 2\n", {"a": 1}),
    ("a: x\rb: y", {"a": "x", "b": "y"}),
    ("1: a\ntrue: b\nnull: c\n1.5: d", {"1": "a", "true": "b", "null": "c", "1.5": "d"}),
    ("A: {B: {C: 1}}\nL: [{D: 1}]", {"a": {"b": {"c": 1}}, "l": [{"D": 1}]}),
    ("x: {a:1, b: 2, u:http://y}", {"x": {"a": 1, "b": 2, "u": "http://y"}}),
    ("x: [a:1]", {"x": ["a:1"]}),
    ("x: [a: 1, b]", {"x": [{"a": 1}, "b"]}),
    ("a: &a {k: 1}\nb: *a", {"a": {"k": 1}, "b": {"k": 1}}),
    ("a: &a 1\nb: &a 2\nc: *a", {"a": 1, "b": 2, "c": 2}),
]


@pytest.mark.parametrize(("text", "value"), DOCUMENTS)
def test_yaml_documents(text: str, value: Any) -> None:
    assert load_yaml(text) == value


MERGES = [
    ("<<: *b\n  y: 3", {"x": 1, "y": 3}),
    ("y: 3\n  <<: *b", {"x": 1, "y": 2}),
    ("<<: [*b, {y: 5}]", {"x": 1, "y": 5}),
    ('"<<": 1', {"<<": 1}),
]


@pytest.mark.parametrize(("text", "value"), MERGES)
def test_yaml_merge_keys_count_in_the_order_of_writing(text: str, value: Any) -> None:
    assert load_yaml(f"base: &b {{x: 1, y: 2}}\nfoo:\n  {text}\n")["foo"] == value


BAD_YAML = [
    ("title: A: B", 1, "quotes"),
    ("a: 1\nb: @x", 2, "quotes"),
    ("a: `x`", 1, "quotes"),
    ("a: %x", 1, "quotes"),
    ('a: "x" y', 1, "quotes"),
    ("a: [x] y", 1, "quotes"),
    ("a: {{ x }}", 1, "key"),
    ("a: 1\nb: 2\na: 3", 3, "twice"),
    ('"a": 1\na: 2', 2, "twice"),
    ("l: [{a: 1, a: 2}]", 1, "twice"),
    ("a: *nope", 1, "&nope"),
    ("a: 1\n<<: 5", 2, "maps"),
    ("a:\n\tb: 1", 2, "character"),
    ('a: 1\nb: "open\nc: 2\n', 2, "closed"),
    ("a: 1\nb: [1, 2\n", 2, "closed"),
    ("a: 1\nplain\n", 2, "colon"),
    ("  a: 1\n b: 2\n", 2, ""),
    ("a: " + "[" * 5000, 1, "values are nested more than 200 levels deep"),
    ("a: " + "[" * 300, 1, "values are nested more than 200 levels deep"),
    ("- " * 5000, 1, "values are nested more than 200 levels deep"),
    ("a: " + "[\n" * 5000, 200, "values are nested more than 200 levels deep"),
]


@pytest.mark.parametrize(("text", "line", "words"), BAD_YAML)
def test_yaml_errors_say_where_and_what(text: str, line: int, words: str) -> None:
    with pytest.raises(DataError) as caught:
        load_yaml(text)
    assert caught.value.line == line
    assert caught.value.column >= 1
    assert words in caught.value.message


def test_aliases_cannot_stand_for_endless_data() -> None:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 10)]
    with pytest.raises(DataError, match="aliases"):
        load_yaml("\n".join(lines))


def test_data_files_keep_the_case_of_their_keys() -> None:
    assert load_yaml("A: {B: 1}", keep_case=True) == {"A": {"B": 1}}
    assert load_json('{"A": {"B": 1}}', keep_case=True) == {"A": {"B": 1}}
    assert load_toml("[A]\nB = 1", keep_case=True) == {"A": {"B": 1}}


@given(st.text(alphabet="ab:-[]{}\n\t \"'#&*!|>%@`0.,\\\x07\u2028", max_size=60))
def test_any_yaml_is_a_value_or_an_error_inside_the_text(text: str) -> None:
    try:
        load_yaml(text)
    except DataError as error:
        assert 1 <= error.line <= text.count("\n") + 2
        assert error.message


_KEYS = st.text(alphabet="abcxyz_", min_size=1, max_size=5)
_TREES = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**63), 2**63 - 1) | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(_KEYS, inner, max_size=4),
    max_leaves=20,
)


@given(_TREES)
def test_json_is_read_as_written(value: Any) -> None:
    assert load_json(json.dumps(value)) == value


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=40))
def test_quoted_yaml_text_is_read_as_written(text: str) -> None:
    assert load_yaml(f"k: {json.dumps(text)}\n") == {"k": text}


def test_toml_values() -> None:
    text = 'Title = "A"\r\nd = 2024-01-02\r\nn = 1_000\r\n[Sub]\r\nKey = [{Inner = 1}]\r\n'
    assert load_toml(text) == {
        "title": "A",
        "d": datetime.date(2024, 1, 2),
        "n": 1000,
        "sub": {"key": [{"Inner": 1}]},
    }


def test_toml_inline_tables_may_span_lines() -> None:
    text = 'a = {b = 1, # one }\n  c = "{,}",\n}\nd = [\n  {x = 1,},\n  {y = [1,\n 2,]},\n]\n'
    assert load_toml(text) == {
        "a": {"b": 1, "c": "{,}"},
        "d": [{"x": 1}, {"y": [1, 2]}],
    }


BAD_TOML = [
    ("a = 1\nb = 010", 2),
    ("a = yes", 1),
    ('title = "A"\ntitle = "B"', 2),
    ("a = 1\nb = [", 2),
    ("a = {b = 1", 1),
]


@pytest.mark.parametrize(("text", "line"), BAD_TOML)
def test_toml_errors_say_where(text: str, line: int) -> None:
    with pytest.raises(DataError) as caught:
        load_toml(text)
    assert caught.value.line == line
    assert "at line" not in caught.value.message


@given(st.text(alphabet="ab=[]{}\n \"'#.,\\01-:", max_size=60))
def test_any_toml_is_a_table_or_an_error_inside_the_text(text: str) -> None:
    try:
        assert isinstance(load_toml(text), dict)
    except DataError as error:
        assert 1 <= error.line <= text.count("\n") + 1


BAD_JSON = ['{"a": NaN}', '{"a": 1,}', '{"a": 010}', "{'a': 1}", '{"a": 1} x', "[" * 100_000]


@pytest.mark.parametrize("text", BAD_JSON)
def test_json_is_strict(text: str) -> None:
    with pytest.raises(DataError):
        load_json(text)


def test_json_numbers_of_any_length() -> None:
    assert load_json('{"a": 12345678901234567890123}') == {"a": 1.2345678901234568e22}
    assert load_json(f'{{"a": {"9" * 10_000}}}') == {"a": math.inf}


ORG = [
    ("#+title: A\n#+TAGS: a b\n", {"title": "A", "tags": "a b"}),
    ("#+tags[]: a b\n", {"tags": ["a", "b"]}),
    ("#+filetags: :a:b:\n", {"filetags": ["a", "b"]}),
    ("#+k: 1\n#+k: 2\n#+k: 3\n", {"k": ["1", "2", "3"]}),
    ("#+date: <2020-01-02 Thu 10:00>\n", {"date": "2020-01-02"}),
    ("#+foo: <2020-01-02 Thu>\n", {"foo": "<2020-01-02 Thu>"}),
    ("#+foo:\n#+bar\n#+begin_src x\n", {"foo": ""}),
]


@pytest.mark.parametrize(("text", "value"), ORG)
def test_org_keywords(text: str, value: Any) -> None:
    assert load_org(text) == value


COERCED = [
    # value, text, whole number, bool
    (2020, "2020", 2020, True),
    (1.0, "1", 1, True),
    (1.9, "1.9", 1, True),
    (-1.9, "-1.9", -1, True),
    (1e30, "1" + "0" * 30, 0, True),
    (1e-7, "0.0000001", 0, True),
    (math.inf, "+Inf", 0, True),
    (True, "true", 1, True),
    (False, "false", 0, False),
    (None, "", 0, False),
    ([1], "", 0, False),
    ({"a": 1}, "", 0, False),
    ("10", "10", 10, False),
    ("010", "010", 8, False),
    ("08", "08", 0, False),
    ("0x1F", "0x1F", 31, False),
    ("1_000", "1_000", 1000, False),
    ("+5", "+5", 5, False),
    ("1.9", "1.9", 1, False),
    ("1e2", "1e2", 0, False),
    (" 7 ", " 7 ", 0, False),
    ("abc", "abc", 0, False),
    ("99999999999999999999", "99999999999999999999", 0, False),
    ("1", "1", 1, True),
    ("t", "t", 0, True),
    ("TRUE", "TRUE", 0, True),
    ("yes", "yes", 0, False),
    ("2", "2", 2, False),
    (datetime.date(2024, 1, 2), "2024-01-02", 0, False),
    (datetime.datetime(2024, 1, 2, tzinfo=datetime.UTC), "2024-01-02T00:00:00Z", 0, False),
]


@pytest.mark.parametrize(("value", "text", "whole", "flag"), COERCED)
def test_coercion(value: Any, text: str, whole: int, flag: bool) -> None:
    assert (to_string(value), to_int(value), to_bool(value)) == (text, whole, flag)


def test_lists_of_text() -> None:
    assert to_string_list("a, b") == ("a,", "b")
    assert to_terms("a, b") == ("a, b",)
    for read in (to_string_list, to_terms):
        assert read(["a", 1, True]) == ("a", "1", "true")
        assert read(5) == ("5",)
        assert read(None) == read({"a": 1}) == ()


def test_maps_and_floats() -> None:
    assert to_map({"a": 1}) == {"a": 1}
    assert to_map([1]) == {}
    assert [to_float(value) for value in (1, "0.5", "x", None)] == [1.0, 0.5, 0.0, 0.0]


@given(_TREES | st.floats())
def test_coercion_never_fails(value: Any) -> None:
    assert isinstance(to_string(value), str)
    assert isinstance(to_int(value), int)
    assert isinstance(to_bool(value), bool)
    assert all(isinstance(item, str) for item in to_string_list(value))
