"""What one page takes of others, in a form that a later build can compare."""

from __future__ import annotations

from hashlib import blake2b
from typing import TYPE_CHECKING

from sphinx_hugo.hugo.pages import PageKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx_hugo.documents import Documents
    from sphinx_hugo.hugo.pages import Page


def digest(text: str) -> str:
    """Return a short digest of a text, the same in every build."""
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()


def shown(page: Page) -> tuple[object, ...]:
    """Return what other pages show of a page."""
    return (
        *(page.path, page.rel_permalink, page.title, page.link_title, page.description),
        *(page.summary, page.date, page.type),
        *(resource.target for resource in page.resources),
    )


def taken_value(documents: Documents, what: str) -> str:
    """Return what a shortcode took of other pages: to be compared with what it is later.

    *what* is ``below`` or ``address`` and a logical path, with a space between: the pages below that
    one, at every level, or its address.
    """
    kind, _, path = what.partition(" ")
    if kind == "below":
        return digest(repr([shown(page) for page in _below(documents, path)]))
    page = documents.site.page(path)
    return page.rel_permalink if page is not None else ""


def _below(documents: Documents, path: str) -> Iterator[Page]:
    waiting = [path]
    seen = set(waiting)
    while waiting:
        for page in documents.site.children(waiting.pop()):
            yield page
            if page.kind is not PageKind.PAGE and page.path not in seen:
                seen.add(page.path)
                waiting.append(page.path)
