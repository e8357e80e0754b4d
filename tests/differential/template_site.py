"""The made-up site in which template cases run, for the real Hugo and for us."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

CONFIG = """\
baseURL = "https://example.org/base/"
title = "The <Site>"
copyright = "(c) us"
disableKinds = ["sitemap", "404"]
timeout = "60s"
enableEmoji = true
[params]
siteOnly = "from site"
[params.nested]
key = "deep"
[[menus.main]]
name = "Docs"
pageRef = "/docs"
weight = 2
[[menus.main]]
name = "Ext"
url = "https://example.com/"
weight = 1
[[menus.main]]
name = "Sub"
parent = "Docs"
url = "/sub/"
[[menus.side]]
name = "Plain"
url = "/plain/"
[[menus.side]]
name = "Sub"
title = "About"
url = "/about/"
[[menus.side]]
name = "Orphan"
parent = "Nobody"
pageRef = "/docs/sub"
[related]
threshold = 50
toLower = true
[[related.indices]]
name = "keywords"
weight = 80
[[related.indices]]
name = "topics"
weight = 60
cardinalityThreshold = 80
[[related.indices]]
name = "date"
weight = 20
[taxonomies]
topic = "topics"
"docs/level" = "docs/levels"
[markup.goldmark.renderer]
unsafe = true
"""
_BMP = (
    "BM\x66\0\0\0\0\0\0\0\x36\0\0\0\x28\0\0\0\x08\0\0\0\x02\0\0\0\x01\0\x18\0\0\0\0\0\x30\0\0\0"
    + "\0" * 16
    + "\x40" * 48
)
"""A picture of 8 by 2 pixels whose bytes are ASCII."""
_PAGE = "---\ntitle: {}\n{}---\n{}"
FILES = {
    "hugo.toml": CONFIG,
    "content/_index.md": _PAGE.format("Home & co", "", ""),
    "content/docs/_index.md": _PAGE.format(
        "Docs", "weight: 3\naliases: [papers, /old/papers/]\n", ""
    ),
    "content/docs/one.md": _PAGE.format(
        "One",
        "weight: 2\ndate: 2021-02-03\nlinkTitle: 1\ndescription: first\n"
        "topics: [water, Big Pumps, Air]\ndocs/levels: easy\nkeywords: [Oil, gas, coal]\n",
        "Some *text*.\n",
    ),
    "content/docs/two.md": _PAGE.format(
        "Two",
        "weight: 1\ndate: 2020-02-03\ntopics: big pumps\naliases: [second, ../2, /deux/]\n"
        "keywords: [oil]\nparams:\n  tagged: true\n",
        "",
    ),
    "content/docs/bundle/index.md": _PAGE.format(
        "Bundle", "date: 2021-05-06\nkeywords: gas\ntopics: [water]\n", ""
    ),
    "content/docs/bundle/data.txt": "the data",
    "content/docs/bundle/img/p.svg": "<svg/>",
    "content/docs/bundle/img/dot.bmp": _BMP,
    "content/docs/called/index.md": _PAGE.format(
        "Called",
        'resources:\n- {src: "img/*.svg", name: "pic-:counter", params: {a: 1, b: 1}}\n'
        '- {src: "**", title: "Title :counter", params: {a: 2}}\n- {src: words.txt, name: paper}\n',
        "",
    ),
    "content/docs/called/img/a.svg": "<svg/>",
    "content/docs/called/img/b.svg": "<svg/>",
    "content/docs/called/words.txt": "words",
    "content/docs/called/more.txt": "more",
    "content/docs/called/part.md": _PAGE.format("Part", "", ""),
    "content/docs/gates/index.md": _PAGE.format(
        "Gates", "", "## One {#one}\n\n### Two *x*\n\n## 3\n"
    ),
    "content/docs/gates/alpha.md": _PAGE.format(
        "Alpha", "weight: 2\nstages: [{stage: beta, since: '1.0'}]\n", "About *alpha*.\n"
    ),
    "content/docs/gates/sub/beta.md": _PAGE.format(
        "Beta", "weight: 1\ndate: 2020-01-01\n", "About **beta**.\n"
    ),
    "content/docs/gates/off.md": _PAGE.format("Off", "draft: true\n", ""),
    "content/docs/gates/pic.svg": "<svg xmlns='http://www.w3.org/2000/svg'/>",
    "content/docs/sub/_index.md": _PAGE.format("Sub", "", ""),
    "content/docs/sub/deep.md": _PAGE.format("Deep", "weight: 7\nkeywords: [coal, gas]\n", ""),
    "content/docs/sub/unlisted.md": _PAGE.format(
        "Unlisted", "topics: [Air, Fire]\nbuild: {list: never}\n", ""
    ),
    "content/topics/water/_index.md": _PAGE.format("All about water", "", ""),
    "content/topics/Empty Term/_index.md": _PAGE.format("Nothing", "", ""),
    "data/versions.yaml": (
        'latest: "2.0"\nCamelKey: camel\nlist:\n- {name: "1.0", eol: 2020-01-02}\n- {name: "2.0"}\n'
    ),
    "data/nums.json": '{"a": 7, "big": 1234567, "neg": -3, "list": [1, 2], "nested": {"Key": 5}}',
    "data/feed.xml": "<r><item id='1'><t>T</t></item><item id='2'><t>U</t></item></r>",
    "content/docs/dates.md": (
        "+++\ntitle = 'Dates'\nx = 2020-01-02\ny = 2020-01-02T03:04:05Z\nz = 03:04:05\n"
        "list = [2020-01-02]\nw = 2020-01-02T03:04:05\n+++\n"
    ),
    "data/dates.toml": "d = 2020-01-02\ndt = 2020-01-02T03:04:05Z\nldt = 2020-01-02T03:04:05\n",
    "data/sub/deep.yaml": "k: v\n",
    "i18n/en.yaml": 'hello: Hello\ncount:\n  one: "one thing"\n  other: "{{ .Count }} things"\n'
    'filled: "{{ .Count }} page{{ if ne .Count 1 }}s{{ end }} {{ printf `%03d` .Count }}"\n'
    'deep: "{{ .a.b }} {{ index .l 0 }} {{ .l }} {{ .yes }} {{ .none }} {{ .half }}"\n'
    'dot: "{{ $x := . }}({{ $x }})"\nhugo: "{{ . | upper }}"\n',
    "notes/a.txt": "note <a>",
    "notes/sub/b.txt": "b",
    "assets/style.txt": "asset text",
    "layouts/_partials/greet.html": "<b>Hi {{ . }}</b>",
    "layouts/_partials/sum.html": (
        "{{ $n := 0 }}{{ range . }}{{ $n = add $n . }}{{ end }}{{ return $n }}"
    ),
    "layouts/_partials/makedict.html": '{{ return dict "a" "<x>" }}',
    "layouts/_partials/early.html": "{{ if gt . 5 }}{{ return 1 }}{{ end }}text {{ . }}",
    "layouts/_partials/fn/find.html": (
        '{{- $p := .path -}}{{- $r := partial "fn/_up.html" (dict "path" $p "page" .page)'
        ' -}}{{- return $r -}}{{- define "_partials/fn/_up.html" -}}{{- $result := "" -}}'
        "{{- with .page.GetPage .path -}}{{- $result = . -}}{{- else -}}{{- with .page.Pa"
        'rent -}}{{- $result = partial "fn/_up.html" (dict "path" $.path "page" .) -}}{{-'
        " end -}}{{- end -}}{{- return $result -}}{{- end -}}"
    ),
    "layouts/_partials/fn/shared.html": (
        '{{ define "_partials/inline/shared.html" }}<i>{{ .x }}</i>{{ end }}{{ partial "i'
        'nline/shared.html" (dict "x" 1) }}'
    ),
    "layouts/_partials/utils/icon.html": (
        '{{- $name := .name -}}{{- $attrs := .attributes | default (dict) -}}<svg class="'
        'icon {{ $name }}"{{ range $k, $v := $attrs }} {{ $k }}="{{ $v }}"{{ end }}><path'
        ' d="M1 2"/></svg>'
    ),
    "layouts/_partials/attrs.html": (
        '{{- range $k, $v := . -}}{{- if $v -}}{{- printf " %s=%q" $k $v | safeHTMLAttr -'
        "}}{{- end -}}{{- end -}}"
    ),
    "layouts/_partials/md.md": ("**{{ . }}** <b>"),
    "layouts/_partials/noext": ("no ext {{ . }}"),
    "layouts/partials/old/style.html": ("old {{ . }}"),
    "data/team.toml": (
        "[[person]]\nname = 'A'\nrole = 'x'\nstart = 2020-01-02\n[[person]]\nname = 'B'\nrole ="
        " 'y'\n"
    ),
    "data/menu.json": (
        '{"items": [{"title": "T", "links": [{"u": "/a", "n": "A & B"}]}, {"title": "U", '
        '"links": []}], "n": 3, "price": 9.99, "big": 2500000}'
    ),
    "layouts/_partials/ret/map.html": (
        '{{ $m := dict "n" (len .) }}{{ range . }}{{ $m = merge $m (dict . true) }}{{ end'
        " }}{{ return $m }}"
    ),
    "layouts/_partials/ret/bool.html": ("{{ return (gt . 3) }}"),
    "layouts/_partials/ret/nil.html": ("{{ return nil }}"),
    "layouts/_partials/ret/slice.html": (
        "{{ $s := slice }}{{ range seq . }}{{ $s = $s | append (mul . 2) }}{{ end }}{{ return $s }}"
    ),
    "layouts/_partials/ctx.html": (
        "{{ with .page }}{{ .Title }}{{ end }}{{ range $k, $v := .params }}{{ $k }}={{ $v"
        " }};{{ end }}"
    ),
    "layouts/_partials/cond.html": (
        '{{- if eq .kind "a" }}{{ return "AA" }}{{ end -}}{{- return "other" -}}'
    ),
    "layouts/all.html": "{{ .Content }}",
}
"""Everything but the cases."""
CASE_PAGE = """\
---
title: Case page
date: 2020-03-04
build:
  list: never
params:
  foo: bar
  list: [a, 1, true]
  map:
    Key: v
---
"""
"""Front matter of each page that holds a case."""


def write_files(root: Path, files: dict[str, str]) -> None:
    """Write files below a folder."""
    for path, text in files.items():
        filename = root / path
        filename.parent.mkdir(parents=True, exist_ok=True)
        filename.write_text(text, encoding="utf-8")
