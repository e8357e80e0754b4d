"""The shortcodes of the Relearn theme, and of Learn, which it grew from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_hugo.shortcodes.packs.relearn import content, pages

if TYPE_CHECKING:
    from sphinx_hugo.shortcodes.base import Shortcode

SHORTCODES: tuple[type[Shortcode], ...] = (
    *content.SHORTCODES,
    *pages.SHORTCODES,
)
