"""Writing a file so that it is there whole, or not at all."""

from __future__ import annotations

import os
import re
import shutil
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


_PART = re.compile(r"\..+\.[0-9]+\.part")


def replace_file(path: Path, data: bytes) -> None:
    """Write a file by way of another name, and put it in place when it is whole.

    Raises ``OSError``, and leaves no half of it behind. Safe for processes that write the same file.
    """
    with _in_place(path) as part:
        part.write_bytes(data)


def copy_file(source: Path, path: Path) -> None:
    """Copy a file with its times in the same way."""
    with _in_place(path) as part:
        shutil.copy2(source, part)


def remove_parts(folder: Path) -> None:
    """Remove what builds that were killed have left of files that were not whole yet."""
    for path in folder.rglob(".*.part"):
        if _PART.fullmatch(path.name):
            with suppress(OSError):
                path.unlink()


@contextmanager
def _in_place(path: Path) -> Iterator[Path]:
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f".{path.name[:100]}.{os.getpid()}.part")
    try:
        yield part
        part.replace(path)
    except OSError:
        with suppress(OSError):
            part.unlink()
        raise
