"""Attributes that authors give to blocks and pictures: ids stay as written, unlike docutils's."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from docutils import nodes

from sphinx_hugo.rendering.page import PageRenderer

if TYPE_CHECKING:
    from collections.abc import Sequence

    from markdown_it.tree import SyntaxTreeNode

_NUMBER = re.compile(r"-?[0-9]{1,9}")


class AttributeRules(PageRenderer):
    """Takes over what attribute lists say."""

    def copy_attributes(
        self,
        token: SyntaxTreeNode,
        node: nodes.Element,
        keys: Sequence[str] = ("class", "id"),
        **kwargs: Any,
    ) -> None:
        """Give the attributes of a token to a node; there may be shortcodes in their values."""
        if not token.attrs:
            return
        others = [key for key in keys if key not in {"class", "id", "start"}]
        super().copy_attributes(token, node, others, **kwargs)
        if "class" in keys:
            node["classes"].extend(self.attribute(token, "class").split())
        if "id" in keys:
            self.give_id(node, self.attribute(token, "id"))
        if "start" in keys and _NUMBER.fullmatch(start := self.attribute(token, "start")):
            node["start"] = int(start)

    def attribute(self, token: SyntaxTreeNode, name: str) -> str:
        """Return the value of an attribute; empty if it is not given."""
        return self.restored(str(token.attrs.get(name, "")))

    def give_id(self, node: nodes.Element, name: str) -> None:
        """Give an id to a node; a number is put behind one that another node has."""
        if not name:
            return
        unique = name
        while unique in self.document.ids:
            self._numbers[name] += 1
            unique = f"{name}-{self._numbers[name]}"
        node["ids"].append(unique)
        self.document.ids[unique] = node

    def with_attributes(self, token: SyntaxTreeNode, blocks: list[nodes.Node]) -> list[nodes.Node]:
        """Return blocks that stand for a paragraph, with its attributes.

        Where there is no paragraph to take the id, a target stands before the blocks.
        """
        if not token.attrs:
            return blocks
        if blocks and isinstance(blocks[0], nodes.paragraph):
            self.copy_attributes(token, blocks[0])
            return blocks
        return [*self.target(self.attribute(token, "id")), *blocks]

    def target(self, name: str) -> list[nodes.Node]:
        """Return what makes an id exist; nothing for an empty one."""
        if not name:
            return []
        node = nodes.target()
        self.give_id(node, name)
        return [node]
