"""``ref`` and ``relref``: the address of a page."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from docutils import nodes

from sphinx_hugo.hugo.problems import Kind
from sphinx_hugo.shortcodes.base import Parameter, Shortcode

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sphinx_hugo.hugo.references.refs import RefResult

_PARAMETERS = (
    Parameter(
        "path",
        "The page: logical path, file, or bare name; `#fragment` may follow.",
        0,
        required=True,
    ),
    Parameter("outputFormat", "An output format of the page.", 1),
    Parameter("lang", "Another language of the site."),
)


class RelRef(Shortcode):
    """The address of a page without the host, mostly as the target of a link.

    Hugo's lookup decides which page it is; a miss is reported, with the nearest pages.
    """

    names = ("relref",)
    parameters: ClassVar[tuple[Parameter, ...]] = _PARAMETERS
    example = '[Mission]({{< relref "docs/about/mission.md" >}})'

    @property
    def path(self) -> str:
        """The argument, as written."""
        return self.params.text("path", 0)

    def resolve(self) -> RefResult:
        """Look the page up, without a report."""
        return self.context.resolve_ref(
            self.path,
            language=self.params.text("lang"),
            output_format=self.params.text("outputFormat", 1),
        )

    def address(self, result: RefResult) -> str:
        """Return the address that this shortcode prints."""
        return result.url

    def to_nodes(self) -> list[nodes.Node]:
        """Return the address as text, as Hugo does outside of links."""
        text = self.to_text()
        return self.flow([nodes.Text(text)] if text else [])

    def to_text(self) -> str:
        """Return the address; a miss is reported and gives the site's address for it."""
        if self.params.get("path", 0) is None:
            return ""
        result = self.resolve()
        if result.problem_text:
            self.context.report(Kind.REF, result.problem_text)
            return self.context.site.config.ref_links_not_found_url
        return self.address(result)

    def to_reference(self, children: Sequence[nodes.Node], title: str) -> nodes.Element | None:
        """Return a link that is checked when the page is written."""
        if self.params.get("path", 0) is None:
            return None
        return self.context.ref_reference(
            self.path,
            children,
            language=self.params.text("lang"),
            output_format=self.params.text("outputFormat", 1),
            title=title,
        )


class Ref(RelRef):
    """The address of a page with the host; otherwise like ``relref``."""

    names = ("ref",)
    parameters: ClassVar[tuple[Parameter, ...]] = _PARAMETERS
    example = '[Mission]({{< ref "docs/about/mission.md" >}})'

    def address(self, result: RefResult) -> str:
        """Return the absolute address."""
        return result.permalink
