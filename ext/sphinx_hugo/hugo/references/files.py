"""Files that shortcodes name: looked for where Hugo looks, never outside the site."""

from __future__ import annotations

from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx_hugo.hugo.pages import Page
    from sphinx_hugo.hugo.site import Site


def find_file(site: Site, path: str, page: Page | None) -> Path | None:
    """Return the file that *path* names, or None.

    A path without leading slash is looked for beside the page first; then from the site's folder
    (as ``readFile`` does), and in ``assets/`` and ``static/``. Symbolic links are followed only to
    places inside the folders that the site mounts.
    """
    if "\0" in path or "\\" in path:
        return None
    parts = PurePosixPath(path).parts
    relative = PurePosixPath(*(part for part in parts if part != "/"))
    roots = _roots(site)
    for folder in _folders(site, page, absolute=path.startswith("/")):
        candidate = folder / relative
        try:
            resolved = candidate.resolve()
            if resolved.is_file() and any(resolved.is_relative_to(root) for root in roots):
                return candidate
        except (OSError, RuntimeError):
            continue
    return None


def _folders(site: Site, page: Page | None, *, absolute: bool) -> Iterator[Path]:
    if page is not None and page.filename is not None and not absolute:
        yield page.filename.parent
    yield site.config.root
    for component in ("content", "assets", "static"):
        for mount in site.config.mounts_of(component):
            yield mount.source


def _roots(site: Site) -> tuple[Path, ...]:
    mounted = (mount.source.resolve() for mount in site.config.mounts)
    return (site.config.root.resolve(), *mounted)
