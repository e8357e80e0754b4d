"""YAML as Hugo reads it.

The parsing is PyYAML's (libyaml's, where it is installed); what a plain scalar means, duplicate
keys, merge keys and tags follow Hugo's reader, which is closer to YAML 1.2: ``yes`` is text,
``010`` is 8, dates are text.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple

import yaml
from yaml import events

from sphinx_hugo.hugo.values.yamlscalars import Value, read_scalar, resolve_plain

if TYPE_CHECKING:
    from collections.abc import Iterator

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

# PyYAML refuses control characters, and breaks lines at the Unicode line ends; Hugo does neither.
_REFUSED = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]")
_UNICODE_LINE_ENDS = frozenset("\x85\u2028\u2029")
_SURROGATES = re.compile(r"\\u([dD][89abAB][0-9a-fA-F]{2})\\u([dD][c-fC-F][0-9a-fA-F]{2})")

_MAX_DEPTH = 200
_TOO_DEEP = f"values are nested more than {_MAX_DEPTH} levels deep"
_MAX_ALIASED = 100_000
"""How many values aliases may stand for, all together; Hugo gives up even sooner."""


class YamlError(ValueError):
    """Text that is not YAML, or not what Hugo takes for YAML."""

    def __init__(self, message: str, line: int, column: int) -> None:
        super().__init__(message)
        self.message = message
        self.line = line
        """1-based."""
        self.column = column
        """1-based."""


class _Anchored(NamedTuple):
    value: Value
    size: int


def read_yaml(text: str) -> Value:
    """Return the first document of *text* as plain Python data, keys as text, in their own case.

    Raises :class:`YamlError`.
    """
    if "\\u" in text:
        text = _SURROGATES.sub(_join_surrogates, text)
    if _REFUSED.search(text):
        text = _REFUSED.sub(lambda m: " " if m[0] in _UNICODE_LINE_ENDS else "\ufffd", text)
    try:
        return _Builder(yaml.parse(text, Loader=_LOADER)).document()
    except yaml.MarkedYAMLError as error:
        raise _from_pyyaml(error) from error
    except yaml.YAMLError as error:
        raise YamlError(str(error).partition("\n")[0], 1, 1) from error


def _join_surrogates(match: re.Match[str]) -> str:
    """Write a character outside the first plane, escaped as in JSON, the way PyYAML knows."""
    high, low = int(match[1], 16), int(match[2], 16)
    return f"\\U{0x10000 + (high - 0xD800) * 0x400 + (low - 0xDC00):08x}"


class _Builder:
    """Builds values from parser events; never deeper than ``_MAX_DEPTH``."""

    def __init__(self, parsed: Iterator[events.Event]) -> None:
        self._events = parsed
        self._anchors: dict[str, _Anchored] = {}
        self._aliased = 0
        self._depth = 0
        self._size = 0

    def document(self) -> Value:
        for event in self._events:
            if isinstance(event, events.DocumentStartEvent):
                value = self._value(next(self._events))
                if not getattr(next(self._events), "explicit", False):
                    next(self._events)  # fails if the rest belongs to no document
                return value
        return None

    def _value(self, event: events.Event) -> Value:
        if isinstance(event, events.AliasEvent):
            return self._alias(event)
        before = self._size
        self._size += 1
        if isinstance(event, events.ScalarEvent):
            value = read_scalar(event)
        else:
            self._depth += 1
            if self._depth > _MAX_DEPTH:
                raise _error(_TOO_DEEP, event)
            is_map = isinstance(event, events.MappingStartEvent)
            value = self._mapping(event) if is_map else self._sequence()
            self._depth -= 1
        anchor: str | None = getattr(event, "anchor", None)
        if anchor is not None:
            self._anchors[anchor] = _Anchored(value, self._size - before)
        return value

    def _alias(self, event: events.AliasEvent) -> Value:
        name = event.anchor or ""
        found = self._anchors.get(name)
        if found is None:
            message = f"the alias *{name} stands for nothing; write &{name} before the value"
            raise _error(message, event)
        self._size += found.size
        self._aliased += found.size
        if self._aliased > _MAX_ALIASED:
            raise _error("aliases stand for too many values", event)
        return found.value

    def _sequence(self) -> list[Any]:
        items = []
        for event in self._events:
            if isinstance(event, events.SequenceEndEvent):
                break
            items.append(self._value(event))
        return items

    def _mapping(self, start: events.Event) -> dict[str, Any]:
        result: dict[str, Any] = {}
        seen: set[str] = set()
        in_flow = bool(getattr(start, "flow_style", False))
        for event in self._events:
            if isinstance(event, events.MappingEndEvent):
                break
            key = self._key(event)
            if key in seen:
                raise _error(f'the key "{key}" is set twice', event)
            seen.add(key)
            value_event = next(self._events)
            value = self._value(value_event)
            if key == "<<" and _is_plain(event):
                # In the order of writing: Hugo lets merged values win over keys before them.
                for merged in value if isinstance(value, list) else [value]:
                    if not isinstance(merged, dict):
                        raise _error("only maps can be merged with <<", value_event)
                    result.update(merged)
            elif in_flow and value is None and _is_absent(value_event) and ":" in key:
                # Hugo reads {a:1} as {a: 1}; in block style `a:1` is one scalar.
                name, _, rest = key.partition(":")
                result[name] = resolve_plain(rest)
            else:
                result[key] = value
        return result

    def _key(self, event: events.Event) -> str:
        if isinstance(event, events.ScalarEvent):
            return str(event.value)
        if isinstance(event, events.AliasEvent):
            value = self._alias(event)
            if isinstance(value, str):
                return value
        raise _error("a key must be text, not a list or a map", event)


def _is_plain(event: events.Event) -> bool:
    return isinstance(event, events.ScalarEvent) and not event.style


def _is_absent(event: events.Event) -> bool:
    return _is_plain(event) and getattr(event, "value", None) == ""


def _place(event: events.Event) -> tuple[int, int]:
    mark = event.start_mark
    return (mark.line + 1, mark.column + 1) if mark else (1, 1)


def _error(message: str, event: events.Event) -> YamlError:
    return YamlError(message, *_place(event))


_HINTS = {
    "mapping values are not allowed": 'a second colon; put the value into quotes, such as "A: B"',
    "found character": "a value cannot begin with this character; put it into quotes",
    "did not find expected key": "neither a key nor the rest of a value; check quotes and indent",
    "did not find expected ',' or": "a bracket is not closed",
    "could not find expected ':'": "a line without a colon; write `key: value`",
    "found unexpected end of stream": "a quotation mark is not closed",
    "block sequence entries are not allowed": "a list item must stand on a line of its own",
    "found unknown escape character": r"an unknown escape; write \\ or use single quotes",
}


_POINTS_AT_BEGINNING = (
    "could not find expected ':'",
    "found unexpected end of stream",
    "did not find expected ',' or",
    "expected ',' or",
)
"""Findings of which PyYAML names the end of the text; the reader looks for what is not closed."""


def _from_pyyaml(error: yaml.MarkedYAMLError) -> YamlError:
    problem = " ".join((error.problem or "not YAML").split())
    if "nesting depth" in problem:  # it looks ahead, and may come to its own limit before we do
        problem = _TOO_DEEP
    marks = [error.problem_mark, error.context_mark]
    if problem.startswith(_POINTS_AT_BEGINNING):
        marks.reverse()
    mark = marks[0] or marks[1]
    for beginning, hint in _HINTS.items():
        if problem.startswith(beginning):
            problem = f"{problem} ({hint})"
    return YamlError(problem, mark.line + 1, mark.column + 1) if mark else YamlError(problem, 1, 1)
