"""Whether built output shows what the site's description says: every page, word and link, in order."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from typing import TYPE_CHECKING
from urllib.parse import urldefrag, urljoin

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from benchmarks.pages import Page, Text

_WORD = re.compile(r"\w+")
_INLINE = frozenset({"a", "b", "code", "em", "i", "span", "strong"})
_BODY = frozenset({"article", "main"})


class _Content(HTMLParser):
    """Collects the text and the links of a page from its main part on."""

    def __init__(self) -> None:
        super().__init__()
        self.text: list[str] = []
        self.links: list[str] = []
        self._is_open = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _BODY:
            self._is_open = True
        if tag not in _INLINE:
            self.text.append(" ")
        if tag == "a" and self._is_open:
            self.links += [value for name, value in attrs if name == "href" and value]

    def handle_endtag(self, tag: str) -> None:
        if tag not in _INLINE:
            self.text.append(" ")

    def handle_data(self, data: str) -> None:
        if self._is_open:
            self.text.append(data)


def missing(out: Path, pages: Sequence[Page]) -> Iterator[str]:
    """Yield what the output lacks, one line each."""
    for page in pages:
        path = _output(out, page)
        if path is None:
            yield f"/{page.path}: no such page"
            continue
        found = _Content()
        found.feed(path.read_text(encoding="utf-8"))
        word = _first_missing(_words(page), iter(_WORD.findall("".join(found.text))))
        if word is not None:
            yield f"/{page.path}: the word {word!r} is not in its place"
        links = (_address(page, path, href) for href in found.links)
        link = _first_missing([target.path for target in _targets(page)], links)
        if link is not None:
            yield f"/{page.path}: the link to /{link} is not in its place"


def _output(out: Path, page: Page) -> Path | None:
    places = (out / page.path / "index.html", out / f"{page.path}.html")
    return next((path for path in places if path.is_file()), None)


def _first_missing(wanted: Sequence[str], found: Iterator[str]) -> str | None:
    """Return what does not follow in order; an iterator goes on where it was."""
    return next((item for item in wanted if item not in found), None)


def _address(page: Page, path: Path, href: str) -> str:
    """Return the path of the page that a link leads to."""
    own = f"/{page.path}/" if path.name == "index.html" else f"/{page.path}.html"
    found = urldefrag(urljoin(own.replace("//", "/"), href)).url.strip("/")
    return found.removesuffix("index.html").removesuffix(".html").strip("/")


def _texts(page: Page) -> Iterator[Text]:
    yield [page.title]
    for kind, content in page.blocks:
        if kind in {"h", "p"}:
            yield [content] if kind == "h" else content
        elif kind == "code":
            yield [content[1]]
        elif kind in {"ul", "table"}:
            yield from content
        else:  # titles stand elsewhere, or are drawn by the theme
            yield from (inner for _name, inner in content)


def _words(page: Page) -> list[str]:
    return [word for text in _texts(page) for part in text for word in _WORD.findall(_shown(part))]


def _shown(part: str | tuple[str, str, Page]) -> str:
    return part if isinstance(part, str) else part[1]


def _targets(page: Page) -> Iterable[Page]:
    return [part[2] for text in _texts(page) for part in text if not isinstance(part, str)]
