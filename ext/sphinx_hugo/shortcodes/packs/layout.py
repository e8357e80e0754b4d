"""Shortcodes for landing pages: hero, buttons, cards, logos."""

from __future__ import annotations

from typing import ClassVar

from docutils import nodes
from sphinx import addnodes

from sphinx_hugo.shortcodes.base import InnerUse, Parameter, Shortcode
from sphinx_hugo.shortcodes.families.cards import CardGrid, OneCard
from sphinx_hugo.shortcodes.families.links import LINK_KEYS, join_inline
from sphinx_hugo.shortcodes.families.links import Button as AnyButton
from sphinx_hugo.shortcodes.families.links import Buttons as AnyButtons


class Hero(Shortcode):
    """The first sentence of a landing page, large."""

    names = ("hero",)
    inner_use = InnerUse.REQUIRED
    any_parameter = True
    parameters: ClassVar[tuple[Parameter, ...]] = (
        Parameter("title", "A line above, Markdown."),
        Parameter("subtitle", "A line below, Markdown."),
    )
    example = "{{< hero >}}\nModels for **everyone**.\n{{< /hero >}}"

    def to_nodes(self) -> list[nodes.Node]:
        """Return a container for the style sheet."""
        blocks = self.body()
        if title := self.params.text("title", 0):
            words = nodes.strong("", "", *self.context.render_inline(title))
            blocks.insert(0, nodes.paragraph("", "", words))
        if subtitle := self.params.text("subtitle"):
            blocks.append(nodes.paragraph("", "", *self.context.render_inline(subtitle)))
        return [nodes.container("", *blocks, classes=["hugo-hero"])]


class Buttons(AnyButtons):
    """Buttons side by side."""

    names = ("buttons",)
    example = (
        "{{< buttons >}}\n"
        '{{< button link="/docs" >}}Start{{< /button >}}\n'
        '{{< button link="/docs/about" style="outline" >}}About us{{< /button >}}\n'
        "{{< /buttons >}}"
    )


class Button(AnyButton):
    """A link that looks like a button; the label is its inner content."""

    names = ("button",)
    example = '{{< button link="/docs" style="outline" >}}Read the docs{{< /button >}}'


class Cards(CardGrid):
    """Cards in columns, fewer of them on small screens."""

    names = ("cards",)
    example = (
        '{{< cards cols="3" >}}\n'
        '{{< card title="Models" link="/docs" icon="cpu" >}}All of *them*.{{< /card >}}\n'
        '{{< card title="Data" link="/docs/about" icon="database" >}}Where from.{{< /card >}}\n'
        '{{< card title="People" icon="people" >}}Who we are.{{< /card >}}\n'
        "{{< /cards >}}"
    )


class Card(OneCard):
    """A card: title, link, icon, picture and text, each of which may be absent."""

    names = ("card",)
    example = '{{< card title="Models" link="/docs" icon="cpu" >}}All of them.{{< /card >}}'


class Logos(Shortcode):
    """Logos side by side."""

    names = ("logos",)
    inner_use = InnerUse.REQUIRED
    any_parameter = True
    example = (
        "{{< logos >}}\n"
        '{{< logo src="/images/logo.svg" dark="/images/logo-dark.svg" alt="Acme" >}}\n'
        "{{< /logos >}}"
    )

    def to_nodes(self) -> list[nodes.Node]:
        """Return one container with all of them in a line."""
        line = nodes.paragraph("", "", *join_inline(self.parts()))
        return [nodes.container("", line, classes=["hugo-logos"])]


class Logo(Shortcode):
    """A logo, in a second version for dark backgrounds if there is one."""

    names = ("logo",)
    parameters: ClassVar[tuple[Parameter, ...]] = (
        Parameter("src", "The picture: a file of the site or a URL.", 0, required=True),
        Parameter("dark", "The picture for dark backgrounds."),
        Parameter("alt", "Whose logo it is.", 1),
        Parameter("link", "A page as `relref` takes it, or a URL."),
    )
    example = '{{< logo src="/images/logo.svg" dark="/images/logo-dark.svg" alt="Acme" >}}'

    def to_nodes(self) -> list[nodes.Node]:
        """Return one or two pictures; themes show the one that fits by their class."""
        source, alt = self.params.text("src", 0), self.params.text("alt", 1)
        if not source:
            return self.flow([nodes.Text(alt)] if alt else [])
        first = self.context.image(source, alt=alt)
        pictures = [first]
        if dark := self.params.text("dark"):
            first["classes"].append("only-light")
            second = self.context.image(dark, alt=alt)
            second["classes"].append("only-dark")
            # Paper is light, and so is an ePub for all we know.
            pictures.append(addnodes.only("", second, expr="html and not epub"))
        if target := self.params.text(*LINK_KEYS):
            return self.flow([self.context.reference(target, pictures)])
        return self.flow([nodes.inline("", "", *pictures)])


SHORTCODES: tuple[type[Shortcode], ...] = (
    Button,
    Buttons,
    Card,
    Cards,
    Hero,
    Logo,
    Logos,
)
