"""Shortcodes without code: what ``hugo_shortcodes`` says with a dictionary becomes a class."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from docutils import nodes

from sphinx_hugo.hugo.problems import Kind
from sphinx_hugo.nodes.components import (
    COLORS,
    as_button,
    badge,
    card,
    columns_for,
    dropdown,
    grid,
    is_component,
    stretch,
)
from sphinx_hugo.nodes.notices import kind_of, notice
from sphinx_hugo.shortcodes.base import Parameter, Shortcode
from sphinx_hugo.shortcodes.declarations import Declaration, read_declaration
from sphinx_hugo.shortcodes.families.links import join_inline
from sphinx_hugo.shortcodes.fields import INNER

if TYPE_CHECKING:
    from collections.abc import Mapping


def declare(name: str, entry: Mapping[object, object]) -> type[Shortcode]:
    """Return the class for an entry of ``hugo_shortcodes``.

    :raises DeclarationError: for an entry that cannot be read
    """
    declaration = read_declaration(entry)
    bases = {"markdown": DeclaredMarkdown, "text": DeclaredText, "role": DeclaredRole}
    base = bases.get(declaration.kind, Declared)
    parameters = tuple(
        Parameter(param, "Declared in conf.py.", position)
        for position, param in enumerate(declaration.params)
    )
    attributes = {
        "__doc__": "Declared in conf.py.",
        "names": (name.lower(),),
        "inner_use": declaration.inner,
        "parameters": parameters,
        "declaration": declaration,
    }
    return type(f"Declared_{name}", (base,), attributes)


class Declared(Shortcode):
    """A call that becomes a directive, an admonition or a component."""

    any_parameter = True
    declaration: ClassVar[Declaration]

    def value_of(self, name: str) -> str:
        """Return what a field stands for, the inner content as Markdown."""
        if name == INNER:
            inner = self.context.inner()
            return inner.text.strip("\n") if inner is not None else ""
        keys: list[int | str] = [int(name)] if name.isdecimal() else [name]
        if name in self.declaration.params:
            keys.append(self.declaration.params.index(name))
        return self.params.text(*keys) or self.declaration.defaults.get(name, "")

    def part(self, key: str) -> str:
        """Return the text under a key, fields filled in; empty if it is not there."""
        fields = self.declaration.parts.get(key)
        return fields.fill(self.value_of) if fields else ""

    def inline(self, key: str) -> list[nodes.Node]:
        """Return the text under a key as inline nodes."""
        text = self.part(key)
        return self.context.render_inline(text) if text else []

    def content(self) -> list[nodes.Node]:
        """Return what stands under ``content``, else the inner content, as blocks."""
        if "content" not in self.declaration.parts:
            return self.body()
        return self.context.render(self.context.markup(self.part("content")), self)

    def label(self) -> list[nodes.Node]:
        """Return the same as one run of inline nodes."""
        return join_inline(self.content())

    def to_nodes(self) -> list[nodes.Node]:
        """Return what the entry says."""
        value = self.declaration.value.fill(self.value_of)
        if self.declaration.kind == "directive":
            return self._directive(value)
        if self.declaration.kind == "admonition":
            return [notice(kind_of(value) or "note", self.inline("title"), self.content())]
        found: list[nodes.Node] = getattr(self, f"_{value}")()
        return found

    def _directive(self, name: str) -> list[nodes.Node]:
        if not self.context.has_directive(name):
            self.context.report(
                Kind.SHORTCODE_PARAM,
                f"the shortcode '{self.call.name}' becomes the directive '{name}', which nobody has "
                "registered; add the extension that brings it to conf.py, or write another name "
                f"in hugo_shortcodes[{self.call.name!r}].",
            )
            return self.content()
        filled = {key: one.fill(self.value_of) for key, one in self.declaration.options.items()}
        # An option of nothing but fields that were not given is left out; a flag is empty as written.
        constant = {key for key, one in self.declaration.options.items() if not one.names}
        options = {key: text for key, text in filled.items() if text or key in constant}
        content = self.context.inner()
        if "content" in self.declaration.parts:
            text = self.part("content")
            content = self.context.markup(text) if text else None
        return self.context.directive(name, self.part("argument"), options, content, self)

    def _flag(self, key: str) -> bool:
        return self.part(key).strip().lower() not in {"", "false", "0", "no", "off"}

    def _badge(self) -> list[nodes.Node]:
        return self.flow([badge(self.label(), self.part("color"))])

    def _button(self) -> list[nodes.Node]:
        target = self.part("link")
        label = self.label() or [nodes.Text(target)]
        link = self.context.reference(target, label) if target else nodes.inline("", "", *label)
        color = self.part("color")
        color = color if color in COLORS else "primary"
        return self.flow([as_button(link, color, outline=self._flag("outline"))])

    def _card(self) -> list[nodes.Node]:
        title, target = self.inline("title"), self.part("link")
        if target:
            title = [stretch(self.context.reference(target, title or [nodes.Text(target)]))]
        picture = self.part("image")
        return [
            card(
                title=title,
                body=self.content(),
                header=self.inline("header"),
                footer=self.inline("footer"),
                image=self.context.image(picture) if picture else None,
            )
        ]

    def _cards(self) -> list[nodes.Node]:
        number = self.part("columns")
        cards = self.parts() if "content" not in self.declaration.parts else self.content()
        inside = [block for block in cards if is_component(block, "card")]
        rest = [block for block in cards if not is_component(block, "card")]
        columns = columns_for(int(number) if number.isdecimal() and len(number) < 3 else 3)
        return [*rest, *([grid(inside, columns)] if inside else [])]

    def _dropdown(self) -> list[nodes.Node]:
        title = self.inline("title") or [nodes.Text("Details")]
        return [dropdown(title, self.content(), is_open=self._flag("open"))]


class DeclaredMarkdown(Declared):
    """A call that becomes Markdown."""

    def to_markdown(self) -> str:
        """Return the Markdown for the place of a ``{{% %}}`` call, inner calls as written."""
        span = self.call.inner_span
        inner = "" if span is None else self.call.source[span[0] : span[1]].strip("\n")
        return self.declaration.value.fill(
            lambda name: inner if name == INNER else self.value_of(name)
        )

    def to_nodes(self) -> list[nodes.Node]:
        """Return the Markdown, rendered."""
        text = self.declaration.value.fill(self.value_of)
        found = self.context.render(self.context.markup(text), self)
        if self.context.inline and len(found) == 1 and isinstance(found[0], nodes.paragraph):
            return found[0].children
        return found

    def to_text(self) -> str:
        """Return the Markdown as it stands."""
        return self.context.plain_text(
            self.context.markup(self.declaration.value.fill(self.value_of))
        )


class DeclaredText(Declared):
    """A call that becomes characters."""

    def to_nodes(self) -> list[nodes.Node]:
        """Return the characters."""
        text = self.to_text()
        return self.flow([nodes.Text(text)]) if text else []

    def to_text(self) -> str:
        """Return the characters."""
        text = self.declaration.value.fill(self.value_of)
        return self.context.plain_text(self.context.markup(text))


class DeclaredRole(Declared):
    """A call that becomes a role."""

    def to_nodes(self) -> list[nodes.Node]:
        """Return what the role makes of the text."""
        name = self.declaration.value.fill(self.value_of)
        return self.flow(self.context.role(name, self.to_text()))

    def to_text(self) -> str:
        """Return the text of the role."""
        text = self.part("content") if "content" in self.declaration.parts else self.value_of(INNER)
        return self.context.plain_text(self.context.markup(text)).strip()
