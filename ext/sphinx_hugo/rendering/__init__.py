"""Tokens to nodes: MyST's renderer, taught what Goldmark and Hugo mean."""

from sphinx_hugo.rendering.blocks import BlockRules
from sphinx_hugo.rendering.footnotes import FootnoteRules
from sphinx_hugo.rendering.spans import SpanRules

__all__ = ["HugoRenderer"]


class HugoRenderer(BlockRules, FootnoteRules, SpanRules):
    """Renders the pages of a site, one at a time."""
