"""``highlight``: code."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from sphinx_hugo.nodes.code import code_block, inline_code, read_options, site_options
from sphinx_hugo.shortcodes.base import InnerUse, Parameter, Shortcode

if TYPE_CHECKING:
    from docutils import nodes


class Highlight(Shortcode):
    """Code in a language, with line numbers and marked lines if asked for."""

    names = ("highlight",)
    inner_use = InnerUse.REQUIRED
    parameters: ClassVar[tuple[Parameter, ...]] = (
        Parameter("lang", "The language.", 0),
        Parameter(
            "options",
            "Options with commas between them: `linenos`, `linenostart=5`, `hl_lines=2 4-6`, "
            "`hl_inline=true`.",
            1,
        ),
    )
    example = '{{< highlight go "linenos=table,hl_lines=2" >}}\nx := 1\ny := 2\n{{< /highlight >}}'

    def to_nodes(self) -> list[nodes.Node]:
        """Return a literal block, or a literal where ``hl_inline`` is set."""
        language = self.params.text(0, "lang", "language", "type")
        options = site_options(self.context.site.config) if language else {}
        options |= read_options(self.params.text(1, "options"))
        text = self.to_text()
        if options.get("hl_inline", "false").lower() == "true":
            return self.flow([inline_code(text, language)])
        return [code_block(text, language, options)]
