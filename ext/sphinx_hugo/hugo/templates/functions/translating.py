"""``lang.Translate``: the strings of ``i18n/``, which are templates themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..casts import to_string
from ..errors import ReturnSignal, TemplateError
from ..exposed import Exposed, exposed

if TYPE_CHECKING:
    from ..runtime import Runtime


_GO = frozenset(
    {
        *("and", "call", "eq", "ge", "gt", "html", "index", "js", "le", "len", "lt", "ne", "not"),
        *("or", "print", "printf", "println", "slice", "urlquery"),
    }
)
"""The functions of Go itself; a string has none of Hugo's."""


class Count(int, Exposed):
    """A whole number as a string sees it: ``.`` and ``.Count`` are the number."""

    GO_TYPE = "i18n.intCount"

    @exposed("Count")
    def count(self) -> int:
        """Give the number."""
        return int(self)

    def is_zero(self) -> bool:
        """Say whether it is 0."""
        return not int(self)

    def display(self) -> str:
        """Give its digits."""
        return str(int(self))


def translate(runtime: Runtime, key: object, argument: object = None) -> str:
    """Give a string, filled in with an argument; empty text if there is none."""
    name = to_string(key)
    text = runtime.host.translate(name, argument) or ""
    if "{{" not in text:
        return text
    if isinstance(argument, int) and not isinstance(argument, bool):
        argument = Count(argument)
    try:
        return runtime.execute_text(text, argument, _GO)
    except ReturnSignal:
        return ""
    except TemplateError as error:
        if error.fatal:
            raise
        runtime.warnings.append(
            f"the string {name!r} of i18n/ is left out, for it cannot be filled in: {error.message}"
        )
        return ""
