"""E-books: what needs a browser is laid open, since a book can neither be clicked nor run scripts.

They are made of XHTML, which is stricter than HTML.
"""

from __future__ import annotations

import re
from typing import Any

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform

from sphinx_hugo.nodes.components import is_tab_part, lay_open

_ICON = re.compile(r"<svg\b[^>]*\baria-hidden=\"true\"[^>]*>.*?</svg>", re.DOTALL)


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


class NoIcons(SphinxPostTransform):
    """Leave out drawings that only adorn: whether a details box is open, what a card is about.

    A book would have to list every page with a drawing in it, and readers would not see them.
    """

    default_priority = 205  # after sphinx-design has drawn them
    builders = ("epub",)

    def run(self, **kwargs: Any) -> None:
        """Take the icons out of a document."""
        for node in list(self.document.findall(nodes.Element)):
            if "svg" in node:  # an icon of sphinx-design
                node.parent.remove(node)
            elif isinstance(node, nodes.raw) and "<svg" in (source := node.astext()):
                node.children = []
                node.append(nodes.Text(_ICON.sub("", source)))
