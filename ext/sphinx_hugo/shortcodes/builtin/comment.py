"""``comment``: text for authors only."""

from __future__ import annotations

from sphinx_hugo.shortcodes.base import InnerUse
from sphinx_hugo.shortcodes.families.silent import Silent


class Comment(Silent):
    """A note to authors, which is not published."""

    names = ("comment",)
    inner_use = InnerUse.REQUIRED
    example = "{{< comment >}}Ask the lawyers first.{{< /comment >}}"
