"""Small sites, built whole: the files in one string, the result as pages, warnings and counts."""

from __future__ import annotations

import io
import re
import textwrap
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import pytest
from lxml import html as lxml_html
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
    _trees: dict[str, Any] = field(default_factory=dict)

    def file(self, name: str) -> str:
        """Return the text of an output file."""
        return (self.outdir / name).read_text(encoding="utf-8")

    def page(self, address: str) -> HtmlElement:
        """Return a page of a ``dirhtml`` build by its address."""
        name = address.strip("/")
        return lxml_html.fromstring(self.file(f"{name}/index.html" if name else "index.html"))

    def article(self, address: str) -> HtmlElement:
        """Return the article of a page, without the marks beside headings."""
        article = self.page(address).xpath('//article[@role="main"]')[0]
        for mark in article.xpath('.//a[contains(@class, "headerlink")]'):
            mark.drop_tree()
        return article

    def text(self, address: str) -> str:
        """Return the words of an article, white space folded."""
        return " ".join(self.article(address).text_content().split())

    def links(self, address: str) -> dict[str, str]:
        """Return link text to target of an article."""
        return {
            " ".join(a.text_content().split()): a.get("href")
            for a in self.article(address).iter("a")
            if a.get("href")
        }

    def sidebar(self) -> list[str]:
        """Return captions and entries of the home page's sidebar, indented by depth."""
        lines = []
        tree = self.page("/").xpath('//*[contains(@class, "sidebar-tree")]')[0]
        for node in tree.iter("p", "a"):
            if node.tag == "p":
                lines.append(f"# {node.text_content().strip()}")
            else:
                depth = sum(1 for above in node.iterancestors("ul")) - 1
                lines.append("  " * depth + node.text_content().strip())
        return lines


Build = "Callable[..., Built]"


@pytest.fixture
def build(tmp_path: Path) -> Callable[..., Built]:
    """Return a function that writes a site and builds it; call it again to build again."""

    def run(
        files: str = "",
        *,
        builder: str = "dirhtml",
        root: Path | None = None,
        jobs: int = 1,
        outdir: str = "",
        warnings_ok: bool = False,
        **conf: Any,
    ) -> Built:
        site = root or tmp_path / "site"
        site.mkdir(exist_ok=True)
        write_tree(site, files)
        out = tmp_path / (outdir or f"out-{site.name}-{builder}")
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
                tmp_path / f"doctrees-{out.name}",
                builder,
                overrides,
                status=None,
                warning=stream,
                parallel=jobs,
            )
            app.connect("env-before-read-docs", lambda _app, _env, names: read.extend(names))
            app.connect("html-page-context", lambda _app, name, *_rest: written.append(name))
            app.build()
        found = [
            ANSI.sub("", line).replace(f"{site}/", "")
            for line in stream.getvalue().splitlines()
            if line.strip()
        ]
        if not warnings_ok:
            assert found == []
        return Built(site, out, found, read, written, app)

    return run
