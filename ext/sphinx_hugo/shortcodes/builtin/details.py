"""``details``: a block that opens and closes."""

from __future__ import annotations

from typing import ClassVar

from sphinx_hugo.shortcodes.base import InnerUse, Parameter
from sphinx_hugo.shortcodes.families.expanders import Expander


class Details(Expander):
    """A collapsible block with a summary that is always shown."""

    names = ("details",)
    inner_use = InnerUse.REQUIRED
    parameters: ClassVar[tuple[Parameter, ...]] = (
        Parameter("summary", "What is always shown, Markdown.", default="Details"),
        Parameter("open", "Whether it is open at first.", default=False),
        Parameter("name", "Of the blocks with one name, only one is open at a time."),
        Parameter("class", "Classes for the site's own style sheet."),
        Parameter("title", "A tooltip; not shown."),
    )
    example = '{{< details summary="Why?" >}}Because *it* works.{{< /details >}}'

    # Hugo passes positional arguments over.
    title_keys = ("summary",)
    open_keys = ("open",)
