"""What ``try`` gives."""

from __future__ import annotations

from ..exposed import Exposed, exposed
from ..printing import to_text
from ..values import GoError


class TryValue(Exposed):
    """A value or the error that came instead."""

    GO_TYPE = "template.TryValue"

    def __init__(self, value: object, error: str | None) -> None:
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
    def err(self) -> object:
        """Give the error, nil if there was none."""
        return None if self._error is None else GoError(self._error)
