"""What Relearn has for running text: notices, tabs, code, labels."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, ClassVar

from docutils import nodes

from sphinx_hugo.nodes.code import code_block, read_options
from sphinx_hugo.nodes.icons import with_icon
from sphinx_hugo.nodes.notices import kind_of
from sphinx_hugo.shortcodes.base import InnerUse, Parameter, Shortcode
from sphinx_hugo.shortcodes.families.cards import CardGrid, OneCard
from sphinx_hugo.shortcodes.families.diagrams import Diagram, Formula
from sphinx_hugo.shortcodes.families.expanders import Expander
from sphinx_hugo.shortcodes.families.labels import Badge as AnyBadge
from sphinx_hugo.shortcodes.families.labels import Icon as AnyIcon
from sphinx_hugo.shortcodes.families.links import Button as AnyButton
from sphinx_hugo.shortcodes.families.notices import Notice as AnyNotice
from sphinx_hugo.shortcodes.families.tabs import OneTab, TabSet
from sphinx_hugo.shortcodes.families.trees import ListTree


class Notice(AnyNotice):
    """A notice; its first word says what kind it is."""

    names = ("notice",)
    parameters: ClassVar[tuple[Parameter, ...]] = (
        Parameter("style", "`note`, `tip`, `info`, `warning`, `caution` or a colour.", 0),
        Parameter("title", "Title, Markdown; by default the name of the kind.", 1),
        Parameter("icon", "Name of an icon; passed over, the kind has its own.", 2),
        Parameter("color", "A CSS colour; passed over."),
        Parameter("expanded", "Whether it is open at first; with it, readers can fold it."),
        Parameter("groupid", "Of the notices with one name that fold, only one is open."),
    )
    example = '{{% notice tip "Did you know?" %}}It is *open*.{{% /notice %}}'

    kind_keys = ("style", "type", 0)
    fold_keys = ("expanded",)

    def kind(self) -> str:
        """Return the kind: of one of the theme's styles, or of one that the site has made of it."""
        style = self._own_style()
        return (kind_of(str(style.get("style", ""))) if style else "") or super().kind()

    def title(self) -> list[nodes.Node]:
        """Return the title, which a style of the site may bring."""
        own = str(self._own_style().get("title", "")).strip()
        return super().title() or (self.context.render_inline(own) if own else [])

    def _own_style(self) -> Mapping[str, Any]:
        wanted = self.params.text(*self.kind_keys).lower()
        styles = self.context.site.config.params.get("boxstyle")
        for style in styles if isinstance(styles, list) else ():
            if isinstance(style, Mapping) and str(style.get("identifier", "")).lower() == wanted:
                return style
        return {}


class Callout(Notice):
    """A notice; the newer name of ``notice``."""

    names = ("callout",)
    example = '{{% callout style="warning" expanded="false" %}}Mind the *gap*.{{% /callout %}}'


class Button(AnyButton):
    """A link that looks like a button."""

    names = ("button",)
    parameters: ClassVar[tuple[Parameter, ...]] = (
        Parameter("href", "A page as `relref` takes it, or a URL.", 0),
        Parameter("style", "`primary`, `green`, `warning`...", default="primary"),
        Parameter("icon", "Name of an icon before the label."),
        Parameter("iconposition", "`right` puts the icon behind the label.", default="left"),
        Parameter("hint", "Words for a button without a label."),
        Parameter("borderless", "Passed over.", default=False),
        Parameter("color", "A CSS colour; passed over."),
        Parameter("target", "Window for the link; passed over."),
        Parameter("type", "Kind of button; passed over."),
    )
    example = '{{% button href="https://example.org/" icon="download" %}}Get it{{% /button %}}'
    style_keys = ("style",)
    label_keys = ("hint", *AnyButton.label_keys)


class Expand(Expander):
    """A collapsible block; its title comes first."""

    names = ("expand",)
    parameters: ClassVar[tuple[Parameter, ...]] = (
        Parameter("title", "What is always shown, Markdown.", 0, default="Expand me..."),
        Parameter("expanded", "Whether it is open at first.", 1, default=False),
        Parameter("open", "The older name for it.", default=False),
        Parameter("groupid", "Of the blocks with one name, only one is open at a time."),
    )
    example = '{{% expand title="More" %}}Some *text*.{{% /expand %}}'
    default_title = "Expand me..."


class Details(Expander):
    """A collapsible block."""

    names = ("details",)
    parameters: ClassVar[tuple[Parameter, ...]] = (
        Parameter("summary", "What is always shown, Markdown."),
        Parameter("title", "The same.", 0),
        Parameter("open", "Whether it is open at first.", default=False),
        Parameter("groupid", "Of the blocks with one name, only one is open at a time."),
    )
    example = '{{< details summary="More" >}}Some *text*.{{< /details >}}'
    title_keys = ("summary", "title", 0)


class Badge(AnyBadge):
    """A coloured label, with a title before the text."""

    names = ("badge",)
    parameters: ClassVar[tuple[Parameter, ...]] = (
        Parameter("style", "`primary`, `warning`, `green`... for its colour."),
        Parameter("title", "Words before the text."),
        Parameter("icon", "Name of an icon before the text."),
        Parameter("color", "A CSS colour; passed over."),
    )
    example = '{{% badge style="green" title="Version" %}}6.6.6{{% /badge %}}'
    color_keys = ("style",)

    def to_nodes(self) -> list[nodes.Node]:
        """Return the badge, behind its title."""
        title = self.params.text("title")
        found = super().to_nodes()
        if not (title and self.context.inner()):
            return found
        words = [*self.context.render_inline(title), nodes.Text(" ")]
        if self.context.inline:
            return [*words, *found]
        return self.flow([*words, *found[0].children])


class Icon(AnyIcon):
    """An icon by name."""

    names = ("icon",)
    example = "{{% icon star %}}"


class Math(Formula):
    """A formula in TeX."""

    names = ("math", "katex")
    parameters: ClassVar[tuple[Parameter, ...]] = (
        *Formula.parameters,
        Parameter("align", "Where it stands; passed over."),
    )
    example = "{{< math >}}x^2{{< /math >}}"


class Mermaid(Diagram):
    """A Mermaid diagram, drawn if ``sphinxcontrib.mermaid`` is loaded, else shown as text."""

    names = ("mermaid",)
    example = "{{< mermaid >}}\ngraph LR\n  A --> B\n{{< /mermaid >}}"


class Tabs(TabSet):
    """Tabs; sets with the same ``groupid`` are switched together."""

    names = ("tabs",)
    parameters: ClassVar[tuple[Parameter, ...]] = (
        Parameter("groupid", "Name under which tabs are switched together."),
        Parameter("title", "A title before the tabs; shown above them."),
        Parameter("icon", "Name of an icon before the title."),
        Parameter("style", "Passed over."),
        Parameter("color", "Passed over."),
    )
    example = (
        '{{< tabs groupid="os" title="Your system:" >}}\n'
        '{{% tab title="Linux" icon="terminal" %}}Use the *shell*.{{% /tab %}}\n'
        '{{% tab title="Windows" %}}Use a **window**.{{% /tab %}}\n'
        "{{< /tabs >}}"
    )

    def to_nodes(self) -> list[nodes.Node]:
        """Return title, stray text and set."""
        found = super().to_nodes()
        if title := self.params.text("title"):
            words = with_icon(self.params.text("icon"), self.context.render_inline(title))
            found.insert(0, nodes.paragraph("", "", *words))
        return found


class Tab(OneTab):
    """One tab."""

    names = ("tab",)
    parameters: ClassVar[tuple[Parameter, ...]] = (
        Parameter("title", "What stands on the tab, Markdown.", 0),
        Parameter("name", "The same, by its older name."),
        Parameter("icon", "Name of an icon before the title."),
        Parameter("style", "Passed over."),
        Parameter("color", "Passed over."),
    )
    example = '{{% tab title="Linux" %}}Use the *shell*.{{% /tab %}}'

    def sync(self) -> str:
        """Return the key, if the set has a group."""
        tabs = self.context.parent
        if tabs is None or not tabs.params.text("groupid"):
            return ""
        return nodes.make_id(self.label())


class Highlight(Shortcode):
    """Code in a language."""

    names = ("highlight",)
    inner_use = InnerUse.REQUIRED
    any_parameter = True
    parameters: ClassVar[tuple[Parameter, ...]] = (
        Parameter("type", "The language.", 0),
        Parameter("title", "A title above the code."),
        Parameter("lineNos", "Whether lines have numbers.", default=False),
        Parameter("lineNoStart", "Number of the first line.", default=1),
        Parameter("hl_lines", "Lines to mark, such as `2 4-6`."),
        Parameter("wrap", "Passed over: long lines scroll."),
        Parameter("options", "Options with commas between them, as Hugo's own `highlight` has.", 1),
    )
    example = '{{< highlight lineNos="true" type="py" title="a.py" >}}\nx = 1\n{{< /highlight >}}'

    def to_nodes(self) -> list[nodes.Node]:
        """Return a literal block, below its title."""
        options = read_options(self.params.text("options", 1))
        options |= {name.lower(): self.params.text(name) for name in self.params.named}
        block = code_block(self.to_text(), self.params.text("type", "lang", 0), options)
        if title := options.get("title", ""):
            return [nodes.paragraph("", "", *self.context.render_inline(title)), block]
        return [block]


class Cards(CardGrid):
    """Cards in columns."""

    names = ("cards",)
    example = (
        "{{% cards %}}\n"
        '{{% card title="Models" icon="rocket" %}}All of *them*.{{% /card %}}\n'
        '{{% card title="Data" href="/docs" %}}Where from.{{% /card %}}\n'
        "{{% /cards %}}"
    )


class Card(OneCard):
    """A card: title, text, picture and link."""

    names = ("card",)
    parameters: ClassVar[tuple[Parameter, ...]] = (
        Parameter("title", "Title, Markdown.", 0),
        Parameter("href", "A page as `relref` takes it, or a URL."),
        Parameter("image", "A picture above the title."),
        Parameter("icon", "Name of an icon."),
        Parameter("template", "Passed over."),
        Parameter("params", "For the template; passed over."),
    )
    example = '{{% card title="A" href="/docs" %}}Some *text*.{{% /card %}}'
    title_keys = ("title", 0)


class Tree(ListTree):
    """A tree of files and folders: a list, or what a command such as ``tree`` printed.

    Icons and colours behind bars are left out. Without inner content, as in the older theme, it is
    the pages below this one.
    """

    names = ("tree",)
    example = (
        "{{< tree >}}\n"
        "- docs | folder\n"
        "  - intro.md | file\n"
        "  - guide | folder | blue\n"
        "    - install.md | file\n"
        "{{< /tree >}}"
    )
    noise = re.compile(r"[ \t]+\|[ \t].*$", re.M)


SHORTCODES: tuple[type[Shortcode], ...] = (
    Badge,
    Button,
    Callout,
    Card,
    Cards,
    Details,
    Expand,
    Highlight,
    Icon,
    Math,
    Mermaid,
    Notice,
    Tab,
    Tabs,
    Tree,
)
