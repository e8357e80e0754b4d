"""The shortcodes of the Docsy theme."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_hugo.shortcodes.packs.docsy import blocks, content, tabs

if TYPE_CHECKING:
    from sphinx_hugo.shortcodes.base import Shortcode

SHORTCODES: tuple[type[Shortcode], ...] = (
    *blocks.SHORTCODES,
    *content.SHORTCODES,
    *tabs.SHORTCODES,
)
