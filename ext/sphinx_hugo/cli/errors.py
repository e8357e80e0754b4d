"""The one exception of the command line."""

from __future__ import annotations


class CommandError(Exception):
    """A command that cannot do its work; the message is a sentence that says what to do."""
