"""Items to trees, one for the file and one for each ``define`` or ``block``."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from .errors import TemplateError
from .lexer import Item, ItemType, Lexer
from .literals import parse_number, unquote
from .nodes import (
    Action,
    Binding,
    Branch,
    BranchKind,
    Chain,
    Command,
    Dot,
    Field,
    Identifier,
    Include,
    Jump,
    Literal,
    Nil,
    Node,
    Nodes,
    Operand,
    Pipe,
    Text,
    Variable,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable

_MAX_NESTING = 40
_TEXT = frozenset({ItemType.STRING, ItemType.RAW})
_KEYWORDS = frozenset(
    {
        "block",
        "break",
        "continue",
        "define",
        "else",
        "end",
        "if",
        "range",
        "nil",
        "template",
        "with",
    }
)
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


class _Parser:
    def __init__(self, source: str, functions: Collection[str], filename: str) -> None:
        self._lexer = Lexer(source, filename)
        self._items = list(self._lexer.items())
        self._at = 0
        self._functions = functions
        self._filename = filename
        self._scope: list[str] = ["$"]
        self._trees = Trees(())
        self._nesting = 0
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

    # Items

    def _error(self, message: str, line: int) -> TemplateError:
        return TemplateError(message, self._filename, line)

    def _peek(self) -> Item:
        """Give the next item that is not space, without taking it."""
        at = self._at
        while self._items[at].type is ItemType.SPACE:
            at += 1
        return self._items[at]

    def _next(self) -> Item:
        while self._items[self._at].type is ItemType.SPACE:
            self._at += 1
        item = self._items[self._at]
        if item.type is not ItemType.END:
            self._at += 1
        return item

    def _expect(self, kinds: Iterable[ItemType], context: str) -> Item:
        item = self._next()
        if item.type not in kinds:
            raise self._unexpected(item, context)
        return item

    def _unexpected(self, item: Item, context: str) -> TemplateError:
        shown = item.text or item.type.value
        return self._error(f"unexpected {shown!r} in {context}", item.line)

    def _word_after(self) -> str:
        at = self._at + 1
        while self._items[at].type is ItemType.SPACE:
            at += 1
        item = self._items[at]
        return item.text if item.type is ItemType.WORD else ""

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
        item = self._expect(_TEXT, context)
        return self._string(item)

    def _string(self, item: Item) -> str:
        if item.type is ItemType.RAW:
            return item.text[1:-1]
        try:
            return unquote(item.text)
        except ValueError as error:
            raise self._error(str(error), item.line) from error

    def _list(self, opened: int) -> tuple[Nodes, _Stop]:
        nodes: list[Node] = []
        self._nesting += 1
        if self._nesting > _MAX_NESTING:
            raise self._error(f"more than {_MAX_NESTING} blocks or parentheses deep", opened)
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
        if word.type is ItemType.WORD and word.text in _KEYWORDS and word.text != "nil":
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
        if self._nesting > _MAX_NESTING * 4:
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

    # Pipelines

    def _pipe(self, context: str, ends: Collection[ItemType], *, max_variables: int = 1) -> Pipe:
        line = self._peek().line
        binding, variables = self._binding(max_variables)
        commands: list[Command] = []
        while True:
            token = self._peek()
            if token.type in ends:
                self._next()
                break
            if token.type is ItemType.END:
                raise self._unexpected(token, context)
            commands.append(self._command(context, ends))
        if not commands:
            raise self._error(f"missing value for {context}", line)
        for command in commands[1:]:
            if isinstance(command.args[0], (Literal, Dot, Nil)):
                raise self._error("non executable command in pipeline", command.line)
        for command in commands[:-1]:
            if isinstance(command.args[0], Identifier) and command.args[0].name == "return":
                raise self._error("return must be the last command in a pipeline", command.line)
        if binding is Binding.DECLARE:
            self._scope.extend(variables)
        return Pipe(tuple(commands), line, binding, variables)

    def _binding(self, max_variables: int) -> tuple[Binding, tuple[str, ...]]:
        """Take ``$a :=``, ``$a =``, or ``$a, $b :=`` if they come next."""
        start = self._at
        variables: list[str] = []
        while (item := self._next()).type is ItemType.VARIABLE:
            variables.append(item.text)
            sign = self._next()
            if sign.type in {ItemType.DECLARE, ItemType.ASSIGN}:
                break
            if sign.type is ItemType.OTHER and sign.text == ",":
                if len(variables) >= max_variables:
                    raise self._unexpected(sign, "declaration")
                continue
            self._at = start
            return Binding.NONE, ()
        else:
            if variables:
                raise self._unexpected(item, "declaration")
            self._at = start
            return Binding.NONE, ()
        if sign.type is ItemType.DECLARE:
            return Binding.DECLARE, tuple(variables)
        for name in variables:
            self._known(name, item.line)
        return Binding.ASSIGN, tuple(variables)

    def _known(self, name: str, line: int) -> None:
        if name not in self._scope:
            raise self._error(f"undefined variable {name!r}", line)

    def _command(self, context: str, ends: Collection[ItemType]) -> Command:
        line = self._peek().line
        args: list[Operand] = []
        while True:
            operand = self._operand(context)
            if operand is not None:
                args.append(operand)
            token = self._items[self._at]
            if token.type is ItemType.SPACE:
                self._at += 1
                following = self._peek()
                if following.type in ends or following.type is ItemType.PIPE:
                    token = self._next()
                else:
                    continue
            elif token.type not in ends and token.type is not ItemType.PIPE:
                raise self._unexpected(token, "operand")
            else:
                self._at += 1
            break
        if not args:
            raise self._error("empty command", line)
        if token.type is not ItemType.PIPE:
            self._at -= 1
        return Command(tuple(args), line)

    def _operand(self, context: str) -> Operand | None:
        term = self._term(context)
        if term is None:
            return None
        names: list[str] = []
        while (item := self._items[self._at]).type is ItemType.FIELD:
            names.append(item.text[1:])
            self._at += 1
        if not names:
            return term
        if isinstance(term, Field):
            return Field(term.names + tuple(names))
        if isinstance(term, Variable):
            return Variable(term.name, (*term.names, *names))
        if isinstance(term, (Literal, Nil, Dot)):
            raise self._error(f"unexpected . after term {item.text!r}", item.line)
        return Chain(term, tuple(names))

    def _term(self, context: str) -> Operand | None:
        item = self._items[self._at]
        if item.type is ItemType.SPACE:
            self._at += 1
            item = self._items[self._at]
        if item.type is ItemType.LEFT_PAREN:
            self._at += 1
            self._nesting += 1
            if self._nesting > _MAX_NESTING:
                raise self._error(f"more than {_MAX_NESTING} parentheses or blocks deep", item.line)
            pipe = self._pipe("parenthesized pipeline", {ItemType.RIGHT_PAREN})
            self._nesting -= 1
            return pipe
        simple = self._simple(item)
        if simple is not None:
            self._at += 1
            return simple
        if item.type in {ItemType.RIGHT, ItemType.PIPE, ItemType.RIGHT_PAREN}:
            return None
        raise self._unexpected(item, context)

    def _simple(self, item: Item) -> Operand | None:
        match item.type:
            case ItemType.STRING | ItemType.RAW:
                return Literal(self._string(item))
            case ItemType.CHAR | ItemType.NUMBER:
                return Literal(self._number(item))
            case ItemType.FIELD:
                return Field((item.text[1:],))
            case ItemType.DOT:
                return Dot()
            case ItemType.VARIABLE:
                self._known(item.text, item.line)
                return Variable(item.text)
            case ItemType.WORD:
                return self._word(item)
            case _:
                return None

    def _number(self, item: Item) -> int | float:
        try:
            if item.type is ItemType.NUMBER:
                return parse_number(item.text)
            value = unquote(item.text)
        except ValueError as error:
            raise self._error(str(error), item.line) from error
        if len(value) != 1:
            raise self._error(f"malformed character constant: {item.text}", item.line)
        return ord(value)

    def _word(self, item: Item) -> Operand:
        if item.text in {"true", "false"}:
            return Literal(item.text == "true")
        if item.text == "nil":
            return Nil()
        if item.text in _KEYWORDS:
            raise self._unexpected(item, "operand")
        if item.text not in self._functions:
            raise self._error(f"function {item.text!r} not defined", item.line)
        return Identifier(item.text)


def _is_empty(nodes: Nodes) -> bool:
    return all(isinstance(node, Text) and not node.text.strip(_BLANK) for node in nodes)
