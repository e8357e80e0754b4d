"""Built HTML, read back: the few things of each page that are held against Hugo's."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote, urljoin, urlsplit

from sphinx_hugo.cli.errors import CommandError
from sphinx_hugo.cli.oracle import without_base

try:
    from lxml import html as lxml_html
except ImportError as missing:  # the extra is not installed
    raise CommandError(
        "Comparing needs lxml, which is not installed: run pip install 'sphinx-hugo[compare]'."
    ) from missing

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_WORD = re.compile(r"\w+")
_LEAK = re.compile(r"\{\{[<%]|[>%]\}\}|HAHAHUGO|[\uE000-\uF8FF]")
_ARTICLES = (
    '//article[@id="furo-main-content"]',
    '//article[@role="main"]',
    '//*[@role="main"]',
    "//main",
    "//body",
)
_SHOWN_TEXT = ".//text()[not(parent::script or parent::style)]"
_PROSE = ".//text()[not(ancestor::pre) and not(ancestor::code)]"


@dataclass(frozen=True, slots=True)
class Article:
    """What a built page shows."""

    heading: str | None
    """Its first ``h1``; None if it has none."""
    head_title: str
    """What the browser's tab says."""
    description: str
    ids: frozenset[str]
    links: frozenset[Path]
    """Files of the site that its links lead to."""
    words: Counter[str]
    leaks: Counter[str]
    """Raw shortcode marks and placeholders that can be seen."""


@dataclass(slots=True)
class BuiltSite:
    """The folder of a build."""

    root: Path
    base_path: str
    """Path of ``baseURL``, which no file's place has."""
    _places: dict[str, Path | None] = field(default_factory=dict)

    def file(self, address: str) -> Path | None:
        """Return the file at an address; both ``a/`` and ``a.html`` will do for ``/a/``."""
        if address not in self._places:
            path = unquote(address).lstrip("/")
            first = f"{path}index.html" if path.endswith("/") or not path else path
            bare = path.rstrip("/")
            names = (first, f"{bare}.html", f"{bare}/index.html".lstrip("/"))
            files = (self.root / name for name in names)
            self._places[address] = next((file for file in files if _is_file(file)), None)
        return self._places[address]

    def article(self, file: Path) -> Article:
        """Read one page."""
        tree = lxml_html.parse(str(file), lxml_html.HTMLParser(encoding="utf-8")).getroot()
        article = next((found[0] for path in _ARTICLES if (found := tree.xpath(path))), tree)
        for mark in article.xpath('.//a[contains(@class, "headerlink")]'):
            mark.drop_tree()
        headings = article.xpath(".//h1")
        return Article(
            heading=headings[0].text_content().strip() if headings else None,
            head_title=tree.findtext(".//title") or "",
            description=" ".join(tree.xpath('//meta[@name="description"]/@content')[:1]),
            ids=frozenset(article.xpath(".//@id")),
            links=frozenset(self._targets(file, article.xpath(".//a/@href"))),
            words=words_of(article),
            leaks=leaks_of(article),
        )

    def _targets(self, file: Path, hrefs: list[str]) -> Iterator[Path]:
        here = "/" + file.relative_to(self.root).as_posix()
        for href in hrefs:
            path = local_path(href)
            if path is not None:
                target = self.file(without_base(urljoin(here, path), self.base_path))
                if target is not None:
                    yield target

    def sidebar(self, file: Path) -> dict[Path, int]:
        """Return the place of each page in the navigation that a page shows."""
        tree = lxml_html.parse(str(file), lxml_html.HTMLParser(encoding="utf-8")).getroot()
        hrefs = tree.xpath('//*[contains(@class, "sidebar-tree")]//a/@href') or tree.xpath(
            "//nav//a/@href"
        )
        places: dict[Path, int] = {}
        for target in self._targets(file, hrefs):
            places.setdefault(target, len(places))
        return places


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except (OSError, ValueError):  # a name that is too long, or holds a null
        return False


def fragment(html: str) -> Any:
    """Return rendered content as one element."""
    return lxml_html.fragment_fromstring(html, create_parent="div")


def local_path(href: str) -> str | None:
    """Return the path of a link to the own host; None for all others, fragments among them."""
    try:
        parts = urlsplit(href)
    except ValueError:
        return None
    return None if parts.scheme or parts.netloc or not parts.path else parts.path


def leaks_of(element: Any) -> Counter[str]:
    """Count the raw shortcode marks and placeholders that an element shows outside of code."""
    return Counter(_LEAK.findall(" ".join(element.xpath(_PROSE))))


def words_of(element: Any) -> Counter[str]:
    """Count the words that an element shows, in lower case."""
    return count_words(" ".join(element.xpath(_SHOWN_TEXT)))


def count_words(text: str) -> Counter[str]:
    """Count words in lower case, compatibility characters as their plain ones."""
    return Counter(_WORD.findall(unicodedata.normalize("NFKC", text).lower()))
