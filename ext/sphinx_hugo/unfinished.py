"""Doctrees that may be newer than what the environment knows of them.

Sphinx writes doctrees while it reads, and the environment afterwards. If it is stopped between the two
and the change is taken back, the old environment would fit the old files again, but not the doctrees.
So the documents concerned are listed in a file until all is written; a later build that finds the list
reads them again.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from sphinx_hugo.outdir.writing import replace_file

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

_NAME = "hugo-unfinished.json"


def unfinished(app: Sphinx) -> set[str]:
    """Return the documents on the list."""
    try:
        return set(json.loads(Path(app.doctreedir, _NAME).read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError):
        return set()


def note_unfinished(app: Sphinx, docnames: Iterable[str]) -> None:
    """Put documents on the list, before their doctrees are written."""
    known = unfinished(app)
    wanted = known.union(docnames)
    if wanted != known:
        text = json.dumps(sorted(wanted))
        replace_file(Path(app.doctreedir, _NAME), text.encode("utf-8"))


def begin(app: Sphinx, _env: BuildEnvironment, docnames: list[str]) -> None:
    """List the documents that are about to be read (``env-before-read-docs``)."""
    note_unfinished(app, docnames)


def end(app: Sphinx, exception: Exception | None) -> None:
    """Take the list away when the environment has been written (``build-finished``)."""
    if exception is None:
        Path(app.doctreedir, _NAME).unlink(missing_ok=True)
