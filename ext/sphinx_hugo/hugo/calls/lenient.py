"""A second, patient reading of a shortcode tag that Hugo refuses.

The rest of the page should not suffer from one missing quote: what can be read is kept.
"""

from __future__ import annotations

import re

from sphinx_hugo.hugo.calls.items import Item, ItemType

_OPENING = re.compile(r"\{\{[<%]")
_BLANK_LINE = re.compile(r"\n[ \t\r]*\n")
_SPACES = re.compile(r"[ \t\n\v\f\r]*")
_NOT_SPACE = re.compile(r"[^ \t\n\v\f\r]+")
_NAME = re.compile(r"\w[\w./-]*")
_TOKEN = re.compile(
    r"""(?P<quoted>"(?:[^"\\\n]|\\.)*+"? | `[^`]*`?)
    | (?P<apostrophes>'[^'\n]+')
    | (?P<word>[^ \t\n\v\f\r"`=]+)
    | (?P<other>.)""",
    re.VERBOSE | re.DOTALL,
)
_EQUALS = re.compile(r"[ \t]*=[ \t]*")


def read_leniently(source: str, start: int, right: str) -> list[Item] | None:
    """Read the tag that opens at ``start``; ``right`` is the delimiter that should close it.

    The tag must end before the next opening delimiter and the next blank line. The items cover it
    from ``start`` on, with LEFT first and RIGHT last. None: there is no end or no name.
    """
    at = start + 3
    opening = _OPENING.search(source, at)
    limit = opening.start() if opening else len(source)
    blank = _BLANK_LINE.search(source, at, limit)
    limit = blank.start() if blank else limit
    end = source.find(right, at, limit)
    if end < 0:
        end = source.find("%}}" if right == ">}}" else ">}}", at, limit)
    if end < 0:
        return None
    return _Reader(source, start, end).run()


class _Reader:
    def __init__(self, source: str, start: int, end: int) -> None:
        self._source = source
        self._start = start
        self._end = end
        self._items: list[Item] = []

    def run(self) -> list[Item] | None:
        source, end = self._source, self._end
        at = self._spaces(self._add(ItemType.LEFT, self._start, self._start + 3))
        closing = source.startswith("/", at)
        if closing:
            at = self._spaces(self._add(ItemType.CLOSE, at, at + 1))
        self_closing = source[end - 1] == "/" and end - 1 > at
        stop = end - 1 if self_closing else end
        name = _NAME.match(source, at, stop)
        if name is None:
            return None
        at = self._spaces(self._add(ItemType.NAME, at, name.end()), stop)
        if closing:
            self._add(ItemType.IGNORED, at, end)
        else:
            while at < stop:
                at = self._param(at, stop)
            self._add(ItemType.CLOSE, stop, end)
        self._add(ItemType.RIGHT, end, end + 3)
        return self._items

    def _add(self, kind: ItemType, start: int, end: int) -> int:
        if start < end:
            self._items.append(Item(kind, start, end))
        return end

    def _spaces(self, at: int, stop: int | None = None) -> int:
        found = _SPACES.match(self._source, at, self._end if stop is None else stop)
        return self._add(ItemType.SPACE, at, found.end()) if found else at

    def _param(self, at: int, stop: int) -> int:
        at = self._token(ItemType.PARAM, at, stop)
        equals = _EQUALS.match(self._source, at, stop)
        if equals and self._items[-1].type is not ItemType.IGNORED:
            at = self._add(ItemType.SPACE, at, equals.end())
            if self._source[at : at + 1] in {'"', "`", "'"}:
                at = self._token(ItemType.VALUE, at, stop)
            elif value := _NOT_SPACE.match(self._source, at, stop):
                at = self._add(ItemType.VALUE, at, value.end())
        return self._spaces(at, stop)

    def _token(self, kind: ItemType, at: int, stop: int) -> int:
        source = self._source
        found = _TOKEN.match(source, at, stop)
        if found is None:
            return self._add(ItemType.IGNORED, at, stop)
        text, token = found.lastgroup, found[0]
        if text == "quoted":
            # A quotation that is never closed ends before the white space at the tag's end.
            closed = len(token) > 1 and token.endswith(token[0])
            end = found.end() if closed else at + max(1, len(token.rstrip()))
            return self._add(kind if end - at > 1 else ItemType.IGNORED, at, end)
        if text == "apostrophes":
            at = self._add(ItemType.IGNORED, at, at + 1)
            at = self._add(kind, at, found.end() - 1)
            return self._add(ItemType.IGNORED, at, at + 1)
        useful = text == "word" and any(char.isalnum() for char in token)
        return self._add(kind if useful else ItemType.IGNORED, at, found.end())
