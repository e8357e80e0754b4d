"""Pages that cannot be written: no half of one is left, and the build says that it has failed.

Sphinx warns of such a page and goes on. Half of a file would then pass as a page that is up to date.
"""

from __future__ import annotations

import logging
import os
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from sphinx.errors import SphinxError

if TYPE_CHECKING:
    from collections.abc import Collection

    from sphinx.application import Sphinx

_SPHINX_WRITER = "sphinx.sphinx.builders.html"
"""The logger that Sphinx's HTML builders warn with."""


class UnwrittenError(SphinxError):
    """The output is not complete; the message is a sentence that says what to do."""

    category = "Output error"


class Remover(logging.Filter):
    """Takes a page away of which Sphinx says that it could not be written.

    Other warnings of this logger name files, too, also such that Sphinx only reads.
    """

    def __init__(self) -> None:
        super().__init__()
        self.pages: Collection[Path] = ()
        """The only files that may be taken away."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Let the warning pass."""
        found = record.args
        if (
            record.levelno >= logging.WARNING
            and isinstance(found, tuple)
            and len(found) == 2
            and isinstance(found[1], OSError)
            and Path(str(found[0])) in self.pages
        ):
            with suppress(OSError):
                Path(str(found[0])).unlink()
        return True


_REMOVER = Remover()


def watch(app: Sphinx) -> None:
    """Get ready for what Sphinx cannot write, and could not write last time (``builder-inited``)."""
    _REMOVER.pages = ()
    logging.getLogger(_SPHINX_WRITER).addFilter(_REMOVER)  # the same one is added once
    _note_specific(app)
    _drop_half_of_build_info(Path(app.outdir, ".buildinfo"))


def watch_pages(pages: Collection[Path]) -> None:
    """Say which pages this build writes."""
    _REMOVER.pages = frozenset(pages)


def require(pages: Collection[Path]) -> None:
    """Raise :class:`UnwrittenError` unless all the files are there."""
    missing = sorted(str(path) for path in pages if not os.path.isfile(path))  # noqa: PTH113 - thousands
    if missing:
        some = f"{len(missing)} files, among them " if len(missing) > 1 else ""
        raise UnwrittenError(
            f"{some}'{missing[0]}' could not be written, as said above. Make room or let this user "
            "write there, and build again"
        )


def _note_specific(app: Sphinx) -> None:
    """Remember whether only some files are built, as ``sphinx-build`` can be asked for.

    The others may then be missing, or old.
    """
    builder = app.builder
    build_specific = builder.build_specific

    def building(filenames: list[Path]) -> None:
        state = app.env.get_domain("hugo").state  # type: ignore[attr-defined]
        if state is not None:
            state.cache["specific"] = True
        build_specific(filenames)

    vars(builder)["build_specific"] = building


def _drop_half_of_build_info(path: Path) -> None:
    """Remove a file that Sphinx would stumble over: it takes it to have four lines."""
    with suppress(OSError):
        if len(path.read_bytes().splitlines()) < 4:
            path.unlink()
