"""Small things in running text: badges, keys, icons."""

from __future__ import annotations

from typing import ClassVar

from docutils import nodes

from sphinx_hugo.nodes.components import badge
from sphinx_hugo.nodes.icons import icon, with_icon
from sphinx_hugo.shortcodes.base import InnerUse, Parameter, Shortcode
from sphinx_hugo.shortcodes.families.links import LINK_KEYS, color_of, join_inline


class Badge(Shortcode):
    """A coloured label."""

    inner_use = InnerUse.OPTIONAL
    any_parameter = True
    parameters: ClassVar[tuple[Parameter, ...]] = (
        Parameter("content", "The text, Markdown, if there is no inner content.", 0),
        Parameter("color", "A colour."),
        Parameter("icon", "Name of an icon to put before the text."),
        Parameter("link", "A page as `relref` takes it, or a URL."),
    )

    text_keys: ClassVar[tuple[int | str, ...]] = ("content", "text", "title", "label", 0)
    color_keys: ClassVar[tuple[int | str, ...]] = ("color", "type", "style", "context", 1)

    def to_nodes(self) -> list[nodes.Node]:
        """Return a badge, linked if there is a target."""
        words = self.context.render_inline(self.params.text(*self.text_keys))
        words = join_inline(self.body()) or words
        node: nodes.Element = badge(
            with_icon(self.params.text("icon"), words),
            color_of(self.params.text(*self.color_keys)),
        )
        if target := self.params.text(*LINK_KEYS):
            node = self.context.reference(target, [node])
        return self.flow([node])

    def to_text(self) -> str:
        """Return the words."""
        return super().to_text() or self.params.text(*self.text_keys)


class Keys(Shortcode):
    """Keys to press."""

    inner_use = InnerUse.OPTIONAL
    parameters: ClassVar[tuple[Parameter, ...]] = (
        Parameter("text", "The keys, such as `Ctrl+C`, if there is no inner content.", 0),
    )

    def to_nodes(self) -> list[nodes.Node]:
        """Return each key by itself, so that HTML has a ``kbd`` element for each."""
        keys = self.to_text().split("+")
        found: list[nodes.Node] = []
        for key in keys:
            if found:
                found.append(nodes.Text("+"))
            found.append(nodes.literal(key.strip(), key.strip(), classes=["kbd"]))
        return self.flow(found)

    def to_text(self) -> str:
        """Return the keys as written."""
        return (
            super().to_text().strip()
            or " ".join(
                self.params.text(position) for position in range(len(self.params.positional))
            )
            or self.params.text("text", "key", "keys")
        )


class Icon(Shortcode):
    """An icon by name; nothing but decoration, so that only HTML shows it."""

    inner_use = InnerUse.OPTIONAL
    any_parameter = True
    parameters: ClassVar[tuple[Parameter, ...]] = (
        Parameter("name", "Name of the icon, in the icon set of the theme or of octicons.", 0),
    )

    def to_nodes(self) -> list[nodes.Node]:
        """Return the icon."""
        names = [str(value) for value in self.params.positional]
        name = " ".join(names) or self.params.text("name", "icon")
        if name.strip():
            return self.flow([*icon(name), *join_inline(self.body())])
        found = icon(super().to_text())
        # Inner content may name the icon; words that name none are words.
        is_icon = any(isinstance(node, nodes.raw) for node in found)
        return self.flow(found if is_icon else join_inline(self.body()))

    def to_text(self) -> str:
        """Return nothing: an icon has no words."""
        return ""
