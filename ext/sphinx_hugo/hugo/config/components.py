"""Themes and modules: which components a site is made of, and how their settings are merged."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sphinx_hugo.hugo.config.configfiles import ConfigFiles, read_config_files
from sphinx_hugo.hugo.config.mounts import Mount
from sphinx_hugo.hugo.config.spellings import modernise
from sphinx_hugo.hugo.disk import is_inside
from sphinx_hugo.hugo.values.coercion import to_bool, to_map, to_string, to_terms
from sphinx_hugo.hugo.values.data import lower_keys

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from sphinx_hugo.hugo.config.settings import Reports

__all__ = ["Component", "Mount", "find_components", "merge_component"]

_MAX_COMPONENTS = 200


@dataclass(frozen=True, slots=True)
class Component:
    """A theme or module that is there on disk."""

    name: str
    """As the configuration names it."""
    root: Path
    config: ConfigFiles
    """Its own configuration; ``values`` in today's spelling."""
    mounts: tuple[Mapping[str, Any], ...] | None
    """What the import wants mounted; None if the component decides."""


def find_components(
    root: Path, values: Mapping[str, Any], environment: str, reports: Reports
) -> tuple[tuple[Component, ...], tuple[str, ...]]:
    """Return the themes and modules of the site at *root*, imports before themes.

    What is not there on disk, or lies outside *root*, is left out; its names come second.
    """
    found: dict[Path, Component] = {}
    missing: list[str] = []
    queue = [(name, setting) for name, setting in _imports(values)][::-1]
    while queue and len(found) < _MAX_COMPONENTS:
        name, setting = queue.pop()
        directory = _find_directory(root, values, name, reports)
        if directory is None and name and name not in missing:
            missing.append(name)
        if directory is None or directory in found:
            continue
        config = ConfigFiles({}, ())
        if not to_bool(setting.get("ignoreconfig")):
            config = read_config_files(directory, environment)
            config = ConfigFiles(modernise(config.values, None), config.sources)
        found[directory] = Component(name, directory, config, _import_mounts(setting))
        if not to_bool(setting.get("ignoreimports")):
            queue += list(_imports(config.values))[::-1]
    return tuple(found.values()), tuple(missing)


def _imports(values: Mapping[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    listed = to_map(values.get("module")).get("imports")
    for item in listed if isinstance(listed, list) else []:
        setting = lower_keys(to_map(item))
        if not to_bool(setting.get("disable")):
            yield to_string(setting.get("path")), setting
    for name in to_terms(values.get("theme")):
        yield name, {}


def _import_mounts(setting: Mapping[str, Any]) -> tuple[Mapping[str, Any], ...] | None:
    if to_bool(setting.get("nomounts")):
        return ()
    listed = setting.get("mounts")
    if not isinstance(listed, list) or not listed:
        return None
    return tuple(lower_keys(to_map(item)) for item in listed)


def _find_directory(
    root: Path, values: Mapping[str, Any], name: str, reports: Reports
) -> Path | None:
    """Look for a theme or module where Hugo would, as far as that is inside the site."""
    if not name or "\0" in name:
        return None
    themes = root / (to_string(values.get("themesdir")) or "themes")
    replaced = _replacements(values).get(name)
    if replaced is not None:
        return _existing(themes / replaced)  # the site's owner may point anywhere
    for directory in (root / "_vendor" / name, themes / name):
        normal = Path(os.path.normpath(directory))
        if not normal.is_relative_to(root):
            reports.add("theme", f'"{name}" lies outside the site; it is left out')
        elif found := _existing(normal):
            if is_inside(found, root):
                return found
            reports.add(
                "theme",
                f'"{name}" is a symbolic link to a place outside the site and left out; '
                "to use that place, name it in module.replacements",
            )
            return None
    return None


def _existing(directory: Path) -> Path | None:
    normal = Path(os.path.normpath(directory))
    return normal if normal.is_dir() else None


def _replacements(values: Mapping[str, Any]) -> dict[str, str]:
    """Return ``module.replacements``: ``"path -> directory, path -> directory"`` or a list."""
    result = {}
    for text in to_terms(to_map(values.get("module")).get("replacements")):
        for pair in text.split(","):
            path, arrow, directory = pair.partition("->")
            if arrow:
                result[path.strip()] = directory.strip()
    return result


_STRATEGIES = {
    "params": "deep",
    "menus": "shallow",
    "outputformats": "shallow",
    "mediatypes": "shallow",
}


def merge_component(site: Mapping[str, Any], theme: Mapping[str, Any]) -> dict[str, Any]:
    """Return the site's settings with what the theme adds; the site's always win.

    ``params`` are merged at every level; of ``menus`` and the formats, new ones are taken. The
    key ``_merge`` (``none``, ``shallow``, ``deep``) in a table of the site decides otherwise.
    """
    result = dict(site)
    root_strategy = to_string(site.get("_merge"))
    for key, value in theme.items():
        if key in {"languages", "theme", "module", "_merge"}:
            continue
        own = result.get(key)
        strategy = root_strategy or _STRATEGIES.get(key, "none")
        if isinstance(own, dict):
            strategy = to_string(own.get("_merge")) or strategy
        if strategy != "none":
            result[key] = value if own is None else _merge(own, value, strategy)
    theirs = theme.get("languages")
    languages = _merge_languages(site, theirs) if isinstance(theirs, dict) else None
    if languages is not None:
        result["languages"] = languages
    return result


def _merge_languages(site: Mapping[str, Any], theirs: Mapping[str, Any]) -> dict[str, Any] | None:
    """Return the site's languages, each with the theme's ``params`` and, if it has any, menus.

    If the site names no language, the theme's are added to the default one.
    """
    own = site.get("languages")
    if own is None:
        default = to_string(site.get("defaultcontentlanguage")).lower() or "en"
        others = {key: value for key, value in theirs.items() if key != default}
        return {default: {}, **others} if others else None
    result = {}
    for key, table in to_map(own).items():
        theme = to_map(theirs.get(key))
        result[key] = table
        if isinstance(table, dict):
            wanted = {"params"} | ({"menus"} & table.keys())
            added = {name: theme[name] for name in wanted & theme.keys()}
            result[key] = merge_component(table, added)
    return result


def _merge(own: Any, theirs: Any, strategy: str) -> Any:
    if not isinstance(own, dict) or not isinstance(theirs, dict):
        return own
    wanted = to_string(own.get("_merge")) or strategy
    if wanted == "none":
        return own
    result = {**theirs, **own}
    if wanted == "deep":
        for key in own.keys() & theirs.keys():
            result[key] = _merge(own[key], theirs[key], wanted)
    return result
