"""What a later build must do again: documents to read, documents to write.

Sphinx compares times. That is not enough: a page of a Hugo site depends on the cascade above it, on
the site's configuration, on what other pages are called and where they stand; a file that is moved
or brought back keeps its old time; and a build may end in the middle. For each document a digest of
what it took from elsewhere is kept, and for each output what it shows; what differs is read or written
again, and nothing else.
"""

from __future__ import annotations

import json
import os
import time
from typing import TYPE_CHECKING

from sphinx_hugo.absolute import translations
from sphinx_hugo.hugo.pages import PageKind
from sphinx_hugo.hugo.references.links import resolve_link
from sphinx_hugo.hugo.references.refs import resolve_ref
from sphinx_hugo.output.record import Record
from sphinx_hugo.output.searching import has_whole_index
from sphinx_hugo.taken import digest, shown
from sphinx_hugo.toctree import planned
from sphinx_hugo.unfinished import unfinished

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from docutils import nodes
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

    from sphinx_hugo.domain.objects import HugoDomain
    from sphinx_hugo.hugo.config.site_config import SiteConfig
    from sphinx_hugo.state import SiteState

Stamp = tuple[int, int] | None
"""Time of change in nanoseconds and size of a file; None if there is none."""

_NOT_READ = frozenset({"menu", "menus", "module"})
"""Settings that say where pages are and stand, not how they are read."""


def config_digest(config: SiteConfig) -> str:
    """Return a digest of the settings on which reading a page may depend."""
    values = {key: value for key, value in config.values.items() if key not in _NOT_READ}
    return digest(json.dumps(values, sort_keys=True, default=str))


def stamp(filename: str | Path) -> Stamp:
    """Return what tells one state of a file from another."""
    try:
        found = os.stat(filename)  # noqa: PTH116 - a Path for each file of a site takes its time
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size


def note_document(app: Sphinx, doctree: nodes.document) -> None:
    """Remember what a document that was read depends on (``doctree-read``)."""
    domain: HugoDomain = app.env.get_domain("hugo")  # type: ignore[assignment]
    docname = app.env.current_document.docname
    page = domain.page_of(docname)
    if domain.state is None or page is None:
        return
    domain.data["pages"][docname] = domain.state.answers.record(page)
    domain.data["readings"][docname] = f"{time.time_ns():x}-{os.getpid():x}"
    source = str(app.env.doc2path(docname))
    # The source as it was before it was read: what has changed since then is read once more.
    stamps = {source: domain.state.cache.get("stamps", {}).get(docname, stamp(source))}
    for name in app.env.dependencies.get(docname, ()):
        path = os.path.join(app.srcdir, name)  # noqa: PTH118 - as above
        stamps[path] = stamp(path)
    domain.data["files"][docname] = stamps


def outdated(
    app: Sphinx, env: BuildEnvironment, added: set[str], changed: set[str], removed: set[str]
) -> list[str]:
    """Name the documents to read again though their files seem the same (``env-get-outdated``)."""
    domain: HugoDomain = env.get_domain("hugo")  # type: ignore[assignment]
    if domain.state is None:
        return []
    documents = domain.state.documents
    stamps = domain.state.cache["stamps"] = {
        docname: stamp(env.doc2path(docname)) for docname in documents
    }
    doubtful = unfinished(app)
    return [
        docname
        for docname in documents
        if docname not in added
        and docname not in changed
        and docname in env.all_docs
        and (
            docname in doubtful or not _is_as_it_was(domain, domain.state, docname, stamps[docname])
        )
    ]


def _is_as_it_was(domain: HugoDomain, state: SiteState, docname: str, source: Stamp) -> bool:
    answers = state.answers
    path = str(domain.env.doc2path(docname))
    files: dict[str, Stamp] = domain.data["files"].get(docname, {})
    taken = domain.data["taken"].get(docname, {})
    return (
        domain.data["pages"].get(docname) == answers.record(state.documents.pages[docname])
        and path in files
        and all(
            before == (source if name == path else stamp(name)) for name, before in files.items()
        )
        and all(before == answers.answer(question) for question, before in taken.items())
    )


def to_write(app: Sphinx, env: BuildEnvironment) -> Iterable[str]:
    """Name the documents to write again though they were not read (``env-updated``).

    All of them, if what every page shows of the others has changed: navigation, titles, addresses; and
    where nothing is known of the output, as the last build into it did not come to its end. Else those
    that show something else now, and those with links to headings that are new, gone or renamed.
    """
    domain: HugoDomain = env.get_domain("hugo")  # type: ignore[assignment]
    if domain.state is None:
        return []
    record = Record.of(app.builder, domain.state)
    before, before_headings = record.shown, record.headings
    record.shown = dict(_shown(domain, domain.state))
    record.headings = {docname: digest(repr(ids)) for docname, ids in domain.anchors.items()}
    record.begin()
    if before.get("") != record.shown[""] or not has_whole_index(app.builder):
        return sorted(env.all_docs)
    found = _differing(before, record.shown)
    moved = _differing(before_headings, record.headings)
    return sorted(found | set(_referring(domain, domain.state, moved) if moved else ()))


def _differing(before: dict[str, str], now: dict[str, str]) -> set[str]:
    return {name for name, value in now.items() if before.get(name) != value}


def _shown(domain: HugoDomain, state: SiteState) -> Iterator[tuple[str, str]]:
    """Yield a digest of what each document shows, and under no name of what all of them show."""
    yield "", digest(repr(list(_shown_everywhere(state, domain.env))))
    readings = domain.data["readings"]
    site = state.documents.site
    for docname, page in state.documents.pages.items():
        shows: list[object] = [readings.get(docname), translations(page, site)]
        if page.kind is not PageKind.PAGE:
            shows += _listed(domain, state, docname)
        yield docname, digest(repr(shows))


def _shown_everywhere(state: SiteState, env: BuildEnvironment) -> Iterator[object]:
    trees = planned(state)
    for docname, page in state.documents.pages.items():
        title = env.titles[docname].astext() if docname in env.titles else ""
        files = [resource.target for resource in page.resources]
        yield docname, title, page.title, page.rel_permalink, trees.get(docname, ()), files
    yield sorted(state.documents.site.static_files())


def _listed(domain: HugoDomain, state: SiteState, docname: str) -> Iterator[object]:
    """Yield what the document of a section shows of each page below it."""
    summaries, descriptions = domain.data["summaries"], domain.data["descriptions"]
    for child in state.documents.site.children(state.documents.pages[docname]):
        name = state.documents.docname(child.path)
        yield shown(child), summaries.get(name, ""), descriptions.get(name, "")


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
