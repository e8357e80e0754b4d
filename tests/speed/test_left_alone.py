"""What a build that writes no page leaves alone: the search index, as the last build of it left it."""

from __future__ import annotations

from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import pytest
from sphinx.builders.html import StandaloneHTMLBuilder

from sphinx_hugo.speed.garbage import PatientCollector
from sphinx_hugo.speed.searchindex import KeptIndex

if TYPE_CHECKING:
    from pathlib import Path


class Builds:
    """Builds that do nothing but load and write the index."""

    def __init__(self, folder: Path) -> None:
        self.documents = {"index": 1, "docs/a": 2}
        """When each document was read."""
        self.path = folder / "searchindex.js"
        self.done: list[str] = []
        builder: Any = object.__new__(StandaloneHTMLBuilder)
        builder.name, builder.indexer = "html", None
        builder.outdir = builder.doctreedir = folder
        builder.env = SimpleNamespace(all_docs=self.documents)
        self._app: Any = SimpleNamespace(builder=builder)

    def build(self, *written: str) -> list[str]:
        """Return what was done with the index where these documents are written."""
        self.done.clear()
        KeptIndex(PatientCollector()).start(self._app, self._app.builder.env, [])
        self._app.builder.load_indexer(set(written))
        self._app.builder.dump_search_index()
        return list(self.done)


@pytest.fixture
def builds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Builds:
    found = Builds(tmp_path)

    def load(_builder: Any, _docnames: Any) -> None:
        found.done.append("load")

    def dump(_builder: Any) -> None:
        found.done.append("dump")
        found.path.write_text("Search.setIndex({})")

    monkeypatch.setattr(StandaloneHTMLBuilder, "load_indexer", load)
    monkeypatch.setattr(StandaloneHTMLBuilder, "dump_search_index", dump)
    assert found.build("index", "docs/a") == ["load", "dump"]
    return found


def test_an_index_of_the_same_documents_is_left(builds: Builds) -> None:
    assert builds.build() == []
    assert builds.build() == []


def test_a_page_that_is_written_is_put_into_it(builds: Builds) -> None:
    assert builds.build("docs/a") == ["load", "dump"]
    assert builds.build() == []


@pytest.mark.parametrize("change", [{"docs/a": 3}, {"docs/b": 3}])
def test_documents_that_were_read_for_another_output_count(
    builds: Builds, change: dict[str, int]
) -> None:
    builds.documents |= change
    assert builds.build() == ["load", "dump"]


def test_a_document_that_went_away_counts(builds: Builds) -> None:
    del builds.documents["docs/a"]
    assert builds.build() == ["load", "dump"]


def test_a_file_that_is_not_the_one_that_was_written_is_not_trusted(builds: Builds) -> None:
    builds.path.write_text("Search.setIndex({1})")
    assert builds.build() == ["load", "dump"]
    builds.path.unlink()
    assert builds.build() == ["load", "dump"]
