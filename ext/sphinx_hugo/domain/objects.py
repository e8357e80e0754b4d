"""The ``hugo`` domain: pages and headings as objects, and what is known of each document."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING, Any, ClassVar
from urllib.parse import unquote

from docutils import nodes
from sphinx import addnodes
from sphinx.builders.dummy import DummyBuilder
from sphinx.domains import Domain, ObjType
from sphinx.errors import NoUri
from sphinx.locale import _
from sphinx.roles import XRefRole
from sphinx.util.osutil import relative_uri

from sphinx_hugo.fromhtml.addresses import addresses
from sphinx_hugo.fromhtml.ids import html_ids
from sphinx_hugo.nodes.words import plain_text
from sphinx_hugo.site_markdown import words_of_line

from .destinations import Link, link_of
from .resolving import Reference, is_book

if TYPE_CHECKING:
    from collections.abc import Iterable, Set
    from pathlib import Path

    from docutils.nodes import Element
    from sphinx.builders import Builder
    from sphinx.environment import BuildEnvironment

    from sphinx_hugo.hugo.pages import Page
    from sphinx_hugo.state import SiteState


_TABLES = (
    *("anchors", "descriptions", "files", "links", "pages", "published", "readings"),
    *("showing", "summaries", "taken", "toctrees"),
)
"""What is kept of each document, by its name: ids, the description where a catalogue translates it,
the stamps of the files it was read from, what it links to, the digest of the page's record, files
that its shortcodes publish, which reading it was, what it may show of any page when it is written,
first words, what it took of other pages, toctrees.
"""
_LOOKED_AT = (
    addnodes.pending_xref, addnodes.toctree, nodes.raw, nodes.section, nodes.rubric, nodes.term,
)  # fmt: skip
"""Nodes from which something is kept."""
REFERENCE, TOCTREE = "reference", "toctree"
"""What may show the title of any page: a reference without a text of its own, an author's toctree."""
PUBLISHED = "hugo-published"
"""Folder below the doctrees for what shortcodes publish, each file in a folder of its digest."""


class HugoDomain(Domain):
    """Hugo's pages for Sphinx: ``hugo:page`` objects, the targets of ``ref`` and of plain links."""

    name = "hugo"
    label = "Hugo"
    object_types: ClassVar[dict[str, ObjType]] = {
        "page": ObjType(_("page"), "page"),
        "heading": ObjType(_("heading"), "page"),
    }
    roles: ClassVar[dict[str, Any]] = {"page": XRefRole()}
    initial_data: ClassVar[dict[str, Any]] = {table: {} for table in _TABLES}
    data_version = 9
    dangling_warnings: ClassVar[dict[str, str]] = {}

    state: SiteState | None = None
    """Set when the builder is ready; None in a project that only refers to Hugo sites."""
    builder: Builder
    """The builder of this run; Sphinx has no public way from a transform to it."""

    @property
    def anchors(self) -> dict[str, dict[str, str]]:
        """Document name to its ids; the value is the heading's text, empty for other ids."""
        anchors: dict[str, dict[str, str]] = self.data["anchors"]
        return anchors

    def page_of(self, docname: str) -> Page | None:
        """Return the page that a document shows."""
        return self.state.documents.pages.get(docname) if self.state else None

    def description_of(self, docname: str, page: Page) -> str:
        """Return the description of a page in the language of the build; empty if it has none."""
        description: str = self.data["descriptions"].get(docname, page.description)
        return description

    def summary_of(self, docname: str, page: Page) -> str:
        """Return what stands for a page elsewhere: its description, else its summary or first words."""
        return self.description_of(docname, page) or page.summary or self._first_words(docname)

    def preview_of(self, docname: str, page: Page) -> str:
        """Return the same where it is not read as Markdown or HTML."""
        text = self.description_of(docname, page) or page.summary
        if not text or self.state is None:
            return self._first_words(docname)
        return words_of_line(self.state, text)

    def _first_words(self, docname: str) -> str:
        words: str = self.data["summaries"].get(docname, "")
        return words

    # -- the life of a document --------------------------------------------------------------

    def process_doc(self, env: BuildEnvironment, docname: str, document: nodes.document) -> None:
        """Learn the ids of a document and what it links to."""
        page = self.page_of(docname)
        if page is None:
            return
        description = _description(document)
        assert self.state is not None
        if description != words_of_line(self.state, page.description):
            self.data["descriptions"][docname] = description
        self.anchors[docname], links, showing = _ids_and_links(document)
        if links:
            self.data["links"][docname] = tuple(sorted(links))
        if showing:
            self.data["showing"][docname] = tuple(sorted(showing))

    def clear_doc(self, docname: str) -> None:
        """Forget a document."""
        publishes = docname in self.data["published"]
        for table in _TABLES:
            self.data[table].pop(docname, None)
        if publishes:
            self.serve_published()

    def publish(self, docname: str, target: str, filename: Path) -> None:
        """Note a file that a document's shortcodes want to be served, below the output folder."""
        self.data["published"].setdefault(docname, {})[target] = filename
        if self.state is not None:
            self.state.documents.site.published[target] = filename

    def serve_published(self) -> None:
        """Tell the site what the documents publish."""
        if self.state is not None:
            published = self.state.documents.site.published
            published.clear()
            for files in self.data["published"].values():
                published.update(files)

    def merge_domaindata(self, docnames: Set[str], otherdata: dict[str, Any]) -> None:
        """Take over what another process learnt while reading."""
        for table in _TABLES:
            learnt = otherdata[table]
            self.data[table].update(
                (docname, learnt[docname]) for docname in docnames if docname in learnt
            )
        if otherdata["published"]:
            self.serve_published()

    # -- references --------------------------------------------------------------------------

    def resolve_xref(  # type: ignore[override]
        self,
        env: BuildEnvironment,
        fromdocname: str,
        builder: Builder,
        typ: str,
        target: str,
        node: addnodes.pending_xref,
        contnode: Element,
    ) -> Element | None:
        """Resolve a reference; ``page`` roles that miss are left to intersphinx."""
        if self.state is None:
            return None
        reference = Reference(self, self.state, builder, fromdocname, node, contnode)
        if typ == "page":
            return reference.by_role(env, target)
        return reference.by_ref(target) if typ == "ref" else reference.by_link(target)

    def resolve_any_xref(  # type: ignore[override]
        self,
        env: BuildEnvironment,
        fromdocname: str,
        builder: Builder,
        target: str,
        node: addnodes.pending_xref,
        contnode: Element,
    ) -> list[tuple[str, Element]]:
        """Resolve an ``any`` role: a page by its Hugo path."""
        if self.state is None:
            return []
        reference = Reference(self, self.state, builder, fromdocname, node, contnode)
        found = reference.by_role(env, target)
        return [] if found is None else [("hugo:page", found)]

    def file_uri(self, builder: Builder, fromdocname: str, address: str) -> str:
        """Return the URI of a served file, relative where the output has files beside pages."""
        assert self.state is not None
        config = self.state.documents.site.config
        local = address.removeprefix(config.base_path).lstrip("/")
        local = local.removeprefix(self.state.documents.prefix)
        if isinstance(builder, DummyBuilder):
            return "#"  # linkcheck is one; it need not ask for our own files
        if is_book(builder):
            return config.base_url + local
        try:
            return relative_uri(builder.get_target_uri(fromdocname), local)
        except NoUri:
            return config.base_url + local

    def fragment_problem(self, docname: str, fragment: str, target: str, page: Page | None) -> str:
        """Say what is wrong with the fragment of *target*, a link to a document; empty if nothing."""
        wanted = unquote(fragment)
        anchors = self.anchors.get(docname, {})
        if not fragment or wanted in anchors or _is_browser_fragment(fragment):
            return ""
        title = f"page '{page.path}'" if page is not None else f"document '{docname}'"
        near = get_close_matches(wanted, anchors, n=1, cutoff=0.5)
        advice = f"; did you mean '#{near[0]}'?" if near else "; no heading or target has this id."
        return f"'{target}' leads to {title}, but not to '#{fragment}'{advice}"

    # -- the inventory -----------------------------------------------------------------------

    def get_objects(self) -> Iterable[tuple[str, str, str, str, str, int]]:
        """List pages and headings by Hugo path, for ``objects.inv``."""
        if self.state is None:
            return
        for docname, anchors in sorted(self.anchors.items()):
            page = self.page_of(docname)
            if page is None:
                continue
            name = page.content_path or f"{page.path.lstrip('/')}/_index.md".lstrip("/")
            yield name, page.title or docname, "page", docname, "", -1
            for anchor, text in anchors.items():
                if text:
                    yield f"{name}#{anchor}", text, "heading", docname, anchor, -1


def _description(document: nodes.document) -> str:
    metas = (node for node in document.children if isinstance(node, nodes.meta))
    return next((meta["content"] for meta in metas if meta.get("name") == "description"), "")


def _ids_and_links(
    document: nodes.document,
) -> tuple[dict[str, str], set[Link], set[str]]:
    """Return the ids of a document with the text of headings, and its links into the site.

    Third, which nodes of it are filled with titles of other pages, whichever these are by then.
    """
    anchors = dict.fromkeys(document.ids, "")
    links: set[Link] = set()
    showing: set[str] = set()
    for node in document.findall(nodes.Element):  # one walk for all
        if not isinstance(node, _LOOKED_AT):
            continue
        if isinstance(node, addnodes.pending_xref):
            showing |= _showing(node)
            link = link_of(node)
            if link is not None:
                links.add(link)
        elif isinstance(node, addnodes.toctree):
            showing |= _showing(node)
        elif isinstance(node, nodes.raw):
            if "html" in node["format"].split():
                html = node.astext()
                anchors.update((name, anchors.get(name, "")) for name in html_ids(html))
                links.update(Link("link", address) for address in addresses(html))
        elif node.parent is document:
            continue  # the page itself, for which Hugo has no id
        elif node["ids"]:
            heading = node[0] if isinstance(node, nodes.section) else node
            anchors[node["ids"][0]] = plain_text(heading)
    return anchors, links, showing


def _showing(node: nodes.Element) -> set[str]:
    """Say what of other pages a node may be filled with: nothing, where its text stands already."""
    if isinstance(node, addnodes.toctree):
        return set() if node.get("hugo") else {TOCTREE}
    is_plain = node["refdomain"] == HugoDomain.name and node["reftype"] != "page"
    return set() if is_plain else {REFERENCE}


def _is_browser_fragment(fragment: str) -> bool:
    # "#top" and text fragments are the browser's own.
    return fragment == "top" or fragment.startswith(":~:")
