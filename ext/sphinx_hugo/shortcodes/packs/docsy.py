"""The shortcodes of the Docsy theme."""

from __future__ import annotations

import re
from typing import ClassVar

from docutils import nodes

from sphinx_hugo.hugo.problems import Kind
from sphinx_hugo.shortcodes.base import InnerUse, Parameter, Shortcode
from sphinx_hugo.shortcodes.builtin.param import MISSING, look_up, page_params, printed
from sphinx_hugo.shortcodes.code import code_block, read_options
from sphinx_hugo.shortcodes.components import (
    card,
    columns_for,
    grid,
    is_component,
)
from sphinx_hugo.shortcodes.families.cards import CardGrid, OneCard
from sphinx_hugo.shortcodes.families.files import Include
from sphinx_hugo.shortcodes.families.links import join_inline
from sphinx_hugo.shortcodes.families.media import Frame, figure
from sphinx_hugo.shortcodes.families.notices import Notice
from sphinx_hugo.shortcodes.families.tabs import OneTab, TabSet

_PLACEHOLDER = re.compile(r"\{(\d+)\}")


class Alert(Notice):
    """A notice; its colour says what kind it is."""

    names = ("alert",)
    parameters: ClassVar[tuple[Parameter, ...]] = (
        Parameter("title", "Title, Markdown; by default the name of the kind."),
        Parameter(
            "color", "`primary`, `info`, `success`, `warning` or `danger`.", default="primary"
        ),
    )
    example = '{{% alert title="Careful" color="warning" %}}It is *hot*.{{% /alert %}}'

    kind_keys = ("color",)
    title_keys = ("title",)


class PageInfo(Notice):
    """A notice about the page itself."""

    names = ("pageinfo",)
    parameters: ClassVar[tuple[Parameter, ...]] = (
        Parameter("color", "`primary`, `info`, `warning` or another colour.", default="primary"),
    )
    example = "{{% pageinfo %}}This page is a *draft*.{{% /pageinfo %}}"

    kind_keys = ("color",)
    title_keys = ("title",)


class TabPane(TabSet):
    """Tabs with code or, where ``text`` is set, with Markdown.

    Tabs with the same header are switched together on the whole site, unless ``persist`` is
    ``disabled``.
    """

    names = ("tabpane",)
    parameters: ClassVar[tuple[Parameter, ...]] = (
        Parameter("text", "Whether the tabs hold Markdown, and not code.", default=False),
        Parameter("lang", "Language of the code in the tabs."),
        Parameter("langEqualsHeader", "Whether the headers are the languages.", default=False),
        Parameter("highlight", "Options for the code, as `highlight` takes them."),
        Parameter("persist", "`header`, `lang` or `disabled`: what keeps tabs together."),
        Parameter("right", "Passed over: tabs begin at the left.", default=False),
    )
    example = '{{< tabpane lang="sh" >}}{{< tab "Linux" >}}ls{{< /tab >}}{{< /tabpane >}}'

    def group(self) -> str:
        """Return what keeps the tabs together."""
        return "lang" if self.params.text("persist") == "lang" else "tab"


class Tab(OneTab):
    """One tab; a disabled one is a label before the others."""

    names = ("tab",)
    parameters: ClassVar[tuple[Parameter, ...]] = (
        Parameter("header", "What stands on the tab, Markdown.", 0),
        Parameter("lang", "Language of the code."),
        Parameter("text", "Whether it holds Markdown, and not code."),
        Parameter("highlight", "Options for the code, as `highlight` takes them."),
        Parameter("disabled", "Whether it is but a label.", default=False),
        Parameter("right", "Passed over.", default=False),
    )
    example = '{{< tab header="Linux" lang="sh" >}}ls{{< /tab >}}'
    label_keys = ("header", 0)

    def to_nodes(self) -> list[nodes.Node]:
        """Leave the tab with the pane; the words of a disabled one stand before the pane."""
        if self.params.flag("disabled"):
            words = nodes.paragraph("", "", *self.context.render_inline(self.label()))
            return [words, *self.body()]
        return super().to_nodes()

    def sync(self) -> str:
        """Return the key: the header, or the language if the pane says so."""
        pane = self.context.parent
        persist = pane.params.text("persist", default="header") if pane is not None else "disabled"
        if persist == "disabled":
            return ""
        if pane is not None and pane.params.get("persistLang") is False:
            return ""
        return nodes.make_id(self._language() if persist == "lang" else self.label())

    def content(self) -> list[nodes.Node]:
        """Return Markdown, or code as it stands."""
        inner = self.context.inner()
        if inner is None or self._holds_text():
            return self.body()
        text = self.context.plain_text(inner)
        # Calls with percent signs have rendered their Markdown before the theme sees it.
        if text.lstrip().startswith("```"):
            return self.body()
        options = self.params.text("highlight") or self._of_pane("highlight")
        return [code_block(text, self._language(), read_options(options))]

    def _holds_text(self) -> bool:
        if self.params.get("text") is not None:
            return self.params.flag("text")
        pane = self.context.parent
        return pane is not None and pane.params.flag("text")

    def _language(self) -> str:
        pane = self.context.parent
        if language := self.params.text("lang"):
            return language
        if pane is not None and pane.params.flag("langEqualsHeader"):
            return self.label()
        return self._of_pane("lang")

    def _of_pane(self, key: str) -> str:
        return self.context.parent.params.text(key) if self.context.parent is not None else ""


class Card(OneCard):
    """A card with header, title, text and footer."""

    names: ClassVar[tuple[str, ...]] = ("card",)
    parameters: ClassVar[tuple[Parameter, ...]] = (
        Parameter("header", "Header, Markdown."),
        Parameter("title", "Title, Markdown."),
        Parameter("subtitle", "Text below the title, Markdown."),
        Parameter("footer", "Footer, Markdown."),
        Parameter("code", "Whether the inner content is code.", default=False),
        Parameter("lang", "Language of the code."),
        Parameter("highlight", "Options for the code, as `highlight` takes them."),
    )
    example = '{{% card header="Note" footer="The end" %}}It is *short*.{{% /card %}}'

    def body(self) -> list[nodes.Node]:
        """Return the inner content, as code if asked for."""
        inner = self.context.inner()
        if inner is None or not (self.params.flag("code") or self.call.name.lower() == "card-code"):
            return super().body()
        options = read_options(self.params.text("highlight"))
        return [code_block(self.context.plain_text(inner), self.params.text("lang"), options)]


class CardCode(Card):
    """A card with code."""

    names = ("card-code",)
    example = '{{< card-code header="Run" lang="sh" >}}make{{< /card-code >}}'


class CardPane(CardGrid):
    """Cards side by side."""

    names = ("cardpane",)
    parameters: ClassVar[tuple[Parameter, ...]] = ()
    example = '{{% cardpane %}}{{% card header="A" %}}a{{% /card %}}{{% /cardpane %}}'


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
    example = '{{< blocks/cover title="Welcome!" >}}Read *on*.{{< /blocks/cover >}}'

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
    example = '{{< blocks/section color="dark" >}}Some *text*.{{< /blocks/section >}}'

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


class LinkDown(Shortcode):
    """An arrow to the next block; pure decoration, and left out."""

    names = ("blocks/link-down",)
    any_parameter = True
    example = '{{< blocks/link-down color="info" >}}'

    def to_nodes(self) -> list[nodes.Node]:
        """Return nothing."""
        return []


class ImageProcessing(Shortcode):
    """A picture of the page by a part of its name, with its caption; taken as it is."""

    names = ("imgproc",)
    inner_use = InnerUse.OPTIONAL
    parameters: ClassVar[tuple[Parameter, ...]] = (
        Parameter("name", "A part of the file's name.", 0, required=True),
        Parameter("command", "What Hugo does to the picture; passed over.", 1),
        Parameter("options", "How; passed over.", 2),
    )
    example = '{{< imgproc sunset Fill "600x300" >}}The *sun* sets.{{< /imgproc >}}'

    def to_nodes(self) -> list[nodes.Node]:
        """Return a figure."""
        part = self.params.text("name", 0)
        names = [resource.name for resource in self.context.page.resources]
        caption = join_inline(self.body())
        if not part:
            return self.flow(caption)
        source = next((name for name in names if part in name.rpartition("/")[2]), part)
        alt = "".join(node.astext() for node in caption)
        image = self.context.image(source, alt=alt)
        return figure(image, caption=caption, inline=self.context.inline)


class ReadFile(Include):
    """A file of the site: Markdown, or code if asked for."""

    names = ("readfile",)
    parameters: ClassVar[tuple[Parameter, ...]] = (
        Parameter(
            "file", "The file, beside the page or, with a slash, in the site.", 0, required=True
        ),
        Parameter("code", "Whether it is shown as code.", default=False),
        Parameter("lang", "Language of the code."),
        Parameter("draft", "Whether a missing file is no error; passed over.", default=False),
    )
    example = '{{% readfile "includes/installation.md" %}}'

    def as_code(self) -> bool:
        """Tell whether the file is shown as code: only if asked for."""
        return self.params.flag("code")


class ApiDescription(Shortcode):
    """An API description, as a link to it: the viewers need scripts of other sites."""

    names = ("swaggerui", "redoc", "swagger", "openapi")
    any_parameter = True
    parameters: ClassVar[tuple[Parameter, ...]] = (
        Parameter("src", "The description: a file of the site or a URL.", 0, required=True),
    )
    example = '{{< swaggerui src="/openapi/pets.yaml" >}}'

    def to_nodes(self) -> list[nodes.Node]:
        """Return a link."""
        source = self.params.text("src", 0)
        if not source:
            return self.body()
        return self.flow([self.context.reference(source, [nodes.Text(source)])])


class InlineFrame(Frame):
    """A page of another site, in a frame; a link where there are no frames."""

    names = ("iframe",)
    example = '{{< iframe src="https://example.org/" height="300px" >}}'


class ConditionalText(Shortcode):
    """Text for some builds only, by the site's parameter ``buildCondition``."""

    names = ("conditional-text",)
    inner_use = InnerUse.REQUIRED
    parameters: ClassVar[tuple[Parameter, ...]] = (
        Parameter("include-if", "Conditions under which the text is shown."),
        Parameter("exclude-if", "Conditions under which it is not."),
    )
    example = '{{% conditional-text include-if="internal" %}}Only *here*.{{% /conditional-text %}}'

    def to_nodes(self) -> list[nodes.Node]:
        """Return the inner content, or nothing."""
        return self.body() if self._holds() else []

    def to_text(self) -> str:
        """Return the inner content, or nothing."""
        return super().to_text() if self._holds() else ""

    def _holds(self) -> bool:
        condition = str(self.context.site.config.params.get("buildcondition") or "").lower()
        if not condition:
            return False
        # As in the theme, a part of a word is enough.
        if self.params.get("include-if") is not None:
            return condition in self.params.text("include-if").lower()
        excluded = self.params.text("exclude-if").lower()
        return bool(excluded) and condition not in excluded


class ParamWithArguments(Shortcode):
    """A parameter of the page or the site, with ``{1}``, ``{2}`` replaced by the arguments."""

    names = ("_param",)
    any_parameter = True
    parameters: ClassVar[tuple[Parameter, ...]] = (
        Parameter("key", "Name of the parameter; a dot leads into a map.", 0, required=True),
    )
    example = "{{% _param version %}}"

    def to_nodes(self) -> list[nodes.Node]:
        """Return the value, read as Markdown."""
        text = self.to_text()
        return self.flow(self.context.render_inline(text) if text else [])

    def to_text(self) -> str:
        """Return the value."""
        key = self.params.text(0)
        value = look_up(page_params(self.context.page), key)
        if value is MISSING:
            value = look_up(self.context.site.config.params, key)
        if value is MISSING and key:
            self.context.report(
                Kind.SHORTCODE_PARAM,
                f"neither the page nor the site has a parameter '{key}'; "
                "set it in the page's front matter, or below [params] in the configuration.",
            )
        if value is MISSING:
            return ""
        return _PLACEHOLDER.sub(lambda match: self.params.text(int(match[1])), printed(value))

    def to_markdown(self) -> str:
        """Return the value, which becomes part of the page's Markdown."""
        return self.to_text()


SHORTCODES: tuple[type[Shortcode], ...] = (
    Alert,
    ApiDescription,
    Card,
    CardCode,
    CardPane,
    ConditionalText,
    Cover,
    Feature,
    ImageProcessing,
    InlineFrame,
    Lead,
    LinkDown,
    PageInfo,
    ParamWithArguments,
    ReadFile,
    Section,
    Tab,
    TabPane,
)
