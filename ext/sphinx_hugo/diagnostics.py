"""The only place that logs: problems become Sphinx warnings of type ``hugo``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx.util import logging

if TYPE_CHECKING:
    from pathlib import Path

    from sphinx_hugo.hugo.problems import Kind, Problem

logger = logging.getLogger(__name__)


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


def _printable(text: str) -> str:
    """Return text that can be written out; a file name or JSON may hold half a character."""
    return text if text.isascii() else text.encode("utf-8", "backslashreplace").decode()


def report(problem: Problem) -> None:
    """Log one problem that was found below."""
    warn(problem.kind, problem.message, problem.filename, problem.line)
