"""The search index of a build that wrote a part of the pages: as if all had been written.

Sphinx loads the index of the last build. In it are words that no page has any more, and it lacks the
index entries of the pages that were not written again.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from sphinx.util.index_entries import split_index_msg

from sphinx_hugo.outdir.paths import serves_files

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sphinx.application import Sphinx
    from sphinx.builders import Builder


def has_whole_index(builder: Builder) -> bool:
    """Tell whether the index of the last build can be gone on with; Sphinx stops at half of one."""
    if not serves_files(builder) or not getattr(builder, "search", False):
        return True
    path = Path(builder.outdir, builder.searchindex_filename)  # type: ignore[attr-defined]
    try:
        return path.read_bytes().endswith(b")")
    except OSError:
        return False


def complete(app: Sphinx) -> Iterable[tuple[str, dict[str, Any], str]]:
    """Mend the index before it is written (``html-collect-pages``); adds no page."""
    indexer: Any = getattr(app.builder, "indexer", None)
    domain: Any = app.env.get_domain("hugo")
    if indexer is None or domain.state is None:
        return []
    for mapping in (indexer._mapping, indexer._title_mapping):
        for word in [word for word, docnames in mapping.items() if not docnames]:
            del mapping[word]
    entries = app.env.domains.index_domain.entries
    indexer._index_entries.clear()
    indexer._index_entries.update(
        (docname, sorted(set(_flat(entries.get(docname, ())))))
        for docname in sorted(indexer._titles)
    )
    return []


def _flat(entries: Iterable[Any]) -> Iterable[tuple[str, str, str]]:
    """Yield each entry as the index has it: text, target, ``main`` or nothing."""
    for kind, value, target, main, _category in entries:
        try:
            parts = split_index_msg(kind, value)
        except ValueError:
            continue
        for part in parts:
            yield part, target or "", main
