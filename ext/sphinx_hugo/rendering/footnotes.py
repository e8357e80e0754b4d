"""Footnotes: those of the page, and those of each text that a shortcode has rendered by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from sphinx_hugo.hugo.problems import Kind
from sphinx_hugo.markdown.rules.footnotes import footnotes_of
from sphinx_hugo.rendering.flow import line_of
from sphinx_hugo.rendering.page import PageRenderer

if TYPE_CHECKING:
    from markdown_it.tree import SyntaxTreeNode

    from sphinx_hugo.rendering.state import PageState


class FootnoteRules(PageRenderer):
    """The rules for references to footnotes and for their definitions."""

    def begin(self, state: PageState) -> None:
        """Get ready for a page."""
        super().begin(state)
        self._waiting: list[SyntaxTreeNode] = []

    def _render_finalise(self) -> None:
        """Show the notes of the page to which only the text in a shortcode refers."""
        numbers = footnotes_of(self.md_env).numbers
        for token in self._waiting:
            number = numbers.get(token.meta["label"])
            if number is None:
                self._leave_out(token)
            else:
                with self.current_node_context(self.page_section):
                    self._note(token, number)
        super()._render_finalise()

    def render_footnote_ref(self, token: SyntaxTreeNode) -> None:
        """Refer to a footnote by the number Goldmark gives it."""
        node = nodes.footnote_reference("", str(token.meta["number"]), refname=self._name(token))
        self.add_line_and_source_path(node, token)
        self.document.note_footnote_ref(node)
        self.current_node.append(node)

    def render_footnote_reference(self, token: SyntaxTreeNode) -> None:
        """Render a footnote (MyST's name for a definition is what it refers to)."""
        if token.meta["number"] is not None:
            self._note(token, token.meta["number"])
        elif token.meta["scope"] or token.meta["again"]:
            self._leave_out(token)
        else:
            self._waiting.append(token)

    def _note(self, token: SyntaxTreeNode, number: int) -> None:
        node = nodes.footnote("", nodes.label("", str(number)), names=[self._name(token)])
        self.add_line_and_source_path(node, token)
        self.document.note_footnote(node)
        self.document.note_explicit_target(node, node)
        with self.current_node_context(node, append=True):
            self.render_children(token)

    def _leave_out(self, token: SyntaxTreeNode) -> None:
        """Do not show what Hugo does not show, and say so."""
        label = f"[^{self.restored(token.meta['label'])}]"
        if token.meta["again"]:
            message = (
                f"the footnote '{label}' was defined before, and this text is not shown; "
                "give it a label of its own, or remove it."
            )
        else:
            message = (
                f"nothing refers to the footnote '{label}', so it is not shown; "
                f"write {label} where it belongs, or remove it."
            )
        self.warn(Kind.MARKDOWN, message, line_of(token))

    def _name(self, token: SyntaxTreeNode) -> str:
        """Return the name of a footnote in the document: no label has a bracket."""
        scope = token.meta["scope"]
        name = f"footnote-{self.restored(token.meta['label'])}"
        return name + (f"]{scope}" if scope else "")
