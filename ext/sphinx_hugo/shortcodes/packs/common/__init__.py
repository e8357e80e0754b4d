"""Shortcodes that many sites define for themselves, and alike.

A site's theme is asked before; these take the parameters by all the names that are in use.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_hugo.shortcodes.packs.common import (
    blocks,
    files,
    glossaries,
    inline,
    listings,
    media,
    notices,
    services,
    values,
)

if TYPE_CHECKING:
    from sphinx_hugo.shortcodes.base import Shortcode

SHORTCODES: tuple[type[Shortcode], ...] = (
    *notices.SHORTCODES,
    *blocks.SHORTCODES,
    *files.SHORTCODES,
    *inline.SHORTCODES,
    *glossaries.SHORTCODES,
    *values.SHORTCODES,
    *media.SHORTCODES,
    *listings.SHORTCODES,
    *services.SHORTCODES,
)
