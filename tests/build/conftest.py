"""Small sites, built whole: the files in one string, the result as pages, warnings and counts."""

from __future__ import annotations

import io
import re
import textwrap
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pytest
from lxml import html as lxml_html
from sphinx import locale
from sphinx.application import Sphinx
from sphinx.util.docutils import docutils_namespace, patch_docutils

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from lxml.html import HtmlElement

ANSI = re.compile(r"\x1b\[[0-9;]*m")


def write_tree(root: Path, text: str) -> None:
    """Write the files of a ``-- path --`` text below *root*."""
    parts = re.split(r"(?m)^-- (.+?) --\n", textwrap.dedent(text).lstrip("\n"))
    for name, content in zip(parts[1::2], parts[2::2], strict=True):
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")


WARNING = re.compile(
    r"(?:(?P<place>.+?): )?(?:WARNING|ERROR): (?P<message>.*?)(?: \[hugo\.(?P<kind>\w+)\])?"
)


def words(element: HtmlElement) -> str:
    """Return the text of an element, white space folded."""
    return " ".join(element.text_content().split())


def _number(part: str) -> tuple[int, str]:
    return (int(part), "") if part.isdigit() else (0, part)


@dataclass
class Built:
    """What one build left behind."""

    root: Path
    outdir: Path
    warnings: list[str]
    read: list[str]
    """Documents that were read."""
    written: list[str]
    """Pages that were written, in HTML builds."""
    app: Sphinx

    def places(self) -> list[tuple[str, str]]:
        """Return the warnings of this extension as (subtype, ``file:line``), in order of place.

        Others are there with an empty subtype and their text.
        """
        found = []
        for line in self.warnings:
            match = WARNING.fullmatch(line)
            known = match is not None and match["kind"]
            found.append((match["kind"], match["place"] or "") if known else ("", line))
        return sorted(found, key=lambda item: [_number(part) for part in item[1].split(":")])

    def message(self, kind: str) -> str:
        """Return the text of the only warning of a subtype."""
        matches = [WARNING.fullmatch(line) for line in self.warnings]
        (found,) = [match["message"] for match in matches if match and match["kind"] == kind]
        return found

    def file(self, name: str) -> str:
        """Return the text of an output file."""
        return (self.outdir / name).read_text(encoding="utf-8")

    def files(self) -> dict[str, bytes]:
        """Return every output file but what Sphinx stamps with configuration or date."""
        stamped = {".buildinfo", ".buildinfo.bak", "environment.pickle"}
        return {
            path.relative_to(self.outdir).as_posix(): path.read_bytes()
            for path in sorted(self.outdir.rglob("*"))
            if path.is_file() and path.name not in stamped
        }

    def page(self, address: str) -> HtmlElement:
        """Return a page of a ``dirhtml`` build by its address."""
        name = address.strip("/")
        return lxml_html.fromstring(self.file(f"{name}/index.html" if name else "index.html"))

    def addresses(self) -> set[str]:
        """Return the addresses of all documents in a ``dirhtml`` build."""
        return {self.app.builder.get_target_uri(name) for name in self.app.env.all_docs}

    def article(self, address: str) -> HtmlElement:
        """Return the article of a page, without the marks beside headings."""
        article = self.page(address).xpath('//article[@role="main"]')[0]
        for mark in article.xpath('.//a[contains(@class, "headerlink")]'):
            mark.drop_tree()
        return article

    def text(self, address: str) -> str:
        """Return the words of an article, white space folded."""
        return words(self.article(address))

    def links(self, address: str) -> dict[str, str]:
        """Return link text to target of an article."""
        return {words(a): a.get("href") for a in self.article(address).iter("a") if a.get("href")}

    def meta(self, address: str) -> dict[str, str]:
        """Return the ``meta`` elements of a page: name or property to content."""
        return {
            element.get("name") or element.get("property"): element.get("content")
            for element in self.page(address).iter("meta")
            if element.get("name") or element.get("property")
        }

    def footer(self, address: str) -> str:
        """Return what Furo says of the page's last update."""
        return " ".join(map(words, self.page(address).find_class("last-updated")))

    def page_toc(self, address: str) -> list[str]:
        """Return the entries of the page's own table of contents, without its title."""
        drawer = self.page(address).find_class("toc-tree")
        return [words(a) for tree in drawer for a in tree.xpath("./ul/li/ul//a")]

    def neighbours(self, address: str) -> tuple[str, str]:
        """Return the titles of the previous and the next page at the foot of a page."""
        page = self.page(address)
        titles = []
        for name in ("prev-page", "next-page"):
            found = page.xpath(f'//a[@class="{name}"]//*[@class="title"]')
            home = page.xpath(f'//a[@class="{name}"]//*[@class="context"]')
            titles.append(words((found or home)[0]) if found or home else "")
        return titles[0], titles[1]

    def sidebar(self, address: str = "/") -> list[str]:
        """Return captions and entries of a page's sidebar, indented by depth."""
        lines = []
        for node in self.page(address).find_class("sidebar-tree")[0].iter("p", "a"):
            if node.tag == "p":
                lines.append(f"# {words(node)}")
            else:
                depth = sum(1 for above in node.iterancestors("ul")) - 1
                lines.append("  " * depth + words(node))
        return lines


def build_site(
    folder: Path,
    files: str = "",
    *,
    builder: str = "dirhtml",
    root: Path | None = None,
    jobs: int = 1,
    outdir: str = "",
    warnings_ok: bool = False,
    fresh: bool = False,
    **conf: Any,
) -> Built:
    """Write files below *folder* and build them in this process.

    The same call again builds again, into the same output. *outdir* names another output with
    doctrees of its own, *fresh* ignores what a former build knew. Warnings fail unless they are asked
    for; each is one line, with the place relative to the site.
    """
    site = root or folder / "site"
    site.mkdir(exist_ok=True)
    write_tree(site, files)
    out = folder / (outdir or f"out-{site.name}-{builder}")
    stream = io.StringIO()
    overrides: dict[str, Any] = {
        "extensions": ["sphinx_hugo", *conf.pop("extensions", [])],
        "html_theme": "furo",
        "project": "Test",
        "nitpicky": True,
        **conf,
    }
    read: list[str] = []
    written: list[str] = []
    with patch_docutils(site), docutils_namespace():
        app = Sphinx(
            site,
            site if (site / "conf.py").is_file() else None,
            out,
            folder / f"doctrees-{out.name}",
            builder,
            overrides,
            status=None,
            warning=stream,
            freshenv=fresh,
            parallel=jobs,
        )
        app.connect("env-before-read-docs", lambda _app, _env, names: read.extend(names))
        app.connect("html-page-context", lambda _app, name, *_rest: written.append(name))
        try:
            app.build()
        finally:
            locale.translators.clear()  # the next test may be in another language
    found = [
        ANSI.sub("", line).replace(f"{site}/", "")
        for line in stream.getvalue().splitlines()
        if line.strip()
    ]
    if not warnings_ok:
        assert found == []
    return Built(site, out, found, read, written, app)


@pytest.fixture
def build(tmp_path: Path) -> Callable[..., Built]:
    """Return :func:`build_site` for a folder of the test's own."""

    def run(files: str = "", **options: Any) -> Built:
        return build_site(tmp_path, files, **options)

    return run
