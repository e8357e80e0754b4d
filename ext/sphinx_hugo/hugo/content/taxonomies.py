"""Taxonomies: the terms that pages name, and the pages of each term."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sphinx_hugo.hugo.addresses.paths import normalize
from sphinx_hugo.hugo.pages import LogicalPath, RenderMode

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sphinx_hugo.hugo.pages import Page


@dataclass(slots=True)
class Term:
    """One term of a taxonomy."""

    plural: str
    """The taxonomy's plural name, such as ``tags``."""
    path: LogicalPath
    name: str
    """As the first page, by path, writes it."""
    last_name: str
    """As the last page, by path, writes it."""
    pages: list[LogicalPath] = field(default_factory=list)


def taxonomy_path(plural: str) -> LogicalPath:
    """Return the logical path of a taxonomy's page."""
    return LogicalPath("/" + normalize(plural).strip("/"))


def term_path(plural: str, term: str) -> LogicalPath:
    """Return the logical path of a term's page."""
    return LogicalPath(f"{taxonomy_path(plural)}/{normalize(term).strip('/')}")


def collect_terms(pages: Iterable[Page]) -> dict[LogicalPath, Term]:
    """Return the terms that *pages*, in order of path, name; spellings of one path are one."""
    found: dict[LogicalPath, Term] = {}
    for page in pages:
        if page.render_mode is not RenderMode.NEVER:
            add_terms(found, page.terms, page.path)
    return found


def add_terms(
    found: dict[LogicalPath, Term],
    terms: Mapping[str, Iterable[str]],
    page: LogicalPath | None = None,
) -> None:
    """Add *terms* (plural name → terms) to *found*, and *page* to the pages of each."""
    for plural, names in terms.items():
        for name in names:
            path = term_path(plural, name)
            term = found.setdefault(path, Term(plural, path, name, name))
            term.last_name = name
            if page is not None and page not in term.pages[-1:]:
                term.pages.append(page)
