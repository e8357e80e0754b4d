"""Evaluates pipelines: functions, members, variables, ``and``, ``or``, ``try``, ``return``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Protocol

from .errors import Budget, BudgetError, FunctionError, ReturnSignal, TemplateError
from .functions.registry import Function, Namespace
from .lookup import member
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
from .objects.trial import TryValue, error_value
from .values import MISSING, is_truthful

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_NONE: Final = object()
_INTERNAL = (TypeError, ValueError, LookupError, ArithmeticError, AttributeError, RecursionError)
"""What a function may raise by accident; it must not reach our caller as such."""


class Running(Protocol):
    """What the executor needs of the runtime."""

    budget: Budget
    functions: Mapping[str, Function | Namespace]


class Evaluator:
    """Gives the values of pipelines; `executor` does with them what the nodes say."""

    def __init__(self, runtime: Running) -> None:
        self._runtime = runtime
        self._budget = runtime.budget
        self._variables: list[tuple[str, object]] = []

    def _pipe(self, pipe: Pipe, dot: object, *, bind: bool = True) -> object:
        value: object = _NONE
        for command in pipe.commands:
            value = self._command(command, dot, value)
            if value is MISSING:
                value = None
        if bind and pipe.variables:
            self._bind(pipe.binding is Binding.DECLARE, [(name, value) for name in pipe.variables])
        return value

    def _command(self, command: Command, dot: object, final: object) -> object:
        first, rest = command.args[0], command.args[1:]
        if isinstance(first, Identifier):
            return self._call(first.name, rest, dot, final)
        if isinstance(first, Field):
            return self._members(dot, first.names, self._args(rest, dot, final), start=True)
        if isinstance(first, Variable):
            value = self._variable(first.name)
            if first.names:
                return self._members(value, first.names, self._args(rest, dot, final), start=True)
        elif isinstance(first, Chain):
            return self._chain(first, rest, dot, final)
        elif isinstance(first, Nil):
            msg = "nil is not a command"
            raise FunctionError(msg)
        else:
            value = self._operand(first, dot)
        if rest or final is not _NONE:
            msg = "can't give argument to non-function"
            raise FunctionError(msg)
        return value

    def _args(self, operands: Sequence[Operand], dot: object, final: object) -> list[object]:
        values = [self._operand(operand, dot) for operand in operands]
        if final is not _NONE:
            values.append(final)
        return values

    def _operand(self, operand: Operand, dot: object) -> object:
        value = self._raw_operand(operand, dot)
        return None if value is MISSING else value

    def _raw_operand(self, operand: Operand, dot: object) -> object:
        match operand:
            case Literal(value):
                return value
            case Dot():
                return dot
            case Field(names):
                return self._members(dot, names, (), start=True)
            case Variable(name, names):
                return self._members(self._variable(name), names, (), start=True)
            case Pipe():
                return self._pipe(operand, dot)
            case Identifier(name):
                return self._call(name, (), dot, _NONE)
            case Chain():
                return self._chain(operand, (), dot, _NONE)
            case Nil():
                return None

    def _variable(self, name: str) -> object:
        for known, value in reversed(self._variables):
            if known == name:
                return value
        msg = f"undefined variable: {name}"
        raise FunctionError(msg)

    def _chain(self, chain: Chain, rest: Sequence[Operand], dot: object, final: object) -> object:
        names = chain.names
        if isinstance(chain.operand, Identifier):
            found = self._runtime.functions[chain.operand.name]
            if isinstance(found, Namespace):
                function = found.member(names[0])
                if len(names) == 1:
                    return self._invoke(function, self._args(rest, dot, final))
                value = self._invoke(function, ())
                return self._members(value, names[1:], self._args(rest, dot, final), start=False)
        value = self._operand(chain.operand, dot)
        return self._members(value, names, self._args(rest, dot, final), start=True)

    def _members(
        self,
        receiver: object,
        names: Sequence[str],
        args: Sequence[object],
        *,
        start: bool,
    ) -> object:
        """Follow a chain of members; the arguments are for the last."""
        value = MISSING if start and receiver is None else receiver
        last = len(names) - 1
        for index, name in enumerate(names):
            self._budget.step()
            try:
                value = member(value, name, args if index == last else ())
            except _INTERNAL as error:
                if isinstance(error, RecursionError):
                    raise
                msg = f"error calling {name}: {error}"
                raise FunctionError(msg) from error
        return value

    def _call(
        self,
        name: str,
        operands: Sequence[Operand],
        dot: object,
        final: object,
    ) -> object:
        if name in {"and", "or"}:
            return self._logic(name, operands, dot, final)
        if name == "try":
            return self._try(operands, dot, final)
        if name == "return":
            raise self._return(operands, dot, final)
        found = self._runtime.functions[name]
        args = self._args(operands, dot, final)
        if isinstance(found, Namespace):
            return self._invoke(found.called, args) if found.called and args else found
        return self._invoke(found, args)

    def _invoke(self, function: Function, args: Sequence[object]) -> object:
        self._budget.step()
        try:
            value = function.invoke(self._runtime, args)
        except BudgetError:
            raise
        except FunctionError as error:
            msg = f"error calling {function.name}: {error}"
            raise FunctionError(msg) from error
        except _INTERNAL as error:
            if isinstance(error, RecursionError):
                raise
            msg = f"error calling {function.name}: {error}"
            raise FunctionError(msg) from error
        if isinstance(value, (str, list, dict)):
            self._budget.size(len(value))
        return value

    def _return(self, operands: Sequence[Operand], dot: object, final: object) -> ReturnSignal:
        """What follows ``return`` is a command of its own, as in ``return add 1 2``."""
        if len(operands) == 1 and isinstance(operands[0], Nil):
            return ReturnSignal(None, has_value=True)
        if operands:
            value = self._command(Command(tuple(operands), 0), dot, final)
            return ReturnSignal(None if value is MISSING else value, has_value=True)
        if final is _NONE:
            return ReturnSignal(None, has_value=False)
        return ReturnSignal(final, has_value=True)

    def _logic(
        self,
        name: str,
        operands: Sequence[Operand],
        dot: object,
        final: object,
    ) -> object:
        """``and`` and ``or`` stop at the first argument that decides."""
        value: object = None
        if not operands and final is _NONE:
            msg = f"wrong number of args for {name}: want at least 1 got 0"
            raise FunctionError(msg)
        for operand in operands:
            value = self._operand(operand, dot)
            if is_truthful(value) is (name == "or"):
                return value
        return value if final is _NONE else final

    def _try(self, operands: Sequence[Operand], dot: object, final: object) -> TryValue:
        kept = len(self._variables)
        try:
            args = self._args(operands, dot, final)
        except BudgetError:
            raise
        except FunctionError as error:
            del self._variables[kept:]
            return TryValue(None, error_value(error))
        except TemplateError as error:
            if error.fatal:
                raise
            del self._variables[kept:]
            return TryValue(None, error_value(error))
        if len(args) != 1:
            msg = f"wrong number of args for try: want 1 got {len(args)}"
            raise FunctionError(msg)
        return TryValue(args[0])

    def _bind(self, declare: bool, pairs: Sequence[tuple[str, object]]) -> None:
        for name, value in pairs:
            if declare:
                self._variables.append((name, value))
            else:
                self._assign(name, value)

    def _assign(self, name: str, value: object) -> None:
        for index in range(len(self._variables) - 1, -1, -1):
            if self._variables[index][0] == name:
                self._variables[index] = (name, value)
                return
        msg = f"undefined variable: {name}"
        raise FunctionError(msg)
