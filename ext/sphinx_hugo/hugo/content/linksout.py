"""Symbolic links that lead out of the site: not followed, as in Hugo, but said."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from sphinx_hugo.hugo.disk import is_inside
from sphinx_hugo.hugo.problems import Kind, Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx_hugo.hugo.config.site_config import SiteConfig


def find_links_out(config: SiteConfig) -> list[Problem]:
    """Return a problem for each link below the mounted folders that leads to none of them.

    Hugo passes over every link in silence. Those to another place of the site are for other
    programs, it seems; behind one that leads out somebody expects a page or a file.
    """
    roots = [config.root, *(mount.source for mount in config.mounts)]
    found = {
        link
        for folder in {mount.source for mount in config.mounts}
        for link in _links(folder)
        if not any(is_inside(link, root) for root in roots)
    }
    return [
        Problem(
            Kind.CONTENT,
            "is a symbolic link to a place outside the site; it is not followed. Put a copy there, "
            "or mount that place: [[module.mounts]] source, target.",
            link,
            1,
        )
        for link in sorted(found)
    ]


def _links(folder: Path) -> Iterator[Path]:
    stack = [os.fspath(folder)]
    while stack:
        try:
            with os.scandir(stack.pop()) as listing:
                entries = list(listing)
        except OSError:
            continue
        for entry in entries:
            if entry.is_symlink():
                yield Path(entry.path)
            elif entry.is_dir():
                stack.append(entry.path)
