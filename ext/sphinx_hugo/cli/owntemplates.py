"""The site's own shortcode templates in the copy that Hugo builds, with what they read."""

from __future__ import annotations

import shutil
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from sphinx_hugo.hugo.content.walk import find_files

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from sphinx_hugo.hugo.config.site_config import SiteConfig

_FOLDERS: Mapping[str, str] = {
    "shortcodes": "_shortcodes",
    "_shortcodes": "_shortcodes",
    "partials": "_partials",
    "_partials": "_partials",
}
"""Folders of layouts, and what Hugo calls them today."""
_READ = ("data", "i18n", "assets")
"""What templates ask for beside content."""


def copy_templates(config: SiteConfig, folder: Path) -> set[str]:
    """Copy shortcodes and partials to *folder*/layouts; return the shortcodes' names, in lower case."""
    names: set[str] = set()
    for path, source in find_files(config, "layouts").items():
        parts = PurePosixPath(path).parts
        own = next((part for part in parts[:-1] if part in _FOLDERS), None)
        if own is None:
            continue
        place = parts.index(own)
        target = PurePosixPath(*parts[:place], _FOLDERS[own], *parts[place + 1 :])
        _copy(source, folder / "layouts" / target)
        if _FOLDERS[own] == "_shortcodes" and place == 0:
            names.add(PurePosixPath(*parts[1:-1], parts[-1].partition(".")[0]).as_posix().lower())
    if names:
        for component in _READ:
            for path, source in find_files(config, component).items():
                _copy(source, folder / component / path)
    return names


def drop_template(folder: Path, name: str) -> bool:
    """Remove all variants of a shortcode or partial, ``_shortcodes/box``; False without any."""
    found = list(_variants(folder / "layouts", PurePosixPath(name)))
    for path in found:
        path.unlink()
    return bool(found)


def drop_all(folder: Path) -> None:
    """Remove all shortcodes and partials."""
    for path in sorted((folder / "layouts").rglob("*")):
        if path.is_dir() and path.name in _FOLDERS.values():
            shutil.rmtree(path)


def _variants(layouts: Path, name: PurePosixPath) -> Iterator[Path]:
    wanted = name.name.lower()
    for path in sorted((layouts / name.parent).glob("*")):
        if path.is_file() and path.name.lower().partition(".")[0] == wanted:
            yield path


def _copy(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, target)  # never a link: the copy may be written over
