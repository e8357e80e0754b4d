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
from pathlib import Path
from typing import TYPE_CHECKING

from sphinx_hugo.absolute import image_urls, translations
from sphinx_hugo.domain.destinations import Link, destinations, page_of_link
from sphinx_hugo.hugo.pages import PageKind
from sphinx_hugo.output.record import Record
from sphinx_hugo.output.searching import drop_other_index
from sphinx_hugo.page.trail import trail
from sphinx_hugo.taken import digest, files_digest, shown
from sphinx_hugo.toctree import planned
from sphinx_hugo.unfinished import unfinished

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from docutils import nodes
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

    from sphinx_hugo.domain.objects import HugoDomain
    from sphinx_hugo.hugo.config.site_config import SiteConfig
    from sphinx_hugo.state import SiteState

Stamp = tuple[int, int] | None
"""Time of change in nanoseconds and size of a file; None if there is none."""

SIDEBARS = "sidebars"
"""In the cache of the state: which documents must be written for their sidebars to change.

If it is not there, all of them.
"""

_NOT_READ = frozenset(
    {
        *("menu", "menus", "module"),
        "params",  # pages that ask for them are read again, see `taken`
        *("build", "caches", "cachedir", "deployment", "minify", "server", "timeout"),
    }
)
"""Settings that say where pages are and stand, or how Hugo itself works, not how pages are read."""


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

    All of them, if what every page may show has changed: styles, and titles and toctrees, unless
    sidebars can be changed alone; and where nothing is known of the output, as the last build into it
    did not come to its end. Else those that show something else now, those with links that lead
    elsewhere, and those with links to headings that are new, gone or renamed.
    """
    domain: HugoDomain = env.get_domain("hugo")  # type: ignore[assignment]
    if domain.state is None:
        return []
    record = Record.of(app.builder, domain.state)
    before, before_headings, before_navigation = record.shown, record.headings, record.navigation
    titles = Titles(env)
    record.navigation = digest(repr(list(_navigation(domain.state, env, titles))))
    record.headings = {docname: digest(repr(ids)) for docname, ids in domain.anchors.items()}
    named = record.navigation + digest(repr(sorted(record.headings.items())))
    record.shown = dict(_shown(app, domain, domain.state, titles, named))
    before_links, record.links = record.links, _links(domain, domain.state, record, before)
    record.begin()
    if (
        drop_other_index(app.builder, record.index)
        or before.get("") != record.shown[""]
        or (before_navigation != record.navigation and SIDEBARS not in domain.state.cache)
    ):
        return sorted(env.all_docs)
    found = _differing(before, record.shown) | _differing(before_links, record.links)
    if before_navigation != record.navigation:
        found |= domain.state.cache[SIDEBARS]
    moved = _differing(before_headings, record.headings)
    return sorted(found | set(_referring(domain, domain.state, moved) if moved else ()))


def _differing(before: dict[str, str], now: dict[str, str]) -> set[str]:
    return {name for name, value in now.items() if before.get(name) != value}


class Titles(dict[str, str]):
    """The titles of documents as other pages show them, with their markup."""

    def __init__(self, env: BuildEnvironment) -> None:
        super().__init__((docname, str(title)) for docname, title in env.titles.items())

    def __missing__(self, docname: str) -> str:
        """Return the title of a document that has none."""
        return ""


def _shown(
    app: Sphinx, domain: HugoDomain, state: SiteState, titles: Titles, named: str
) -> Iterator[tuple[str, str]]:
    """Yield a digest of what each document shows, and under no name of what all of them may show.

    Their sidebars are left out. *named* is a digest of all that a role may show the name of.
    """
    yield "", digest(repr([*_shown_everywhere(state), files_digest(_styles_and_scripts(app))]))
    env = domain.env
    readings, showing = domain.data["readings"], domain.data["showing"]
    site, trees = state.documents.site, planned(state)
    relations = env.collect_relations()
    for docname, page in state.documents.pages.items():
        shows: list[object] = [readings.get(docname), translations(page, site)]
        shows += trees.get(docname, ())
        shows += [(name, titles[name]) for name in _around(relations, docname) if name]
        shows += trail(env, state.documents, page)
        shows += image_urls(app, state.documents, page)
        if docname in showing:
            shows.append(named)
        if page.kind is not PageKind.PAGE:
            shows += _listed(domain, state, titles, docname)
        yield docname, digest(repr(shows))


def _around(relations: dict[str, list[str | None]], docname: str) -> Iterator[str | None]:
    """Yield the documents before and after a document, and those above it."""
    above, *beside = relations.get(docname, [None])
    yield from beside
    seen = {docname}
    while above is not None and above not in seen:
        seen.add(above)
        yield above
        above = relations.get(above, [None])[0]


def _shown_everywhere(state: SiteState) -> Iterator[object]:
    site = state.documents.site
    if state.options.hugo_structured_data:
        yield site.home.description or site.config.params.get("description")


def _links(
    domain: HugoDomain, state: SiteState, record: Record, before: dict[str, str]
) -> dict[str, str]:
    """Return a digest of where the links of each document lead.

    Where all addresses are as *before*, and the document is, so are its links.
    """
    old, record.addresses = record.addresses, digest(repr(list(_addresses(state))))
    links: dict[str, tuple[Link, ...]] = domain.data["links"]
    found = {}
    for docname, written in links.items():
        as_before = record.links.get(docname)
        if (
            as_before is None
            or old != record.addresses
            or before.get(docname) != record.shown.get(docname)
        ):
            places = destinations(state.documents, written, domain.page_of(docname))
            as_before = digest(repr(list(places)))
        found[docname] = as_before
    return found


def _addresses(state: SiteState) -> Iterator[object]:
    """Yield the address of every page and file that a link may lead to."""
    site = state.documents.site
    for page in site.pages.values():  # those without an address of their own may be referred to
        files = [(resource.name, resource.target) for resource in page.resources]
        docname = state.documents.docname(page.path)
        yield docname, page.path, page.rel_permalink, page.alias_targets, files
    yield sorted(site.static_files().items())


def _styles_and_scripts(app: Sphinx) -> Iterator[Path]:
    """Yield files of the project whose addresses in pages have a mark of what is in them."""
    if app.builder.format == "html":
        for name in app.config.html_static_path:
            path = Path(app.confdir, name)
            files = path.rglob("*") if path.is_dir() else (path,)
            yield from (file for file in files if {".css", ".js"} & set(file.suffixes))


def _navigation(state: SiteState, env: BuildEnvironment, titles: Titles) -> Iterator[object]:
    """Yield what sidebars show of each document."""
    trees = planned(state)
    for docname, page in state.documents.pages.items():
        depth = env.metadata.get(docname, {}).get("tocdepth")
        yield docname, titles[docname], page.title, trees.get(docname, ()), depth


def _listed(domain: HugoDomain, state: SiteState, titles: Titles, docname: str) -> Iterator[object]:
    """Yield what the document of a section shows of each page below it."""
    summaries, descriptions = domain.data["summaries"], domain.data["descriptions"]
    for child in state.documents.site.children(state.documents.pages[docname]):
        name = state.documents.docname(child.path)
        title = titles[name] if name else ""
        yield shown(child), title, summaries.get(name, ""), descriptions.get(name, "")


def _referring(domain: HugoDomain, state: SiteState, moved: set[str]) -> Iterator[str]:
    """Yield the documents with a link to a heading of one of the documents that have *moved*."""
    links: dict[str, tuple[Link, ...]] = domain.data["links"]
    for docname, written in links.items():
        start = domain.page_of(docname)
        for link in written:
            if "#" not in link.target:
                continue
            page = page_of_link(state.documents, link, start) or start
            if page is not None and state.documents.docname(page.path) in moved:
                yield docname
                break
