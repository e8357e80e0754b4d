"""What the links of a document lead to, in a form that a later build can compare.

Links are resolved when their page is written, so a page that stays as it is has to be written again
where one of them leads elsewhere by now.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sphinx_hugo.hugo.references.links import resolve_link
from sphinx_hugo.hugo.references.refs import resolve_ref

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sphinx import addnodes

    from sphinx_hugo.documents import Documents
    from sphinx_hugo.hugo.pages import Page


class Link(NamedTuple):
    """A link into the site, as its author wrote it."""

    kind: str
    """``ref`` for the argument of ``ref``, ``relref`` and roles, ``link`` for other destinations."""
    target: str
    language: str = ""
    output_format: str = ""


def link_of(node: addnodes.pending_xref) -> Link | None:
    """Return what a reference says; None for one that no page of the site can answer."""
    kind, target = node["reftype"], node["reftarget"]
    if kind == "any" or node["refdomain"] == "hugo":
        language, output_format = node.get("hugo_language"), node.get("hugo_format")
        kind = "link" if kind == "link" else "ref"
        return Link(kind, target, language or "", output_format or "")
    return None


def page_of_link(documents: Documents, link: Link, start: Page | None) -> Page | None:
    """Return the page to which a link leads that stands on page *start*."""
    found, _elsewhere = _resolve(documents, link, start)
    return found


def destinations(
    documents: Documents, links: Iterable[Link], start: Page | None
) -> Iterator[object]:
    """Yield where links lead that stand on page *start*: all of it that a page may show."""
    for link in links:
        page, elsewhere = _resolve(documents, link, start)
        yield None if page is None else (page.path, documents.docname(page.path)), *elsewhere


def _resolve(
    documents: Documents, link: Link, start: Page | None
) -> tuple[Page | None, tuple[object, ...]]:
    site = documents.site
    if link.kind == "link":
        place = resolve_link(site, link.target, start)
        return place.page, (place.kind, place.filename, place.address)
    found = resolve_ref(
        site,
        link.target,
        start,
        language=link.language or None,
        output_format=link.output_format or None,
    )
    return found.page, (found.url, found.permalink, bool(found.problem_text))
