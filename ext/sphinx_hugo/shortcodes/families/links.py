"""Buttons, and groups of them: links that are meant to be seen."""

from __future__ import annotations

from typing import ClassVar

from docutils import nodes

from sphinx_hugo.nodes.components import as_button
from sphinx_hugo.nodes.icons import icon, with_icon
from sphinx_hugo.shortcodes.base import InnerUse, Parameter, Shortcode

LINK_KEYS: tuple[int | str, ...] = ("link", "href", "url", "relref", "ref", "to", "page")
"""The names under which themes take the target of a link."""

COLORS = {
    "default": "primary",
    "accent": "primary",
    "green": "success",
    "blue": "info",
    "orange": "warning",
    "yellow": "warning",
    "red": "danger",
    "grey": "secondary",
    "gray": "secondary",
    "transparent": "light",
    "note": "info",
    "tip": "success",
    "important": "primary",
    "caution": "danger",
    "error": "danger",
    "purple": "primary",
    "indigo": "primary",
    "amber": "warning",
    "cyan": "info",
    "magenta": "danger",
    "pink": "danger",
    "code": "secondary",
    "link": "primary",
    "action": "primary",
    "inline": "light",
}
"""Words of themes for colours, and sphinx-design's."""


def color_of(word: str, default: str = "") -> str:
    """Return sphinx-design's colour for a theme's word."""
    word = word.strip().lower()
    return COLORS.get(word, word) or default


def join_inline(blocks: list[nodes.Node]) -> list[nodes.Node]:
    """Return what paragraphs hold as one run of inline nodes; other blocks stay as they are."""
    found: list[nodes.Node] = []
    for block in blocks:
        if found:
            found.append(nodes.Text(" "))
        found += block.children if isinstance(block, nodes.paragraph) else [block]
    return found


class Button(Shortcode):
    """A link that looks like a button."""

    inner_use = InnerUse.OPTIONAL
    any_parameter = True
    parameters: ClassVar[tuple[Parameter, ...]] = (
        Parameter("link", "A page as `relref` takes it, or a URL."),
        Parameter("style", "A colour, `outline`, or both: `primary outline`.", default="primary"),
        Parameter("icon", "Name of an icon to put before the label."),
    )
    example = '{{< button link="https://example.org/" >}}Read more{{< /button >}}'

    link_keys: ClassVar[tuple[int | str, ...]] = (*LINK_KEYS, 0)
    style_keys: ClassVar[tuple[int | str, ...]] = ("style", "color", "variant", "type")
    label_keys: ClassVar[tuple[int | str, ...]] = ("text", "label", "name", "title", 1)

    def label(self) -> list[nodes.Node]:
        """Return the label as inline nodes: the inner content, else a parameter, else the link."""
        found = join_inline(self.body())
        if not found:
            text = self.params.text(*self.label_keys)
            # An address is no Markdown: it would become a link in the link.
            link = nodes.Text(self.params.text(*self.link_keys))
            found = self.context.render_inline(text) if text else [link]
        name = self.params.text("icon")
        if self.params.text("iconposition").lower() != "right":
            return with_icon(name, found)
        sign = icon(name)
        return [*found, nodes.Text(" "), *sign] if sign else found

    def to_nodes(self) -> list[nodes.Node]:
        """Return a link with the look of a button; without a target, only its look."""
        words = self.params.text(*self.style_keys).replace("-", " ").split()
        outline = "outline" in words or self.params.flag("outline")
        color = next((color_of(word) for word in words if word != "outline"), "primary")
        target = self.params.text(*self.link_keys)
        if target:
            link = self.context.reference(target, self.label())
        else:
            link = nodes.inline("", "", *self.label())
        return self.flow([as_button(link, color, outline=outline)])


class Buttons(Shortcode):
    """Buttons side by side."""

    inner_use = InnerUse.REQUIRED
    any_parameter = True

    def to_nodes(self) -> list[nodes.Node]:
        """Return one container with all of them in a line."""
        line = nodes.paragraph("", "", *join_inline(self.parts()))
        return [nodes.container("", line, classes=["hugo-buttons"])]
