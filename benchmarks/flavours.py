"""The site in files: for Hugo, as people write it, and by hand for stock Sphinx."""

from __future__ import annotations

import os.path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from benchmarks.pages import Block, Page, Text

HUGO_TOML = """baseURL = "https://docs.example.org/"
title = "Benchmark"
disableKinds = ["taxonomy", "term", "rss", "404"]
[markup.goldmark.renderer]
unsafe = true
"""
OURS_CONF = """import sys
sys.path.insert(0, {ext!r})
project = "Benchmark"
extensions = ["sphinx_hugo"]
html_theme = "furo"
html_title = "Benchmark"
"""
STOCK_CONF = """project = "Benchmark"
extensions = ["myst_parser", "sphinx_design"]
myst_enable_extensions = ["colon_fence"]
html_theme = "furo"
html_title = "Benchmark"
"""
LAYOUTS = {
    "all.html": """<!doctype html><html lang="en"><head><meta charset="utf-8">
<title>{{ .Title }}</title><meta name="description" content="{{ .Description }}"></head>
<body>%NAV%<main><h1>{{ .Title }}</h1>{{ .Content }}</main><aside>{{ .TableOfContents }}</aside>
<footer>{{ with .PrevInSection }}<a href="{{ .RelPermalink }}">{{ .LinkTitle }}</a>{{ end }}
{{ with .NextInSection }}<a href="{{ .RelPermalink }}">{{ .LinkTitle }}</a>{{ end }}</footer>
</body></html>
""",
    "_partials/nav.html": """<nav><ul>{{ range .Site.Home.Pages }}
{{ template "entry" (dict "page" . "here" $) }}{{ end }}</ul></nav>
{{ define "entry" }}{{ $here := .here }}<li{{ if eq .page .here }} class="current-page"{{ else if
.here.IsDescendant .page }} class="current"{{ end }}><a href="{{ .page.RelPermalink }}">{{
.page.LinkTitle }}</a>{{ with .page.Pages }}<ul>{{ range . }}{{ template "entry" (dict "page" .
"here" $here) }}{{ end }}</ul>{{ end }}</li>{{ end }}
""",
    "_shortcodes/alert.html": '<div class="alert"><h4>{{ .Get "title" }}</h4>\n\n{{ .Inner }}\n\n</div>',
    "_shortcodes/tabpane.html": '<div class="tabs">{{ .Inner }}</div>',
    "_shortcodes/tab.html": '<section><h5>{{ .Get "header" }}</h5>\n\n{{ .Inner }}\n\n</section>',
}
SIDEBARS = {"full": '{{ partial "nav.html" . }}', "cached": '{{ partialCached "nav.html" . }}'}


def write_hugo(root: Path, pages: Sequence[Page], ext: str, sidebar: str = "full") -> None:
    """Write the site for Hugo and for us."""
    for page in pages:
        name = f"{page.path}/_index.md".lstrip("/") if page.is_section else f"{page.path}.md"
        head = f"title: {page.title}\ndescription: {page.description}\nweight: {page.weight}\n"
        _put(root / "content" / name, f"---\n{head}---\n\n" + _body(page, hugo=True))
    _put(root / "hugo.toml", HUGO_TOML)
    write_conf(root, ext)
    for name, text in LAYOUTS.items():
        _put(root / "layouts" / name, text.replace("%NAV%", SIDEBARS[sidebar]))


def write_conf(root: Path, ext: str) -> None:
    """Write what Sphinx needs to build a Hugo site with us; *ext* is where we are."""
    _put(root / "conf.py", OURS_CONF.format(ext=ext))


def write_stock(root: Path, pages: Sequence[Page]) -> None:
    """Write the site for Sphinx with MyST, sphinx-design and Furo."""
    for page in pages:
        names = [os.path.relpath(_document(child), page.path or ".") for child in page.children]
        tree = "\n".join(["", "```{toctree}", ":hidden:", "", *names, "```", ""]) if names else ""
        head = f"---\nmyst:\n  html_meta:\n    description: {page.description}\n---\n"
        _put(root / _document(page), f"{head}# {page.title}\n\n{_body(page, hugo=False)}{tree}")
    _put(root / "conf.py", STOCK_CONF)


def _put(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def _document(page: Page) -> str:
    return f"{page.path}/index.md".lstrip("/") if page.is_section else f"{page.path}.md"


def _body(page: Page, *, hugo: bool) -> str:
    return "\n\n".join(_block(block, page, hugo=hugo) for block in page.blocks) + "\n"


def _block(block: Block, page: Page, *, hugo: bool) -> str:
    kind, content = block

    def text(parts: Text) -> str:
        return "".join(part if isinstance(part, str) else link(part[1], part[2]) for part in parts)

    def link(label: str, target: Page) -> str:
        if hugo:
            return f'[{label}]({{{{< relref "/{target.path}" >}}}})'
        folder = page.path if page.is_section else page.path.rpartition("/")[0]
        return f"[{label}]({os.path.relpath(_document(target), folder or '.')})"

    if kind == "h":
        return f"## {content}"
    if kind == "p":
        return text(content)
    if kind == "ul":
        return "\n".join(f"- {text(item)}" for item in content)
    if kind == "table":
        rows = [f"| {number} | {text(cell)} |" for number, cell in enumerate(content)]
        return "\n".join(["| No. | Meaning |", "| --- | --- |", *rows])
    if kind == "code":
        return f"```{content[0]}\n{content[1]}```"
    component = _hugo_component if hugo else _myst_component
    return component([(name, text(inner)) for name, inner in content], is_tabs=kind == "tabs")


def _hugo_component(parts: Sequence[tuple[str, str]], *, is_tabs: bool) -> str:
    name, parameter = ("tab", "header") if is_tabs else ("alert", "title")
    calls = [
        f'{{{{% {name} {parameter}="{title}" %}}}}\n{inner}\n{{{{% /{name} %}}}}'
        for title, inner in parts
    ]
    if is_tabs:
        calls = ["{{< tabpane text=true >}}", *calls, "{{< /tabpane >}}"]
    return "\n".join(calls)


def _myst_component(parts: Sequence[tuple[str, str]], *, is_tabs: bool) -> str:
    if not is_tabs:
        return "\n".join(f":::{{note}}\n{inner}\n:::" for _title, inner in parts)
    tabs = [f":::{{tab-item}} {title}\n{inner}\n:::" for title, inner in parts]
    return "\n".join(["::::{tab-set}", *tabs, "::::"])
