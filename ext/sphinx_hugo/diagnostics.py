"""The only place that logs: problems become Sphinx warnings of type ``hugo``.

A file that is wrong on each of its lines has one cause, not a hundred thousand. Nobody reads so many
warnings, and they would fill the memory: behind the first ones, they are counted.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sphinx.util import logging

if TYPE_CHECKING:
    from pathlib import Path

    from sphinx.application import Sphinx

    from sphinx_hugo.hugo.problems import Kind, Problem

logger = logging.getLogger(__name__)

MOST = 1_000
"""How many warnings of one kind about one file are shown whenever it is gone through."""


@dataclass(slots=True)
class _Told:
    """The warnings of one kind about one file."""

    number: int = 0
    first_unseen: int | None = None
    """Line of the first one that is not shown."""
    last: int | None = None
    """Line of the last one."""


_told: dict[tuple[Kind, str], _Told] = {}
"""Since the last call of :func:`tell_rest`; a process goes through one page at a time."""


def warn(
    kind: Kind,
    message: str,
    filename: Path | str | None,
    line: int | None,
    *,
    called: tuple[str, str] | None = None,
) -> None:
    """Log one warning with its subtype and its place in the Hugo source.

    *called* is for what stands in another file than the page: the name of the shortcode, and the
    page's file. Whoever listens finds it in the record.
    """
    if filename is not None:
        told = _told.setdefault((kind, str(filename)), _Told())
        told.number, told.last = told.number + 1, line
        if told.number > MOST:
            told.first_unseen = told.first_unseen or line
            return
    # Without a line, Sphinx would take the file for the name of a document.
    location = None if filename is None else _printable(f"{filename}:{line or 1}")
    logger.warning(
        "%s",
        _printable(message),
        type="hugo",
        subtype=kind.value,
        location=location,
        extra={"hugo_called": called},
    )


def tell_rest(_app: Sphinx | None = None, *_arguments: object) -> None:
    """Say how many warnings were only counted (at the end of each page, and of the build)."""
    found = dict(_told)
    _told.clear()
    for (kind, filename), told in found.items():
        if told.number > MOST:
            message = (
                f"{told.number - MOST} more of this kind in this file are not shown, down to line "
                f"{told.last or 1}; mend the {MOST} above first, for many may have one cause."
            )
            warn(kind, message, filename, told.first_unseen)
    _told.clear()


def _printable(text: str) -> str:
    """Return text that can be written out; a file name or JSON may hold half a character."""
    return text if text.isascii() else text.encode("utf-8", "backslashreplace").decode()


def report(problem: Problem) -> None:
    """Log one problem that was found below."""
    warn(problem.kind, problem.message, problem.filename, problem.line)
