"""Where in an HTML document a position is, as far as escaping must know."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum, auto


class State(Enum):
    """What the HTML, JavaScript or CSS reader is in the middle of."""

    TEXT = auto()
    TAG = auto()
    ATTR_NAME = auto()
    AFTER_NAME = auto()
    BEFORE_VALUE = auto()
    HTML_COMMENT = auto()
    RCDATA = auto()
    ATTR = auto()
    URL = auto()
    SRCSET = auto()
    JS = auto()
    JS_DOUBLE = auto()
    JS_SINGLE = auto()
    JS_TEMPLATE = auto()
    JS_REGEXP = auto()
    JS_BLOCK_COMMENT = auto()
    JS_LINE_COMMENT = auto()
    CSS = auto()
    CSS_DOUBLE = auto()
    CSS_SINGLE = auto()
    CSS_DOUBLE_URL = auto()
    CSS_SINGLE_URL = auto()
    CSS_URL = auto()
    CSS_BLOCK_COMMENT = auto()
    CSS_LINE_COMMENT = auto()


COMMENTS = frozenset(
    {
        State.HTML_COMMENT,
        State.JS_BLOCK_COMMENT,
        State.JS_LINE_COMMENT,
        State.CSS_BLOCK_COMMENT,
        State.CSS_LINE_COMMENT,
    }
)
JS_STRINGS = frozenset({State.JS_DOUBLE, State.JS_SINGLE, State.JS_TEMPLATE, State.JS_REGEXP})
IN_TAG = frozenset({State.TAG, State.ATTR_NAME, State.AFTER_NAME, State.BEFORE_VALUE, State.ATTR})


class Delimiter(Enum):
    """What ends the attribute value."""

    NONE = ""
    DOUBLE = '"'
    SINGLE = "'"
    SPACE = " \t\n\f\r>"


class UrlPart(Enum):
    """How far into a URL."""

    NONE = auto()
    BEFORE_QUERY = auto()
    QUERY_OR_FRAGMENT = auto()
    UNKNOWN = auto()


class Slash(Enum):
    """What a ``/`` would mean in JavaScript."""

    REGEXP = auto()
    DIVISION = auto()
    UNKNOWN = auto()


class Attr(Enum):
    """What an attribute's value is."""

    NONE = auto()
    SCRIPT = auto()
    SCRIPT_TYPE = auto()
    STYLE = auto()
    URL = auto()
    SRCSET = auto()


class Element(Enum):
    """Elements whose content is not ordinary HTML."""

    NONE = ""
    SCRIPT = "script"
    STYLE = "style"
    TEXTAREA = "textarea"
    TITLE = "title"


@dataclass(frozen=True, slots=True)
class Context:
    """A position; equal contexts need equal escaping."""

    state: State = State.TEXT
    delimiter: Delimiter = Delimiter.NONE
    url_part: UrlPart = UrlPart.NONE
    slash: Slash = Slash.REGEXP
    attr: Attr = Attr.NONE
    element: Element = Element.NONE
    braces: tuple[int, ...] = ()
    """Open braces in each ``${ }`` of nested JavaScript template literals."""


class ContextError(Exception):
    """Text or branches after which escaping would be a guess."""


VALUE_STATES = {
    Attr.NONE: State.ATTR,
    Attr.SCRIPT: State.JS,
    Attr.SCRIPT_TYPE: State.ATTR,
    Attr.STYLE: State.CSS,
    Attr.URL: State.URL,
    Attr.SRCSET: State.SRCSET,
}


def nudge(context: Context) -> Context:
    """Give the context in which a value printed here would stand."""
    if context.state is State.TAG:
        return replace(context, state=State.ATTR_NAME)
    if context.state is State.BEFORE_VALUE:
        state = VALUE_STATES[context.attr]
        return replace(context, state=state, delimiter=Delimiter.SPACE, attr=Attr.NONE)
    if context.state is State.AFTER_NAME:
        return replace(context, state=State.ATTR_NAME, attr=Attr.NONE)
    return context


def join(a: Context, b: Context, word: str) -> Context:
    """Give the context after branches that end in two contexts.

    :raises ContextError: if they have nothing in common
    """
    if a == b:
        return a
    if replace(a, url_part=b.url_part) == b:
        return replace(a, url_part=UrlPart.UNKNOWN)
    if replace(a, slash=b.slash) == b:
        return replace(a, slash=Slash.UNKNOWN)
    nudged, other = nudge(a), nudge(b)
    if (nudged, other) != (a, b):
        return join(nudged, other, word)
    msg = f"{{{{{word}}}}} branches end in different contexts: {_shown(a)}, {_shown(b)}"
    raise ContextError(msg)


def _shown(context: Context) -> str:
    return context.state.name.lower().replace("_", " ")
