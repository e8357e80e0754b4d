"""Documents to write again, though they were not read: what they show of others is another by now."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from sphinx_hugo.absolute import image_urls, translations
from sphinx_hugo.domain.destinations import Link, destinations, page_of_link
from sphinx_hugo.hugo.pages import PageKind
from sphinx_hugo.output.record import Record
from sphinx_hugo.output.searching import drop_other_index
from sphinx_hugo.page.descriptions import places_in
from sphinx_hugo.page.trail import trail
from sphinx_hugo.taken import digest, files_digest, shown
from sphinx_hugo.toctree import planned

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

    from sphinx_hugo.domain.objects import HugoDomain
    from sphinx_hugo.state import SiteState

SIDEBARS = "sidebars"
"""In the cache of the state: which documents must be written for their sidebars to change.

If it is not there, all of them.
"""


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
    page = state.documents.pages[docname]
    for child in state.documents.site.children(page):
        name = state.documents.docname(child.path)
        title = titles[name] if name else ""
        yield shown(child), title, summaries.get(name, ""), descriptions.get(name, "")
        for text in (descriptions.get(name, child.description), child.summary):
            yield from places_in(state, text, page)


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
