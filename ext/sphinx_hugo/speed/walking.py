"""Trees of documents walked by a loop, where docutils calls itself for every node.

Some sixty transforms ask each document for all nodes of some kind, most of them to find none. Exact,
because the loop asks the same nodes in the same order at the same moments: children are looked up when
a node has been dealt with, from the list as it is then, so that even a transform that changes the tree
under the walk meets what it would have met. Other ways to walk (to siblings, upwards) are left to
docutils, and so is a document whose class walks in a way of its own.

The document answers in place of its class only while transforms run, and those who listen to
``doctree-resolved``: it is kept on the disk without.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx.transforms import SphinxTransform
from sphinx.transforms.post_transforms import SphinxPostTransform

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from sphinx.application import Sphinx

TOO_DEEP = "a document is nested too deeply"
FIRST, LAST = 0, 999
"""Priorities before and after those of all transforms; docutils sorts them as texts of three digits."""


class Walk:
    """Walks through one document."""

    def __init__(self, document: nodes.document) -> None:
        self._document = document

    def findall(
        self,
        condition: type | Callable[[nodes.Node], bool] | None = None,
        include_self: bool = True,
        descend: bool = True,
        siblings: bool = False,
        ascend: bool = False,
    ) -> Iterator[Any]:
        """Answer for ``document.findall``."""
        if siblings or ascend or not (include_self and descend):
            return nodes.Node.findall(
                self._document, condition, include_self, descend, siblings, ascend
            )
        if condition is None:
            return of_class(self._document, nodes.Node)
        if isinstance(condition, type):
            return of_class(self._document, condition)
        return that_match(self._document, condition)


def of_class(root: nodes.Node, cls: type) -> Iterator[nodes.Node]:
    """Yield the node and those below it that are instances of a class."""
    if isinstance(root, cls):
        yield root
    limit = sys.getrecursionlimit()
    above: list[Iterator[nodes.Node]] = []
    level = iter(root.children)
    while True:
        for node in level:
            if isinstance(node, cls):
                yield node
            if node.children:
                above.append(level)
                level = iter(node.children)
                break
        else:
            if not above:
                return
            level = above.pop()
        if len(above) > limit:
            raise RecursionError(TOO_DEEP)


def that_match(root: nodes.Node, condition: Callable[[nodes.Node], bool]) -> Iterator[nodes.Node]:
    """Yield the node and those below it that fulfil a condition.

    The list of children is looked up again for each child, as docutils does here: a node may have been
    given another list.
    """
    if condition(root):
        yield root
    limit = sys.getrecursionlimit()
    above: list[tuple[nodes.Node, int]] = []
    parent, place = root, 0
    while True:
        children = parent.children
        if place >= len(children):
            if not above:
                return
            parent, place = above.pop()
            continue
        node = children[place]
        place += 1
        if condition(node):
            yield node
        if node.children:
            above.append((parent, place))
            parent, place = node, 0
            if len(above) > limit:
                raise RecursionError(TOO_DEEP)


class _Begin(SphinxTransform):
    default_priority = FIRST

    def apply(self, **_options: Any) -> None:
        begin(self.document)


class _End(SphinxTransform):
    default_priority = LAST

    def apply(self, **_options: Any) -> None:
        end(self.document)


class _BeginAgain(SphinxPostTransform):
    default_priority = FIRST

    def run(self, **_options: Any) -> None:
        begin(self.document)


def begin(document: nodes.document) -> None:
    """Let a document answer by a loop."""
    if type(document).findall is nodes.Node.findall:
        vars(document)["findall"] = Walk(document).findall


def end(document: nodes.document) -> None:
    """Let it answer as its class does."""
    vars(document).pop("findall", None)


def _end_again(_app: Sphinx, document: nodes.document, _docname: str) -> None:
    end(document)


def start(app: Sphinx) -> None:
    """Add what begins and ends this (``builder-inited``)."""
    for transform in (_Begin, _End):
        app.add_transform(transform)
    app.add_post_transform(_BeginAgain)
    app.connect("doctree-resolved", _end_again, priority=LAST)
