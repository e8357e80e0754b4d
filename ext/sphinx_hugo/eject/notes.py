"""What could not be said in plain MyST: for the summary of the command."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Note:
    """One thing that somebody should look at; its text is kept in the page."""

    file: str
    """The file of the Hugo site, an absolute path; empty for the whole site."""
    line: int | None
    """1-based; None for the whole file."""
    message: str
    """A sentence."""
