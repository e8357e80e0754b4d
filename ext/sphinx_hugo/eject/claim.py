"""Whose the output folder is: a project that somebody has gone on with is never written over.

The command takes a folder that is new or empty. The builder may come back to one that it wrote, and
knows it by a note below the doctrees: the folder, and what is in each text that it wrote there.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from sphinx.errors import SphinxError

from sphinx_hugo.outdir.writing import replace_file
from sphinx_hugo.output.leftovers import remove_leftovers
from sphinx_hugo.taken import bytes_digest

if TYPE_CHECKING:
    from sphinx.builders import Builder

_ADVICE = "nothing is overwritten. Name a new folder, or empty that one first"


class OccupiedError(SphinxError):
    """The output folder holds what this builder did not write; the message says what to do."""

    category = "Output error"


class Claim:
    """The output folder of one builder, which is empty or as the builder left it."""

    def __init__(self, builder: Builder) -> None:
        """Raise :class:`OccupiedError` if it is neither."""
        self._outdir, self._doctrees = Path(builder.outdir), Path(builder.doctreedir)
        self._note = self._doctrees / f"{builder.name}-folder.json"
        self._texts: dict[str, str] = {}
        """Path below the folder to a digest of what was written there."""
        if self._is_empty():
            return
        before = self._noted()
        if before is None:
            raise OccupiedError(f"the output folder '{self._outdir}' is not empty, and {_ADVICE}")
        for name, written in sorted(before.items()):
            path = self._outdir / name
            if path.is_file() and bytes_digest(path.read_bytes()) != written:
                raise OccupiedError(f"'{path}' was changed since it was written, and {_ADVICE}")
        self._texts = before

    def begin(self) -> None:
        """Say that writing begins: whatever is there from now on is the builder's."""
        self._write(self._texts)

    def finish(self, texts: dict[Path, str]) -> None:
        """Say what was written, and take away what an earlier build wrote and this one did not."""
        now = {
            path.relative_to(self._outdir).as_posix(): bytes_digest(text.encode("utf-8"))
            for path, text in texts.items()
        }
        remove_leftovers(self._outdir, self._texts.keys() - now.keys())
        self._write(now)

    def _is_empty(self) -> bool:
        """Tell whether there is nothing but the doctrees, which Sphinx puts there unless told."""
        own = {self._doctrees, *self._doctrees.parents}
        return not self._outdir.is_dir() or own.issuperset(self._outdir.iterdir())

    def _noted(self) -> dict[str, str] | None:
        try:
            read = json.loads(self._note.read_text(encoding="utf-8"))
            return dict(read["texts"]) if read["outdir"] == str(self._outdir) else None
        except (OSError, ValueError, KeyError, TypeError):
            return None

    def _write(self, texts: dict[str, str]) -> None:
        note = {"outdir": str(self._outdir), "texts": texts}
        replace_file(self._note, json.dumps(note).encode())
