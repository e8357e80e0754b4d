"""Titles of pages without a file, and the order of titles; expectations are the binary's."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sphinx_hugo.hugo.content.plurals import pluralize
from sphinx_hugo.hugo.content.titles import title_case
from sphinx_hugo.hugo.ordering.collation import menu_name_key, title_key

PLURALS = """ability abilities, access accesses, address addresses, analysis analyses, appendix
appendices, aquarium aquaria, api apis, axis axes, baby babies, box boxes, bus buses, cactus
cacti, calf calves, category categories, chess chesses, child children, church churches, city
cities, corpus corpora, css csses, data data, day days, docs docs, echo echoes, entity entities,
fish fish, focus foci, fungus funguses, go goes, half halves, hero heroes, human humans, index
indices, jobs jobs, kubernetes kubernetes, key keys, knife knives, lens lens, library libraries,
man men, matrix matrices, media media, medium media, mouse mice, museum museums, news news,
person people, photo photos, policy policies, process processes, proxy proxies, query queries,
quiz quizzes, radio radios, research researches, roof roofs, self selves, series series, sheep
sheep, status statuses, story stories, studio studios, tax taxes, tooth teeth, vertex vertices,
video videoes, virus viruses, wolf wolves, woman women, zoo zoos, FAQ FAQs, iPhone iPhones,
Person People, v1 v1s, v2.0 v2.0s"""


@pytest.mark.parametrize("pair", PLURALS.replace("\n", " ").split(", "))
def test_plurals(pair: str) -> None:
    singular, plural = pair.split()
    assert pluralize(singular) == plural


@pytest.mark.parametrize(
    ("text", "ap", "go"),
    [
        ("it's a dog's life", "It's a Dog's Life", "It'S A Dog'S Life"),
        ("the-of-and", "The-of-And", "The-Of-And"),
        ("a/b of c", "A/B of C", "A/B Of C"),
        ("x: the end", "X: The End", "X: The End"),
        ("x - the end", "X - The End", "X - The End"),
        ("foo_bar baz", "Foo_bar Baz", "Foo_bar Baz"),
        ("(the) thing", "(The) Thing", "(The) Thing"),
        ("“the” x", "“The” X", "“the” X"),
        ("e-mail to-do", "E-Mail To-Do", "E-Mail To-Do"),
        ("don't do-it-to me", "Don't Do-It-to Me", "Don'T Do-It-To Me"),
        ("x -the- y", "X -the- Y", "X -The- Y"),
        ("one–two of", "One–two Of", "One–two Of"),
        ("iPhone the NASA", "IPhone the NASA", "IPhone The NASA"),
    ],
)
def test_title_case(text: str, ap: str, go: str) -> None:
    assert title_case(text, "ap") == ap
    assert title_case(text, "go") == go
    assert title_case(text, "none") == text


def test_chicago_lowers_prepositions_too() -> None:
    assert title_case("life within the walls", "chicago") == "Life within the Walls"
    assert title_case("life within the walls", "ap") == "Life Within the Walls"


ORDERS = {
    "en": "_ - – , ; : ! ? . ' ’ \" “ ( [ { @ * / \\ & # % ` ^ ° ← + × < = > | ~ ✓ $ € 0 10 9 "
    "a á å ä aa æ c ć č ch d đ ð dž ss ß z þ α ω Ω а ё я ا ب あ ア い か が 一 中 日",
    "da": "a á aa_ c o y ý ü ű z ž æ ä ø ö å aa".replace("aa_ ", ""),
    "sv": "ass aß ath aþ au y ü z å ä æ ö ø",
    "no": "a å ä ą æ b o ö ø p",
    "es": "n nj ñ o",
    "cs": "c č d h hz ch i r ř s š z ž",
    "hr": "c č ć d dž đ e l lz lj m",
    "pl": "a az ą b c ć z ź ż",
    "fa": "a آ ا ب پ ت ک گ ل و ه ی",
    "zh-cn": "a 本 日 文 一 中 字",
    "ja": "a あ ア い っ ッ つ ツ 一 漢 語 中 日 文 本",
    "ru": "А Б е ё ж и й к",
}


@pytest.mark.parametrize("language", ORDERS)
def test_title_order(language: str) -> None:
    words = ORDERS[language].split()
    keys = [title_key(word, language) for word in words]
    assert sorted(keys) == keys
    assert len(set(keys)) == len(keys)


def test_case_decides_last_and_marks_before_it() -> None:
    words = ["a", "A", "a b", "a_b", "a-b", "A.b", "ab", "aB", "Ab", "áb"]
    assert sorted(words, key=title_key) == words


def test_menu_names_compare_by_code_point_with_ascii_case_set_aside() -> None:
    names = [
        "-y",
        "1",
        "10",
        "9",
        "[q]",
        "_x",
        "A",
        "a",
        "ab",
        "B",
        "b",
        "Z",
        "z",
        "~",
        "É",
        "ß",
        "é",
    ]
    assert sorted(names, key=menu_name_key) == names


@given(st.text(max_size=20), st.sampled_from(["en", "sv", "cs", "ja", "fa", "zz"]))
def test_any_title_has_a_key(text: str, language: str) -> None:
    letters, accents, cases = title_key(text, language)
    assert len(letters) == len(accents) == len(cases)
