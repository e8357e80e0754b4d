"""Notices: alerts, callouts, hints, admonitions. All become docutils admonitions."""

from __future__ import annotations

from typing import ClassVar

from docutils import nodes
from sphinx.locale import admonitionlabels

from sphinx_hugo.nodes.components import dropdown
from sphinx_hugo.nodes.icons import is_emoji
from sphinx_hugo.nodes.notices import kind_of, notice
from sphinx_hugo.shortcodes.base import InnerUse, Parameter, Shortcode


class Notice(Shortcode):
    """A notice whose kind, title and text are read from the usual parameters."""

    inner_use = InnerUse.OPTIONAL
    parameters: ClassVar[tuple[Parameter, ...]] = (
        Parameter("type", "Kind of notice: a word such as `warning`, or a theme's colour.", 0),
        Parameter("title", "Title, Markdown; by default the name of the kind.", 1),
        Parameter("text", "The text, if there is no inner content."),
        Parameter("icon", "An emoji to show before the title; names of icons are passed over."),
    )

    default_kind: ClassVar[str] = "note"
    kind_keys: ClassVar[tuple[int | str, ...]] = ("type", "color", "context", "style", "kind", 0)
    title_keys: ClassVar[tuple[int | str, ...]] = ("title", "heading", 1)
    text_keys: ClassVar[tuple[int | str, ...]] = ("text", "content", "msg", "message")
    icon_keys: ClassVar[tuple[int | str, ...]] = ("icon", "emoji")
    fold_keys: ClassVar[tuple[int | str, ...]] = ()
    """Parameters that let readers fold it, and say whether it is open at first."""

    def kind(self) -> str:
        """Return the docutils kind: from the word given, else the icon, else the default."""
        for keys in (self.kind_keys, self.icon_keys):
            if found := kind_of(self.params.text(*keys)):
                return found
        return self.default_kind

    def title(self) -> list[nodes.Node]:
        """Return the title as inline nodes; empty for the usual one of the kind."""
        text = self.params.text(*self.title_keys)
        icon = self.params.text(*self.icon_keys)
        title = self.context.render_inline(text) if text else []
        if is_emoji(icon):
            label = title or [nodes.Text(str(admonitionlabels[self.kind()]))]
            title = [nodes.Text(f"{icon.strip()} "), *label]
        return title

    def to_nodes(self) -> list[nodes.Node]:
        """Return an admonition."""
        body: list[nodes.Node] = []
        if text := self.params.text(*self.text_keys):
            body.append(nodes.paragraph("", "", *self.context.render_inline(text)))
        body += self.body()
        if self.params.get(*self.fold_keys) is None:
            return [notice(self.kind(), self.title(), body)]
        title = self.title() or [nodes.Text(str(admonitionlabels[self.kind()]))]
        return [
            dropdown(
                title,
                body,
                is_open=self.params.flag(*self.fold_keys),
                group=self.params.text("groupid"),
                classes=[self.kind()],
            )
        ]
