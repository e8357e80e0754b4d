"""The author's own lines: kept where plain MyST reads them as what they mean, with links moved."""

from __future__ import annotations

import textwrap

import pytest

from sphinx_hugo.eject.authors import AuthorsText
from sphinx_hugo.eject.reading import EXTENSIONS, StockReader
from sphinx_hugo.markdown.rules.emoji import with_emoji

READER = StockReader(EXTENSIONS, smartquotes=True)


def authors(text: str) -> AuthorsText:
    return AuthorsText(textwrap.dedent(text).strip("\n").split("\n"), READER, with_emoji)


@pytest.mark.parametrize(
    ("source", "written", "kept"),
    [
        ("one\ntwo __three__", "one two **three**", "one\ntwo __three__"),
        ("* a\n* b", "- a\n- b", "* a\n* b"),
        ('say "yes" -- now', "say “yes” – now", 'say "yes" -- now'),
        ("a  \nb", "a\\\nb", "a  \nb"),
        ("see [x](/docs/x/)", "see [x](x.md)", "see [x](x.md)"),
        (
            'see [x]({{< relref "x.md#y" >}} "T")',
            'see [x](x.md#y "T")',
            'see [x](x.md#y "T")',
        ),
        (
            "see\n[x](#x 'T')",
            'see [x](./#x "T"){.external}',
            "see\n[x](./#x 'T'){.external}",
        ),
        ("![a](/img/p.png)", "![a](/_extra/img/p.png)", "![a](/_extra/img/p.png)"),
        ("hi :smile:", "hi 😄", "hi 😄"),
        ("```\n{{</* x */>}}\n```", "```\n{{< x >}}\n```", "```\n{{< x >}}\n```"),
        ("{{< tip >}}\none\ntwo\n{{< /tip >}}", "one two", None),
        ("a {{< icon >}} b", "a ★ b", None),
        ("% gone", r"\% gone", None),
        ("cost: {x}`y`", r"cost: \{x}`y`", None),
        ("<div>\nopen", "<div>\n\nopen", None),
        ("```\nnever closed", "```\nnever closed\n```", None),
    ],
)
def test_block_is_kept_if_it_says_the_same(source: str, written: str, kept: str | None) -> None:
    assert authors(source).block(1, source.count("\n") + 2, written) == kept


def test_block_in_a_call_ends_before_the_tag_that_closes_it() -> None:
    text = authors("{{% tip %}}\n  one\n  _two_\n{{% /tip %}}")
    assert text.block(2, 5, "one *two*") == "one\n_two_"


def test_first_block_of_an_item_or_quotation_loses_the_mark() -> None:
    assert authors("1. [ ] one\n   _two_").block(1, 3, "one *two*") == "one\n_two_"
    assert authors("> one\n> _two_").block(1, 3, "one *two*") == "one\n_two_"


def test_links_by_reference_bring_their_definitions_along() -> None:
    text = authors("""
        See [the plan][Plan] and [x].

        [plan]: /docs/plan/ "P"
        [x]: https://example.org/
        [unused]: /docs/none/
    """)
    written = 'See [the plan](plan.md "P") and [x](https://example.org/).'
    assert text.block(1, 6, written) == "See [the plan][Plan] and [x]."
    assert text.definitions() == ['[plan]: plan.md "P"\n[x]: https://example.org/']


def test_definition_leads_to_one_place_only() -> None:
    text = authors("[a][x]\n\n[b][x]\n\n[x]: /docs/x/")
    assert text.block(1, 3, "[a](one.md)") == "[a][x]"
    assert text.block(3, 5, "[b](two.md)") is None


@pytest.mark.parametrize(
    ("source", "written", "kept"),
    [
        ("## A _b_ ##", "A *b*", "A _b_"),
        ("## A {#id .c}", "A", "A"),
        ("A\n---", "A", "A"),
        ("## A {{< icon >}}", "A ★", None),
        ("## Don't", "Don’t", "Don't"),
        ("## A -- b", "A – b", None),  # the ids would be a----b and a--b
    ],
)
def test_heading(source: str, written: str, kept: str | None) -> None:
    assert authors(source).heading(1, written) == kept


def test_ids_of_headings_are_those_of_myst() -> None:
    assert READER.slugs(["A b", "A *b*", "1. `x_y`: z", "★"]) == ["a-b", "a-b-1", "1-x_y-z", ""]
