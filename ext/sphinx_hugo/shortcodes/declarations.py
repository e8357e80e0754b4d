"""What an entry of ``hugo_shortcodes`` may say, read and checked.

An entry has one key that says what the call becomes (a key of :data:`KINDS`), keys for the parts of
that, whose values are texts with fields (:mod:`.fields`), and the keys of :data:`COMMON`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from typing import TYPE_CHECKING

from sphinx_hugo.nodes.notices import KINDS as NOTICE_KINDS
from sphinx_hugo.nodes.notices import kind_of
from sphinx_hugo.shortcodes.base import InnerUse
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
