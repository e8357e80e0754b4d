"""Shortcode calls of a page body: which there are, their parameters, what stands between the tags.

Which closing tag belongs to which opening one is Hugo's rule: a closing tag ends the innermost
open call, whatever its own name, as long as that name was opened before. Where the tags do not
match up and Hugo would stop, the most likely reading is kept and a problem noted.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from sphinx_hugo.hugo.calls.items import Item, ItemType
from sphinx_hugo.hugo.calls.lexer import lex
from sphinx_hugo.hugo.calls.pairing import Tag, pair_tags
from sphinx_hugo.hugo.calls.params import Value, read_params
from sphinx_hugo.hugo.calls.places import Lines
from sphinx_hugo.hugo.problems import Kind

TakesInner = Callable[[str], bool | None]
"""Says for a shortcode's name whether its template reads ``.Inner``; None: unknown."""


class Delimiter(StrEnum):
    """The two kinds of tags; equal to the plain strings ``"<"`` and ``"%"``."""

    ANGLE = "<"
    """``{{< name >}}``: the output is put into the page untouched."""
    PERCENT = "%"
    """``{{% name %}}``: the output is Markdown, read together with the page."""


@dataclass(frozen=True, slots=True)
class Text:
    """``source[start:end]``, as it stands; never empty."""

    start: int
    """Offset of its first character."""
    end: int
    """Offset behind its last character."""


@dataclass(frozen=True, slots=True)
class EscapedCall:
    """``{{</* … */>}}``: the page shows it without the comment marks."""

    start: int
    """Offset of its first character."""
    end: int
    """Offset behind its last character."""
    delimiter: Delimiter
    """Which kind of tag it shows."""


@dataclass(frozen=True, slots=True)
class ShortcodeCall:
    """One call, from its opening tag to its closing tag, if it has one."""

    name: str
    """As written; Hugo finds the template without regard to case."""
    delimiter: Delimiter
    """Of the opening tag; the closing one may be of the other kind."""
    params: tuple[Value, ...] | Mapping[str, Value]
    """Positional arguments (empty if there are none at all) or named ones; never both."""
    inner: tuple[Node, ...] | None
    """What stands between the tags; empty if self-closed; None if there is no closing tag."""
    span: tuple[int, int]
    """Offsets in :attr:`source`, from the opening delimiter to the end of the last tag."""
    inner_span: tuple[int, int] | None
    """Offsets in :attr:`source` of what stands between the tags; None like :attr:`inner`."""
    line: int
    """1-based line of the opening delimiter in the file."""
    column: int
    """1-based column of the opening delimiter, in characters."""
    ordinal: int
    """Place among the calls of the same level, from 0."""
    indentation: str
    """White space before the call on its line, or since the tag before it."""
    generated: bool
    """The call stands in the expansion of another one: all its lines count as :attr:`line`."""
    source: str = field(repr=False, compare=False)
    """The text all offsets are in."""

    @property
    def nested(self) -> tuple[ShortcodeCall, ...]:
        """The calls directly between the tags, in order."""
        return tuple(node for node in self.inner or () if isinstance(node, ShortcodeCall))


Node = Text | EscapedCall | ShortcodeCall
"""A part of a body or of a call's inner content."""


@dataclass(frozen=True, slots=True)
class CallProblem:
    """Something that makes Hugo stop; lacks only the name of the file to be a Problem."""

    kind: Kind
    """What it is about."""
    message: str
    """What was found and what to write."""
    offset: int
    """Where in the source; at most its length."""
    line: int
    """1-based line in the file."""
    column: int
    """1-based column in that line, in characters."""


@dataclass(frozen=True, slots=True)
class Calls:
    """A body, read."""

    source: str
    """The text all offsets are in."""
    first_line: int
    """1-based line of the file on which the source begins."""
    nodes: tuple[Node, ...]
    """The outermost level: text, escaped calls, calls; in order and without gap, but for stray
    closing tags."""
    problems: tuple[CallProblem, ...]
    """In the order of their offsets."""
    generated: bool = False
    """The source is an expansion: all its lines count as :attr:`first_line`."""


def parse_calls(
    source: str, *, takes_inner: TakesInner, first_line: int = 1, generated: bool = False
) -> Calls:
    """Read the calls of a body.

    ``takes_inner`` says for a name whether its calls must have a closing tag (True), must not
    (False), or have one if there is one (None). ``first_line`` is the line of the file on which
    the source begins; with ``generated`` everything counts as that line.

    Never raises; linear in the length of the source. Grammar: https://gohugo.io/content-management/shortcodes/
    """
    if "{{" not in source:
        nodes = (Text(0, len(source)),) if source else ()
        return Calls(source, first_line, nodes, (), generated)
    return _Parser(source, takes_inner, first_line, generated).run()


@dataclass(slots=True)
class _Level:
    """The calls and texts of one level while it is being read."""

    tag: Tag | None
    indentation: str
    ordinal: int
    place: tuple[int, int]
    nodes: list[Node] = field(default_factory=list)
    calls: int = 0


class _Parser:
    def __init__(
        self, source: str, takes_inner: TakesInner, first_line: int, generated: bool
    ) -> None:
        self._source = source
        self._first_line = first_line
        self._generated = generated
        lexed = lex(source)
        self._items = lexed.items
        self._tags = tuple(_collect_tags(source, lexed.items))
        pairing = pair_tags(self._tags, takes_inner)
        self._closed_by = pairing.closed_by
        self._found = [(error.offset, error.message) for error in lexed.errors]
        self._found += pairing.problems

    def run(self) -> Calls:
        nodes = self._build()
        lines = Lines(self._source, self._first_line, generated=self._generated)
        problems = [
            CallProblem(Kind.SHORTCODE, message, offset, *lines.place(offset))
            for offset, message in sorted(self._found, key=lambda found: found[0])
        ]
        return Calls(self._source, self._first_line, tuple(nodes), tuple(problems), self._generated)

    def _build(self) -> list[Node]:
        lines = Lines(self._source, self._first_line, generated=self._generated)
        page = _Level(None, "", 0, (self._first_line, 1))
        levels = [page]
        closing = set(self._closed_by.values())
        tags = iter(self._tags)
        indentation = ""
        text, escaped, left = ItemType.TEXT, ItemType.ESCAPED, ItemType.LEFT
        for item in self._items:
            kind = item.type
            if kind is text:
                levels[-1].nodes.append(Text(item.start, item.end))
                indentation = _indentation(self._source, item.start, item.end)
            elif kind is escaped:
                delimiter = Delimiter(self._source[item.start + 2])
                levels[-1].nodes.append(EscapedCall(item.start, item.end, delimiter))
                indentation = ""
            elif kind is left:
                tag = next(tags)
                if not tag.closing:
                    outer = levels[-1]
                    level = _Level(tag, indentation, outer.calls, lines.place(tag.start))
                    outer.calls += 1
                    if self._closed_by.get(tag.index, tag.index) == tag.index:
                        outer.nodes.append(self._call(level, None))
                    else:
                        levels.append(level)
                elif tag.index in closing:
                    level = levels.pop()
                    levels[-1].nodes.append(self._call(level, tag))
                indentation = ""
        return page.nodes

    def _call(self, level: _Level, closing: Tag | None) -> ShortcodeCall:
        tag = level.tag
        assert tag is not None
        inner: tuple[Node, ...] | None = None
        inner_span = None
        end = tag.end
        if closing is not None:
            inner, inner_span, end = tuple(level.nodes), (tag.end, closing.start), closing.end
        elif tag.index in self._closed_by:
            inner, inner_span = (), (tag.end, tag.end)
        line, column = level.place
        return ShortcodeCall(
            name=tag.name,
            delimiter=Delimiter(self._source[tag.start + 2]),
            params=read_params(self._source, tag.items),
            inner=inner,
            span=(tag.start, end),
            inner_span=inner_span,
            line=line,
            column=column,
            ordinal=level.ordinal,
            indentation=level.indentation,
            generated=self._generated,
            source=self._source,
        )


def _collect_tags(source: str, items: tuple[Item, ...]) -> list[Tag]:
    left, right, named, close = ItemType.LEFT, ItemType.RIGHT, ItemType.NAME, ItemType.CLOSE
    tags: list[Tag] = []
    first = 0
    name = slash = None
    for number, item in enumerate(items):
        kind = item.type
        if kind is left:
            first = number
            name = slash = None
        elif kind is named:
            name = name or item
        elif kind is close:
            slash = slash or item
        elif kind is right:
            assert name is not None
            tags.append(
                Tag(
                    index=len(tags),
                    name=source[name.start : name.end],
                    closing=slash is not None and slash.start < name.start,
                    self_closing=slash is not None and slash.start > name.start,
                    items=items[first : number + 1],
                )
            )
    return tags


def _indentation(source: str, start: int, end: int) -> str:
    """Return the white space with which a text ends, from its last line or its beginning on."""
    at = end
    while at > start and source[at - 1] in " \t\r":
        at -= 1
    return source[at:end] if at == start or source[at - 1] == "\n" else ""
