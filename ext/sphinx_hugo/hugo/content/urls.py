"""Addresses: where a page is written, and the URL under which it is served."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sphinx_hugo.hugo.addresses.addresscheck import climbs, why_refused, writable
from sphinx_hugo.hugo.addresses.paths import (
    clean,
    escape,
    first_segment,
    lower,
    normalize,
    parent_path,
    sanitize,
    strip_accents,
)
from sphinx_hugo.hugo.addresses.permalinks import (
    TokenError,
    TokenSource,
    as_segment,
    expand,
    find_pattern,
)
from sphinx_hugo.hugo.pages import LogicalPath, PageKind, RenderMode

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sphinx_hugo.hugo.addresses.permalinks import PermalinkRule
    from sphinx_hugo.hugo.config.site_config import SiteConfig
    from sphinx_hugo.hugo.content.collecting import ContentTree
    from sphinx_hugo.hugo.pages import Page


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """Where one page is."""

    rel_permalink: str
    permalink: str
    target: str
    """Output file below the publish folder."""
    link: str
    """The URL below the publish folder, not escaped: ``/docs/a/``."""

    @property
    def directory(self) -> str:
        """Where the page's resources are published: ends with a slash, or is empty."""
        return resource_directory(self.link)


def resource_directory(link: str) -> str:
    """Return the folder, below the output folder, of the resources of the page at *link*."""
    if link.endswith("/"):
        return link[1:]
    folder, _, name = link.rpartition("/")
    stem = name.rpartition(".")[0]
    inner = f"{folder}/" if stem == "index" else f"{folder}/{stem}/"
    return inner[1:]


def language_prefix(config: SiteConfig, language: str) -> str:
    """Return ``/fr`` for the languages that live below their key, else an empty string."""
    if language == config.default_language and not config.default_language_in_subdir:
        return ""
    return f"/{language}"


def absolute(config: SiteConfig, rel_permalink: str) -> str:
    """Return the permalink that belongs to *rel_permalink*."""
    base_path = "" if config.canonify_urls else config.base_path
    return config.base_url.rstrip("/") + rel_permalink.removeprefix(base_path)


def is_ugly(config: SiteConfig, page: Page) -> bool:
    """Tell whether ``uglyURLs`` holds for a page, by itself or for its section."""
    ugly = config.ugly_urls
    return ugly if isinstance(ugly, bool) else bool(ugly.get(page.section))


@dataclass(slots=True)
class AddressBook:
    """Works out addresses for the pages of one language."""

    config: SiteConfig
    tree: ContentTree
    pages: Mapping[LogicalPath, Page]
    urls: Mapping[LogicalPath, str]
    """``url`` of the pages that have one."""
    rules: Sequence[PermalinkRule]
    messages: dict[LogicalPath, str] = field(default_factory=dict)
    """What is wrong with a page's address."""
    _directories: dict[str, str] = field(default_factory=dict)

    def address(self, page: Page) -> Address | None:
        """Return the page's address; None if it has none."""
        if page.render_mode is RenderMode.NEVER:
            return None
        prefix = language_prefix(self.config, page.language)
        url = self.urls.get(page.path, "")
        if url:
            wanted = raw = url
            link = self._from_url(page, url, prefix)
        else:
            pattern = find_pattern(self.rules, page.kind, page.path) if self.rules else ""
            expanded = self._expand(page, pattern) if pattern else ""
            wanted = raw = expanded
            if not expanded and page.slug:
                wanted, raw = page.slug, f"{parent_path(page.path)}/{page.slug}"
            cleaned = "/".join(map(self._cleaned_text, expanded.split("/")))
            path = clean(cleaned) if expanded else self._from_path(page)
            link = prefix + self._dress(page, path, ugly=is_ugly(self.config, page))
        reason = why_refused(link)
        if reason:
            return self._finish(self._own_link(page, wanted, reason, prefix))
        if ".." in raw and climbs(raw):
            self.messages[page.path] = (
                f"the address {wanted!r} leads above the root of the site; the page is at {link!r}"
            )
        return self._finish(link)

    def _own_link(self, page: Page, wanted: str, reason: str, prefix: str) -> str:
        """Return what the path of a page gives, where its address is refused for a *reason*."""
        own = self._dress(page, self._from_path(page, named=False), ugly=is_ugly(self.config, page))
        own = writable(prefix + own)
        shown = repr(wanted if len(wanted) <= 80 else f"{wanted[:80]}...") if wanted else ""
        what = f"the address {shown}" if wanted else "the address that the file name gives"
        self.messages[page.path] = f"{what} {reason}; the page is at {own!r} instead"
        return own

    def _finish(self, link: str) -> Address:
        target = link[1:] + "index.html" if link.endswith("/") else link[1:]
        base = "" if self.config.canonify_urls else self.config.base_path
        rel_permalink = base + escape(link)
        return Address(
            rel_permalink=rel_permalink,
            permalink=absolute(self.config, rel_permalink),
            target=target,
            link=link,
        )

    def _dress(self, page: Page, path: str, *, ugly: bool) -> str:
        """Make a link of a clean path: with a final slash, or as a file."""
        if ugly and page.kind in (PageKind.PAGE, PageKind.TERM) and path != "/":
            return f"{path}.html"
        link = path if path.endswith("/") else f"{path}/"
        return f"{link}index.html" if ugly else link

    def _from_url(self, page: Page, url: str, prefix: str) -> str:
        # Only a url without leading slash is below the language's own folder.
        text = self._expand(page, url) if ":" in url else url
        if not text:
            text = url
        path = clean(text if text.startswith("/") else f"{prefix}/{text}")
        folder, _, name = path.rpartition("/")
        if name == "index.html":
            return f"{folder}/"
        if path == "/" or text.endswith("/") or "." not in path:
            return path if path == "/" else f"{path}/"
        return path

    def _expand(self, page: Page, pattern: str) -> str:
        try:
            # Hugo reads what a pattern gives as an escaped address, in which "+" is a space.
            return expand(pattern, self._tokens(page)).replace("+", " ")
        except TokenError as error:
            self.messages[page.path] = (
                f"the address {pattern!r} has a token {error} that Hugo does not know; "
                "the page keeps the address that its path gives"
            )
            return ""

    def _tokens(self, page: Page) -> TokenSource:
        source = self.tree.sources[page.path]
        name = source.raw_path.rpartition("/")[2]
        if source.file is None and page.kind is PageKind.TERM:
            name = page.path.rpartition("/")[2]
        sections = self._sections(page)
        is_page = page.kind is PageKind.PAGE
        return TokenSource(
            date=page.date,
            title=page.title if page.kind is PageKind.TERM else as_segment(page.title),
            slug=page.slug,
            filename=name if is_page else "",
            content_basename=name,
            sections=tuple(self._current_section(page).split("/")[1:]),
            section_slugs=tuple(section.slug or as_segment(section.title) for section in sections),
            section=first_segment(page.path) if page.section else "",
            keep_case=self.config.disable_path_to_lower,
        )

    def _current_section(self, page: Page) -> str:
        """Return the path of the page's section, directories without a page included."""
        if page.kind is not PageKind.PAGE:
            return page.path if page.path != "/" else ""
        path = self.tree.branch_at_or_above(parent_path(page.path))
        return path if path != "/" else ""

    def _sections(self, page: Page) -> list[Page]:
        """Return the sections from the top down to the page's own, the home page left out."""
        found: list[Page] = []
        path = page.path
        if page.kind is PageKind.PAGE:
            path = self.tree.branch_at_or_above(parent_path(page.path))
        while path != "/":
            section = self.pages.get(path)
            if section is not None and section.kind is not PageKind.PAGE:
                found.append(section)
            path = LogicalPath(parent_path(path))
        return found[::-1]

    def _from_path(self, page: Page, *, named: bool = True) -> str:
        if page.path == "/":
            return "/"
        raw = self.tree.sources[page.path].raw_path
        folder, _, name = raw.rpartition("/")
        slug = page.slug if named else ""
        return clean(f"{self._directory(folder)}/{self._named(slug, name)}")

    def _directory(self, raw: str) -> str:
        """Return the URL of a directory as written; the slugs of sections count in it."""
        if raw in self._directories or not raw:
            return self._directories.get(raw, "")
        url = written = ""
        for name in raw.split("/"):
            written = f"{written}/{name}" if written else name
            section = self.pages.get(LogicalPath("/" + normalize(written)))
            slug = section.slug if section and section.kind is not PageKind.PAGE else ""
            url = f"{url}/{self._named(slug, name)}"
        self._directories[raw] = url
        return url

    def _named(self, slug: str, name: str) -> str:
        # In a file name each space is a hyphen; in a slug several make one.
        return self._cleaned_text(slug or name.replace(" ", "-"))

    def _cleaned_text(self, text: str) -> str:
        segment = sanitize(text)
        if not self.config.disable_path_to_lower:
            segment = lower(segment)
        return strip_accents(segment) if self.config.remove_path_accents else segment
