"""What tells one state of a file from another."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

Stamp = tuple[int, int] | None
"""Time of change in nanoseconds and size of a file; None if there is none."""


def stamp(filename: str | Path) -> Stamp:
    """Return what tells one state of a file from another."""
    try:
        found = os.stat(filename)  # noqa: PTH116 - a Path for each file of a site takes its time
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size
