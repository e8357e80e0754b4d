"""Blocks that open and close: details, expand, collapse."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from docutils import nodes

from sphinx_hugo.nodes.components import dropdown
from sphinx_hugo.shortcodes.base import InnerUse, Parameter, Shortcode

if TYPE_CHECKING:
    from collections.abc import Sequence


class Expander(Shortcode):
    """A collapsible block with a title; where nothing can collapse, a titled one."""

    inner_use = InnerUse.OPTIONAL
    parameters: ClassVar[tuple[Parameter, ...]] = (
        Parameter("title", "What is always shown, Markdown.", 0),
        Parameter("open", "Whether it is open at first.", 1, default=False),
    )

    title_keys: ClassVar[tuple[int | str, ...]] = ("title", "summary", "header", "label", "name", 0)
    open_keys: ClassVar[tuple[int | str, ...]] = ("open", "expanded", "isopen", 1)
    default_title: ClassVar[str] = "Details"
    default_open: ClassVar[bool] = False

    def is_open(self) -> bool:
        """Tell whether it is open at first; a bare word ``open`` is as good as ``true``."""
        value = self.params.text(*self.open_keys).lower()
        if value in {"open", "expanded"}:
            return True
        if value in {"closed", "collapsed", "..."}:
            return False
        return self.params.flag(*self.open_keys, default=self.default_open)

    def title(self) -> Sequence[nodes.Node]:
        """Return the title as inline nodes."""
        text = self.params.text(*self.title_keys)
        return self.context.render_inline(text) if text else [nodes.Text(self.default_title)]

    def to_nodes(self) -> list[nodes.Node]:
        """Return a dropdown."""
        classes = self.params.text("class").split()
        keys = ("groupid",) if "name" in self.title_keys else ("groupid", "name")
        group = self.params.text(*keys)
        return [
            dropdown(
                self.title(), self.body(), is_open=self.is_open(), group=group, classes=classes
            )
        ]
