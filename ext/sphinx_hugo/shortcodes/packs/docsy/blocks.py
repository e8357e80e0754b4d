"""Blocks of landing pages in Docsy."""

from __future__ import annotations

from typing import ClassVar

from docutils import nodes

from sphinx_hugo.nodes.components import (
    card,
    columns_for,
    grid,
    is_component,
)
from sphinx_hugo.shortcodes.base import InnerUse, Parameter, Shortcode
from sphinx_hugo.shortcodes.families.cards import OneCard
from sphinx_hugo.shortcodes.families.silent import Silent


class Cover(Shortcode):
    """The first block of a landing page: title, subtitle, and what stands inside."""

    names = ("blocks/cover", "blocks/showcasecover")
    inner_use = InnerUse.OPTIONAL
    any_parameter = True
    parameters: ClassVar[tuple[Parameter, ...]] = (
        Parameter("title", "Title, Markdown."),
        Parameter("subtitle", "A line below the title, Markdown."),
        Parameter("byline", "Whose picture the background is; shown at the end, Markdown."),
    )
    example = (
        '{{< blocks/cover title="Welcome to Acme!" color="primary" >}}\n'
        "Anvils for *everyone*, since 1949.\n"
        "{{< /blocks/cover >}}"
    )

    def to_nodes(self) -> list[nodes.Node]:
        """Return a container for the style sheet."""
        found: list[nodes.Node] = []
        if text := self.params.text("title"):
            words = nodes.strong("", "", *self.context.render_inline(text))
            found.append(nodes.paragraph("", "", words))
        if text := self.params.text("subtitle"):
            found.append(nodes.paragraph("", "", *self.context.render_inline(text)))
        found += self.body()
        if text := self.params.text("byline"):
            credit = nodes.emphasis("", "", *self.context.render_inline(text))
            found.append(nodes.paragraph("", "", credit))
        return [nodes.container("", *found, classes=["hugo-block", "hugo-hero"])]


class Section(Shortcode):
    """A block of a landing page; features in it stand side by side."""

    names: ClassVar[tuple[str, ...]] = ("blocks/section", "blocks/content")
    inner_use = InnerUse.OPTIONAL
    any_parameter = True
    example = (
        '{{< blocks/section color="dark" >}}\n'
        '{{% blocks/feature icon="fa-bolt" title="Fast" url="/docs" %}}\n'
        "It *flies*.\n"
        "{{% /blocks/feature %}}\n"
        '{{% blocks/feature icon="fab fa-github" title="Open" %}}\n'
        "Read the **source**.\n"
        "{{% /blocks/feature %}}\n"
        "{{< /blocks/section >}}"
    )

    def to_nodes(self) -> list[nodes.Node]:
        """Return a container, with a grid for each run of features."""
        whole = nodes.container("", classes=["hugo-block"])
        run: list[nodes.Node] = []
        for block in (*self.body(), None):
            if block is not None and is_component(block, "card"):
                run.append(block)
                continue
            if run:
                whole += grid(run, columns_for(min(len(run), 3)))
                run = []
            if block is not None:
                whole += block
        return [whole]


class Feature(OneCard):
    """A feature: icon, title, text and link."""

    names = ("blocks/feature",)
    parameters: ClassVar[tuple[Parameter, ...]] = (
        Parameter("title", "Title, Markdown."),
        Parameter("icon", "Name of an icon."),
        Parameter("url", "A page as `relref` takes it, or a URL."),
        Parameter("url_text", "Words for the link; without them the title leads there."),
    )
    example = '{{% blocks/feature title="Bright" url="/docs" %}}It *shines*.{{% /blocks/feature %}}'

    def to_nodes(self) -> list[nodes.Node]:
        """Return a card."""
        words, target = self.params.text("url_text"), self.params.text("url")
        if not (words and target):
            return super().to_nodes()
        link = self.context.reference(target, self.context.render_inline(words))
        title = self.context.render_inline(self.params.text("title"))
        return [card(title=title, body=self.text(), footer=[link])]


class Lead(Section):
    """A block of a landing page with larger text."""

    names = ("blocks/lead",)
    example = '{{% blocks/lead color="primary" %}}What it *is*.{{% /blocks/lead %}}'

    def to_nodes(self) -> list[nodes.Node]:
        """Return a container for the style sheet."""
        return [nodes.container("", *self.body(), classes=["hugo-block", "hugo-lead"])]


class LinkDown(Silent):
    """An arrow to the next block; pure decoration, and left out."""

    names = ("blocks/link-down",)
    example = '{{< blocks/link-down color="info" >}}'


SHORTCODES: tuple[type[Shortcode], ...] = (
    Cover,
    Feature,
    Lead,
    LinkDown,
    Section,
)
