"""Landing pages in Hextra."""

from __future__ import annotations

from typing import ClassVar

from docutils import nodes

from sphinx_hugo.nodes.components import as_button, badge
from sphinx_hugo.nodes.icons import with_icon
from sphinx_hugo.shortcodes.base import InnerUse, Parameter, Shortcode
from sphinx_hugo.shortcodes.families.cards import CardGrid, OneCard
from sphinx_hugo.shortcodes.families.links import Button, join_inline
from sphinx_hugo.shortcodes.families.media import set_size


class _Block(Shortcode):
    """A part of a landing page."""

    inner_use = InnerUse.OPTIONAL
    any_parameter = True
    css: ClassVar[str] = "hugo-block"

    def to_nodes(self) -> list[nodes.Node]:
        """Return a container for the style sheet."""
        return [nodes.container("", *self.body(), classes=self.css.split())]


class HeroHeadline(_Block):
    """The first sentence of a landing page, large."""

    names = ("hextra/hero-headline", "hextra/hero-section")
    css = "hugo-hero hugo-headline"
    example = "{{< hextra/hero-headline >}}Build *fast*{{< /hextra/hero-headline >}}"


class HeroSubtitle(_Block):
    """The second sentence of a landing page."""

    names = ("hextra/hero-subtitle",)
    css = "hugo-lead"
    example = "{{< hextra/hero-subtitle >}}And *small*{{< /hextra/hero-subtitle >}}"


class HeroContainer(_Block):
    """A block of a landing page, with a picture beside it."""

    names = ("hextra/hero-container",)
    parameters: ClassVar[tuple[Parameter, ...]] = (
        Parameter("image", "The picture."),
        Parameter("imageTitle", "Text for those who cannot see it."),
        Parameter("imageLink", "Where a click on the picture leads."),
        Parameter("imageWidth", "Width in pixels; `350` in the theme."),
        Parameter("imageHeight", "Height in pixels."),
        Parameter("imageCard", "Passed over.", default=False),
        Parameter("cols", "Passed over: the picture stands below.", default=2),
    )
    example = (
        '{{< hextra/hero-container image="/images/logo.svg" imageTitle="Logo" imageWidth="120" >}}\n'
        "Some *text* beside a picture.\n"
        "{{< /hextra/hero-container >}}"
    )

    def to_nodes(self) -> list[nodes.Node]:
        """Return a container for the style sheet."""
        found = super().to_nodes()
        if source := self.params.text("image"):
            alt = self.params.text("imageTitle")
            image = self.context.image(source, alt=alt)
            set_size(image, self.params.text("imageWidth"), self.params.text("imageHeight"))
            if target := self.params.text("imageLink"):
                image = self.context.reference(target, [image])
            found += [nodes.paragraph("", "", image)]
        return found


class HeroBadge(Shortcode):
    """A label above the headline of a landing page."""

    names = ("hextra/hero-badge",)
    inner_use = InnerUse.OPTIONAL
    any_parameter = True
    parameters: ClassVar[tuple[Parameter, ...]] = (
        Parameter("link", "A page as `relref` takes it, or a URL."),
    )
    example = '{{< hextra/hero-badge link="/docs" >}}News{{< /hextra/hero-badge >}}'

    def to_nodes(self) -> list[nodes.Node]:
        """Return a badge, linked if there is a target."""
        node: nodes.Element = badge(join_inline(self.body()), "light")
        if target := self.params.text("link"):
            node = self.context.reference(target, [node])
        return self.flow([node])


class HeroButton(Button):
    """A link that looks like a button."""

    names = ("hextra/hero-button", "hextra/button")
    parameters: ClassVar[tuple[Parameter, ...]] = (
        Parameter("text", "The label, Markdown."),
        Parameter("link", "A page as `relref` takes it, or a URL."),
        Parameter("icon", "Name of an icon before the label."),
        Parameter("style", "CSS; passed over."),
    )
    example = '{{< hextra/hero-button text="Start" link="/docs" >}}'

    def to_nodes(self) -> list[nodes.Node]:
        """Return the button; its style is no colour but CSS."""
        words = self.context.render_inline(self.params.text("text"))
        label = with_icon(self.params.text("icon"), join_inline(self.body()) or words)
        target = self.params.text("link")
        if not target:
            return self.flow(label)
        return self.flow([as_button(self.context.reference(target, label))])


class FeatureGrid(CardGrid):
    """Features in columns."""

    names = ("hextra/feature-grid",)
    example = (
        '{{< hextra/feature-grid cols="2" >}}\n'
        '  {{< hextra/feature-card title="Fast" icon="lightning-bolt" subtitle="It *flies*." >}}\n'
        '  {{< hextra/feature-card title="Open" icon="github" subtitle="Read it." link="/docs" >}}\n'
        "{{< /hextra/feature-grid >}}"
    )


class FeatureCard(OneCard):
    """A feature: icon, title, text and picture."""

    names = ("hextra/feature-card",)
    parameters: ClassVar[tuple[Parameter, ...]] = (
        Parameter("title", "Title, Markdown."),
        Parameter("subtitle", "Text, Markdown."),
        Parameter("icon", "Name of an icon."),
        Parameter("image", "A picture."),
        Parameter("link", "A page as `relref` takes it, or a URL."),
        Parameter("class", "CSS classes; passed over."),
        Parameter("style", "CSS; passed over."),
        Parameter("imageClass", "CSS classes; passed over."),
    )
    example = '{{< hextra/feature-card title="Fast" subtitle="It *flies*." icon="sparkles" >}}'
    class_keys = ()


SHORTCODES: tuple[type[Shortcode], ...] = (
    FeatureCard,
    FeatureGrid,
    HeroBadge,
    HeroButton,
    HeroContainer,
    HeroHeadline,
    HeroSubtitle,
)
