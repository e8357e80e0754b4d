"""What is printed: lines, and tables in Markdown."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


def say(line: str) -> None:
    """Print a line at once."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Print a table; all columns but the first are numbers."""
    say(f"| {' | '.join(head)} |")
    say(f"| --- |{' ---: |' * (len(head) - 1)}")
    for row in rows:
        say(f"| {' | '.join(row)} |")
