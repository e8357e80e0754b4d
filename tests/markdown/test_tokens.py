"""What the tokens say to a renderer that prints no HTML."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest
from markdown_it.renderer import RendererProtocol

from sphinx_hugo.hugo.anchors import AnchorRegistry
from sphinx_hugo.markdown import MarkdownOptions, MystNames, create_parser

if TYPE_CHECKING:
    from collections.abc import Sequence

    from markdown_it.token import Token

PLACEHOLDER = re.compile(r"=hsc(\d+)x")


class NoRenderer(RendererProtocol):
    """Stands for a renderer of another format."""

    __output__ = "other"

    def __init__(self, md: Any) -> None:
        self.md = md

    def render(self, tokens: Sequence[Token], options: Any, env: Any) -> str:
        raise NotImplementedError


def parse(source: str, env: dict[str, Any] | None = None, **changes: Any) -> list[Token]:
    options = MarkdownOptions.from_markup(changes.pop("markup", {}), **changes)
    return create_parser(options, NoRenderer).parse(source, {} if env is None else env)


def types(tokens: list[Token] | None) -> list[str]:
    return [token.type for token in tokens or []]


def test_typographic_signs_are_one_text() -> None:
    (text,) = parse('"a" -- b')[1].children or []
    assert text.content == "“a” – b"
    assert text.meta["entities"] == {0: "&ldquo;", 2: "&rdquo;", 4: "&ndash;"}


@pytest.mark.parametrize(
    ("source", "attrs", "kind"),
    [
        ("# A b", {"id": "a-b"}, "auto"),
        ("# A {#x .y k=v}", {"id": "x", "class": "y", "k": "v"}, "explicit"),
        ("# A {onclick=x}", {"id": "a"}, "auto"),
        ("#", {}, "none"),
    ],
)
def test_heading(source: str, attrs: dict[str, str], kind: str) -> None:
    opening = parse(source)[0]
    assert opening.attrs == attrs
    assert opening.meta["id"] == kind


def test_texts_of_one_page_can_share_their_anchors() -> None:
    registry = AnchorRegistry()
    assert parse("# a", {"anchors": registry})[0].attrs["id"] == "a"
    assert parse("# a", {"anchors": registry})[0].attrs["id"] == "a-1"


@pytest.mark.parametrize(
    ("info", "language", "attributes"),
    [
        ("go", "go", {}),
        ("go {linenos=true hl_lines=[1,\"3-5\"] linenostart=7}", "go",
         {"linenos": True, "hl_lines": [1, 3, 4, 5], "linenostart": 7}),
        ("go{hl_lines=2,.c #i title=\"a b\"}", "go",
         {"hl_lines": [2], "class": "c", "id": "i", "title": "a b"}),
        ("go {linenos=table hl_lines=\"1 4-5\"}", "go", {"linenos": "table", "hl_lines": [1, 4, 5]}),
        ("{.c}", "", {"class": "c"}),
        ("go title=\"x\"", "go", {}),
        ("", "", {}),
    ],
)  # fmt: skip
def test_fence(info: str, language: str, attributes: dict[str, Any]) -> None:
    (fence,) = parse(f"```{info}\na\n```")
    assert (fence.info, fence.meta["attributes"]) == (language, attributes)


def test_braces_that_cannot_be_read_are_reported() -> None:
    env: dict[str, Any] = {"problems": []}
    (fence,) = parse("\n```go {a b}\nx\n```", env)[-1:]
    assert (fence.info, fence.content) == ("go", "x\n")
    ((line, message),) = env["problems"]
    assert line == 2
    assert "'go {a b}'" in message


def test_myst_only_where_the_name_is_known() -> None:
    myst = MystNames({"note"}.__contains__, {"ref"}.__contains__)
    env: dict[str, Any] = {"problems": []}
    tokens = parse("```{note} T\na\n```\n\n```{nope}\nb\n```\n\n{ref}`c` {nope}`d`", env, myst=myst)
    directive, fence, _, inline, _ = tokens
    assert (directive.info, directive.meta["directive"]) == ("{note} T", True)
    assert (fence.info, "directive" in fence.meta) == ("", False)
    assert types(inline.children) == ["myst_role", "text", "code_inline"]
    assert [line for line, _ in env["problems"]] == [5]


def test_alert() -> None:
    tokens = parse("> [!Tip]- A *b*\n> c")
    assert types(tokens) == [
        "alert_open", "alert_title_open", "inline", "alert_title_close",
        "paragraph_open", "inline", "paragraph_close", "alert_close",
    ]  # fmt: skip
    assert tokens[0].meta == {"kind": "tip", "sign": "-", "title": "A *b*"}
    assert tokens[0].info == "TIP"
    assert tokens[5].map == [1, 2]


def test_raw_html_is_taken_out_and_reported() -> None:
    env: dict[str, Any] = {"problems": [], "line_map": [11, 12, 20, 21, 22]}
    tokens = parse("a\nb <i>c</i>\n\n<div>\n<!-- d -->", env)
    assert types(tokens) == ["paragraph_open", "inline", "paragraph_close"]
    assert types(tokens[1].children) == ["text", "softbreak", "text", "text"]
    assert [line for line, _ in env["problems"]] == [12, 12, 21]


def test_unsafe_html_stays() -> None:
    tokens = parse("<div>", markup={"goldmark": {"renderer": {"unsafe": True}}})
    assert types(tokens) == ["html_block"]


def test_placeholders() -> None:
    env = {"shortcodes": PLACEHOLDER, "line_map": [3, 4, 9, 10, 11, 12, 13]}
    tokens = parse("=hsc0x\n\na =hsc1x b\n\n- =hsc2x\n\n`=hsc3x` [a](=hsc4x)", env)
    assert types(tokens) == [
        "shortcode_block", "paragraph_open", "inline", "paragraph_close", "bullet_list_open",
        "list_item_open", "shortcode_block", "list_item_close", "bullet_list_close",
        "paragraph_open", "inline", "paragraph_close",
    ]  # fmt: skip
    assert [token.meta["index"] for token in tokens if token.type == "shortcode_block"] == [0, 2]
    assert types(tokens[2].children) == ["text", "shortcode", "text"]
    code, _, link, *_ = tokens[10].children or []
    assert (code.content, link.attrs["href"]) == ("=hsc3x", "=hsc4x")
    assert [token.map for token in tokens if token.map][:2] == [[2, 3], [8, 9]]


def test_a_backslash_does_not_take_a_placeholder_apart() -> None:
    tokens = parse("\\=hsc0x \\= b", {"shortcodes": PLACEHOLDER})
    text, call, after = tokens[1].children or []
    assert (text.content, call.meta, after.content) == ("\\", {"index": 0}, " = b")


def test_no_id_is_made_of_a_placeholder() -> None:
    env = {"shortcodes": PLACEHOLDER}
    tokens = parse("## a `v=hsc0x` b\n\n## =hsc1x c\n\n## `=hsc2x`", env)
    headings = [token for token in tokens if token.type == "heading_open"]
    assert [token.attrs.get("id") for token in headings] == ["a-v-b", "c", None]


def test_two_placeholders_make_a_paragraph() -> None:
    tokens = parse("=hsc0x =hsc1x", {"shortcodes": PLACEHOLDER})
    assert types(tokens) == ["paragraph_open", "inline", "paragraph_close"]


def test_the_divider_does_not_move_lines() -> None:
    tokens = parse("a\n\nb <!--more--> c\n\nd")
    assert [(t.type, t.map) for t in tokens if t.map and t.type != "inline"] == [
        ("paragraph_open", [0, 1]),
        ("paragraph_open", [2, 3]),
        ("paragraph_open", [2, 3]),
        ("paragraph_open", [4, 5]),
    ]


def test_a_divider_in_a_listing_stays() -> None:
    (fence,) = parse("```\na\n<!--more-->\nb\n```")
    assert fence.content == "a\n<!--more-->\nb\n"


def test_emoji_and_tasks() -> None:
    (_, item, _, inline, *_) = parse("- [x] :tada: :nope:", enable_emoji=True)
    assert item.meta["checked"] is True
    emoji, text = inline.children or []
    assert (emoji.type, emoji.content, emoji.markup) == ("emoji", "🎉", ":tada:")
    assert text.content == " :nope:"


def test_mathematics() -> None:
    delimiters = {"enable": True, "delimiters": {"block": [["$$", "$$"]], "inline": [["$", "$"]]}}
    markup = {"goldmark": {"extensions": {"passthrough": delimiters}}}
    tokens = parse("a $b$\n\n$$\nc\n$$", markup=markup)
    math = (tokens[1].children or [])[1]
    assert (math.type, math.content, math.meta) == ("math_inline", "b", {"delimiters": ("$", "$")})
    assert (tokens[3].type, tokens[3].content) == ("math_block", "\nc\n")


def test_footnotes_know_their_numbers() -> None:
    tokens = parse("a[^x] b[^x]\n\n[^x]: n\n\n[^y]: m")
    refs = [child.meta for child in tokens[1].children or [] if child.type == "footnote_ref"]
    assert refs == [
        {"label": "x", "scope": 0, "number": 1, "use": 1},
        {"label": "x", "scope": 0, "number": 1, "use": 2},
    ]
    notes = [token.meta for token in tokens if token.type == "footnote_reference_open"]
    assert [(note["label"], note["number"]) for note in notes] == [("x", 1), ("y", None)]
