"""Notices by the names that sites give them."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from docutils import nodes

from sphinx_hugo.nodes.notices import kind_of, notice
from sphinx_hugo.shortcodes.base import InnerUse, Parameter, Shortcode
from sphinx_hugo.shortcodes.families.notices import Notice

if TYPE_CHECKING:
    from collections.abc import Sequence


class Admonition(Notice):
    """A notice whose kind is given."""

    names = ("admonition", "notice", "notification", "message", "panel", "box", "block-note", "adm")
    example = '{{< admonition warning "Careful" >}}It is *hot*.{{< /admonition >}}'


class Callout(Notice):
    """A notice whose kind is given."""

    names = ("callout", "alert", "hint", "aside")
    example = '{{< callout type="tip" >}}It is *open*.{{< /callout >}}'


class Note(Notice):
    """A notice whose name says what kind it is."""

    names = (
        "note", "info", "information", "tip", "important", "warning", "warn", "caution",
        "danger", "error", "attention", "success", "failure", "bug", "question", "faq", "example",
        "quote-note", "abstract", "tldr", "todo", "security", "experimental", "idea", "hints",
        "infobox", "info-box", "tip-box", "note-box", "warning-box", "pro-tip", "protip", "remember",
        "exercise", "theorem", "prereq", "prerequisites", "beta", "preview-note", "notices",
    )  # fmt: skip
    any_parameter = True
    parameters: ClassVar[tuple[Parameter, ...]] = (
        Parameter("title", "Title, Markdown; by default the name of the kind.", 0),
        Parameter("text", "The text, if there is no inner content."),
        Parameter("icon", "An emoji to show before the title."),
    )
    example = "{{< note >}}It is *open*.{{< /note >}}"
    title_keys = ("title", "heading", "header", "name")

    def kind(self) -> str:
        """Return the kind that the name says."""
        name = self.call.name.rpartition("/")[2].lower()
        word = name.removeprefix("pro-").removeprefix("pro").removesuffix("box").rstrip("-")
        return kind_of(name) or kind_of(word) or "note"

    def title(self) -> list[nodes.Node]:
        """Return the title; the name itself where it says more than the kind."""
        found = super().title()
        if found:
            return found
        first = self.params.text(0)
        # With inner content a word in front is a title, without it is the text.
        if first and self.context.inner() is not None:
            return self.context.render_inline(first)
        name = self.call.name.rpartition("/")[2].lower()
        if name in _SAYS_MORE:
            return [nodes.Text(_SAYS_MORE[name])]
        return []

    def to_nodes(self) -> list[nodes.Node]:
        """Return an admonition; a word without inner content is its text."""
        text = self.params.text(0)
        if self.context.inner() is None and text:
            words = nodes.paragraph("", "", *self.context.render_inline(text))
            return [notice(self.kind(), self.title(), [words])]
        return super().to_nodes()


class SeeAlso(Shortcode):
    """Where to read on."""

    names = ("seealso", "see-also", "related", "further-reading", "readmore")
    inner_use = InnerUse.OPTIONAL
    any_parameter = True
    parameters: ClassVar[tuple[Parameter, ...]] = (
        Parameter("title", "Title, Markdown.", default="See also"),
    )
    example = "{{< seealso >}}[Mission](/docs/about/mission){{< /seealso >}}"

    def to_nodes(self) -> list[nodes.Node]:
        """Return an admonition with that title."""
        title: Sequence[nodes.Node] = [nodes.Text("See also")]
        if text := self.params.text("title"):
            title = self.context.render_inline(text)
        return [notice("note", title, self.body(), ["seealso"])]


class Versioned(Shortcode):
    """Since which version something is there, or is no longer to be used."""

    names = (
        "new-in", "newin", "new-feature", "added-in", "since", "version-added", "versionadded",
        "deprecated-in", "deprecated", "version-deprecated", "removed-in", "deprecation", "available-in",
        "introduced-in",
    )  # fmt: skip
    inner_use = InnerUse.OPTIONAL
    any_parameter = True
    parameters: ClassVar[tuple[Parameter, ...]] = (Parameter("version", "The version.", 0),)
    example = '{{< new-in "1.2" >}}'

    def to_nodes(self) -> list[nodes.Node]:
        """Return the words, before the inner content."""
        words = self._words()
        emphasis: nodes.Node = nodes.emphasis(words, words)
        body = self.body()
        if self.context.inline and not body:
            return [emphasis]
        if self.call.name.lower() in _ADDED:
            return [nodes.paragraph("", "", emphasis), *body]
        return [notice("warning", [nodes.Text(words)], body)] if body else self.flow([emphasis])

    def to_text(self) -> str:
        """Return the words."""
        return self._words()

    def _words(self) -> str:
        name = self.call.name.lower()
        verb = "New" if name in _ADDED else "Removed" if name == "removed-in" else "Deprecated"
        version = self.params.text("version", 0)
        return f"{verb} in {version}" if version else verb


_ADDED = frozenset(
    {
        "new-in",
        "newin",
        "new-feature",
        "added-in",
        "since",
        "version-added",
        "versionadded",
        "available-in",
        "introduced-in",
    }
)
_SAYS_MORE = {
    "success": "Success",
    "failure": "Failure",
    "bug": "Bug",
    "question": "Question",
    "faq": "FAQ",
    "example": "Example",
    "abstract": "Abstract",
    "tldr": "TL;DR",
    "todo": "To do",
    "security": "Security",
    "experimental": "Experimental",
    "beta": "Beta",
    "exercise": "Exercise",
    "theorem": "Theorem",
    "remember": "Remember",
    "prereq": "Prerequisites",
    "prerequisites": "Prerequisites",
}
"""Names that are kinds of their own for the reader."""

SHORTCODES: tuple[type[Shortcode], ...] = (Admonition, Callout, Note, SeeAlso, Versioned)
