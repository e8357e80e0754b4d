"""``fmt``: print and its relatives, warnings and errors."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..casts import to_string
from ..errors import FunctionError
from ..fmtverbs import sprintf
from ..printing import sprint, to_text
from .registry import Namespace

if TYPE_CHECKING:
    from ..runtime import Runtime

FMT = Namespace("fmt")


@FMT.add("Print", "print")
def _print(*values: object) -> str:
    return sprint(values)


@FMT.add("Println", "println")
def _println(*values: object) -> str:
    return " ".join(to_text(value) for value in values) + "\n"


@FMT.add("Printf", "printf")
def _printf(template: object, *values: object) -> str:
    if not isinstance(template, str):
        msg = "wrong type for value; expected string: printf begins with its format"
        raise FunctionError(msg)
    return sprintf(str(template), values)


@FMT.add("Warnf", "warnf")
def _warnf(runtime: Runtime, template: object, *values: object) -> str:
    runtime.warnings.append(sprintf(to_string(template), values))
    return ""


@FMT.add("Warnidf", "warnidf")
def _warnidf(runtime: Runtime, identifier: object, template: object, *values: object) -> str:
    del identifier
    return _warnf(runtime, template, *values)


@FMT.add("Warnmf")
def _warnmf(runtime: Runtime, options: object, template: object, *values: object) -> str:
    del options
    return _warnf(runtime, template, *values)


@FMT.add("Errormf")
def _errormf(runtime: Runtime, options: object, template: object, *values: object) -> str:
    del options
    return _errorf(runtime, template, *values)


@FMT.add("Errorf", "errorf")
def _errorf(runtime: Runtime, template: object, *values: object) -> str:
    # Hugo goes on with the page and fails the build at its end.
    runtime.errors.append(sprintf(to_string(template), values))
    return ""


@FMT.add("Erroridf", "erroridf")
def _erroridf(runtime: Runtime, identifier: object, template: object, *values: object) -> str:
    del identifier
    return _errorf(runtime, template, *values)
