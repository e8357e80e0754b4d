"""The search index of an earlier build, without going through all of its words for nothing.

Sphinx takes the documents that it will write, and those that are gone, out of the sets of documents of
all words, twice. Exact, because the sets hold none but the documents that the index names: where all
of these stay there is nothing to do, and else only those that go are looked for. For the same reason
the file that was loaded knows already what to write of each word that no document was taken from or
given to, as long as the documents have the same numbers.

A build that writes no page would read the index, and write down again what it has read. It is left
where it is, if it is the file that an earlier build of the same documents left.
"""

from __future__ import annotations

import json
from contextlib import suppress
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

from sphinx import __display_version__
from sphinx.builders.html import StandaloneHTMLBuilder
from sphinx.search import IndexBuilder

from sphinx_hugo.output.searching import index_digest
from sphinx_hugo.taken import digest

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Set

    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

    from sphinx_hugo.speed.garbage import PatientCollector

NOTE = "hugo-search-index-{}.json"
"""File below the doctrees that says which documents the index of a builder is of."""
FEW = 20
"""One document in so many: their trees may stay in memory until the build ends."""


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
            QuickIndex(builder.indexer).start()
        self._is_kept = not docnames and self._noted() == self._state()
        if not self._is_kept:
            # Put aside with the index is what has been read in this build, which would not be let go.
            few = len(docnames) * FEW <= len(builder.env.all_docs)
            with self._collector.resting(stays=few):
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


class QuickIndex:
    """Answers for an index that was loaded, where going through all words would change few."""

    def __init__(self, indexer: Any) -> None:
        self._indexer = indexer
        self._read: dict[str, Any] = {}
        """What the file of the index says."""
        self._lost: set[str] = set()
        """The words that a document was taken from."""
        self._fed: set[str] = set()

    def start(self) -> None:
        """Take the place of the index's methods."""
        for name in ("load", "prune", "feed", "get_terms"):
            vars(self._indexer)[name] = getattr(self, name)

    def load(self, stream: Any, format: Any) -> None:
        """Load the index, and remember what the file says."""
        if not isinstance(format, str):
            format = _Listening(format)
        IndexBuilder.load(self._indexer, stream, format)
        self._read = getattr(format, "read", {})

    def prune(self, docnames: Iterable[str]) -> None:
        """Leave only the data of these documents."""
        indexer = self._indexer
        kept = set(docnames)
        gone = {*indexer._titles, *indexer._all_titles, *indexer._filenames} - kept
        if not gone:
            return
        if len(gone) > len(kept):
            self._read = {}  # of which hardly anything could be used
        for table in (indexer._titles, indexer._all_titles, indexer._filenames):
            for docname in gone:
                table.pop(docname, None)
        for mapping in (indexer._mapping, indexer._title_mapping):
            for word, found in mapping.items():
                if not found.isdisjoint(gone):
                    found.difference_update(gone)
                    self._lost.add(word)

    def feed(self, docname: str, *text: Any) -> None:
        """Add a document."""
        self._fed.add(docname)
        IndexBuilder.feed(self._indexer, docname, *text)

    def get_terms(self, numbers: dict[str, int]) -> tuple[dict[str, Any], dict[str, Any]]:
        """Return the numbers of the documents of each word, and of each word in titles.

        Those of most words are what the file said, if it numbered the same documents.
        """
        indexer = self._indexer
        mappings = (indexer._mapping, indexer._title_mapping)
        if self._read.get("docnames") != list(numbers):
            return IndexBuilder.get_terms(indexer, numbers)
        known = (self._read["terms"], self._read["titleterms"])
        changed = [
            {
                word: found
                for word, found in mapping.items()
                if word in self._lost or word not in before or not found.isdisjoint(self._fed)
            }
            for mapping, before in zip(mappings, known, strict=True)
        ]
        part: Any = SimpleNamespace(_mapping=changed[0], _title_mapping=changed[1])
        found = IndexBuilder.get_terms(part, numbers)
        return (
            _patched(mappings[0], known[0], changed[0], found[0]),
            _patched(mappings[1], known[1], changed[1], found[1]),
        )


def _patched(
    words: Iterable[str], before: dict[str, Any], changed: Container[str], found: dict[str, Any]
) -> dict[str, Any]:
    return {
        word: found[word] if word in changed else before[word]
        for word in words
        if word in found or word not in changed
    }


class _Listening:
    """The format of an index, which remembers what it has loaded."""

    def __init__(self, inner: Any) -> None:
        self._inner = inner
        self.read: dict[str, Any] = {}

    def load(self, stream: Any) -> Any:
        self.read = self._inner.load(stream)
        return self.read
