"""The shortcodes of the Hextra theme."""

from __future__ import annotations

from typing import ClassVar

from docutils import nodes

from sphinx_hugo.shortcodes.base import InnerUse, Parameter, Shortcode
from sphinx_hugo.shortcodes.components import as_button, badge
from sphinx_hugo.shortcodes.families.cards import CardGrid, OneCard
from sphinx_hugo.shortcodes.families.expanders import Expander
from sphinx_hugo.shortcodes.families.files import Include as AnyInclude
from sphinx_hugo.shortcodes.families.labels import Badge as AnyBadge
from sphinx_hugo.shortcodes.families.labels import Icon as AnyIcon
from sphinx_hugo.shortcodes.families.links import Button, join_inline
from sphinx_hugo.shortcodes.families.media import Frame
from sphinx_hugo.shortcodes.families.notebooks import Notebook
from sphinx_hugo.shortcodes.families.notices import Notice
from sphinx_hugo.shortcodes.families.steps import StepList
from sphinx_hugo.shortcodes.families.tabs import OneTab, TabSet
from sphinx_hugo.shortcodes.families.trees import FileTree, TreeFile, TreeFolder
from sphinx_hugo.shortcodes.icons import with_icon


class Callout(Notice):
    """A notice with an emoji or an icon."""

    names = ("callout",)
    parameters: ClassVar[tuple[Parameter, ...]] = (
        Parameter(
            "type", "`default`, `info`, `warning`, `error` or `important`.", default="default"
        ),
        Parameter("emoji", "An emoji to show before the title."),
        Parameter("icon", "Name of an icon; passed over, the kind has its own."),
        Parameter("title", "Title, Markdown; by default the name of the kind."),
    )
    example = '{{< callout type="warning" >}}It is *hot*.{{< /callout >}}'

    kind_keys = ("type",)
    title_keys = ("title",)
    icon_keys = ("emoji",)


class Cards(CardGrid):
    """Cards in columns."""

    names = ("cards",)
    parameters: ClassVar[tuple[Parameter, ...]] = (
        Parameter("cols", "Columns on a large screen.", default=3),
    )
    example = '{{< cards cols="2" >}}{{< card link="/docs" title="Docs" >}}{{< /cards >}}'


class Card(OneCard):
    """A card that leads somewhere."""

    names = ("card",)
    parameters: ClassVar[tuple[Parameter, ...]] = (
        Parameter("link", "A page as `relref` takes it, or a URL: the whole card leads there."),
        Parameter("title", "Title, Markdown."),
        Parameter("subtitle", "Text below the title, Markdown."),
        Parameter("icon", "Name of an icon."),
        Parameter("image", "A picture above the title."),
        Parameter("tag", "A word beside the title."),
        Parameter("tagType", "Colour of that word; passed over."),
        Parameter("tagColor", "Colour of that word; passed over."),
        Parameter("tagIcon", "Icon of that word; passed over."),
        Parameter("method", "What Hugo does to the picture; passed over."),
        Parameter("options", "How; passed over."),
        Parameter("process", "How; passed over."),
        Parameter("imageStyle", "CSS for the picture; passed over."),
        Parameter("alt", "Text for those who cannot see the picture."),
    )
    example = '{{< card link="/docs" title="Docs" icon="book-open" subtitle="Read *them*" >}}'


class Tabs(TabSet):
    """Tabs; their names may stand in ``items``."""

    names = ("tabs",)
    parameters: ClassVar[tuple[Parameter, ...]] = (
        Parameter("items", "Names of the tabs, with commas between them."),
        Parameter("defaultIndex", "The tab that is open at first, from 0.", default=0),
    )
    example = (
        '{{< tabs items="A,B" >}}{{< tab >}}*a*{{< /tab >}}{{< tab >}}b{{< /tab >}}{{< /tabs >}}'
    )

    def group(self) -> str:
        """Tabs with the same names are switched together."""
        return self.params.text("items", default="tab")


class Tab(OneTab):
    """One tab."""

    names = ("tab",)
    parameters: ClassVar[tuple[Parameter, ...]] = (
        Parameter("name", "What stands on the tab, if the set does not say it."),
        Parameter("selected", "Whether it is open at first.", default=False),
        Parameter("icon", "Name of an icon before the name; passed over."),
    )
    example = '{{< tab name="Linux" >}}Use the *shell*.{{< /tab >}}'

    def label(self) -> str:
        """Return the name: its own, or that of its place in the set's ``items``."""
        own = self.params.text("name", 0)
        tabs = self.context.parent
        items = tabs.params.text("items").split(",") if isinstance(tabs, TabSet) else []
        place = self.call.ordinal
        if own or place >= len(items) or not items[place].strip():
            return own or super().label()
        return items[place].strip()

    def selected(self) -> bool:
        """Tell whether it is open at first."""
        tabs = self.context.parent
        if tabs is not None and tabs.params.get("defaultIndex") is not None:
            return tabs.params.number("defaultIndex") == self.call.ordinal
        return super().selected()


class Details(Expander):
    """A collapsible block, open unless ``closed`` is set."""

    names = ("details",)
    parameters: ClassVar[tuple[Parameter, ...]] = (
        Parameter("title", "What is always shown, Markdown.", default="Details"),
        Parameter("closed", "Whether it is closed at first.", default=False),
    )
    example = '{{% details title="More" closed="true" %}}Some *text*.{{% /details %}}'

    def is_open(self) -> bool:
        """Tell whether it is open at first."""
        return not self.params.flag("closed")


class Steps(StepList):
    """Numbered steps: each heading begins one."""

    names = ("steps",)
    example = "{{% steps %}}\n### First\n\nThis.\n\n### Then\n\nThat.\n{{% /steps %}}"


class TreeContainer(FileTree):
    """A tree of files and folders."""

    names = ("filetree/container",)
    example = (
        '{{< filetree/container >}}{{< filetree/file name="a.md" >}}{{< /filetree/container >}}'
    )


class Folder(TreeFolder):
    """A folder of a file tree, with what is in it."""

    names = ("filetree/folder",)
    example = (
        '{{< filetree/folder name="docs" >}}{{< filetree/file "a.md" >}}{{< /filetree/folder >}}'
    )


class File(TreeFile):
    """A file of a file tree."""

    names = ("filetree/file",)
    example = '{{< filetree/file name="a.md" >}}'


class Icon(AnyIcon):
    """An icon by name."""

    names = ("icon",)
    parameters: ClassVar[tuple[Parameter, ...]] = (
        Parameter("name", "Name of the icon.", 0),
        Parameter("attributes", "Attributes of the picture; passed over."),
    )
    example = '{{< icon "github" >}}'


class Badge(AnyBadge):
    """A coloured label."""

    names = ("badge", "hextra/badge")
    parameters: ClassVar[tuple[Parameter, ...]] = (
        Parameter("content", "The text, Markdown.", 0),
        Parameter("color", "A colour: `blue`, `green`, `amber`..."),
        Parameter("type", "A kind in place of a colour: `info`, `warning`..."),
        Parameter("icon", "Name of an icon before the text."),
        Parameter("link", "A page as `relref` takes it, or a URL."),
        Parameter("border", "Whether it has a border; passed over.", default=True),
        Parameter("class", "Passed over."),
    )
    example = '{{< badge content="new" color="green" >}}'


class Jupyter(Notebook):
    """A Jupyter notebook, cell by cell: its text, its code, and what the code printed."""

    names = ("jupyter",)
    parameters: ClassVar[tuple[Parameter, ...]] = (
        Parameter(
            "file", "The notebook: beside the page, or a file of the site.", 0, required=True
        ),
        Parameter("allowUnsafe", "Passed over.", default=False),
    )
    example = '{{% jupyter "example.ipynb" %}}'


class Recording(Shortcode):
    """A terminal recording, as a link to it: the player needs scripts of other sites."""

    names = ("asciinema",)
    any_parameter = True
    parameters: ClassVar[tuple[Parameter, ...]] = (
        Parameter("file", "The recording: a file of the site or a URL.", 0, required=True),
        Parameter("title", "Words for the link.", default="Terminal recording"),
    )
    example = '{{< asciinema file="demo.cast" >}}'

    def to_nodes(self) -> list[nodes.Node]:
        """Return a link."""
        source = self.params.text("file", "key", "src", 0)
        if not source:
            return []
        words = self.params.text("title", default="Terminal recording")
        return self.flow([self.context.reference(source, [nodes.Text(words)])])


class Pdf(Frame):
    """A PDF file, in a frame if it is on the web; a link where there are no frames."""

    names = ("pdf",)
    example = '{{< pdf "https://example.org/a.pdf" >}}'


class Include(AnyInclude):
    """The Markdown of another page of the site."""

    names = ("include",)
    parameters: ClassVar[tuple[Parameter, ...]] = (
        Parameter("page", "The page, by its path below the content folder.", 0, required=True),
    )
    example = '{{% include "/docs/part" %}}'


class Term(Shortcode):
    """A term of the glossary, as its words."""

    names = ("term",)
    any_parameter = True
    parameters: ClassVar[tuple[Parameter, ...]] = (
        Parameter("term", "The term.", 0, required=True),
    )
    example = '{{< term "SEO" >}}'

    def to_nodes(self) -> list[nodes.Node]:
        """Return the term."""
        return self.flow([nodes.Text(self.to_text())])

    def to_text(self) -> str:
        """Return the term."""
        return self.params.text("term", "entry", 0)


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
    )
    example = "{{< hextra/hero-container >}}Some *text*{{< /hextra/hero-container >}}"

    def to_nodes(self) -> list[nodes.Node]:
        """Return a container for the style sheet."""
        found = super().to_nodes()
        if source := self.params.text("image"):
            alt = self.params.text("imageTitle")
            found += [nodes.paragraph("", "", self.context.image(source, alt=alt))]
        return found


class HeroBadge(Shortcode):
    """A label above the headline of a landing page."""

    names = ("hextra/hero-badge",)
    inner_use = InnerUse.OPTIONAL
    any_parameter = True
    parameters: ClassVar[tuple[Parameter, ...]] = (
        Parameter("link", "A page as `relref` takes it, or a URL."),
    )
    example = '{{< hextra/hero-badge link="/blog" >}}News{{< /hextra/hero-badge >}}'

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
        '{{< hextra/feature-grid >}}{{< hextra/feature-card title="A" >}}'
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
    Badge,
    Callout,
    Card,
    Cards,
    Details,
    FeatureCard,
    FeatureGrid,
    File,
    Folder,
    HeroBadge,
    HeroButton,
    HeroContainer,
    HeroHeadline,
    HeroSubtitle,
    Icon,
    Include,
    Jupyter,
    Pdf,
    Recording,
    Steps,
    Tab,
    Tabs,
    Term,
    TreeContainer,
)
