"""Which class answers for a name that several packs know.

1. The pack of the site's theme, if it has the name. What says which theme that is, in this order:
   ``theme`` in the configuration, the module imports and the mounts there, the ``require`` lines of
   ``go.mod``, the dependencies in ``package.json``, the folders in ``themes/``; failing all that,
   two parameters that only one theme reads give it away.
2. Else the call's own parameters decide: the class that declares most of them, and whose required
   ones are there.
3. Else, where they fit equally well, the first pack in the order packs of other packages, Hugo's
   own, Doks, page layout, common names, Docsy, Hextra, Book, Relearn.

A class that gives way (:attr:`.Shortcode.gives_way`) answers only if the site has no template of
that name: its names are too general to say what is meant. Any class gives way where a call misses
a parameter that it needs, and where words, links or pictures of the template would be lost
(:mod:`sphinx_hugo.agreement`).

Names are compared in lower case, as Hugo does.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from itertools import chain
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence
    from pathlib import Path

    from sphinx_hugo.hugo.config.site_config import SiteConfig
    from sphinx_hugo.shortcodes.base import Parameter, Params, Shortcode

THEMES: Mapping[str, str] = {
    "docsy": "docsy",
    "hextra": "hextra",
    "hugo-book": "book",
    "book": "book",
    "relearn": "relearn",
    "hugo-theme-relearn": "relearn",
    "hugo-theme-learn": "relearn",
    "learn": "relearn",
    "doks": "doks",
    "doks-core": "doks",
}
"""Last or any other part of a theme's name or module path, and its pack."""

HINTS: Mapping[str, frozenset[str]] = {
    "docsy": frozenset(
        {"gcs_engine_id", "github_project_repo", "github_subdir", "offlinesearch", "ui"}
    ),
    "hextra": frozenset({"banner", "displayupdateddate", "editurl", "navbar"}),
    "book": frozenset(
        {"bookmenubundle", "bookrepo", "booksearch", "booksection", "booktheme", "booktoc"}
    ),
    "relearn": frozenset(
        {"alwaysopen", "disablelanguageswitchingbutton", "ordersectionsby", "themevariant"}
    ),
    "doks": frozenset({"alertdismissable", "docsrepo", "domaintld", "lqipwidth", "titleaddition"}),
}
"""Parameters of the site in lower case that a theme reads; two of them give it away."""

_ENOUGH_HINTS = 2
_REQUIRED = re.compile(r"\s*(?:require\s+)?([\w.-]+\.[\w.-]+/[\w./-]+)\s+v\d")
"""A line of ``go.mod`` with a module and its version."""


def pack_of_theme(name: str, installed: Collection[str] = ()) -> str:
    """Return the pack for a theme's name or module path; empty if there is none.

    *installed* are names of other packages' packs; such a pack is for the theme of its name.
    """
    for part in reversed(name.lower().split("/")):
        if part in installed:
            return part
        if part in THEMES:
            return THEMES[part]
    return ""


def pack_of_site(config: SiteConfig, installed: Collection[str] = ()) -> str:
    """Return the pack for a site: by what names its theme, else by the parameters it sets."""
    for name in chain(_named(config), _required(config.root), _folders(config)):
        if found := pack_of_theme(name, installed):
            return found
    given = {key.lower() for key in config.params}
    counts = {pack: len(given & hints) for pack, hints in HINTS.items()}
    best = max(counts, key=lambda pack: counts[pack])
    return best if counts[best] >= _ENOUGH_HINTS else ""


def choose(
    candidates: Sequence[tuple[str, type[Shortcode]]], theme: str, params: Params
) -> type[Shortcode]:
    """Return the class that answers; *candidates* are pack and class, in the order of packs."""
    for pack, cls in candidates:
        if pack == theme:
            return cls
    # max() keeps the first of those that are equal.
    return max((cls for _, cls in candidates), key=lambda cls: fitness(cls, params))


def lacks_required(cls: type[Shortcode], params: Params) -> bool:
    """Tell whether a call misses what a class needs: then the name means something else here."""
    return any(
        parameter.required and params.get(*_keys(parameter)) is None for parameter in cls.parameters
    )


def _keys(parameter: Parameter) -> tuple[int | str, ...]:
    at = parameter.position
    return (parameter.name,) if at is None else (parameter.name, at)


def fitness(cls: type[Shortcode], params: Params) -> int:
    """Return how well a class declares the parameters of a call: the higher, the better."""
    names = {parameter.name.lower() for parameter in cls.parameters}
    positions = {parameter.position for parameter in cls.parameters}
    score = sum(1 if name.lower() in names else -1 for name in params.named)
    score += sum(1 if place in positions else -1 for place in range(len(params.positional)))
    for parameter in cls.parameters:
        if parameter.required and params.get(*_keys(parameter)) is None:
            score -= 3
    return score


def _named(config: SiteConfig) -> Iterator[str]:
    """Yield the themes, module paths and mounted folders that the configuration names."""
    yield from (one for one in _as_list(config.values.get("theme")) if isinstance(one, str))
    module = config.values.get("module")
    for table, key in (("imports", "path"), ("mounts", "source")):
        entries = module.get(table) if isinstance(module, Mapping) else None
        for entry in _as_list(entries):
            path = entry.get(key) if isinstance(entry, Mapping) else None
            if isinstance(path, str):
                yield path


def _required(root: Path) -> Iterator[str]:
    """Yield the modules of ``go.mod`` and the packages of ``package.json``."""
    for line in _text_of(root / "go.mod").splitlines():
        if match := _REQUIRED.match(line):
            yield match[1]
    try:
        package = json.loads(_text_of(root / "package.json") or "{}")
    except (ValueError, RecursionError):
        return
    for table in ("dependencies", "devDependencies"):
        found = package.get(table) if isinstance(package, dict) else None
        yield from found if isinstance(found, dict) else ()


def _folders(config: SiteConfig) -> Iterator[str]:
    """Yield the names of the themes that lie in the site."""
    name = config.values.get("themesdir")
    folder = config.root / (name if isinstance(name, str) and name else "themes")
    try:
        yield from sorted(path.name for path in folder.iterdir() if path.is_dir())
    except (OSError, ValueError):
        return


def _text_of(filename: Path) -> str:
    try:
        # Not from a pipe, of which nothing may ever come.
        is_file = filename.is_file()
        return filename.read_text(encoding="utf-8-sig", errors="replace") if is_file else ""
    except OSError:
        return ""


def _as_list(value: object) -> Sequence[object]:
    return value if isinstance(value, list | tuple) else [value]
