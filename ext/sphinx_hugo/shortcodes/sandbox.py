"""Jinja2, kept from everything but the data of the site, and from working without end."""

from __future__ import annotations

import re
from datetime import date, time
from functools import wraps
from typing import TYPE_CHECKING, Any

from jinja2 import ChainableUndefined, nodes
from jinja2.environment import TemplateModule
from jinja2.exceptions import SecurityError, UndefinedError
from jinja2.runtime import BlockReference, Context, LoopContext, Macro, TemplateReference
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.utils import Cycler, Joiner, Namespace, missing

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

MAX_STEPS = 200_000
"""Rounds of loops and calls that one rendering may take."""
MAX_OUTPUT = 1_000_000
"""Characters that one rendering, and every text on the way, may have."""
MAX_NUMBER = 1_000_000
"""The largest whole number that a filter or a method takes: widths, counts and the like."""

_LONG_NUMBER = re.compile(r"\d{6}")
_COUNTED = "counted"


class View:
    """What templates see of a thing; its public attributes are data and functions of the site."""

    __slots__ = ()


_OPEN_TYPES = (
    str, int, float, list, tuple, dict, date, time, View,
    BlockReference, Cycler, Joiner, LoopContext, Macro, Namespace,
    TemplateModule, TemplateReference,
)  # fmt: skip


class Nothing(ChainableUndefined):
    """A parameter that is not given is empty; a name that nobody knows is a mistake.

    So is what the sandbox does not give out.
    """

    def _checked(self) -> None:
        if self._undefined_obj is missing or self._undefined_exception is SecurityError:
            self._fail_with_undefined_error()

    def __str__(self) -> str:
        """Print nothing."""
        self._checked()
        return ""

    def __iter__(self) -> Iterator[Any]:
        """Hold nothing."""
        self._checked()
        yield from ()

    def __bool__(self) -> bool:
        """Be false."""
        self._checked()
        return False

    __html__ = __str__


class Sandbox(ImmutableSandboxedEnvironment):
    """The environment of a site's shortcode templates."""

    intercepted_binops = frozenset({"+", "*", "**", "%"})

    def __init__(self, **options: Any) -> None:
        super().__init__(
            autoescape=False, undefined=Nothing, keep_trailing_newline=False, **options
        )
        self.steps = 0
        for name in ("lipsum", "random"):  # builds can be repeated
            self.globals.pop(name, None)
            self.filters.pop(name, None)
        for name, function in self.filters.items():
            self.filters[name] = _bounded(function)
        self.filters[_COUNTED] = self._count_items

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        tree = super()._parse(source, name, filename)
        for loop in tree.find_all(nodes.For):
            loop.iter = nodes.Filter(loop.iter, _COUNTED, [], [], None, None, lineno=loop.lineno)
        return tree

    def step(self) -> None:
        """Use up one step."""
        self.steps += 1
        if self.steps > MAX_STEPS:
            raise SecurityError(
                f"the template takes more than {MAX_STEPS} steps; look for an endless loop"
            )

    def _count_items(self, items: Iterable[Any]) -> Iterator[Any]:
        for item in items:
            self.step()
            yield item

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        """Allow what data of the site has, and nothing of anything else."""
        return isinstance(obj, (*_OPEN_TYPES, Nothing)) and super().is_safe_attribute(
            obj, attr, value
        )

    def call(self, context: Context, obj: Any, *args: Any, **kwargs: Any) -> Any:
        """Call a function with arguments of bearable size."""
        self.step()
        if obj is not range:
            # The sandbox puts a wrapper around ``format``.
            method = getattr(obj, "__wrapped__", obj)
            _check_arguments(getattr(method, "__self__", None), *args, *kwargs.values())
        return _checked_size(super().call(context, obj, *args, **kwargs))

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        """Compute with operands of bearable size."""
        self.step()
        if operator == "%" and isinstance(left, str):
            _check_format(left)
        if operator == "**" and not (abs(left) <= MAX_NUMBER and abs(right) <= 64):
            raise SecurityError(f"{left} ** {right} is too large")
        if operator == "*":
            for one, other in ((left, right), (right, left)):
                repeats = isinstance(one, str | list | tuple) and isinstance(other, int)
                if repeats and len(one) * other > MAX_OUTPUT:
                    raise SecurityError("the product is too large")
        return _checked_size(super().call_binop(context, operator, left, right))


def _bounded(function: Callable[..., Any]) -> Callable[..., Any]:
    @wraps(function)
    def filtered(*args: Any, **kwargs: Any) -> Any:
        _check_arguments(*args, *kwargs.values())
        return _checked_size(function(*args, **kwargs))

    return filtered


def _check_arguments(*values: Any) -> None:
    for value in values[1:]:
        if isinstance(value, int) and abs(value) > MAX_NUMBER:
            raise SecurityError(f"the number {value} is too large")
    for value in values[:2]:
        if isinstance(value, str):
            _check_format(value)


def _check_format(text: str) -> None:
    if "%" in text or "{" in text:
        for part in re.findall(r"[%{][^%{}a-z]*", text):
            if _LONG_NUMBER.search(part):
                raise SecurityError("the width in a format is too large")


def _checked_size(value: Any) -> Any:
    if isinstance(value, str | list | tuple) and len(value) > MAX_OUTPUT:
        raise SecurityError(f"a value has more than {MAX_OUTPUT} characters or items")
    return value


__all__ = ["MAX_OUTPUT", "Nothing", "Sandbox", "SecurityError", "UndefinedError", "View"]
