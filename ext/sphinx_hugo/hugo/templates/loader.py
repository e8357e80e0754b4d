"""Finds a site's shortcode templates and partials, and has each compiled once.

Hugo looks in ``layouts/_shortcodes`` and ``layouts/_partials``, formerly ``shortcodes`` and
``partials``, of the project, then of its themes and modules. Shortcodes may stand deeper, as in
``layouts/docs/_shortcodes``: for the pages of that section, nearest first. Names are taken without
regard to case; a name may carry a language or an output format, as in ``note.de.html``.
"""

from __future__ import annotations

import os
import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from .errors import TemplateError

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from .compiling import Template

_SHORTCODES = ("_shortcodes/", "shortcodes/", "_default/_shortcodes/")
_DEEPER = "/_shortcodes/"
_PARTIALS = ("_partials/", "partials/")
_HOOKS = ("_markup/", "_default/_markup/")
_MAX_BYTES = 2_000_000
_DEFINED = re.compile(r"""\{\{-?\s*define\s+["`]_?partials/([^"`]+)["`]""")
"""Where a file defines a partial."""


@dataclass(frozen=True, slots=True)
class LayoutFile:
    """A file below a ``layouts`` folder."""

    path: str
    """Below ``layouts``, as written, with ``/``."""
    filename: Path
    """Absolute."""


def find_layouts(roots: Iterable[Path]) -> tuple[LayoutFile, ...]:
    """List the files of ``layouts`` folders, the first folder's first; links out are left out."""
    return tuple(file for root in roots for file in _walk(root))


def _walk(root: Path) -> Iterator[LayoutFile]:
    real = root.resolve()
    for folder, folders, names in os.walk(root):
        folders.sort()
        for name in sorted(names):
            filename = Path(folder, name)
            if filename.resolve().is_relative_to(real):
                yield LayoutFile(filename.relative_to(root).as_posix(), filename)


@dataclass(slots=True)
class Templates:
    """All templates of a site, compiled when asked for."""

    files: Sequence[LayoutFile] = ()
    """Where they are; the first of two with one name counts."""
    sources: Mapping[str, str] = field(default_factory=dict)
    """Templates given as text, by path below ``layouts``; they come before files."""
    language: str = ""
    """Language whose variants are preferred."""
    languages: Collection[str] = ()
    """All languages, whose variants are recognised."""
    _index: dict[str, list[str]] | None = field(default=None, init=False, repr=False)
    _deeper: frozenset[str] = field(default=frozenset(), init=False, repr=False)
    """Folders below ``layouts`` with shortcodes of their own."""
    _paths: dict[str, LayoutFile] = field(default_factory=dict, init=False, repr=False)
    _defining: dict[str, str] | None = field(default=None, init=False, repr=False)
    _compiled: dict[str, Template | TemplateError] = field(
        default_factory=dict, init=False, repr=False
    )

    def shortcode(self, name: str, base: str = "", *, markdown: bool = False) -> Template | None:
        """Give the template of a shortcode; None if the page has none of that name.

        :param base: the page's path, which begins with its type if it names one
        :param markdown: prefer ``name.md``, as calls with ``{{% %}}`` do
        :raises TemplateError: if it cannot be read
        """
        folders = (*self._nearer(base), *_SHORTCODES)
        return self._find(folders, name.lower(), "md" if markdown else "html")

    def _nearer(self, base: str) -> Iterator[str]:
        self._indexed()
        folder = base.strip("/").lower() if self._deeper else ""
        while folder:
            if folder in self._deeper:
                yield folder + _DEEPER
            folder = folder.rpartition("/")[0]

    def code_hook(self, language: str, section: str = "") -> Template | None:
        """Give the render hook for code in a language; None if the site has none.

        :param section: first folder of the page's path, or its type, whose own hook comes first
        :raises TemplateError: if it cannot be read
        """
        if language != language.lower():  # Hugo compares with file names in lower case
            return None
        own = (f"{section.lower()}/_markup/",) if section else ()
        return self._find((*own, *_HOOKS), f"render-codeblock-{language}", "html")

    def partial(self, name: str, current: Template | None = None) -> Template | None:
        """Give a partial; None if there is none. Partials defined in `current` come first.

        :raises TemplateError: if it cannot be read
        """
        key = name.lower().lstrip("/")
        inline = self._inline(key, current)
        if inline is not None:
            return inline
        stem, dot, ending = key.rpartition(".")
        found = self._find(_PARTIALS, stem, ending) if dot and "/" not in ending else None
        return found or self._find(_PARTIALS, key, "html") or self._defined_elsewhere(key)

    def _defined_elsewhere(self, key: str) -> Template | None:
        """Give a partial that some other file defines: such names are known everywhere."""
        if self._defining is None:
            self._defining = {
                name.lower(): path
                for path in reversed(tuple(self._indexed_paths()))
                for name in _DEFINED.findall(self._text(path))
            }
        for spelled in (key, f"{key}.html"):
            path = self._defining.get(spelled)
            if path is not None:
                return self._inline(key, self._compile(path))
        return None

    def _indexed_paths(self) -> Iterator[str]:
        self._indexed()
        yield from self.sources
        yield from self._paths

    def _text(self, path: str) -> str:
        try:
            return self._source(path)[1]
        except TemplateError:
            return ""

    def has_file(self, path: str) -> bool:
        """Say whether there is a file of that path below ``layouts``."""
        self._indexed()
        return path in self._paths or path in self.sources

    def shortcode_names(self) -> tuple[str, ...]:
        """Give the names of all shortcodes, whichever pages have them, in lower case."""
        keys = self._indexed()
        folders = (*(folder + _DEEPER for folder in self._deeper), *_SHORTCODES)
        names = {key[len(folder) :] for key in keys for folder in folders if key.startswith(folder)}
        return tuple(sorted(names))

    @property
    def bases(self) -> tuple[str, ...]:
        """The folders below ``layouts`` that have shortcodes, and are paths of pages."""
        self._indexed()
        return ("", *sorted(self._deeper))

    def _inline(self, key: str, current: Template | None) -> Template | None:
        if current is None:
            return None
        names = {name.lower(): name for name in current.trees}
        for folder in _PARTIALS:
            for spelled in (folder + key, f"{folder}{key}.html"):
                if spelled in names:
                    return current.defined(names[spelled])
        return None

    def _indexed(self) -> dict[str, list[str]]:
        if self._index is None:
            self._index = {}
            for file in self.files:
                self._paths.setdefault(file.path, file)
            for path in (*self.sources, *self._paths):
                folder, slash, name = path.lower().rpartition("/")
                self._index.setdefault(folder + slash + name.partition(".")[0], []).append(path)
            starts = (key.partition(_DEEPER) for key in self._index)
            self._deeper = frozenset(start for start, found, _ in starts if found)
        return self._index

    def _find(self, folders: tuple[str, ...], key: str, ending: str) -> Template | None:
        folder, slash, name = key.rpartition("/")
        stem = folder + slash + name.partition(".")[0]
        for start in folders:
            paths = self._indexed().get(start + stem, [])
            ranked = [(rank, path) for path in paths if (rank := self._rank(path, key, ending))]
            if ranked:
                best = max(rank for rank, _ in ranked)
                return self._compile(next(path for rank, path in ranked if rank == best))
        return None

    def _rank(self, path: str, key: str, ending: str) -> int:
        """Say how well a file fits: 0 is not at all."""
        name = path.lower().rpartition("/")[2]
        stem, *words = name.removeprefix(key.rpartition("/")[2]).split(".")
        if stem:
            return 0
        if not words:  # a file without an ending
            return 1
        last = words.pop()
        rank = 8 if last == ending else 4 if last in {"html", "md"} and ending != "md" else 0
        if last == "html" and ending == "md":
            rank = 4
        if last == "md" and ending == "html":
            return 0
        for word in words:
            if word == self.language:
                rank += 2 if rank else 0
            elif word in {"html", ending}:
                rank += 1 if rank else 0
            else:
                return 0
        return rank

    def _compile(self, path: str) -> Template:
        known = self._compiled.get(path)
        if known is None:
            try:
                known = self._read(path)
            except TemplateError as error:
                known = error
            self._compiled[path] = known
        if isinstance(known, TemplateError):
            raise known.with_traceback(None)
        return known

    def _read(self, path: str) -> Template:
        # Only now: it brings all of Hugo's functions along, which most sites never run.
        from .compiling import Template  # noqa: PLC0415

        filename, text = self._source(path)
        template = Template(path, filename, text)
        template.link(self._by_path)
        return template

    def _source(self, path: str) -> tuple[str, str]:
        """Give a template's filename and text.

        :raises TemplateError: if it cannot be read
        """
        if path in self.sources:
            return path, self.sources[path]
        filename = self._paths[path].filename
        try:
            if filename.stat().st_size > _MAX_BYTES:
                msg = f"the template has more than {_MAX_BYTES} bytes"
                raise TemplateError(msg, str(filename))
            data = filename.read_bytes()
        except OSError as error:
            msg = f"cannot be read: {error.strerror}"
            raise TemplateError(msg, str(filename)) from error
        return str(filename), data.decode("utf-8-sig", "replace")

    def _by_path(self, path: str) -> Template | None:
        """Give a template by its path below ``layouts``."""
        for folder in (*_PARTIALS, *_SHORTCODES):
            if path.startswith(folder):
                stem, _, ending = path.removeprefix(folder).lower().rpartition(".")
                return self._find((folder,), stem, ending)
        return None
