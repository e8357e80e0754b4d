"""HTML to docutils nodes, for builders that cannot show HTML: what it says is kept, looks are not.

:mod:`.tokens` cuts the text into tags, :mod:`.tree` makes a tree of them as a browser would,
:mod:`.convert` turns the tree into nodes, with :mod:`.tables` and :mod:`.notices` for what takes
more than a line. Links and pictures are made by the caller, who knows the page.
"""

from __future__ import annotations

from sphinx_hugo.fromhtml.convert import Converter, Links
from sphinx_hugo.fromhtml.tree import TreeBuilder

__all__ = ["Converter", "Links", "TreeBuilder"]
