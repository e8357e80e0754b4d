"""Members of values: ``.Name`` on maps and objects, ``index``, ranging."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .calendar_words import NamedInt
from .errors import FunctionError
from .exposed import Exposed
from .printing import sorted_keys
from .values import MISSING, Params, type_name

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence


def member(receiver: object, name: str, args: Sequence[object]) -> object:
    """Give a map's value or call an object's method.

    :returns: `MISSING` for a key that a map does not have
    :raises FunctionError: for what Go refuses: no such method, arguments to a value, nil
    """
    if isinstance(receiver, Exposed) and (
        name in receiver.METHODS or not isinstance(receiver, dict)
    ):
        return _method(receiver, name, args)
    if isinstance(receiver, dict):
        if args:
            msg = f"{name} is not a method but has arguments"
            raise FunctionError(msg)
        return lookup_key(receiver, name)
    if receiver is MISSING:
        return MISSING
    if isinstance(receiver, NamedInt) and name == "String" and not args:
        return receiver.WORDS[receiver]
    if receiver is None:
        msg = f"nil pointer evaluating interface {{}}.{name}"
        raise FunctionError(msg)
    msg = f"can't evaluate field {name} in type {type_name(receiver)}"
    raise FunctionError(msg)


def lookup_key(mapping: Mapping[str, object], name: str) -> object:
    """Give a map's value, `MISSING` if there is none; `Params` disregard case."""
    if isinstance(mapping, Params):
        name = name.lower()
    return mapping.get(name, MISSING)


def _method(receiver: Exposed, name: str, args: Sequence[object]) -> object:
    method = receiver.METHODS.get(name)
    if method is None:
        msg = f"can't evaluate field {name} in type {receiver.GO_TYPE}"
        raise FunctionError(msg)
    check_count(name, len(args), method.smallest, method.largest)
    result: object = getattr(receiver, method.attribute)(*args)
    return result


def check_count(name: str, count: int, smallest: int, largest: int | None) -> None:
    """Refuse a wrong number of arguments.

    :raises FunctionError: if `count` is outside of the bounds
    """
    if count < smallest or (largest is not None and count > largest):
        wanted = str(smallest) if smallest == largest else f"at least {smallest}"
        if largest is not None and count > largest:
            wanted = f"at most {largest}" if smallest != largest else wanted
        msg = f"wrong number of args for {name}: want {wanted} got {count}"
        raise FunctionError(msg)


def iterate(value: object) -> Iterator[tuple[object, object]]:
    """Give index and item of what `range` takes: slices, maps by key, numbers, nothing for nil.

    :raises FunctionError: for strings and objects
    """
    if isinstance(value, list):
        return iter(list(enumerate(value)))
    if isinstance(value, dict):
        return iter([(key, value[key]) for key in sorted_keys(value)])
    if value is None or value is MISSING:
        return iter(())
    if isinstance(value, int) and not isinstance(value, bool):
        return ((index, index) for index in range(value))
    msg = f"range can't iterate over a value of type {type_name(value)}"
    raise FunctionError(msg)
