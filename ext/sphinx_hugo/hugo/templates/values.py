"""The values templates work on, and how Go sees them.

Go's nil is None, numbers are int and float, strings are str, maps are dict, slices are list.
HTML that is known to be safe is a subclass of str, so that it reads like one everywhere else.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final

from .exposed import Exposed, exposed

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


class _Missing:
    """The type of `MISSING`."""

    __slots__ = ()

    def __repr__(self) -> str:
        return "MISSING"


MISSING: Final = _Missing()
"""What a map gives for a key it lacks. Unlike None, its members can be asked for: missing too."""


class VersionString(str):
    """``version.VersionString``: text that compares as a version does."""

    __slots__ = ()
    GO_TYPE: ClassVar[str] = "version.VersionString"


class SafeText(str):
    """Text that an escaper lets through in its own context."""

    __slots__ = ()
    GO_TYPE: ClassVar[str] = "string"


class SafeHTML(SafeText):
    """``template.HTML``."""

    __slots__ = ()
    GO_TYPE = "template.HTML"


class SafeHTMLAttr(SafeText):
    """``template.HTMLAttr``: name and value of an attribute."""

    __slots__ = ()
    GO_TYPE = "template.HTMLAttr"


class SafeURL(SafeText):
    """``template.URL``."""

    __slots__ = ()
    GO_TYPE = "template.URL"


class SafeCSS(SafeText):
    """``template.CSS``."""

    __slots__ = ()
    GO_TYPE = "template.CSS"


class SafeJS(SafeText):
    """``template.JS``: an expression."""

    __slots__ = ()
    GO_TYPE = "template.JS"


class SafeJSStr(SafeText):
    """``template.JSStr``: the inside of a JavaScript string."""

    __slots__ = ()
    GO_TYPE = "template.JSStr"


class SafeSrcset(SafeText):
    """``template.Srcset``."""

    __slots__ = ()
    GO_TYPE = "template.Srcset"


class Params(dict[str, object]):
    """``hmaps.Params``: keys are in lower case and looked up without regard to case."""

    @classmethod
    def of(cls, values: Mapping[str, object]) -> Params:
        """Make one of a mapping, nested mappings included; nesting beyond 40 is left as it is."""
        return cls._of(values, 40)

    @classmethod
    def _of(cls, values: Mapping[str, object], depth: int) -> Params:
        result = cls()
        for key, value in values.items():
            inner = cls._of(value, depth - 1) if isinstance(value, dict) and depth else value
            result[str(key).lower()] = list(inner) if isinstance(inner, tuple) else inner
        return result


class GoError(Exposed):
    """An error value, as ``try`` gives it."""

    GO_TYPE = "*template.TryError"

    def __init__(self, message: str, cause: str | None = None) -> None:
        self._message = message
        self._cause = message if cause is None else cause

    @exposed("Error")
    def display(self) -> str:
        """Give the message."""
        return self._message

    @exposed("Cause")
    def cause(self) -> GoError:
        """Give the error that all began with."""
        return GoError(self._cause)

    @exposed("Unwrap")
    def unwrap(self) -> GoError:
        """Give the error itself."""
        return GoError(self._message, self._cause)


def is_truthful(value: object) -> bool:
    """Say whether `if` takes the value for true: not nil, zero or empty; a zero time is false."""
    if isinstance(value, (dict, list, str, bool, int, float)):
        return bool(value)
    if value is None or value is MISSING:
        return False
    return not value.is_zero() if isinstance(value, Exposed) else True


def is_number(value: object) -> bool:
    """Say whether the value is an int or a float; bools are not."""
    return isinstance(value, (int, float)) and not isinstance(value, bool)


def type_name(value: object) -> str:
    """Name the value's type as Go would."""
    if value is None or value is MISSING:
        return "<nil>"
    if isinstance(value, (SafeText, VersionString, Exposed)):
        return value.GO_TYPE
    simple = _SIMPLE_TYPES.get(type(value)) or getattr(value, "GO_TYPE", None)
    if isinstance(simple, str):
        return simple
    if isinstance(value, list):
        return "[]" + _common_type(value)
    if isinstance(value, Params):
        return "hmaps.Params"
    return "map[string]interface {}"


_SIMPLE_TYPES: dict[type, str] = {str: "string", bool: "bool", int: "int", float: "float64"}


def _common_type(values: Iterable[object]) -> str:
    names = {type_name(value) for value in values}
    if len(names) != 1 or "<nil>" in names:
        return "interface {}"
    name = names.pop()
    return "interface {}" if name.startswith(("[]", "map")) else name


def wrap_int(value: int) -> int:
    """Bring an integer into Go's 64 bits, as overflow would."""
    return (value + (1 << 63)) % (1 << 64) - (1 << 63)
