"""How Python objects show methods to templates."""

from __future__ import annotations

import inspect
from typing import TYPE_CHECKING, ClassVar, NamedTuple, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

    _F = TypeVar("_F", bound=Callable[..., object])

_MARK = "_template_names"


def exposed(*names: str) -> Callable[[_F], _F]:
    """Mark a method as visible in templates under Go's name, or names, for it."""

    def mark(function: _F) -> _F:
        setattr(function, _MARK, names)
        return function

    return mark


class Method(NamedTuple):
    """A method that templates can call."""

    attribute: str
    """Its name in Python."""
    smallest: int
    """How many arguments it needs."""
    largest: int | None
    """How many it takes; None for any number."""


class Exposed:
    """An object whose marked methods templates can call; nothing else of it is visible."""

    GO_TYPE: ClassVar[str] = "struct {}"
    """How Go would name the type, for ``printf "%T"`` and messages."""
    METHODS: ClassVar[dict[str, Method]] = {}
    """Methods by Go's name for them."""

    def __init_subclass__(cls) -> None:
        """Collect the marked methods."""
        methods: dict[str, Method] = {}
        for base in reversed(cls.__mro__):
            for attribute, value in vars(base).items():
                for name in getattr(value, _MARK, ()):
                    methods[name] = Method(attribute, *arity(value, 1))
        cls.METHODS = methods

    def is_zero(self) -> bool:
        """Say whether the object counts as false."""
        return False

    def display(self) -> str:
        """Give what printing the object shows."""
        return f"{{{self.GO_TYPE}}}"


def arity(function: Callable[..., object], skip: int = 0) -> tuple[int, int | None]:
    """Give the smallest and largest number of positional arguments; None for no limit.

    :param skip: leading parameters that the caller fills in itself
    """
    smallest, largest = 0, 0
    for parameter in list(inspect.signature(function).parameters.values())[skip:]:
        if parameter.kind is inspect.Parameter.VAR_POSITIONAL:
            return smallest, None
        largest += 1
        if parameter.default is inspect.Parameter.empty:
            smallest += 1
    return smallest, largest
