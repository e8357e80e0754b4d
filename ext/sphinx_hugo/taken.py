"""What one page takes of others, in a form that a later build can compare.

Whoever reads a page may look at other pages, and look for files. Each such question is noted with a
digest of its answer. A later build asks again, and reads the page again where the answer differs.
"""

from __future__ import annotations

import json
from dataclasses import fields
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from sphinx_hugo.hugo.content.walk import find_files
from sphinx_hugo.hugo.pages import Page, PageKind
from sphinx_hugo.hugo.references.files import find_file
from sphinx_hugo.hugo.references.links import resolve_link
from sphinx_hugo.hugo.references.refs import find_page, resolve_ref

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from sphinx_hugo.documents import Documents
    from sphinx_hugo.hugo.config.site_config import SiteConfig
    from sphinx_hugo.hugo.site import Site

Question = tuple[str, ...]
"""What was asked, a word, and of what: strings, as a question outlives the build."""

PAGES: Question = ("pages",)
"""Everything about all pages."""
PARAMS: Question = ("params",)
"""The site's own parameters."""
_OF_TEXT = frozenset({"body_line", "word_count"})
"""What a page's record says of its text. It changes often; who wants it depends on the file."""


def digest(text: str) -> str:
    """Return a short digest of a text, the same in every build."""
    return bytes_digest(text.encode("utf-8", "surrogatepass"))


def bytes_digest(content: bytes) -> str:
    """Return a short digest of the content of a file."""
    return blake2b(content, digest_size=16).hexdigest()


def files_digest(files: Iterable[Path]) -> str:
    """Return a digest of names and contents of files; empty if there are none."""
    known = []
    for filename in files:
        try:
            content = filename.read_bytes()
        except OSError:
            content = b""
        known.append((str(filename), bytes_digest(content)))
    return digest(repr(sorted(known))) if known else ""


_RECORD = tuple(field.name for field in fields(Page) if field.name not in _OF_TEXT)


def page_digest(page: Page) -> str:
    """Return a digest of a page's record."""
    return digest(repr([getattr(page, name) for name in _RECORD]))


def shown(page: Page) -> tuple[object, ...]:
    """Return what lists and navigation show of a page."""
    return (
        *(page.path, page.rel_permalink, page.title, page.link_title, page.description),
        *(page.summary, page.date, page.type),
        *(resource.target for resource in page.resources),
    )


class Answers:
    """Answers to questions about a site, each found once in a build."""

    def __init__(self, documents: Documents) -> None:
        self._site = documents.site
        self._known: dict[Question, str] = {}
        self._records: dict[int, str] = {}

    def record(self, page: Page) -> str:
        """Return the digest of a page's record."""
        found = self._records.get(id(page))
        if found is None:
            found = self._records[id(page)] = page_digest(page)
        return found

    def answer(self, question: Question) -> str:
        """Return the digest of an answer; that of a question nobody knows is always new."""
        found = self._known.get(question)
        if found is None:
            ask = getattr(self, f"_{question[0]}")
            found = self._known[question] = digest(repr(ask(*question[1:])))
        return found

    def _pages(self) -> object:
        site = self._site
        records = [(self.record(page), site.translations(page)) for page in site.pages.values()]
        bundled = [self.record(page) for page in site.bundled.values()]
        order = [page.path for page in site.all_regular_pages]
        return records, bundled, order, sorted(site.menus.items())

    def _params(self) -> object:
        return json.dumps(self._site.config.params, sort_keys=True, default=str)

    def _page(self, path: str) -> object:
        page = self._site.page(path)
        return None if page is None else self.record(page)

    def _below(self, path: str) -> object:
        return [self.record(page) for page in _below(self._site, path)]

    def _found(self, ref: str, start: str) -> object:
        page = find_page(self._site, ref, self._site.page(start))
        return None if page is None else page.path

    def _ref(self, ref: str, start: str, language: str, output_format: str) -> object:
        result = resolve_ref(
            self._site,
            ref,
            self._site.page(start),
            language=language or None,
            output_format=output_format or None,
        )
        path = None if result.page is None else result.page.path
        return path, result.url, result.permalink, result.problem_text

    def _link(self, destination: str, start: str) -> object:
        result = resolve_link(self._site, destination, self._site.page(start))
        return result.kind, result.filename, result.address

    def _file(self, path: str, start: str) -> object:
        return find_file(self._site, path, self._site.page(start))

    def _files(self, component: str) -> object:
        return files_digest(find_files(self._site.config, component).values())

    def _names(self, component: str) -> object:
        return sorted(find_files(self._site.config, component))

    def _folder(self, path: str) -> object:
        try:
            return sorted(
                (one.name, one.is_dir(), one.stat().st_size) for one in Path(path).iterdir()
            )
        except OSError:
            return None


def _below(site: Site, path: str) -> Iterator[Page]:
    waiting = [path]
    seen = set(waiting)
    while waiting:
        for page in site.children(waiting.pop()):
            yield page
            if page.kind is not PageKind.PAGE and page.path not in seen:
                seen.add(page.path)
                waiting.append(page.path)


class _WatchedConfig:
    """The configuration, for whoever reads a page: that parameters are asked for is noted."""

    def __init__(self, config: SiteConfig, note: Callable[[Question], None]) -> None:
        self._config = config
        self._note = note

    def __getattr__(self, name: str) -> Any:
        if name in _WITH_PARAMS:
            self._note(PARAMS)
        return getattr(self._config, name)


_WITH_PARAMS = frozenset({"params", "values"})


class _Watched:
    """The site, for whoever reads a page: what is asked of it is noted."""

    def __init__(self, site: Site, note: Callable[[Question], None]) -> None:
        self._site = site
        self._note = note

    def page(self, path: str) -> Page | None:
        self._note(("page", path))
        return self._site.page(path)

    def children(self, page: Page | str) -> tuple[Page, ...]:
        self._note(("below", page if isinstance(page, str) else page.path))
        return self._site.children(page)

    def static_files(self) -> Mapping[str, Path]:
        self._note(("names", "static"))
        return self._site.static_files()

    @property
    def config(self) -> SiteConfig:
        return cast("SiteConfig", _WatchedConfig(self._site.config, self._note))

    def __getattr__(self, name: str) -> Any:
        self._note(PAGES)
        return getattr(self._site, name)


def watched(site: Site, note: Callable[[Question], None]) -> Site:
    """Return the same site, which notes every question but those about settings that all pages share."""
    return cast("Site", _Watched(site, note))
