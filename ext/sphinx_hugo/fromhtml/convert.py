"""A tree of HTML as docutils nodes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Protocol

from docutils import nodes

from sphinx_hugo.fromhtml import notices, tables
from sphinx_hugo.fromhtml.runs import (
    Break,
    has_blocks,
    is_blank,
    joined,
    only_inline,
    paragraphs,
    trimmed,
)
from sphinx_hugo.fromhtml.tree import BLOCKS, Tag
from sphinx_hugo.pagenodes import rule
from sphinx_hugo.shortcodes.code import code_block
from sphinx_hugo.shortcodes.components import dropdown
from sphinx_hugo.shortcodes.families.notices import notice

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence


class Links(Protocol):
    """Makes links and pictures: the caller knows what an address means."""

    def link(self, address: str, children: Sequence[nodes.Node], title: str) -> nodes.Element:
        """Return a link around inline nodes."""

    def image(self, address: str, alt: str, title: str) -> nodes.Element:
        """Return a picture, or what stands for it if it is not there."""


_SPACE = re.compile(r"[ \t\r\n\f]+")
_LANGUAGE = re.compile(r"(?:language|lang|highlight-source|highlight)-([\w+#.-]+)\Z")
_SIZE = re.compile(r"\d{1,4}(?:px|%)?\Z")
_DROPPED = frozenset({"script", "style", "template", "source", "track", "param", "area", "col"})
_MEDIA = frozenset({"iframe", "embed", "object", "video", "audio"})
_NUMBERING = {"a": "loweralpha", "A": "upperalpha", "i": "lowerroman", "I": "upperroman"}
_LINE_NUMBERS = frozenset({"ln", "lnt", "lineno", "linenos", "gutter"})


def _plain(node: type[nodes.Element], **attributes: object) -> Callable[[], nodes.Element]:
    return lambda: node("", **attributes)


_SPANS: Mapping[str, Callable[[], nodes.Element]] = {
    **dict.fromkeys(("b", "strong"), _plain(nodes.strong)),
    **dict.fromkeys(("i", "em", "cite", "dfn"), _plain(nodes.emphasis)),
    **dict.fromkeys(("code", "samp", "tt", "var"), _plain(nodes.literal)),
    **dict.fromkeys(("s", "del", "strike"), _plain(nodes.inline, classes=["hugo-del"])),
    "kbd": _plain(nodes.literal, classes=["kbd"]),
    "sub": _plain(nodes.subscript),
    "sup": _plain(nodes.superscript),
    "ins": _plain(nodes.inline, classes=["hugo-ins"]),
    "mark": _plain(nodes.inline, classes=["hugo-mark"]),
}
"""Elements in running text, and their nodes."""


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
            **dict.fromkeys(_SPANS, self._span),
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
        if child.name in _DROPPED:
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
        node = _SPANS[tag.name]()
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
            if not is_blank(found) and not (isinstance(child, Tag) and child.name in _DROPPED):
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
        parts = [self.blocks(part) for part in _parts(tag, "li")]
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
        for part in _parts(tag, "dt", "dd"):
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
        text = _verbatim(tag)
        return [code_block(text, language)] if text.strip() else []

    def _notice(self, tag: Tag, kind: str) -> list[nodes.Node]:
        title: list[nodes.Node] = []
        holder = tag
        # Many themes have one more element around title and text.
        while len(holder.elements()) == 1 and _is_wrapper(holder):
            holder = holder.elements()[0]
        first = next(iter(holder.elements()), None)
        if first is not None and notices.is_title(first) and _leads(holder, first):
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
        captions = [one for one in tag.elements() if _is_caption(one)]
        before = [block for one in captions for block in self.blocks(one)]
        stray = Tag("", {}, _strays(tag))
        grid = None if self._in_table or _is_layout(tag) else tables.read_grid(tag)
        if grid is None:
            rest = Tag("", {}, [one for one in tag.children if not _is_caption(one)])
            return [*before, *(block for part in _leaves(rest) for block in self.blocks(part))]
        self._in_table = True
        try:
            node = tables.table_node(grid, self.blocks)
        finally:
            self._in_table = False
        if before:
            node.insert(0, nodes.title("", "", *joined(before)))
        return [*self.blocks(stray), node]


def _parts(tag: Tag, *names: str) -> list[Tag]:
    """Return the items of a list; what stands between them is an item of the last kind."""
    parts: list[Tag] = []
    loose: Tag | None = None
    for child in tag.children:
        if isinstance(child, Tag) and child.name in names:
            parts.append(child)
            loose = None
        elif isinstance(child, Tag) and child.name == "div" and child.find(*names):
            parts += _parts(child, *names)
            loose = None
        elif not (isinstance(child, str) and not child.strip()):
            if loose is None:
                loose = Tag(names[-1])
                parts.append(loose)
            loose.children.append(child)
    return parts


def _is_wrapper(tag: Tag) -> bool:
    only = tag.elements()[0]
    alone = all(
        isinstance(one, Tag) or (isinstance(one, str) and not one.strip()) for one in tag.children
    )
    return (
        alone
        and only.name in {"div", "section"}
        and not notices.is_title(only)
        and not notices.notice_kind(only)
    )


def _leads(holder: Tag, first: Tag) -> bool:
    """Tell whether nothing stands before an element."""
    for child in holder.children:
        if child is first:
            return True
        if not (isinstance(child, str) and not child.strip()):
            return False
    return False


def _is_layout(table: Tag) -> bool:
    """Tell whether a table holds another one, or code beside its line numbers."""
    if "lntable" in table.classes or table.find("table"):
        return True
    return any(
        isinstance(child, nodes.Element)
        and next(iter(child.findall(nodes.table)), None) is not None
        for part in (table, *table.find("td", "th", "tr", "tbody", "div"))
        for child in part.children
    )


def _is_caption(child: Tag | str | nodes.Node) -> bool:
    return isinstance(child, Tag) and child.name == "caption"


def _strays(table: Tag) -> list[Tag | str | nodes.Node]:
    """Return what stands in a table where only rows and cells can."""
    found: list[Tag | str | nodes.Node] = []
    for child in table.children:
        if not isinstance(child, Tag):
            found.append(child)
        elif child.name in {"thead", "tbody", "tfoot", "tr"}:
            found += _strays(child)
        elif child.name not in {"td", "th", "caption", "colgroup"}:
            found.append(child)
    return found


def _leaves(tag: Tag) -> list[Tag]:
    """Return the cells of rows, in order, with whatever else stands between them."""
    leaves: list[Tag] = []
    for child in tag.children:
        if isinstance(child, Tag) and child.name in {"thead", "tbody", "tfoot", "tr"}:
            leaves += _leaves(child)
        elif isinstance(child, Tag) and child.name in {"td", "th"}:
            leaves.append(child)
        else:
            leaves.append(Tag("", {}, [child]))
    return leaves


def _verbatim(tag: Tag) -> str:
    """Return the text of code as it stands, without line numbers."""
    pieces: list[str] = []
    for child in tag.children:
        if isinstance(child, str):
            pieces.append(child)
        elif not isinstance(child, Tag):
            pieces.append(child.astext())
        elif child.name == "br":
            pieces.append("\n")
        elif child.name not in _DROPPED and not _LINE_NUMBERS.intersection(child.classes):
            pieces.append(_verbatim(child))
    return "".join(pieces)
