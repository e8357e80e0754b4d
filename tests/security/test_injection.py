"""Markup and scripts in values stay text, everywhere a site shows them."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from lxml import etree
from markdown_it import MarkdownIt

from build.conftest import Built, build_site
from security.browser import CAUGHT, CHROMIUM, caught, loaded, needs_chromium, set_traps
from security.pages import (
    CALL,
    DATA,
    EVENT,
    MARK,
    SCRIPT,
    SLASHED,
    TEXTS,
    URLS,
    VB,
    all_dangers,
    dangers,
)
from sphinx_hugo.shortcodes import PACKS
from sphinx_hugo.shortcodes.base import InnerUse, Shortcode

if TYPE_CHECKING:
    from collections.abc import Sequence

THEMES = ["", "doks", "docsy", "hextra", "book", "relearn"]
NASTY = f"A{SCRIPT}{EVENT}&amp;"
FRONT: dict[str, Any] = {
    "title": NASTY,
    "linkTitle": NASTY,
    "description": NASTY,
    "summary": NASTY,
    "lead": NASTY,
    "keywords": [NASTY, SCRIPT],
    "tags": [NASTY],
    "categories": [EVENT],
    "images": [*URLS, EVENT],
    "robots": EVENT,
    "author": NASTY,
    "type": EVENT,
    "layout": EVENT,
    "slug": NASTY,
    "aliases": [f"/{NASTY}/", "/old/"],
    "weight": 1,
    "date": "2024-01-02",
    "lastmod": "2024-01-03",
    "resources": [{"src": "*", "title": NASTY, "params": {"x": NASTY}}],
    "params": {"x": NASTY, "toc": EVENT},
    "sitemap": {"priority": NASTY, "changefreq": EVENT},
}
MENUS = [
    {"identifier": "a", "name": NASTY, "url": SLASHED, "title": NASTY, "weight": 1},
    {"identifier": "b", "name": EVENT, "url": CALL, "parent": "a", "post": SCRIPT, "pre": SCRIPT},
    {"identifier": "c", "name": "C", "url": DATA, "parent": "a"},
    {"identifier": "d", "name": "D", "url": VB.replace(":", "://"), "parent": "a"},
    {"identifier": "e", "name": "E", "url": f"https://example.com/{EVENT}", "parent": "a"},
    {"identifier": EVENT, "name": SCRIPT, "weight": 2},
    {"identifier": "f", "name": "Docs", "pageRef": "/docs", "parent": EVENT},
]
CONFIG: dict[str, Any] = {
    "title": NASTY,
    "baseURL": f"https://example.org/{MARK}/",
    "copyright": NASTY,
    "languageCode": EVENT,
    "refLinksNotFoundURL": CALL,
    "refLinksErrorLevel": "warning",
    "enableRobotsTXT": True,
    "params": {"description": NASTY, "images": [CALL], "mainSections": [EVENT], "author": NASTY},
    "menus": {"docs": MENUS},
    "outputs": {"home": ["html", "rss"], "section": ["html", "rss"]},
    "author": {"name": NASTY},
    "disablePathToLower": True,
}


def page(front: dict[str, Any], body: str = "") -> str:
    return f"---\n{yaml.safe_dump(front, allow_unicode=True)}---\n{body}\n"


def write(site: Path, config: dict[str, Any], pages: dict[str, str]) -> None:
    for name, text in {"hugo.json": json.dumps(config), **pages}.items():
        path = site / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def markdown(urls: tuple[str, ...]) -> str:
    """Return ways to write a link in Markdown and MyST."""
    lines = []
    for number, url in enumerate(urls):
        lines += [
            f"[a]({url}) [b](<{url}>) [c][r{number}] <{url}>",
            f"![i](<{url}>) [![j](pic.png)](<{url}>)",
            f'[d]({{{{< ref "{url}" >}}}}) [e]({{{{< relref `{url}` >}}}})',
            f'\n[r{number}]: <{url}> "t"\n',
            f"```{{image}} pic.png\n:target: {url}\n```\n",
            f"```{{figure}} pic.png\n:target: {url}\nCaption\n```\n",
            f"```{{button-link}} {url}\nButton\n```\n",
            f"```{{card}} Title\n:link: {url}\nText\n```\n",
            f"{{abbr}}`x ({url})`",
        ]
    return "\n\n".join(lines)


def html_in_markdown() -> str:
    """Return raw HTML where Markdown, MyST and code have a place for it."""
    lines = [
        *TEXTS,
        f"## {NASTY} {{#{MARK} onclick=alert('{MARK}') class=x}}",
        f"| {NASTY} |\n|---|\n| {NASTY} |\n{{.x onclick=\"alert('{MARK}')\"}}",
        f"```html {{class=\"{MARK}\" onclick=\"alert('{MARK}')\" title='{EVENT}'}}\n{NASTY}\n```",
        f"```{NASTY}\n{NASTY}\n```",
        f"`{NASTY}`",
        f"    {NASTY}",
        f"[x](/docs/ \"{EVENT.replace(chr(34), '')}\") ![{NASTY}](pic.png '{SCRIPT}')",
        f"> [!NOTE] {NASTY}\n> {NASTY}",
        f"Term {NASTY}\n: Definition {NASTY}",
        f"Note[^{MARK}].\n\n[^{MARK}]: {NASTY}",
        f"```{{raw}} html\n{SCRIPT}\n```",
        f"```{{role}} evil(raw)\n:format: html\n```\n\n{{evil}}`{SCRIPT}`",
        f"```{{meta}}\n:http-equiv=refresh: 0;url={CALL}\n```",
        f'```{{note}}\n:class: {MARK}"onclick=alert(1)\n:name: {EVENT}\n{NASTY}\n```',
        f"```{{admonition}} {NASTY}\n{NASTY}\n```",
        f"```{{code-block}} html\n:caption: {NASTY}\n:name: {EVENT}\n{NASTY}\n```",
        f"```{{tab-set}}\n```{{tab-item}} {NASTY}\nx\n```\n```",
        f'{{{{< unknown-{MARK} "{MARK}" >}}}}{SCRIPT}{{{{< /unknown-{MARK} >}}}}',
        f"<!-- {SCRIPT} -->",
        f'<a href="{CALL}" onclick="alert(\'{MARK}\')">x</a>',
        f"<svg onload=alert('{MARK}')><style>{MARK}</style></svg>",
    ]
    return "\n\n".join(lines)


def content() -> dict[str, str]:
    """Return the pages of the nasty site."""
    menu = {"menus": {"docs": {"name": NASTY, "parent": "a", "title": EVENT}}}
    pages = {
        "content/_index.md": page({**FRONT, "slug": "", "aliases": []}, NASTY),
        "content/docs/_index.md": page({**FRONT, "slug": "", "aliases": []}),
        "content/docs/front.md": page({**FRONT, **menu}, "Text."),
        "content/docs/links.md": page({"title": "Links"}, markdown(URLS)),
        "content/docs/html.md": page({"title": "HTML"}, html_in_markdown()),
        f"content/docs/{NASTY.replace('/', '')}.md": page({"title": ""}, "Text."),
        f"content/docs/{EVENT}/_index.md": page({"title": ""}),
        f"content/docs/{EVENT}/{EVENT}.md": page({"title": EVENT}, f"## {EVENT}\n"),
        "content/docs/pic.png": "picture",
        "content/posts/one.md": page({**FRONT, "slug": "x", "aliases": []}, NASTY),
    }
    pages |= {
        f"content/titles/t{number}.md": page({"title": text, "description": text}, text)
        for number, text in enumerate((*TEXTS, *URLS))
    }
    return pages


@pytest.fixture(scope="module", params=["dirhtml", "html"])
def nasty(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Built:
    folder = tmp_path_factory.mktemp("nasty")
    write(folder / "site", CONFIG, content())
    return build_site(
        folder,
        builder=request.param,
        warnings_ok=True,
        hugo_navigation="menu:docs",
        hugo_llms=True,
    )


def test_nothing_runs_on_any_page(nasty: Built) -> None:
    assert len(list(nasty.outdir.rglob("*.html"))) > 20
    assert Path(nasty.app.builder.get_output_path("search")).is_file()
    assert all_dangers(nasty.outdir) == {}


def test_what_is_looked_for_would_be_found() -> None:
    for text in (*TEXTS, f'<a href="{CALL}">', f'<meta http-equiv=refresh content="0;url={CALL}">'):
        assert list(dangers(f"<html><body>{text}"))


def test_the_words_are_there_as_text(nasty: Built) -> None:
    docs = nasty.app.env.get_domain("hugo").state.documents
    name = docs.docname("/docs/front")
    tree = nasty.app.env.get_doctree(name)
    assert SCRIPT in tree.astext()
    html = nasty.app.builder.get_output_path(name).read_text(encoding="utf-8")
    assert "&lt;script&gt;" in html
    assert "application/ld+json" in html


def test_every_other_file_is_well_formed(nasty: Built) -> None:
    for name, data in nasty.files().items():
        if name.endswith(".xml"):
            etree.fromstring(data)
            assert b"<script>" not in data
        if name == "_redirects":
            assert all(len(line.split(" ")) == 3 for line in data.decode().splitlines())
        if name == "searchindex.js":
            json.loads(data.decode().removeprefix("Search.setIndex(").removesuffix(")"))


def test_markdown_for_programs_holds_no_markup_of_values(nasty: Built) -> None:
    """Not even where a program shows HTML in Markdown as HTML."""
    reader = MarkdownIt("commonmark", {"html": True})
    copies = [path for path in nasty.outdir.rglob("*.md") if "_sources" not in path.parts]
    assert len(copies) > 20
    for path in (*copies, nasty.outdir / "llms.txt"):
        html = reader.render(path.read_text(encoding="utf-8"))
        assert not list(dangers(f"<html><body>{html}")), path


def test_a_link_that_runs_a_script_is_reported(nasty: Built) -> None:
    lines = [line for line in nasty.warnings if "runs a script" in line]
    assert any("docs/links.md" in line for line in lines)
    assert any("menus" in line or "hugo.json" in line for line in lines)


def parameters(cls: type[Shortcode], value: str) -> str:
    return " ".join(f"{p.name}=`{value}`" for p in cls.parameters if "-" not in p.name)


IN_ATTRIBUTES = (
    *URLS[:2],
    f"pic.png\" onerror=\"alert('{MARK}')",
    f"pic.png' onerror='alert(&#39;{MARK}&#39;)",
)
"""What is no HTML by itself, so that Markdown leaves it alone even where HTML is welcome."""


def calls(cls: type[Shortcode], payloads: Sequence[str], inside: str) -> list[str]:
    """Return calls of a shortcode with a payload in every parameter, and one inside."""
    found = []
    for text in (payload.replace("`", "") for payload in payloads):
        count = sum(1 for p in cls.parameters if p.position is not None)
        ways = [parameters(cls, text), " ".join([f"`{text}`"] * count)]
        for number, way in enumerate(dict.fromkeys(ways)):
            for left, right in (("<", ">"), ("%", "%")):
                name = cls.names[0]
                call = f"{{{{{left} {name} {way} {right}}}}}"
                if cls.inner_use is InnerUse.REQUIRED or (
                    cls.inner_use is InnerUse.OPTIONAL and number == 0
                ):
                    call += f"\n{text}\n\n{inside}\n{{{{{left} /{name} {right}}}}}"
                found.append(call)
    return found


def packs_of(theme: str) -> list[type[Shortcode]]:
    names = [theme] if theme else [name for name in PACKS if name not in THEMES]
    return [cls for name in names for cls in PACKS[name]]


@pytest.mark.parametrize("allows_html", [False, True], ids=["safe", "unsafe"])
@pytest.mark.parametrize("theme", THEMES)
def test_no_parameter_of_any_shortcode_gets_out(
    tmp_path: Path, theme: str, allows_html: bool
) -> None:
    classes = packs_of(theme)
    payloads, inside = IN_ATTRIBUTES, "<b>Welcome</b>"
    if not allows_html:
        payloads, inside = (*TEXTS[:2], *IN_ATTRIBUTES), SCRIPT
    pages = {
        f"content/s{number:03}.md": page(
            {"title": f"S {number}"}, "\n\n".join(calls(cls, payloads, inside))
        )
        for number, cls in enumerate(classes)
    }
    config = {"markup": {"goldmark": {"renderer": {"unsafe": allows_html}}}}
    config |= {"theme": theme} if theme else {}
    write(tmp_path / "site", config, {**pages, "content/pic.png": "p"})
    out = build_site(tmp_path, warnings_ok=True, html_theme="basic")
    names = {f"s{number:03}/index.html": cls.names[0] for number, cls in enumerate(classes)}
    found = {names.get(name, name): what for name, what in all_dangers(out.outdir).items()}
    assert found == {}
    texts = [(out.outdir / name).read_text(encoding="utf-8") for name in names]
    assert any("<b>Welcome</b>" in text for text in texts) == allows_html
    if CHROMIUM is not None and not allows_html:
        assert caught(tmp_path / "frames.html", set_traps(out.outdir)) == set()


@pytest.fixture(scope="module")
def unsafe(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """Build the same site with raw HTML allowed, but none written."""
    folder = tmp_path_factory.mktemp("unsafe")
    config = {**CONFIG, "markup": {"goldmark": {"renderer": {"unsafe": True}}}}
    pages = content()
    for name in ("docs/html.md", "docs/links.md"):
        del pages[f"content/{name}"]
    # A lead and a body are Markdown, in which such a site has said that HTML is welcome.
    keep = {key: value for key, value in FRONT.items() if key != "lead"}
    for name in ("_index.md", "docs/_index.md", "docs/front.md", "posts/one.md"):
        slug = {"slug": "", "aliases": []} if name != "docs/front.md" else {}
        pages[f"content/{name}"] = page({**keep, **slug}, "Text.")
    for number, text in enumerate((*TEXTS, *URLS)):
        pages[f"content/titles/t{number}.md"] = page({"title": text, "description": text})
    write(folder / "site", config, pages)
    return build_site(folder, warnings_ok=True, hugo_navigation="menu:docs")


def test_unsafe_is_for_markdown_alone(unsafe: Built) -> None:
    assert all_dangers(unsafe.outdir) == {}


CONTROLS = {
    "runs.html": SCRIPT,
    "waits.html": f'<img src="no.png" onerror="alert(\'{MARK}\')">',
    "lures.html": f'<a href="{CALL}">x</a>',
}


@needs_chromium
@pytest.mark.parametrize("nasty", ["html"], indirect=True)
def test_no_dialog_opens_in_a_browser(nasty: Built, tmp_path: Path) -> None:
    copy = tmp_path / "copy"
    shutil.copytree(nasty.outdir, copy)
    for name, body in CONTROLS.items():
        (copy / name).write_text(f"<html><head></head><body>{body}", encoding="utf-8")
    pages = set_traps(copy)
    assert len(pages) > 20
    assert caught(tmp_path / "frames.html", pages) == {
        ("alert", "runs.html"),
        ("alert", "waits.html"),
        ("link", "lures.html"),
    }
    done = loaded(copy / "search.html", f"?q={MARK}")
    assert not CAUGHT.search(done.stderr)
    assert len(re.findall("<li[^>]*kind-", done.stdout)) > 3
