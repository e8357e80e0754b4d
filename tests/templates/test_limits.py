"""Nothing a template says makes a run endless, huge, or raise anything but `TemplateError`."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sphinx_hugo.hugo.templates import Budget, TemplateError
from sphinx_hugo.hugo.templates.functions import FUNCTIONS
from sphinx_hugo.hugo.templates.functions.registry import Namespace

if TYPE_CHECKING:
    from templates.world import World

SMALL = {"steps": 20_000, "output": 50_000, "depth": 20}
NAMES = sorted(name for name, found in FUNCTIONS.items() if not isinstance(found, Namespace)) + [
    f"{space}.{name}"
    for space, found in sorted(FUNCTIONS.items())
    if isinstance(found, Namespace)
    for name in found.functions
]
ENDLESS: dict[str, str] = {
    "doubling text": '{{ $s := "x" }}{{ range seq 1000 }}{{ $s = print $s $s }}{{ end }}',
    "doubling list": "{{ $s := slice 1 }}{{ range 1000 }}{{ $s = $s | append $s }}{{ end }}",
    "doubling map": (
        '{{ $d := dict "a" 1 }}{{ range 60 }}{{ $d = dict "a" $d "b" $d }}{{ end }}{{ $d }}'
    ),
    "doubling json": (
        '{{ $d := dict "a" 1 }}{{ range 60 }}{{ $d = slice $d $d }}{{ end }}{{ jsonify $d }}'
    ),
    "loops in loops": "{{ range 1000 }}{{ range 1000 }}{{ range 1000 }}{{ end }}{{ end }}{{ end }}",
    "recursion": '{{ define "r" }}{{ template "r" . }}{{ end }}{{ template "r" . }}',
    "partial recursion": '{{ partial "loop.html" . }}',
    "repeat": '{{ strings.Repeat 1000000000 "xxxx" }}',
    "padding": '{{ printf "%1000000000d" 1 }}',
    "sequence": "{{ seq 1000000000 }}",
    "output": '{{ range 100000 }}{{ "0123456789" }}{{ end }}',
    "caught anyway": '{{ range 100000 }}{{ $x := try (strings.Repeat 1000000000 "x") }}{{ end }}',
    "big replace": '{{ $s := strings.Repeat 9000 "a" }}{{ replace $s "a" $s }}',
}


@pytest.mark.parametrize("source", ENDLESS.values(), ids=ENDLESS.keys())
def test_endless_templates_end_with_an_error(source: str, world: World) -> None:
    started = time.process_time()
    with pytest.raises(TemplateError):
        world.render(source, budget=Budget(**SMALL))
    # Far above what it takes, far below what no limit would take.
    assert time.process_time() - started < 20


def test_budget_error_says_what_to_look_for(world: World) -> None:
    with pytest.raises(TemplateError, match="endless loop"):
        world.render("{{ range 100 }}{{ end }}", budget=Budget(steps=10))


@pytest.mark.parametrize(
    "pattern",
    [
        "(a+)+$", "(a*)*b", "(a|a+)+$", "((a+)b?)*$", "(a|a)*b", "(a|ab)*c", "(a?a?)*b",
        "(a?){30}a{30}", "(?:[ab]+[bc]+)+$", "(?i:(a+))*b", "(a{1,9})+b", "(\\w+\\s*)+$", "(a|[a-c])*$",
    ],
)  # fmt: skip
def test_ambiguous_repetition_is_refused(pattern: str, world: World) -> None:
    with pytest.raises(TemplateError, match="in several ways"):
        world.render(f"{{{{ findRE `{pattern}` `{'a' * 40}` }}}}")


@pytest.mark.parametrize(
    ("pattern", "found"),
    [
        ("(<[^>]+>)+", "[<a><b>]"), ("(ab|cd)+", "[abcd]"), ("(?:,[a-z]*)+", "[,x,yy]"),
        ("(?:\\s+\\w+)*-", "[ q x-]"), ("(abc)*d", "[abcabcd]"), ("(a(bc))+", "[abcabc]"),
    ],
)  # fmt: skip
def test_clear_repetition_is_fine(pattern: str, found: str, world: World) -> None:
    text = "<a><b> abcd ,x,yy q x- abcabcd"
    shown = world.render(
        f"{{{{ range findRE `{pattern}` `{text}` }}}}[{{{{ . | safeHTML }}}}]{{{{ end }}}}"
    )
    assert found in shown


@pytest.mark.parametrize("path", ["../x", "/../../etc/passwd", "a/../../x", "\\\\x"])
def test_no_file_outside_of_the_site(path: str, world: World) -> None:
    assert world.render(f"{{{{ readFile `{path}` }}}}") == ""


def test_no_environment(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HUGO_SECRET", "s3cret")
    assert world.render('{{ getenv "HUGO_SECRET" }}') == ""


def test_no_network(world: World) -> None:
    with pytest.raises(TemplateError, match="network"):
        world.render('{{ resources.GetRemote "https://example.org/x.json" }}')


@pytest.mark.parametrize("count", [50, 5_000])
def test_deep_nesting_is_an_error_or_works(count: int, world: World) -> None:
    for source in (
        "{{ " + "(" * count + "1" + ")" * count + " }}",
        "{{ if 1 }}" * count + "{{ end }}" * count,
        "{{ if 0 }}" + "{{ else if 0 }}" * count + "{{ end }}",
    ):
        try:
            assert world.render(source) in {"1", ""}
        except TemplateError as error:
            assert "deep" in error.message or "branches" in error.message


VALUES = st.sampled_from(
    [
        "nil", "true", "0", "-1", "3", "1.5", '""', '"a b"', '"<x>"', "`{`", "(slice 1 2)", "(dict)",
        '(slice "a" "b")', '(dict "a" (slice 1))', ".Page", "site", "$", "(now)", "(newScratch)",
        '(safeHTML "<b>")', "site.RegularPages", "9223372036854775807", '"2020-01-02"', '"%s%d"',
        "(seq 3)", '"[a"', "1e308", "hugo", '(time.ParseDuration "1h")', "strings",
    ]
)  # fmt: skip


@given(
    st.sampled_from(NAMES), st.lists(VALUES, max_size=4), st.sampled_from(["", ".Foo", ".Title"])
)
def test_any_call_gives_text_or_a_template_error(
    world: World, name: str, args: list[str], member: str
) -> None:
    source = f'<p title="{{{{ ({name} {" ".join(args)}){member} }}}}">'
    try:
        assert isinstance(world.render(source, budget=Budget(**SMALL)), str)
    except TemplateError as error:
        assert str(error)


PIECES = st.sampled_from(
    [
        "{{ if . }}", "{{ else }}", "{{ end }}", "{{ range slice 1 2 }}", "{{ with 1 }}", "{{ . }}",
        '{{ define "x" }}', '{{ template "x" . }}', "{{ break }}", "{{ $x := 1 }}", "{{ $x }}", "<a ",
        'href="', '"', ">", "<script>", "</script>", "'", "/", "`", "${", "<!--", "-->", "<style>",
        "</style>", "url(", "{{- ", " -}}", "{{", "}}", "|", "(", ")", "text", "\n", "<", "{{ return }}",
        '{{ partial "twice.html" . }}', "{{ try (div 1 0) }}", ":=", "/*", "*/", "\\", "=",
    ]
)  # fmt: skip


@given(st.lists(PIECES, max_size=12).map("".join))
def test_any_source_gives_text_or_a_template_error(world: World, source: str) -> None:
    try:
        assert isinstance(world.render(source, budget=Budget(**SMALL)), str)
    except TemplateError as error:
        assert str(error)


@given(st.text("ab([{^$*+?.|\\)]}-:1dDwsSbBpPQEi<>=!"), st.text("ab1 .\n", max_size=20))
def test_any_expression_gives_text_or_a_template_error(
    world: World, pattern: str, text: str
) -> None:
    try:
        world.render("{{ findRE (.Get 0) (.Get 1) }}", [pattern, text])
    except TemplateError as error:
        assert "regular expression" in error.message or "regexp" in error.message
