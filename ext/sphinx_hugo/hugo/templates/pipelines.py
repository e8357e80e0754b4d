"""Items to pipelines: operands, commands, variables."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .errors import TemplateError
from .lexer import Item, ItemType, Lexer
from .literals import parse_number, unquote
from .nodes import (
    Binding,
    Chain,
    Command,
    Dot,
    Field,
    Identifier,
    Literal,
    Nil,
    Operand,
    Pipe,
    Variable,
)

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

MAX_NESTING = 40
"""Blocks and parentheses within each other."""
TEXT_ITEMS = frozenset({ItemType.STRING, ItemType.RAW})
"""Items that are strings."""
KEYWORDS = frozenset(
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
"""Words that are no functions."""


class PipelineParser:
    """Takes pipelines off the items of a template; `parser` adds what stands around them."""

    def __init__(self, source: str, functions: Collection[str], filename: str) -> None:
        self._items = list(Lexer(source, filename).items())
        self._at = 0
        self._functions = functions
        self._filename = filename
        self._scope: list[str] = ["$"]
        self._nesting = 0

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

    def _string(self, item: Item) -> str:
        if item.type is ItemType.RAW:
            return item.text[1:-1]
        try:
            return unquote(item.text)
        except ValueError as error:
            raise self._error(str(error), item.line) from error

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
            if self._nesting > MAX_NESTING:
                raise self._error(f"more than {MAX_NESTING} parentheses or blocks deep", item.line)
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
        if item.text in KEYWORDS:
            raise self._unexpected(item, "operand")
        if item.text not in self._functions:
            raise self._error(f"function {item.text!r} not defined", item.line)
        return Identifier(item.text)
