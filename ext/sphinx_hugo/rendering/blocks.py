"""Blocks: paragraphs, headings, tables, lists, alerts, code."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from sphinx_hugo._myst import known_directive
from sphinx_hugo.hugo.templates import Fence
from sphinx_hugo.markdown.rules.fences import OPTIONS
from sphinx_hugo.nodes.code import fenced_code, site_options
from sphinx_hugo.nodes.components import dropdown
from sphinx_hugo.nodes.notices import NODES
from sphinx_hugo.nodes.pagenodes import rule
from sphinx_hugo.rendering.attributes import AttributeRules
from sphinx_hugo.rendering.flow import as_blocks, detached, flatten, is_inline, line_of
from sphinx_hugo.site_templates.code_hooks import call_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from markdown_it.tree import SyntaxTreeNode

_BOXES = {
    is_checked: f'<input class="task-list-item-checkbox" {checked}disabled="disabled" type="checkbox">'
    for is_checked, checked in ((True, 'checked="checked" '), (False, ""))
}
"""The box of a task as MyST writes it."""


class BlockRules(AttributeRules):
    """The rules for block tokens."""

    def render_paragraph(self, token: SyntaxTreeNode) -> None:
        """Render a paragraph; where a shortcode answered with blocks, it ends before them."""
        holder = nodes.paragraph(token.children[0].content if token.children else "")
        self.add_line_and_source_path(holder, token)
        with self.current_node_context(holder):
            self.render_children(token)
        if len(holder) and all(is_inline(child) for child in holder):
            self.copy_attributes(token, holder)
            self.current_node.append(holder)
            return
        blocks = as_blocks(detached(holder), str(self.state.filename), line_of(token))
        self.current_node.extend(self.with_attributes(token, blocks))

    def render_shortcode_block(self, token: SyntaxTreeNode) -> None:
        """Put the answer of a call that stands by itself between the blocks."""
        found = self.answer_of(token, inline=False)
        blocks = as_blocks(found, str(self.state.filename), line_of(token))
        self.current_node.extend(self.with_attributes(token, blocks))

    def render_list_item(self, token: SyntaxTreeNode) -> None:
        """Render an item; its box stands in its first paragraph, or in one of its own."""
        if "checked" not in token.meta:
            super().render_list_item(token)
            return
        item = nodes.list_item()
        self.copy_attributes(token, item, keys=("class", "id"))
        self.add_line_and_source_path(item, token)
        with self.current_node_context(item, append=True):
            self.render_children(token)
        first = next(iter(item.children), None)
        if not isinstance(first, nodes.paragraph):
            first = nodes.paragraph()
            self.add_line_and_source_path(first, token)
            item.insert(0, first)
        first.insert(0, nodes.raw("", _BOXES[token.meta["checked"]], format="html"))

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
            holder = target = nodes.rubric(source, "", **{"heading-level": self.rank_of(level)})
            self.current_node.append(target)
        self.add_line_and_source_path(holder, token)
        self.copy_attributes(token, target, keys=("class",))
        with self.current_node_context(holder):
            self.render_children(token)
        flatten(holder)
        if not len(holder):
            holder += nodes.Text("\N{ZERO WIDTH SPACE}")
        name = self.attribute(token, "id")
        if name:
            self.give_id(target, name)
        else:
            self.document.set_id(target)
        if sections:
            self.current_node = target

    def render_hr(self, token: SyntaxTreeNode) -> None:
        """Draw a rule; a docutils transition may not stand everywhere."""
        node = rule()
        self.copy_attributes(token, node)
        self.add_line_and_source_path(node, token)
        self.current_node.append(node)

    def render_table(self, token: SyntaxTreeNode) -> None:
        """Render a table; its cells may hold what shortcodes answer."""
        super().render_table(token)
        for entry in self.current_node[-1].findall(nodes.entry):
            for words in entry:
                self.restore_source(words)
            if all(is_inline(child) for cell in entry for child in cell.children):
                continue
            cells = [cell for cell in entry if isinstance(cell, nodes.Element)]
            children = [child for cell in cells for child in detached(cell)]
            entry.clear()
            entry.extend(as_blocks(children, str(self.state.filename), line_of(token)))

    def render_dl(self, token: SyntaxTreeNode) -> None:
        """Render a definition list, in which Goldmark may have several terms to a definition."""
        super().render_dl(token)
        names = [
            str(child.attrs.get("id") or "") for child in token.children or [] if child.type == "dt"
        ]
        items = _items_of(self.current_node[-1])
        for name, item in zip(names, items, strict=False):
            if name:
                self.give_id(next(item.findall(nodes.term)), name)
        _share_definitions(items)

    def render_alert(self, token: SyntaxTreeNode) -> None:
        """Render ``> [!NOTE]``: an admonition, a dropdown if it folds."""
        kind, sign = token.meta["kind"], token.meta["sign"]
        title: list[nodes.Node] = []
        body = []
        for child in token.children or []:
            if child.type == "alert_title":
                words = nodes.inline()
                with self.current_node_context(words):
                    self.render_children(child)
                title = detached(words)
            else:
                body.append(child)
        holder = nodes.container()
        with self.current_node_context(holder):
            for child in body:
                self.rules[f"render_{child.type}"](child)
        self.current_node.extend(self.admonition(kind, title, detached(holder), sign, token))

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
            names = [f"hugo-{nodes.make_id(kind)}", *self.attribute(token, "class").split()]
            folded = dropdown(label, body, is_open=sign == "+", classes=names)
            self.give_id(folded.children[0], self.attribute(token, "id"))  # type: ignore[arg-type]
            return [folded]
        known = NODES.get(kind)
        if known is not None and not title:
            node: nodes.Element = known("", *body)
        else:
            heading = nodes.title("", "", *(title or [nodes.Text(kind.capitalize())]))
            css = kind if known is not None else nodes.make_id(kind)
            node = nodes.admonition("", heading, *body, classes=[css] if css else [])
        self.add_line_and_source_path(node, token)
        self.copy_attributes(token, node)
        return [node]

    def render_alert_title(self, token: SyntaxTreeNode) -> None:
        """Titles are taken out by :meth:`render_alert`."""

    def render_emoji(self, token: SyntaxTreeNode) -> None:
        """Write the characters of an emoji."""
        self.current_node.append(nodes.Text(token.content))

    def render_summary_divider(self, token: SyntaxTreeNode) -> None:
        """Leave out the mark that ends the summary."""

    def render_code_block(self, token: SyntaxTreeNode) -> None:
        """Render indented code, which has no language."""
        self._listings += 1
        self.current_node.append(self._code(token, "", {}))

    def render_fence(self, token: SyntaxTreeNode) -> None:
        """Render fenced code, or the directive that its braces name."""
        if token.meta.get("directive"):
            self._run_fence_directive(token)
            return
        language = self.restored(token.info).strip()
        given = token.meta.get("attributes") or {}
        attributes = {
            name: self.restored(value) if isinstance(value, str) else value
            for name, value in given.items()
        }
        if language.lower() == "mermaid" and known_directive("mermaid"):
            code = self.restored(token.content, verbatim=True)
            self.current_node.extend(self.target(str(attributes.get("id") or "")))
            self.current_node.extend(self.run_directive("mermaid", "", code, line_of(token)))
            return
        self.current_node.extend(
            self._hooked(token, language, attributes) or [self._code(token, language, attributes)]
        )

    def _hooked(
        self, token: SyntaxTreeNode, language: str, attributes: Mapping[str, object]
    ) -> list[nodes.Node]:
        """Return what the site's render hook shows for code in a language of its own."""
        number, self._listings = self._listings, self._listings + 1
        hook = self.state.wing.code_hook(language, self.state.page)
        if hook is None:
            return []
        fence = Fence(
            language,
            self.restored(token.content, verbatim=True).removesuffix("\n"),
            {name: value for name, value in attributes.items() if name not in OPTIONS},
            {name: value for name, value in attributes.items() if name in OPTIONS},
            number,
        )
        call = call_of(language, line_of(token))
        return hook.to_nodes(fence, self.context(call, inline=False)) or []

    def _run_fence_directive(self, token: SyntaxTreeNode) -> None:
        name, _, argument = token.info.strip().partition("}")
        self.current_node.extend(
            self.run_directive(
                name.lstrip("{").strip(), argument.strip(), token.content, line_of(token)
            )
        )

    def _code(
        self, token: SyntaxTreeNode, language: str, attributes: Mapping[str, object]
    ) -> nodes.Element:
        lines = attributes.get("hl_lines")
        options = site_options(self.state.state.documents.site.config) if language else {}
        options |= {name: str(value) for name, value in attributes.items()}
        if isinstance(lines, list | tuple | set | frozenset):
            options["hl_lines"] = " ".join(str(line) for line in sorted(lines))
        node = fenced_code(self.restored(token.content, verbatim=True), language, options)
        node["classes"].extend(str(attributes.get("class") or "").split())
        self.give_id(node, str(attributes.get("id") or ""))
        self.add_line_and_source_path(node, token)
        return node

    def render_code_inline(self, token: SyntaxTreeNode) -> None:
        """Render a code span."""
        text = self.restored(token.content)
        node = nodes.literal(text, text)
        self.add_line_and_source_path(node, token)
        self.current_node.append(node)


def _share_definitions(items: Sequence[nodes.Element]) -> None:
    """Put terms without a definition to the ones below, whose definition is theirs, too."""
    terms: list[nodes.Node] = []
    for item in items:
        if item is items[-1] or any(isinstance(child, nodes.definition) for child in item):
            item[0:0] = terms
            terms = []
        else:
            terms += detached(item)
            item.parent.remove(item)


def _items_of(definitions: nodes.Node) -> list[nodes.Element]:
    return [item for item in definitions.children if isinstance(item, nodes.definition_list_item)]
