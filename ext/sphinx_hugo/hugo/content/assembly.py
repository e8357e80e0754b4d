"""From the content tree to finished pages: cascade, fields, terms, dates, addresses, resources."""

from __future__ import annotations

import os
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sphinx_hugo.hugo.addresses.paths import HOME, ancestors, first_segment, parent_path
from sphinx_hugo.hugo.content.addressing import give_addresses
from sphinx_hugo.hugo.content.cascade import CascadeEntry, apply_cascade, read_cascade
from sphinx_hugo.hugo.content.collecting import PageSource
from sphinx_hugo.hugo.content.fieldplaces import field_problem
from sphinx_hugo.hugo.content.fields import PageFields, read_fields
from sphinx_hugo.hugo.content.taxonomies import Term, add_terms, collect_terms, taxonomy_path
from sphinx_hugo.hugo.content.titles import automatic_title
from sphinx_hugo.hugo.pages import (
    BundleType,
    ListMode,
    LogicalPath,
    Page,
    PageKind,
    RenderMode,
)
from sphinx_hugo.hugo.problems import Kind, Problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sphinx_hugo.hugo.config.site_config import SiteConfig
    from sphinx_hugo.hugo.content.collecting import ContentTree


_Dates = tuple["datetime | None", ...]
_NO_DATES: _Dates = (None, None, None)


class DropReason(StrEnum):
    """Why a page with a file is left out."""

    DRAFT = "draft"
    FUTURE = "future"
    EXPIRED = "expired"

    @property
    def phrase(self) -> str:
        """How to say it: the page is ..."""
        return {"draft": "a draft", "future": "not published yet", "expired": "expired"}[self]


@dataclass(frozen=True, slots=True)
class Dropped:
    """A page that is left out."""

    path: LogicalPath
    filename: Path
    reason: DropReason


@dataclass(frozen=True, slots=True, kw_only=True)
class BuildOptions:
    """Which pages to keep."""

    drafts: bool = False
    future: bool = False
    expired: bool = False
    now: datetime = field(default_factory=lambda: datetime.now(UTC))
    git_dates: Mapping[Path, datetime] = field(default_factory=dict)
    """When each file, by its real path, was last changed; empty if Git is not asked."""


@dataclass(slots=True)
class Assembly:
    """The pages of one language, and what came to light while they were made."""

    pages: dict[LogicalPath, Page] = field(default_factory=dict)
    dropped: dict[LogicalPath, Dropped] = field(default_factory=dict)
    terms: dict[LogicalPath, Term] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    disabled: frozenset[LogicalPath] = frozenset()
    """Branch pages that ``disableKinds`` takes away; no list leads past them."""
    bundled: dict[Path, Page] = field(default_factory=dict)
    """File to page inside a leaf bundle: a resource, without an address of its own."""


def assemble(config: SiteConfig, tree: ContentTree, options: BuildOptions) -> Assembly:
    """Make the pages of *tree*; the result's pages are in order of path."""
    return _Assembler(config, tree, options).run()


class _Assembler:
    def __init__(self, config: SiteConfig, tree: ContentTree, options: BuildOptions) -> None:
        self.config = config
        self.tree = tree
        self.options = options
        self.language = config.language.key
        self.result = Assembly()
        self.urls: dict[LogicalPath, str] = {}
        self.unpublished: set[LogicalPath] = set()
        entries, messages = read_cascade(list(config.cascade), config.environment, (self.language,))
        self.base = entries
        self.result.problems += [Problem(Kind.CONFIG, message) for message in messages]
        self._chains: dict[str, tuple[CascadeEntry, ...]] = {}
        self._old_build: list[Path] = []

    def run(self) -> Assembly:
        result = self.result
        for path in sorted(self.tree.sources):
            self._make(self.tree.sources[path])
        self._add_terms()
        result.pages = {path: result.pages[path] for path in sorted(result.pages)}
        self._aggregate_dates()
        self._address()
        if self._old_build:
            more = len(self._old_build) - 1
            text = "'_build' was removed from Hugo; write 'build'" + (
                f" (also in {more} more files)" if more else ""
            )
            result.problems.append(
                field_problem(Kind.FRONT_MATTER, ("_build", text), self._old_build[0])
            )
        return result

    def _chain(self, path: str) -> tuple[CascadeEntry, ...]:
        """Return the cascade that holds below the branch page at *path*."""
        missing = []
        while path not in self._chains:
            missing.append(path)
            if path == "/":
                break
            path = parent_path(path)
        chain = self._chains.get(path, self.base)
        for below in reversed(missing):
            source = self.tree.sources.get(LogicalPath(below))
            if source is not None and source.kind is not PageKind.PAGE and source.cascade:
                chain = source.cascade + chain
            self._chains[below] = chain
        return chain

    def _read(self, source: PageSource, title: str = "") -> tuple[dict[str, Any], PageFields]:
        """Return the page's fields with its cascade, as they stand and as they are read."""
        path = source.path
        fields, params = dict(source.fields), dict(source.params)
        if source.kind is PageKind.PAGE:
            chain = source.cascade + self._chain(parent_path(path))
        else:
            chain = self._chain(path)
        apply_cascade(
            fields, params, (entry for entry in chain if entry.matches(path, source.kind))
        )
        if source.file is None:
            automatic = title or automatic_title(self.config, source.kind, source.raw_path)
            fields.setdefault("title", automatic)
        read = read_fields(
            fields,
            params,
            self.config,
            base_name=_base_name(source),
            modified=self._mtime(source),
            git_date=self._git_date(source),
        )
        return fields, read

    def _make(self, source: PageSource, title: str = "") -> None:
        path = source.path
        fields, read = self._read(source, title)
        self._report(source, read)
        if "_build" in fields and source.file:
            self._old_build.append(Path(source.file.filename))
        values = _with_type(source, read)
        reason = self._drop_reason(values)
        if reason and source.file:
            self.result.dropped[path] = Dropped(path, Path(source.file.filename), reason)
            if source.kind is PageKind.PAGE:
                return
        if reason or (source.kind.value in self.config.disable_kinds):
            # The cascade and the children of a section outlive it.
            values |= {"list_mode": ListMode.NEVER, "render_mode": RenderMode.NEVER}
        if read.url and source.kind is not PageKind.HOME:
            self.urls[path] = read.url
        if not read.publish_resources:
            self.unpublished.add(path)
        self.result.pages[path] = self._page(source, values)

    def _page(self, source: PageSource, values: Mapping[str, Any]) -> Page:
        return Page(
            path=source.path,
            kind=source.kind,
            language=self.language,
            filename=Path(source.file.filename) if source.file else None,
            content_path=source.file.info.relative if source.file else "",
            bundle=source.bundle,
            body_line=source.body_line,
            word_count=source.word_count,
            section=first_segment(_section_path(source)),
            rendered=False,
            **values,
        )

    def _mtime(self, source: PageSource) -> datetime | None:
        sources = self.config.frontmatter
        used = {*sources.date, *sources.lastmod, *sources.publish_date, *sources.expiry_date}
        if ":filemodtime" not in used or source.file is None:
            return None
        seconds = Path(source.file.filename).stat().st_mtime
        return datetime.fromtimestamp(int(seconds), self.config.time_zone)

    def _git_date(self, source: PageSource) -> datetime | None:
        known = self.options.git_dates
        if not known or source.file is None:
            return None
        return known.get(Path(os.path.realpath(source.file.filename)))

    def _report(self, source: PageSource, read: PageFields) -> None:
        if not (read.messages or read.menu_messages):
            return
        filename = Path(source.file.filename) if source.file else None
        problems = self.result.problems
        problems += [field_problem(Kind.FRONT_MATTER, it, filename) for it in read.messages]
        problems += [field_problem(Kind.MENU, it, filename) for it in read.menu_messages]

    def _drop_reason(self, values: Mapping[str, Any]) -> DropReason | None:
        options = self.options
        if values["draft"] and not options.drafts:
            return DropReason.DRAFT
        publish, expiry = values["publish_date"], values["expiry_date"]
        if publish and publish > options.now and not options.future:
            return DropReason.FUTURE
        if expiry and expiry < options.now and not options.expired:
            return DropReason.EXPIRED
        return None

    def _address(self) -> None:
        result = self.result
        pages, problems = give_addresses(
            self.config, self.tree, result.pages, self.urls, self.unpublished
        )
        gone = self.config.disable_kinds - {PageKind.HOME}
        result.pages = {path: page for path, page in pages.items() if page.kind not in gone}
        result.disabled = frozenset(pages.keys() - result.pages.keys())
        result.problems += problems

    def _add_terms(self) -> None:
        result = self.result
        result.terms = collect_terms(result.pages.values())
        for source in self.tree.bundled:
            _, read = self._read(source)
            self._bundle(source, read)
            if self._drop_reason(read.values) is None:
                add_terms(result.terms, read.values["terms"])
        if PageKind.TERM.value in self.config.disable_kinds:
            result.terms = {}
        for path, term in result.terms.items():
            if path not in self.tree.sources:
                raw = f"{term.plural}/{term.name}"
                source = PageSource(path=path, kind=PageKind.TERM, raw_path=raw)
                self.tree.sources[path] = source
                self._make(source, automatic_title(self.config, PageKind.TERM, term.name))

    def _bundle(self, source: PageSource, read: PageFields) -> None:
        page = self._page(source, _with_type(source, read))
        if source.file is not None and page.filename is not None:
            # Such a page is named by its file; it has no place in the tree.
            path = LogicalPath(f"{page.path}.{source.file.info.extension}")
            self.result.bundled[page.filename] = replace(page, path=path)

    def _aggregate_dates(self) -> None:
        """Give branch pages without any date the latest dates of what lies below."""
        pages = self.result.pages
        undated = {
            path
            for path, page in pages.items()
            if page.kind is not PageKind.PAGE and not _is_dated(page)
        }
        newest: dict[LogicalPath, _Dates] = {}

        def count(paths: Iterable[LogicalPath], dates: _Dates) -> None:
            for path in undated.intersection(paths):
                known = newest.get(path, _NO_DATES)
                newest[path] = tuple(map(_latest, known, dates))

        for page in pages.values():
            if _is_dated(page):
                above = ancestors(page.path)
                # Terms are not below the home page.
                count(above[:-1] if page.kind is PageKind.TERM else above, self._dates(page))
        for path, term in self.result.terms.items():
            for name in term.pages:
                if name != HOME:
                    dates = newest.get(name) or self._dates(pages[name])
                    count((path, taxonomy_path(term.plural)), dates)
        for path, (date, lastmod, publish_date) in newest.items():
            pages[path] = replace(
                pages[path],
                date=date,
                lastmod=lastmod,
                publish_date=publish_date,
                dated_by_others=True,
            )

    def _dates(self, page: Page) -> _Dates:
        published = page.publish_date
        is_past = published is not None and published <= self.options.now
        return page.date, page.lastmod, published if is_past else None


def _with_type(source: PageSource, read: PageFields) -> dict[str, Any]:
    values = dict(read.values)
    values["type"] = values["type"] or first_segment(_section_path(source)) or "page"
    return values


def _is_dated(page: Page) -> bool:
    return any((page.date, page.lastmod, page.publish_date, page.expiry_date))


def _latest(first: datetime | None, second: datetime | None) -> datetime | None:
    if first is None or second is None:
        return first or second
    return max(first, second)


def _base_name(source: PageSource) -> str:
    """Return the name that may carry a date: a leaf bundle's is its directory's."""
    if source.file is None or source.bundle is BundleType.BRANCH:
        return ""
    return source.raw_path.rpartition("/")[2]


def _section_path(source: PageSource) -> str:
    """Return the path whose first segment is ``.Section``: none for pages at the root."""
    if source.kind is PageKind.PAGE and source.path.count("/") == 1:
        return "/"
    return source.path
