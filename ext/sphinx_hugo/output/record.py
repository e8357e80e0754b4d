"""What is known of a builder's output: the files that were written, and what they show.

It lies with the doctrees, one for each builder, and is true at any time: before a build writes
anything, the record says what it may write and no longer what the output shows. So a build that ends
in the middle leaves nothing that would pass as finished.
"""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import TYPE_CHECKING

from sphinx_hugo.outdir.writing import replace_file

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sphinx.builders import Builder

    from sphinx_hugo.state import SiteState


class Record:
    """The record of one output folder; empty if there is none, or if it is of another folder."""

    def __init__(self, builder: Builder) -> None:
        self._outdir = Path(builder.outdir)
        self._path = Path(builder.doctreedir, f"hugo-files-{builder.name}.json")
        self.files: set[str] = set()
        """Paths that may be there, below the output folder."""
        self.shown: dict[str, str] = {}
        """Document name to a digest of what it shows; under no name, what all of them may show."""
        self.navigation = ""
        """A digest of all titles and toctrees, which the sidebar of each page shows."""
        self.addresses = ""
        """A digest of the addresses of all pages and files."""
        self.links: dict[str, str] = {}
        """Document name to a digest of where its links lead."""
        self.headings: dict[str, str] = {}
        """Document name to a digest of its ids and headings."""
        self.index = ""
        """A digest of the search index, as the last build into the folder left it."""
        self.assets = ""
        """A digest of what decides which files the theme and extensions bring."""
        self.is_unfinished = False
        """Whether the last build into the folder did not come to its end."""
        self._load()

    @classmethod
    def of(cls, builder: Builder, state: SiteState) -> Record:
        """Return the one of this build."""
        if "record" not in state.cache:
            state.cache["record"] = cls(builder)
        found: Record = state.cache["record"]
        return found

    def _load(self) -> None:
        try:
            read = json.loads(self._path.read_text(encoding="utf-8"))
            if read["outdir"] == str(self._outdir):
                self.files = set(read["files"])
                self.shown, self.headings = dict(read["shown"]), dict(read["headings"])
                self.links, self.addresses = dict(read["links"]), str(read["addresses"])
                self.index, self.assets = str(read["index"]), str(read["assets"])
                self.navigation = str(read["navigation"])
                self.is_unfinished = not self.shown
        except (OSError, ValueError, KeyError, TypeError):
            self.files, self.shown, self.headings, self.links = set(), {}, {}, {}

    def begin(self) -> None:
        """Say that writing begins."""
        self._write(is_finished=False)

    def plan(self, files: Iterable[Path]) -> None:
        """Say which files this build may write, before it does."""
        names = self._names(files)
        if not names <= self.files:
            self.files |= names
            self._write(is_finished=False)

    def finish(self, files: Iterable[Path]) -> set[str]:
        """Say that these files are there; return the names of those that are left of earlier builds."""
        now = self._names(files)
        left, self.files = self.files - now, now
        self._write(is_finished=True)
        return left

    def _names(self, files: Iterable[Path]) -> set[str]:
        """Return the paths of files below the output folder, with slashes."""
        start = os.path.join(self._outdir, "")  # noqa: PTH118 - as text, for there may be thousands
        return {os.fspath(path).removeprefix(start).replace(os.sep, "/") for path in files}

    def _write(self, *, is_finished: bool) -> None:
        text = json.dumps(
            {
                "outdir": str(self._outdir),
                "files": sorted(self.files),
                "shown": self.shown if is_finished else {},
                "headings": self.headings if is_finished else {},
                "links": self.links if is_finished else {},
                "addresses": self.addresses,
                "index": self.index,
                "assets": self.assets,
                "navigation": self.navigation,
            }
        )
        replace_file(self._path, text.encode("utf-8"))
