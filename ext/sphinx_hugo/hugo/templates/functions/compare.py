"""``compare``: eq and its relatives, ``cond``, ``default``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..errors import FunctionError
from ..ordering import compare_values, equal
from ..values import is_truthful
from .registry import Namespace

if TYPE_CHECKING:
    from collections.abc import Callable

COMPARE = Namespace("compare")


@COMPARE.add("Eq", "eq")
def _eq(first: object, *others: object) -> bool:
    _some(others)
    return any(equal(first, other) for other in others)


@COMPARE.add("Ne", "ne")
def _ne(first: object, *others: object) -> bool:
    _some(others)
    return not any(equal(first, other) for other in others)


def _some(others: tuple[object, ...]) -> None:
    if not others:
        msg = "missing arguments for comparison"
        raise FunctionError(msg)


def _order(name: str, test: Callable[[int], bool]) -> None:
    def call(first: object, *others: object) -> bool:
        _some(others)
        return all(test(compare_values(first, other)) for other in others)

    COMPARE.add(name, name.lower())(call)


_order("Lt", lambda order: order < 0)
_order("Le", lambda order: order <= 0)
_order("Gt", lambda order: order > 0)
_order("Ge", lambda order: order >= 0)


@COMPARE.add("Conditional", "cond")
def _cond(control: object, yes: object, no: object) -> object:
    return yes if is_truthful(control) else no


@COMPARE.add("Default", "default")
def _default(default: object, *given: object) -> object:
    if not given:
        return default
    value = given[-1]
    # A bool is a choice even if it is false; everything else must say something.
    return value if isinstance(value, bool) or is_truthful(value) else default
