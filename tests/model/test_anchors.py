"""Heading ids."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model import vectors
from sphinx_hugo.hugo.anchors import AnchorRegistry, AnchorStyle, anchorize

HEADING = re.compile(r'<h\d(?: id="([^"]*)")?>([^<&]*)</h\d>')
STYLES = {
    "head-github-ascii": AnchorStyle.GITHUB_ASCII,
    "head-blackfriday": AnchorStyle.BLACKFRIDAY,
}


def plain_headings(vector: vectors.Vector) -> list[tuple[str, str]]:
    """Id and text of the headings without markup, for the pages where ids are automatic."""
    html = vector.expect["page"]["/a"].get("content", "")
    return [(found[1], found[2]) for found in HEADING.finditer(html) if found[1]]


AUTOMATIC = [
    vector
    for vector in vectors.load("headings")
    if "{#" not in vector.files["a.md"] and plain_headings(vector)
]


@pytest.mark.parametrize("vector", AUTOMATIC, ids=str)
def test_ids_are_those_of_hugo(vector: vectors.Vector) -> None:
    style = STYLES.get(vector.id, AnchorStyle.GITHUB)
    for anchor, text in plain_headings(vector):
        base = anchorize(text.split("\n")[-1], style) or "heading"
        assert anchor == base or re.fullmatch(re.escape(base) + r"-\d+", anchor)


def test_vectors_cover_all_styles() -> None:
    assert len(AUTOMATIC) > 5
    assert STYLES.keys() <= {vector.id for vector in AUTOMATIC}


@pytest.mark.parametrize(
    ("text", "anchor"),
    [
        ("Hello, World!", "hello-world"),
        ("C++ & C#", "c--c"),
        ("Café Über", "café-über"),
        ("日本語 テスト", "日本語-テスト"),
        ("a - b", "a---b"),
        ("a–b", "ab"),
        ("It’s “q”", "its-q"),
        ("Emoji 😀 here", "emoji--here"),
        ("-lead", "-lead"),
        ("trail-", "trail-"),
        ("  padded\t\u3000", "padded"),
        ("a\tb\xa0c", "abc"),
        ("Ⅷ ½ ²", "--"),
        ("cafe\u0301", "cafe"),
        ("İ", "i"),
        ("ΣΑΣ", "σασ"),
        ("١٢", "١٢"),
        ("!!!", ""),
        ("", ""),
        ("\ud800", ""),
    ],
)
def test_github_ids(text: str, anchor: str) -> None:
    assert anchorize(text) == anchor


@pytest.mark.parametrize(
    ("style", "text", "anchor"),
    [
        (AnchorStyle.GITHUB_ASCII, "Café Über 日本 x_y", "cafe-uber--x_y"),
        (AnchorStyle.GITHUB_ASCII, "ø", ""),
        (AnchorStyle.BLACKFRIDAY, "Café Über 日本 x_y", "café-über-日本-x-y"),
        (AnchorStyle.BLACKFRIDAY, "--a -- b--", "a-b"),
        (AnchorStyle.BLACKFRIDAY, "Ⅷ ½", "ⅷ-½"),
    ],
)
def test_other_styles(style: AnchorStyle, text: str, anchor: str) -> None:
    assert anchorize(text, style) == anchor


@pytest.mark.parametrize(
    ("markup", "style"),
    [
        ({"goldmark": {"parser": {"autoidtype": "blackfriday"}}}, AnchorStyle.BLACKFRIDAY),
        ({"goldmark": {"parser": {"autoidtype": "none such"}}}, AnchorStyle.GITHUB),
        ({"goldmark": {"parser": []}}, AnchorStyle.GITHUB),
        ({"goldmark": 1}, AnchorStyle.GITHUB),
        ({}, AnchorStyle.GITHUB),
    ],
)
def test_style_of_a_site(markup: dict[str, object], style: AnchorStyle) -> None:
    assert AnchorStyle.of_markup(markup) is style


def test_ids_of_a_page_are_unique_in_order() -> None:
    registry = AnchorRegistry()
    texts = ["Dup", "Dup", "Dup", "dup-1", "!!!", "???", "heading", "x", "x", "x-1", "x"]
    assert [registry.generate(text) for text in texts] == [
        *("dup", "dup-1", "dup-2", "dup-1-1"),
        *("heading", "heading-1", "heading-2"),
        *("x", "x-1", "x-1-1", "x-2"),
    ]


def test_explicit_ids_are_avoided_by_later_ones() -> None:
    registry = AnchorRegistry()
    assert registry.generate("A") == "a"
    registry.reserve("dup")
    registry.reserve("dup")
    registry.reserve("dup-2")
    assert [registry.generate("Dup") for _ in range(3)] == ["dup-1", "dup-3", "dup-4"]


def test_another_name_for_nothing() -> None:
    registry = AnchorRegistry(AnchorStyle.BLACKFRIDAY)
    assert [registry.generate("!", empty="id") for _ in range(2)] == ["id", "id-1"]


@given(st.lists(st.text(st.sampled_from("aA-1 !é"), max_size=4), max_size=12))
def test_automatic_ids_never_repeat(texts: list[str]) -> None:
    registry = AnchorRegistry()
    anchors = [registry.generate(text) for text in texts]
    assert len(set(anchors)) == len(anchors)
    assert all(anchors)


@given(st.text())
def test_ids_have_no_white_space_and_keep_what_is_kept(text: str) -> None:
    for style in AnchorStyle:
        anchor = anchorize(text, style)
        assert not re.search(r"\s", anchor)
        assert len(anchor) <= 2 * len(text) + 1 or style is AnchorStyle.GITHUB_ASCII


def test_many_headings_of_one_name() -> None:
    registry = AnchorRegistry()
    assert [registry.generate("x") for _ in range(20_000)][-1] == "x-19999"
