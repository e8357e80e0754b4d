"""The Sphinx builder that writes the pages: it knows every doctree, and what links lead to."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from docutils import nodes
from myst_parser.sphinx_ext.myst_refs import MystReferenceResolver
from sphinx.builders import Builder
from sphinx.transforms import SphinxTransformer
from sphinx.transforms.post_transforms import OnlyNodeTransform, ReferencesResolver
from sphinx.util.display import status_iterator
from sphinx.util.logging import suppress_logging

from sphinx_hugo.eject.authors import AuthorsText
from sphinx_hugo.eject.blocks import Blocks
from sphinx_hugo.eject.claim import Claim
from sphinx_hugo.eject.headings import headings_of, labels_of
from sphinx_hugo.eject.marks import count_lines, joined
from sphinx_hugo.eject.page import PageText, front_matter, toctrees
from sphinx_hugo.eject.places import EXTRA, PAGE, Links, Places, page_address, page_file
from sphinx_hugo.eject.project import configuration, copy_files, moving, redirects
from sphinx_hugo.eject.reading import EXTENSIONS, StockReader
from sphinx_hugo.eject.spans import Spans, footnote_labels
from sphinx_hugo.markdown.rules.emoji import with_emoji
from sphinx_hugo.outdir.paths import inside
from sphinx_hugo.output.files import served_files
from sphinx_hugo.page.raw_html import RawHtmlLinks
from sphinx_hugo.page.sections import SectionLists
from sphinx_hugo.site_markdown import markdown_options
from sphinx_hugo.toctree import planned

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Set

    from sphinx_hugo.domain.objects import HugoDomain
    from sphinx_hugo.eject.headings import Heading
    from sphinx_hugo.eject.notes import Note
    from sphinx_hugo.hugo.pages import Page
    from sphinx_hugo.state import SiteState

NAME = "hugo-eject"

_TRANSFORMS = (
    SectionLists,
    OnlyNodeTransform,
    ReferencesResolver,
    MystReferenceResolver,
    RawHtmlLinks,
)
"""What a page still lacks when it has been read. Not those that prepare components for HTML."""


@dataclass(slots=True)
class Ejected:
    """What was written."""

    pages: int = 0
    lines: int = 0
    """All lines of the pages that are not empty, without what stands above the title."""
    kept: int = 0
    """Those that stand as their author wrote them."""
    redirects: int = 0
    files: int = 0
    """Those that are served beside the pages."""
    notes: list[Note] = field(default_factory=list)


class EjectBuilder(Builder):
    """Writes each document as MyST into the output folder, under its own name."""

    name = NAME
    epilog = ""
    allow_parallel = False

    def init(self) -> None:
        """Get ready for a build."""
        self.ejected = Ejected()
        self._claim = Claim(self)
        self._texts: dict[Path, str] = {}

    def get_outdated_docs(self) -> Iterator[str]:
        """Name every document."""
        yield from self.env.found_docs

    def get_target_uri(self, docname: str, typ: str | None = None) -> str:
        """Return the address of a document; those of files are made relative to it."""
        return page_address(docname)

    def get_relative_uri(self, from_: str, to: str, typ: str | None = None) -> str:
        """Return an address that says which document is meant, wherever it is linked from."""
        return PAGE + to

    @property
    def state(self) -> SiteState:
        """What the site is."""
        domain: HugoDomain = self.env.get_domain("hugo")  # type: ignore[assignment]
        assert domain.state is not None
        return domain.state

    def write_documents(self, docnames: Set[str]) -> None:
        """Write all pages: first it has to be known which headings each of them has."""
        self._claim.begin()
        # The pages keep their raw HTML, as in a builder for HTML; before, while pages were read,
        # nothing that only such a builder needs was to be done.
        self.format = "html"  # type: ignore[misc]
        self.extensions = extensions_of(self.state)
        options = markdown_options(self.state)
        self._reader = StockReader(self.extensions, smartquotes=options.typographer is not None)
        files: dict[str, Path] = {}
        for address, filename in served_files(self.state.documents):
            files.setdefault(address, filename)
        self.places = Places(files)
        names = sorted(docnames)
        headings: dict[str, list[Heading]] = {}
        wanted: defaultdict[str, set[str]] = defaultdict(set)
        for docname in names:
            doctree = self._resolved(docname)
            headings[docname] = headings_of(doctree, self._spans(docname, doctree), self._reader)
            for target, fragment in _fragments(docname, doctree):
                wanted[target].add(fragment)
        self._labels = labels_of(headings)
        for docname in names:
            slugs = {heading.slug for heading in headings[docname] if heading.slug}
            self.places.anchors[docname] = self._labels[docname] | slugs
        linked = set(_linked(planned(self.state).values()))
        shown = status_iterator(names, "writing pages... ", "darkgreen", len(names))
        for docname in shown:
            self._write(docname, headings[docname], frozenset(wanted[docname]), docname in linked)

    def finish(self) -> None:
        """Write what stands beside the pages."""
        documents = self.state.documents
        moved = redirects(documents, self.places)
        curly = markdown_options(self.state).typographer is not None
        texts = configuration(
            self.config, documents, self.extensions, moved.named, smartquotes=curly
        )
        for name, text in texts.items():
            self._put(Path(self.outdir, name), text)
        extra = Path(self.outdir, EXTRA)
        extra.mkdir(exist_ok=True)
        for target, new in moved.pages.items():
            path = inside(extra, target)
            if path is not None:
                self._put(path, moving(new))
        self._claim.finish(self._texts)
        files, unread = copy_files(extra, self.places)
        self.ejected.redirects = len(moved.named) + len(moved.pages)
        self.ejected.files = files
        self.ejected.notes += [*moved.notes, *unread]

    def _spans(self, docname: str, doctree: nodes.document) -> Spans:
        links = Links(self.places, docname)
        return Spans(links, Path(self.srcdir), footnote_labels(doctree))

    def _resolved(self, docname: str) -> nodes.document:
        doctree = self.env.get_doctree(docname)
        current = self.env.current_document
        before, current.docname = current.docname, docname
        try:
            transformer = SphinxTransformer(doctree)
            transformer.set_environment(self.env)
            transformer.add_transforms(list(_TRANSFORMS))
            transformer.apply_transforms()
        finally:
            current.docname = before
        return doctree

    def _write(
        self, docname: str, headings: list[Heading], wanted: frozenset[str], linked: bool
    ) -> None:
        page = self.state.documents.pages[docname]
        with suppress_logging():  # all was said when the headings were collected
            doctree = self._resolved(docname)
        authors = self._authors(page)
        spans = self._spans(docname, doctree)
        blocks = Blocks(spans, self._reader, authors, is_html=page.is_html)
        blocks.wanted = wanted - {name for heading in headings for name in heading.ids}
        end = len(authors) + 1 if authors is not None else 0
        texts = PageText(blocks, headings, self._labels[docname], authors).body(
            doctree, end, is_root=docname == "index"
        )
        above = front_matter(page, self.state, is_orphan=not linked and docname != "index")
        below = toctrees(planned(self.state).get(docname, ()))
        text = joined([*filter(None, [above]), *texts, *below]) + "\n"
        self._put(Path(self.outdir, page_file(docname)), text)
        self.ejected.pages += 1
        self.ejected.lines += count_lines(joined(texts))
        self.ejected.kept += blocks.kept

    def _put(self, path: Path, text: str) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
        self._texts[path] = text

    def _authors(self, page: Page) -> AuthorsText | None:
        if page.filename is None or page.is_html:  # of which no line is Markdown
            return None
        try:
            lines = page.filename.read_text(encoding="utf-8-sig").splitlines()
        except (OSError, UnicodeDecodeError):
            return None
        emoji = with_emoji if self.state.documents.site.config.enable_emoji else _as_it_is
        return AuthorsText(lines, self._reader, emoji)


def extensions_of(state: SiteState) -> tuple[str, ...]:
    """Return the extensions of MyST that read what the site's own settings let Hugo read."""
    options = markdown_options(state)
    found = [*EXTENSIONS]
    if ("$", "$") in options.passthrough_inline:
        found.append("dollarmath")
    if options.linkify:
        found.append("linkify")
    return tuple(sorted(found))


def _as_it_is(text: str) -> str:
    return text


def _fragments(docname: str, doctree: nodes.document) -> Iterator[tuple[str, str]]:
    """Yield (document, id) for each place inside a page that a page links to."""
    for node in doctree.findall(nodes.reference):
        address = str(node.get("refuri") or f"#{node.get('refid', '')}")
        target, _hash, fragment = address.partition("#")
        if fragment and not target:
            yield docname, fragment
        elif fragment and target.startswith(PAGE):
            yield target.removeprefix(PAGE), fragment


def _linked(trees: Iterable[Any]) -> Iterator[str]:
    for of_page in trees:
        for _caption, entries in of_page:
            for _title, target in entries:
                yield target
