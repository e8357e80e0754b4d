"""The verified cases that are Markdown and nothing else, against our HTML."""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING, Any

import pytest

from model.vectors import claim, load
from sphinx_hugo.hugo.content.frontmatter import split_front_matter
from sphinx_hugo.markdown import HugoRenderer, MarkdownOptions, create_parser, render_html
from sphinx_hugo.markdown.summary import summarize
from sphinx_hugo.markdown.toc import table_of_contents

if TYPE_CHECKING:
    from markdown_it.token import Token

    from model.vectors import Vector

DELIBERATE: dict[str, str] = {
    "md-fence-lang": "we print no colours: Sphinx has its own highlighter",
    "md-fence-attrs": "we print no colours and line numbers: Sphinx has its own highlighter",
    "md-fence-attrs-inline": "we print no colours and line numbers",
    "md-fence-attrs-tight": "we print no colours",
    "md-fence-title-ignored": "we print no colours",
    "md-fence-myst-directive": "Hugo stops; we report it and print the listing",
}
"""Cases whose HTML differs; test_tokens.py has what we make of them."""

_SITE = "links are looked up in the site: tests/model/test_links.py"
ELSEWHERE: dict[str, str] = {
    "md-link-hook-always": _SITE,
    "md-link-hook-two-languages": _SITE,
    "md-link-one-language-block": _SITE,
    "md-link-language-file": _SITE,
    "md-link-theme-hook": "a theme's own hook",
    "md-link-multihost": _SITE,
    "fm-summary": "a summary in front matter: tests/markdown/test_html.py",
}


def _lower(value: Any) -> Any:
    if isinstance(value, dict):
        return {key.lower(): _lower(item) for key, item in value.items()}
    return value


def _options(vector: Vector, **changes: Any) -> MarkdownOptions:
    config = _lower(tomllib.loads(vector.config or ""))
    emoji = bool(config.get("enableemoji"))
    return MarkdownOptions.from_markup(config.get("markup", {}), emoji, **changes)


def _body(vector: Vector, path: str) -> str:
    text = vector.files[path.removeprefix("/") + ".md"]
    return split_front_matter(text).body


AREAS = ("markdown", "headings", "front matter")
VECTORS = [vector for area in AREAS for vector in load(area) if vector.id not in ELSEWHERE]
HTML = [
    (vector, path, html)
    for vector in VECTORS
    if vector.id not in DELIBERATE and not vector.site
    for path, html in (vector.expect.get("html") or {}).items()
]
PAGES = [
    (vector, path, page)
    for vector in VECTORS
    for path, page in (vector.expect.get("page") or {}).items()
    if page.keys() & {"content", "toc", "summary"}
]


CLAIMS = claim([v for area in AREAS for v in load(area)], "html", "rendered")


def test_every_case_has_its_place() -> None:
    ids = {vector.id for area in AREAS for vector in load(area)}
    assert ids >= DELIBERATE.keys() | ELSEWHERE.keys()
    assert len(HTML) > 60
    assert len(PAGES) > 40


@pytest.mark.parametrize(("vector", "path", "html"), HTML, ids=[v.id for v, _, _ in HTML])
def test_html(vector: Vector, path: str, html: str) -> None:
    assert render_html(_body(vector, path), _options(vector, alerts=False)) == html


@pytest.mark.parametrize(("vector", "path", "page"), PAGES, ids=[v.id for v, _, _ in PAGES])
def test_page(vector: Vector, path: str, page: dict[str, Any]) -> None:
    body = _body(vector, path)
    options = _options(vector, alerts=False)
    if "content" in page:
        assert render_html(body, options) == page["content"]
    md = create_parser(options, HugoRenderer)
    env: dict[str, Any] = {"keep_divider": True}
    tokens = md.parse(body, env)
    if "toc" in page:
        assert table_of_contents(tokens, md, env) == page["toc"]
    if "ids" in page:
        opening = [token for token in tokens if token.type == "heading_open"]
        assert [token.attrs["id"] for token in opening if "id" in token.attrs] == page["ids"]
    if "summary" in page:
        length = tomllib.loads(vector.config or "").get("summaryLength", 70)
        found = summarize(md.renderer.render(tokens, md.options, env), length)
        assert found.html == page["summary"]
        assert found.truncated == page.get("truncated", found.truncated)


ALERTS = [v for v in VECTORS if "layouts/_markup/render-blockquote.html" in v.site]


@pytest.mark.parametrize("vector", ALERTS, ids=str)
def test_alerts(vector: Vector) -> None:
    """The hook of these cases prints type, alert type, sign, title and text between bars."""
    options = _options(vector, alerts=True)
    md = create_parser(options, HugoRenderer)
    tokens = md.parse(_body(vector, "/a"), {})
    opening, body = tokens[0], tokens[1:-1]
    title = ""
    if body and body[0].type == "alert_title_open":
        title, body = _render(md, [body[1]]), body[3:]
    text = _render(md, body)
    if opening.type == "alert_open":
        sign = opening.meta["sign"].replace("+", "&#43;")
        shown = f"[alert|{opening.meta['kind']}|{sign}|{title}|{text.strip()}]"
    else:
        shown = f"[regular||||{text}]"
    assert shown == vector.expect["html"]["/a"]


def _render(md: Any, tokens: list[Token]) -> str:
    return str(md.renderer.render(tokens, md.options, {}))
