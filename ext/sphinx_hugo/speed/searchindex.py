"""The search index of an earlier build, without going through all of its words for nothing.

Sphinx takes the documents that it will write, and those that are gone, out of the sets of documents of
all words, twice. Exact, because the sets hold none but the documents that the index names: where all
of these stay there is nothing to do, and else only those that go are looked for.

A build that writes no page would read the index, and write down again what it has read. It is left
where it is, if it is the file that an earlier build of the same documents left.
"""

from __future__ import annotations

import json
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sphinx import __display_version__
from sphinx.builders.html import StandaloneHTMLBuilder
from sphinx.search import IndexBuilder

from sphinx_hugo.output.searching import index_digest
from sphinx_hugo.taken import digest

if TYPE_CHECKING:
    from collections.abc import Iterable, Set

    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

    from sphinx_hugo.speed.garbage import PatientCollector

NOTE = "hugo-search-index-{}.json"
"""File below the doctrees that says which documents the index of a builder is of."""


class KeptIndex:
    """Answers for the builder where it loads and dumps the index."""

    def __init__(self, collector: PatientCollector) -> None:
        self._collector = collector
        self._builder: Any = None
        self._is_kept = False

    def start(self, app: Sphinx, _env: BuildEnvironment, _docnames: Any) -> None:
        """Take the place of the builder's methods (``env-before-read-docs``)."""
        builder = app.builder
        own = ("load_indexer", "dump_search_index")
        if not isinstance(builder, StandaloneHTMLBuilder) or any(
            getattr(type(builder), name) is not getattr(StandaloneHTMLBuilder, name) for name in own
        ):
            return
        self._builder = builder
        vars(builder)["load_indexer"] = self.load
        vars(builder)["dump_search_index"] = self.dump

    def load(self, docnames: Set[str]) -> None:
        """Load the index, without the documents that will be written."""
        builder = self._builder
        if type(builder.indexer) is IndexBuilder:
            vars(builder.indexer)["prune"] = QuickPruning(builder.indexer).prune
        self._is_kept = not docnames and self._noted() == self._state()
        if not self._is_kept:
            with self._collector.resting(stays=True):
                StandaloneHTMLBuilder.load_indexer(builder, docnames)

    def dump(self) -> None:
        """Write the index, and note what it is of."""
        if self._is_kept:
            return
        with self._collector.resting():
            StandaloneHTMLBuilder.dump_search_index(self._builder)
        with suppress(OSError):
            self._note.write_text(json.dumps(self._state()), encoding="utf-8")

    @property
    def _note(self) -> Path:
        return Path(self._builder.doctreedir, NOTE.format(self._builder.name))

    def _noted(self) -> Any:
        try:
            return json.loads(self._note.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return None

    def _state(self) -> list[str] | None:
        """Return what decides whether an index is still right; None if there is none."""
        builder = self._builder
        index = index_digest(builder)
        if not index:
            return None
        # Reading a document again gives it another time.
        documents = repr(sorted(builder.env.all_docs.items()))
        return [__display_version__, str(builder.outdir), index, digest(documents)]


class QuickPruning:
    """Takes documents out of an index."""

    def __init__(self, indexer: Any) -> None:
        self._indexer = indexer

    def prune(self, docnames: Iterable[str]) -> None:
        """Leave only the data of these documents."""
        indexer = self._indexer
        kept = set(docnames)
        gone = {*indexer._titles, *indexer._all_titles, *indexer._filenames} - kept
        if not gone:
            return
        for table in (indexer._titles, indexer._all_titles, indexer._filenames):
            for docname in gone:
                table.pop(docname, None)
        for mapping in (indexer._mapping, indexer._title_mapping):
            for found in mapping.values():
                found.difference_update(gone)
