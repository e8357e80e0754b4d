"""Mounts: where content, static files and templates lie on disk, and their place in the site."""

from __future__ import annotations

import fnmatch
import os
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sphinx_hugo.hugo.disk import is_inside
from sphinx_hugo.hugo.values.coercion import to_map, to_string, to_terms
from sphinx_hugo.hugo.values.data import lower_keys

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from sphinx_hugo.hugo.config.languages import Language
    from sphinx_hugo.hugo.config.settings import Reports

COMPONENTS = ("content", "data", "layouts", "i18n", "archetypes", "assets", "static")
"""The kinds of files Hugo knows; each mount's target begins with one."""

_DIRECTORY_KEYS = {
    "data": "datadir",
    "layouts": "layoutdir",
    "i18n": "i18ndir",
    "archetypes": "archetypedir",
    "assets": "assetdir",
}


@dataclass(frozen=True, slots=True)
class Mount:
    """A directory or file on disk, and its place in Hugo's unified tree."""

    source: Path
    """Absolute; it may not exist."""
    target: str
    """With ``/`` and no slash at the ends, such as ``content/guide``."""
    files: tuple[str, ...] = ()
    """Glob patterns relative to *source*; those that begin with ``!`` exclude. Empty: all."""
    language: str = ""
    """The language its files belong to; empty if their names decide."""

    @property
    def component(self) -> str:
        """The first segment of the target, such as ``content``."""
        return self.target.partition("/")[0]


def project_mounts(
    root: Path, values: Mapping[str, Any], languages: Sequence[Language], reports: Reports
) -> tuple[Mount, ...]:
    """Return the mounts of the site itself: what ``module.mounts`` lists, then the defaults.

    The default of a component (``contentDir`` and so on) counts only if nothing that exists is
    mounted there. *values* are the root's, not a language's.
    """
    listed = to_map(values.get("module")).get("mounts")
    settings = listed if isinstance(listed, list) else []
    explicit = tuple(_listed_mounts(root, settings, languages, reports))
    taken = {mount.component for mount in explicit}
    defaults = tuple(
        mount
        for component in COMPONENTS
        if component not in taken
        for mount in _default_mounts(root, component, values, languages, reports)
    )
    return explicit + defaults


def component_mounts(
    root: Path,
    values: Mapping[str, Any],
    wanted: Iterable[Mapping[str, Any]] | None,
    languages: Sequence[Language],
    reports: Reports,
) -> tuple[Mount, ...]:
    """Return the mounts of a theme or module at *root*.

    They are those the import wants, else those the theme's own configuration lists; only if
    neither says anything, the directories with the usual names.
    """
    if wanted is None:
        listed = to_map(values.get("module")).get("mounts")
        wanted = listed if isinstance(listed, list) and listed else None
    if wanted is not None:
        return tuple(_listed_mounts(root, wanted, languages, reports))
    return tuple(
        Mount(root / name, name)
        for name in COMPONENTS
        if (root / name).is_dir() and is_inside(root / name, root)
    )


def _listed_mounts(
    root: Path,
    settings: Iterable[Any],
    languages: Sequence[Language],
    reports: Reports,
) -> Iterator[Mount]:
    for item in settings:
        setting = lower_keys(to_map(item))
        source, target = to_string(setting.get("source")), _target(setting.get("target"))
        if not source or target.partition("/")[0] not in COMPONENTS:
            reports.add(
                "module.mounts",
                f'a mount from "{source}" to "{to_string(setting.get("target"))}" is left out; '
                f"source must be a path, target must begin with one of {', '.join(COMPONENTS)}",
            )
            continue
        if "\0" in source:
            continue
        path = Path(os.path.normpath(root / source))
        if path.exists():
            files = _file_patterns(setting, reports)
            for language in _mount_languages(setting, languages, reports):
                yield Mount(path, target, files, language)


def _target(value: object) -> str:
    """Return a target without dots and outer slashes; empty if it leaves the tree."""
    text = to_string(value).replace("\\", "/").strip("/")
    normal = os.path.normpath(text).replace("\\", "/") if text else ""
    return "" if normal.startswith("..") else normal


def _file_patterns(setting: Mapping[str, Any], reports: Reports) -> tuple[str, ...]:
    patterns = list(to_terms(setting.get("files")))
    # What was excluded won; today the first pattern that matches does.
    for old, sign in (("excludefiles", "! "), ("includefiles", "")):
        if old in setting:
            patterns += [sign + pattern for pattern in to_terms(setting[old])]
            reports.add(
                f"module.mounts.{old}",
                f'"{old}" in module.mounts is an old spelling; write files = ["{sign}pattern"]',
            )
    return tuple(pattern for pattern in patterns if pattern)


def _mount_languages(
    setting: Mapping[str, Any], languages: Sequence[Language], reports: Reports
) -> tuple[str, ...]:
    """Return the keys of the languages a mount is for; one empty key if file names decide."""
    matrix = to_map(to_map(setting.get("sites")).get("matrix"))
    patterns = to_terms(matrix.get("languages"))
    if "lang" in setting:
        patterns = patterns or to_terms(setting["lang"])
        reports.add(
            "module.mounts.lang",
            '"lang" in module.mounts is an old spelling; write sites.matrix.languages = ["..."]',
        )
    if not patterns:
        return ("",)
    wanted = [pattern.lower() for pattern in patterns if not pattern.startswith("!")] or ["*"]
    refused = [pattern[1:].strip().lower() for pattern in patterns if pattern.startswith("!")]
    return tuple(
        language.key
        for language in languages
        if any(fnmatch.fnmatchcase(language.key, pattern) for pattern in wanted)
        and not any(fnmatch.fnmatchcase(language.key, pattern) for pattern in refused)
    )


def _default_mounts(
    root: Path,
    component: str,
    values: Mapping[str, Any],
    languages: Sequence[Language],
    reports: Reports,
) -> Iterator[Mount]:
    if component == "content":
        yield from _content_mounts(root, values, languages, reports)
    elif component == "static":
        tables = [values, *(to_map(to_map(values.get("languages")).get(x.key)) for x in languages)]
        names = [
            name
            for table in tables
            for key in ("staticdir", *(f"staticdir{n}" for n in range(11)))
            for name in to_terms(table.get(key))
        ]
        for name in dict.fromkeys(names or ["static"]):
            yield from _inside(root, name, Mount(root / component, component), reports)
    else:
        name = to_string(values.get(_DIRECTORY_KEYS[component])) or component
        yield from _inside(root, name, Mount(root / component, component), reports)


def _content_mounts(
    root: Path, values: Mapping[str, Any], languages: Sequence[Language], reports: Reports
) -> Iterator[Mount]:
    """Yield one mount for each language with a directory of its own, and the shared one."""
    shared = to_string(values.get("contentdir")) or "content"
    found: dict[tuple[str, str], None] = {}
    for language in languages:
        own = language.content_dir or shared
        found[own, "" if own == shared else language.key] = None
    for name, key in found:
        mount = Mount(root / "content", "content", language=key)
        yield from _inside(root, name, mount, reports)


def _inside(root: Path, name: str, default: Mount, reports: Reports) -> Iterator[Mount]:
    """Yield the mount with the directory *name*, or the default one if that lies outside *root*.

    Nothing if a symbolic link leads out of the site: Hugo itself follows none below its mounts.
    """
    path = Path(os.path.normpath(root / name)) if "\0" not in name else root.parent
    if not path.is_relative_to(root):
        reports.add(
            name,
            f'the directory "{name}" lies outside the site, "{default.component}" is taken instead; '
            f"to use it, mount it: [[module.mounts]] source, target",
        )
        path = default.source
    if is_inside(path, root):
        yield replace(default, source=path)
    else:
        reports.add(
            name,
            f'"{path.relative_to(root)}" is a symbolic link to a place outside the site and left out; '
            f"to use that place, mount it: [[module.mounts]] source, target",
        )
