"""The ``hugo`` domain: pages and headings as objects, and every reference between them."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING, Any, ClassVar
from urllib.parse import unquote, urljoin

from docutils import nodes
from sphinx import addnodes
from sphinx.builders.dummy import DummyBuilder
from sphinx.domains import Domain, ObjType
from sphinx.errors import NoUri
from sphinx.locale import _
from sphinx.roles import XRefRole
from sphinx.util.osutil import relative_uri

from sphinx_hugo.diagnostics import warn
from sphinx_hugo.fromhtml.ids import html_ids
from sphinx_hugo.hugo.addresses.addresscheck import runs_script
from sphinx_hugo.hugo.problems import Kind
from sphinx_hugo.hugo.references.links import LinkKind, resolve_link, rewrites_links
from sphinx_hugo.hugo.references.refs import resolve_ref
from sphinx_hugo.nodes.titles import plain_text
from sphinx_hugo.outdir.paths import serves_files

if TYPE_CHECKING:
    from collections.abc import Iterable, Set
    from pathlib import Path

    from docutils.nodes import Element
    from sphinx.builders import Builder
    from sphinx.environment import BuildEnvironment

    from sphinx_hugo.hugo.pages import Page
    from sphinx_hugo.state import SiteState


_TABLES = (
    *("anchors", "descriptions", "files", "fragments", "pages", "published", "readings"),
    *("summaries", "taken", "toctrees"),
)
"""What is kept of each document, by its name: ids, the description where a catalogue translates it,
the stamps of the files it was read from, links to headings, the digest of the page's record, files
that its shortcodes publish, which reading it was, first words, what it took of other pages, toctrees.
"""
PUBLISHED = "hugo-published"
"""Folder below the doctrees for what shortcodes publish, each file in a folder of its digest."""


_NOT_OURS = frozenset({LinkKind.NONE, LinkKind.TRANSLATION})
"""What this build does not write, although it belongs to the site."""


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
    data_version = 7
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

    # -- the life of a document --------------------------------------------------------------

    def process_doc(self, env: BuildEnvironment, docname: str, document: nodes.document) -> None:
        """Learn the ids of a document and its links to headings."""
        page = self.page_of(docname)
        if page is None:
            return
        description = _description(document)
        if description != page.description:
            self.data["descriptions"][docname] = description
        self.anchors[docname], fragments = _ids_and_links(document)
        if fragments:
            self.data["fragments"][docname] = tuple(sorted(fragments))

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
        start = self.page_of(node.get("refdoc", fromdocname))
        if typ == "page":
            return self._resolve_role(env, fromdocname, builder, target, node, contnode)
        if typ == "ref":
            return self._resolve_ref(fromdocname, builder, target, node, contnode, start)
        return self._resolve_link(fromdocname, builder, target, node, contnode, start)

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
        found = self._resolve_role(env, fromdocname, builder, target, node, contnode)
        return [] if found is None else [("hugo:page", found)]

    def _resolve_role(
        self,
        env: BuildEnvironment,
        fromdocname: str,
        builder: Builder,
        target: str,
        node: addnodes.pending_xref,
        contnode: Element,
    ) -> Element | None:
        if self.state is None:
            return None
        result = resolve_ref(self.state.documents.site, target, self.page_of(fromdocname))
        if result.page is None:
            return None
        docname = self.state.documents.docname(result.page.path)
        if docname is None:
            return None
        content: Element = contnode
        if not node.get("refexplicit"):
            text = self.anchors.get(docname, {}).get(unquote(result.fragment)) or (
                plain_text(env.titles[docname]) if docname in env.titles else result.page.title
            )
            content = nodes.inline(text, text, classes=["hugo", "hugo-page"])
        return self._link_to(
            fromdocname, builder, docname, result.fragment, node, content, result.page
        )

    def _resolve_ref(
        self,
        fromdocname: str,
        builder: Builder,
        target: str,
        node: addnodes.pending_xref,
        contnode: Element,
        start: Page | None,
    ) -> Element:
        assert self.state is not None
        result = resolve_ref(
            self.state.documents.site,
            target,
            start,
            language=node.get("hugo_language"),
            output_format=node.get("hugo_format"),
        )
        if result.problem_text:
            self._report(Kind.REF, result.problem_text, node)
            fallback = self.state.documents.site.config.ref_links_not_found_url
            return _plain(fallback, node, contnode) if fallback else contnode
        if result.page is None or not result.url:
            if result.fragment:
                return self._link_to(
                    fromdocname, builder, fromdocname, result.fragment, node, contnode, start
                )
            return _plain(result.url, node, contnode) if result.url else contnode
        docname = self.state.documents.docname(result.page.path)
        if docname is None:  # another language, or a page that is not written
            return _plain(result.permalink, node, contnode)
        return self._link_to(
            fromdocname, builder, docname, result.fragment, node, contnode, result.page
        )

    def _resolve_link(
        self,
        fromdocname: str,
        builder: Builder,
        target: str,
        node: addnodes.pending_xref,
        contnode: Element,
        start: Page | None,
    ) -> Element:
        assert self.state is not None
        site = self.state.documents.site
        result = resolve_link(site, target, start)
        if result.kind is LinkKind.PAGE and result.page is not None:
            docname = self.state.documents.docname(result.page.path)
            if docname is not None:
                return self._link_to(
                    fromdocname,
                    builder,
                    docname,
                    result.fragment,
                    node,
                    contnode,
                    result.page,
                    query=result.query,
                )
        if result.kind is LinkKind.FRAGMENT:
            return self._link_to(
                fromdocname,
                builder,
                fromdocname,
                result.fragment,
                node,
                contnode,
                start,
                query=result.query,
            )
        if result.kind in {LinkKind.RESOURCE, LinkKind.STATIC}:
            uri = self.file_uri(builder, fromdocname, result.address)
            return _plain(uri + result.suffix, node, contnode)
        if result.kind is LinkKind.TRANSLATION and not isinstance(builder, DummyBuilder):
            return _plain(result.address + result.suffix, node, contnode)
        if result.kind is LinkKind.NONE:
            self._report(Kind.LINK, result.problem_text, node)
        if result.kind in _NOT_OURS and isinstance(builder, DummyBuilder):
            return contnode  # linkcheck would look for it, and report it once more
        if result.kind is LinkKind.NONE and _is_book(builder):
            here = start.permalink if start is not None else ""
            target = urljoin(here or site.config.base_url, target)
        return _plain(target, node, contnode)

    def file_uri(self, builder: Builder, fromdocname: str, address: str) -> str:
        """Return the URI of a served file, relative where the output has files beside pages."""
        assert self.state is not None
        config = self.state.documents.site.config
        local = address.removeprefix(config.base_path).lstrip("/")
        local = local.removeprefix(self.state.documents.prefix)
        if isinstance(builder, DummyBuilder):
            return "#"  # linkcheck is one; it need not ask for our own files
        if _is_book(builder):
            return config.base_url + local
        try:
            return relative_uri(builder.get_target_uri(fromdocname), local)
        except NoUri:
            return config.base_url + local

    def _link_to(  # noqa: PLR0913 - what a reference is made of
        self,
        fromdocname: str,
        builder: Builder,
        docname: str,
        fragment: str,
        node: addnodes.pending_xref,
        content: Element,
        page: Page | None,
        *,
        query: str = "",
    ) -> Element:
        """Make the reference node, and check that the heading is there."""
        if problem := self.fragment_problem(docname, fragment, node["reftarget"], page):
            self._report(Kind.FRAGMENT, problem, node)
        reference = nodes.reference("", "", internal=True)
        target = node["reftarget"]
        short = target.startswith("#") and not self._writes_whole_links()
        asked = query if serves_files(builder) else ""  # only a web page can be asked
        if docname == fromdocname and fragment and short and not asked:
            reference["refid"] = unquote(fragment)
        else:
            uri = builder.get_relative_uri(fromdocname, docname)
            if not uri and not isinstance(builder, DummyBuilder):
                uri = self._own_uri(builder, docname)
            uri += f"?{asked}" if asked else ""
            reference["refuri"] = f"{uri}#{fragment}" if fragment else uri or "#"
        if node.get("reftitle"):
            reference["reftitle"] = node["reftitle"]
        reference += content
        return reference

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

    def _writes_whole_links(self) -> bool:
        assert self.state is not None
        return rewrites_links(self.state.documents.site.config)

    @staticmethod
    def _own_uri(builder: Builder, docname: str) -> str:
        """Return the address of a page from itself, where its author wrote it out."""
        folder = builder.get_target_uri(docname).rstrip("/").rpartition("/")[2]
        return f"../{folder}/" if folder else "./"

    def _report(self, kind: Kind, message: str, node: Element) -> None:
        if node.get("hugo_example"):
            return
        warn(kind, message, node.source, node.line)

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


def _ids_and_links(document: nodes.document) -> tuple[dict[str, str], set[tuple[str, str]]]:
    """Return the ids of a document with the text of headings, and its links to headings."""
    anchors = dict.fromkeys(document.ids, "")
    links: set[tuple[str, str]] = set()
    for node in document.findall(nodes.Element):  # one walk for all
        if isinstance(node, addnodes.pending_xref):
            if node["refdomain"] == HugoDomain.name and "#" in node["reftarget"]:
                links.add((node["reftype"], node["reftarget"]))
        elif isinstance(node, nodes.raw):
            if "html" in node["format"].split():
                anchors.update((name, anchors.get(name, "")) for name in html_ids(node.astext()))
        elif node.parent is document:
            continue  # the page itself, for which Hugo has no id
        elif isinstance(node, nodes.section | nodes.rubric) and node["ids"]:
            heading = node[0] if isinstance(node, nodes.section) else node
            anchors[node["ids"][0]] = plain_text(heading)  # type: ignore[arg-type]
    return anchors, links


def _is_book(builder: Builder) -> bool:
    """Tell whether the output is read away from the site, so that links need its whole address."""
    return builder.format != "html" or builder.name == "epub"


def _is_browser_fragment(fragment: str) -> bool:
    # "#top" and text fragments are the browser's own.
    return fragment == "top" or fragment.startswith(":~:")


def _plain(uri: str, node: addnodes.pending_xref, content: Element) -> Element:
    if runs_script(uri):
        return content
    reference = nodes.reference("", "", refuri=uri)
    if node.get("reftitle"):
        reference["reftitle"] = node["reftitle"]
    reference += content
    return reference
