"""The made-up site in which template cases run, for the real Hugo and for us."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

CONFIG = """\
baseURL = "https://example.org/base/"
title = "The <Site>"
copyright = "(c) us"
disableKinds = ["taxonomy", "term", "rss", "sitemap", "404"]
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
[markup.goldmark.renderer]
unsafe = true
"""
_PAGE = "---\ntitle: {}\n{}---\n{}"
FILES = {
    "hugo.toml": CONFIG,
    "content/_index.md": _PAGE.format("Home & co", "", ""),
    "content/docs/_index.md": _PAGE.format("Docs", "weight: 3\n", ""),
    "content/docs/one.md": _PAGE.format(
        "One", "weight: 2\ndate: 2021-02-03\nlinkTitle: 1\ndescription: first\n", "Some *text*.\n"
    ),
    "content/docs/two.md": _PAGE.format(
        "Two", "weight: 1\ndate: 2020-02-03\nparams:\n  tagged: true\n", ""
    ),
    "content/docs/bundle/index.md": _PAGE.format("Bundle", "date: 2021-05-06\n", ""),
    "content/docs/bundle/data.txt": "the data",
    "content/docs/bundle/img/p.svg": "<svg/>",
    "content/docs/sub/_index.md": _PAGE.format("Sub", "", ""),
    "content/docs/sub/deep.md": _PAGE.format("Deep", "weight: 7\n", ""),
    "data/versions.yaml": (
        'latest: "2.0"\nCamelKey: camel\nlist:\n- {name: "1.0", eol: 2020-01-02}\n- {name: "2.0"}\n'
    ),
    "i18n/en.yaml": 'hello: Hello\ncount:\n  one: "one thing"\n  other: "{{ .Count }} things"\n',
    "notes/a.txt": "note <a>",
    "notes/sub/b.txt": "b",
    "assets/style.txt": "asset text",
    "layouts/_partials/greet.html": "<b>Hi {{ . }}</b>",
    "layouts/_partials/sum.html": (
        "{{ $n := 0 }}{{ range . }}{{ $n = add $n . }}{{ end }}{{ return $n }}"
    ),
    "layouts/_partials/makedict.html": '{{ return dict "a" "<x>" }}',
    "layouts/_partials/early.html": "{{ if gt . 5 }}{{ return 1 }}{{ end }}text {{ . }}",
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
