"""``.Scratch``, ``.Store`` and ``newScratch``: the memory of templates."""

from __future__ import annotations

from ..casts import to_string
from ..errors import FunctionError
from ..exposed import Exposed, exposed
from ..sums import add_values
from ..values import type_name


class Scratch(Exposed):
    """Values by name, which templates can change."""

    GO_TYPE = "*hstore.Scratch"

    def __init__(self) -> None:
        self._values: dict[str, object] = {}

    def copy(self) -> Scratch:
        """Give another memory of the same values."""
        other = Scratch()
        for name, value in self._values.items():
            other._values[name] = dict(value) if isinstance(value, dict) else value
        return other

    @exposed("Set")
    def set(self, key: object, value: object) -> str:
        """Store a value."""
        self._values[to_string(key)] = value
        return ""

    @exposed("Get")
    def get(self, key: object) -> object:
        """Give a value, nil if there is none."""
        return self._values.get(to_string(key))

    @exposed("Add")
    def add(self, key: object, value: object) -> str:
        """Add to a number or text, append to a slice; the first value is kept as it is."""
        name = to_string(key)
        if name not in self._values:
            self._values[name] = list(value) if isinstance(value, list) else value
            return ""
        known = self._values[name]
        if isinstance(known, list):
            addition = value if isinstance(value, list) else [value]
            self._values[name] = [*known, *addition]
        else:
            self._values[name] = add_values(known, value)
        return ""

    @exposed("Delete")
    def delete(self, key: object) -> str:
        """Forget a value."""
        self._values.pop(to_string(key), None)
        return ""

    @exposed("SetInMap")
    def set_in_map(self, key: object, map_key: object, value: object) -> str:
        """Store a value in the map of that name."""
        self._map(to_string(key))[to_string(map_key)] = value
        return ""

    @exposed("DeleteInMap")
    def delete_in_map(self, key: object, map_key: object) -> str:
        """Forget a value of the map of that name."""
        self._map(to_string(key)).pop(to_string(map_key), None)
        return ""

    @exposed("GetSortedMapValues")
    def sorted_map_values(self, key: object) -> object:
        """Give the values of the map of that name, sorted by key."""
        value = self._values.get(to_string(key))
        if not isinstance(value, dict):
            return None
        return [value[name] for name in sorted(value)]

    @exposed("Values")
    def values(self) -> dict[str, object]:
        """Give everything as a map."""
        return self._values

    def _map(self, name: str) -> dict[str, object]:
        value = self._values.setdefault(name, {})
        if isinstance(value, dict):
            return value
        msg = f"{name!r} holds a value of type {type_name(value)}, not a map"
        raise FunctionError(msg)
