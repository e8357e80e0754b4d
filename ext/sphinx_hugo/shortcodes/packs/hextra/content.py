"""What Hextra has for running text: notices, cards, tabs, labels."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from docutils import nodes

from sphinx_hugo.nodes.components import badge
from sphinx_hugo.nodes.icons import with_icon
from sphinx_hugo.nodes.words import words_of
from sphinx_hugo.shortcodes.base import Parameter, Shortcode
from sphinx_hugo.shortcodes.builtin.param import MISSING, look_up
from sphinx_hugo.shortcodes.families.cards import CardGrid, OneCard
from sphinx_hugo.shortcodes.families.expanders import Expander
from sphinx_hugo.shortcodes.families.labels import Badge as AnyBadge
from sphinx_hugo.shortcodes.families.labels import Icon as AnyIcon
from sphinx_hugo.shortcodes.families.links import color_of
from sphinx_hugo.shortcodes.families.notices import Notice
from sphinx_hugo.shortcodes.families.steps import StepList
from sphinx_hugo.shortcodes.families.tabs import OneTab, TabSet

if TYPE_CHECKING:
    from collections.abc import Mapping


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
    example = (
        '{{< callout type="warning" emoji="🔥" title="Mind" >}}\nIt is *hot*.\n{{< /callout >}}'
    )

    kind_keys = ("type",)
    title_keys = ("title",)
    icon_keys = ("emoji",)


class Cards(CardGrid):
    """Cards in columns."""

    names = ("cards",)
    parameters: ClassVar[tuple[Parameter, ...]] = (
        Parameter("cols", "Columns on a large screen.", default=3),
    )
    example = (
        '{{< cards cols="2" >}}\n'
        '  {{< card link="/docs" title="Docs" icon="book-open" subtitle="Read *them*." >}}\n'
        '  {{< card link="/docs/about" title="About" icon="user" tag="new" tagColor="green" >}}\n'
        "{{< /cards >}}"
    )


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
        Parameter("tagType", "Kind of that word, for its colour: `info`, `warning`..."),
        Parameter("tagColor", "Colour of that word: `green`, `blue`..."),
        Parameter("tagIcon", "Icon before that word."),
        Parameter("method", "What Hugo does to the picture; passed over."),
        Parameter("options", "How; passed over."),
        Parameter("process", "How; passed over."),
        Parameter("imageStyle", "CSS for the picture; passed over."),
        Parameter("alt", "Text for those who cannot see the picture."),
    )
    example = '{{< card link="/docs" title="Docs" icon="book-open" subtitle="Read *them*" >}}'

    def tag(self) -> list[nodes.Node]:
        """Return the word beside the title as a badge."""
        text = self.params.text("tag")
        if not text:
            return []
        words = with_icon(self.params.text("tagIcon"), self.context.render_inline(text))
        return [badge(words, color_of(self.params.text("tagColor", "tagType")))]


class Tabs(TabSet):
    """Tabs; their names may stand in ``items``."""

    names = ("tabs",)
    parameters: ClassVar[tuple[Parameter, ...]] = (
        Parameter("items", "Names of the tabs, with commas between them."),
        Parameter("defaultIndex", "The tab that is open at first, from 0.", default=0),
    )
    example = (
        "{{< tabs >}}\n"
        '  {{< tab name="Linux" >}}Use the *shell*.{{< /tab >}}\n'
        '  {{< tab name="Windows" selected=true >}}Use a **window**.{{< /tab >}}\n'
        "{{< /tabs >}}"
    )

    def group(self) -> str:
        """Tabs with the same names are switched together."""
        return self.params.text("items") or "-".join(tab.sync for tab in self.tabs)


class Tab(OneTab):
    """One tab."""

    names = ("tab",)
    parameters: ClassVar[tuple[Parameter, ...]] = (
        Parameter("name", "What stands on the tab, if the set does not say it."),
        Parameter("selected", "Whether it is open at first.", default=False),
        Parameter("icon", "Name of an icon before the name."),
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

    def sync(self) -> str:
        """Return the key, if the page or the site wants tabs to be switched together."""
        wanted = _synced(self.context.site.config.params, self.context.page.params)
        return nodes.make_id(self.label()) if wanted else ""

    def selected(self) -> bool:
        """Tell whether it is open at first."""
        tabs = self.context.parent
        if tabs is not None and tabs.params.get("defaultIndex") is not None:
            return tabs.params.number("defaultIndex") == self.call.ordinal
        return super().selected()


def _synced(site: Mapping[str, Any], page: Mapping[str, Any]) -> bool:
    """Tell whether tabs are switched together: as the page says, else as the site says."""
    found = look_up(page, "tabs.sync")
    if found is MISSING:
        found = look_up(site, "page.tabs.sync")
    return found is True


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


class Term(Shortcode):
    """A term of the glossary, with its meaning as ``data/LANGUAGE/termbase.yaml`` has it."""

    names = ("term",)
    any_parameter = True
    parameters: ClassVar[tuple[Parameter, ...]] = (
        Parameter("entry", "The term, or its abbreviation.", 0, required=True),
    )
    example = '{{< term "SEO" >}}'

    def to_nodes(self) -> list[nodes.Node]:
        """Return the term, as an abbreviation if its meaning is known."""
        text = self.to_text()
        meaning = self._meaning(text.strip().lower())
        if not meaning:
            return self.flow([nodes.Text(text)])
        plain = words_of(self.context.render_inline(meaning))
        return self.flow([nodes.abbreviation(text, text, explanation=plain)])

    def _meaning(self, term: str) -> str:
        language = self.context.site.config.language.key
        entries = self.context.data(f"{language}.termbase")
        for entry in entries if isinstance(entries, list) else ():
            if isinstance(entry, dict) and term in {
                str(entry.get(key, "")).strip().lower() for key in ("abbr", "term")
            }:
                return str(entry.get("definition") or "")
        return ""

    def to_text(self) -> str:
        """Return the term."""
        return self.params.text("term", "entry", 0)


SHORTCODES: tuple[type[Shortcode], ...] = (
    Badge,
    Callout,
    Card,
    Cards,
    Details,
    Icon,
    Steps,
    Tab,
    Tabs,
    Term,
)
