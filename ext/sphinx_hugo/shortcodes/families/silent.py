"""Shortcodes that show nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_hugo.shortcodes.base import Shortcode

if TYPE_CHECKING:
    from docutils import nodes


class Silent(Shortcode):
    """A shortcode with nothing to say, wherever it stands."""

    any_parameter = True

    def to_nodes(self) -> list[nodes.Node]:
        """Return nothing."""
        return []

    def to_text(self) -> str:
        """Return nothing."""
        return ""

    def to_markdown(self) -> str:
        """Return nothing."""
        return ""
