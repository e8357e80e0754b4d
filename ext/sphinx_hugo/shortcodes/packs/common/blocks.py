"""Blocks by the names that sites give them: tabs, cards, columns, steps, expanders."""

from __future__ import annotations

import tomllib
from typing import Any, ClassVar

from docutils import nodes

from sphinx_hugo.shortcodes.base import InnerUse, Parameter, Shortcode
from sphinx_hugo.shortcodes.components import card, columns_for, grid, stretch
from sphinx_hugo.shortcodes.families.cards import CardGrid, OneCard
from sphinx_hugo.shortcodes.families.columns import Column as AnyColumn
from sphinx_hugo.shortcodes.families.columns import Columns as AnyColumns
from sphinx_hugo.shortcodes.families.diagrams import Diagram
from sphinx_hugo.shortcodes.families.diagrams import Formula as AnyFormula
from sphinx_hugo.shortcodes.families.expanders import Expander
from sphinx_hugo.shortcodes.families.steps import StepList
from sphinx_hugo.shortcodes.families.tabs import OneTab, TabSet
from sphinx_hugo.shortcodes.families.trees import FileTree as AnyTree


class Expand(Expander):
    """A collapsible block with a title."""

    names = (
        "expand", "collapse", "collapsible", "spoiler", "toggle", "dropdown", "accordion-item",
        "expandable", "fold", "folding", "hidden", "detail", "expander", "collapsed",
    )  # fmt: skip
    any_parameter = True
    example = '{{< expand "More" >}}Some *text*.{{< /expand >}}'


class Group(Shortcode):
    """A group of other blocks; it adds nothing of its own."""

    names = ("accordion", "expandables", "tiles", "div", "row", "wrapper", "center")
    inner_use = InnerUse.OPTIONAL
    any_parameter = True
    example = (
        '{{< accordion >}}{{< accordion-item "A" >}}a{{< /accordion-item >}}{{< /accordion >}}'
    )

    def to_nodes(self) -> list[nodes.Node]:
        """Return what stands inside."""
        return self.parts()


class Tabs(TabSet):
    """Tabs."""

    names = (
        "tabs", "tabpane", "tabbed", "tab-set", "codetabs", "code-tabs", "tabs-wrapper", "tabgroup",
        "multi-code", "codegroup", "tabset",
    )  # fmt: skip
    example = '{{< tabs >}}{{< tab "Linux" >}}*a*{{< /tab >}}{{< /tabs >}}'


class Tab(OneTab):
    """One tab; where a language is given, its inner content is code."""

    names = ("tab", "codetab", "code-tab", "tabitem", "tab-item", "tab-content")
    parameters: ClassVar[tuple[Parameter, ...]] = (
        Parameter("name", "What stands on the tab, Markdown.", 0),
        Parameter("lang", "Language, if the inner content is code."),
    )
    example = '{{< tab name="Linux" >}}Use the *shell*.{{< /tab >}}'
    language_keys = ("lang", "language", "codelang")

    def label(self) -> str:
        """Return what stands on the tab; a language is better than a number."""
        named = self.params.text(*self.label_keys) or self.params.text(*self.language_keys)
        return named or super().label()


class Cards(CardGrid):
    """Cards in columns."""

    names = ("cards", "cardpane", "card-grid", "card-deck", "cardgrid", "card-group", "link-cards")
    example = '{{< card-grid >}}{{< card title="A" link="/docs" >}}a{{< /card >}}{{< /card-grid >}}'


class Card(OneCard):
    """A card: title, link, icon, picture and text, each of which may be absent."""

    names = ("card", "link-card", "linkcard", "tile", "card-link")
    example = '{{< card title="A" link="/docs" >}}Some *text*.{{< /card >}}'


class Grid(CardGrid):
    """A grid: of cards, of columns, or of what a TOML list ``[[item]]`` says."""

    names = ("grid",)
    example = '{{< grid columns="1 2 2 3" >}}{{< card title="A" >}}a{{< /card >}}{{< /grid >}}'

    def to_nodes(self) -> list[nodes.Node]:
        """Return the grid."""
        items = self._items()
        if items is None:
            return super().to_nodes()
        words = self.params.text("columns", "cols", 0).split()
        sizes = [min(max(int(word), 1), 12) for word in words if word.isdecimal()]
        columns = tuple(sizes) if len(sizes) == 4 else columns_for(sizes[-1] if sizes else 3)
        return [grid([self._card(item) for item in items], columns)]

    def _items(self) -> list[dict[str, Any]] | None:
        inner = self.context.inner()
        if inner is None or "[[item]]" not in inner.text:
            return None
        try:
            items = tomllib.loads(self.context.plain_text(inner)).get("item")
        except tomllib.TOMLDecodeError:
            return None
        return [item for item in items if isinstance(item, dict)] if items else None

    def _card(self, item: dict[str, Any]) -> nodes.Node:
        target, text = str(item.get("link") or ""), str(item.get("title") or "")
        title: list[nodes.Node] = [nodes.Text(target)]
        if text:
            title = self.context.render_inline(text)
        if target:
            title = [stretch(self.context.reference(target, title))]
        body = self.context.render(self.context.markup(str(item.get("body") or "")), self)
        return card(title=title, body=body)


class Columns(AnyColumns):
    """Text in columns."""

    names = ("columns", "cols", "multicol", "multi-column", "two-columns")
    example = "{{< columns >}}{{< column >}}*a*{{< /column >}}{{< /columns >}}"


class Column(AnyColumn):
    """One column."""

    names = ("column", "col")
    example = "{{< column >}}*a*{{< /column >}}"


class Steps(StepList):
    """Numbered steps: each heading begins one, or each item of a list."""

    names = ("steps", "stepper", "procedure")
    example = "{{< steps >}}\n1. First\n2. Then\n{{< /steps >}}"


class Tree(AnyTree):
    """A tree of files and folders."""

    names = ("filetree", "file-tree", "tree-view")
    example = "{{< filetree >}}\n- docs\n  - a.md\n{{< /filetree >}}"

    def to_nodes(self) -> list[nodes.Node]:
        """Return the tree: of nested calls, or the list that stands inside."""
        found = super().to_nodes()
        for block in found:
            if isinstance(block, nodes.bullet_list) and "hugo-filetree" not in block["classes"]:
                block["classes"].append("hugo-filetree")
        return found


class Mermaid(Diagram):
    """A Mermaid diagram, drawn if ``sphinxcontrib.mermaid`` is loaded, else shown as text."""

    names = ("mermaid",)
    example = "{{< mermaid >}}\ngraph LR\n  A --> B\n{{< /mermaid >}}"


class Graphviz(Diagram):
    """A Graphviz diagram, drawn if ``sphinx.ext.graphviz`` is loaded, else shown as text."""

    names = ("graphviz", "dot", "viz")
    example = "{{< graphviz >}}\ndigraph { a -> b }\n{{< /graphviz >}}"
    language = "graphviz"


class PlantUml(Diagram):
    """A PlantUML diagram, drawn if ``sphinxcontrib.plantuml`` is loaded, else shown as text."""

    names = ("plantuml", "puml")
    example = "{{< plantuml >}}\na -> b\n{{< /plantuml >}}"
    language = "uml"


class Formula(AnyFormula):
    """A formula in TeX."""

    names = ("math", "katex", "latex", "mathjax", "tex")
    example = "{{< math >}}x^2{{< /math >}}"


SHORTCODES: tuple[type[Shortcode], ...] = (
    Card,
    Cards,
    Column,
    Columns,
    Expand,
    Formula,
    Graphviz,
    Grid,
    Group,
    Mermaid,
    PlantUml,
    Steps,
    Tab,
    Tabs,
    Tree,
)
