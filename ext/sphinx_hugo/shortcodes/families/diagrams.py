"""Diagrams and formulas, which are text in a language of their own."""

from __future__ import annotations

from typing import ClassVar

from docutils import nodes

from sphinx_hugo.shortcodes.base import InnerUse, Parameter, Shortcode

DIRECTIVES = frozenset({"mermaid", "graphviz", "uml", "blockdiag", "seqdiag", "nwdiag", "actdiag"})
"""Directives that draw what they get: of those of other names nobody knows what they do."""


class Diagram(Shortcode):
    """A diagram: drawn if an extension for its language is loaded, else shown as text."""

    inner_use = InnerUse.REQUIRED
    any_parameter = True
    language: ClassVar[str] = "mermaid"

    def to_nodes(self) -> list[nodes.Node]:
        """Return what the directive of the language makes, or a literal block."""
        inner = self.context.inner()
        text = self.context.plain_text(inner).strip("\r\n") if inner is not None else ""
        word = self.params.text("type", "lang", "language").strip().lower() or self.language
        directive = {"plantuml": "uml", "dot": "graphviz"}.get(word, word)
        if directive in DIRECTIVES and self.context.has_directive(directive):
            content = self.context.markup(text)
            return self.context.directive(directive, content=content, literal=True)
        block = nodes.literal_block(text, text, language="text", force=True)
        block["classes"].append(f"hugo-language-{nodes.make_id(word)}")
        return [block]


class Formula(Shortcode):
    """A formula in TeX."""

    inner_use = InnerUse.OPTIONAL
    any_parameter = True
    parameters: ClassVar[tuple[Parameter, ...]] = (
        Parameter("display", "Whether it stands on a line of its own; `block` is as good.", 0),
    )

    def to_nodes(self) -> list[nodes.Node]:
        """Return inline or displayed math."""
        text = self.to_text().strip().strip("$").strip()
        display = self.params.text("display", 0).lower() in {"display", "block", "true"}
        if display or (not self.context.inline and "\n" in text):
            return [nodes.math_block(text, text, nowrap=False, number=None, label=None)]
        return self.flow([nodes.math(text, text)])
