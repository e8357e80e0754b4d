"""Runs a parsed template: Go's text/template, with the escapers html/template puts in.

`Executor` is one run of one file. Partials are runs of their own; their executors share the
`Runtime`, which holds the budget, the functions and what is known about page and site.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .errors import BudgetError, FunctionError, ReturnSignal, TemplateError
from .escape.variants import PLAIN, Variant
from .evaluator import Evaluator, Running
from .lookup import iterate
from .nodes import (
    Action,
    Binding,
    Branch,
    BranchKind,
    Include,
    Jump,
    Node,
    Nodes,
    Text,
)
from .objects.running import Deferred
from .printing import to_text
from .values import is_truthful

if TYPE_CHECKING:
    from collections.abc import Mapping


class Executor(Evaluator):
    """One run of one template file."""

    def __init__(
        self,
        runtime: Running,
        trees: Mapping[str, Nodes],
        filename: str = "",
    ) -> None:
        super().__init__(runtime)
        self._trees = trees
        self._filename = filename
        self._out: list[str] = []
        self._variant = PLAIN

    def run(self, nodes: Nodes, variant: Variant, dot: object) -> str:
        """Run a tree with a start value and give its output.

        :raises TemplateError: for whatever goes wrong
        :raises ReturnSignal: with the value that the template returns, if it returns one
        """
        self._variables = [("$", dot)]
        self._variant = variant
        line = nodes[0].line if nodes else None
        try:
            self._walk(nodes, dot)
        except ReturnSignal as signal:
            if signal.has_value:
                raise
        except RecursionError as error:
            msg = "the template is nested too deep; look for endless recursion"
            raise self._error(msg, line, fatal=True) from error
        return "".join(self._out)

    def _error(self, message: str, line: int | None, *, fatal: bool = False) -> TemplateError:
        error = TemplateError(message, self._filename, line)
        error.fatal = fatal
        return error

    # Nodes

    def _walk(self, nodes: Nodes, dot: object) -> str:
        """Run nodes; the result is ``break`` or ``continue`` if one of these was met."""
        for node in nodes:
            jump = self._step(node, dot)
            if jump:
                return jump
        return ""

    def _step(self, node: Node, dot: object) -> str:
        try:
            self._budget.step()
            if isinstance(node, Text):
                text = self._variant.texts.get(node, node.text)
                self._write(text)
            elif isinstance(node, Action):
                self._action(node, dot)
            elif isinstance(node, Branch):
                return self._branch(node, dot)
            elif isinstance(node, Include):
                self._include(node, dot)
            elif isinstance(node, Jump):
                return node.word
        except FunctionError as error:
            fatal = isinstance(error, BudgetError)
            raise self._error(str(error), node.line, fatal=fatal) from error
        return ""

    def _write(self, text: str) -> None:
        self._budget.write(len(text))
        self._out.append(text)

    def _action(self, node: Action, dot: object) -> None:
        value = self._pipe(node.pipe, dot)
        if node.pipe.binding is not Binding.NONE:
            return
        escapers = self._variant.escapers.get(node)
        if escapers is None:
            self._write("<no value>" if value is None else to_text(value))
            return
        for escape in escapers:
            value = escape(value)
        self._write(str(value))

    def _branch(self, node: Branch, dot: object) -> str:
        mark = len(self._variables)
        try:
            if node.kind is BranchKind.RANGE:
                return self._range(node, dot)
            value = self._pipe(node.pipe, dot)
            if is_truthful(value):
                if node.kind is BranchKind.WITH:
                    dot = value.data if isinstance(value, Deferred) else value
                return self._walk(node.body, dot)
            return self._walk(node.orelse, dot)
        finally:
            del self._variables[mark:]

    def _range(self, node: Branch, dot: object) -> str:
        value = self._pipe(node.pipe, dot, bind=False)
        names = node.pipe.variables
        declare = node.pipe.binding is Binding.DECLARE
        if isinstance(value, int) and not isinstance(value, bool) and len(names) == 2:
            msg = f"can't use {value} to iterate over more than one variable"
            raise FunctionError(msg)
        mark = len(self._variables)
        empty = True
        for key, item in iterate(value):
            empty = False
            self._budget.step()
            self._bind(
                declare, list(zip(names, (key, item) if len(names) == 2 else (item,), strict=False))
            )
            jump = self._walk(node.body, item)
            del self._variables[mark:]
            if jump == "break":
                break
        return self._walk(node.orelse, dot) if empty else ""

    def _include(self, node: Include, dot: object) -> None:
        nodes = self._trees.get(node.name)
        if nodes is None:
            msg = f'template "{node.name}" not defined'
            raise FunctionError(msg)
        value = self._pipe(node.pipe, dot) if node.pipe else None
        kept, self._variables = self._variables, [("$", value)]
        variant, self._variant = self._variant, self._variant.includes.get(node, PLAIN)
        self._budget.enter()
        try:
            self._walk(nodes, value)
        finally:
            self._budget.leave()
            self._variables, self._variant = kept, variant
