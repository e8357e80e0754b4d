"""Does a shortcode template read what stands between the tags? Every case was put to the binary."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model import vectors
from sphinx_hugo.hugo.calls.inner_use import uses_inner

USES = [
    "{{ .Inner }}",
    "{{.Inner}}",
    "{{- .Inner -}}",
    "{{ $.Inner }}",
    "{{ .InnerDeindent }}",
    "{{ .Inner | safeHTML }}",
    "{{ if false }}{{ .Inner }}{{ end }}",
    "{{ if .Inner }}x{{ end }}",
    "{{ $n := .Inner }}",
    "{{ $x:=.Inner}}",
    "{{ $x := 1 }}{{ $x = .Inner }}",
    "{{ $x := . }}{{ $x.Inner }}",
    "{{ with $x := .Inner }}{{ end }}",
    "{{ with .Parent }}{{ .Inner }}{{ end }}",
    "{{ with .Page }}{{ ($.Inner) }}{{ end }}",
    '{{ printf "%s" (.Inner) }}',
    "{{ (.Scratch.Get .Inner) }}",
    "{{ not .Inner }}",
    '{{ dict "x" .Inner }}',
    '{{ .Page.Store.Set "a" .Inner }}',
    "{{ .Page.Params.Inner }}",
    '{{ template "q" . }}{{ define "q" }}{{ .Inner }}{{ end }}',
    '{{ define "q" }}{{ if true }}{{ .Inner }}{{ end }}{{ end }}{{ template "q" . }}',
    '{{ "}}" }}{{ .Inner }}',
    "{{/* }} */}}{{ .Inner }}",
    "{{ print `}}` .Inner }}",
]

USES_NOT = [
    "",
    "x",
    "the .Inner",
    "{{/* .Inner */}}x",
    "{{- /* .Inner */ -}}x",
    "{{/* a }} .Inner */}}x",
    '{{ partial "pi.html" . }}',
    '{{ ".Inner" }}',
    "{{ `.Inner` }}",
    '{{ "}}" }}.Inner',
    '{{ "}}.Inner" }}',
    "{{ .InnerX }}",
    "{{ .inner }}",
    "{{ (.).Inner }}",
    "{{ ($).Inner }}",
    "{{ (.Get 0).Inner }}",
    '{{ isset .Params "Inner" }}',
    '{{ index . "Inner" }}',
    "{{ $Inner := 1 }}{{ $Inner }}",
    '{{ define "x" }}{{ .Inner }}{{ end }}',
    'x{{ define "x" }}{{ .Inner }}{{ end }}',
    '{{ template "y" .Inner }}{{ define "y" }}{{ end }}',
    '{{ block "z" .Inner }}{{ end }}',
    "{{ '.' }}",
]


@pytest.mark.parametrize("template", USES)
def test_uses(template: str) -> None:
    assert uses_inner(template)


@pytest.mark.parametrize("template", USES_NOT)
def test_uses_not(template: str) -> None:
    assert not uses_inner(template)


@pytest.mark.parametrize(
    "vector",
    [v for v in vectors.load("shortcode output") if v.id.startswith("so-uses-inner")],
    ids=str,
)
def test_vectors(vector: vectors.Vector) -> None:
    template = vector.site["layouts/_shortcodes/i.html"]
    assert uses_inner(template) is ("error" not in vector.expect)


def test_blocks_that_call_each_other_end() -> None:
    loop = (
        '{{ define "a" }}{{ template "b" . }}{{ end }}{{ define "b" }}{{ template "a" }}{{ end }}'
    )
    assert not uses_inner(loop + '{{ template "a" . }}{{/* Inner */}}')


@given(st.text(st.sampled_from("{}/*\"`'.$ -Iner\n\\"), max_size=60), st.booleans())
def test_any_text_gets_an_answer(text: str, called: bool) -> None:
    template = text + ("{{ .Inner }}" if called else "Inner")
    answer = uses_inner(template)
    if not re.search(r"[{}\"'`\\]", text):
        assert answer is called


@pytest.mark.parametrize(
    "unit", ["{{", "{{/*", '{{ "', "{{ `", "{{ '\\", '"\\', "{{ end }}", "{{ .a"]
)
def test_hostile_templates(unit: str) -> None:
    assert not uses_inner(unit * 50_000 + " Inner")
