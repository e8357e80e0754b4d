"""Taxonomies: the terms that pages name, and the pages of each term."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sphinx_hugo.hugo.pages import LogicalPath, RenderMode
from sphinx_hugo.hugo.paths import normalize

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
    pages: list[LogicalPath] = field(default_factory=list)


def taxonomy_path(plural: str) -> LogicalPath:
    """Return the logical path of a taxonomy's page."""
    return LogicalPath("/" + normalize(plural).strip("/"))


def term_path(plural: str, term: str) -> LogicalPath:
    """Return the logical path of a term's page."""
    return LogicalPath(f"{taxonomy_path(plural)}/{normalize(term).strip('/')}")


def collect_terms(pages: Iterable[Page]) -> Mapping[LogicalPath, Term]:
    """Return the terms that *pages*, in order of path, name; spellings of one path are one."""
    found: dict[LogicalPath, Term] = {}
    for page in pages:
        if page.render_mode is RenderMode.NEVER:
            continue
        for plural, names in page.terms.items():
            for name in names:
                path = term_path(plural, name)
                term = found.setdefault(path, Term(plural, path, name))
                if not term.pages or term.pages[-1] != page.path:
                    term.pages.append(page.path)
    return found
