"""The shortcodes that this extension brings, pack by pack, and how one is found.

Which pack answers for a name is said in :mod:`sphinx_hugo.shortcodes.choosing`; packs of other
packages come by :mod:`sphinx_hugo.shortcodes.installed`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_hugo.shortcodes import builtin
from sphinx_hugo.shortcodes.choosing import choose, pack_of_site, pack_of_theme
from sphinx_hugo.shortcodes.packs import book, common, docsy, doks, hextra, layout, relearn

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sphinx_hugo.shortcodes.base import Params, Shortcode

__all__ = ["BUNDLED", "PACKS", "Packs", "pack_of_site"]

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


class Packs:
    """Packs of shortcodes, and which class of theirs answers a call."""

    def __init__(self, packs: Mapping[str, tuple[type[Shortcode], ...]]) -> None:
        self._packs = packs
        self._by_name: dict[str, list[tuple[str, type[Shortcode]]]] = {}
        for pack, classes in packs.items():
            for cls in classes:
                for name in cls.names:
                    self._by_name.setdefault(name, []).append((pack, cls))
        self.names = tuple(sorted(self._by_name))
        """Every name that is answered, sorted."""

    def find(self, name: str, *, theme: str, params: Params) -> type[Shortcode] | None:
        """Return the class that answers a call; None if no pack knows the name.

        *theme* is the site's pack as :func:`pack_of_site` gives it, a theme's name, or a module path;
        empty if nothing is known.
        """
        candidates = self._by_name.get(name.lower())
        if candidates is None:
            return None
        if len(candidates) == 1:
            return candidates[0][1]
        return choose(candidates, theme if theme in self._packs else pack_of_theme(theme), params)

    def pack_of(self, cls: type[Shortcode]) -> str:
        """Return the pack that a class belongs to; empty if it is in none."""
        return next((pack for pack, classes in self._packs.items() if cls in classes), "")


BUNDLED = Packs(PACKS)
"""The packs that come with this extension, alone."""
