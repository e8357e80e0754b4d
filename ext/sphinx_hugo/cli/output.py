"""What the commands print."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING, Any, TextIO

if TYPE_CHECKING:
    from collections.abc import Iterable


def say(text: str = "") -> None:
    """Print the answer of a command."""
    _write(sys.stdout, text)


def tell(text: str) -> None:
    """Print what is not part of the answer: progress, errors, a summary beside data."""
    _write(sys.stderr, text)
    sys.stderr.flush()


def _write(stream: TextIO, text: str) -> None:
    # A file name may hold what no encoding has, and a terminal may have few characters.
    encoding = stream.encoding or "utf-8"
    stream.write(text.encode(encoding, "backslashreplace").decode(encoding) + "\n")


def say_json(value: Any) -> None:
    """Print data for programs."""
    say(json.dumps(value, indent=2, ensure_ascii=False))


def counted(number: int, word: str) -> str:
    """Return ``1 page`` or ``3 pages``."""
    return f"{number:,} {word}{'' if number == 1 else 's'}"


def by_kind(kinds: Iterable[tuple[str, int]]) -> str:
    """Return ``hugo.ref 3, hugo.link 1``."""
    return ", ".join(f"{kind} {count}" for kind, count in kinds)
