"""What Docsy has for running text: notices, cards, files, parameters."""

from __future__ import annotations

import re
from typing import ClassVar

from docutils import nodes

from sphinx_hugo.hugo.problems import Kind
from sphinx_hugo.nodes.code import code_block, read_options
from sphinx_hugo.nodes.words import words_of
from sphinx_hugo.shortcodes.base import InnerUse, Parameter, Shortcode
from sphinx_hugo.shortcodes.builtin.param import MISSING, look_up, page_params, printed
from sphinx_hugo.shortcodes.families.apis import ApiDescription as AnyApiDescription
from sphinx_hugo.shortcodes.families.cards import CardGrid, OneCard
from sphinx_hugo.shortcodes.families.files import Include
from sphinx_hugo.shortcodes.families.links import join_inline
from sphinx_hugo.shortcodes.families.media import Frame, figure
from sphinx_hugo.shortcodes.families.notices import Notice
from sphinx_hugo.shortcodes.families.silent import Silent

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
    example = (
        "{{< cardpane >}}\n"
        '{{% card header="**Left**" footer="The end" %}}Some *text*.{{% /card %}}\n'
        '{{< card code=true header="Right" lang="sh" >}}make html{{< /card >}}\n'
        "{{< /cardpane >}}"
    )


class ImageProcessing(Shortcode):
    """A picture of the page by a part of its name, with its caption; taken as it is."""

    names = ("imgproc",)
    inner_use = InnerUse.OPTIONAL
    parameters: ClassVar[tuple[Parameter, ...]] = (
        Parameter("name", "A part of the file's name.", 0, required=True),
        Parameter("command", "What Hugo does to the picture; passed over.", 1),
        Parameter("options", "How; passed over.", 2),
    )
    example = '{{< imgproc pic Fill "600x300" >}}The *map* of Acme.{{< /imgproc >}}'

    def to_nodes(self) -> list[nodes.Node]:
        """Return a figure."""
        part = self.params.text("name", 0)
        names = [(it.given_name or it.name, it.name) for it in self.context.page.resources]
        caption = join_inline(self.body())
        if not part:
            return self.flow(caption)
        source = next((file for name, file in names if part in name.rpartition("/")[2]), part)
        alt = words_of(caption)
        image = self.context.image(source, alt=alt)
        if not isinstance(image, nodes.image):
            return self.flow(caption)  # its words stand for it already
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
        Parameter("draft", "Whether a missing file is no error yet.", default=False),
    )
    example = '{{% readfile "/examples/note.md" %}}'

    def as_code(self) -> bool:
        """Tell whether the file is shown as code: only if asked for."""
        return self.params.flag("code")

    def text(self) -> str | None:
        """Return the text; for a draft, words that say that the file is not there yet."""
        source = self.params.text(*self.file_keys)
        if self.params.flag("draft") and source and not self.context.has_file(source):
            return f"*The file `{source}` is not there yet.*"
        return super().text()


class ApiDescription(AnyApiDescription):
    """An API description, read out: what it offers, what each call takes and gives."""

    names = ("swaggerui", "redoc")
    example = '{{< swaggerui src="/examples/pets.yaml" >}}'


class InlineFrame(Frame):
    """A page of another site, in a frame; a link where there are no frames."""

    names = ("iframe",)
    parameters: ClassVar[tuple[Parameter, ...]] = (
        *Frame.parameters,
        Parameter("width", "Passed over: as wide as the text."),
        Parameter("tryautoheight", "Passed over: that needs a script."),
        Parameter("style", "CSS; passed over."),
        Parameter("sandbox", "Passed over."),
        Parameter("name", "Title, if there is none."),
        Parameter("id", "Passed over."),
        Parameter("class", "Passed over."),
        Parameter("sub", "Words for browsers without frames; passed over."),
    )
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
        if value is MISSING:  # the theme asks the rest of the configuration last
            value = look_up(self.context.site.config.values, key)
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


class Version(Shortcode):
    """The version of what is documented: the parameter ``version`` of the site."""

    names = ("td/version",)
    example = "{{% td/version %}}"

    def to_nodes(self) -> list[nodes.Node]:
        """Return the version as text."""
        text = self.to_text()
        return self.flow([nodes.Text(text)] if text else [])

    def to_text(self) -> str:
        """Return the version, with the number of the build if the site has one."""
        params = self.context.site.config.params
        version, build = printed(params.get("version")), printed(params.get("tdbuildid"))
        return f"{version}+{build}" if version and build else version

    def to_markdown(self) -> str:
        """Return the version, which becomes part of the page's Markdown."""
        return self.to_text()


class BuildInfo(Silent):
    """What a host says of a build of the theme's; other builds have nothing to say here."""

    names = ("td/site-build-info/netlify", "td/site-build-info")
    example = '{{% td/site-build-info/netlify team="acme" %}}'


class PageAddress(Shortcode):
    """The address of a page of the site."""

    names = ("sitegetpage",)
    parameters: ClassVar[tuple[Parameter, ...]] = (
        Parameter("path", "The page, by its path from the root.", 0, required=True),
        Parameter("property", "`RelPermalink` or `Permalink`.", 1, default="RelPermalink"),
    )
    example = '{{% sitegetpage "/docs/about" "RelPermalink" %}}'

    def to_nodes(self) -> list[nodes.Node]:
        """Return the address as text."""
        text = self.to_text()
        return self.flow([nodes.Text(text)] if text else [])

    def to_text(self) -> str:
        """Return the address; a page that is not there is reported, and has none."""
        path = self.params.text("path", 0)
        result = self.context.resolve_ref(path) if path else None
        if result is None:
            return ""
        if result.page is None:
            self.context.report(Kind.REF, result.problem_text)
            return ""
        full = self.params.text("property", 1).lower() == "permalink"
        return result.permalink if full else result.url

    def to_markdown(self) -> str:
        """Return the address, which becomes part of the page's Markdown."""
        return self.to_text()


SHORTCODES: tuple[type[Shortcode], ...] = (
    Alert,
    ApiDescription,
    BuildInfo,
    Card,
    CardCode,
    CardPane,
    ConditionalText,
    ImageProcessing,
    InlineFrame,
    PageAddress,
    PageInfo,
    ParamWithArguments,
    ReadFile,
    Version,
)
