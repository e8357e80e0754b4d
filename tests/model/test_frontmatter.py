"""Front matter: where it ends, what it says, and what becomes of it if Hugo refuses it."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.vectors import Vector, load
from sphinx_hugo.hugo.content.frontmatter import (
    FrontMatter,
    FrontMatterError,
    FrontMatterFormat,
    find_body,
    read_front_matter,
    split_front_matter,
)
from sphinx_hugo.hugo.problems import Kind
from sphinx_hugo.hugo.values.coercion import to_bool, to_int, to_string, to_string_list

YAML, TOML = FrontMatterFormat.YAML, FrontMatterFormat.TOML
JSON, ORG, NONE = FrontMatterFormat.JSON, FrontMatterFormat.ORG, FrontMatterFormat.NONE
A = {"title": "A"}
PAGE = Path("/site/content/p.md")

SPLIT: list[tuple[str, FrontMatterFormat, dict[str, Any], str, int]] = [
    # text, format, data, body, line of the body
    ("---\ntitle: A\n---\nbody\n", YAML, A, "body\n", 4),
    ("---\r\ntitle: A\r\n---\r\nbody", YAML, A, "body", 4),
    ("---\rtitle: A\r---\rbody", YAML, A, "body", 4),
    ("\ufeff---\ntitle: A\n---\nbody", YAML, A, "body", 4),
    ("\n \t\n  ---\ntitle: A\n---\nbody", YAML, A, "body", 6),
    ("--- title: A\n---\nbody", YAML, A, "body", 3),
    ("--- # c\ntitle: A\n---\n", YAML, A, "", 4),
    ("---\ntitle: A\n--- body", YAML, A, " body", 3),
    ("---\ntitle: A\n---   \nbody", YAML, A, "   \nbody", 3),
    ("---\ntitle: A\n----\nbody", YAML, A, "-\nbody", 3),
    ("---\ntitle: A\n---", YAML, A, "", 3),
    ("---\ntitle: |\n  A\n  ---\n---\nbody", YAML, {"title": "A\n---\n"}, "body", 6),
    ("---\ntitle: A\n...\nx: : y\n---\nbody", YAML, A, "body", 6),
    ("---\n---\nbody", YAML, {}, "body", 3),
    ("---\n# only a comment\n---\nbody", YAML, {}, "body", 4),
    ("---\ntitle: A\n---\n\n---\nx\n", YAML, A, "\n---\nx\n", 4),
    ('+++\ntitle = "A"\n+++\nbody', TOML, A, "body", 4),
    ('+++\ntitle = "A"\n+++ body', TOML, A, " body", 3),
    ('{"title": "A"}\nbody', JSON, A, "body", 2),
    ('{"title": "A"} body', JSON, A, " body", 1),
    ('{\n"title": "}\\"{",\n"x": {}}\nbody', JSON, {"title": '}"{', "x": {}}, "body", 4),
    ("#+title: A\nbody", ORG, A, "body", 2),
    ("#+title: A\n#+x: 1\n\n#+y: 2", ORG, {"title": "A", "x": "1"}, "\n#+y: 2", 3),
    ("# Heading\n", NONE, {}, "# Heading\n", 1),
    ("***\nbody", NONE, {}, "***\nbody", 1),
    ("<!-- c -->\n---\ntitle: A\n---\n", NONE, {}, "<!-- c -->\n---\ntitle: A\n---\n", 1),
    ("\n\nbody", NONE, {}, "\n\nbody", 1),
    ("\ufeffbody", NONE, {}, "body", 1),
    ("", NONE, {}, "", 1),
    (" \n", NONE, {}, " \n", 1),
]


@pytest.mark.parametrize(("text", "kind", "data", "body", "line"), SPLIT)
def test_split(
    text: str, kind: FrontMatterFormat, data: dict[str, Any], body: str, line: int
) -> None:
    found = split_front_matter(text)
    assert found == FrontMatter(kind, data, body, line, len(text) - len(body))
    assert read_front_matter(text, PAGE) == (found, ())


REFUSED: list[tuple[str, int, str, dict[str, Any], str]] = [
    # text, line of the error, words of it, what is read all the same: data, body
    ("- item\n- two\n", 1, 'begins with "-"', {}, "- item\n- two\n"),
    ("+ item\n", 1, 'begins with "+"', {}, "+ item\n"),
    ("\n\n- item\n", 3, 'begins with "-"', {}, "\n\n- item\n"),
    ("{.class}\nbody\n", 1, 'begins with "{"', {}, "{.class}\nbody\n"),
    ('{{< ref "/" >}}\n', 1, 'begins with "{"', {}, '{{< ref "/" >}}\n'),
    ("{{% open\n", 1, "not closed", {}, "{{% open\n"),
    ("---\n\nbody\n", 2, "***", {}, "---\n\nbody\n"),
    ("---\ntitle: A\n...\nbody\n", 2, "not closed", A, "body\n"),
    ("---\ntitle: A\n\nbody\n", 2, "not closed", A, "body\n"),
    ("---\ntitle: A\n", 2, "not closed", A, ""),
    ("---\ntext: x\nmore text\n", 2, "not closed", {}, "---\ntext: x\nmore text\n"),
    ("---\ntitle: A\n ---\nbody", 2, "not closed", {}, "---\ntitle: A\n ---\nbody"),
    ('+++\ntitle = "A"\n', 2, "not closed", {}, '+++\ntitle = "A"\n'),
    ("----\ntitle: A\n---\nbody", 1, "three", A, "body"),
    ("---\njust text\n---\nbody", 2, "plain text", {}, "body"),
    ("---\n# c\n\n- a\n---\nbody", 4, "list", {}, "body"),
    ("---\ntitle: A: B\nweight: 5\n---\nbody", 2, "quotes", {"title": "A: B", "weight": 5}, "body"),
    ("---\ntitle: @x\n---\nbody", 2, "quotes", {"title": "@x"}, "body"),
    ("---\ntitle: A\ntitle: B\nx: 1\n---\n", 3, "twice", {"title": "A", "x": 1}, ""),
    (
        "---\ntitle: A\nl:\n\t- 1\nx: 1\n---\n",
        4,
        "character",
        {"title": "A", "x": 1},
        "",
    ),
    ("\n--- a: b: c\n---\nbody", 2, "quotes", {}, "body"),
    ('++++\ntitle = "A"\n+++\nbody', 1, "three", A, "body"),
    ('+++\ntitle = "A"\ntitle = "B"\nx = 1\n+++\nbody', 3, "", {"title": "A", "x": 1}, "body"),
    ('+++\ntitle = "A"\nx = yes\n[s]\ny = 1\n+++\n', 3, "", {"title": "A", "s": {"y": 1}}, ""),
    ('{"title": "A",}\nbody', 1, "", {}, "body"),
    ('{\n"title": A\n}\nbody', 2, "", {}, "body"),
]


@pytest.mark.parametrize(("text", "line", "words", "data", "body"), REFUSED)
def test_what_hugo_refuses_is_reported_and_read_as_well_as_can_be(
    text: str, line: int, words: str, data: dict[str, Any], body: str
) -> None:
    with pytest.raises(FrontMatterError) as caught:
        split_front_matter(text)
    assert caught.value.line == line
    assert words in caught.value.message
    found, (problem,) = read_front_matter(text, PAGE)
    assert (found.data, found.body) == (data, body)
    assert (problem.kind, problem.filename, problem.line) == (Kind.FRONT_MATTER, PAGE, line)
    assert problem.message == caught.value.message


def test_column_counts_in_the_file() -> None:
    with pytest.raises(FrontMatterError) as caught:
        split_front_matter("  --- a: @x\n---\n")
    assert (caught.value.line, caught.value.column) == (1, 10)


_PIECES = st.lists(
    st.sampled_from(
        ["---", "+++", "\n", "\r\n", "\r", " ", "title: A", 'x = "y"', "{", "}", '"', "\\", "- ", "#+",
         "a: b", ": ", "\ufeff", "...", "text", "\t", "[", "]", "#"]
    ),
    max_size=30,
).map("".join)  # fmt: skip


@given(_PIECES)
def test_reading_never_fails_and_loses_no_text(text: str) -> None:
    found, problems = read_front_matter(text, PAGE)
    assert found.body == text[found.body_offset :]
    before = re.findall(r"\r\n|\r|\n", text[: found.body_offset])
    assert found.body_line == 1 + len(before)
    lines = len(re.findall(r"\r\n|\r|\n", text)) + 1
    for problem in problems:
        assert problem.line is not None
        assert 1 <= problem.line <= lines + 1
        assert problem.message
    if found.format is NONE:
        assert found.body in {text, text.removeprefix("\ufeff")}
    try:
        assert split_front_matter(text) == found
        assert not problems
    except FrontMatterError:
        assert problems


@given(st.text(alphabet="abc :\n-#", max_size=40), st.text(max_size=40))
def test_yaml_that_is_wrapped_comes_out_whole(inner: str, body: str) -> None:
    inner = re.sub("(?m)^---", "", inner)
    found, _problems = read_front_matter(f"---\n{inner}\n---\n{body}", PAGE)
    assert found.body == body


def test_long_files_take_linear_time() -> None:
    for opening in ("---\n", "+++\n", "{", "#+a: b\n", '{"'):
        text = opening + '- [ ] a\n# \\" {\n' * 100_000
        found, _problems = read_front_matter(text, PAGE)
        assert found.body


DELIBERATE: dict[str, str] = {}

# These fail for what a field means, not for how front matter is written.
_LATER = ("params-not-map", "url-http", "alias-http", "build", "markup")


@pytest.mark.parametrize("vector", load("front matter"), ids=str)
def test_vectors(vector: Vector) -> None:
    ((_name, text),) = vector.files.items()
    expect = vector.expect
    if "error" in expect and not any(word in vector.id for word in _LATER):
        with pytest.raises(FrontMatterError) as caught:
            split_front_matter(text)
        place = re.match(r'"content/p\.md:(\d+):\d+"', expect["error"])
        assert place is not None
        assert caught.value.line == int(place[1])
        return
    data = split_front_matter(text).data
    for page in expect.get("page", {}).values():
        if "title" in page:
            assert to_string(data.get("title")) == page["title"]
        if "weight" in page:
            assert to_int(data.get("weight")) == page["weight"]
        if "draft" in page:
            assert to_bool(data.get("draft")) == page["draft"]
        if "keywords" in page:
            assert list(to_string_list(data.get("keywords"))) == page["keywords"]
        for key, value in page.get("params", {}).items():
            assert (data.get("params") or {}).get(key, data.get(key)) == value


@given(st.text("-+{}#\n\r =:a\"'\ufeff", max_size=60))
def test_the_body_is_found_without_reading_the_fields(text: str) -> None:
    for whole in (text, f"---\n{text}\n---\nbody", f"+++\n{text}\n+++\nbody", f"{{{text}}}\nbody"):
        found, _problems = read_front_matter(whole, PAGE)
        assert find_body(whole) == (found.body, found.body_line)
