"""Parity: how much of what Hugo has is there in a build, figure by figure.

Every figure is a share of Hugo's own: *of* is what Hugo has, *same* what the build has too.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from html import unescape
from itertools import pairwise
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote, urljoin

from sphinx_hugo.cli.htmlpages import Article, BuiltSite, fragment, leaks_of, local_path, words_of
from sphinx_hugo.cli.oracle import without_base
from sphinx_hugo.markdown import MarkdownOptions, render_line
from sphinx_hugo.markdown.summary import plain_text

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from sphinx_hugo.cli.oracle import HugoPage, Oracle

FIGURES = {
    "pages": "addresses of pages that exist",
    "titles": "pages with Hugo's title",
    "descriptions": "pages with Hugo's description",
    "links": "links within the site that lead to the same page",
    "anchors": "ids of headings",
    "order": "neighbours in a section that come in that order in the sidebar",
    "aliases": "old addresses that exist",
    "words": "words of the rendered text",
    "leaks": "pages without raw shortcode marks or placeholders",
}
"""Each figure and what it counts."""

_KINDS = frozenset({"home", "section", "page"})
_DECORATION = re.compile(r"[`*_’‘“”'\"]")
_HEADING_IDS = "|".join(f".//h{level}/@id" for level in range(1, 7))
_FEW_WORDS_MISSING = 0.97


@dataclass(slots=True)
class Figure:
    """One row of the table."""

    same: int = 0
    of: int = 0
    misses: list[str] = field(default_factory=list)
    """One line for each thing that is not the same; for words, for each page that lacks many."""

    @property
    def percent(self) -> float:
        """The share, 100 where there is nothing to compare."""
        return 100 * self.same / self.of if self.of else 100.0

    def count(self, same: bool, miss: str) -> None:
        """Add one thing."""
        self.of += 1
        self.same += same
        if not same:
            self.misses.append(miss)


Figures = dict[str, Figure]


def measure(root: Path, oracle: Oracle) -> Figures:
    """Hold the build in the folder *root* against Hugo's answer."""
    site = BuiltSite(root, oracle.base_path)
    figures = {name: Figure() for name in FIGURES}
    known = {normal(page.url) for page in oracle.pages if page.written}
    pages = [page for page in oracle.pages if page.kind in _KINDS and page.written]
    for page in pages:
        _measure_page(page, site, known, oracle, figures)
    _measure_order(pages, site, known, figures["order"])
    return figures


def normal(address: str) -> str:
    """Return an address in the form in which two of them can be compared."""
    plain = unquote(address)
    return plain if plain.endswith(("/", ".html")) else f"{plain}/"


def _measure_page(
    page: HugoPage, site: BuiltSite, known: set[str], oracle: Oracle, figures: Figures
) -> None:
    content = fragment(page.content) if page.content else None
    file = site.file(page.url)
    article = site.article(file) if file is not None else None
    figures["pages"].count(article is not None, page.url)
    _measure_head(page, article, figures)
    for identifier in _anchors(content):
        there = article is not None and identifier in article.ids
        figures["anchors"].count(there, f"{page.url}: #{identifier}")
    for target in sorted(_links(content, page, known, oracle.base_path)):
        there = article is not None and site.file(target) in article.links
        figures["links"].count(there, f"{page.url}: {target}")
    for alias in page.aliases:
        there = site.file(_redirect(alias)) is not None
        figures["aliases"].count(there, f"{page.url}: {alias}")
    _measure_words(page, content, article, figures["words"])
    if article is not None:
        meant = Counter() if content is None else leaks_of(content)  # prose about shortcodes
        figures["leaks"].count(article.leaks <= meant, page.url)


def _measure_head(page: HugoPage, article: Article | None, figures: Figures) -> None:
    title = _plain(page.title)
    shown = "nothing" if article is None else article.heading
    if article is None:
        same = False
    elif article.heading is None:
        same = title in _plain(article.head_title)
    else:
        same = _plain(article.heading) == title
    figures["titles"].count(same, f"{page.url}: {page.title!r}, here {shown!r}")
    if page.description:
        text = "" if article is None else article.description
        figures["descriptions"].count(
            article is not None and _plain(text) == _plain(_words_of_line(page.description)),
            f"{page.url}: {page.description[:60]!r}, here {text[:60]!r}",
        )


def _measure_words(
    page: HugoPage, content: Any | None, article: Article | None, figure: Figure
) -> None:
    if content is None:
        return
    words = words_of(content)
    total = words.total()
    figure.of += total
    if article is None or not total:
        return
    same = (words & article.words).total()
    figure.same += same
    if same / total < _FEW_WORDS_MISSING:
        missing = ", ".join(word for word, _count in (words - article.words).most_common(8))
        figure.misses.append(f"{page.url}: {100 * same / total:.1f} %, without {missing}")


def _measure_order(pages: list[HugoPage], site: BuiltSite, known: set[str], figure: Figure) -> None:
    home = next(
        (file for page in pages if page.kind == "home" and (file := site.file(page.url))), None
    )
    places = site.sidebar(home) if home is not None else {}
    for page in pages:
        children = [child for child in page.children if normal(child) in known]
        for before, after in pairwise(children):
            first, second = (_place(places, site.file(child)) for child in (before, after))
            there = first is not None and second is not None and first < second
            figure.count(there, f"{before} before {after}")


def _place(places: Mapping[Path, int], file: Path | None) -> int | None:
    return None if file is None else places.get(file)


def _redirect(alias: str) -> str:
    return alias if alias.endswith((".html", ".htm")) else f"{alias}/"


def _anchors(content: Any | None) -> list[str]:
    if content is None:
        return []
    # Hugo leaves marks of its own in headings with a shortcode, and in the ids made from them.
    return [name for name in content.xpath(_HEADING_IDS) if "hahahugo" not in name.lower()]


def _links(content: Any | None, page: HugoPage, known: set[str], base_path: str) -> set[str]:
    """Return the pages that rendered content links to."""
    if content is None:
        return set()
    paths = (local_path(href) for href in content.xpath(".//a/@href"))
    here = base_path + page.url
    targets = (normal(without_base(urljoin(here, path), base_path)) for path in paths if path)
    return {target for target in targets if target in known}


def _words_of_line(text: str) -> str:
    """Return what a line of Markdown says; signs of typography stay as they are."""
    return plain_text(render_line(text, MarkdownOptions(typographer=None)))


def _plain(text: str) -> str:
    return " ".join(_DECORATION.sub("", unescape(text)).split())
