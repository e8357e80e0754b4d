"""Where Sphinx finds the documents: not by walking the source folder, but as the site says."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from sphinx.project import Project

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


class HugoProject(Project):
    """The documents of a Hugo site; the file of a document may lie anywhere.

    Images, includes and warnings of a document are thus relative to its true file.
    """

    def __init__(
        self,
        srcdir: str | os.PathLike[str],
        source_suffix: Iterable[str],
        filenames: Mapping[str, Path],
        generated: Path,
    ) -> None:
        """Take the absolute file of each document name, and the folder of those made for us."""
        super().__init__(srcdir, source_suffix)
        self._generated = generated
        self._filenames = dict(filenames)
        self._paths: dict[tuple[str, bool], Path] = {}
        """What was said of a document before: Sphinx asks several times, and paths take their time."""
        # Sphinx asks which documents there are before it has looked for them, to find outdated output.
        self.discover()

    def discover(
        self,
        exclude_paths: Iterable[str] = (),
        include_paths: Iterable[str] = (),
    ) -> set[str]:
        """Take over the documents of the site, as paths relative to the source folder."""
        self.docnames.clear()
        self._path_to_docname.clear()
        self._docname_to_path.clear()
        self._paths.clear()
        root = Path(self.srcdir)
        for docname, filename in self._filenames.items():
            path = filename.relative_to(root) if filename.is_relative_to(root) else filename
            self.docnames.add(docname)
            self._path_to_docname[path] = docname
            self._docname_to_path[docname] = path
        return self.docnames

    def stand_in(self, docname: str, title: str) -> None:
        """Let a document be read from a file of ours that has nothing but a title."""
        path = self._generated / f"{docname}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"---\ntitle: {title!r}\n---\n", encoding="utf-8")
        self._filenames[docname] = path
        self.discover()

    def doc2path(self, docname: str, absolute: bool) -> Path:  # type: ignore[override]
        """Return the file of a document.

        One that is not absolute says nothing of this machine, for it is published in the search index.
        """
        key = (docname, absolute)
        found = self._paths.get(key)
        if found is None:
            found = self._paths[key] = self._path_of(docname, absolute=absolute)
        return found

    def _path_of(self, docname: str, *, absolute: bool) -> Path:
        found: Path = super().doc2path(docname, absolute)
        if absolute:
            return found
        path = Path(found)
        if not path.is_absolute():
            return path
        if path.is_relative_to(self._generated):
            return path.relative_to(self._generated)
        return Path(os.path.relpath(path, self.srcdir))
