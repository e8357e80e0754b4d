"""A template prepared for one context."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..nodes import Action, Include, Text


@dataclass(slots=True, eq=False)
class Variant:
    """What escaping changes in a template, by node."""

    texts: dict[Text, str] = field(default_factory=dict)
    """Literal text without its comments and with stray ``<`` escaped, where it differs."""
    escapers: dict[Action, tuple[Callable[[object], object], ...]] = field(default_factory=dict)
    """Functions that a printed value goes through, in order."""
    includes: dict[Include, Variant] = field(default_factory=dict)
    """Included templates, each prepared for the context it is included in."""


PLAIN: Final = Variant()
"""No escaping at all, as text templates want it."""
