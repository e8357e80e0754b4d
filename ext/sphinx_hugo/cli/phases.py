"""How long each part of a build takes, by the clock on the wall."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sphinx.application import Sphinx

FIRST, LAST = -1, 10_000
"""Priorities before and after all others."""
_MARKS = (
    ("config-inited", FIRST, "site"),
    ("config-inited", LAST, ""),
    ("env-before-read-docs", FIRST, "reading"),
    ("env-updated", LAST, ""),
    ("write-started", FIRST, "writing"),
    ("html-collect-pages", FIRST, "finishing"),
    ("build-finished", FIRST, "finishing"),
)
"""Event, priority, and what begins there; nothing of its own where that is empty."""


class Phases:
    """A clock that the events of a build switch on."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}
        """By phase, in the order in which they began."""
        self._phase = ""
        self._began = time.perf_counter()

    def connect(self, app: Sphinx) -> None:
        """Listen to an application that is being set up."""
        for event, priority, phase in _MARKS:
            app.connect(event, self._switching_to(phase), priority=priority)

    def begin(self, phase: str) -> None:
        """End the phase that runs, and begin another; an empty name is that of the rest."""
        now = time.perf_counter()
        self.seconds[self._phase] = self.seconds.get(self._phase, 0.0) + now - self._began
        self._phase, self._began = phase, now

    def _switching_to(self, phase: str) -> Any:
        def switch(*_arguments: Any) -> list[Any]:
            self.begin(phase)
            return []  # what events that collect something expect

        return switch

    def __str__(self) -> str:
        """Return ``12.3 s: site 0.8, reading 6.1, writing 4.9, finishing 0.3, other 0.2``."""
        self.begin("")
        named = {phase: spent for phase, spent in self.seconds.items() if phase}
        parts = [*named.items(), ("other", self.seconds[""])]
        listed = ", ".join(f"{phase} {spent:.1f}" for phase, spent in parts)
        return f"{sum(self.seconds.values()):.1f} s: {listed}"
