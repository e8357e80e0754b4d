"""How text moves a position in HTML from one context to the next."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from sphinx_hugo.hugo.entities import unescape

from .attributes import attribute_kind
from .context import (
    COMMENTS,
    JS_STRINGS,
    VALUE_STATES,
    Attr,
    Context,
    ContextError,
    Delimiter,
    Element,
    State,
    UrlPart,
)
from .script_transition import JS_TRANSITIONS
from .style_transition import CSS_TRANSITIONS

if TYPE_CHECKING:
    from collections.abc import Callable

_TAG_NAME = re.compile(r"[a-zA-Z](?:[a-zA-Z0-9]|[:-](?=[a-zA-Z0-9]))*")
_TAG_START = re.compile(r"<(?:(!--)|(/?)(?=[a-zA-Z]))")
_SPACE = re.compile(r"[ \t\n\f\r]*")
_ATTR_NAME = re.compile(r"[^ \t\n\f\r=>\"'<]*")
_CONTENT_STATES = {
    Element.NONE: State.TEXT,
    Element.SCRIPT: State.JS,
    Element.STYLE: State.CSS,
    Element.TEXTAREA: State.RCDATA,
    Element.TITLE: State.RCDATA,
}
_ELEMENTS = {element.value: element for element in Element if element.value}
_CLOSING = {
    element: re.compile(f"</{element.value}(?=[ \\t\\n\\f\\r/>])", re.IGNORECASE)
    for element in Element
    if element.value
}
_DELIMITER_END = {
    Delimiter.DOUBLE: re.compile('"'),
    Delimiter.SINGLE: re.compile("'"),
    Delimiter.SPACE: re.compile(r"[ \t\n\f\r>]"),
}
_BAD_UNQUOTED = re.compile("[\"'<=`]")
_JS_TYPES = frozenset(
    {
        "application/ecmascript", "application/javascript", "application/json",
        "application/ld+json", "application/x-ecmascript", "application/x-javascript", "module",
        "text/ecmascript", "text/javascript", "text/javascript1.0", "text/javascript1.1",
        "text/javascript1.2", "text/javascript1.3", "text/javascript1.4", "text/javascript1.5",
        "text/jscript", "text/livescript", "text/x-ecmascript", "text/x-javascript",
    }
)  # fmt: skip


def advance(context: Context, text: str, at: int) -> tuple[Context, int]:
    """Read on from `at` until the context changes; gives the new context and offset.

    :raises ContextError: for HTML that cannot be understood
    """
    if context.delimiter is Delimiter.NONE:
        end = _special_end(context, text, at)
        if end == at:
            return Context(), at
        return _TRANSITIONS[context.state](context, text, at, end)
    return _in_value(context, text, at)


def _in_value(context: Context, text: str, at: int) -> tuple[Context, int]:
    found = _DELIMITER_END[context.delimiter].search(text, at)
    end = found.start() if found else len(text)
    unquoted = context.delimiter is Delimiter.SPACE
    if unquoted and (bad := _BAD_UNQUOTED.search(text, at, end)):
        msg = f"{bad.group()!r} in unquoted attribute value: {text[at:end][:40]!r}"
        raise ContextError(msg)
    if found is None:
        decoded, position = unescape(text[at:]), 0
        while position < len(decoded):
            context, position = _TRANSITIONS[context.state](
                context, decoded, position, len(decoded)
            )
        return context, len(text)
    element = context.element
    if (
        element is Element.SCRIPT
        and context.attr is Attr.SCRIPT_TYPE
        and not _is_js_type(text[at:end])
    ):
        element = Element.NONE
    return Context(State.TAG, element=element), end if unquoted else end + 1


def _is_js_type(text: str) -> bool:
    kind = text.partition(";")[0].strip().lower()
    return not kind or kind in _JS_TYPES


def _special_end(context: Context, text: str, at: int) -> int:
    """Find where the element's closing tag ends script, style or title text."""
    element = context.element
    if element is Element.NONE or context.state in {
        State.TAG, State.ATTR_NAME, State.AFTER_NAME, State.BEFORE_VALUE,
    }:  # fmt: skip
        return len(text)
    if element is Element.SCRIPT and context.state in JS_STRINGS | COMMENTS:
        return len(text)
    found = _CLOSING[element].search(text, at)
    return found.start() if found else len(text)


def _text(context: Context, text: str, at: int, end: int) -> tuple[Context, int]:
    found = _TAG_START.search(text, at, end)
    if found is None:
        return context, end
    if found.group(1):
        return Context(State.HTML_COMMENT), found.end()
    name = _TAG_NAME.match(text, found.end(), end)
    if name is None:
        return context, found.end()
    element = Element.NONE if found.group(2) else _ELEMENTS.get(name.group().lower(), Element.NONE)
    return Context(State.TAG, element=element), name.end()


def _tag(context: Context, text: str, at: int, end: int) -> tuple[Context, int]:
    at = _skip_space(text, at, end)
    if at == end:
        return context, end
    if text[at] == ">":
        return Context(_CONTENT_STATES[context.element], element=context.element), at + 1
    name = _name(text, at, end)
    if name == at:
        msg = f"expected space, attribute name or end of tag, found {text[at:end][:20]!r}"
        raise ContextError(msg)
    word = text[at:name].lower()
    attr = attribute_kind(word)
    if context.element is Element.SCRIPT and word == "type":
        attr = Attr.SCRIPT_TYPE
    state = State.ATTR_NAME if name == end else State.AFTER_NAME
    return replace(context, state=state, attr=attr), name


def _name(text: str, at: int, end: int) -> int:
    found = _ATTR_NAME.match(text, at, end)
    position = found.end() if found else at
    if position < end and text[position] in "\"'<":
        msg = f"{text[position]!r} in attribute name: {text[at : position + 1]!r}"
        raise ContextError(msg)
    return position


def _skip_space(text: str, at: int, end: int) -> int:
    found = _SPACE.match(text, at, end)
    return found.end() if found else at


def _attr_name(context: Context, text: str, at: int, end: int) -> tuple[Context, int]:
    position = _name(text, at, end)
    return (
        (replace(context, state=State.AFTER_NAME), position) if position < end else (context, end)
    )


def _after_name(context: Context, text: str, at: int, end: int) -> tuple[Context, int]:
    at = _skip_space(text, at, end)
    if at == end:
        return context, end
    if text[at] != "=":
        return replace(context, state=State.TAG), at
    return replace(context, state=State.BEFORE_VALUE), at + 1


def _before_value(context: Context, text: str, at: int, end: int) -> tuple[Context, int]:
    at = _skip_space(text, at, end)
    if at == end:
        return context, end
    delimiter = {"'": Delimiter.SINGLE, '"': Delimiter.DOUBLE}.get(text[at], Delimiter.SPACE)
    state = VALUE_STATES[context.attr]
    kept = context.attr if context.attr is Attr.SCRIPT_TYPE else Attr.NONE
    context = replace(context, state=state, delimiter=delimiter, attr=kept)
    return context, at if delimiter is Delimiter.SPACE else at + 1


def _comment(context: Context, text: str, at: int, end: int) -> tuple[Context, int]:
    found = text.find("-->", at, end)
    return (Context(), found + 3) if found >= 0 else (context, end)


def _url(context: Context, text: str, at: int, end: int) -> tuple[Context, int]:
    if "#" in text[at:end] or "?" in text[at:end]:
        return replace(context, url_part=UrlPart.QUERY_OR_FRAGMENT), end
    if context.url_part is UrlPart.NONE and text[at:end].strip(" \t\n\f\r"):
        return replace(context, url_part=UrlPart.BEFORE_QUERY), end
    return context, end


def _stay(context: Context, text: str, at: int, end: int) -> tuple[Context, int]:
    return context, end


_TRANSITIONS: dict[State, Callable[[Context, str, int, int], tuple[Context, int]]] = {
    State.TEXT: _text,
    State.TAG: _tag,
    State.ATTR_NAME: _attr_name,
    State.AFTER_NAME: _after_name,
    State.BEFORE_VALUE: _before_value,
    State.HTML_COMMENT: _comment,
    State.RCDATA: _stay,
    State.ATTR: _stay,
    State.URL: _url,
    State.SRCSET: _url,
    **JS_TRANSITIONS,
    **CSS_TRANSITIONS,
}
