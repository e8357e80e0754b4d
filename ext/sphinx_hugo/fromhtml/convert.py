"""A tree of HTML as docutils nodes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Protocol

from docutils import nodes

from sphinx_hugo.fromhtml import notices, shapes, tables
from sphinx_hugo.fromhtml.runs import (
    Break,
    has_blocks,
    is_blank,
    joined,
    only_inline,
    paragraphs,
    trimmed,
)
from sphinx_hugo.fromhtml.spans import SPANS
from sphinx_hugo.fromhtml.tree import BLOCKS, Tag
from sphinx_hugo.nodes.code import code_block
from sphinx_hugo.nodes.components import dropdown
from sphinx_hugo.nodes.notices import notice
from sphinx_hugo.nodes.pagenodes import rule

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence


class Links(Protocol):
    """Makes links and pictures: the caller knows what an address means."""

    place: nodes.Node | None
    """The node whose place in the source is told, where something is missing."""

    def link(self, address: str, children: Sequence[nodes.Node], title: str) -> nodes.Element:
        """Return a link around inline nodes."""

    def image(self, address: str, alt: str, title: str) -> nodes.Element:
        """Return a picture, or what stands for it if it is not there."""


_SPACE = re.compile(r"[ \t\r\n\f]+")
_LANGUAGE = re.compile(r"(?:language|lang|highlight-source|highlight)-([\w+#.-]+)\Z")
_SIZE = re.compile(r"\d{1,4}(?:px|%)?\Z")
_MEDIA = frozenset({"iframe", "embed", "object", "video", "audio"})
_NUMBERING = {"a": "loweralpha", "A": "upperalpha", "i": "lowerroman", "I": "upperroman"}


class Converter:
    """Turns trees into nodes."""

    def __init__(self, links: Links, *, in_table: bool = False) -> None:
        self._links = links
        # Most builders cannot show a table in a table.
        self._in_table = in_table
        self._rules: Mapping[str, Callable[[Tag], list[nodes.Node]]] = {
            **{f"h{level}": self._heading for level in range(1, 7)},
            **dict.fromkeys(("ul", "ol", "menu"), self._list),
            **dict.fromkeys(_MEDIA, self._media),
            **dict.fromkeys(SPANS, self._span),
            **dict.fromkeys(("svg", "select"), self._words),
            "a": self._link,
            "abbr": self._abbreviation,
            "blockquote": self._quote,
            "br": lambda _tag: [Break()],
            "details": self._details,
            "dl": self._definitions,
            "figure": self._figure,
            "hr": lambda _tag: [rule()],
            "img": self._image,
            "input": self._input,
            "pre": self._code,
            "q": self._quotation,
            "table": self._table,
        }

    def blocks(self, root: Tag) -> list[nodes.Node]:
        """Return what an element holds as block nodes."""
        return paragraphs(self._mixed(root))

    def inline(self, root: Tag) -> list[nodes.Node]:
        """Return what an element holds as inline nodes, but for blocks it may hold."""
        return self._mixed(root)

    # -- the way down ------------------------------------------------------------------------

    def _mixed(self, tag: Tag) -> list[nodes.Node]:
        """Return blocks and inline nodes as they come."""
        found: list[nodes.Node] = []
        for child in tag.children:
            found += self._convert(child)
        return found

    def _convert(self, child: Tag | str | nodes.Node) -> list[nodes.Node]:
        if isinstance(child, str):
            return [nodes.Text(_SPACE.sub(" ", child))]
        if not isinstance(child, Tag):
            return [child]
        if child.name in shapes.DROPPED:
            return []
        found: list[nodes.Node]
        if kind := notices.notice_kind(child):
            found = self._notice(child, kind)
        elif child.name in self._rules:
            found = self._rules[child.name](child)
        elif child.name in BLOCKS:
            found = self.blocks(child)
        else:
            found = self._mixed(child)
        name = child.attributes.get("id") or (
            child.attributes.get("name", "") if child.name == "a" else ""
        )
        return [nodes.target("", "", ids=[name]), *found] if name else found

    def _text(self, tag: Tag) -> list[nodes.Node]:
        """Return what an element holds as one line."""
        return trimmed(only_inline(self._mixed(tag)))

    # -- running text ------------------------------------------------------------------------

    def _span(self, tag: Tag) -> list[nodes.Node]:
        found = self._mixed(tag)
        if has_blocks(found) or is_blank(found):
            return found
        node = SPANS[tag.name]()
        node.extend(found)
        return [node]

    def _quotation(self, tag: Tag) -> list[nodes.Node]:
        return [nodes.Text("“"), *self._mixed(tag), nodes.Text("”")]

    def _abbreviation(self, tag: Tag) -> list[nodes.Node]:
        found = self._mixed(tag)
        title = tag.attributes.get("title", "")
        if has_blocks(found) or not title:
            return found
        return [nodes.abbreviation("", "", *found, explanation=title)]

    def _words(self, tag: Tag) -> list[nodes.Node]:
        """Return the words of what cannot be shown, such as a drawing."""
        words: list[nodes.Node] = []
        for child in tag.children:
            found = self._words(child) if isinstance(child, Tag) else self._convert(child)
            if not is_blank(found) and not (
                isinstance(child, Tag) and child.name in shapes.DROPPED
            ):
                words += [nodes.Text(" "), *found] if words else found
        return words

    def _input(self, tag: Tag) -> list[nodes.Node]:
        kind = tag.attributes.get("type", "").lower()
        if kind == "checkbox":
            return [nodes.Text("☑ " if "checked" in tag.attributes else "☐ ")]
        shown = tag.attributes.get("value") if kind in {"button", "submit", "reset"} else ""
        return [nodes.Text(shown)] if shown else []

    def _link(self, tag: Tag) -> list[nodes.Node]:
        found = self._mixed(tag)
        address = tag.attributes.get("href", "").strip()
        if not address or address == "#" or address.lower().startswith("javascript:"):
            return found
        self._links.place = tag.place
        title = tag.attributes.get("title", "")
        if not has_blocks(found):
            label = found
            if is_blank(found):
                label = [nodes.Text(tag.attributes.get("aria-label") or title or address)]
            return [self._links.link(address, only_inline(label), title)]
        # Blocks cannot stand in a link: their first line becomes it.
        blocks = paragraphs(found)
        for block in blocks:
            if isinstance(block, nodes.paragraph | nodes.rubric):
                children = block.children
                block.children = []
                block.append(self._links.link(address, children, title))
                return blocks
        return [
            *blocks,
            nodes.paragraph("", "", self._links.link(address, [nodes.Text(title or address)], "")),
        ]

    def _image(self, tag: Tag) -> list[nodes.Node]:
        values = tag.attributes
        address = (values.get("src") or values.get("data-src") or "").strip()
        alt = values.get("alt", "")
        if not address:
            return [nodes.Text(alt)] if alt else []
        self._links.place = tag.place
        node = self._links.image(address, alt, values.get("title", ""))
        if isinstance(node, nodes.image):
            for name in ("width", "height"):
                if _SIZE.match(values.get(name, "")):
                    node[name] = values[name]
        return [node]

    def _media(self, tag: Tag) -> list[nodes.Node]:
        """Return a link to a film or another page, and what stands in for it."""
        values = tag.attributes
        source = next(
            (
                one.attributes["src"]
                for one in tag.find("source", "embed")
                if "src" in one.attributes
            ),
            "",
        )
        address = (values.get("src") or values.get("data") or source).strip()
        found = self._mixed(tag)
        if not address or address.startswith(("about:", "javascript:")):
            return found
        name = values.get("title") or values.get("aria-label") or address
        self._links.place = tag.place
        link = self._links.link(address, [nodes.Text(name)], "")
        return [link] if is_blank(found) else [link, nodes.Text(" "), *found]

    # -- blocks ------------------------------------------------------------------------------

    def _heading(self, tag: Tag) -> list[nodes.Node]:
        found = self._text(tag)
        if is_blank(found):
            return []
        level = min(int(tag.name[1]) + 1, 6)
        return [nodes.rubric("", "", *found, **{"heading-level": level})]

    def _quote(self, tag: Tag) -> list[nodes.Node]:
        found = self.blocks(tag)
        return [nodes.block_quote("", *found)] if found else []

    def _list(self, tag: Tag) -> list[nodes.Node]:
        parts = [self.blocks(part) for part in shapes.items_of(tag, "li")]
        items = [nodes.list_item("", *found) for found in parts if found]
        if not items:
            return []
        if tag.name != "ol":
            return [nodes.bullet_list("", *items, bullet="-")]
        kind = _NUMBERING.get(tag.attributes.get("type", ""), "arabic")
        numbered = nodes.enumerated_list("", *items, enumtype=kind, prefix="", suffix=".")
        start = tag.attributes.get("start", "")
        if start.isdecimal() and len(start) < 6:
            numbered["start"] = int(start)
        return [numbered]

    def _definitions(self, tag: Tag) -> list[nodes.Node]:
        before: list[nodes.Node] = []
        items: list[nodes.definition_list_item] = []
        for part in shapes.items_of(tag, "dt", "dd"):
            if part.name == "dt":
                term = nodes.term("", "", *self._text(part))
                if items and len(items[-1]) and isinstance(items[-1][-1], nodes.term):
                    items[-1] += term
                else:
                    items.append(nodes.definition_list_item("", term))
                continue
            found = self.blocks(part)
            if not items:
                before += found
            elif isinstance(items[-1][-1], nodes.definition):
                items[-1][-1].extend(found)
            elif found:
                items[-1] += nodes.definition("", *found)
        for item in items:
            if not isinstance(item[-1], nodes.definition):
                item.append(nodes.definition("", nodes.paragraph()))
        return [*before, nodes.definition_list("", *items)] if items else before

    def _code(self, tag: Tag) -> list[nodes.Node]:
        language = ""
        for one in (tag, *tag.find("code")):
            matches = (_LANGUAGE.match(name) for name in one.classes)
            named = next((match[1] for match in matches if match), "")
            language = language or one.attributes.get("data-lang", "") or named
        text = shapes.verbatim(tag)
        return [code_block(text, language)] if text.strip() else []

    def _notice(self, tag: Tag, kind: str) -> list[nodes.Node]:
        title: list[nodes.Node] = []
        holder = tag
        # Many themes have one more element around title and text.
        while len(holder.elements()) == 1 and shapes.is_wrapper(holder):
            holder = holder.elements()[0]
        first = next(iter(holder.elements()), None)
        if first is not None and notices.is_title(first) and shapes.leads(holder, first):
            title = self._text(first)
            holder = Tag(holder.name, {}, [one for one in holder.children if one is not first])
        if is_blank(title):
            title = []
        body = self.blocks(holder)
        return [notice(kind, title, body)] if body or title else []

    def _details(self, tag: Tag) -> list[nodes.Node]:
        summary = next((one for one in tag.elements() if one.name == "summary"), None)
        title = self._text(summary) if summary else []
        body = self.blocks(Tag("", {}, [one for one in tag.children if one is not summary]))
        if is_blank(title):
            title = [nodes.Text("Details")]
        return [dropdown(title, body, is_open="open" in tag.attributes)]

    def _figure(self, tag: Tag) -> list[nodes.Node]:
        captions = [one for one in tag.elements() if one.name == "figcaption"]
        rest = Tag("", {}, [one for one in tag.children if one not in captions])
        found = trimmed(self._mixed(rest))
        texts = [block for one in captions for block in self.blocks(one)]
        picture = found[0] if len(found) == 1 else None
        is_link = isinstance(picture, nodes.Element) and len(picture) == 1
        if isinstance(picture, nodes.image) or (
            is_link and next(iter(picture.findall(nodes.image)), None)  # type: ignore[union-attr]
        ):
            figure = nodes.figure("", picture)  # type: ignore[arg-type]
            if texts:
                figure += nodes.caption("", "", *only_inline(texts[:1]))
            if texts[1:]:
                figure += nodes.legend("", *texts[1:])
            return [figure]
        return [*paragraphs(found), *texts]

    def _table(self, tag: Tag) -> list[nodes.Node]:
        captions = [one for one in tag.elements() if shapes.is_caption(one)]
        before = [block for one in captions for block in self.blocks(one)]
        stray = Tag("", {}, shapes.strays(tag))
        grid = None if self._in_table or shapes.is_layout(tag) else tables.read_grid(tag)
        if grid is None:
            rest = Tag("", {}, [one for one in tag.children if not shapes.is_caption(one)])
            return [
                *before,
                *(block for part in shapes.leaves_of(rest) for block in self.blocks(part)),
            ]
        self._in_table = True
        try:
            node = tables.table_node(grid, self.blocks)
        finally:
            self._in_table = False
        if before:
            node.insert(0, nodes.title("", "", *joined(before)))
        return [*self.blocks(stray), node]
