"""What ``keyVals`` gives."""

from __future__ import annotations

from ..exposed import Exposed, exposed
from ..printing import to_text


class KeyValues(Exposed):
    """A key with several values."""

    GO_TYPE = "types.KeyValues"

    def __init__(self, key: object, values: list[object]) -> None:
        self._key = key
        self._values = values

    def display(self) -> str:
        """Give both."""
        return f"{to_text(self._key)}: {to_text(self._values)}"

    @exposed("Key")
    def key(self) -> object:
        """Give the key."""
        return self._key

    @exposed("Values")
    def values(self) -> list[object]:
        """Give the values."""
        return self._values
