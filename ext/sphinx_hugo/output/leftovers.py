"""What a former build wrote and this one does not: taken away, as a clean build has none of it.

Sphinx leaves the pages of documents that are gone. A page that became a draft would so stay public.
"""

from __future__ import annotations

import json
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sphinx.builders import Builder


def remove_leftovers(builder: Builder, files: Iterable[Path]) -> None:
    """Remove what the last build into this folder wrote and is not among *files*; note these."""
    outdir = Path(builder.outdir)
    note = Path(builder.doctreedir, f"hugo-files-{builder.name}.json")
    now = {path.relative_to(outdir).as_posix() for path in files}
    for name in _noted(note, outdir) - now:
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
    note.write_text(json.dumps({"outdir": str(outdir), "files": sorted(now)}), encoding="utf-8")


def _noted(note: Path, outdir: Path) -> set[str]:
    try:
        read = json.loads(note.read_text(encoding="utf-8"))
        return set(read["files"]) if read["outdir"] == str(outdir) else set()
    except (OSError, ValueError, KeyError, TypeError):
        return set()
