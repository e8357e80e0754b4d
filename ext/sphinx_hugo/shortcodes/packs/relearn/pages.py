"""What Relearn shows of pages, files and the site."""

from __future__ import annotations

from typing import ClassVar

from docutils import nodes

from sphinx_hugo.hugo.problems import Kind
from sphinx_hugo.shortcodes.base import InnerUse, Parameter, Shortcode
from sphinx_hugo.shortcodes.builtin.param import MISSING, look_up, printed
from sphinx_hugo.shortcodes.families.files import Include as AnyInclude
from sphinx_hugo.shortcodes.families.files import without_first_heading
from sphinx_hugo.shortcodes.families.listings import Children as AnyChildren
from sphinx_hugo.shortcodes.families.listings import Resources as AnyResources


class Children(AnyChildren):
    """The pages below this one, as a list of links."""

    names = ("children",)
    parameters: ClassVar[tuple[Parameter, ...]] = (
        *AnyChildren.parameters,
        Parameter("type", "How they are shown; always as a list here."),
        Parameter("style", "The same, by its older name."),
        Parameter("containerstyle", "Passed over."),
        Parameter("showhidden", "Passed over: hidden pages are not listed.", default=False),
    )
    example = '{{% children depth="2" description="true" %}}'


class Tree(AnyChildren):
    """All pages below this one, as nested lists of links."""

    names = ("tree",)
    example = "{{% tree %}}"
    default_depth = 99


class Attachments(AnyResources):
    """The files beside the page, as a list of links."""

    names = ("attachments", "resources")
    inner_use = InnerUse.OPTIONAL
    parameters: ClassVar[tuple[Parameter, ...]] = (
        *AnyResources.parameters,
        Parameter("style", "Passed over."),
        Parameter("color", "Passed over."),
        Parameter("icon", "Passed over."),
        Parameter("sort", "Passed over: always by name."),
    )
    example = '{{% resources title="Files" pattern=".*\\.pdf" /%}}'


class Include(AnyInclude):
    """The text of a file or a page of the site."""

    names = ("include",)
    parameters: ClassVar[tuple[Parameter, ...]] = (
        Parameter("file", "The file, beside the page or in the site.", 0, required=True),
        Parameter("hidefirstheading", "Whether to leave out its first heading.", 1, default=False),
    )
    example = '{{% include file="part.md" %}}'

    def text(self) -> str | None:
        """Return the text, without its first heading if that is not wanted."""
        text = super().text()
        shown = self.params.flag("showfirstheading", default=True)
        if text is None or (shown and not self.params.flag("hidefirstheading", 1)):
            return text
        return without_first_heading(text)


class SiteParam(Shortcode):
    """A parameter of the site."""

    names = ("siteparam",)
    parameters: ClassVar[tuple[Parameter, ...]] = (
        Parameter("name", "Name of the parameter; a dot leads into a map.", 0, required=True),
    )
    example = '{{% siteparam name="author.name" %}}'

    def to_nodes(self) -> list[nodes.Node]:
        """Return the value."""
        text = self.to_text()
        return self.flow(self.context.render_inline(text) if text else [])

    def to_text(self) -> str:
        """Return the value as Hugo prints it."""
        name = self.params.text("name", 0)
        value = look_up(self.context.site.config.params, name)
        if value is not MISSING:
            return printed(value)
        if name:
            self.context.report(
                Kind.SHORTCODE_PARAM,
                f"the site has no parameter '{name}'; set it below [params] in the configuration.",
            )
        return ""


class OpenApi(Shortcode):
    """An API description, as a link to it: the viewer needs scripts of other sites."""

    names = ("openapi", "swagger")
    any_parameter = True
    parameters: ClassVar[tuple[Parameter, ...]] = (
        Parameter("src", "The description: a file of the site or a URL.", 0, required=True),
    )
    example = '{{< openapi src="/openapi/pets.yaml" >}}'

    def to_nodes(self) -> list[nodes.Node]:
        """Return a link."""
        source = self.params.text("src", 0)
        return self.flow([self.context.reference(source, [nodes.Text(source)])] if source else [])


SHORTCODES: tuple[type[Shortcode], ...] = (
    Attachments,
    Children,
    Include,
    OpenApi,
    SiteParam,
    Tree,
)
