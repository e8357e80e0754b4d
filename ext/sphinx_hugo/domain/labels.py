"""Pages and headings as targets of the ``ref`` role, by document name and id.

Sphinx keeps labels in one table for all documents and looks through the whole of it for each document
that is read, so a table with every heading of a site would make reading slower the larger the site is.
The labels are therefore put there when reading is over, and are not kept from build to build: the
domain's own table of ids says them all.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sphinx_hugo.nodes.words import plain_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.application import Sphinx
    from sphinx.builders import Builder
    from sphinx.environment import BuildEnvironment

    from .objects import HugoDomain


def setup(app: Sphinx) -> None:
    """Connect to the events of a build."""
    labels = Labels()
    app.connect("env-before-read-docs", labels.take_back)
    app.connect("write-started", labels.give)


class Labels:
    """Gives the labels to Sphinx's own domain while pages are written."""

    def __init__(self) -> None:
        self._given: list[str] = []

    def take_back(self, _app: Any, env: BuildEnvironment, _docnames: list[str]) -> None:
        """Remove the labels of an earlier build of this process (``env-before-read-docs``)."""
        standard = env.domains.standard_domain
        for name in self._given:
            standard.labels.pop(name, None)
            standard.anonlabels.pop(name, None)
        self._given.clear()

    def give(self, _app: Any, builder: Builder) -> None:
        """Add a label for each page and heading, unless there is one of its name (``write-started``)."""
        env = builder.env
        domain: HugoDomain = env.get_domain("hugo")  # type: ignore[assignment]
        if domain.state is None or self._given:
            return
        standard = env.domains.standard_domain
        for name, docname, node_id, title in _labels(env, domain):
            if name not in standard.anonlabels:
                standard.anonlabels[name] = docname, node_id
                standard.labels[name] = docname, node_id, title
                self._given.append(name)


def _labels(env: BuildEnvironment, domain: HugoDomain) -> Iterator[tuple[str, str, str, str]]:
    for docname, anchors in sorted(domain.anchors.items()):
        page = domain.page_of(docname)
        if page is None:
            continue
        title = plain_text(env.titles[docname]) if docname in env.titles else page.title
        yield docname.lower(), docname, "", title
        for node_id, text in anchors.items():
            if text:
                yield f"{docname}#{node_id}".lower(), docname, node_id, text
