"""The headings of a page, and the ids by which links find them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from docutils import nodes

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from sphinx_hugo.eject.reading import StockReader
    from sphinx_hugo.eject.spans import Spans

DEEPEST = 6
"""Markdown has headings of so many levels."""


@dataclass(frozen=True, slots=True)
class Heading:
    """One heading of a page."""

    text: str
    """One line of Markdown."""
    ids: tuple[str, ...]
    """The ids it has in the Hugo site; none for the title."""
    slug: str
    """The id that MyST gives it, often one of these; may be empty."""


def headings_of(document: nodes.document, spans: Spans, reader: StockReader) -> list[Heading]:
    """Return the title of a page and all headings below it, in their order."""
    sections = list(_sections(document))
    texts = [spans.line(section[0].children) or "&nbsp;" for section in sections]
    slugs = reader.slugs(texts)
    ids = [(), *(tuple(section["ids"]) for section in sections[1:])]
    return [Heading(*found) for found in zip(texts, ids, slugs, strict=True)]


def _sections(node: nodes.Element) -> Iterator[nodes.section]:
    for child in node.children:
        if isinstance(child, nodes.section):
            yield child
            yield from _sections(child)


def labels_of(pages: Mapping[str, Sequence[Heading]]) -> dict[str, frozenset[str]]:
    """Return, by document, the ids that headings can be given as labels, ``(name)=``.

    A label counts for the whole project, so each can be there once; and Sphinx makes an id of it in
    its own way, which may be another one. Ids that MyST makes by itself need none.
    """
    missing = {
        docname: [
            name
            for heading in headings
            for name in heading.ids
            if name not in {other.slug for other in headings}
        ]
        for docname, headings in pages.items()
    }
    count = Counter(name.lower() for names in missing.values() for name in names)
    return {
        docname: frozenset(
            name
            for name in names
            if count[name.lower()] == 1 and nodes.make_id(name) == name and name not in _TAKEN
        )
        for docname, names in missing.items()
    }


_TAKEN = frozenset({"genindex", "modindex", "py-modindex", "search"})
"""Labels of Sphinx's own."""
