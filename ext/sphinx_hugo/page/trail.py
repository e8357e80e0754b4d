"""The way from the home page down to a page: breadcrumbs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sphinx.environment import BuildEnvironment

    from sphinx_hugo.documents import Documents
    from sphinx_hugo.hugo.pages import Page


@dataclass(frozen=True, slots=True)
class Crumb:
    """One step of the way."""

    title: str
    docname: str


def trail(env: BuildEnvironment, documents: Documents, page: Page) -> tuple[Crumb, ...]:
    """Return the pages above a page, Hugo's ``.Ancestors``, the home page first.

    Sections that are not written, such as drafts, are left out.
    """
    found = []
    for above in reversed(documents.site.ancestors(page)):
        docname = documents.docname(above.path)
        if docname is not None and docname in env.titles:
            found.append(Crumb(env.titles[docname].astext(), docname))
    return tuple(found)
