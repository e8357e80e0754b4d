"""The navigation of no page: Sphinx's own tree, with marks in place of its links."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx import addnodes
from sphinx.builders import Builder
from sphinx.environment.adapters.toctree import TocTree

from sphinx_hugo.speed.fragments import UnknownShapeError
from sphinx_hugo.speed.marks import START, mark

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from sphinx.builders.html import StandaloneHTMLBuilder
    from sphinx.environment import BuildEnvironment

NOBODY = START
"""The name of a document that does not exist."""


@dataclass(frozen=True, slots=True)
class Neutral:
    """The HTML of a tree in which nothing is current."""

    html: str
    docnames: tuple[str, ...]
    """The marked targets, by number."""
    uris: tuple[str, ...]
    """Their addresses."""
    titles_only: bool
    """Whether the tree is free of the headings within pages."""
    depth: int
    """How many levels of it are shown; 0 for all."""


class _Marking:
    """Stands for the builder where Sphinx asks for links."""

    def __init__(self, builder: Builder) -> None:
        self.tags = builder.tags
        self._builder = builder
        self.numbers: dict[str, int] = {}
        self.uris: list[str] = []

    def get_relative_uri(self, _from: str, to: str, _typ: str | None = None) -> str:
        """Return the mark of a document."""
        number = self.numbers.get(to)
        if number is None:
            number = self.numbers[to] = len(self.numbers)
            self.uris.append(self._builder.get_target_uri(to))
        return mark(number, self.uris[number])


def counts_links_plainly(builder: Builder) -> bool:
    """Tell whether links between pages depend on nothing but their addresses."""
    return type(builder).get_relative_uri is Builder.get_relative_uri


def make_neutral(
    env: BuildEnvironment,
    builder: StandaloneHTMLBuilder,
    arguments: Mapping[str, Any],
    finish: Callable[[str], str],
) -> Neutral | None:
    """Resolve and render the toctrees for nobody; *finish* is what a theme makes of the HTML.

    *arguments* are those of ``toctree()`` in a template, but for ``collapse``. The tree has all
    levels, as pages below those that are shown mark what lies above them. None if the depth of the
    toctrees differs. Raises :class:`UnknownShapeError` if there is something in the tree that differs
    between pages in other ways than links do.
    """
    toctrees = list(env.master_doctree.findall(addnodes.toctree))
    asked = int(arguments.get("maxdepth", 0))
    depths = {max(asked or node.get("maxdepth", -1), 0) for node in toctrees}
    if len(depths) > 1:
        return None
    titles_only = bool(arguments.get("titles_only")) or all(
        node.get("titlesonly", False) for node in toctrees
    )
    marking = _Marking(builder)
    whole = {**arguments, "maxdepth": -1}
    tree = TocTree(env).get_toctree_for(NOBODY, marking, False, **whole)  # type: ignore[arg-type]
    if tree is not None:
        for node in tree.findall(nodes.Element):
            if isinstance(node, nodes.image | addnodes.download_reference):
                raise UnknownShapeError(f"a title holds a file, {node.astext()!r}")
    for docname in marking.numbers:
        if docname in env.tocs and any(env.tocs[docname].findall(addnodes.only)):
            # Sphinx looks into these for some pages earlier than for others.
            raise UnknownShapeError(f"'{docname}' has headings in an 'only' directive")
    html = finish(builder.render_partial(tree)["fragment"])
    names, uris = tuple(marking.numbers), tuple(marking.uris)
    return Neutral(html, names, uris, titles_only, depths.pop() if depths else 0)
