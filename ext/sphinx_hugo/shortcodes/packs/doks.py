"""The shortcodes of the Doks theme."""

from __future__ import annotations

import re
from typing import ClassVar

from docutils import nodes

from sphinx_hugo.hugo.problems import Kind
from sphinx_hugo.shortcodes.base import InnerUse, Parameter, Shortcode
from sphinx_hugo.shortcodes.families.cards import CardGrid, OneCard
from sphinx_hugo.shortcodes.families.diagrams import Diagram, Formula
from sphinx_hugo.shortcodes.families.expanders import Expander
from sphinx_hugo.shortcodes.families.labels import Icon
from sphinx_hugo.shortcodes.families.media import Picture, css_length, media_file
from sphinx_hugo.shortcodes.families.notices import Notice
from sphinx_hugo.shortcodes.families.steps import OneStep, StepList
from sphinx_hugo.shortcodes.families.tabs import OneTab, TabSet
from sphinx_hugo.shortcodes.families.trees import ListTree

_PLAYER_FLAGS = ("loop", "muted", "playsinline")


class Alert(Notice):
    """A notice, short in a parameter or long as inner content.

    ``context`` says what kind it is; without it an emoji as ``icon`` may.
    """

    names = ("alert",)
    parameters: ClassVar[tuple[Parameter, ...]] = (
        Parameter("icon", "An emoji to show before the title; names of icons are passed over."),
        Parameter("context", "`info`, `tip`, `success`, `warning`, `danger` or another colour."),
        Parameter("text", "The text, Markdown, if there is no inner content."),
        Parameter("title", "Title, Markdown; by default the name of the kind."),
        Parameter("dismissible", "Passed over: what a reader closes would be lost."),
    )
    example = '{{< alert icon="💡" text="Read the *manual*." />}}'

    kind_keys = ("context", "type", "color")
    title_keys = ("title",)


class Callout(Notice):
    """A notice with a title."""

    names = ("callout",)
    parameters: ClassVar[tuple[Parameter, ...]] = (
        Parameter("context", "`note`, `tip`, `caution`, `danger` or another kind.", default="note"),
        Parameter("title", "Title, Markdown; by default the name of the kind."),
        Parameter("icon", "An emoji to show before the title; names of icons are passed over."),
    )
    example = '{{< callout context="tip" title="Did you know?" >}}It is *open*.{{< /callout >}}'

    kind_keys = ("context",)
    title_keys = ("title",)


class Details(Expander):
    """A collapsible block; its title comes first, then ``open`` if it is open at first."""

    names = ("details",)
    parameters: ClassVar[tuple[Parameter, ...]] = (
        Parameter("summary", "What is always shown, Markdown.", 0, default="Details"),
        Parameter("open", "`open` or `true` if it is open at first.", 1, default=False),
    )
    example = '{{< details "Why?" open >}}Because *it* works.{{< /details >}}'


class Email(Shortcode):
    """An e-mail address, written in two halves, as a link."""

    names = ("email",)
    parameters: ClassVar[tuple[Parameter, ...]] = (
        Parameter("user", "What stands before the @.", 0, required=True),
        Parameter("domain", "What stands behind it.", 1, required=True),
        Parameter("subject", "Subject of the message."),
    )
    example = '{{< email user="hello" domain="example.org" >}}'

    def to_nodes(self) -> list[nodes.Node]:
        """Return a ``mailto:`` link."""
        address = self.to_text()
        if "@" not in address:
            return self.flow([nodes.Text(address)] if address else [])
        return self.flow([nodes.reference("", "", nodes.Text(address), refuri=f"mailto:{address}")])

    def to_text(self) -> str:
        """Return the address."""
        halves = (self.params.text("user", 0), self.params.text("domain", 1))
        return "@".join(half for half in halves if half)


class Mermaid(Diagram):
    """A Mermaid diagram, drawn if ``sphinxcontrib.mermaid`` is loaded, else shown as text."""

    names = ("mermaid",)
    example = "{{< mermaid >}}\ngraph LR\n  A --> B\n{{< /mermaid >}}"


class Video(Shortcode):
    """A video file of the site: a player in HTML, a link everywhere else.

    It never plays by itself, and always has controls.
    """

    names: ClassVar[tuple[str, ...]] = ("video",)
    any_parameter = True
    parameters: ClassVar[tuple[Parameter, ...]] = (
        Parameter("src", "The file: beside the page, below `static/`, or a URL.", 0),
        Parameter("title", "Title, for screen readers and for the link.", default="Video"),
        Parameter("loop", "Whether to start again at the end.", default=False),
        Parameter("muted", "Whether to start without sound.", default=False),
        Parameter("width", "Width in pixels."),
        Parameter("height", "Height in pixels."),
        Parameter("poster", "URL of a picture to show before."),
        Parameter("autoplay", "Passed over: nothing plays by itself."),
    )
    example = '{{< video src="/videos/tour.mp4" title="A tour" >}}'

    tag: ClassVar[str] = "video"
    default_title: ClassVar[str] = "Video"
    source_keys: ClassVar[tuple[int | str, ...]] = (
        "src",
        "webm-src",
        "mp4",
        "webm",
        "link",
        "file",
        0,
    )

    def to_nodes(self) -> list[nodes.Node]:
        """Return the player."""
        source = self.params.text(*self.source_keys)
        if not source:
            self.context.report(
                Kind.SHORTCODE_PARAM,
                f"the shortcode '{self.call.name}' needs the parameter 'src', as in {self.example}.",
            )
            return self.body()
        title = self.params.text("title", "alt", "caption", default=self.default_title)
        flags = [flag for flag in _PLAYER_FLAGS if self.params.flag(flag)]
        player = media_file(self, source, tag=self.tag, title=title, flags=flags)
        for name in ("width", "height"):
            if css_length(self.params.text(name)):
                player[name] = self.params.text(name)
        if poster := self.params.text("poster"):
            player["poster"] = poster
        return [player, *self.body()]


class Audio(Video):
    """A sound file of the site: a player in HTML, a link everywhere else."""

    names: ClassVar[tuple[str, ...]] = ("audio",)
    example = '{{< audio src="/videos/tour.mp4" title="A talk" >}}'
    tag = "audio"
    default_title = "Sound"


class LinkCard(OneCard):
    """A card that is one link."""

    names = ("link-card",)
    parameters: ClassVar[tuple[Parameter, ...]] = (
        Parameter("title", "Title, Markdown.", required=True),
        Parameter("href", "A page as `relref` takes it, or a URL.", required=True),
        Parameter("description", "Text below the title, Markdown."),
        Parameter("src", "Name of an icon before the title."),
        Parameter("target", "Window for the link; passed over."),
        Parameter("rel", "Relation of the link; passed over."),
        Parameter("class", "Classes for the site's own style sheet."),
    )
    icon_keys = ("src",)
    image_keys = ()
    example = '{{< link-card title="Models" href="/docs" description="All of them." >}}'


class Card(OneCard):
    """A card with an icon, a title and text."""

    names = ("card",)
    parameters: ClassVar[tuple[Parameter, ...]] = (
        Parameter("title", "Title, Markdown."),
        Parameter("icon", "Name of an icon before the title."),
        Parameter("color", "Colour of the icon; passed over."),
    )
    example = '{{< card title="Fast" icon="outline/rocket" color="red" >}}It *flies*.{{< /card >}}'


class Cards(CardGrid):
    """Cards side by side."""

    names = ("card-grid",)
    example = (
        "{{< card-grid >}}\n"
        '{{< link-card title="Models" href="/docs" description="All of *them*." >}}\n'
        '{{< link-card title="Data" href="/docs/about" description="Where from." >}}\n'
        "{{< /card-grid >}}"
    )
    default_columns = 2


class InlineSvg(Icon):
    """An icon by name."""

    names = ("inline-svg",)
    example = '{{< inline-svg "outline/heart" >}}'


class Images(Picture):
    """A picture that Doks makes in several sizes; here it is taken as it is."""

    names = ("picture", "img", "img-simple", "img-lazy")
    parameters: ClassVar[tuple[Parameter, ...]] = (
        Parameter("src", "The picture: beside the page, or a file of the site.", 0),
        Parameter("alt", "Text for those who cannot see it."),
        Parameter("caption", "Caption, Markdown."),
        Parameter("width", "Width."),
        Parameter("height", "Height."),
    )
    example = '{{< img src="/images/logo.svg" alt="A mark" caption="The *mark*" width="120" >}}'


class Steps(StepList):
    """Numbered steps: each heading begins one."""

    names = ("steps",)
    example = "{{< steps >}}\n### First\n\nThis.\n\n### Then\n\nThat.\n{{< /steps >}}"


class Step(OneStep):
    """One step of several."""

    names = ("step",)
    example = (
        "{{< steps >}}\n"
        "{{< step >}}Lift it with both *hands*.{{< /step >}}\n"
        "{{< step >}}Drop it, and mind your feet.{{< /step >}}\n"
        "{{< /steps >}}"
    )


class Tree(ListTree):
    """A tree of files and folders: a list; icons in braces are left out."""

    names = ("tree",)
    example = "{{< tree >}}\n- {folder} docs\n  - {file} intro.md\n{{< /tree >}}"
    noise = re.compile(r"\{[\w./-]+\}[ ]?")


class Preview(Shortcode):
    """What Markdown looks like, in a frame."""

    names = ("preview",)
    inner_use = InnerUse.REQUIRED
    example = "{{< preview >}}Some *text*.{{< /preview >}}"

    def to_nodes(self) -> list[nodes.Node]:
        """Return a container for the style sheet."""
        return [nodes.container("", *self.body(), classes=["hugo-preview"])]


class Kroki(Diagram):
    """A diagram in one of many languages, drawn if an extension for it is loaded, else as text."""

    names = ("kroki",)
    parameters: ClassVar[tuple[Parameter, ...]] = (
        Parameter("type", "Language of the diagram, such as `mermaid` or `graphviz`.", 0),
        Parameter("alt", "Text for those who cannot see it; passed over."),
        Parameter("title", "A tooltip; passed over."),
        Parameter("class", "Passed over."),
        Parameter("id", "Passed over."),
    )
    example = '{{< kroki type="graphviz" >}}\ndigraph { a -> b }\n{{< /kroki >}}'


class Math(Formula):
    """A formula in TeX."""

    names = ("math",)
    example = "{{< math >}}x^2{{< /math >}}"


class Tabs(TabSet):
    """Tabs; sets with the same name are switched together."""

    names = ("tabs",)
    parameters: ClassVar[tuple[Parameter, ...]] = (Parameter("name", "Name of the set.", 0),)
    example = (
        '{{< tabs "os" >}}\n'
        '{{< tab "Linux" >}}Use the *shell*.{{< /tab >}}\n'
        '{{< tab "Windows" >}}Use a **window**.{{< /tab >}}\n'
        "{{< /tabs >}}"
    )

    def group(self) -> str:
        """Return the name of the set."""
        return self.params.text("name", 0, default="tab")


class OneOfTabs(OneTab):
    """One tab."""

    names = ("tab",)
    example = '{{< tab "Linux" >}}Use the *shell*.{{< /tab >}}'

    def sync(self) -> str:
        """Return the key, if the set has a name."""
        tabs = self.context.parent
        named = tabs is not None and tabs.params.text("name", 0)
        return nodes.make_id(self.label()) if named else ""


SHORTCODES: tuple[type[Shortcode], ...] = (
    Alert,
    Audio,
    Callout,
    Card,
    Cards,
    Details,
    Email,
    Images,
    InlineSvg,
    Kroki,
    LinkCard,
    Math,
    Mermaid,
    OneOfTabs,
    Preview,
    Step,
    Steps,
    Tabs,
    Tree,
    Video,
)
