"""Options that templates pass as maps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .casts import to_string
from .errors import FunctionError

if TYPE_CHECKING:
    from collections.abc import Mapping


def lower_keys(options: Mapping[str, object]) -> dict[str, object]:
    """Bring the keys of options into lower case."""
    return {str(key).lower(): value for key, value in options.items()}


def rendering_options(options: Mapping[str, object]) -> str:
    """Read the options of ``RenderString``: ``block`` or ``inline``.

    :raises FunctionError: for another ``display``
    """
    display = to_string(lower_keys(options).get("display", "inline")).lower()
    if display not in {"block", "inline"}:
        msg = f'display is {display!r}; it must be "block" or "inline"'
        raise FunctionError(msg)
    return display
