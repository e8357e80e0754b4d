"""Text in columns."""

from __future__ import annotations

import re
from typing import ClassVar

from docutils import nodes

from sphinx_hugo.nodes.components import columns_for, component, grid, is_component
from sphinx_hugo.shortcodes.base import InnerUse, Markup, Shortcode

_SEPARATOR = re.compile(r"^[ \t]*<-{2,}>[ \t]*$|^[ \t]*<!--+[ \t]*column[ \t]*--+>[ \t]*$", re.M)


class Columns(Shortcode):
    """Columns: those of nested calls, or what stands between lines with ``<--->``."""

    inner_use = InnerUse.REQUIRED
    any_parameter = True

    def to_nodes(self) -> list[nodes.Node]:
        """Return a grid; text outside of nested columns is kept before it."""
        inner = self.context.inner()
        if inner is None:
            return []
        pieces = split_markup(inner, _SEPARATOR)
        if len(pieces) > 1:
            columns = [column(self.context.render(piece, self)) for piece in pieces]
            return [grid(columns, columns_for(len(columns)))]
        blocks = self.parts()
        if len(blocks) == 1 and isinstance(blocks[0], nodes.bullet_list):
            columns = [column(list(item.children)) for item in blocks[0].children]
            return [grid(columns, columns_for(len(columns)))]
        found = [block for block in blocks if is_component(block, "hugo-column")]
        others = [block for block in blocks if not is_component(block, "hugo-column")]
        return [*others, grid(found, columns_for(len(found)))] if found else others


class Column(Shortcode):
    """One column."""

    inner_use = InnerUse.REQUIRED
    any_parameter = True
    is_part = True
    title_keys: ClassVar[tuple[int | str, ...]] = ("title", "header")

    def to_nodes(self) -> list[nodes.Node]:
        """Return a container, which the columns around it put in place."""
        blocks = self.body()
        if title := self.params.text(*self.title_keys):
            blocks.insert(0, nodes.rubric("", "", *self.context.render_inline(title)))
        return [column(blocks)]


def column(blocks: list[nodes.Node]) -> nodes.container:
    """Return the container of one column."""
    return component("hugo-column", ["sd-w-100"], *blocks)


def split_markup(markup: Markup, separator: re.Pattern[str]) -> list[Markup]:
    """Cut Markdown at the lines that match, with the lines of the source for each piece."""
    pieces: list[Markup] = []
    position = line = 0
    for match in (*separator.finditer(markup.text), None):
        text = markup.text[position : match.start() if match else None]
        lines = markup.line_map[line : line + text.count("\n") + 1]
        pieces.append(Markup(text, lines, markup.reduced))
        line += text.count("\n")
        position = match.end() if match else position
    return pieces
