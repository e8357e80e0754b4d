"""What ``try`` gives."""

from __future__ import annotations

from ..errors import FunctionError, TemplateError
from ..exposed import Exposed, exposed
from ..printing import to_text
from ..values import GoError


class TryValue(Exposed):
    """A value or the error that came instead."""

    GO_TYPE = "template.TryValue"

    def __init__(self, value: object, error: GoError | None = None) -> None:
        self._value = value
        self._error = error

    def display(self) -> str:
        """Give both, as Go prints a struct."""
        return f"{{{to_text(self._value)} {to_text(self.err())}}}"

    @exposed("Value")
    def value(self) -> object:
        """Give the value, nil after an error."""
        return self._value

    @exposed("Err")
    def err(self) -> GoError | None:
        """Give the error, nil if there was none."""
        return self._error


def error_value(error: Exception) -> GoError:
    """Give an error as templates see it: its message, and that of the one it began with."""
    first = error
    while isinstance(first.__cause__, (FunctionError, TemplateError)):
        first = first.__cause__
    return GoError(str(error), first.message if isinstance(first, TemplateError) else str(first))
