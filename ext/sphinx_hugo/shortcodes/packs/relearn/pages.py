"""What Relearn shows of pages, files and the site."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from sphinx_hugo.hugo.problems import Kind
from sphinx_hugo.shortcodes.base import InnerUse, Parameter, Shortcode
from sphinx_hugo.shortcodes.builtin.param import MISSING, look_up, printed
from sphinx_hugo.shortcodes.families.apis import ApiDescription
from sphinx_hugo.shortcodes.families.files import Include as AnyInclude
from sphinx_hugo.shortcodes.families.files import without_first_heading
from sphinx_hugo.shortcodes.families.listings import Children as AnyChildren
from sphinx_hugo.shortcodes.families.listings import Resources as AnyResources

if TYPE_CHECKING:
    from docutils import nodes


class Children(AnyChildren):
    """The pages below this one, as a list of links or as cards."""

    names = ("children",)
    parameters: ClassVar[tuple[Parameter, ...]] = (
        *AnyChildren.parameters,
        Parameter("style", "The older name of the type."),
        *(
            Parameter(name, "Passed over.")
            for name in ("containerstyle", "breadcrumb", "cardtemplate", "headingdepth", "image")
        ),
    )
    example = '{{% children depth="2" description="true" %}}'


class Pages(AnyChildren):
    """Pages of the site, as a list of links or as cards; groups and conditions are passed over."""

    names = ("pages",)
    parameters: ClassVar[tuple[Parameter, ...]] = (
        Parameter("pageref", "The page whose pages are listed; by default this one."),
        Parameter("levels", "How many levels of pages to show.", default=1),
        Parameter("description", "Whether to show the pages' descriptions, too.", default=False),
        Parameter("orderby", "As `sort` of `children`.", default="auto"),
        Parameter("display", "`cards` shows cards; else it is a list.", default="tree"),
        Parameter("columns", "Columns of the cards.", default=3),
        Parameter("hidden", "Whether to list pages with `hidden: true`.", default=False),
    )
    example = '{{% pages pageref="/docs" display="cards" description="true" %}}'


class Attachments(AnyResources):
    """The files beside the page, as a list of links."""

    names = ("attachments", "resources")
    inner_use = InnerUse.OPTIONAL
    parameters: ClassVar[tuple[Parameter, ...]] = (
        *AnyResources.parameters,
        Parameter("style", "Passed over."),
        Parameter("color", "Passed over."),
        Parameter("icon", "Passed over."),
        Parameter("sort", "`desc` for the opposite order.", default="asc"),
        Parameter("expanded", "Whether it is open at first; with it, readers can fold it."),
    )
    example = '{{% resources title="Files" pattern=".*\\.pdf" /%}}'


class Include(AnyInclude):
    """The text of a file or a page of the site."""

    names = ("include",)
    parameters: ClassVar[tuple[Parameter, ...]] = (
        Parameter("file", "The file, beside the page or in the site.", 0, required=True),
        Parameter("hidefirstheading", "Whether to leave out its first heading.", 1, default=False),
    )
    example = '{{% include file="/examples/note.md" %}}'

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
    example = '{{% siteparam name="version" %}}'

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


class OpenApi(ApiDescription):
    """An API description, read out: what it offers, what each call takes and gives."""

    names = ("openapi", "swagger")
    example = '{{< openapi src="/examples/pets.yaml" >}}'


SHORTCODES: tuple[type[Shortcode], ...] = (
    Attachments,
    Children,
    Include,
    OpenApi,
    Pages,
    SiteParam,
)
