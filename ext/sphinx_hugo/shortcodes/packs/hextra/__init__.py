"""The shortcodes of the Hextra theme."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_hugo.shortcodes.packs.hextra import content, files, landing

if TYPE_CHECKING:
    from sphinx_hugo.shortcodes.base import Shortcode

SHORTCODES: tuple[type[Shortcode], ...] = (
    *content.SHORTCODES,
    *files.SHORTCODES,
    *landing.SHORTCODES,
)
