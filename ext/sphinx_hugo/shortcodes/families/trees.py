"""File trees, as nested lists: every builder can show them."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import ClassVar

from docutils import nodes

from sphinx_hugo.nodes.code import code_block
from sphinx_hugo.shortcodes.base import InnerUse, Parameter, Shortcode
from sphinx_hugo.shortcodes.families.links import LINK_KEYS
from sphinx_hugo.shortcodes.families.listings import Children

_ITEM = re.compile(r"^\s*[-*+] ", re.M)


class FileTree(Shortcode):
    """A tree of files and folders."""

    inner_use = InnerUse.REQUIRED
    any_parameter = True

    def to_nodes(self) -> list[nodes.Node]:
        """Return the list of what stands in the tree."""
        return _as_list(self.parts(), ["hugo-filetree"])


class ListTree(FileTree):
    """A tree that is a list, or what a command such as ``tree`` printed.

    Without inner content it is the pages below this one.
    """

    inner_use = InnerUse.OPTIONAL
    noise: ClassVar[re.Pattern[str]] = re.compile(r"(?!)")
    """What the theme takes for icons and colours."""

    def to_nodes(self) -> list[nodes.Node]:
        """Return the list, or the printed tree as code."""
        inner = self.context.inner()
        if inner is None:
            return _AllBelow(self.call, self.context).to_nodes()
        if _ITEM.search(inner.text) is None:
            return [code_block(self.context.plain_text(inner), "")]
        text = self.noise.sub("", inner.text)
        found = self.context.render(replace(inner, text=text), self)
        for block in found:
            if isinstance(block, nodes.bullet_list):
                block["classes"].append("hugo-filetree")
        return found


class _AllBelow(Children):
    default_depth = 99


class TreeFolder(Shortcode):
    """A folder of a file tree, with what is in it."""

    inner_use = InnerUse.OPTIONAL
    any_parameter = True
    is_part = True
    parameters: ClassVar[tuple[Parameter, ...]] = (
        Parameter("name", "Name of the folder.", 0),
        Parameter("link", "A page as `relref` takes it, or a URL."),
    )
    node_class: ClassVar[str] = "hugo-folder"

    def to_nodes(self) -> list[nodes.Node]:
        """Return one item; the tree around it makes the list."""
        name = self.params.text("name", 0)
        words: nodes.Element = nodes.literal(name, name)
        if target := self.params.text(*LINK_KEYS):
            words = self.context.reference(target, [words])
        item = nodes.list_item("", nodes.paragraph("", "", words), classes=[self.node_class])
        item += _as_list(self.parts(), [])
        if isinstance(self.context.parent, FileTree | TreeFolder):
            return [item]
        return [nodes.bullet_list("", item, classes=["hugo-filetree"])]


class TreeFile(TreeFolder):
    """A file of a file tree."""

    inner_use = InnerUse.NONE
    node_class = "hugo-file"


def _as_list(blocks: list[nodes.Node], classes: list[str]) -> list[nodes.Node]:
    """Put the items among the blocks into one list, after any other text."""
    items = [block for block in blocks if isinstance(block, nodes.list_item)]
    others = [block for block in blocks if not isinstance(block, nodes.list_item)]
    if items:
        others.append(nodes.bullet_list("", *items, classes=classes, bullet="-"))
    return others
