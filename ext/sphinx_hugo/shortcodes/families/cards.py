"""Cards, and the grid they stand in."""

from __future__ import annotations

from typing import ClassVar

from docutils import nodes

from sphinx_hugo.nodes.components import card, columns_for, grid, is_component, stretch
from sphinx_hugo.nodes.icons import icon
from sphinx_hugo.shortcodes.base import InnerUse, Parameter, Shortcode
from sphinx_hugo.shortcodes.families.links import LINK_KEYS


class CardGrid(Shortcode):
    """Cards in columns; what stands between them and is no card is kept in its place."""

    inner_use = InnerUse.REQUIRED
    any_parameter = True
    parameters: ClassVar[tuple[Parameter, ...]] = (
        Parameter("cols", "Columns on a large screen.", default=3),
    )

    column_keys: ClassVar[tuple[int | str, ...]] = ("cols", "columns", "column", 0)
    default_columns: ClassVar[int] = 3

    def to_nodes(self) -> list[nodes.Node]:
        """Return a grid for each run of cards."""
        columns = columns_for(self.params.number(*self.column_keys, default=self.default_columns))
        found: list[nodes.Node] = []
        run: list[nodes.Node] = []
        for block in self.parts():
            if is_component(block, "card"):
                run.append(block)
                continue
            if run:
                found.append(grid(run, columns))
                run = []
            found.append(block)
        if run:
            found.append(grid(run, columns))
        return found


class OneCard(Shortcode):
    """A card: title, link, icon, picture and text, each of which may be absent."""

    inner_use = InnerUse.OPTIONAL
    any_parameter = True
    parameters: ClassVar[tuple[Parameter, ...]] = (
        Parameter("title", "Title, Markdown."),
        Parameter(
            "link", "A page as `relref` takes it, a file, or a URL: the whole card leads there."
        ),
        Parameter("icon", "Name of an octicon, or an emoji."),
        Parameter("subtitle", "Text below the title, Markdown."),
        Parameter("image", "A picture above the title: page resource, file of the site, or URL."),
    )
    example = '{{< card title="Models" link="/docs/models" icon="cpu" />}}'

    title_keys: ClassVar[tuple[int | str, ...]] = ("title", "name")
    text_keys: ClassVar[tuple[int | str, ...]] = ("subtitle", "description", "content", "text")
    link_keys: ClassVar[tuple[int | str, ...]] = LINK_KEYS
    icon_keys: ClassVar[tuple[int | str, ...]] = ("icon",)
    class_keys: ClassVar[tuple[int | str, ...]] = ("class",)
    image_keys: ClassVar[tuple[int | str, ...]] = ("image", "img", "src")

    def text(self) -> list[nodes.Node]:
        """Return the body as block nodes."""
        found: list[nodes.Node] = []
        if text := self.params.text(*self.text_keys):
            found.append(nodes.paragraph("", "", *self.context.render_inline(text)))
        return [*found, *self.body()]

    def title(self) -> list[nodes.Node]:
        """Return icon and title as inline nodes, linked if there is a target."""
        text = self.params.text(*self.title_keys)
        target = self.params.text(*self.link_keys)
        title = self.context.render_inline(text) if text else []
        if target:
            title = [stretch(self.context.reference(target, title or [nodes.Text(target)]))]
        if found := icon(self.params.text(*self.icon_keys)):
            title = [*found, nodes.Text(" "), *title] if title else list(found)
        if tag := self.tag():
            title += [nodes.Text(" "), *tag]
        return title

    def tag(self) -> list[nodes.Node]:
        """Return a word beside the title as inline nodes."""
        text = self.params.text("tag")
        return [nodes.emphasis("", "", nodes.Text(text))] if text else []

    def inline_of(self, *keys: int | str) -> list[nodes.Node]:
        """Return a parameter as inline Markdown."""
        text = self.params.text(*keys)
        return self.context.render_inline(text) if text else []

    def to_nodes(self) -> list[nodes.Node]:
        """Return the card; a grid around it takes it as its item."""
        picture = self.params.text(*self.image_keys)
        image = self.context.image(picture, alt=self.params.text("alt")) if picture else None
        return [
            card(
                title=self.title(),
                body=self.text(),
                header=self.inline_of("header"),
                footer=self.inline_of("footer"),
                image=image,
                classes=self.params.text(*self.class_keys).split(),
            )
        ]
