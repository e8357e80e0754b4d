"""Items to trees, one for the file and one for each ``define`` or ``block``."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from .lexer import Item, ItemType
from .nodes import (
    Action,
    Branch,
    BranchKind,
    Include,
    Jump,
    Node,
    Nodes,
    Text,
)
from .pipelines import KEYWORDS, MAX_NESTING, TEXT_ITEMS, PipelineParser

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

_BLANK = " \t\r\n"


@dataclass(slots=True)
class Trees:
    """What one template file holds."""

    root: Nodes
    """The file itself."""
    defined: dict[str, Nodes] = field(default_factory=dict)
    """Bodies of ``define`` and ``block``, by name."""


def parse(source: str, functions: Collection[str], filename: str = "") -> Trees:
    """Parse a template; `functions` are the names that may be called.

    :raises TemplateError: for what Go would refuse as well
    """
    return _Parser(source, functions, filename).parse()


@dataclass(frozen=True, slots=True)
class _Stop:
    """The ``end`` or ``else`` that ended a list."""

    word: str
    line: int


class _Parser(PipelineParser):
    def __init__(self, source: str, functions: Collection[str], filename: str) -> None:
        super().__init__(source, functions, filename)
        self._trees = Trees(())
        self._loops = 0
        self._controls: dict[str, Callable[[int], Node | None]] = {
            "if": lambda line: self._branch(BranchKind.IF, line),
            "with": lambda line: self._branch(BranchKind.WITH, line),
            "range": lambda line: self._branch(BranchKind.RANGE, line),
            "template": self._template,
            "block": self._block,
            "break": lambda line: self._jump("break", line),
            "continue": lambda line: self._jump("continue", line),
        }

    def parse(self) -> Trees:
        nodes: list[Node] = []
        while (item := self._items[self._at]).type is not ItemType.END:
            if item.type is ItemType.LEFT and self._word_after() == "define":
                self._define()
                continue
            node = self._node()
            if isinstance(node, _Stop):
                raise self._error(f"unexpected {{{{{node.word}}}}}", node.line)
            if node is not None:
                nodes.append(node)
        self._trees.root = tuple(nodes)
        return self._trees

    # Lists and controls

    def _define(self) -> None:
        line = self._next().line
        self._next()
        name = self._name("define clause")
        self._expect({ItemType.RIGHT}, "define clause")
        scope, self._scope = self._scope, ["$"]
        loops, self._loops = self._loops, 0
        body, stop = self._list(line)
        self._scope, self._loops = scope, loops
        if stop.word != "end":
            raise self._error("unexpected {{else}} in define clause", stop.line)
        self._add(name, body)

    def _add(self, name: str, body: Nodes) -> None:
        # An empty definition does not replace one that says something.
        if name not in self._trees.defined or not _is_empty(body):
            self._trees.defined[name] = body

    def _name(self, context: str) -> str:
        item = self._expect(TEXT_ITEMS, context)
        return self._string(item)

    def _list(self, opened: int) -> tuple[Nodes, _Stop]:
        nodes: list[Node] = []
        self._nesting += 1
        if self._nesting > MAX_NESTING:
            raise self._error(f"more than {MAX_NESTING} blocks or parentheses deep", opened)
        while (item := self._items[self._at]).type is not ItemType.END:
            node = self._node()
            if isinstance(node, _Stop):
                self._nesting -= 1
                return tuple(nodes), node
            if node is not None:
                nodes.append(node)
        raise self._error(
            f"unexpected end of template: line {opened} has no {{{{end}}}}", item.line
        )

    def _node(self) -> Node | _Stop | None:
        item = self._items[self._at]
        if item.type is ItemType.TEXT:
            self._at += 1
            return Text(item.text, item.line)
        self._at += 1
        word = self._peek()
        if word.type is ItemType.WORD and word.text in KEYWORDS and word.text != "nil":
            self._next()
            return self._keyword(word)
        pipe = self._pipe("command", {ItemType.RIGHT})
        return Action(pipe, item.line)

    def _keyword(self, word: Item) -> Node | _Stop | None:
        if word.text == "end":
            self._expect({ItemType.RIGHT}, "end")
            return _Stop("end", word.line)
        if word.text == "else":
            following = self._peek()
            if following.type is ItemType.WORD and following.text in {"if", "with"}:
                return _Stop("else " + following.text, word.line)
            self._expect({ItemType.RIGHT}, "else")
            return _Stop("else", word.line)
        if word.text == "define":
            raise self._unexpected(word, "command: define must stand outside of other blocks")
        return self._controls[word.text](word.line)

    def _branch(self, kind: BranchKind, line: int) -> Branch:
        mark = len(self._scope)
        looping = kind is BranchKind.RANGE
        pipe = self._pipe(kind.value, {ItemType.RIGHT}, max_variables=2 if looping else 1)
        self._loops += looping
        body, stop = self._list(line)
        self._loops -= looping
        orelse = self._else(kind, stop, line)
        del self._scope[mark:]
        return Branch(kind, pipe, body, orelse, line)

    def _else(self, kind: BranchKind, stop: _Stop, line: int) -> Nodes:
        if stop.word == "end":
            return ()
        if stop.word == "else":
            orelse, last = self._list(line)
            if last.word != "end":
                raise self._error("expected end; found else", last.line)
            return orelse
        # "else if" and "else with" are a nested block that shares the closing end.
        word = self._next()
        if word.text != kind.value:
            raise self._error(f"{stop.word} cannot follow {kind.value}", stop.line)
        self._nesting += 1
        if self._nesting > MAX_NESTING * 4:
            raise self._error("too many branches", line)
        nested = self._branch(BranchKind(word.text), word.line)
        self._nesting -= 1
        return (nested,)

    def _template(self, line: int) -> Include:
        name = self._name("template clause")
        if self._peek().type is ItemType.RIGHT:
            self._next()
            return Include(name, None, line)
        return Include(name, self._pipe("template clause", {ItemType.RIGHT}), line)

    def _block(self, line: int) -> Include:
        name = self._name("block clause")
        pipe = self._pipe("block clause", {ItemType.RIGHT})
        scope, self._scope = self._scope, ["$"]
        body, stop = self._list(line)
        self._scope = scope
        if stop.word != "end":
            raise self._error("unexpected {{else}} in block clause", stop.line)
        self._add(name, body)
        return Include(name, pipe, line)

    def _jump(self, word: str, line: int) -> Jump:
        item = self._next()
        if item.type is not ItemType.RIGHT:
            raise self._unexpected(item, "{{" + word + "}}")
        if not self._loops:
            raise self._error(f"{{{{{word}}}}} outside {{{{range}}}}", line)
        return Jump(word, line)


def _is_empty(nodes: Nodes) -> bool:
    return all(isinstance(node, Text) and not node.text.strip(_BLANK) for node in nodes)
