"""How Hugo finds the page that a path names, in the index of one language."""

from __future__ import annotations

import os
import posixpath
from pathlib import Path
from typing import TYPE_CHECKING

from sphinx_hugo.hugo.addresses.paths import parent_path
from sphinx_hugo.hugo.lookup.index import stem
from sphinx_hugo.hugo.pages import BundleType, PageKind

if TYPE_CHECKING:
    from sphinx_hugo.hugo.lookup.index import PageIndex
    from sphinx_hugo.hugo.pages import LogicalPath, Page


class AmbiguousRefError(LookupError):
    """A bare name that more than one page has."""

    def __init__(self, candidates: tuple[LogicalPath, ...]) -> None:
        super().__init__(", ".join(candidates))
        self.candidates = candidates


def find_in_index(
    index: PageIndex, ref: str, start: Page | None, *, by_name: bool = True
) -> Page | None:
    """Return the page that *ref* names; raises :class:`AmbiguousRefError`.

    Without *by_name*, a bare name counts only from where it stands, as in Hugo's link hook.
    """
    path = ref.removesuffix("/") or "/"
    has_extension = _has_extension(path)
    page: Page | None
    if not path.startswith("/"):
        if start is not None:
            page = _lookup(index, from_start(start, path), has_extension)
            page = page or _beside(index, start, path, has_extension)
            if page is not None:
                return page
        if path.startswith("."):
            return None
    page = _lookup(index, path if path.startswith("/") else f"/{path}", has_extension)
    if page is None:
        page = _beside(index, index.home, path.removeprefix("/"), has_extension)
    if page is None and by_name and "/" not in path:
        named = index.by_name(stem(path) if has_extension else path)
        if len(named) > 1:
            raise AmbiguousRefError(tuple(page.path for page in named))
        page = named[0] if named else None
    return page


def from_start(start: Page, path: str) -> str:
    """Return a relative reference as a path from the root of the content."""
    return "/" + posixpath.normpath(f"{_base(start, path)}/{path}").lstrip("/")


def _base(start: Page, path: str) -> str:
    """Return the directory from which a relative reference counts."""
    if start.kind is not PageKind.PAGE:
        return start.path
    if start.bundle is BundleType.LEAF and path.startswith("../") and _has_extension(path):
        return start.path
    return parent_path(start.path)


def _has_extension(path: str) -> bool:
    return "." in path.rpartition("/")[2]


def _lookup(index: PageIndex, path: str, has_extension: bool) -> Page | None:
    if has_extension or path == "/":
        return index.by_reference(path)
    # A directory that is called index is a bundle of that name first.
    return index.pages.get(index.logical_path(path)) or index.by_reference(f"{path}.md")


def _beside(index: PageIndex, start: Page | None, path: str, has_extension: bool) -> Page | None:
    """Take *path* as a file, relative to where the file of *start* really lies."""
    if not has_extension or start is None or start.filename is None or not path:
        return None
    return index.by_filename(os.path.normpath(Path(start.filename).parent / path))
