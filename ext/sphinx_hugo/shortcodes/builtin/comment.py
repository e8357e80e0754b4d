"""``comment``: text for authors only."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_hugo.shortcodes.base import InnerUse, Shortcode

if TYPE_CHECKING:
    from docutils import nodes


class Comment(Shortcode):
    """A note to authors, which is not published."""

    names = ("comment",)
    inner_use = InnerUse.REQUIRED
    any_parameter = True
    example = "{{< comment >}}Ask the lawyers first.{{< /comment >}}"

    def to_nodes(self) -> list[nodes.Node]:
        """Return nothing."""
        return []

    def to_text(self) -> str:
        """Return nothing."""
        return ""

    def to_markdown(self) -> str:
        """Return nothing."""
        return ""
