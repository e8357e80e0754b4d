"""The Sphinx parser for pages of the site: front matter off, shortcodes out, Markdown in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docutils import nodes

from sphinx_hugo._myst import MystParser
from sphinx_hugo.containment import is_unsafe
from sphinx_hugo.diagnostics import warn
from sphinx_hugo.hugo.anchors import AnchorRegistry, AnchorStyle, anchorize
from sphinx_hugo.hugo.calls.reading import parse_calls
from sphinx_hugo.hugo.calls.reduce import Reduced, reduce_body
from sphinx_hugo.hugo.config.configfiles import line_of_key
from sphinx_hugo.hugo.content.frontmatter import find_body
from sphinx_hugo.hugo.problems import Kind
from sphinx_hugo.markdown import create_parser
from sphinx_hugo.markdown.rules.definitions import AROUND
from sphinx_hugo.nodes.pagenodes import section_list
from sphinx_hugo.page.bylines import first_words
from sphinx_hugo.page.metadata import add_metadata
from sphinx_hugo.rendering import HugoRenderer
from sphinx_hugo.rendering.frames import inner_definitions
from sphinx_hugo.rendering.page import html_token
from sphinx_hugo.rendering.state import PageState
from sphinx_hugo.site_markdown import markdown_options
from sphinx_hugo.toctree import toctree_nodes
from sphinx_hugo.wing import placeholder_pattern

if TYPE_CHECKING:
    from collections.abc import Callable

    from markdown_it import MarkdownIt
    from sphinx.environment import BuildEnvironment

    from sphinx_hugo.domain.objects import HugoDomain
    from sphinx_hugo.hugo.pages import Page
    from sphinx_hugo.state import SiteState


TRANSLATED = ":<translated>"
"""How Sphinx ends the source of a document that holds one message of a catalogue."""


class HugoParser(MystParser):
    """Reads a content file of the site; documents that are none are plain MyST."""

    supported = ("hugo",)  # type: ignore[misc]

    def parse(self, inputstring: str, document: nodes.document) -> None:
        """Fill the document with the page: title, lead, body, children, metadata."""
        env: BuildEnvironment = document.settings.env
        domain: Any = env.get_domain("hugo")
        docname = env.current_document.docname
        page = domain.page_of(docname)
        if page is None:
            super().parse(inputstring, document)
            return
        if domain.state.options.hugo_markdown == "myst":
            super().parse(plain_myst(inputstring, page), document)
            return
        document.settings.raw_enabled = is_unsafe(domain.state)  # roles made on the page ask for it
        document.settings.smart_quotes = False  # the typographer has done it, as Goldmark does
        if str(document["source"]).endswith(TRANSLATED):
            self._parse_message(inputstring, document, domain, page)
        else:
            self._parse_page(inputstring, document, domain, page)

    def _parse_message(
        self, message: str, document: nodes.document, domain: HugoDomain, page: Page
    ) -> None:
        """Read a message of a catalogue, which is a paragraph or a heading of the page."""
        renderer = self._render(message, document, domain, page)
        _title, *content = renderer.page_section.children
        document.children = []
        document.extend(content)

    def _render(
        self, source: str, document: nodes.document, domain: HugoDomain, page: Page
    ) -> HugoRenderer:
        """Put the title of the page and what *source* says below it into the document."""
        assert domain.state is not None
        env = domain.env
        docname = env.current_document.docname
        filename = page.filename or str(env.doc2path(docname))
        parser = markdown_parser(domain.state, document)
        renderer = parser.renderer
        assert isinstance(renderer, HugoRenderer)
        state = PageState(domain.state, page, docname, filename, domain.state.wing, renderer)
        while state.slot_marker in source:
            state.slot_marker += "0"
        renderer.document = document  # calls may be answered before rendering starts
        renderer.begin(state)
        body, body_line = find_body(source)
        reduced = renderer.frame.reduced = self._reduce(body, body_line, state)
        style = AnchorStyle.named(markdown_options(domain.state).auto_id_type)
        markdown_env: dict[str, Any] = {
            "shortcodes": placeholder_pattern(
                reduced.marker if reduced else None, state.slot_marker
            ),
            "line_map": reduced.line_map if reduced else _lines(body, body_line),
            "anchors": AnchorRegistry(style),
            "anchors_of": lambda text: anchorize(text, style),
            "problems": [],
            "references": renderer.frame.references,
        }
        text = reduced.text if reduced else body
        if page.is_html:
            renderer.render([html_token(text)], parser.options, markdown_env)
        else:
            markdown_env[AROUND] = inner_definitions(reduced, parser)
            parser.render(text, markdown_env)
        for line, message in markdown_env["problems"]:
            warn(Kind.MARKDOWN, message, filename, line)
        return renderer

    def _parse_page(
        self, source: str, document: nodes.document, domain: HugoDomain, page: Page
    ) -> None:
        assert domain.state is not None
        renderer = self._render(source, document, domain, page)
        env = domain.env
        docname = env.current_document.docname
        section = renderer.page_section
        has_text = any(_shows_something(child) for child in section.children[1:])
        limit = domain.state.documents.site.config.summary_length
        domain.data["summaries"][docname] = first_words(section, limit)
        add_metadata(page, env, docname, document, renderer, _field_lines(source))
        if renderer.frame.reduced is not None:
            _place_texts(section)
        children = section_list(page=page.path, has_text=has_text)
        children.source, children.line = section.source, 1
        place = next(
            (i for i, child in enumerate(section) if isinstance(child, nodes.section)), len(section)
        )
        section.insert(place, children)
        _keep_footnotes(document, section)
        if not str(document["source"]).isprintable():
            # Up to Sphinx 8.2, docutils writes the name of the file where there is no such title.
            document["title"] = page.title or page.path
        for toctree in toctree_nodes(domain.state, docname):
            toctree.source, toctree.line = section.source, 1
            section += toctree

    def _reduce(self, body: str, first_line: int, state: PageState) -> Reduced | None:
        if "{{" not in body:
            return None
        calls = parse_calls(body, takes_inner=state.wing.takes_inner, first_line=first_line)
        state.report(calls.problems)
        reduced = reduce_body(calls, expand=state.expand, takes_inner=state.wing.takes_inner)
        state.report(reduced.problems)
        return reduced


def markdown_parser(state: SiteState, document: nodes.document) -> MarkdownIt:
    """Return the parser of the build, made once, ready for a document."""
    if "markdown" not in state.cache:
        state.cache["markdown"] = create_parser(markdown_options(state), HugoRenderer)
    parser: MarkdownIt = state.cache["markdown"]
    parser.options["document"] = document
    parser.options["myst_config"] = document.settings.env.myst_config
    return parser


def plain_myst(source: str, page: Page) -> str:
    """Return the page as MyST reads it: no front matter, its title as a heading, lines in their place."""
    body, body_line = find_body(source)
    lines = ["" for _ in range(body_line - 1)]
    if page.title and not body.lstrip().startswith("# "):
        lines[:1] = [f"# {page.title}"]
    return "\n".join([*lines, body])


def _keep_footnotes(document: nodes.document, section: nodes.section) -> None:
    """Put footnotes that a directive has dropped at the end; MyST moves all of them, and would fail."""
    for footnote in (*document.footnotes, *document.autofootnotes):
        parent = footnote.parent
        if parent is None or not any(child is footnote for child in parent.children):
            section += footnote


def _field_lines(source: str) -> Callable[[str], int]:
    """Return what tells on which line a field of the front matter is set; 1 if it is not found."""
    _body, body_line = find_body(source)
    matter = "\n".join(source.split("\n", body_line - 1)[: body_line - 1])
    return lambda name: line_of_key(matter, name) or 1


def _place_texts(section: nodes.section) -> None:
    """Give the texts in a shortcode's answer, such as titles, the place of what they stand in."""
    for node in section.findall(nodes.TextElement):
        if node.line is not None or isinstance(node.parent, nodes.TextElement):
            continue
        around = node.parent
        while around is not section and around.line is None:
            around = around.parent
        if around is not section:
            node.source, node.line = around.source, around.line


def _lines(body: str, first_line: int) -> range:
    return range(first_line, first_line + body.count("\n") + 2)


def _shows_something(node: nodes.Node) -> bool:
    return not isinstance(node, nodes.comment | nodes.meta)
