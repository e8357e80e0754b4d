"""Templates that read nothing but the call."""

from __future__ import annotations

import pytest

from sphinx_hugo.hugo.templates import compile_template

PLAIN = [
    "text",
    '<b>{{ .Get "title" | markdownify }}</b>{{ .Inner }}',
    '{{ with .Get 0 }}{{ . }}{{ else }}{{ printf "%d" 3 }}{{ end }}',
    '{{ range $i, $x := split .Inner "," }}{{ if eq $i 2 }}{{ break }}{{ end }}{{ $x }}{{ end }}',
    '{{ .Parent.Scratch.Add "tabs" (dict "name" (.Get "name")) }}',
    "{{ strings.ToUpper (index .Params 0) }}",
]
OTHERS = [
    "{{ .Page.Title }}",
    "{{ $.Page.Title }}",
    "{{ .Parent.Page.Title }}",
    "{{ (.Parent).Site.Title }}",
    "{{ $p := . }}{{ $p.Page.Title }}",
    "{{ site.Title }}",
    '{{ if .Get 0 }}{{ partial "x" . }}{{ end }}',
    '{{ with .Get 0 }}{{ else }}{{ readFile "x" }}{{ end }}',
    '{{ .Ref "x" }}',
    "{{ .Position }}",
    "{{ now }}",
    '{{ i18n "x" }}',
    '{{ printf "%s" (hugo.Version) }}',
    '{{ template "x" . }}{{ define "x" }}{{ end }}',
]


@pytest.mark.parametrize("source", PLAIN)
def test_plain(source: str) -> None:
    assert compile_template(source).is_plain


@pytest.mark.parametrize("source", OTHERS)
def test_not_plain(source: str) -> None:
    assert not compile_template(source).is_plain
