"""Things in running text by the names that sites give them."""

from __future__ import annotations

import re
from typing import ClassVar

from docutils import nodes

from sphinx_hugo.nodes.code import inline_code
from sphinx_hugo.shortcodes.base import InnerUse, Parameter, Shortcode
from sphinx_hugo.shortcodes.families.labels import Badge as AnyBadge
from sphinx_hugo.shortcodes.families.labels import Icon as AnyIcon
from sphinx_hugo.shortcodes.families.labels import Keys as AnyKeys
from sphinx_hugo.shortcodes.families.links import LINK_KEYS, join_inline
from sphinx_hugo.shortcodes.families.links import Button as AnyButton
from sphinx_hugo.shortcodes.families.links import Buttons as AnyButtons

_MARKS = {
    "yes": "✔",
    "no": "✘",
    "cross": "✘",
    "tick": "✔",
    "check_yes": "✔",
    "check_no": "✘",
    "checkmark": "✔",
    "checked_icon": "✔",
    "checkmark_icon": "✔",
    "tip_icon": "💡",
    "idea_icon": "💡",
    "cancel_icon": "✘",
    "warning_icon": "⚠",
    "info_icon": "ℹ",
}
"""Names of signs, and the characters for them."""
_SPANS: dict[str, type[nodes.TextElement]] = {
    "strong": nodes.strong,
    "bold": nodes.strong,
    "em": nodes.emphasis,
    "italic": nodes.emphasis,
    "sub": nodes.subscript,
    "sup": nodes.superscript,
}


class Keys(AnyKeys):
    """Keys to press."""

    names = ("kbd", "key", "keys", "keyboard", "shortcut", "kbd-key")
    example = '{{< kbd "Ctrl+C" >}}'


class Icon(AnyIcon):
    """An icon by name; nothing but decoration, so that only HTML shows it."""

    names = (
        "icon",
        "fa",
        "fas",
        "fab",
        "far",
        "fontawesome",
        "octicon",
        "emoji",
        "svg",
        "material",
        "icons",
        "fa-icon",
        "heroicon",
    )
    example = '{{< icon "heart" >}}'


class Badge(AnyBadge):
    """A coloured label."""

    names = (
        "badge", "label", "tag", "pill", "chip", "status", "lozenge", "keyword", "badge-new",
        "version-badge", "edition-badge",
    )  # fmt: skip
    example = '{{< badge content="new" color="green" >}}'


class Button(AnyButton):
    """A link that looks like a button."""

    names = ("button", "btn", "link-button", "cta", "button-link")
    example = '{{< btn href="/docs" >}}Read *on*{{< /btn >}}'


class Buttons(AnyButtons):
    """Buttons side by side."""

    names = ("buttons", "button-group", "btn-group", "button-row")
    example = '{{< buttons >}}{{< btn href="/docs" >}}A{{< /btn >}}{{< /buttons >}}'


class Link(Shortcode):
    """A link to a page or a URL."""

    names = (
        "link",
        "a",
        "external-link",
        "extlink",
        "ext-link",
        "externallink",
        "url",
        "page-link",
        "doclink",
        "xref",
        "pageref",
        "linkto",
        "ref-link",
        "docref",
        "pagelink",
        "link-page",
        "internal-link",
        "link_page",
        "newtab",
        "external",
    )
    inner_use = InnerUse.OPTIONAL
    any_parameter = True
    parameters: ClassVar[tuple[Parameter, ...]] = (
        Parameter("link", "A page as `relref` takes it, a file, or a URL.", 0),
        Parameter("text", "Words for the link, if there is no inner content.", 1),
    )
    example = '{{< link "/docs/about" "Read *on*" >}}'

    def to_nodes(self) -> list[nodes.Node]:
        """Return the link."""
        target = self.params.text(*LINK_KEYS, "path", 0)
        text = self.params.text("text", "title", "label", "name", "content", 1)
        words = join_inline(self.body())
        if not words:
            words = self.context.render_inline(text) if text else [nodes.Text(target)]
        return self.flow([self.context.reference(target, words)] if target else words)

    def to_text(self) -> str:
        """Return the target, for a link around the call."""
        return self.params.text(*LINK_KEYS, "path", 0)


class Span(Shortcode):
    """Words that look different."""

    names = (
        "span",
        "strong",
        "bold",
        "em",
        "italic",
        "sub",
        "sup",
        "mark",
        "color",
        "small",
        "big",
        "underline",
        "u",
        "strike",
        "del",
        "ins",
        "nowrap",
        "typeit",
        "sidenote",
        "marginnote",
    )
    inner_use = InnerUse.OPTIONAL
    any_parameter = True
    parameters: ClassVar[tuple[Parameter, ...]] = (
        Parameter("text", "The words, if there is no inner content.", 0),
    )
    example = "H{{< sub >}}2{{< /sub >}}O"
    gives_way = True

    def to_nodes(self) -> list[nodes.Node]:
        """Return the words, in an element of that name if there is one."""
        name = self.call.name.lower()
        # A colour is no text.
        text = (
            ""
            if name == "color" and self.context.inner() is not None
            else self.params.text("text", 0)
        )
        words = join_inline(self.body()) or self.context.render_inline(text)
        kind = _SPANS.get(name)
        if kind is not None:
            return self.flow([kind("", "", *words)])
        return self.flow([nodes.inline("", "", *words, classes=[f"hugo-{name}"])])


class InlineCode(Shortcode):
    """Code in running text, in colours."""

    names = ("hl", "inline-code", "code-inline", "codeinline")
    inner_use = InnerUse.OPTIONAL
    any_parameter = True
    parameters: ClassVar[tuple[Parameter, ...]] = (Parameter("lang", "The language.", 0),)
    example = "Write {{< hl go >}}x := 1{{< /hl >}}."

    def to_nodes(self) -> list[nodes.Node]:
        """Return a literal; where there is no inner content, what is given is the code."""
        text = self.to_text().strip()
        language = self.params.text("lang", "language", 0) if self.context.inner() else ""
        return self.flow([inline_code(text, language)] if text else [])

    def to_text(self) -> str:
        """Return the code."""
        return super().to_text() or self.params.text("code", "text", 0)


class LineBreak(Shortcode):
    """A line break or some room; pages flow without."""

    names = (
        "br",
        "break",
        "clear",
        "clearfix",
        "hr",
        "line",
        "pagebreak",
        "newpage",
        "spacer",
    )
    any_parameter = True
    example = "One{{< br >}}two"

    def to_nodes(self) -> list[nodes.Node]:
        """Return white space, so that words stay apart."""
        return [nodes.Text("\n")] if self.context.inline else []

    def to_text(self) -> str:
        """Return a space."""
        return " "


class Silent(Shortcode):
    """What a page does not show here: its own table of contents, which the theme has beside it."""

    names = (
        "toc",
        "table-of-contents",
        "tableofcontents",
        "page-toc",
        "page/toc",
        "scripts",
        "style",
        "script",
        "css",
        "js",
        "rem",
        "hidden-comment",
        "ads",
        "adsense",
        "site-searchbar",
        "load-photoswipe",
    )
    inner_use = InnerUse.OPTIONAL
    any_parameter = True
    example = "{{< toc >}}"
    gives_way = True

    def to_nodes(self) -> list[nodes.Node]:
        """Return nothing."""
        return []

    def to_text(self) -> str:
        """Return nothing."""
        return ""


class Mark(Shortcode):
    """A sign: a check mark, a cross, a warning sign."""

    names = ("check", *_MARKS)
    any_parameter = True
    example = "{{< check >}}"
    gives_way = True

    def to_nodes(self) -> list[nodes.Node]:
        """Return the sign as text."""
        return self.flow([nodes.Text(self.to_text())])

    def to_text(self) -> str:
        """Return the sign."""
        return _MARKS.get(self.call.name.lower(), "✔")


class Anchor(Shortcode):
    """A place that links can lead to."""

    names = ("anchor", "target-id", "a-name", "bookmark")
    inner_use = InnerUse.OPTIONAL
    any_parameter = True
    parameters: ClassVar[tuple[Parameter, ...]] = (Parameter("id", "Name of the place.", 0),)
    example = '{{< anchor "here" >}}A place to link to.'
    gives_way = True

    def to_nodes(self) -> list[nodes.Node]:
        """Return an empty element with that id before what stands inside."""
        name = self.params.text("id", "name", "anchor", 0).lstrip("#")
        words = join_inline(self.body())
        if name and not re.search(r"\s", name):
            words = [nodes.inline("", "", ids=[name]), *words]
        return self.flow(words)


class Quote(Shortcode):
    """A quotation, and who said it."""

    names = ("quote", "blockquote", "epigraph", "testimonial", "pullquote", "verse", "poem")
    inner_use = InnerUse.OPTIONAL
    any_parameter = True
    parameters: ClassVar[tuple[Parameter, ...]] = (
        Parameter("author", "Who said it.", 0),
        Parameter("source", "Where."),
    )
    example = '{{< quote author="Someone" >}}It *moves*.{{< /quote >}}'

    def to_nodes(self) -> list[nodes.Node]:
        """Return a block quote with its attribution."""
        whole = nodes.block_quote("", *self.body())
        if text := self.params.text("text"):
            whole += nodes.paragraph("", "", *self.context.render_inline(text))
        keys = ("author", "by", "cite", "name", "source", "link")
        said = [self.params.text(key) for key in keys] or []
        words = ", ".join(word for word in dict.fromkeys(said) if word) or self.params.text(0)
        if words:
            whole += nodes.attribution("", "", *self.context.render_inline(words))
        return [whole]


SHORTCODES: tuple[type[Shortcode], ...] = (
    Anchor,
    Badge,
    Button,
    Buttons,
    Icon,
    InlineCode,
    Keys,
    LineBreak,
    Link,
    Mark,
    Quote,
    Silent,
    Span,
)
