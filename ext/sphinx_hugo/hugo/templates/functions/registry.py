"""How functions are written down: a namespace, a name in it, and short names."""

from __future__ import annotations

import inspect
from typing import TYPE_CHECKING, TypeVar

from ..errors import FunctionError
from ..exposed import arity
from ..lookup import check_count

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    _F = TypeVar("_F", bound=Callable[..., object])


class Function:
    """One function of the template language."""

    __slots__ = ("_call", "_most", "_runtime", "_smallest", "name")

    def __init__(self, name: str, call: Callable[..., object]) -> None:
        self.name = name
        """Its full name, for messages."""
        self._call = call
        # A first parameter called `runtime` asks for the run itself, not for an argument.
        parameters = list(inspect.signature(call).parameters)
        self._runtime = parameters[:1] == ["runtime"]
        self._smallest, self._most = arity(call, 1 if self._runtime else 0)

    def invoke(self, runtime: object, args: Sequence[object]) -> object:
        """Call it.

        :raises FunctionError: for a wrong number of arguments, and what the function says
        """
        check_count(self.name, len(args), self._smallest, self._most)
        return self._call(runtime, *args) if self._runtime else self._call(*args)


class Namespace:
    """A group of functions, such as ``strings``."""

    def __init__(self, name: str) -> None:
        self.name = name
        """Its name in templates."""
        self.functions: dict[str, Function] = {}
        """Functions by their name in the namespace."""
        self.aliases: dict[str, Function] = {}
        """Functions by their short names, which need no namespace."""
        self.called: Function | None = None
        """What the bare name does when it is given arguments, such as ``time``."""

    def add(self, name: str, *aliases: str) -> Callable[[_F], _F]:
        """Register the decorated function; an alias equal to the namespace makes it callable."""

        def register(call: _F) -> _F:
            function = Function(f"{self.name}.{name}", call)
            self.functions[name] = function
            for alias in aliases:
                if alias == self.name:
                    self.called = function
                else:
                    self.aliases[alias] = function
            return call

        return register

    def member(self, name: str) -> Function:
        """Give the function of that name.

        :raises FunctionError: if there is none
        """
        function = self.functions.get(name)
        if function is None:
            msg = f"can't evaluate field {name} in type *{self.name}.Namespace"
            raise FunctionError(msg)
        return function


def collect(namespaces: Iterable[Namespace]) -> dict[str, Function | Namespace]:
    """Join namespaces into the table of names that templates may use."""
    table: dict[str, Function | Namespace] = {}
    for namespace in namespaces:
        table.update(namespace.aliases)
    for namespace in namespaces:
        if namespace.functions:
            table[namespace.name] = namespace
    return table
