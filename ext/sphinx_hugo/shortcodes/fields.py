"""Text with fields for the parameters of a call: ``[{inner}]({link})``."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

INNER = "inner"
"""The field for what stands between the tags."""

_PART = re.compile(r"\{\{|\}\}|\{([^{}]*)\}|[{}]")
_FIELD = re.compile(r"\d{1,2}|[A-Za-z_][\w-]*")


class FieldError(ValueError):
    """Text with a brace or a field that cannot be read; the message says what to write."""


@dataclass(frozen=True, slots=True)
class Fields:
    """A text with fields, read."""

    parts: tuple[str | tuple[str, ...], ...]
    """Text as it stands, and for each field the names to try."""

    @property
    def names(self) -> frozenset[str]:
        """Every name that a field has."""
        return frozenset(name for part in self.parts if isinstance(part, tuple) for name in part)

    @property
    def constant(self) -> str | None:
        """The text itself, if it has no fields."""
        return None if self.names else "".join(part for part in self.parts if isinstance(part, str))

    def fill(self, value_of: Callable[[str], str]) -> str:
        """Return the text with the first value that is not empty in the place of each field."""
        return "".join(
            part if isinstance(part, str) else next(filter(None, map(value_of, part)), "")
            for part in self.parts
        )


def read_fields(text: str) -> Fields:
    """Read a text; ``{title|0}`` is the first of several, ``{{`` and ``}}`` are braces.

    :raises FieldError: for a lone brace and for names that no parameter can have
    """
    parts: list[str | tuple[str, ...]] = []
    at = 0
    for match in _PART.finditer(text):
        parts.append(text[at : match.start()])
        at = match.end()
        if match[0] in {"{{", "}}"}:
            parts.append(match[0][0])
            continue
        names = tuple((match[1] or "").split("|"))
        if match[1] is None or not all(_FIELD.fullmatch(name) for name in names):
            raise FieldError(
                f"{match[0]!r} is no field: write '{{inner}}', '{{0}}', '{{name}}' or "
                "'{name|0}'; a brace of the text is '{{' or '}}'"
            )
        parts.append(names)
    parts.append(text[at:])
    return Fields(tuple(part for part in parts if part))
