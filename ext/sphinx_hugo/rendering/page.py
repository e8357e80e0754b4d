"""The frame of a page: its title, text within text, and how shortcodes reach it."""

from __future__ import annotations

import re
from collections import Counter
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from docutils import nodes
from markdown_it.token import Token
from sphinx import addnodes

from sphinx_hugo._myst import (
    SphinxRenderer,
    keep_footnote_settings,
    run_as_rst,
    without_spare_document,
    writes_rst,
)
from sphinx_hugo.containment import why_directive_is_refused
from sphinx_hugo.diagnostics import warn
from sphinx_hugo.hugo.calls.reading import parse_calls
from sphinx_hugo.hugo.calls.reduce import reduce_body
from sphinx_hugo.hugo.problems import Kind
from sphinx_hugo.markdown.rules.definitions import AROUND
from sphinx_hugo.markdown.rules.footnotes import KEY as FOOTNOTES
from sphinx_hugo.markdown.rules.footnotes import footnotes_of
from sphinx_hugo.nodes.pagenodes import unseen_title
from sphinx_hugo.nodes.titles import title_nodes
from sphinx_hugo.nodes.words import plain_text
from sphinx_hugo.rendering.context import CallContext
from sphinx_hugo.rendering.flow import detached, settle_links
from sphinx_hugo.rendering.frames import Frame
from sphinx_hugo.rendering.html import html_nodes
from sphinx_hugo.rendering.restoring import restore_nodes, restore_options
from sphinx_hugo.shortcodes.base import Markup
from sphinx_hugo.wing import placeholder_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator, MutableMapping, Sequence
    from pathlib import Path

    from markdown_it.tree import SyntaxTreeNode

    from sphinx_hugo.hugo.calls.reading import ShortcodeCall
    from sphinx_hugo.hugo.calls.reduce import Reduced
    from sphinx_hugo.rendering.state import PageState
    from sphinx_hugo.shortcodes.base import Shortcode
    from sphinx_hugo.taken import Question


_TAG = re.compile(r"<[A-Za-z!/]")

MAX_DIRECTIVES = 20
"""So many directives in one another are run; each takes a part of Python's stack."""


class PageRenderer(SphinxRenderer):
    """Renders one page at a time; :meth:`begin` says which. The rules for tokens are elsewhere."""

    state: PageState
    setup_render = without_spare_document()

    def begin(self, state: PageState) -> None:
        """Get ready for a page."""
        self.state = state
        self._frames = [Frame(None, None)]
        self._slots: list[list[nodes.Node]] = []
        self._numbers: Counter[str] = Counter()
        self._depth = 0
        self._texts = 0  # texts within the page so far: each has footnotes of its own
        self._listings = 0  # code blocks so far: render hooks are told their number

    @property
    def frame(self) -> Frame:
        """The text that is being rendered now."""
        return self._frames[-1]

    def add_line_and_source_path(self, node: Any, token: SyntaxTreeNode) -> None:
        """Say where a node comes from, and in which words: catalogues for translators hold them."""
        super().add_line_and_source_path(node, token)
        self.restore_source(node)

    def restore_source(self, node: Any) -> None:
        """Put the shortcodes, as they are written, into what a node says of its source."""
        reduced = self.frame.reduced
        if reduced is not None and reduced.marker in getattr(node, "rawsource", ""):
            node.rawsource = reduced.restore(node.rawsource, _as_written)

    # -- the page as a whole -----------------------------------------------------------------------

    def _render_initialise(self) -> None:
        """Open the section that carries the page's title; everything else stands below it."""
        section = nodes.section()
        section.source, section.line = str(self.state.filename), 1
        self.document += section
        shown = self.state.page.title
        make = nodes.title if shown else unseen_title
        title = make("", "", *title_nodes(shown or self.fallback_title()))
        title.source, title.line = section.source, 1
        section += title
        self._level_to_section = {0: section}
        self.current_node = section
        self.page_section = section

    def fallback_title(self) -> str:
        """Return what a page without a title is called: Sphinx cannot link to nothing."""
        page = self.state.page
        if page.path == "/":
            return self.state.state.documents.site.config.title or "Home"
        return page.path.rpartition("/")[2].replace("-", " ").replace("_", " ").strip().capitalize()

    def _render_finalise(self) -> None:
        """Give the title an id that no heading of the page has."""
        keep_footnote_settings(self.document, self.md_config)
        section = self.page_section
        if isinstance(section[0], unseen_title) and (first := self._first_heading(section)):
            section[0].children = []
            section[0] += nodes.Text(first)
        base = self.md_env["anchors_of"](section[0].astext()) or "page"
        name = base
        while name in self.document.ids:
            name += "-page"
        section["ids"] = [name]
        self.document.ids[name] = section

    def _first_heading(self, section: nodes.section) -> str:
        """Return the text of a heading that begins the body: many pages have their title there."""
        below = next(iter(section.children[1:]), None)
        return plain_text(below[0]).strip() if isinstance(below, nodes.section) else ""

    def update_section_level_state(self, section: nodes.section, level: int) -> None:
        """Put the section below the nearest one of a lower level; Hugo lets levels skip."""
        parent_level = max(known for known in self._level_to_section if known < level)
        self._level_to_section[parent_level].append(section)
        self._level_to_section = {
            known: node for known, node in self._level_to_section.items() if known < level
        }
        self._level_to_section[level] = section

    def rank_of(self, level: int) -> int:
        """Return the rank, 1 to 6, that a heading of a Markdown level has where it stands.

        A section would have the same: what counts is how many are open around it.
        """
        return min(sum(known < level for known in self._level_to_section) + 1, 6)

    def warn(self, kind: Kind, message: str, line: int | None) -> None:
        """Report a problem of this page; an example may name what is not there."""
        if not self.state.is_example:
            warn(kind, message, self.state.filename, line)

    # -- text within text --------------------------------------------------------------------------

    def render_markup(
        self, markup: Markup, shortcode: Shortcode | None = None, *, apart: bool = True
    ) -> list[nodes.Node]:
        """Render a piece of this page, Markdown or (with tags, in an HTML file) HTML, to block nodes.

        :param apart: it may not refer to the footnotes of the page.
        """
        holder = nodes.container()
        # Text that a shortcode composed has no calls in it, even if it looks like a placeholder:
        # answering that one could come back here for ever.
        with self._within(Frame(markup.reduced, shortcode), holder):
            env = self._nested_env(markup.line_map)
            self._texts += 1
            env[FOOTNOTES] = footnotes_of(self.md_env).within(self._texts, apart=apart)
            if self.state.page.is_html and _TAG.search(markup.text):
                self._render_tokens([html_token(markup.text)])
            else:
                self._render_tokens(self.md.parse(markup.text + "\n", env))
            self._take_problems(env)
        return detached(holder)

    def render_source(self, text: str, pack: str, line: int) -> list[nodes.Node]:
        """Render an example: its calls are answered by one pack, and what they miss is not reported."""
        usual = self.state
        self.state = replace(usual, wing=usual.wing.of_pack(pack), is_example=True)
        try:
            calls = parse_calls(
                text, takes_inner=self.state.wing.takes_inner, first_line=line, generated=True
            )
            reduced = reduce_body(
                calls, expand=self.state.expand, takes_inner=self.state.wing.takes_inner
            )
            found = self.render_markup(Markup(reduced.text, reduced.line_map, reduced))
        finally:
            self.state = usual
        for node in found:
            for reference in node.findall(addnodes.pending_xref):
                reference["hugo_example"] = True
        return found

    def render_line(self, text: str) -> list[nodes.Node]:
        """Render one line of Markdown, which has no calls in it, to inline nodes."""
        return self.render_phrase(Markup(text, ()))

    def render_phrase(self, markup: Markup, shortcode: Shortcode | None = None) -> list[nodes.Node]:
        """Render Markdown that stands in a line to inline nodes."""
        holder = nodes.inline()
        with self._within(Frame(markup.reduced, shortcode), holder):
            env = self._nested_env(markup.line_map)
            self._render_tokens(self.md.parseInline(markup.text, env))
            self._take_problems(env)
        return detached(holder)

    def render_html(
        self,
        source: Reduced,
        line: int,
        shortcode: Shortcode,
        *,
        inline: bool,
        verbatim: bool = False,
    ) -> list[nodes.Node]:
        """Return HTML with placeholders as raw nodes around what the calls in it answer."""
        with self._within(Frame(source, shortcode), nodes.container()):
            return html_nodes(
                source.text,
                line,
                self,
                inline=inline,
                verbatim=verbatim,
                template=shortcode.call.name,
            )

    def nested_render_text(
        self,
        text: str,
        lineno: int,
        inline: bool = False,
        temp_root_node: nodes.Element | None = None,
        heading_offset: int = 0,
    ) -> None:
        """Render what a directive asks for; its placeholders are slots or calls of this page."""
        line_map = range(lineno + 1, lineno + 2 + text.count("\n"))
        env = {
            "line_map": line_map,
            "shortcodes": self._placeholders(),
            "references": {},
            AROUND: self.frame.references,
        }
        outer = {key: self.md_env.get(key) for key in env}
        self.md_env.update(env)
        try:
            super().nested_render_text(text, 0, inline, temp_root_node, heading_offset)
        finally:
            self.md_env.update(outer)

    def run_directive(
        self, name: str, first_line: str, content: str, position: int, *args: Any, **kwargs: Any
    ) -> list[nodes.Element]:
        """Run a directive, unless it would reach out of the site or write HTML past us."""
        first_line = self.restored(first_line)
        content = restore_options(content, self.restored)
        reason = why_directive_is_refused(
            self.state.state, self.sphinx_env, name, first_line, content
        )
        if self._depth >= MAX_DIRECTIVES:
            reason = (
                f"directives stand in one another more than {MAX_DIRECTIVES} deep; the rest is shown "
                "as text."
            )
        if not reason:
            self._depth += 1
            try:
                if writes_rst(name):
                    return run_as_rst(self, name, first_line, content, position)  # type: ignore[return-value]
                found = super().run_directive(name, first_line, content, position, *args, **kwargs)
                if self.has_calls(content):
                    restore_nodes(found, self.restored)
                return found
            finally:
                self._depth -= 1
        self.warn(Kind.MARKDOWN, reason, position)
        text = self.restored(f"{first_line}\n{content}").strip("\n")
        shown = nodes.literal_block(text, text, language="text")
        shown.source, shown.line = str(self.state.filename), position
        return [shown]

    @contextmanager
    def _within(self, frame: Frame, holder: nodes.Element) -> Iterator[None]:
        current, sections, line = (
            self.current_node,
            self._level_to_section,
            self.document.current_line,
        )
        self._frames.append(frame)
        self.current_node = holder
        try:
            yield
        finally:
            self._frames.pop()
            self.current_node, self._level_to_section = current, sections
            self.document.current_line = line

    def _nested_env(self, line_map: Sequence[int]) -> MutableMapping[str, Any]:
        env = dict(self.md_env)
        around, frame = self._frames[-2:]
        env["references"] = frame.references
        env[AROUND] = around.lent(self.text_of)
        env["shortcodes"] = self._placeholders()
        env["line_map"] = line_map
        env["problems"] = []
        return env

    def _placeholders(self) -> re.Pattern[str]:
        reduced = self.frame.reduced
        return placeholder_pattern(reduced.marker if reduced else None, self.state.slot_marker)

    def _take_problems(self, env: MutableMapping[str, Any]) -> None:
        self.md_env["problems"].extend(env["problems"])

    # -- shortcodes --------------------------------------------------------------------------------

    def slot(self, ready: list[nodes.Node]) -> str:
        """Keep ready-made nodes and return the placeholder for them, one line of Markdown."""
        self._slots.append(ready)
        return f"{self.state.slot_marker}{len(self._slots) - 1}x"

    def render_shortcode(self, token: SyntaxTreeNode) -> None:
        """Put the answer of a call into running text."""
        self.current_node.extend(self.answer_of(token, inline=True))

    def answer_of(self, token: SyntaxTreeNode, *, inline: bool) -> list[nodes.Node]:
        """Return the nodes for the call, or the ready-made ones, that a placeholder stands for."""
        number = token.meta["index"]
        if token.content.startswith(self.state.slot_marker):
            if number >= len(self._slots):  # text of a file that looks like a placeholder
                return [nodes.Text(token.content)]
            ready, self._slots[number] = self._slots[number], []
            return ready
        reduced = self.frame.reduced
        if reduced is None or number >= len(reduced.calls):
            return [nodes.Text(token.content)]
        return self.answer(reduced.calls[number], inline=inline)

    def context(
        self, call: ShortcodeCall, *, inline: bool = True, verbatim: bool = False
    ) -> CallContext:
        """Return what a call may ask of the page, where it stands now."""
        parent = self.frame.shortcode
        return CallContext(self, call, inline=inline, parent=parent, verbatim=verbatim)

    def answer(
        self, call: ShortcodeCall, *, inline: bool, verbatim: bool = False
    ) -> list[nodes.Node]:
        """Return the nodes for a call."""
        context = self.context(call, inline=inline, verbatim=verbatim)
        found = self.state.wing.answer_nodes(call, context)
        for node in found:
            if isinstance(node, nodes.Element):
                node.source, node.line = str(self.state.filename), call.line
                settle_links(node)
        return found

    def unique_id(self, prefix: str) -> str:
        """Return an id that nothing in the document has, by counting."""
        while True:
            self._numbers[prefix] += 1
            name = f"{prefix}-{self._numbers[prefix]}"
            if name not in self.document.ids:
                return name

    def note_dependency(self, filename: Path) -> None:
        """Read the page again when a file changes."""
        self.sphinx_env.note_dependency(filename)

    def takes(self, question: Question) -> None:
        """Read the page again when the answer to a question about the site is another one."""
        taken = self.sphinx_env.get_domain("hugo").data["taken"].setdefault(self.state.docname, {})
        taken[question] = self.state.state.answers.answer(question)

    def text_of(self, call: ShortcodeCall, *, verbatim: bool = False) -> str:
        """Return the characters for a call, where only characters fit."""
        return self.state.wing.answer_text(call, self.context(call, verbatim=verbatim))

    def restored(self, text: str, *, verbatim: bool = False) -> str:
        """Replace the placeholders in text that Markdown does not look into."""
        reduced = self.frame.reduced
        if reduced is None or reduced.marker not in text:
            return text
        return reduced.restore(text, partial(self.text_of, verbatim=verbatim))

    def has_calls(self, text: str) -> bool:
        """Tell whether there are placeholders of shortcodes in a text."""
        reduced = self.frame.reduced
        return reduced is not None and reduced.marker in text


def html_token(text: str) -> Token:
    """Return the token for text that is all HTML."""
    lines = [0, text.count("\n") + 1]
    return Token("html_block", "", 0, content=text, map=lines, block=True)


def _as_written(call: ShortcodeCall) -> str:
    start, end = call.span
    return call.source[start:end]
