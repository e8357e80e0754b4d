"""The shortcodes of the Book theme."""

from __future__ import annotations

from typing import ClassVar

from docutils import nodes

from sphinx_hugo.shortcodes.base import Parameter, Shortcode
from sphinx_hugo.shortcodes.families.apis import ApiDescription
from sphinx_hugo.shortcodes.families.cards import OneCard
from sphinx_hugo.shortcodes.families.columns import Column as AnyColumn
from sphinx_hugo.shortcodes.families.columns import Columns as AnyColumns
from sphinx_hugo.shortcodes.families.diagrams import Diagram, Formula
from sphinx_hugo.shortcodes.families.expanders import Expander
from sphinx_hugo.shortcodes.families.labels import Badge as AnyBadge
from sphinx_hugo.shortcodes.families.links import Button as AnyButton
from sphinx_hugo.shortcodes.families.listings import Children
from sphinx_hugo.shortcodes.families.media import Picture
from sphinx_hugo.shortcodes.families.media import Recording as AnyRecording
from sphinx_hugo.shortcodes.families.notices import Notice
from sphinx_hugo.shortcodes.families.steps import StepList
from sphinx_hugo.shortcodes.families.tabs import OneTab, TabSet


class Hint(Notice):
    """A notice; its first word says what kind it is."""

    names = ("hint",)
    parameters: ClassVar[tuple[Parameter, ...]] = (
        Parameter("type", "`note`, `tip`, `info`, `warning`, `danger`...", 0, default="note"),
        Parameter("title", "Title, Markdown; by default the name of the kind.", 1),
    )
    example = "{{% hint danger %}}Do *not*.{{% /hint %}}"


class Tabs(TabSet):
    """Tabs."""

    names = ("tabs",)
    parameters: ClassVar[tuple[Parameter, ...]] = (Parameter("id", "A name for the set.", 0),)
    example = (
        '{{% tabs "os" %}}\n'
        '{{% tab "Linux" %}}Use the *shell*.{{% /tab %}}\n'
        '{{% tab "Windows" %}}Use a **window**.{{% /tab %}}\n'
        "{{% /tabs %}}"
    )


class Tab(OneTab):
    """One tab."""

    names = ("tab",)
    example = '{{% tab "Linux" %}}Use the *shell*.{{% /tab %}}'


class Columns(AnyColumns):
    """Text in columns: the items of a list, or what stands between lines with ``<--->``."""

    names = ("columns",)
    parameters: ClassVar[tuple[Parameter, ...]] = (
        Parameter("ratio", "How wide the columns are, such as `1:2`; passed over."),
        Parameter("class", "Passed over."),
    )
    example = (
        "{{% columns %}}\n- ## Left\n  Some *text*.\n- ## Right\n  And **more**.\n{{% /columns %}}"
    )


class Column(AnyColumn):
    """One column."""

    names = ("column",)
    example = "{{< column >}}*One*{{< /column >}}"


class Details(Expander):
    """A collapsible block; its title comes first, then ``open`` if it is open at first."""

    names = ("details",)
    parameters: ClassVar[tuple[Parameter, ...]] = (
        Parameter("title", "What is always shown, Markdown.", 0, default="Details"),
        Parameter("open", "`open` if it is open at first.", 1),
    )
    example = '{{% details "More" open %}}Some *text*.{{% /details %}}'


class Expand(Expander):
    """A collapsible block with a label; the sign behind it is passed over."""

    names = ("expand",)
    parameters: ClassVar[tuple[Parameter, ...]] = (
        Parameter("label", "What is always shown, Markdown.", 0, default="Expand"),
        Parameter("sign", "A sign to click on; passed over.", 1),
    )
    example = '{{< expand "More" "..." >}}Some *text*.{{< /expand >}}'
    default_title = "Expand"
    open_keys = ("open",)


class Button(AnyButton):
    """A link that looks like a button."""

    names = ("button",)
    parameters: ClassVar[tuple[Parameter, ...]] = (
        Parameter("relref", "A page, as `relref` takes it."),
        Parameter("href", "A URL."),
        Parameter("class", "Passed over."),
    )
    example = '{{< button relref="/docs" >}}Read *on*{{< /button >}}'


class Mermaid(Diagram):
    """A Mermaid diagram, drawn if ``sphinxcontrib.mermaid`` is loaded, else shown as text."""

    names = ("mermaid",)
    example = "{{< mermaid >}}\ngraph LR\n  A --> B\n{{< /mermaid >}}"


class Katex(Formula):
    """A formula in TeX."""

    names = ("katex",)
    example = "{{< katex >}}x^2{{< /katex >}}"


class Section(Children):
    """The pages of this section, as a list of links."""

    names = ("section",)
    parameters: ClassVar[tuple[Parameter, ...]] = (
        Parameter("summary", "Whether to show the pages' descriptions, too.", 0),
    )
    example = "{{< section summary >}}"

    def with_description(self) -> bool:
        """Tell whether the word ``summary`` is there."""
        return "summary" in self.params.positional or super().with_description()

    def to_nodes(self) -> list[nodes.Node]:
        """Return the list; with inner content, which other sites give it, that."""
        return super().to_nodes() if self.context.inner() is None else self.body()


class Steps(StepList):
    """Numbered steps: the items of a list, or the parts below headings."""

    names = ("steps",)
    example = (
        "{{% steps %}}\n"
        "1. ## Lift\n"
        "   Use both *hands*.\n"
        "2. ## Drop\n"
        "   Mind your feet.\n"
        "{{% /steps %}}"
    )


class Card(OneCard):
    """A card: picture, title, text and link."""

    names = ("card",)
    parameters: ClassVar[tuple[Parameter, ...]] = (
        Parameter("title", "Title, Markdown."),
        Parameter("href", "A page as `relref` takes it, or a URL: the whole card leads there."),
        Parameter("image", "A picture above the title."),
        Parameter("alt", "Text for those who cannot see it."),
    )
    example = '{{% card title="Docs" href="/docs" %}}Some *text*.{{% /card %}}'


class Image(Picture):
    """A picture."""

    names = ("image",)
    parameters: ClassVar[tuple[Parameter, ...]] = (
        Parameter("src", "The picture: beside the page, or a file of the site.", required=True),
        Parameter("alt", "Text for those who cannot see it."),
        Parameter("title", "Words below it."),
        Parameter("loading", "When browsers load it; passed over."),
        Parameter("class", "Passed over."),
    )
    example = '{{< image src="/images/logo.svg" alt="A mark" title="The mark" width="120" >}}'


class Badge(AnyBadge):
    """A coloured label: a title, a value, or both."""

    names = ("badge",)
    parameters: ClassVar[tuple[Parameter, ...]] = (
        Parameter("title", "The text, Markdown."),
        Parameter("value", "A value behind it."),
        Parameter("style", "`info`, `warning`, `danger`... for its colour."),
        Parameter("href", "A page as `relref` takes it, or a URL."),
    )
    example = '{{< badge style="info" title="Hugo" value="0.158" >}}'

    def to_nodes(self) -> list[nodes.Node]:
        """Return one badge, or two for title and value."""
        found = super().to_nodes()
        if value := self.params.text("value"):
            added = [nodes.Text(" "), nodes.literal(value, value)]
            if self.context.inline:
                return [*found, *added]
            return self.flow([*found[0].children, *added])
        return found


class Recording(AnyRecording):
    """A terminal recording, as a link to it: the player needs scripts."""

    names = ("asciinema",)
    parameters: ClassVar[tuple[Parameter, ...]] = (
        Parameter("cast", "The recording: a file of the site or a URL.", required=True),
        *AnyRecording.parameters,
    )
    example = '{{< asciinema cast="https://example.com/demo.cast" loop="true" >}}'


class OpenApi(ApiDescription):
    """An API description, read out: what it offers, what each call takes and gives."""

    names = ("openapi",)
    example = '{{% openapi "/examples/pets.yaml" %}}'


class Translated(Shortcode):
    """A string of the site's ``i18n/`` folder."""

    names = ("i18n",)
    parameters: ClassVar[tuple[Parameter, ...]] = (
        Parameter("key", "Key of the string.", 0, required=True),
    )
    example = '{{< i18n "greeting" >}}'

    def to_nodes(self) -> list[nodes.Node]:
        """Return the string."""
        text = self.to_text()
        return self.flow(self.context.render_inline(text) if text else [])

    def to_text(self) -> str:
        """Return the string; its key if there is none."""
        key = self.params.text("key", 0)
        return self.context.translate(key) or key


SHORTCODES: tuple[type[Shortcode], ...] = (
    Badge,
    Button,
    Card,
    Column,
    Columns,
    Details,
    Expand,
    Hint,
    Image,
    Katex,
    Mermaid,
    OpenApi,
    Recording,
    Section,
    Steps,
    Tab,
    Tabs,
    Translated,
)
