"""Plain Markdown links: what a destination means, seen from a page."""

from __future__ import annotations

import os
import posixpath
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from sphinx_hugo.hugo.addresses.feeds import feed_address, has_feed
from sphinx_hugo.hugo.addresses.paths import CONTENT_EXTENSIONS, clean, escape, parent_path
from sphinx_hugo.hugo.lookup.find import find_in_index

if TYPE_CHECKING:
    from sphinx_hugo.hugo.config.site_config import SiteConfig
    from sphinx_hugo.hugo.pages import LogicalPath, Page
    from sphinx_hugo.hugo.site import Site


class LinkKind(StrEnum):
    """What a link leads to."""

    PAGE = "page"
    RESOURCE = "resource"
    STATIC = "static"
    FEED = "feed"
    """The feed of a page, a file that the build makes."""
    TRANSLATION = "translation"
    """A page of another language of the site, which another build writes."""
    EXTERNAL = "external"
    """Another host, ``mailto:`` and the like: not ours to check."""
    FRAGMENT = "fragment"
    """``#frag`` in the page itself."""
    NONE = "none"
    """An address of this site where nothing is."""


FILES = frozenset({LinkKind.RESOURCE, LinkKind.STATIC, LinkKind.FEED})
"""What is served as a file."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkResult:
    """What a plain link leads to."""

    kind: LinkKind
    page: Page | None = None
    """For PAGE the page, also when the link names an alias; for RESOURCE its owner."""
    filename: Path | None = None
    """Absolute file for RESOURCE and STATIC."""
    address: str = ""
    """For all that is served but no page of this language: site-relative URL, percent-escaped,
    with the base path."""
    query: str = ""
    """Query without ``?``."""
    fragment: str = ""
    """Fragment without ``#``, as written."""
    candidates: tuple[LogicalPath, ...] = ()
    """For NONE: the nearest pages."""
    problem_text: str = ""
    """For NONE: what was looked for and what to write instead."""

    @property
    def suffix(self) -> str:
        """Query and fragment with their marks, as they stand behind an address."""
        query = f"?{self.query}" if self.query else ""
        return f"{query}#{self.fragment}" if self.fragment else query


def resolve_link(site: Site, destination: str, start: Page | None) -> LinkResult:
    """Say what *destination* of a Markdown link or image in *start* leads to.

    A destination that ends in a content extension is a file first, any other one a URL first,
    as a browser would read it; each is then tried the other way.
    """
    before, _, fragment = destination.partition("#")
    before, _, query = before.partition("?")
    path = _own_path(site, before)
    if path is None:
        return LinkResult(kind=LinkKind.EXTERNAL, query=query, fragment=fragment)
    if not path:
        return LinkResult(kind=LinkKind.FRAGMENT, page=start, query=query, fragment=fragment)
    found = _find(site, path, start)
    if found is None and (other := _in_other_language(site, path)) is not None:
        return LinkResult(kind=LinkKind.TRANSLATION, address=other, query=query, fragment=fragment)
    if found is None:
        return _nothing(site, destination, path, start, fragment)
    page, filename, address = found
    kind = LinkKind.PAGE if page is not None else LinkKind.FEED
    if filename is not None:
        kind = LinkKind.RESOURCE if page is not None else LinkKind.STATIC
    return LinkResult(
        kind=kind, page=page, filename=filename, address=address, query=query, fragment=fragment
    )


def rewrites_links(config: SiteConfig) -> bool:
    """Say whether Hugo's own link hook is on: it writes the address of the page before ``#frag``.

    By default it is where the configuration names any language.
    """
    hooks = config.markup.get("goldmark", {}).get("renderhooks", {})
    setting = str(hooks.get("link", {}).get("useembedded", "auto")).lower()
    return config.has_language_entry if setting == "auto" else setting in {"always", "fallback"}


_Found = tuple["Page | None", "Path | None", str]


def _own_path(site: Site, text: str) -> str | None:
    """Return the unescaped path if *text* is an address of this site, else None."""
    try:
        parts = urlsplit(text)
    except ValueError:
        return None
    if not parts.scheme and not parts.netloc:
        return unquote(text)
    base = urlsplit(site.config.base_url)
    if parts.scheme not in ("", "http", "https") or not parts.netloc:
        return None
    if parts.netloc.lower() != base.netloc.lower():
        return None
    path = unquote(parts.path) or "/"
    # The host may hold more than this site.
    if f"{path}/".startswith(f"{site.config.base_path}/"):
        return path
    return None


def _find(site: Site, path: str, start: Page | None) -> _Found | None:
    is_file = path.rpartition(".")[2].lower() in CONTENT_EXTENSIONS and "." in path
    by_url = _by_url(site, path, start)
    if is_file or by_url is None:
        return _by_file(site, path, start) or _by_reference(site, path, start) or by_url
    return by_url


def _by_reference(site: Site, path: str, start: Page | None) -> _Found | None:
    """Return the page that Hugo's link hook finds: as ``ref``, but not by its name alone."""
    page = find_in_index(site.index, path.removeprefix("./"), start, by_name=False)
    return None if page is None else (page, None, "")


def _by_url(site: Site, path: str, start: Page | None) -> _Found | None:
    if path.startswith("/"):
        options = _from_root(site, path)
    elif start is None or not start.rel_permalink:
        return None
    else:
        folder = _link_of(site, start).rpartition("/")[0]
        options = [clean(f"{folder}/{path}") + ("/" if path.endswith("/") else "")]
    for option in options:
        found = _at_address(site, option)
        if found is not None:
            return found
    return None


def _in_other_language(site: Site, path: str) -> str | None:
    """Return the address of the page of another language at *path*, an address from the root."""
    if not path.startswith("/"):
        return None
    for option in _from_root(site, path):
        name = option.strip("/")
        targets = (name, f"{name}/index.html" if name else "index.html")
        for index in site.other_languages.values():
            for target in targets:
                page = index.by_target(target) or index.by_alias(target)
                if page is not None and page.rel_permalink:
                    return page.rel_permalink
    return None


def _from_root(site: Site, path: str) -> list[str]:
    """Return what a path from the root may mean below the site's own root, the likeliest first."""
    base = site.config.base_path
    rooted = clean(path) + ("/" if path.endswith("/") else "")
    # Many sites write addresses from the root without the base path.
    inside = bool(base) and f"{clean(path)}/".startswith(f"{base}/")
    return [rooted.removeprefix(base) or "/", rooted] if inside else [rooted]


def _link_of(site: Site, page: Page) -> str:
    base = "" if site.config.canonify_urls else site.config.base_path
    return unquote(page.rel_permalink).removeprefix(base)


def _at_address(site: Site, link: str) -> _Found | None:
    """Return what is served at *link*, a path below the site's own root."""
    name = link.lstrip("/")
    folder = f"{name.rstrip('/')}/" if name.rstrip("/") else ""
    for target in (name, f"{folder}index.html"):
        page = site.index.by_target(target) or site.index.by_alias(target)
        if page is not None:
            return page, None, ""
    owner = site.index.by_resource(name)
    if owner is not None:
        return owner[0], owner[1].filename, _address(site, name)
    static = site.static_files().get(name) or site.static_files().get(f"{folder}index.html")
    if static is not None:
        return None, static, _address(site, name)
    if _is_feed(site, name):
        return None, None, _address(site, name)
    page = site.index.by_link(link)
    return None if page is None else (page, None, "")


def _is_feed(site: Site, name: str) -> bool:
    folder = name.rpartition("/")[0]
    pages = map(site.index.by_target, (f"{folder}/index.html".lstrip("/"), f"{folder}.html"))
    return any(
        has_feed(site.config, page) and feed_address(site.config, page.target).lstrip("/") == name
        for page in pages
        if page is not None
    )


def _address(site: Site, target: str) -> str:
    base = "" if site.config.canonify_urls else site.config.base_path
    return f"{base}/{escape(target)}"


def _by_file(site: Site, path: str, start: Page | None) -> _Found | None:
    """Return the page or resource whose file *path* names, from the page's own file."""
    if path.startswith("/"):
        page = site.index.by_reference(posixpath.normpath(path))
        return None if page is None else (page, None, "")
    if start is None:
        return None
    if start.filename is not None:
        wanted = os.path.normpath(Path(start.filename).parent / path)
        page = site.index.by_filename(wanted) or site.index.by_directory(wanted)
        if page is not None:
            return page, None, ""
        owned = site.index.by_resource_file(wanted)
        if owned is not None and owned[1].target:
            return owned[0], owned[1].filename, _address(site, owned[1].target)
    return None


def _nothing(
    site: Site, destination: str, path: str, start: Page | None, fragment: str
) -> LinkResult:
    where = path
    if not path.startswith("/") and start is not None:
        where = clean(f"{parent_path(start.path)}/{path}")
    near = site.index.nearest(where)
    text = f"link {destination!r}: nothing is served at this address"
    dropped = site.dropped.get(site.index.logical_path(where.rstrip("/")))
    if dropped is not None:
        text = f"link {destination!r}: {dropped.path} exists but is {dropped.reason.phrase}"
    elif near:
        text += f"; near is {', '.join(near)}"
    return LinkResult(kind=LinkKind.NONE, fragment=fragment, candidates=near, problem_text=text)
