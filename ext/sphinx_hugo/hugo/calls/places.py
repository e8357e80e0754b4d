"""Offsets in a text to lines and columns; CR, LF and CR LF all end a line."""

from __future__ import annotations

import re

LINE_END = re.compile(r"\r\n?|\n")
"""Matches one line end."""


def count_lines(text: str) -> int:
    """Return the number of line ends plus one; CR, LF and CR LF all end a line."""
    ends = text.count("\n")
    if "\r" in text:
        ends += text.count("\r") - text.count("\r\n")
    return ends + 1


class Lines:
    """Offsets to lines and columns; each step costs what lies between two questions."""

    __slots__ = ("_at", "_generated", "_has_returns", "_line", "_source", "_start")

    def __init__(
        self, source: str, first_line: int, *, generated: bool = False, start: int = 0
    ) -> None:
        """Begin at ``start``, which is on line ``first_line``; columns count from there."""
        self._source = source
        self._line = first_line
        self._generated = generated
        self._has_returns = not generated and "\r" in source
        self._at = self._start = start

    def place(self, offset: int) -> tuple[int, int]:
        """Return the 1-based line and column; offsets must not fall from call to call.

        No offset may lie inside of a CR LF.
        """
        if self._generated:
            return self._line, 1
        if self._has_returns:
            for found in LINE_END.finditer(self._source, self._at, offset):
                self._line += 1
                self._start = found.end()
        elif ends := self._source.count("\n", self._at, offset):
            self._line += ends
            self._start = self._source.rindex("\n", self._at, offset) + 1
        self._at = offset
        return self._line, offset - self._start + 1
