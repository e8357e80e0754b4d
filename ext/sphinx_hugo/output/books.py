"""E-books: what needs a browser is laid open, since a book can neither be clicked nor run scripts."""

from __future__ import annotations

from typing import Any

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform

from sphinx_hugo.shortcodes.components import is_tab_part, lay_open


class OpenTabs(SphinxPostTransform):
    """Show the tabs of a set one after the other, each under its label.

    As buttons they would also be no XHTML, which e-books are made of.
    """

    default_priority = 190  # before sphinx-design makes buttons of them
    builders = ("epub",)

    def run(self, **kwargs: Any) -> None:
        """Change every tab set of a document."""
        for node in [
            found for found in self.document.findall(nodes.container) if is_tab_part(found)
        ]:
            lay_open(node)
