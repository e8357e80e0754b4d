"""Things in running text by the names that sites give them."""

from __future__ import annotations

from typing import ClassVar

from docutils import nodes

from sphinx_hugo.hugo.references.refs import find_page
from sphinx_hugo.shortcodes.base import InnerUse, Parameter, Shortcode
from sphinx_hugo.shortcodes.families.labels import Badge as AnyBadge
from sphinx_hugo.shortcodes.families.labels import Icon as AnyIcon
from sphinx_hugo.shortcodes.families.labels import Keys as AnyKeys
from sphinx_hugo.shortcodes.families.links import LINK_KEYS, join_inline
from sphinx_hugo.shortcodes.families.links import Button as AnyButton
from sphinx_hugo.shortcodes.families.links import Buttons as AnyButtons

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

    names = ("kbd", "key", "keys", "keyboard", "shortcut")
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
    )
    example = '{{< icon "heart" >}}'


class Badge(AnyBadge):
    """A coloured label."""

    names = ("badge", "label", "tag", "pill", "chip", "status", "lozenge")
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


class GlossaryTerm(Shortcode):
    """A term, linked to the page of its name if the site has one."""

    names = (
        "glossary-term", "glossary_tooltip", "glossary", "gloss", "glossary-tooltip", "term", "gls",
        "glossary_definition", "definition-link", "tooltip", "abbr",
    )  # fmt: skip
    inner_use = InnerUse.OPTIONAL
    any_parameter = True
    parameters: ClassVar[tuple[Parameter, ...]] = (
        Parameter("text", "The words to show.", 0),
        Parameter("term_id", "Name of the term's page."),
    )
    example = '{{< glossary_tooltip text="Mission" term_id="mission" >}}'

    def to_nodes(self) -> list[nodes.Node]:
        """Return the words, linked if there is a page; without a word, nothing."""
        term = self.params.text("term_id", "id", "term", "page", 0, "text")
        words = self.to_text()
        if not words:
            return []
        name = term.strip().lower().replace(" ", "-")
        if name and find_page(self.context.site, f"/glossary/{name}", None) is not None:
            return self.flow([self.context.ref_reference(f"/glossary/{name}", [nodes.Text(words)])])
        if name and find_page(self.context.site, name, self.context.page) is not None:
            return self.flow([self.context.ref_reference(name, [nodes.Text(words)])])
        return self.flow([nodes.Text(words)])

    def to_text(self) -> str:
        """Return the words."""
        words = super().to_text().strip()
        return words or self.params.text("text", "prepend", 0, "term", "term_id", "id")


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
    )
    inner_use = InnerUse.OPTIONAL
    any_parameter = True
    parameters: ClassVar[tuple[Parameter, ...]] = (
        Parameter("text", "The words, if there is no inner content.", 0),
    )
    example = "H{{< sub >}}2{{< /sub >}}O"

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
    )
    inner_use = InnerUse.OPTIONAL
    any_parameter = True
    example = "{{< toc >}}"

    def to_nodes(self) -> list[nodes.Node]:
        """Return nothing."""
        return []

    def to_text(self) -> str:
        """Return nothing."""
        return ""


class Quote(Shortcode):
    """A quotation, and who said it."""

    names = ("quote", "blockquote", "epigraph", "testimonial", "pullquote")
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
    Badge,
    Button,
    Buttons,
    GlossaryTerm,
    Icon,
    Keys,
    LineBreak,
    Link,
    Quote,
    Silent,
    Span,
)
