"""Looking pages up: by logical path, by bare name, by file, by output file."""

from __future__ import annotations

import difflib
from functools import cached_property
from typing import TYPE_CHECKING
from urllib.parse import unquote

from sphinx_hugo.hugo.addresses.paths import (
    CONTENT_EXTENSIONS,
    HOME,
    REFUSED_EXTENSIONS,
    lower,
    normalize,
    parent_path,
    parse_path,
)
from sphinx_hugo.hugo.pages import BundleType, LogicalPath

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from pathlib import Path

    from sphinx_hugo.hugo.pages import Page, Resource

_MUCH_ALIKE = 0.85
"""How like each other names must be, from 0 to 1, for a page in another folder to be meant."""
_EXTENSIONS = CONTENT_EXTENSIONS | REFUSED_EXTENSIONS


class PageIndex:
    """The pages of one language, with what is needed to find one; made once, never changed."""

    def __init__(
        self, pages: Mapping[LogicalPath, Page], language: str, languages: Collection[str]
    ) -> None:
        self.pages = pages
        self.language = language
        self.languages = frozenset(languages)

    @property
    def home(self) -> Page | None:
        """The home page."""
        return self.pages.get(HOME)

    def by_reference(self, path: str) -> Page | None:
        """Return the page at a path as a reference writes it, such as ``/docs/About/ip.md``.

        A content extension, a language suffix and a final ``index`` do not count; ``..`` and
        double slashes match nothing.
        """
        return self.pages.get(self.logical_path(path))

    def logical_path(self, path: str) -> LogicalPath:
        """Return the logical path that *path*, with or without a content extension, stands for."""
        info = parse_path(path.removeprefix("/"), self.languages)
        if info.extension in _EXTENSIONS:
            return info.path
        return LogicalPath("/" + normalize(path.removeprefix("/")))

    def by_name(self, name: str) -> tuple[Page, ...]:
        """Return the pages whose last path segment is *name*."""
        return self._names.get(normalize(name), ())

    def by_filename(self, filename: Path | str) -> Page | None:
        """Return the page whose source is the absolute *filename*."""
        return self._files.get(str(filename))

    def by_target(self, target: str) -> Page | None:
        """Return the page that is written to *target*."""
        return self._targets.get(target)

    def by_alias(self, target: str) -> Page | None:
        """Return the page to which the redirect at *target* leads."""
        return self._aliases.get(target)

    def by_link(self, link: str) -> Page | None:
        """Return the page whose unescaped URL, with the base path, is *link*."""
        return self._links.get(link.rstrip("/"))

    def by_directory(self, directory: str) -> Page | None:
        """Return the bundle whose file lies in the absolute *directory*."""
        return self._directories.get(directory)

    def by_resource(self, target: str) -> tuple[Page, Resource] | None:
        """Return owner and resource for a file that is published at *target*."""
        return self._resources[0].get(target)

    def by_resource_file(self, filename: str) -> tuple[Page, Resource] | None:
        """Return owner and resource for an absolute *filename*."""
        return self._resources[1].get(filename)

    def translation_of(self, page: Page) -> Page | None:
        """Return this language's page for a page of another language."""
        # Hugo is not even-handed here: a key finds keys only, a path finds any page.
        if page.translation_key:
            return self._keys.get(page.translation_key)
        return self.pages.get(page.path)

    def nearest(self, path: str, count: int = 3) -> tuple[LogicalPath, ...]:
        """Return the paths of pages that *path* may have meant, the likeliest first.

        Pages of that name are meant wherever they are, those of a similar name in the same folder;
        in another one they have to be much alike.
        """
        wanted = self.logical_path(path.rstrip("/") or "/")
        name = wanted.rpartition("/")[2]
        found = [page.path for page in self.by_name(name)] if name else []
        if not found and name:
            folder = parent_path(wanted)
            known = self._known_names
            for near in difflib.get_close_matches(name, known, 2 * count, 0.75):
                alike = difflib.SequenceMatcher(None, name, near).ratio() >= _MUCH_ALIKE
                found += [
                    path
                    for path in known[near]
                    if path not in found and (alike or folder in {"/", parent_path(path)})
                ]
        found.sort(key=lambda path: -difflib.SequenceMatcher(None, wanted, path).quick_ratio())
        return tuple(found[:count])

    @cached_property
    def _names(self) -> Mapping[str, tuple[Page, ...]]:
        names: dict[str, tuple[Page, ...]] = {}
        for path, page in self.pages.items():
            name = path.rpartition("/")[2]
            if name:
                names[name] = (*names.get(name, ()), page)
        return names

    @cached_property
    def _known_names(self) -> Mapping[str, list[LogicalPath]]:
        """The last parts of paths and of addresses, which differ by slug, url and permalinks."""
        names: dict[str, list[LogicalPath]] = {}
        for path, page in self.pages.items():
            address = page.rel_permalink.rstrip("/").rpartition("/")[2]
            for name in {path.rpartition("/")[2], address} - {""}:
                names.setdefault(name, []).append(path)
        return names

    @cached_property
    def _keys(self) -> Mapping[str, Page]:
        return {p.translation_key: p for p in self.pages.values() if p.translation_key}

    @cached_property
    def _files(self) -> Mapping[str, Page]:
        return {str(page.filename): page for page in self.pages.values() if page.filename}

    @cached_property
    def _targets(self) -> Mapping[str, Page]:
        # Of two pages with one target the first, by path, is meant.
        found: dict[str, Page] = {}
        for page in self.pages.values():
            if page.target:
                found.setdefault(page.target, page)
        return found

    @cached_property
    def _links(self) -> Mapping[str, Page]:
        found: dict[str, Page] = {}
        for page in self.pages.values():
            if page.rel_permalink:
                found.setdefault(unquote(page.rel_permalink).rstrip("/"), page)
        return found

    @cached_property
    def _directories(self) -> Mapping[str, Page]:
        bundles = (BundleType.LEAF, BundleType.BRANCH)
        return {
            str(page.filename.parent): page
            for page in self.pages.values()
            if page.filename and page.bundle in bundles
        }

    @cached_property
    def _resources(
        self,
    ) -> tuple[Mapping[str, tuple[Page, Resource]], Mapping[str, tuple[Page, Resource]]]:
        targets: dict[str, tuple[Page, Resource]] = {}
        files: dict[str, tuple[Page, Resource]] = {}
        for page in self.pages.values():
            for resource in page.resources:
                files[str(resource.filename)] = page, resource
                if resource.target:
                    targets.setdefault(resource.target, (page, resource))
        return targets, files

    @cached_property
    def _aliases(self) -> Mapping[str, Page]:
        return {alias: page for page in self.pages.values() for alias in page.alias_targets}


def stem(name: str) -> str:
    """Return the last segment of a reference without any extension, as a page's name."""
    base, dot, _ = lower(name).rpartition(".")
    return base if dot else lower(name)
