"""What ``os`` functions give."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..exposed import Exposed, exposed

if TYPE_CHECKING:
    from ..host import FileEntry


class FileInfo(Exposed):
    """A file or folder."""

    GO_TYPE = "fs.FileInfo"

    def __init__(self, entry: FileEntry) -> None:
        self._entry = entry

    def display(self) -> str:
        """Give the name."""
        return self._entry.name

    @exposed("Name")
    def name(self) -> str:
        """Give the name."""
        return self._entry.name

    @exposed("IsDir")
    def is_dir(self) -> bool:
        """Say whether it is a folder."""
        return self._entry.is_dir

    @exposed("Mode")
    def mode(self) -> str:
        """Give the usual permissions: those of the machine are no business of a page."""
        return "drwxr-xr-x" if self._entry.is_dir else "-rw-r--r--"

    @exposed("Size")
    def size(self) -> int:
        """Give the size in bytes."""
        return self._entry.size
