"""Blocks by the names that sites give them: tabs, cards, columns, steps, expanders."""

from __future__ import annotations

import tomllib
from typing import Any, ClassVar

from docutils import nodes

from sphinx_hugo.nodes.code import code_block
from sphinx_hugo.nodes.components import badge, card, columns_for, grid, stretch
from sphinx_hugo.shortcodes.base import InnerUse, Parameter, Shortcode
from sphinx_hugo.shortcodes.families.cards import CardGrid, OneCard
from sphinx_hugo.shortcodes.families.columns import Column as AnyColumn
from sphinx_hugo.shortcodes.families.columns import Columns as AnyColumns
from sphinx_hugo.shortcodes.families.diagrams import Diagram
from sphinx_hugo.shortcodes.families.diagrams import Formula as AnyFormula
from sphinx_hugo.shortcodes.families.expanders import Expander
from sphinx_hugo.shortcodes.families.files import without_front_matter
from sphinx_hugo.shortcodes.families.steps import OneStep, StepList
from sphinx_hugo.shortcodes.families.tabs import OneTab, TabSet
from sphinx_hugo.shortcodes.families.trees import FileTree as AnyTree
from sphinx_hugo.shortcodes.packs.common.rawhtml import RawHtml


class Expand(Expander):
    """A collapsible block with a title."""

    names = (
        "expand", "collapse", "collapsible", "spoiler", "toggle", "dropdown", "accordion-item",
        "expandable", "fold", "folding", "hidden", "detail", "expander", "collapsed",
        "accordionitem", "faq-item", "toggleblock", "details-box", "answer", "solution", "showmore",
        "read-more", "collapse-item", "details-block", "reveal",
    )  # fmt: skip
    any_parameter = True
    example = '{{< expand "More" >}}Some *text*.{{< /expand >}}'


class Group(Shortcode):
    """A group of other blocks, or text in a box of its own; it adds nothing."""

    names = (
        "accordion", "expandables", "tiles", "div", "row", "wrapper", "center", "container", "flex",
        "left", "right", "align", "section-block", "article", "half", "third", "multi_block",
        "centered_block", "content_panel", "feature_block", "accordion-list", "faqs", "stats",
        "timeline", "marquee", "ltr", "rtl", "box-content", "panels", "panel-group", "columnlist",
        "docs/reference", "docs/ignore", "keywordlist", "if", "only", "scroll", "indent",
        "expand-wrapper", "code-tabs-wrapper", "code-tab-content", "code-callout", "flex-content",
        "code-placeholders", "hide-in", "show-in", "boxed", "markdown", "md", "markdownify", "split",
        "jumbotron", "checklist", "caption", "ifdef", "unless", "only-in",
    )  # fmt: skip
    inner_use = InnerUse.OPTIONAL
    any_parameter = True
    example = (
        "{{< accordion >}}\n"
        '{{< accordion-item "What is it?" >}}An *anvil*.{{< /accordion-item >}}\n'
        '{{< accordion-item "Is it heavy?" >}}**Yes.**{{< /accordion-item >}}\n'
        "{{< /accordion >}}"
    )
    gives_way = True

    def to_nodes(self) -> list[nodes.Node]:
        """Return what stands inside."""
        return self.parts()

    def to_markdown(self) -> str:
        """Return what stands inside, so that its headings and references belong to the page."""
        span = self.call.inner_span
        return "" if span is None else self.call.source[span[0] : span[1]]


class Titled(Shortcode):
    """A part of a group, with a title: an entry of a timeline, a number with its meaning."""

    names = ("timelineitem", "timeline-item", "timeline-entry", "feature", "stat")
    inner_use = InnerUse.OPTIONAL
    any_parameter = True
    parameters: ClassVar[tuple[Parameter, ...]] = (
        Parameter("header", "Title, Markdown; also as `title`.", 0),
        Parameter("badge", "A word beside the title; also as `date`."),
        Parameter("subheader", "A line below the title, Markdown; also as `subtitle`."),
    )
    example = '{{< timelineitem header="Start" badge="2022" >}}All *began*.{{< /timelineitem >}}'
    gives_way = True

    def to_nodes(self) -> list[nodes.Node]:
        """Return title, line and text."""
        found: list[nodes.Node] = []
        words: list[nodes.Node] = []
        if title := self.params.text("header", "title", "value", "name", 0):
            words.append(nodes.strong("", "", *self.context.render_inline(title)))
        if word := self.params.text("badge", "date", "time", "year"):
            words += [*([nodes.Text(" ")] if words else []), badge([nodes.Text(word)])]
        if words:
            found.append(nodes.paragraph("", "", *words))
        if line := self.params.text("subheader", "subtitle", "label", "description", "text"):
            found.append(nodes.paragraph("", "", *self.context.render_inline(line)))
        return [*found, *self.body()]


class Lead(Shortcode):
    """The first sentence of a page, larger."""

    names = ("lead", "intro", "abstract-text", "deck", "blocks/intro")
    inner_use = InnerUse.OPTIONAL
    any_parameter = True
    parameters: ClassVar[tuple[Parameter, ...]] = (
        Parameter("text", "The sentence, if there is no inner content.", 0),
    )
    example = "{{< lead >}}What it *is*.{{< /lead >}}"
    gives_way = True

    def to_nodes(self) -> list[nodes.Node]:
        """Return a container for the style sheet."""
        blocks = self.body()
        if not blocks and (text := self.params.text("text", 0)):
            blocks = [nodes.paragraph("", "", *self.context.render_inline(text))]
        return [nodes.container("", *blocks, classes=["hugo-lead"])] if blocks else []


class Tabs(TabSet):
    """Tabs."""

    names = (
        "tabs", "tabpane", "tabbed", "tab-set", "codetabs", "code-tabs", "tabs-wrapper", "tabgroup",
        "multi-code", "codegroup", "tabset", "tab-group", "tabbed-content", "ot-tabs",
        "code-group", "language-tabs", "lang-tabs", "os-tabs", "platform-tabs", "tabbed-code",
        "multicode",
    )  # fmt: skip
    example = (
        "{{< tabs >}}\n"
        '{{< tab "Linux" >}}Use the *shell*.{{< /tab >}}\n'
        '{{< tab name="Code" lang="py" >}}print("hello"){{< /tab >}}\n'
        "{{< /tabs >}}"
    )


class Tab(OneTab):
    """One tab; where a language is given, its inner content is code."""

    names = (
        "tab", "codetab", "code-tab", "tabitem", "tab-item", "tab-content", "tabbed-item", "ot-tab",
    )  # fmt: skip
    parameters: ClassVar[tuple[Parameter, ...]] = (
        Parameter("name", "What stands on the tab, Markdown.", 0),
        Parameter("lang", "Language, if the inner content is code."),
        Parameter("include", "A file of the site that is shown if there is no inner content."),
    )
    example = '{{< tab name="Linux" >}}Use the *shell*.{{< /tab >}}'
    language_keys = ("lang", "language", "codelang")

    def label(self) -> str:
        """Return what stands on the tab; a language is better than a number."""
        named = self.params.text(*self.label_keys) or self.params.text(*self.language_keys)
        return named or super().label()

    def content(self) -> list[nodes.Node]:
        """Return the body; for a call without one, the file that it names."""
        inner = self.context.inner()
        file = self.params.text("include")
        if not file or (inner is not None and inner.text.strip()):
            return super().content()
        text = self.context.read_text(file)
        if text is None:
            return []
        if language := self.params.text(*self.language_keys):
            return [code_block(text, language)]
        return self.context.render(self.context.markup(without_front_matter(text)), self)


class Cards(CardGrid):
    """Cards in columns."""

    names = (
        "cards", "cardpane", "card-grid", "card-deck", "cardgrid", "card-group", "link-cards",
        "feature-grid", "card-list",
    )  # fmt: skip
    example = (
        '{{< card-grid columns="2" >}}\n'
        '{{< card title="Models" link="/docs" >}}All of *them*.{{< /card >}}\n'
        '{{< card title="Data" link="/docs/about" >}}Where from.{{< /card >}}\n'
        "{{< /card-grid >}}"
    )


class Card(OneCard):
    """A card: title, link, icon, picture and text, each of which may be absent."""

    names = ("card", "link-card", "linkcard", "tile", "card-link", "feature-card")
    example = '{{< card title="A" link="/docs" >}}Some *text*.{{< /card >}}'


class Grid(CardGrid):
    """A grid: of cards, of columns, or of what a TOML list ``[[item]]`` says."""

    names = ("grid",)
    example = (
        '{{< grid columns="1 2 2 3" >}}\n'
        '{{< card title="One" >}}First.{{< /card >}}\n'
        '{{< card title="Two" >}}Then *this*.{{< /card >}}\n'
        '{{< card title="Three" >}}Last.{{< /card >}}\n'
        "{{< /grid >}}"
    )

    def to_nodes(self) -> list[nodes.Node]:
        """Return the grid."""
        items = self._items()
        if items is None:
            return super().to_nodes()
        words = self.params.text("columns", "cols", 0).split()
        sizes = [min(max(int(word[:9]), 1), 12) for word in words if word.isdecimal()]
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

    names = ("columns", "cols", "multicol", "multi-column", "two-columns", "two-col", "columns-2")
    example = (
        "{{< columns >}}\n"
        "{{< column >}}On the *left*.{{< /column >}}\n"
        "{{< column >}}On the **right**.{{< /column >}}\n"
        "{{< /columns >}}"
    )


class Column(AnyColumn):
    """One column."""

    names = ("column", "col")
    example = "{{< column >}}*a*{{< /column >}}"


class Steps(StepList):
    """Numbered steps: each heading begins one, or each item of a list."""

    names = ("steps", "stepper", "procedure", "guide-steps")
    example = "{{< steps >}}\n1. First\n2. Then\n{{< /steps >}}"


class Step(OneStep):
    """One step of several."""

    names = ("step", "list-step")
    example = (
        "{{< steps >}}\n"
        '{{< step "Lift" >}}Use both *hands*.{{< /step >}}\n'
        '{{< step "Drop" >}}Mind your feet.{{< /step >}}\n'
        "{{< /steps >}}"
    )


class Tree(AnyTree):
    """A tree of files and folders."""

    names = ("filetree", "file-tree", "tree-view")
    example = (
        "{{< filetree >}}\n"
        "- docs\n"
        "  - intro.md\n"
        "  - guide\n"
        "    - install.md\n"
        "- hugo.toml\n"
        "{{< /filetree >}}"
    )

    def to_nodes(self) -> list[nodes.Node]:
        """Return the tree: of nested calls, or the list that stands inside."""
        found = super().to_nodes()
        for block in found:
            if isinstance(block, nodes.bullet_list) and "hugo-filetree" not in block["classes"]:
                block["classes"].append("hugo-filetree")
        return found


class Mermaid(Diagram):
    """A Mermaid diagram, drawn if ``sphinxcontrib.mermaid`` is loaded, else shown as text."""

    names = ("mermaid", "mermaid-diagram")
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


class Drawing(Diagram):
    """A diagram or chart in a language of its own: drawn if an extension is loaded, else as text."""

    names = (
        "chart", "chartjs", "echarts", "goat", "kroki", "ditaa", "d2", "wavedrom", "svgbob",
        "nomnoml", "vega", "vega-lite", "flowchart", "sequence-diagram", "sequencediagram", "gantt",
        "ascii", "asciiart", "typograms", "markmap", "drawio-text",
    )  # fmt: skip
    example = "{{< chart >}}\ntype: bar\n{{< /chart >}}"
    gives_way = True
    language = "text"


class Formula(AnyFormula):
    """A formula in TeX."""

    names = (
        "math",
        "katex",
        "latex",
        "mathjax",
        "tex",
        "eq",
        "equation",
        "math-block",
        "imath",
        "math-inline",
    )
    example = "{{< math >}}x^2{{< /math >}}"


SHORTCODES: tuple[type[Shortcode], ...] = (
    Card,
    Cards,
    Column,
    Columns,
    Drawing,
    Expand,
    Formula,
    Graphviz,
    Grid,
    Group,
    Lead,
    Mermaid,
    PlantUml,
    RawHtml,
    Step,
    Steps,
    Tab,
    Tabs,
    Titled,
    Tree,
)
