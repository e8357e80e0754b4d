"""Tokens to nodes: MyST's renderer, taught what Goldmark and Hugo mean."""

from __future__ import annotations

from collections import Counter
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from docutils import nodes
from pygments.lexers import get_lexer_by_name
from pygments.util import ClassNotFound
from sphinx import addnodes

from sphinx_hugo._myst import SphinxRenderer, keep_footnote_settings, known_directive
from sphinx_hugo.context import CallContext
from sphinx_hugo.diagnostics import warn
from sphinx_hugo.domain import pending_reference
from sphinx_hugo.html_blocks import html_nodes
from sphinx_hugo.hugo.links import LinkKind, resolve_link
from sphinx_hugo.hugo.problems import Kind
from sphinx_hugo.pagenodes import rule, unseen_title
from sphinx_hugo.shortcodes.components import dropdown
from sphinx_hugo.titles import title_nodes
from sphinx_hugo.wing import placeholder_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator, MutableMapping, Sequence
    from pathlib import Path

    from markdown_it.tree import SyntaxTreeNode

    from sphinx_hugo.hugo.calls import ShortcodeCall
    from sphinx_hugo.hugo.reduce import Reduced
    from sphinx_hugo.reading import PageState
    from sphinx_hugo.shortcodes.base import Markup, Shortcode

ADMONITIONS: dict[str, type[nodes.Element]] = {
    "attention": nodes.attention,
    "caution": nodes.caution,
    "danger": nodes.danger,
    "error": nodes.error,
    "hint": nodes.hint,
    "important": nodes.important,
    "note": nodes.note,
    "tip": nodes.tip,
    "warning": nodes.warning,
}


@dataclass(slots=True)
class Frame:
    """The text that is being rendered, and the shortcode around it."""

    reduced: Reduced | None
    shortcode: Shortcode | None


class HugoRenderer(SphinxRenderer):
    """Renders one page at a time; :meth:`begin` says which."""

    state: PageState

    def begin(self, state: PageState) -> None:
        """Get ready for a page."""
        self.state = state
        self._frames = [Frame(None, None)]
        self._slots: list[list[nodes.Node]] = []
        self._numbers: Counter[str] = Counter()

    @property
    def frame(self) -> Frame:
        """The text that is being rendered now."""
        return self._frames[-1]

    # -- the page as a whole -----------------------------------------------------------------

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
        return below[0].astext().strip() if isinstance(below, nodes.section) else ""

    def update_section_level_state(self, section: nodes.section, level: int) -> None:
        """Put the section below the nearest one of a lower level; Hugo lets levels skip."""
        parent_level = max(known for known in self._level_to_section if known < level)
        self._level_to_section[parent_level].append(section)
        self._level_to_section = {
            known: node for known, node in self._level_to_section.items() if known < level
        }
        self._level_to_section[level] = section

    def warn(self, kind: Kind, message: str, line: int | None) -> None:
        """Report a problem of this page."""
        warn(kind, message, self.state.filename, line)

    # -- text within text --------------------------------------------------------------------

    def render_markup(self, markup: Markup, shortcode: Shortcode | None = None) -> list[nodes.Node]:
        """Render a piece of Markdown of this page to block nodes."""
        holder = nodes.container()
        reduced = markup.reduced or self.frame.reduced
        with self._within(Frame(reduced, shortcode), holder):
            env = self._nested_env(reduced, markup.line_map)
            self._render_tokens(self.md.parse(markup.text + "\n", env))
            self._take_problems(env)
        return _detached(holder)

    def render_line(self, text: str, shortcode: Shortcode | None = None) -> list[nodes.Node]:
        """Render one line of Markdown to inline nodes."""
        holder = nodes.inline()
        frame = Frame(self.frame.reduced, shortcode)
        with self._within(frame, holder):
            env = self._nested_env(frame.reduced, ())
            self._render_tokens(self.md.parseInline(text, env))
            self._take_problems(env)
        return _detached(holder)

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
        outer = {key: self.md_env.get(key) for key in ("line_map", "shortcodes")}
        env = self._nested_env(self.frame.reduced, line_map)
        self.md_env.update({key: env.get(key) for key in outer})
        try:
            super().nested_render_text(text, 0, inline, temp_root_node, heading_offset)
        finally:
            self.md_env.update(outer)

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

    def _nested_env(
        self, reduced: Reduced | None, line_map: Sequence[int]
    ) -> MutableMapping[str, Any]:
        env = dict(self.md_env)
        env["shortcodes"] = placeholder_pattern(
            reduced.marker if reduced else None, self.state.slot_marker
        )
        env["line_map"] = line_map
        env["problems"] = []
        return env

    def _take_problems(self, env: MutableMapping[str, Any]) -> None:
        self.md_env["problems"].extend(env["problems"])

    # -- shortcodes --------------------------------------------------------------------------

    def slot(self, ready: list[nodes.Node]) -> str:
        """Keep ready-made nodes and return the placeholder for them, one line of Markdown."""
        self._slots.append(ready)
        return f"{self.state.slot_marker}{len(self._slots) - 1}x"

    def render_shortcode(self, token: SyntaxTreeNode) -> None:
        """Put the answer of a call into running text."""
        self._answer(token, inline=True)

    def render_shortcode_block(self, token: SyntaxTreeNode) -> None:
        """Put the answer of a call that stands by itself between the blocks."""
        found = self._collect(token, inline=False)
        self.current_node.extend(_as_blocks(found, token, self))

    def _answer(self, token: SyntaxTreeNode, *, inline: bool) -> None:
        self.current_node.extend(self._collect(token, inline=inline))

    def _collect(self, token: SyntaxTreeNode, *, inline: bool) -> list[nodes.Node]:
        number = token.meta["index"]
        if token.content.startswith(self.state.slot_marker):
            ready, self._slots[number] = self._slots[number], []
            return ready
        reduced = self.frame.reduced
        assert reduced is not None
        return self.answer(reduced.calls[number], inline=inline)

    def context(self, call: ShortcodeCall, *, inline: bool = True) -> CallContext:
        """Return what a call may ask of the page, where it stands now."""
        return CallContext(self, call, inline=inline, parent=self.frame.shortcode)

    def answer(self, call: ShortcodeCall, *, inline: bool) -> list[nodes.Node]:
        """Return the nodes for a call."""
        found = self.state.wing.nodes(call, self.context(call, inline=inline))
        for node in found:
            if isinstance(node, nodes.Element):
                node.source, node.line = str(self.state.filename), call.line
                _settle_links(node)
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

    def text_of(self, call: ShortcodeCall) -> str:
        """Return the characters for a call, where only characters fit."""
        return self.state.wing.text(call, self.context(call))

    def restored(self, text: str) -> str:
        """Replace the placeholders in text that Markdown does not look into."""
        reduced = self.frame.reduced
        if reduced is None or reduced.marker not in text:
            return text
        return reduced.restore(text, self.text_of)

    # -- blocks ------------------------------------------------------------------------------

    def render_paragraph(self, token: SyntaxTreeNode) -> None:
        """Render a paragraph; where a shortcode answered with blocks, it ends before them."""
        holder = nodes.paragraph(token.children[0].content if token.children else "")
        self.copy_attributes(token, holder, keys=("class",))
        self.add_line_and_source_path(holder, token)
        with self.current_node_context(holder):
            self.render_children(token)
        if all(_is_inline(child) for child in holder):
            if len(holder):
                self.current_node.append(holder)
            return
        children = _detached(holder)
        self.current_node.extend(_as_blocks(children, token, self))

    def render_heading(self, token: SyntaxTreeNode) -> None:
        """Open a section with Hugo's id; inside other blocks a heading is a rubric."""
        level = int(token.tag[1]) + self._heading_offset
        source = token.children[0].content if token.children else ""
        sections = isinstance(self.current_node, nodes.section | nodes.document)
        if sections or self.current_node is self.md_env.get("temp_root_node"):
            section = nodes.section()
            self.add_line_and_source_path(section, token)
            self.update_section_level_state(section, level)
            holder: nodes.Element = nodes.title(source)
            section += holder
            target: nodes.Element = section
        else:
            holder = target = nodes.rubric(source, "", **{"heading-level": min(level + 1, 6)})
            self.current_node.append(target)
        self.add_line_and_source_path(holder, token)
        self.copy_attributes(token, target, keys=("class",))
        with self.current_node_context(holder):
            self.render_children(token)
        _flatten(holder)
        if not len(holder):
            holder += nodes.Text("\N{ZERO WIDTH SPACE}")
        self._give_id(target, str(token.attrs.get("id") or ""))
        if sections:
            self.current_node = target

    def _give_id(self, node: nodes.Element, name: str) -> None:
        if name and name not in self.document.ids:
            node["ids"].append(name)
            self.document.ids[name] = node
            return
        if name:
            number = 1
            while f"{name}-{number}" in self.document.ids:
                number += 1
            self._give_id(node, f"{name}-{number}")
            return
        self.document.set_id(node)

    def render_hr(self, token: SyntaxTreeNode) -> None:
        """Draw a rule; a docutils transition may not stand everywhere."""
        node = rule()
        self.add_line_and_source_path(node, token)
        self.current_node.append(node)

    def render_table(self, token: SyntaxTreeNode) -> None:
        """Render a table; its cells may hold what shortcodes answer."""
        super().render_table(token)
        for entry in self.current_node[-1].findall(nodes.entry):
            if all(_is_inline(child) for cell in entry for child in cell.children):
                continue
            children = [child for cell in entry for child in _detached(cell)]
            entry.clear()
            entry.extend(_as_blocks(children, token, self))

    def render_dl(self, token: SyntaxTreeNode) -> None:
        """Render a definition list, in which Goldmark may have several terms to a definition."""
        super().render_dl(token)
        for item in self.current_node[-1].findall(nodes.definition_list_item):
            if not any(isinstance(child, nodes.definition) for child in item):
                item.append(nodes.definition("", nodes.paragraph()))

    def render_alert(self, token: SyntaxTreeNode) -> None:
        """Render ``> [!NOTE]``: an admonition, a dropdown if it folds."""
        kind, sign = token.meta["kind"], token.meta["sign"]
        title: list[nodes.Node] = []
        body = []
        for child in token.children or []:
            if child.type == "alert_title":
                holder = nodes.inline()
                with self.current_node_context(holder):
                    self.render_children(child)
                title = _detached(holder)
            else:
                body.append(child)
        holder = nodes.container()
        with self.current_node_context(holder):
            for child in body:
                self.rules[f"render_{child.type}"](child)
        self.current_node.extend(self.admonition(kind, title, _detached(holder), sign, token))

    def admonition(
        self,
        kind: str,
        title: list[nodes.Node],
        body: list[nodes.Node],
        sign: str,
        token: SyntaxTreeNode,
    ) -> list[nodes.Node]:
        """Compose an admonition of a kind, with an own title if there is one."""
        if sign:
            label = title or [nodes.Text(kind.capitalize())]
            return [
                dropdown(label, body, is_open=sign == "+", classes=[f"hugo-{nodes.make_id(kind)}"])
            ]
        known = ADMONITIONS.get(kind)
        if known is not None and not title:
            node: nodes.Element = known("", *body)
        else:
            heading = nodes.title("", "", *(title or [nodes.Text(kind.capitalize())]))
            css = kind if known is not None else nodes.make_id(kind)
            node = nodes.admonition("", heading, *body, classes=[css] if css else [])
        self.add_line_and_source_path(node, token)
        return [node]

    def render_alert_title(self, token: SyntaxTreeNode) -> None:
        """Titles are taken out by :meth:`render_alert`."""

    # -- code --------------------------------------------------------------------------------

    def render_emoji(self, token: SyntaxTreeNode) -> None:
        """Write the characters of an emoji."""
        self.current_node.append(nodes.Text(token.content))

    def render_summary_divider(self, token: SyntaxTreeNode) -> None:
        """Leave out the mark that ends the summary."""

    def render_code_block(self, token: SyntaxTreeNode) -> None:
        """Render indented code, which has no language."""
        self.current_node.append(self._code(token, "", {}))

    def render_fence(self, token: SyntaxTreeNode) -> None:
        """Render fenced code, or the directive that its braces name."""
        if token.meta.get("directive"):
            self._run_fence_directive(token)
            return
        language = token.info.strip()
        if language.lower() == "mermaid" and known_directive(
            "mermaid", self.language_module_rst, self.document
        ):
            self.current_node.extend(
                self.run_directive("mermaid", "", self.restored(token.content), _line(token))
            )
            return
        self.current_node.append(self._code(token, language, token.meta.get("attributes") or {}))

    def _run_fence_directive(self, token: SyntaxTreeNode) -> None:
        name, _, argument = token.info.strip().partition("}")
        self.current_node.extend(
            self.run_directive(
                name.lstrip("{").strip(), argument.strip(), token.content, _line(token)
            )
        )

    def _code(
        self, token: SyntaxTreeNode, language: str, attributes: dict[str, Any]
    ) -> nodes.literal_block:
        text = self.restored(token.content)
        node = code_block(text, language, attributes)
        self.add_line_and_source_path(node, token)
        return node

    def render_code_inline(self, token: SyntaxTreeNode) -> None:
        """Render a code span."""
        text = self.restored(token.content)
        node = nodes.literal(text, text)
        self.add_line_and_source_path(node, token)
        self.current_node.append(node)

    # -- links, images, HTML -----------------------------------------------------------------

    def render_link(self, token: SyntaxTreeNode) -> None:
        """Render a link; whatever leads into the site is checked when the page is written."""
        holder = nodes.inline()
        with self.current_node_context(holder):
            self.render_children(token)
        children = _detached(holder)
        destination = str(token.attrs.get("href") or "")
        title = str(token.attrs.get("title") or "")
        if not any(
            isinstance(child, nodes.Element) and not _is_inline(child) for child in children
        ):
            node = self.link(destination, children, _line(token), title)
            node.source, node.line = str(self.state.filename), _line(token)
            self.current_node.append(node)
        else:  # a shortcode answered with blocks: they cannot stand in a link
            self.current_node.extend(children)

    def link(
        self, destination: str, children: list[nodes.Node], line: int, title: str = ""
    ) -> nodes.Element:
        """Return a link to a destination as it stands in the source, placeholders and all."""
        reduced = self.frame.reduced
        if reduced is not None and reduced.marker in destination:
            call = _only_call(reduced, destination)
            if call is not None:
                answer = self.state.wing.reference(call, self.context(call), children, title)
                if answer is not None:
                    return answer
            destination = self.restored(destination)
        return self.plain_link(destination, children, title)

    def plain_link(
        self, destination: str, children: list[nodes.Node], title: str = ""
    ) -> nodes.Element:
        """Return a link to a destination without placeholders."""
        site = self.state.state.documents.site
        if resolve_link(site, destination, self.state.page).kind is LinkKind.EXTERNAL:
            node = nodes.reference("", "", refuri=destination)
            if title:
                node["reftitle"] = title
            node.extend(children)
            return node
        return pending_reference(
            "link", destination, children, docname=self.state.docname, title=title
        )

    def render_image(self, token: SyntaxTreeNode) -> None:
        """Render an image, found where Hugo and a browser would find it."""
        source = self.restored(str(token.attrs.get("src") or ""))
        alt = self.restored(self.renderInlineAsText(token.children or []))
        node = self.image(source, alt, _line(token), title=str(token.attrs.get("title") or ""))
        self.copy_attributes(token, node, keys=("class",))
        self.current_node.append(node)

    def image(self, source: str, alt: str | None, line: int, *, title: str = "") -> nodes.Element:
        """Return an image node; what is not there warns and leaves its text."""
        site = self.state.state.documents.site
        result = resolve_link(site, source, self.state.page)
        node = nodes.image(uri=source)
        if alt is not None:
            node["alt"] = alt
        if title:
            node["title"] = title
        node.source, node.line = str(self.state.filename), line
        if result.kind in {LinkKind.RESOURCE, LinkKind.STATIC} and result.filename is not None:
            node["uri"] = self.state.wing.source_uri(result.filename)
            return node
        if result.kind is LinkKind.EXTERNAL:
            return node
        self.warn(
            Kind.RESOURCE,
            result.problem_text
            or f"image '{source}' is not a file of this site; "
            "put it beside the page, or below static/ and write its path from there.",
            line,
        )
        missing = nodes.inline(alt or source, alt or source, classes=["hugo-missing-image"])
        missing.source, missing.line = str(self.state.filename), line
        return missing

    def render_html_block(self, token: SyntaxTreeNode) -> None:
        """Keep raw HTML, with its links checked and the shortcodes in it answered."""
        self.current_node.extend(html_nodes(token.content, _line(token), self, inline=False))

    def render_html_inline(self, token: SyntaxTreeNode) -> None:
        """Keep an HTML tag in running text."""
        self.current_node.extend(html_nodes(token.content, _line(token), self, inline=True))

    def render_html_omitted(self, token: SyntaxTreeNode) -> None:
        """Leave out what Hugo leaves out; the parser has reported it."""

    def render_html_omitted_block(self, token: SyntaxTreeNode) -> None:
        """Leave out what Hugo leaves out; the parser has reported it."""

    # -- spans -------------------------------------------------------------------------------

    def render_s(self, token: SyntaxTreeNode) -> None:
        """Render struck text."""
        self._span(token, nodes.inline(classes=["hugo-del"]), "del")

    def render_ins(self, token: SyntaxTreeNode) -> None:
        """Render inserted text."""
        self._span(token, nodes.inline(classes=["hugo-ins"]), "ins")

    def render_mark(self, token: SyntaxTreeNode) -> None:
        """Render marked text."""
        self._span(token, nodes.inline(classes=["hugo-mark"]), "mark")

    def render_sub(self, token: SyntaxTreeNode) -> None:
        """Render a subscript."""
        self._span(token, nodes.subscript())

    def render_sup(self, token: SyntaxTreeNode) -> None:
        """Render a superscript."""
        self._span(token, nodes.superscript())

    def _span(self, token: SyntaxTreeNode, node: nodes.Element, tag: str = "") -> None:
        self.add_line_and_source_path(node, token)
        with self.current_node_context(node, append=True):
            if tag:
                self.current_node.append(nodes.raw("", f"<{tag}>", format="html"))
            self.render_children(token)
            if tag:
                self.current_node.append(nodes.raw("", f"</{tag}>", format="html"))

    def render_math_inline(self, token: SyntaxTreeNode) -> None:
        """Render mathematics in a line."""
        text = self.restored(token.content)
        self.current_node.append(nodes.math(text, text))

    def render_math_block(self, token: SyntaxTreeNode) -> None:
        """Render mathematics that stands by itself."""
        text = self.restored(token.content).strip("\n")
        node = nodes.math_block(text, text, nowrap=False, number=None, label=None)
        self.add_line_and_source_path(node, token)
        self.current_node.append(node)

    # -- footnotes ---------------------------------------------------------------------------

    def render_footnote_ref(self, token: SyntaxTreeNode) -> None:
        """Refer to a footnote by the number Goldmark gives it."""
        name = f"footnote-{token.meta['label']}".lower()
        node = nodes.footnote_reference("", str(token.meta["number"]), refname=name)
        self.add_line_and_source_path(node, token)
        self.document.note_footnote_ref(node)
        self.current_node.append(node)

    def render_footnote_reference(self, token: SyntaxTreeNode) -> None:
        """Render a footnote (MyST's name for a definition is what it refers to)."""
        name = f"footnote-{token.meta['label']}".lower()
        node = nodes.footnote("", nodes.label("", str(token.meta["number"])), names=[name])
        self.add_line_and_source_path(node, token)
        self.document.note_footnote(node)
        self.document.note_explicit_target(node, node)
        with self.current_node_context(node, append=True):
            self.render_children(token)


def code_block(text: str, language: str, attributes: dict[str, Any]) -> nodes.literal_block:
    """Return a code block with Hugo's options: line numbers, highlighted lines, title."""
    lexer = language.lower() if _has_lexer(language.lower()) else "none"
    node = nodes.literal_block(text, text, language=lexer, force=True)
    node["classes"].extend(str(attributes.get("class") or "").split())
    options: dict[str, Any] = {}
    if attributes.get("hl_lines"):
        count = text.count("\n") + 1
        options["hl_lines"] = [line for line in sorted(attributes["hl_lines"]) if line <= count]
    if attributes.get("linenos") not in {None, False, "false"}:
        node["linenos"] = True
        if attributes.get("linenostart") not in {None, 1}:
            options["linenostart"] = attributes["linenostart"]
    if options:
        node["highlight_args"] = options
    return node


_LEXERS: dict[str, bool] = {"": False, "none": False, "text": True}


def _has_lexer(language: str) -> bool:
    known = _LEXERS.get(language)
    if known is None:
        try:
            get_lexer_by_name(language)
            known = True
        except ClassNotFound:
            known = False
        _LEXERS[language] = known
    return known


def _line(token: SyntaxTreeNode) -> int:
    return int(token.map[0]) if token.map else 0


def _is_inline(node: nodes.Node) -> bool:
    return isinstance(node, nodes.Inline | nodes.Text)


def _detached(holder: nodes.Element) -> list[nodes.Node]:
    children = list(holder.children)
    for child in children:
        child.parent = None  # type: ignore[assignment]
    holder.children = []
    return children


def _settle_links(answer: nodes.Element) -> None:
    """Put links that stand between blocks, but for those around a picture, into paragraphs."""
    for link in list(answer.findall(_is_link)):
        if link is answer or isinstance(link.parent, nodes.TextElement):
            continue
        if len(link) == 1 and isinstance(link[0], nodes.image):
            continue
        paragraph = nodes.paragraph()
        link.replace_self(paragraph)
        paragraph += link


def _is_link(node: nodes.Node) -> bool:
    return isinstance(node, nodes.reference | addnodes.pending_xref)


def _flatten(holder: nodes.Element) -> None:
    """Turn blocks within a title into their text."""
    for index, child in enumerate(holder.children):
        if not _is_inline(child):
            text = child.astext()
            holder[index] = nodes.inline(text, text)


def _as_blocks(
    children: list[nodes.Node], token: SyntaxTreeNode, renderer: HugoRenderer
) -> list[nodes.Node]:
    """Wrap runs of inline nodes into paragraphs, and leave blocks as they are."""
    blocks: list[nodes.Node] = []
    run: list[nodes.Node] = []

    def flush() -> None:
        if any(not isinstance(node, nodes.Text) or node.strip() for node in run):
            paragraph = nodes.paragraph("", "", *run)
            renderer.add_line_and_source_path(paragraph, token)
            blocks.append(paragraph)
        run.clear()

    for child in children:
        if _is_inline(child):
            run.append(child)
        else:
            flush()
            blocks.append(child)
    flush()
    return blocks


def _only_call(reduced: Reduced, destination: str) -> ShortcodeCall | None:
    match = reduced.pattern.fullmatch(destination)
    return reduced.calls[int(match[1])] if match else None
