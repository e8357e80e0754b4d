"""Attribute lists below blocks: ids as the author wrote them, once each, and found by links."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from build.conftest import Built

SETTINGS = """\
-- hugo.toml --
[markup.goldmark.parser]
wrapStandAloneImageWithinParagraph = false
[markup.goldmark.parser.attribute]
block = true
[params]
version = "2.1"
-- static/mark.png --
picture
"""
BLOCKS = {
    "a paragraph": ("Words\n{#Id_1 .big}", "p"),
    "a list": ("- one\n{#Id_1 .big}", "ul"),
    "numbers": ("3. one\n{#Id_1 .big}", "ol"),
    "a quote": ("> one\n{#Id_1 .big}", "blockquote"),
    "a table": ("| a |\n|---|\n| b |\n{#Id_1 .big}", "table"),
    "terms": ("Wren\n: bird\n{#Id_1 .big}", "dl"),
    "a rule": ("---\n{#Id_1 .big}", "hr"),
    "a fence": ("```sh {#Id_1 .big}\nls\n```", "div"),
    "numbered lines": ("```text {#Id_1 .big linenos=true}\nls\n```", "div"),
    "a note": ("> [!NOTE]\n> one\n{#Id_1 .big}", "div"),
    "a note with a title": ("> [!NOTE] T\n> one\n{#Id_1 .big}", "div"),
    "a note that folds": ("> [!NOTE]- T\n> one\n{#Id_1 .big}", "details"),
    "a picture": ("![m](/mark.png)\n{#Id_1 .big}", "img"),
    "text with a picture": ("A ![m](/mark.png)\n{#Id_1 .big}", "p"),
    "a shortcode": ("{{< param version >}}\n{#Id_1 .big}", "p"),
}


@pytest.mark.parametrize("name", BLOCKS)
def test_a_block_has_its_id_and_its_classes(build: Callable[..., Built], name: str) -> None:
    text, tag = BLOCKS[name]
    out = build(f"{SETTINGS}-- content/a.md --\nText\n\n{text}\n\nSee [it](#Id_1).\n")
    (found,) = out.page("/a/").xpath('//*[@id="Id_1"]')
    assert found.tag == tag
    assert "big" in found.get("class").split()
    assert out.links("/a/")["it"] == "#Id_1"


def test_an_id_is_that_of_what_a_shortcode_shows(build: Callable[..., Built]) -> None:
    out = build(
        f'{SETTINGS}-- content/a.md --\nText\n\n{{{{< figure src="/mark.png" alt="m" >}}}}\n{{#plan}}\n\n'
        "See [it](#plan) and [that](/a/#more).\n\n{{< comment >}}x{{< /comment >}}\n{#more}\n"
    )
    (target,) = out.page("/a/").xpath('//*[@id="plan"]')
    assert target.tag == "figure"
    assert len(out.page("/a/").xpath('//*[@id="more"]')) == 1


def test_an_id_that_is_taken_gets_a_number(build: Callable[..., Built]) -> None:
    out = build(
        f"{SETTINGS}-- content/a.md --\na\n{{#x}}\n\n- b\n{{#x}}\n\n```sh {{#x}}\nls\n```\n"
    )
    ids = Counter(node.get("id") for node in out.page("/a/").xpath("//*[@id]"))
    assert {name for name, count in ids.items() if count > 1} == set()
    assert {"x", "x-1", "x-2"} <= set(ids)


@pytest.mark.parametrize("builder", ["latex", "text", "epub"])
def test_other_builders_take_a_list_that_begins_anywhere(
    build: Callable[..., Built], builder: str
) -> None:
    build(
        f"{SETTINGS}-- content/a.md --\n1. a\n{{#x start=5}}\n\n1. b\n{{start=high}}\n",
        builder=builder,
        copyright="Us",
        version="1",
    )
