"""Spans: links, images, raw HTML, struck and marked text, mathematics."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from sphinx_hugo.domain.crossrefs import pending_reference, without_links
from sphinx_hugo.hugo.addresses.addresscheck import runs_script
from sphinx_hugo.hugo.problems import Kind
from sphinx_hugo.hugo.references.links import LinkKind, resolve_link
from sphinx_hugo.markdown.rules.headings import plain_text
from sphinx_hugo.nodes.imagetitles import titled_image
from sphinx_hugo.nodes.pagenodes import html_block
from sphinx_hugo.rendering.attributes import AttributeRules
from sphinx_hugo.rendering.flow import detached, is_inline, line_of, only_call
from sphinx_hugo.rendering.html import html_nodes
from sphinx_hugo.rendering.phrases import as_phrase

if TYPE_CHECKING:
    from markdown_it.tree import SyntaxTreeNode


class SpanRules(AttributeRules):
    """The rules for inline tokens, and for raw HTML of both kinds."""

    def render_text(self, token: SyntaxTreeNode) -> None:
        """Write text; that of a bare address may have shortcodes in it."""
        self.current_node.append(nodes.Text(self.restored(token.content)))

    def render_link(self, token: SyntaxTreeNode) -> None:
        """Render a link; whatever leads into the site is checked when the page is written."""
        if str(token.attrs.get("href")).startswith("inv:"):
            self._link_to_project(token)
            return
        holder = nodes.inline()
        with self.current_node_context(holder):
            self.render_children(token)
        children = [
            as_phrase(child) if isinstance(child, html_block) else child
            for child in detached(holder)
        ]
        destination = str(token.attrs.get("href") or "")
        title = self.restored(str(token.attrs.get("title") or ""))
        if not any(isinstance(child, nodes.Element) and not is_inline(child) for child in children):
            node = self.link(destination, children, line_of(token), title)
            node.source, node.line = str(self.state.filename), line_of(token)
            self.current_node.append(node)
        else:  # a shortcode answered with blocks: they cannot stand in a link
            self.current_node.extend(children)

    def _link_to_project(self, token: SyntaxTreeNode) -> None:
        """Render MyST's ``inv:project#name``, which leads to what another project documents."""
        before = len(self.current_node)
        token.attrs["href"] = self.restored(str(token.attrs["href"]))
        self.render_link_inventory(token)
        if not any(isinstance(node, nodes.reference) for node in self.current_node[before:]):
            self.render_children(token)  # MyST has warned, and would lose the words

    def render_myst_role(self, token: SyntaxTreeNode) -> None:
        """Render a role, which is told characters."""
        if self.has_calls(token.content):
            (role,) = token.to_tokens()
            role.content = self.restored(role.content)
        super().render_myst_role(token)

    def link(
        self, destination: str, children: list[nodes.Node], line: int, title: str = ""
    ) -> nodes.Element:
        """Return a link to a destination as it stands in the source, placeholders and all."""
        reduced = self.frame.reduced
        if reduced is not None and reduced.marker in destination:
            call = only_call(reduced, destination)
            if call is not None:
                answer = self.state.wing.answer_reference(call, self.context(call), children, title)
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
            node.extend(without_links(children))
            return node
        return pending_reference(
            "link", destination, children, docname=self.state.docname, title=title
        )

    def render_image(self, token: SyntaxTreeNode) -> None:
        """Render an image, found where Hugo and a browser would find it."""
        source = self.restored(str(token.attrs.get("src") or ""))
        alt = self.restored(plain_text(token.to_tokens()[0].children or []))
        title = self.restored(str(token.attrs.get("title") or ""))
        node = self.image(source, alt, line_of(token), title=title)
        self.copy_attributes(token, node)
        self.current_node.append(node)

    def image(self, source: str, alt: str | None, line: int, *, title: str = "") -> nodes.Element:
        """Return an image node; what is not there warns and leaves its text."""
        site = self.state.state.documents.site
        result = resolve_link(site, source, self.state.page)
        self.takes(("link", source, self.state.page.path))
        node = titled_image(uri=source, title=title) if title else nodes.image(uri=source)
        if alt is not None:
            node["alt"] = alt
        node.source, node.line = str(self.state.filename), line
        if result.kind in {LinkKind.RESOURCE, LinkKind.STATIC} and result.filename is not None:
            node["uri"] = self.state.wing.source_uri(result.filename)
            return node
        if result.kind is LinkKind.EXTERNAL and not runs_script(source):
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

    def render_softbreak(self, token: SyntaxTreeNode) -> None:
        """End a line as it ends in the source, where the site says so (``hardWraps``)."""
        if self.md.options["breaks"]:
            self.render_hardbreak(token)
        else:
            super().render_softbreak(token)

    def render_html_block(self, token: SyntaxTreeNode) -> None:
        """Keep raw HTML, with its links checked and the shortcodes in it answered."""
        self.current_node.extend(html_nodes(token.content, line_of(token), self, inline=False))

    def render_html_inline(self, token: SyntaxTreeNode) -> None:
        """Keep an HTML tag in running text."""
        self.current_node.extend(html_nodes(token.content, line_of(token), self, inline=True))

    def render_html_omitted(self, token: SyntaxTreeNode) -> None:
        """Leave out what Hugo leaves out; the parser has reported it."""

    def render_html_omitted_block(self, token: SyntaxTreeNode) -> None:
        """Leave out what Hugo leaves out; the parser has reported it."""

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
        text = self.restored(token.content, verbatim=True).strip("\n")
        node = nodes.math_block(text, text, nowrap=False, number=None, label=None)
        self.add_line_and_source_path(node, token)
        self.current_node.append(node)
