"""Block nodes as MyST: each becomes a text of one or more lines, without a blank line around it.

Where the author's own lines say the same, they are taken.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from docutils import nodes
from sphinx import addnodes

from sphinx_hugo.eject import components, listing, lists, rawhtml, tables
from sphinx_hugo.eject.marks import count_lines, directive, joined, quoted, safe_start
from sphinx_hugo.eject.reading import words
from sphinx_hugo.eject.spans import classes
from sphinx_hugo.nodes.media import hugo_frame, hugo_video
from sphinx_hugo.nodes.pagenodes import rule
from sphinx_hugo.rendering.flow import is_inline

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from sphinx_hugo.eject.authors import AuthorsText
    from sphinx_hugo.eject.reading import StockReader
    from sphinx_hugo.eject.spans import Spans

RULE = '<hr class="docutils">'
"""A thematic break where docutils allows none of its own."""

_UNSEEN = (
    nodes.comment, nodes.meta, nodes.substitution_definition, nodes.system_message,
    addnodes.toctree, addnodes.index, nodes.Invisible, nodes.topic,
)  # fmt: skip
_WORDLESS = (nodes.raw, nodes.image, *_UNSEEN)


class Blocks:
    """Writes the blocks of one page."""

    def __init__(
        self,
        spans: Spans,
        reader: StockReader,
        authors: AuthorsText | None,
        *,
        is_html: bool = False,
    ) -> None:
        self.spans = spans
        self.reader = reader
        self.kept = 0
        """Lines that stand as their author wrote them."""
        self.wanted: frozenset[str] = frozenset()
        """Ids of the page to which links lead."""
        self._authors = authors
        self._is_html = is_html
        self._html_marks = spans.with_html_marks()

    # -- a run of blocks -----------------------------------------------------------------------

    def blocks(self, children: Sequence[nodes.Node], end: int) -> list[str]:
        """Return the blocks of an element, which ends before line *end* of the file."""
        found: list[str] = []
        for run, last in self._runs(children, end):
            before = self.kept
            texts = self._anew(run, last)
            if not texts:
                continue
            kept = self._kept(run, last, joined(texts))
            if kept is not None:  # with all that was kept of its parts
                self.kept = before + count_lines(kept)
            _add(found, texts if kept is None else [kept])
        return found

    def _runs(self, children: Sequence[nodes.Node], end: int) -> list[tuple[list[nodes.Node], int]]:
        """Return the children in groups that begin on lines of their own, each with its end."""
        groups: list[list[nodes.Node]] = []
        starts: list[int] = []
        for child in children:
            line = _line(child)
            if groups and (line == 0 or line <= starts[-1]):
                groups[-1].append(child)
            else:
                groups.append([child])
                starts.append(line)
        ends = [*starts[1:], end] if starts else []
        return list(zip(groups, ends, strict=True))

    def _kept(self, run: Sequence[nodes.Node], end: int, written: str) -> str | None:
        line = _line(run[0])
        if self._authors is None or not line or any(isinstance(n, _NEVER_KEPT) for n in run):
            return None
        return self._authors.block(line, max(end, line + 1), written)

    def _anew(self, children: Sequence[nodes.Node], end: int) -> list[str]:
        found: list[str] = []
        loose: list[nodes.Node] = []
        for index, child in enumerate(children):
            if is_inline(child) and not isinstance(child, nodes.image) and not self._is_part(child):
                loose.append(child)
                continue
            _add(found, self.paragraph(loose))
            loose = []
            following = children[index + 1] if index + 1 < len(children) else None
            _add(found, self.block(child, _line(following) or end))
        _add(found, self.paragraph(loose))
        return found

    def _is_part(self, node: nodes.Node) -> bool:
        """Tell whether this is what the author of an HTML page wrote: no part of it is Markdown."""
        of_page = isinstance(node, nodes.raw) and isinstance(node.parent, nodes.section)
        return self._is_html and of_page

    def block(self, node: nodes.Node, end: int) -> list[str]:
        """Return the blocks that one node becomes."""
        if not isinstance(node, nodes.Element) or isinstance(node, _UNSEEN):
            return []
        writer = next((_WRITERS[cls] for cls in type(node).__mro__ if cls in _WRITERS), None)
        if writer is not None:
            found = writer(self, node, end)
        elif isinstance(node, nodes.TextElement):
            found = self.paragraph(node.children, classes(node))
        else:
            found = self.blocks(node.children, end)
        return [*self.anchors(node), *found]

    def anchors(self, node: nodes.Element) -> list[str]:
        """Return what makes the ids of a node exist to which links lead."""
        return [f'<a id="{name}"></a>' for name in node["ids"] if name in self.wanted]

    # -- text ------------------------------------------------------------------------------------

    def paragraph(self, children: Sequence[nodes.Node], attributes: str = "") -> list[str]:
        """Return a paragraph of inline nodes; raw HTML that would not let it be one stands before it."""
        children = list(children)
        before: list[str] = []
        while children and rawhtml.opens_block(children[0]):
            before += self.block(children.pop(0), 0)
        text = self.text(children)
        if not text:
            return before
        if attributes:
            text = f"{{{attributes}}}\n{text}"
        return [*before, text]

    def text(self, children: Sequence[nodes.Node]) -> str:
        """Return inline nodes as lines that begin no other block."""
        meant = self.reader.words("".join(_words_of(child) for child in children))
        text = ""
        for spans in (self.spans, self._html_marks):
            text = "\n".join(map(safe_start, spans.inline(children).strip().split("\n")))
            if words(self.reader.read(text)) == f"{meant}sentinel":
                break
        return text

    # -- the rest --------------------------------------------------------------------------------

    def _quote(self, node: nodes.Element, end: int) -> list[str]:
        texts = self.blocks(node.children, end)
        names = classes(node)
        start = f"{{{names}}}\n" if names else ""
        return [start + quoted(joined(texts))] if texts else []

    def _attribution(self, node: nodes.Element, _end: int) -> list[str]:
        return [f"— {self.spans.line(node.children)}"]

    def _section(self, node: nodes.Element, end: int) -> list[str]:
        """Return a section in another block, where MyST has headings, but no sections."""
        title, *rest = node.children
        heading = nodes.rubric("", "", *(c.deepcopy() for c in title.children))
        heading["ids"] = list(node["ids"])
        return [*self._rubric(heading, end), *self.blocks(rest, end)]

    def _rubric(self, node: nodes.Element, _end: int) -> list[str]:
        text = self.spans.line(node.children)
        level = node.get("heading-level")
        options = {"heading-level": str(level)} if level else {}
        names = [*node["classes"]]
        if names:
            options["class"] = " ".join(names)
        made = [f'<a id="{name}"></a>' for name in node["ids"] if name not in self.wanted]
        return [*made, directive("rubric", text, options)] if text else []

    def _rule(self, _node: nodes.Element, _end: int) -> list[str]:
        return [RULE]

    def _image(self, node: nodes.Element, _end: int) -> list[str]:
        return [self.spans.inline([node])]

    def _container(self, node: nodes.Element, end: int) -> list[str]:
        if "literal-block-wrapper" in node["classes"]:
            return listing.captioned(self, node, end)
        return components.container(self, node, end)


_NEVER_KEPT = (nodes.footnote, nodes.definition_list_item)

_WRITERS: dict[type, Callable[[Blocks, nodes.Element, int], list[str]]] = {
    nodes.literal_block: listing.literal,
    nodes.doctest_block: listing.literal,
    nodes.math_block: listing.formula,
    nodes.bullet_list: lists.items,
    nodes.enumerated_list: lists.items,
    nodes.definition_list: lists.definitions,
    nodes.field: lists.field,
    nodes.footnote: lists.footnote,
    nodes.line_block: lists.lines,
    nodes.block_quote: Blocks._quote,
    nodes.attribution: Blocks._attribution,
    nodes.rubric: Blocks._rubric,
    nodes.section: Blocks._section,
    nodes.transition: Blocks._rule,
    rule: Blocks._rule,
    nodes.image: Blocks._image,
    nodes.Admonition: components.admonition,
    nodes.figure: components.figure,
    nodes.table: tables.table,
    nodes.raw: rawhtml.raw,
    nodes.container: Blocks._container,
    hugo_frame: rawhtml.frame,
    hugo_video: rawhtml.frame,
}


def _line(node: nodes.Node | None) -> int:
    return (node.line or 0) if isinstance(node, nodes.Element) else 0


def _add(found: list[str], texts: Sequence[str]) -> None:
    """Add blocks to those before, with something unseen between lists that would become one."""
    if found and texts and _would_join(found[-1], texts[0]):
        found.append("<!-- -->")
    found += texts


def _would_join(before: str, after: str) -> bool:
    """Tell whether two blocks are lists that Markdown would take for one."""
    kinds = [re.match(r"(?:(-|\*|\+)|\d+([.)]))\s", text.lstrip()) for text in (before, after)]
    return all(kinds) and kinds[0].groups() == kinds[1].groups()  # type: ignore[union-attr]


def _words_of(node: nodes.Node) -> str:
    """Return the characters that a reader gets of an inline node."""
    if isinstance(node, nodes.Text):
        return node.astext()
    if not isinstance(node, nodes.Element) or isinstance(node, _WORDLESS):
        return ""
    if isinstance(node, nodes.footnote_reference):
        return ""
    if isinstance(node, nodes.abbreviation) and node.get("explanation"):
        return f"{node.astext()} ({node['explanation']})"
    return "".join(map(_words_of, node.children))
