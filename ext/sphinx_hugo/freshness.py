"""What a later build must do again: documents to read, documents to write.

Sphinx compares files. A page of a Hugo site depends on more: on the cascade above it, on the site's
configuration, on what other pages are called and where they stand. For each document a digest of what
it took from there is kept; what differs is read or written again, and nothing else.
"""

from __future__ import annotations

import json
from hashlib import blake2b
from typing import TYPE_CHECKING

from sphinx_hugo.hugo.pages import PageKind
from sphinx_hugo.hugo.references.links import resolve_link
from sphinx_hugo.hugo.references.refs import resolve_ref
from sphinx_hugo.taken import digest, shown, taken_value
from sphinx_hugo.toctree import planned

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from docutils import nodes
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

    from sphinx_hugo.domain import HugoDomain
    from sphinx_hugo.hugo.config.site_config import SiteConfig
    from sphinx_hugo.hugo.pages import Page
    from sphinx_hugo.state import SiteState

_NOT_READ = frozenset({"menu", "menus", "module"})
"""Settings that say where pages are and stand, not how they are read."""


def config_digest(config: SiteConfig) -> str:
    """Return a digest of the settings on which reading a page may depend."""
    values = {key: value for key, value in config.values.items() if key not in _NOT_READ}
    return digest(json.dumps(values, sort_keys=True, default=str))


def files_digest(files: Iterable[Path]) -> str:
    """Return a digest of names and contents of files; empty if there are none."""
    known = []
    for filename in files:
        try:
            content = filename.read_bytes()
        except OSError:
            content = b""
        known.append((str(filename), blake2b(content, digest_size=16).hexdigest()))
    return digest(repr(sorted(known))) if known else ""


def page_digest(page: Page) -> str:
    """Return a digest of what reading a document takes from its page's record."""
    typed = (
        *(page.path, page.kind, page.title, page.link_title, page.description, page.summary),
        *(page.weight, page.date, page.lastmod, page.publish_date, page.expiry_date, page.type),
        *(page.layout, page.keywords, page.params, page.rel_permalink),
        *(resource.target for resource in page.resources),
    )
    return digest(repr(typed))


def note_document(app: Sphinx, doctree: nodes.document) -> None:
    """Remember what a document that was read depends on (``doctree-read``)."""
    domain: HugoDomain = app.env.get_domain("hugo")  # type: ignore[assignment]
    docname = app.env.current_document.docname
    page = domain.page_of(docname)
    if domain.state is not None and page is not None:
        domain.data["pages"][docname] = page_digest(page)


def outdated(
    app: Sphinx, env: BuildEnvironment, added: set[str], changed: set[str], removed: set[str]
) -> list[str]:
    """Name the documents to read again though their files are the same (``env-get-outdated``)."""
    domain: HugoDomain = env.get_domain("hugo")  # type: ignore[assignment]
    if domain.state is None:
        return []
    known: dict[str, str] = domain.data["pages"]
    taken: dict[str, dict[str, str]] = domain.data["taken"]
    documents = domain.state.documents
    found = []
    for docname, page in documents.pages.items():
        if docname in added or docname in changed or docname not in env.all_docs:
            continue
        if known.get(docname) != page_digest(page) or any(
            value != taken_value(documents, what) for what, value in taken.get(docname, {}).items()
        ):
            found.append(docname)
    return found


def to_write(app: Sphinx, env: BuildEnvironment) -> Iterable[str]:
    """Name the documents to write again though they were not read (``env-updated``).

    All of them, if what every page shows of the others has changed: navigation, titles, addresses.
    Else those with lists that have changed, or with links to headings that are new, gone or renamed.
    """
    domain: HugoDomain = env.get_domain("hugo")  # type: ignore[assignment]
    if domain.state is None:
        return []
    everything = digest(repr(list(_shown_everywhere(domain.state, env))))
    before, domain.data["everything"] = domain.data["everything"], everything
    lists = _replaced(domain, "lists", dict(_list_digests(domain.state, domain)))
    headings = {docname: digest(repr(anchors)) for docname, anchors in domain.anchors.items()}
    moved = _replaced(domain, "headings", headings)
    if before != everything:
        return sorted(env.all_docs)
    return sorted(lists | set(_referring(domain, domain.state, moved) if moved else ()))


def _replaced(domain: HugoDomain, table: str, now: dict[str, str]) -> set[str]:
    """Replace a table of digests, and return the documents whose digest differs."""
    before, domain.data[table] = domain.data[table], now
    return {docname for docname, digest in now.items() if before.get(docname) != digest}


def _shown_everywhere(state: SiteState, env: BuildEnvironment) -> Iterator[object]:
    trees = planned(state)
    for docname, page in state.documents.pages.items():
        title = env.titles[docname].astext() if docname in env.titles else ""
        files = [resource.target for resource in page.resources]
        yield docname, title, page.title, page.rel_permalink, trees.get(docname, ()), files
    yield sorted(state.documents.site.static_files())


def _list_digests(state: SiteState, domain: HugoDomain) -> Iterator[tuple[str, str]]:
    """Yield the documents of sections, each with a digest of what it shows of its children."""
    documents, summaries = state.documents, domain.data["summaries"]
    descriptions = domain.data["descriptions"]
    for docname, page in documents.pages.items():
        if page.kind is not PageKind.PAGE:
            children = documents.site.children(page)
            names = [documents.docname(child.path) for child in children]
            words = [summaries.get(name, "") + descriptions.get(name, "") for name in names]
            yield docname, digest(repr(([shown(child) for child in children], words)))


def _referring(domain: HugoDomain, state: SiteState, moved: set[str]) -> Iterator[str]:
    """Yield the documents with a link to a heading of one of the documents that have *moved*."""
    site = state.documents.site
    links: dict[str, tuple[tuple[str, str], ...]] = domain.data["fragments"]
    for docname, targets in links.items():
        start = domain.page_of(docname)
        for kind, target in targets:
            found = (resolve_link if kind == "link" else resolve_ref)(site, target, start).page
            page = found or start
            if page is not None and state.documents.docname(page.path) in moved:
                yield docname
                break
