"""Python's cyclic garbage collector, told to look less often while a build runs.

Doctrees are large heaps of cycles that live until the build ends; looking through all of them again
and again finds next to nothing and takes a fifth of the time. Exact, because when the collector runs
has no effect on what a program computes.
"""

from __future__ import annotations

import gc
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.application import Sphinx

THRESHOLDS = (10_000, 20, 50)
"""Values that a measurement chose: higher ones need more memory and gain nothing."""
SELDOM = 1_000_000
"""Threshold for what is made before the first page: modules, the site, the last environment. It stays."""
NEVER = 0
MANY = 3_000
"""Pages that are written; for so many it is worth a collection to have the first trees let go early."""


class PatientCollector:
    """Sets the thresholds while a build runs, and the old ones again when it has ended."""

    def __init__(self) -> None:
        self._before: tuple[int, int, int] | None = None
        self._written = 0

    def start(self) -> None:
        """Put aside what lives already, and hardly look before :meth:`look`."""
        if self._before is not None or not gc.isenabled():
            return
        if thaw in gc.callbacks:  # an earlier build of this process
            _RESIDUE.look_at(gc.get_freeze_count())
        elif gc.get_freeze_count():
            return  # somebody else's
        self._before = gc.get_threshold()
        self._written = 0
        gc.freeze()
        gc.set_threshold(SELDOM)

    def look(self) -> None:
        """Put aside what has been made since, and look for garbage now and then."""
        if self._before is not None:
            gc.freeze()
            gc.set_threshold(*THRESHOLDS)

    @contextmanager
    def resting(self, *, stays: bool = False) -> Iterator[None]:
        """Do not look while one large thing is made; put it aside if it *stays* until the end."""
        if self._before is None:
            yield
            return
        gc.set_threshold(NEVER)
        try:
            yield
        finally:
            if stays:
                gc.freeze()
            gc.set_threshold(*THRESHOLDS)

    def see_page(self, app: Sphinx, *_arguments: Any) -> None:
        """Collect once when a fifth of many pages is written (``html-page-context``).

        By itself Python waits until there is a quarter more than stays, and all that while, what is
        written comes on top of what was read.
        """
        self._written += 1
        pages = len(app.env.all_docs)
        if self._before is not None and pages >= MANY and self._written == pages // 5:
            gc.collect()

    def stop(self, *_arguments: Any) -> None:
        """Be as before (``build-finished``).

        The doctrees stay aside until a process that lives on looks through everything for the first
        time: one that ends here does not look at them again.
        """
        if self._before is None:
            return
        gc.freeze()
        gc.set_threshold(*self._before)
        self._before = None
        if thaw not in gc.callbacks:  # a second application of the process may end before or after
            gc.callbacks.append(thaw)


class Residue:
    """What builds leave behind in a process that goes on to build, as a language server does.

    Each build puts aside what the one before has left, so that no collection would ever meet it.
    """

    def __init__(self) -> None:
        self._enough = 0
        """So many objects are worth a full collection: twice what the last one could not free."""

    def look_at(self, put_aside: int) -> None:
        """Let go of what was put aside, and collect it if there is much of it."""
        thaw("start", {"generation": 2})
        if put_aside > self._enough:
            gc.collect()
            self._enough = 2 * len(gc.get_objects())


_RESIDUE = Residue()


def thaw(phase: str, info: dict[str, int]) -> None:
    """Let a full collection look at what was put aside, and see to no later one.

    Not the last one, which a process makes when it ends: its memory goes back as a whole.
    """
    if phase == "start" and info["generation"] == 2:
        gc.callbacks.remove(thaw)
        if not sys.is_finalizing():
            gc.unfreeze()
