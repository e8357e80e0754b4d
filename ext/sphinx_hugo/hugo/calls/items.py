"""The pieces the shortcode lexer cuts a page body into."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from typing import NamedTuple


class ItemType(Enum):
    """What a piece of the source is."""

    TEXT = auto()
    """Page text."""
    ESCAPED = auto()
    """A whole ``{{</* … */>}}`` or ``{{%/* … */%}}``."""
    LEFT = auto()
    """An opening delimiter, ``{{<`` or ``{{%``."""
    RIGHT = auto()
    """A closing delimiter."""
    CLOSE = auto()
    """The ``/`` of a closing or self-closing tag."""
    NAME = auto()
    """The name of a shortcode, in an opening or closing tag."""
    PARAM = auto()
    """A positional argument, or the key of the value that follows; with its quotes."""
    VALUE = auto()
    """What follows a ``=``, with its quotes."""
    SPACE = auto()
    """What separates the parts of a tag: white space, ``=``, a lone backslash."""
    IGNORED = auto()
    """A part of a broken tag of which nothing can be made."""


class Item(NamedTuple):
    """A piece of the source; pages have hundreds, and a named tuple is made fastest."""

    type: ItemType
    """What it is."""
    start: int
    """Offset of its first character."""
    end: int
    """Offset behind its last character."""


@dataclass(frozen=True, slots=True)
class LexError:
    """Something that makes Hugo stop."""

    message: str
    """What was found and what to write."""
    offset: int
    """Where; at most the length of the source."""


@dataclass(frozen=True, slots=True)
class Lexed:
    """A page body in pieces."""

    items: tuple[Item, ...]
    """They cover the source in order, without gap or overlap; none is empty."""
    errors: tuple[LexError, ...]
    """In the order of the tags."""
    scanned: int
    """Characters read in vain, in broken tags; at most a few times the source's length."""
