"""Shortcodes without code: what ``hugo_shortcodes`` says with a dictionary becomes a class.

An entry has one key that says what the call becomes (a key of :data:`KINDS`), keys for the parts of
that, whose values are texts with fields (:mod:`.fields`), and the keys of :data:`COMMON`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from typing import TYPE_CHECKING, ClassVar

from docutils import nodes

from sphinx_hugo.hugo.problems import Kind
from sphinx_hugo.shortcodes.base import InnerUse, Parameter, Shortcode
from sphinx_hugo.shortcodes.components import (
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
from sphinx_hugo.shortcodes.families.links import join_inline
from sphinx_hugo.shortcodes.families.notices import KINDS as NOTICE_KINDS
from sphinx_hugo.shortcodes.families.notices import kind_of, notice
from sphinx_hugo.shortcodes.fields import INNER, FieldError, Fields, read_fields

if TYPE_CHECKING:
    from collections.abc import Sequence

COMMON = ("params", "defaults", "inner")
"""Keys that every entry may have."""

COMPONENTS: Mapping[str, tuple[str, ...]] = {
    "badge": ("content", "color"),
    "button": ("content", "link", "color", "outline"),
    "card": ("content", "title", "link", "image", "header", "footer"),
    "cards": ("content", "columns"),
    "dropdown": ("content", "title", "open"),
}
"""sphinx-design's components, and the keys for their parts."""

KINDS: Mapping[str, tuple[str, ...]] = {
    "directive": ("argument", "options", "content"),
    "role": ("content",),
    "admonition": ("title", "content"),
    "component": (),
    "markdown": (),
    "text": (),
}
"""The keys that say what a call becomes, and the keys for its parts."""


class DeclarationError(ValueError):
    """An entry that cannot be read; the message says what to write."""


@dataclass(frozen=True, slots=True)
class Declaration:
    """An entry, checked."""

    kind: str
    """A key of :data:`KINDS`."""
    value: Fields
    """What stands under that key."""
    parts: Mapping[str, Fields]
    """The other texts by key."""
    options: Mapping[str, Fields]
    """Options of a directive."""
    params: tuple[str, ...]
    """Names of the parameters that may be given by position, in order."""
    defaults: Mapping[str, str]
    """Values of parameters that are not given."""
    inner: InnerUse


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


# -- reading an entry -----------------------------------------------------------------------------


def read_declaration(entry: Mapping[object, object]) -> Declaration:
    """Check an entry.

    :raises DeclarationError: if it cannot be read
    """
    kinds = [kind for kind in KINDS if kind in entry]
    if len(kinds) != 1:
        found = " and ".join(map(repr, kinds)) if kinds else "none of them"
        raise DeclarationError(
            f"an entry has exactly one of the keys {_list(KINDS)} to say what the call becomes; "
            f"there is {found}"
        )
    kind = kinds[0]
    value = _fields(kind, entry[kind])
    keys = KINDS[kind]
    if kind == "component":
        keys = COMPONENTS.get(value.constant or "", ())
        if not keys:
            raise DeclarationError(
                f"'component': {entry[kind]!r} is none that can be used: write one of "
                f"{_list(COMPONENTS)}{_near(str(entry[kind]), COMPONENTS)}"
            )
    if kind == "admonition" and value.constant is not None and not kind_of(value.constant):
        raise DeclarationError(
            f"'admonition': {value.constant!r} is no kind of admonition: write 'note', 'tip', "
            f"'warning', 'danger' or another{_near(value.constant, NOTICE_KINDS)}"
        )
    for key in entry:
        if key != kind and key not in keys and key not in COMMON:
            allowed = (*keys, *COMMON)
            raise DeclarationError(
                f"there is no key {key!r} beside {kind!r}: write one of {_list(allowed)}"
                + _near(str(key), allowed)
            )
    parts = {key: _fields(key, entry[key]) for key in keys if key in entry and key != "options"}
    options = {key: _fields(f"options.{key}", text) for key, text in _map(entry, "options").items()}
    defaults = {
        key: _scalar(f"defaults.{key}", text) for key, text in _map(entry, "defaults").items()
    }
    used = frozenset().union(*(one.names for one in (value, *parts.values(), *options.values())))
    implied = kind in {"directive", "role", "admonition", "component"} and "content" not in parts
    takes_inner = INNER in used or implied
    return Declaration(
        kind,
        value,
        parts,
        options,
        _params(entry),
        defaults,
        _inner(entry, takes_inner=takes_inner),
    )


def _list(names: Sequence[str] | Mapping[str, object]) -> str:
    return ", ".join(map(repr, names))


def _near(word: str, known: Sequence[str] | Mapping[str, object]) -> str:
    near = get_close_matches(word.lower(), list(known), n=1)
    return f"; did you mean {near[0]!r}?" if near else ""


def _scalar(key: str, value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str | int | float):
        return str(value)
    raise DeclarationError(f"{key!r}: {value!r} is no text; write a string")


def _fields(key: str, value: object) -> Fields:
    try:
        return read_fields(_scalar(key, value))
    except FieldError as error:
        raise DeclarationError(f"{key!r}: {error}") from error


def _map(entry: Mapping[object, object], key: str) -> dict[str, object]:
    value = entry.get(key, {})
    if not isinstance(value, Mapping) or not all(isinstance(name, str) for name in value):
        raise DeclarationError(f"{key!r}: {value!r} is no dictionary of names and values")
    return dict(value)


def _params(entry: Mapping[object, object]) -> tuple[str, ...]:
    value = entry.get("params", ())
    if isinstance(value, str) or not isinstance(value, list | tuple):
        raise DeclarationError(
            f"'params': {value!r} is no list; write the names of the parameters in the order in "
            "which they may be given, such as ['title', 'link']"
        )
    if not all(isinstance(name, str) and name != INNER for name in value):
        raise DeclarationError(f"'params': {value!r}: write names; 'inner' is taken")
    return tuple(value)


def _inner(entry: Mapping[object, object], *, takes_inner: bool) -> InnerUse:
    value = entry.get("inner")
    if value is None:
        return InnerUse.OPTIONAL if takes_inner else InnerUse.NONE
    if value in tuple(InnerUse):
        return InnerUse(str(value))
    raise DeclarationError(f"'inner': {value!r}: write one of {_list(tuple(map(str, InnerUse)))}")


# -- answering ------------------------------------------------------------------------------------


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
