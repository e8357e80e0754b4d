"""``math`` and its short names."""

from __future__ import annotations

import math as pymath
import random
from typing import TYPE_CHECKING

from ..casts import to_float, to_int
from ..errors import FunctionError
from ..sums import add_values, compute
from .registry import Namespace

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..runtime import Runtime

MATH = Namespace("math")


@MATH.add("Counter")
def _counter(runtime: Runtime) -> int:
    return runtime.engine.count()


def _fold(name: str, alias: str, sign: str) -> None:
    def fold(first: object, *others: object) -> object:
        if not others:
            msg = "must provide at least two numbers"
            raise FunctionError(msg)
        values = [first, *others]
        result: object = values[0]
        for value in values[1:]:
            result = add_values(result, value) if sign == "+" else compute(sign, result, value)
        return result

    MATH.add(name, alias)(fold)


for _name, _alias, _sign in (
    ("Add", "add", "+"), ("Sub", "sub", "-"), ("Mul", "mul", "*"), ("Div", "div", "/"),
):  # fmt: skip
    _fold(_name, _alias, _sign)


def _real(name: str, apply: Callable[[float], float], *aliases: str) -> None:
    def call(value: object) -> float:
        try:
            return float(apply(to_float(value)))
        except OverflowError:
            return pymath.inf
        except ValueError:
            return pymath.nan

    MATH.add(name, *aliases)(call)


def _log(value: float) -> float:
    return pymath.log(value) if value else -pymath.inf


def _round(value: float) -> float:
    return pymath.copysign(pymath.floor(abs(value) + 0.5), value)


for _name, _apply in (
    ("Acos", pymath.acos), ("Asin", pymath.asin), ("Atan", pymath.atan), ("Cos", pymath.cos),
    ("Sin", pymath.sin), ("Tan", pymath.tan), ("ToDegrees", lambda x: x * 180 / pymath.pi),
    ("ToRadians", lambda x: x * pymath.pi / 180), ("Log", _log), ("Sqrt", pymath.sqrt), ("Abs", abs),
    ("Ceil", pymath.ceil), ("Floor", pymath.floor), ("Round", _round),
):  # fmt: skip
    _real(_name, _apply)


@MATH.add("Atan2")
def _atan2(a: object, b: object) -> float:
    return pymath.atan2(to_float(a), to_float(b))


@MATH.add("Pi")
def _pi() -> float:
    return pymath.pi


@MATH.add("MaxInt64")
def _max_int() -> int:
    return (1 << 63) - 1


@MATH.add("Pow", "pow")
def _pow(base: object, exponent: object) -> float:
    try:
        return pymath.pow(to_float(base), to_float(exponent))
    except OverflowError:
        return pymath.inf
    except ValueError:
        return pymath.nan


@MATH.add("Mod", "mod")
def _mod(a: object, b: object) -> int:
    x, y = to_int(a), to_int(b)
    if y == 0:
        msg = "the number can't be divided by zero at modulo operation"
        raise FunctionError(msg)
    # The sign follows the first number, as in Go.
    rest = abs(x) % abs(y)
    return -rest if x < 0 else rest


@MATH.add("ModBool", "modBool")
def _mod_bool(a: object, b: object) -> bool:
    return _mod(a, b) == 0


def _numbers(values: tuple[object, ...]) -> list[float]:
    if not values:
        msg = "must provide at least one value"
        raise FunctionError(msg)
    flat: list[object] = []
    for value in values:
        flat.extend(value if isinstance(value, list) else [value])
    return [to_float(value) for value in flat]


@MATH.add("Max")
def _max(*values: object) -> float:
    numbers = _numbers(values)
    return max(numbers) if numbers else 0.0


@MATH.add("Min")
def _min(*values: object) -> float:
    numbers = _numbers(values)
    return min(numbers) if numbers else 0.0


@MATH.add("Sum")
def _sum(*values: object) -> float:
    return sum(_numbers(values), 0.0)


@MATH.add("Product")
def _product(*values: object) -> float:
    return pymath.prod(_numbers(values), start=1.0)


@MATH.add("Rand")
def _rand() -> float:
    # The same on every build: pages must not change by themselves.
    return random.Random(1).random()
