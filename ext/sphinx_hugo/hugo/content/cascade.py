"""Cascade: values that a section, or the configuration, gives to what lies below it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sphinx_hugo.hugo import globs
from sphinx_hugo.hugo.content.fields import split_fields
from sphinx_hugo.hugo.pages import PageKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_FORBIDDEN = ("kind", "path", "lang", "cascade")


@dataclass(frozen=True, slots=True)
class CascadeEntry:
    """One entry of a cascade: what it gives, and to which pages."""

    fields: Mapping[str, Any]
    """Front matter fields."""
    params: Mapping[str, Any]
    """User values: those in ``params``, and keys Hugo does not know."""
    kind: globs.Glob | None = None
    path: globs.Glob | None = None
    applies: bool = True
    """Whether the environment fits."""

    def matches(self, path: str, kind: PageKind) -> bool:
        """Return whether the entry is meant for this page."""
        if not self.applies or (self.kind and not self.kind.fits(kind)):
            return False
        return self.path is None or self.path.fits(path)


def read_cascade(
    value: object, environment: str, languages: Iterable[str] = ()
) -> tuple[tuple[CascadeEntry, ...], tuple[str, ...]]:
    """Return the entries of a ``cascade`` value, and what is wrong with it.

    *languages* are the keys that the page at hand may have: old sites select by ``lang``.
    """
    messages: list[str] = []
    if value is None:
        return (), ()
    items = value if isinstance(value, (list, tuple)) else [value]
    entries = []
    for item in items:
        if not isinstance(item, dict):
            messages.append(f"cascade: {item!r} is no map; write fields, or a list of maps")
            continue
        # Inside lists keys keep their case; Hugo compares them without.
        entry = _read_entry(lower_keys(item), environment, tuple(languages), messages)
        if entry is not None:
            entries.append(entry)
    return tuple(entries), tuple(messages)


def lower_keys(value: object) -> Any:
    """Return *value* with the keys of its maps in lower case, at every level but in lists."""
    if isinstance(value, dict):
        return {str(key).lower(): lower_keys(item) for key, item in value.items()}
    return value


def _read_entry(
    item: dict[str, Any], environment: str, languages: tuple[str, ...], messages: list[str]
) -> CascadeEntry | None:
    fields = dict(item)
    target = fields.pop("_target", None)
    if target is not None:
        messages.append("cascade: '_target' is deprecated; write 'target'")
    target = fields.pop("target", target) or {}
    for key in _FORBIDDEN:
        if key in fields:
            del fields[key]
            messages.append(f"cascade: {key!r} is not allowed here and is left out")
    fields, params, wrong = split_fields(fields)
    messages.extend(f"cascade: {text}" for text in wrong)
    if not isinstance(target, dict):
        messages.append("cascade: 'target' must be a map, such as '{kind: page}'; left out")
        return None
    try:
        kind = _pattern(target.get("kind"))
        path = _pattern(target.get("path"))
        wanted = _pattern(target.get("environment"))
    except globs.GlobError as error:
        messages.append(f"cascade: {error}; the entry is left out")
        return None
    if kind and not any(kind.fits(known) for known in PageKind):
        kinds = ", ".join(PageKind)
        messages.append(f"cascade: {target['kind']!r} is no page kind; Hugo knows {kinds}")
        return None
    applies = wanted is None or wanted.fits(environment.lower())
    if "lang" in target:
        messages.append("cascade: 'target.lang' was removed from Hugo; write 'target.sites.matrix'")
        applies = applies and str(target["lang"]).lower() in languages
    return CascadeEntry(fields, params, kind, path, applies)


def _pattern(value: object) -> globs.Glob | None:
    return globs.compile_glob(str(value).lower()) if value else None


def apply_cascade(
    fields: dict[str, Any], params: dict[str, Any], entries: Iterable[CascadeEntry]
) -> None:
    """Fill what *fields* and *params* do not have; the first entry that has a key wins.

    *params* holds the user's values, wherever the page wrote them.
    """
    for entry in entries:
        for key, value in entry.fields.items():
            fields.setdefault(key, value)
        for key, value in entry.params.items():
            params.setdefault(key, value)
