"""Page body to items: where the shortcode tags are and what they are made of.

Hugo reads shortcode tags before Markdown, so they are live everywhere: in code, in link targets,
in comments. The lexer follows Hugo's grammar to the letter. Where Hugo would stop, it notes a
:class:`LexError`, reads the tag a second time with more patience (:mod:`.lenient`) and, if that
does not help, takes the opening delimiter for text. So it never raises, and its items cover the
source without gaps.

Each state is a method that takes an offset and returns the next one.
"""

from __future__ import annotations

import re
from enum import Enum, auto

from sphinx_hugo.hugo.calls.items import Item, ItemType, Lexed, LexError
from sphinx_hugo.hugo.calls.lenient import read_leniently
from sphinx_hugo.hugo.calls.params import pair_params
from sphinx_hugo.hugo.calls.tagerrors import (
    TagError,
    apostrophes,
    bad_escape,
    closing_with_more,
    mixed,
    nameless,
    never_closed,
    period_in_name,
    shorten,
    slash_in_param,
    swallowed_delimiter,
    unclosed_escape,
    unexpected,
    unterminated,
    unterminated_raw,
)

_OPENING = re.compile(r"\{\{[<%]")
_SPACES = re.compile(r"[ \t\n\v\f\r]+")
_NOT_SPACE = re.compile(r"[^ \t\n\v\f\r]+")
_WORD = re.compile(r"[\w.-]+")
_NAME = re.compile(r"[\w/-]+")
# A backslash before a backtick is refused inside of both kinds of quotes.
_PLAIN_TEXT = re.compile(r'(?:[^"\\\n]|\\"|\\(?!["`]))*+')
_ESCAPED_TEXT = re.compile(r'(?:[^"\\\n]|\\(?!["`]))*+')
_BEFORE_QUOTE = re.compile(r'(?:[^"\n\\]|\\(?!`))*+')
_RESCANS = 4
"""How many times its own length a source may be read again after broken tags."""


def lex(source: str) -> Lexed:
    """Split a page body into items; linear in its length, whatever is in it."""
    if "{{" not in source:
        items = (Item(ItemType.TEXT, 0, len(source)),) if source else ()
        return Lexed(items, (), 0)
    return _Lexer(source).run()


class _Mode(Enum):
    """Which kind of arguments the tag has; Hugo does not let them mix."""

    UNDECIDED = auto()
    POSITIONAL = auto()
    NAMED = auto()


class _Lexer:
    def __init__(self, source: str) -> None:
        self._source = source
        self._items: list[Item] = []
        self._errors: list[LexError] = []
        self._opened: set[str] = set()
        self._scanned = 0
        self._last_escape_end = {mark: source.rfind(f"*/{mark}}}}}") for mark in ">%"}
        # Of the tag being read:
        self._tag: list[Item] = []
        self._right = ">}}"
        self._name = ""
        self._closing = False
        self._mode = _Mode.UNDECIDED

    def run(self) -> Lexed:
        source = self._source
        text_start = at = 0
        while (opening := _OPENING.search(source, at)) is not None:
            start = opening.start()
            self._right = ">}}" if source[start + 2] == "<" else "%}}"
            is_tag, at = (
                self._escaped(start)
                if source.startswith("/*", start + 3)
                else self._read_tag(start)
            )
            if is_tag:
                if text_start < start:
                    self._items.append(Item(ItemType.TEXT, text_start, start))
                self._items += self._tag
                text_start = at
        if text_start < len(source):
            self._items.append(Item(ItemType.TEXT, text_start, len(source)))
        return Lexed(tuple(self._items), tuple(self._errors), self._scanned)

    def _escaped(self, start: int) -> tuple[bool, int]:
        """Read ``{{</* … */>}}``; return whether it is one, and where to go on."""
        at = start + 5
        ending = f"*/{self._right}"
        end = -1
        # Knowing the last ending keeps a page full of unclosed ones from being searched each time.
        if self._last_escape_end[self._right[0]] >= at:
            end = self._source.find(ending, at)
        if end < 0:
            self._errors.append(unclosed_escape(self._source[start:at], ending, start))
            return False, at
        self._tag = [Item(ItemType.ESCAPED, start, end + len(ending))]
        return True, end + len(ending)

    def _read_tag(self, start: int) -> tuple[bool, int]:
        """Read a tag; return whether it is one, and where to go on."""
        self._tag = [Item(ItemType.LEFT, start, start + 3)]
        self._name = ""
        self._closing = False
        self._mode = _Mode.UNDECIDED
        at = start + 3
        try:
            while not self._source.startswith(self._right, at):
                at = self._inside(at)
            self._check(start, at)
        except TagError as stop:
            return self._recover(start, stop)
        if self._name:
            self._opened.add(self._name)
        return True, self._add(ItemType.RIGHT, at, at + 3)

    def _check(self, start: int, at: int) -> None:
        """Refuse what Hugo refuses when it has seen all of the tag."""
        kinds = [item.type for item in self._tag]
        # A value before the name of an opening tag is ignored, but a closing tag has none.
        if ItemType.NAME not in kinds or (not self._name and ItemType.VALUE in kinds):
            left = self._source[start : start + 3]
            raise nameless(left, self._right, start, at)
        pairs = pair_params(self._source, self._tag)
        for param, value, _equals in pairs:
            if (value is None) is not (pairs[0][1] is None):
                what = repr(shorten(self._source[param.start : param.end]))
                raise mixed(what, param.start, named=value is not None, reach=at)

    def _recover(self, start: int, stop: TagError) -> tuple[bool, int]:
        self._errors.append(self._explain(stop.error))
        self._scanned += stop.reach - start
        tag = read_leniently(self._source, start, self._right)
        if tag is not None:
            self._tag = tag
            if tag[1].type is not ItemType.CLOSE:
                name = next(item for item in tag if item.type is ItemType.NAME)
                self._opened.add(self._source[name.start : name.end])
            return True, tag[-1].end
        # Tags inside of the broken one count, unless a page is made to exhaust us.
        if self._scanned > _RESCANS * len(self._source):
            return False, max(start + 3, stop.reach)
        return False, start + 3

    def _explain(self, error: LexError) -> LexError:
        """Name the cause where it stands earlier than the place at which Hugo stops."""
        for item in self._tag:
            if item.type is not ItemType.VALUE or self._source[item.start] in '"`\\':
                continue
            value = self._source[item.start : item.end]
            if self._right in value:
                return swallowed_delimiter(value, self._right, item.start)
            if value.startswith("'"):
                return apostrophes(item.start)
        return error

    def _add(self, kind: ItemType, start: int, end: int) -> int:
        if start < end:
            self._tag.append(Item(kind, start, end))
        return end

    def _inside(self, at: int) -> int:
        source = self._source
        if at >= len(source):
            raise never_closed(self._right, self._tag[0].start, at)
        if spaces := _SPACES.match(source, at):
            return self._add(ItemType.SPACE, at, spaces.end())
        char = source[at]
        if char == "=":
            spaces = _SPACES.match(source, at + 1)
            return self._value(self._add(ItemType.SPACE, at, spaces.end() if spaces else at + 1))
        if char == "/":
            self._closing = True
            return self._add(ItemType.CLOSE, at, at + 1)
        in_params = bool(self._name) and not self._closing
        if char == "\\" and (in_params or not source.startswith('"', at + 1)):
            return self._backslash(at)
        if in_params and (_is_word(char) or char in '-"`'):
            return self._param(at)
        if _is_word(char):
            return self._read_name(at)
        raise unexpected(char, at)

    def _backslash(self, at: int) -> int:
        if self._source.startswith("`", at + 1):
            raise bad_escape(at)
        if self._source.startswith('"', at + 1):
            self._decide(named=False, what="in quotes", at=at)
            return self._quoted(ItemType.PARAM, at, at + 2, _ESCAPED_TEXT)
        return self._add(ItemType.SPACE, at, at + 1)

    def _read_name(self, at: int) -> int:
        source = self._source
        end = _word_end(_NAME, source, at)
        if source.startswith(".", end) and not (self._closing and self._name):
            if not source.startswith(".inline ", end):
                raise period_in_name(end)
            end += len(".inline")
        name = source[at:end]
        if not self._closing:
            self._name = name
            return self._add(ItemType.NAME, at, end)
        if self._name and name != self._name and name not in self._opened:
            raise slash_in_param(name, at)
        return self._end_of_closing(self._add(ItemType.NAME, at, end))

    def _end_of_closing(self, at: int) -> int:
        if spaces := _SPACES.match(self._source, at):
            at = self._add(ItemType.SPACE, at, spaces.end())
        if not self._source.startswith(self._right, at):
            raise closing_with_more(self._right, at)
        return at

    def _decide(self, *, named: bool, what: str, at: int) -> None:
        mode = _Mode.NAMED if named else _Mode.POSITIONAL
        if self._mode is _Mode.UNDECIDED:
            self._mode = mode
        elif self._mode is not mode:
            raise mixed(what, at, named=named)

    def _param(self, at: int) -> int:
        source = self._source
        if source[at] == '"':
            self._decide(named=False, what="in quotes", at=at)
            return self._quoted(ItemType.PARAM, at, at + 1, _PLAIN_TEXT)
        if source[at] == "`":
            self._decide(named=False, what="in quotes", at=at)
            return self._raw(ItemType.PARAM, at)
        end = _word_end(_WORD, source, at)
        self._decide(named=source.startswith("=", end), what=repr(shorten(source[at:end])), at=at)
        return self._add(ItemType.PARAM, at, end)

    def _value(self, at: int) -> int:
        source = self._source
        if source.startswith('"', at):
            return self._quoted(ItemType.VALUE, at, at + 1, _PLAIN_TEXT)
        if source.startswith("`", at):
            return self._raw(ItemType.VALUE, at)
        if source.startswith("\\", at):
            before = _BEFORE_QUOTE.match(source, at)
            quote = before.end() if before else at
            if source.startswith("\\", quote):
                raise bad_escape(quote)
            if not source.startswith('"', quote):
                raise unterminated(at, quote)
            return self._quoted(ItemType.VALUE, at, quote + 1, _ESCAPED_TEXT)
        word = _NOT_SPACE.match(source, at)
        return self._add(ItemType.VALUE, at, word.end() if word else at)

    def _quoted(self, kind: ItemType, at: int, inside: int, pattern: re.Pattern[str]) -> int:
        """Read a quotation; ``inside`` is the offset behind its opening quote."""
        source = self._source
        found = pattern.match(source, inside)
        end = found.end() if found else inside
        if source.startswith('"', end):
            return self._add(kind, at, end + 1)
        if source.startswith('\\"', end):
            return self._add(kind, at, end + 2)
        if source.startswith("\\", end):
            raise bad_escape(end)
        raise unterminated(at, end)

    def _raw(self, kind: ItemType, at: int) -> int:
        end = self._source.find("`", at + 1)
        if end < 0:
            raise unterminated_raw(at, len(self._source))
        return self._add(kind, at, end + 1)


def _is_word(char: str) -> bool:
    return char == "_" or char.isalpha() or char.isdecimal()


def _word_end(pattern: re.Pattern[str], source: str, at: int) -> int:
    """Return where the word at ``at`` ends; it has one character at least."""
    found = pattern.match(source, at)
    end = found.end() if found else at + 1
    if source[at:end].isascii():
        return end
    # Python counts ½ and ² as parts of words, Hugo does not.
    for offset in range(at, end):
        if source[offset] not in "./-" and not _is_word(source[offset]):
            return offset
    return end
