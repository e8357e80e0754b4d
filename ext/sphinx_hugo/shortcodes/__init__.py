"""The shortcodes that this extension brings, pack by pack, and how one is found.

Which pack answers for a name is said in :mod:`sphinx_hugo.shortcodes.choosing`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_hugo.shortcodes import builtin
from sphinx_hugo.shortcodes.choosing import choose, pack_of_site, pack_of_theme
from sphinx_hugo.shortcodes.packs import book, common, docsy, doks, hextra, layout, relearn

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sphinx_hugo.shortcodes.base import Params, Shortcode

__all__ = ["BUILTIN", "PACKS", "find_shortcode", "pack_of_site", "shortcode_names"]

PACKS: Mapping[str, tuple[type[Shortcode], ...]] = {
    "hugo": builtin.SHORTCODES,
    "doks": doks.SHORTCODES,
    "layout": layout.SHORTCODES,
    "common": common.SHORTCODES,
    "docsy": docsy.SHORTCODES,
    "hextra": hextra.SHORTCODES,
    "book": book.SHORTCODES,
    "relearn": relearn.SHORTCODES,
}
"""Name of a pack to its shortcodes, in the order in which packs are asked."""

BUILTIN: tuple[type[Shortcode], ...] = tuple(cls for pack in PACKS.values() for cls in pack)
"""All of them."""


def _by_name() -> dict[str, list[tuple[str, type[Shortcode]]]]:
    found: dict[str, list[tuple[str, type[Shortcode]]]] = {}
    for pack, classes in PACKS.items():
        for cls in classes:
            for name in cls.names:
                found.setdefault(name, []).append((pack, cls))
    return found


_BY_NAME = _by_name()


def find_shortcode(name: str, *, theme: str, params: Params) -> type[Shortcode] | None:
    """Return the class that answers a call; None if no pack knows the name.

    *theme* is the site's pack as :func:`pack_of_site` gives it, a theme's name, or a module path;
    empty if nothing is known.
    """
    candidates = _BY_NAME.get(name.lower())
    if candidates is None:
        return None
    if len(candidates) == 1:
        return candidates[0][1]
    return choose(candidates, theme if theme in PACKS else pack_of_theme(theme), params)


def shortcode_names() -> tuple[str, ...]:
    """Return every name that is answered, sorted."""
    return tuple(sorted(_BY_NAME))
