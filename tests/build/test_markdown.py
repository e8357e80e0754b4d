"""What Markdown becomes on the pages of a site."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from lxml import html

from build.conftest import words

if TYPE_CHECKING:
    from collections.abc import Callable

    from build.conftest import Built

PAGE = """
-- content/a.md --
---
title: A
---
"""


def shown(built: Built) -> str:
    """Return the HTML of the page ``/a/``, white space folded."""
    return " ".join(html.tostring(built.article("/a/"), encoding="unicode").split())


def test_line_ends_are_line_breaks_where_the_site_says_so(build: Callable[..., Built]) -> None:
    text = "roses are *red\nand* blue\n\n- violets\n  too\n\n> sugar\n> sweet\n"
    setting = "-- hugo.toml --\n[markup.goldmark.renderer]\nhardWraps = true\n"
    page = shown(build(setting + PAGE.lstrip("\n") + text))
    assert "<p>roses are <em>red<br> and</em> blue</p>" in page
    assert "violets<br> too" in page
    assert "sugar<br> sweet" in page
    assert "<br" not in shown(build("-- hugo.toml --\ntitle = 'T'\n"))


def notes(built: Built) -> list[str]:
    """Return the footnotes of the page ``/a/``, as they are shown."""
    return [words(note) for note in built.article("/a/").find_class("footnote")]


def test_footnotes_nobody_refers_to_are_left_out_and_told(build: Callable[..., Built]) -> None:
    text = "one[^a] two[^A]\n\n[^a]: small\n\n[^A]: big\n\n[^a]: twice\n\n[^b]: unused\n"
    built = build(PAGE + text, warnings_ok=True)
    assert notes(built) == ["[1] small", "[2] big"]
    assert built.places() == [("markdown", f"content/a.md:{line}") for line in (10, 12)]
    assert "the footnote '[^a]' was defined before" in built.warnings[0]
    assert "nothing refers to the footnote '[^b]'" in built.warnings[1]


def test_footnotes_of_texts_in_shortcodes_are_kept_apart(build: Callable[..., Built]) -> None:
    inner = "{{< details >}}\ntwo[^a] three[^b]\n\n[^a]: inside\n{{< /details >}}\n"
    built = build(
        f"{PAGE}one[^a]\n\n{inner}\n{inner}\n[^a]: page\n\n[^b]: page\n", warnings_ok=True
    )
    assert notes(built) == ["[1] page", "[2] inside", "[3] inside"]
    assert built.text("/a/").count("three[^b]") == 2
    assert built.places() == [("markdown", "content/a.md:20")]


@pytest.mark.parametrize("before", [True, False])
def test_text_in_a_percent_call_refers_to_footnotes_of_the_page(
    build: Callable[..., Built], before: bool
) -> None:
    note, call = "[^a]: page\n", "{{% details %}}\none[^a]\n{{% /details %}}\n"
    built = build(PAGE + (f"{note}\n{call}" if before else f"{call}\n{note}"))
    assert notes(built) == ["[1] page"]


def test_a_heading_that_is_the_title_gives_its_words(build: Callable[..., Built]) -> None:
    built = build("-- content/a.md --\n## Of ~~old~~ *times*\n\ntext\n")
    assert built.page("/a/").findtext("head/title", "").startswith("Of old times - ")


def test_a_task_keeps_its_box_whatever_stands_beside(build: Callable[..., Built]) -> None:
    setting = """
    -- hugo.toml --
    [markup.goldmark.extensions.passthrough]
    enable = true
    delimiters = {block = [["$$", "$$"]]}
    """
    build(setting)
    built = build(PAGE + "- [ ]\n- [x] $$y$$\n- [x] a\n")
    boxes = built.article("/a/").xpath(".//li//input")
    assert [box.get("checked") for box in boxes] == [None, "checked", "checked"]
    assert words(boxes[1].getparent().getparent()) == r"\[y\]"


@pytest.mark.parametrize(
    ("fence", "expected"),
    [
        ("```\n\n\nx\n\n```", "\n\nx\n"),
        ("```go {hl_lines=[2]}\n\nx\ny\n```", " \nx\ny\n"),
        ("```\n\n```", ""),
        ("{{< highlight go >}}\n\nx\n{{< /highlight >}}", "x\n"),
    ],
)
def test_code_begins_with_the_empty_lines_it_has(
    build: Callable[..., Built], fence: str, expected: str
) -> None:
    article = build(f"{PAGE}{fence}\n").article("/a/")
    assert article.xpath("string(.//pre)") == expected or not expected
    assert [words(line) for line in article.find_class("hll")] in ([], ["x"])


def test_terms_share_a_definition(build: Callable[..., Built]) -> None:
    built = build(f"{PAGE}Wren\nOwl\n: A bird.\n: Small.\n\nElk\n: A deer.\n")
    parts = built.article("/a/").xpath(".//dt | .//dd")
    assert [(part.tag, words(part)) for part in parts] == [
        ("dt", "Wren"), ("dt", "Owl"), ("dd", "A bird."), ("dd", "Small."),
        ("dt", "Elk"), ("dd", "A deer."),
    ]  # fmt: skip
