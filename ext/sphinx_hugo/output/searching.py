"""The search index of a build that wrote a part of the pages: as if all had been written.

Sphinx loads the index of the last build. In it are words that no page has any more, and it lacks the
index entries of the pages that were not written again. And it takes any file of that name for its
own: at a part of one it stops, or goes on with what that says.
"""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sphinx.util.index_entries import split_index_msg

from sphinx_hugo.taken import bytes_digest

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sphinx.application import Sphinx
    from sphinx.builders import Builder


def index_digest(builder: Builder) -> str:
    """Return a digest of the index in the output folder; empty if there is none."""
    try:
        content = Path(builder.outdir, _index_name(builder)).read_bytes()
    except OSError:
        return ""
    return bytes_digest(content)


def drop_other_index(builder: Builder, noted: str) -> bool:
    """Remove an index that is not the one of which a digest was *noted*; tell whether it was another.

    Sphinx would load it, whatever is in it. All pages are to be written then, to make a whole one.
    """
    if index_digest(builder) == noted:
        return False
    with suppress(OSError):  # there is none, or a folder, at which Sphinx stops with its own words
        Path(builder.outdir, _index_name(builder)).unlink()
    return True


def _index_name(builder: Builder) -> str:
    """Return the name of a builder's index; of one that makes none, a name that no file has."""
    return getattr(builder, "searchindex_filename", "") if getattr(builder, "search", False) else ""


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
