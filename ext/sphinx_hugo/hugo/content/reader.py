"""Reading content files, those that are as they were from memory.

What a file says is remembered by its name together with a digest of its bytes and of the code that
read it: a time stamp may lie, a digest does not. The memory is one file that whoever builds may keep;
one that is damaged, or was written by another version, is as good as none.
"""

from __future__ import annotations

import os
import pickle
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING

from sphinx_hugo.hugo.content.reading import ContentText, read_text, unreadable

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    Known = Mapping[str, tuple[bytes, bytes]]

_SIZE = 16
"""Bytes of a digest."""


class ContentReader:
    """Reads the content files of one build."""

    def __init__(self, known: Known | None = None) -> None:
        """Take what an earlier build knew: file name to the digest of its bytes, and what it says."""
        self._known = known or {}
        self._found: dict[str, tuple[bytes, bytes]] = {}
        self.damaged: set[str] = set()
        """The files that cannot be read, or are not UTF-8."""

    def __call__(self, filename: str) -> ContentText:
        """Read a file; one that cannot be read is an empty page with a problem."""
        try:
            with open(filename, "rb") as file:  # noqa: PTH123 - a Path for each would cost as much
                raw = file.read()
        except OSError as error:
            self.damaged.add(filename)
            return unreadable(Path(filename), error)
        digest = _digest(raw)
        known = self._known.get(filename)
        if known is not None and known[0] == digest:
            self._found[filename] = known
            text = ContentText(*pickle.loads(known[1]))
        else:
            text = read_text(raw, Path(filename))
            parts = (text.data, text.body_line, text.word_count, text.problems, text.is_utf8)
            with suppress(pickle.PicklingError, TypeError, AttributeError, RecursionError):
                # As bytes, so that nobody who is given the fields can change what is remembered.
                self._found[filename] = digest, pickle.dumps(parts, pickle.HIGHEST_PROTOCOL)
        if not text.is_utf8:
            self.damaged.add(filename)
        return text

    def save(self, path: Path) -> None:
        """Keep what is known in a file, unless it is there already; a disk that is full is no error."""
        if self._found == self._known and path.is_file():
            return
        content = pickle.dumps((_version(), self._found), pickle.HIGHEST_PROTOCOL)
        fresh = path.with_name(f"{path.name}.{os.getpid()}")
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            fresh.write_bytes(_digest(content) + content)
            fresh.replace(path)
        except OSError:
            with suppress(OSError):
                fresh.unlink()


def reader_from(path: Path) -> ContentReader:
    """Return a reader with what was kept in a file; without, if that is not to be trusted."""
    try:
        kept = path.read_bytes()
    except OSError:
        return ContentReader()
    # The digest stands before the content, so that nothing that is damaged is unpickled.
    if kept[:_SIZE] != _digest(kept[_SIZE:]):
        return ContentReader()
    version, known = pickle.loads(kept[_SIZE:])
    return ContentReader(known if version == _version() else None)


def _version() -> bytes:
    """Return a digest of the code on which it depends what a file says."""
    return _digest(b"".join(_code()))


def _code() -> Iterator[bytes]:
    here = Path(__file__).parent
    for folder in (here, here.parent / "values"):
        for path in sorted(folder.glob("*.py")):
            yield path.read_bytes()


def _digest(content: bytes) -> bytes:
    return blake2b(content, digest_size=_SIZE).digest()
