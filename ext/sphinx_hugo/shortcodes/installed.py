"""Packs of shortcodes that other Python packages bring, by the entry-point group of :data:`GROUP`.

A package declares ``NAME = "its.module:SHORTCODES"`` there, where ``SHORTCODES`` is a tuple of
classes. It is imported when a site is loaded, never before.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from importlib.metadata import entry_points
from typing import TYPE_CHECKING

from sphinx_hugo.shortcodes.base import Shortcode

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from importlib.metadata import EntryPoint

GROUP = "sphinx_hugo.shortcodes"
"""The entry-point group in which packages name their packs."""

_NAME = re.compile(r"[a-z0-9][a-z0-9._-]*")


class PackError(Exception):
    """A pack that cannot be used; the text says whose it is, what is wrong, and what to do."""


@dataclass(frozen=True, slots=True)
class InstalledPack:
    """A pack of another package."""

    shortcodes: tuple[type[Shortcode], ...]
    origin: str
    """Name and version of the package; pages are read again when it changes."""


def installed_packs(taken: Collection[str]) -> Mapping[str, InstalledPack]:
    """Import the packs of other packages: name of the pack to the pack, in order of names.

    Raises :class:`PackError` for one that fails or has a name in *taken*.
    """
    found: dict[str, InstalledPack] = {}
    for entry in sorted(entry_points(group=GROUP), key=lambda one: (one.name, one.value)):
        if not _NAME.fullmatch(entry.name):
            raise _error(entry, "write its name in lower case letters, digits, '-' and '_'")
        if entry.name in taken:
            raise _error(entry, "a pack that comes with sphinx-hugo has this name; choose another")
        if entry.name in found:
            raise _error(entry, f"{found[entry.name].origin} has a pack of this name too; keep one")
        found[entry.name] = InstalledPack(_load(entry), _origin(entry))
    return found


def _load(entry: EntryPoint) -> tuple[type[Shortcode], ...]:
    try:
        value = entry.load()
    except Exception as error:
        raise _error(entry, f"importing it fails with {type(error).__name__}: {error}") from error
    if not isinstance(value, tuple | list) or not value:
        raise _error(entry, f"it is {_kind(value)}; make it a tuple of shortcode classes")
    for cls in value:
        if not (isinstance(cls, type) and issubclass(cls, Shortcode)):
            raise _error(entry, f"{_kind(cls)} in it does not derive from Shortcode")
        if not cls.names or any(name != name.lower() for name in cls.names):
            raise _error(entry, f"{cls.__name__}.names must be names in lower case")
    return tuple(value)


def _kind(value: object) -> str:
    return f"class {value.__name__}" if isinstance(value, type) else f"a {type(value).__name__}"


def _origin(entry: EntryPoint) -> str:
    return f"{entry.dist.name} {entry.dist.version}" if entry.dist else "an unknown package"


def _error(entry: EntryPoint, what: str) -> PackError:
    return PackError(
        f"the shortcode pack '{entry.name}' of {_origin(entry)} ({entry.value}) cannot be used: "
        f"{what}. Mend the package or uninstall it."
    )
