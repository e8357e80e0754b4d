"""Titles of documents rendered once, not again for each page that links to them.

A page shows its own title, those of the pages before and after it and of all above it. Exact, because
the HTML of a title does not depend on the page that shows it, unless it holds a file; and because only
the nodes that the environment keeps as titles are remembered, which nobody changes while pages are
written.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx import addnodes
from sphinx.builders.html import StandaloneHTMLBuilder

if TYPE_CHECKING:
    from collections.abc import Callable

    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment


class TitleParts:
    """Answers for the builder's ``render_partial`` where it is asked for a title."""

    def __init__(
        self, env: BuildEnvironment, render: Callable[[nodes.Node | None], dict[str, str]]
    ) -> None:
        self._env = env
        self._render = render
        self._parts: dict[int, dict[str, str] | None] = {}

    def render(self, node: nodes.Node | None) -> dict[str, str]:
        """Return the HTML of a node, in parts."""
        if not isinstance(node, nodes.title):
            return self._render(node)
        if not self._parts:
            kept = (*self._env.titles.values(), *self._env.longtitles.values())
            self._parts = {id(title): None for title in kept if not _holds_file(title)}
        if id(node) not in self._parts:
            return self._render(node)
        found = self._parts[id(node)]
        if found is None:
            # A copy: Sphinx 8.2 gives out one dictionary, and fills it anew each time.
            found = self._parts[id(node)] = dict(self._render(node))
        return dict(found)


def _holds_file(title: nodes.title) -> bool:
    return any(
        isinstance(node, nodes.image | addnodes.download_reference) for node in title.findall()
    )


def start(app: Sphinx, env: BuildEnvironment, _docnames: Any) -> None:
    """Let an HTML builder answer from memory (``env-before-read-docs``)."""
    builder = app.builder
    if (
        isinstance(builder, StandaloneHTMLBuilder)
        and type(builder).render_partial is StandaloneHTMLBuilder.render_partial
    ):
        vars(builder).pop("render_partial", None)
        vars(builder)["render_partial"] = TitleParts(env, builder.render_partial).render
