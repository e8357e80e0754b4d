"""What a former build wrote and this one does not: taken away, as a clean build has none of it.

Sphinx leaves the pages of documents that are gone. A page that became a draft would so stay public.
"""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path


def remove_leftovers(outdir: Path, names: Iterable[str]) -> None:
    """Remove files of an output folder, and the folders that are empty then."""
    for name in names:
        path = outdir / name
        if not path.is_relative_to(outdir) or ".." in path.parts:
            continue
        with suppress(OSError):  # gone already, or a folder by now
            path.unlink()
        for folder in path.parents:
            if folder == outdir:
                break
            try:
                folder.rmdir()
            except OSError:  # there are other files in it
                break
