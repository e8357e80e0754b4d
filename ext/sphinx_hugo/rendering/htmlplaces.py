"""Where in HTML a call stands: within a line, in code, or between blocks."""

from __future__ import annotations

import re
from enum import Enum

from sphinx_hugo.fromhtml.tree import VOID

_TAG = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9]*)\b(?:[^<>\"']|\"[^\"]*\"|'[^']*')*?(/?)>")
_CHARACTERS = frozenset({"code", "title", "option", "textarea", "script", "style"})
_LINES = frozenset(
    {"p", "h1", "h2", "h3", "h4", "h5", "h6", "dt", "summary", "label", "legend", "button", "a"}
    | {
        "span",
        "em",
        "strong",
        "b",
        "i",
        "u",
        "s",
        "small",
        "sub",
        "sup",
        "kbd",
        "mark",
        "del",
        "ins",
    }
    | {"q", "cite", "abbr"}
)
"""Elements that hold nothing but running text."""


class Place(Enum):
    """What fits."""

    BLOCK = "block"
    LINE = "line"
    CHARACTERS = "characters"


class Places:
    """Follows the tags of a piece of HTML."""

    def __init__(self) -> None:
        self._open: list[str] = []

    def read(self, html: str) -> None:
        """Pass over the next stretch."""
        for found in _TAG.finditer(html):
            name = found[2].lower()
            if not found[1]:
                if not found[3] and name not in VOID:
                    self._open.append(name)
            elif name in self._open:
                while self._open.pop() != name:
                    pass

    def place(self, before: str, after: str) -> Place:
        """Return what fits here, with these texts around, in which no call is left."""
        innermost = self._open[-1] if self._open else ""
        if innermost in _CHARACTERS and "pre" not in self._open:
            return Place.CHARACTERS
        line = before[max(before.rfind("\n"), before.rfind(">")) + 1 :]
        rest = re.match(r"[^\n<]*", after)
        if innermost in _LINES or line.strip() or (rest and rest[0].strip()):
            return Place.LINE
        return Place.BLOCK
