"""The nearest name, for messages that say what may have been meant."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


def nearest(name: str, known: Iterable[str]) -> str:
    """Return the known name that is most like *name*; empty if none is."""
    return next(iter(get_close_matches(name, list(known), n=1, cutoff=0.6)), "")
