"""One reference, from what the author wrote to the node that leads there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import unquote, urljoin

from docutils import nodes
from sphinx.builders.dummy import DummyBuilder

from sphinx_hugo.diagnostics import warn
from sphinx_hugo.domain.crossrefs import printed_by
from sphinx_hugo.hugo.addresses.addresscheck import runs_script
from sphinx_hugo.hugo.problems import Kind
from sphinx_hugo.hugo.references.links import FILES, LinkKind, resolve_link, rewrites_links
from sphinx_hugo.hugo.references.refs import resolve_ref
from sphinx_hugo.nodes.words import plain_text
from sphinx_hugo.outdir.paths import serves_files

if TYPE_CHECKING:
    from docutils.nodes import Element
    from sphinx import addnodes
    from sphinx.builders import Builder
    from sphinx.environment import BuildEnvironment

    from sphinx_hugo.hugo.pages import Page
    from sphinx_hugo.hugo.site import Site
    from sphinx_hugo.state import SiteState

    from .objects import HugoDomain


_NOT_OURS = frozenset({LinkKind.NONE, LinkKind.TRANSLATION})
"""What this build does not write, although it belongs to the site."""


@dataclass(frozen=True)
class Reference:
    """A reference on its page, about to be resolved; *content* is what it shows."""

    domain: HugoDomain
    state: SiteState
    builder: Builder
    docname: str
    """The document it is written to, which another one may have been included in."""
    node: addnodes.pending_xref
    content: Element

    def by_role(self, env: BuildEnvironment, target: str) -> Element | None:
        """Resolve a ``hugo:page`` role, seen from its document; None where no page is meant."""
        result = resolve_ref(self._site, target, self.domain.page_of(self.docname))
        if result.page is None:
            return None
        docname = self.state.documents.docname(result.page.path)
        if docname is None:
            return None
        content = self.content
        if not self.node.get("refexplicit"):
            text = self.domain.anchors.get(docname, {}).get(unquote(result.fragment)) or (
                plain_text(env.titles[docname]) if docname in env.titles else result.page.title
            )
            content = nodes.inline(text, text, classes=["hugo", "hugo-page"])
        return self._link_to(docname, result.page, result.fragment, content=content)

    def by_ref(self, target: str) -> Element:
        """Resolve the argument of ``ref`` or ``relref``."""
        result = resolve_ref(
            self._site,
            target,
            self._start,
            language=self.node.get("hugo_language"),
            output_format=self.node.get("hugo_format"),
        )
        if result.problem_text:
            self._report(Kind.REF, result.problem_text)
            fallback = self._site.config.ref_links_not_found_url
            return self._plain(fallback) if fallback else self.content
        if result.page is None or not result.url:
            if result.fragment:
                return self._link_to(self.docname, self._start, result.fragment)
            return self._plain(result.url) if result.url else self.content
        docname = self.state.documents.docname(result.page.path)
        if docname is None:  # another language, or a page that is not written
            return self._plain(result.permalink)
        return self._link_to(docname, result.page, result.fragment)

    def by_link(self, target: str) -> Element:
        """Resolve the destination of a plain link."""
        result = resolve_link(self._site, target, self._start)
        if result.kind is LinkKind.PAGE and result.page is not None:
            docname = self.state.documents.docname(result.page.path)
            if docname is not None:
                return self._link_to(docname, result.page, result.fragment, query=result.query)
        if result.kind is LinkKind.FRAGMENT:
            return self._link_to(self.docname, self._start, result.fragment, query=result.query)
        if result.kind in FILES:
            uri = self.domain.file_uri(self.builder, self.docname, result.address)
            return self._plain(uri + result.suffix)
        looks_only = isinstance(self.builder, DummyBuilder)
        if result.kind is LinkKind.TRANSLATION and not looks_only:
            return self._plain(result.address + result.suffix)
        if result.kind is LinkKind.NONE:
            self._report(Kind.LINK, result.problem_text)
        if result.kind in _NOT_OURS and looks_only:
            return self.content  # linkcheck would look for it, and report it once more
        if result.kind is LinkKind.NONE and is_book(self.builder):
            here = self._start.permalink if self._start is not None else ""
            target = urljoin(here or self._site.config.base_url, target)
        return self._plain(target)

    @property
    def _site(self) -> Site:
        return self.state.documents.site

    @property
    def _start(self) -> Page | None:
        return self.domain.page_of(self.node.get("refdoc", self.docname))

    def _link_to(
        self,
        docname: str,
        page: Page | None,
        fragment: str,
        *,
        query: str = "",
        content: Element | None = None,
    ) -> Element:
        """Make the reference node, and check that the heading is there."""
        target = self.node["reftarget"]
        if problem := self.domain.fragment_problem(docname, fragment, target, page):
            self._report(Kind.FRAGMENT, problem)
        reference = nodes.reference("", "", internal=True)
        short = target.startswith("#") and not rewrites_links(self._site.config)
        asked = query if serves_files(self.builder) else ""  # only a web page can be asked
        if docname == self.docname and fragment and short and not asked:
            reference["refid"] = unquote(fragment)
        else:
            uri = self.builder.get_relative_uri(self.docname, docname)
            if not uri and not isinstance(self.builder, DummyBuilder):
                uri = self._own_uri()
            uri += f"?{asked}" if asked else ""
            reference["refuri"] = f"{uri}#{fragment}" if fragment else uri or "#"
        return self._titled(reference, self.content if content is None else content)

    def _own_uri(self) -> str:
        """Return the address of a page from itself, where its author wrote it out."""
        folder = self.builder.get_target_uri(self.docname).rstrip("/").rpartition("/")[2]
        return f"../{folder}/" if folder else "./"

    def _plain(self, uri: str) -> Element:
        if runs_script(uri):
            return self.content
        return self._titled(nodes.reference("", "", refuri=uri), self.content)

    def _titled(self, reference: nodes.reference, content: Element) -> Element:
        if self.node.get("reftitle"):
            reference["reftitle"] = self.node["reftitle"]
        reference += content
        return reference

    def _report(self, kind: Kind, message: str) -> None:
        if not self.node.get("hugo_example"):
            warn(kind, message + printed_by(self.node), self.node.source, self.node.line)


def is_book(builder: Builder) -> bool:
    """Tell whether the output is read away from the site, so that links need its whole address."""
    return builder.format != "html" or builder.name == "epub"
