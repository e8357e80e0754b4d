"""Symbolic links: whether a place on disk is truly where its path says."""

from __future__ import annotations

import errno
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def is_inside(path: Path, root: Path) -> bool:
    """Tell whether *path*, its symbolic links followed, lies in *root*; it need not exist."""
    try:
        return path.resolve().is_relative_to(root.resolve()) and not _is_loop(path)
    except (OSError, RuntimeError, ValueError):  # a loop of links, a name no system takes
        return False


def _is_loop(path: Path) -> bool:
    """Tell whether links lead round in a circle, which ``resolve`` takes from Python 3.13 on."""
    try:
        path.stat()
    except OSError as error:
        return error.errno == errno.ELOOP
    return False
