"""What a run gives, in cases where the real Hugo is not asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from sphinx_hugo.hugo.expressions.regexps import ExpressionError, compile_expression, expand
from sphinx_hugo.hugo.templates import ShortcodeCall, TemplateError, compile_template
from sphinx_hugo.hugo.templates.api import render_shortcode
from sphinx_hugo.hugo.templates.errors import FunctionError
from sphinx_hugo.hugo.templates.functions.small import ordinal_suffix
from sphinx_hugo.hugo.templates.objects.resource import image_size, matches
from sphinx_hugo.hugo.templates.objects.scratch import Scratch
from templates.world import small_world

if TYPE_CHECKING:
    from pathlib import Path

    from templates.world import World


def test_text_templates_are_not_escaped(world: World) -> None:
    assert world.render('{{ "<b>" }} <!-- c -->', name="x.md") == "<b> <!-- c -->"
    assert world.render("{{ .Params.nope }}", {"a": 1}, name="x.md") == "<no value>"


def test_params_are_case_insensitive_for_pages_but_not_for_calls(world: World) -> None:
    source = "{{ .Page.Params.KEY }}{{ .Params.KEY }}"
    assert world.render(source, {"key": 1}, page="/docs/a") == "v"


def test_an_inner_call_writes_into_its_parent(world: World) -> None:
    parent = ShortcodeCall(world.engine, "tabs", (), None)
    child = ShortcodeCall(world.engine, "tab", ("x",), None, parent=parent)
    render_shortcode(compile_template('{{ .Parent.Scratch.Add "n" (slice (.Get 0)) }}'), child)
    assert render_shortcode(compile_template('{{ .Scratch.Get "n" }}'), parent) == "[x]"


def test_warnings_are_handed_over_and_errorf_fails(world: World) -> None:
    call = ShortcodeCall(world.engine, "x", (), None)
    messages: list[str] = []
    render_shortcode(compile_template('{{ warnf "w %d" 1 }}'), call, messages=messages)
    assert messages == ["w 1"]
    with pytest.raises(TemplateError, match="no id"):
        render_shortcode(compile_template('{{ errorf "no %s" "id" }}'), call)


@pytest.mark.parametrize(
    ("call", "told"),
    [
        ('fileExists "../secret"', True),
        ('resources.Get "a/../../secret.css"', True),
        ('fileExists "a/../none"', False),
        ('resources.Get "none.css"', False),
    ],
)
def test_a_path_out_of_the_site_is_told(world: World, call: str, told: bool) -> None:
    messages: list[str] = []
    shortcode = ShortcodeCall(world.engine, "x", (), None)
    template = compile_template("{{ with " + call + " }}there{{ end }}")
    assert render_shortcode(template, shortcode, messages=messages) == ""
    assert ["leads out of the site" in message for message in messages] == [True] * told


def test_return_with_a_value_is_for_partials(world: World) -> None:
    assert world.render("a{{ return }}b") == "a"
    with pytest.raises(TemplateError, match="only supported in partials"):
        world.render("{{ return 1 }}")


def test_now_is_the_hosts_clock(world: World) -> None:
    assert world.render('{{ now.Format "2006-01-02 15:04" }}') == "2025-06-01 12:30"


def test_ids_are_those_of_headings(tmp_path: Path) -> None:
    settings = '[markup.goldmark.parser]\nautoIDType = "blackfriday"\n'
    world = small_world(tmp_path, {"hugo.toml": settings})
    assert world.render('{{ anchorize "A  b/c é!" }}') == "a-b-c-é"


def test_random_order_is_no_order(world: World) -> None:
    assert world.render("{{ shuffle (slice 3 1 2) }}") == "[3 1 2]"


def test_unavailable_tools_are_named(world: World) -> None:
    with pytest.raises(TemplateError, match=r"images\.QR is not available"):
        world.render('{{ images.QR "x" }}')


def test_a_style_that_browsers_cannot_read_is_left_and_named(world: World) -> None:
    call = ShortcodeCall(world.engine, "x", (), None)
    messages: list[str] = []
    source = '{{ ((resources.FromString "a.%s" "p{}") | css.Sass).RelPermalink }}'
    for ending in ("css", "scss"):
        template = compile_template(source % ending)
        assert render_shortcode(template, call, messages=messages).endswith(f"a.{ending}")
    assert ["a.scss" in message for message in messages] == [True]


@pytest.mark.parametrize(
    ("pattern", "text", "found"),
    [
        (r"(?i)ab", "AB ab", ["AB", "ab"]),
        (r"a(?i)b", "aB AB", ["aB"]),
        (r"(a(?i)b)c", "aBc aBC", ["aBc"]),
        (r"[[:digit:][:alpha:]_]+", "a1-_", ["a1", "_"]),
        (r"\d", "1١", ["1"]),
        (r"[^\W]", "é1", ["1"]),
        (r"[\S]", " é", ["é"]),
        (r"\x{e9}", "é", ["é"]),
        (r"\p{Greek}+", "aβγ", ["βγ"]),
        (r"\P{L}", "a1", ["1"]),
        (r"[\p{Lu}\d]+", "ÄB1c", ["ÄB1"]),
        (r"(?P<n>a)|(?<m>b)", "ab", ["a", "b"]),
        (r"a$", "a\n", []),
        (r"(?m:a$)", "a\na", ["a", "a"]),
        (r"\z", "a", [""]),
        ("[a&&b]", "&a", ["&", "a"]),
    ],
)
def test_expressions_are_gos(pattern: str, text: str, found: list[str]) -> None:
    regex = compile_expression(pattern).regex
    assert [match.group() for match in regex.finditer(text)] == found


@pytest.mark.parametrize(
    "pattern", ["(", ")", "a**", r"\1", "(?=a)", "(?<!a)", "[b-a]", r"\pX", "*"]
)
def test_expressions_that_go_does_not_know(pattern: str) -> None:
    with pytest.raises(ExpressionError):
        compile_expression(pattern)


def test_replacement_names() -> None:
    match = compile_expression("(?P<x>a)(b)?").regex.search("a")
    assert match is not None
    assert expand(match, "$1|${x}|$2|$9|$nope|$$|$1x|${1}x") == "a|a|||||$||ax".replace(
        "|||||", "||||"
    )


@pytest.mark.parametrize(
    ("number", "suffix"),
    [(1, "st"), (2, "nd"), (3, "rd"), (4, "th"), (11, "th"), (112, "th"), (21, "st")],
)
def test_ordinals(number: int, suffix: str) -> None:
    assert ordinal_suffix(number) == suffix


def test_image_sizes() -> None:
    png = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + (3).to_bytes(4, "big") + (5).to_bytes(4, "big")
    jpeg = b"\xff\xd8\xff\xe0\0\x04\0\0\xff\xc0\0\x11\x08\0\x07\0\x09\x03\0\0"
    assert image_size(png) == (3, 5)
    assert image_size(b"GIF89a\x04\0\x06\0") == (4, 6)
    assert image_size(jpeg) == (9, 7)
    assert image_size(b"<svg/>") is None


@pytest.mark.parametrize(
    ("pattern", "name", "fits"),
    [
        ("*.png", "a.PNG", True),
        ("*.png", "x/a.png", False),
        ("**.png", "x/a.png", True),
        ("x/*", "x/a", True),
    ],
)
def test_globs(pattern: str, name: str, fits: bool) -> None:
    assert matches(pattern, name) is fits


def test_scratch_adds_by_kind() -> None:
    scratch = Scratch()
    for value in (1, 2.5):
        scratch.add("n", value)
    for text in ("a", "b"):
        scratch.add("s", text)
    assert (scratch.get("n"), scratch.get("s")) == (3.5, "ab")
    with pytest.raises(FunctionError):
        scratch.add("n", "x")
