"""Reading the ``markup`` table: Hugo's defaults, old spellings, wrong types."""

from __future__ import annotations

from typing import Any

import pytest

from sphinx_hugo.markdown import MarkdownOptions
from sphinx_hugo.markdown.options import TocOptions, Typography


def test_defaults_are_those_of_hugo() -> None:
    assert MarkdownOptions.from_markup({}) == MarkdownOptions()


def test_options_can_be_keys() -> None:
    markup = {
        "goldmark": {
            "extensions": {
                "passthrough": {"enable": True, "delimiters": {"block": [["$$", "$$"]]}},
            }
        }
    }
    first, second = (MarkdownOptions.from_markup(markup) for _ in range(2))
    assert {first: 1}[second] == 1
    assert first.passthrough_block == (("$$", "$$"),)


@pytest.mark.parametrize(
    "goldmark",
    [
        "no table",
        {"renderer": 7, "parser": None, "extensions": []},
        {"renderer": {"unsafe": "yes"}, "parser": {"autoidtype": 3}},
        {"extensions": {"typographer": 1, "table": None, "linkifyprotocol": ""}},
        {"extensions": {"passthrough": {"enable": False, "delimiters": {"block": [["$", "$"]]}}}},
        {"extensions": {"passthrough": {"enable": True, "delimiters": {"block": [["$"], "$", 1]}}}},
    ],
)
def test_what_has_a_wrong_type_counts_as_missing(goldmark: Any) -> None:
    assert MarkdownOptions.from_markup({"goldmark": goldmark}) == MarkdownOptions()


@pytest.mark.parametrize(
    ("extensions", "changed"),
    [
        ({"typographer": False}, {"typographer": None}),
        ({"typographer": {"disable": True}}, {"typographer": None}),
        ({"typographer": {"emdash": "-"}}, {"typographer": Typography(em_dash="-")}),
        ({"footnote": False}, {"footnotes": False}),
        ({"footnote": {"enable": False}}, {"footnotes": False}),
        ({"footnote": {"backlinkhtml": "^"}}, {"footnote_backlink": "^"}),
        ({"cjk": {"enable": True, "eastasianlinebreaks": True}}, {"cjk_line_breaks": "simple"}),
        ({"cjk": {"eastasianlinebreaks": True}}, {}),
    ],
)
def test_extensions(extensions: dict[str, Any], changed: dict[str, Any]) -> None:
    found = MarkdownOptions.from_markup({"goldmark": {"extensions": extensions}})
    assert found == MarkdownOptions(**changed)


def test_table_of_contents() -> None:
    markup = {"tableofcontents": {"startlevel": 1, "endlevel": -1, "ordered": True}}
    assert MarkdownOptions.from_markup(markup).toc == TocOptions(1, -1, True)
