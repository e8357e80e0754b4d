"""Where Sphinx finds the documents: not by walking the source folder, but as the site says."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from sphinx.project import Project

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from typing import Any


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
        self._sources = {
            docname: self._below_sources(filename) for docname, filename in filenames.items()
        }
        """The file of each document, relative to the source folder if it lies there."""
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
        self.docnames.update(self._sources)
        self._docname_to_path.update(self._sources)
        self._path_to_docname.update({path: docname for docname, path in self._sources.items()})
        return self.docnames

    def stand_in(self, docname: str, title: str) -> None:
        """Let a document be read from a file of ours that has nothing but a title."""
        path = self._generated / f"{docname}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"---\ntitle: {title!r}\n---\n", encoding="utf-8")
        self._sources[docname] = self._below_sources(path)
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

    def _below_sources(self, filename: Path) -> Path:
        start, name = os.path.join(self.srcdir, ""), os.fspath(filename)  # noqa: PTH118 - thousands
        return Path(name.removeprefix(start)) if name.startswith(start) else filename

    def __getstate__(self) -> dict[str, Any]:
        """Return what is kept with the environment: no document, for the site is read in each build."""
        tables = ("_sources", "_paths", "_path_to_docname", "_docname_to_path")
        return {**vars(self), "docnames": set(), **{name: {} for name in tables}}

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
