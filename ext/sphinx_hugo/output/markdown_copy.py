"""Doctree to Markdown: a page as text, with its shortcodes answered and its links resolved.

For programs that read documentation. It says what the page says in the plainest Markdown; what has
no such form, such as a card or a tab, is shown as its parts, one after the other.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from docutils import nodes

from sphinx_hugo.hugo.entities import unescape
from sphinx_hugo.nodes.components import LABELS
from sphinx_hugo.nodes.pagenodes import rule

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

_TAGS = re.compile(
    r"<(svg|style|script)\b.*?</\1\s*>|<!--.*?-->|<[^<>]*>", re.DOTALL | re.IGNORECASE
)
_SPECIAL = re.compile(r"([\\`*\[\]<>]|(?<![^\W_])_|_(?![^\W_]))")
_MARKER = re.compile(r"^(\d*)([-+#.)])(?=\s)")
_SPACE = re.compile(r"\s+")
_BACKQUOTES = re.compile("`+")
_ALERTS = ("note", "tip", "important", "warning", "caution")
_UNSEEN = (
    nodes.comment, nodes.meta, nodes.substitution_definition, nodes.system_message, nodes.target,
    nodes.Invisible,
)  # fmt: skip


def to_markdown(document: nodes.document) -> str:
    """Return a resolved doctree as Markdown, with a final line end."""
    return "\n\n".join(_blocks(document, 0)) + "\n"


# -- blocks: each is a text of one or more lines, without a blank line around it ------------------


def _blocks(node: nodes.Element, level: int) -> list[str]:
    found: list[str] = []
    loose: list[nodes.Node] = []
    for child in node.children:
        if _is_inline(child):
            loose.append(child)
            continue
        found += _paragraph(loose)
        loose = []
        found += _block(child, level)
    return found + _paragraph(loose)


def _is_inline(node: nodes.Node) -> bool:
    return isinstance(node, nodes.Text | nodes.Inline) and not isinstance(node, _BLOCK_IMAGES)


def _paragraph(inlines: Iterable[nodes.Node]) -> list[str]:
    text = _inline(inlines).strip()
    return [_MARKER.sub(r"\1\\\2", text)] if text else []


def _block(node: nodes.Node, level: int) -> list[str]:
    if not isinstance(node, nodes.Element) or isinstance(node, _UNSEEN):
        return []
    writer = next((_BLOCKS[cls] for cls in type(node).__mro__ if cls in _BLOCKS), None)
    if writer is not None:
        return writer(node, level)
    if isinstance(node, nodes.Admonition):
        return _admonition(node, level)
    if isinstance(node, nodes.TextElement):
        return _paragraph(node.children)
    return _blocks(node, level)


def _section(node: nodes.Element, level: int) -> list[str]:
    return _blocks(node, level + 1)


def _title(node: nodes.Element, level: int) -> list[str]:
    text = _inline(node.children).strip()
    return [f"{'#' * min(max(level, 1), 6)} {text}"] if text else []


def _rubric(node: nodes.Element, level: int) -> list[str]:
    return _title(node, node.get("heading-level") or level + 1)


def _label(node: nodes.Element, _level: int) -> list[str]:
    text = _inline(node.children).strip()
    return [f"**{text}**"] if text else []


def _code(node: nodes.Element, _level: int) -> list[str]:
    text = node.astext().rstrip("\n")
    fence = "`" * max(3, 1 + max(map(len, _BACKQUOTES.findall(text)), default=0))
    language = node.get("language", "")
    return [f"{fence}{'' if language in ('default', 'none') else language}\n{text}\n{fence}"]


def _math(node: nodes.Element, _level: int) -> list[str]:
    return [f"$$\n{node.astext().strip()}\n$$"]


def _list(node: nodes.Element, level: int) -> list[str]:
    numbered = isinstance(node, nodes.enumerated_list)
    start = node.get("start", 1)
    items = []
    for number, item in enumerate(node.children, start):
        marker = f"{number}. " if numbered else "- "
        if isinstance(item, nodes.Element):
            items.append(_indented(_joined(_blocks(item, level)), marker))
    simple = all(
        len(item.children) <= 1 for item in node.children if isinstance(item, nodes.Element)
    )
    return [("\n" if simple else "\n\n").join(items)] if items else []


def _joined(blocks: list[str]) -> str:
    return "\n\n".join(blocks)


def _indented(text: str, marker: str) -> str:
    lines = text.split("\n")
    rest = [" " * len(marker) + line if line else "" for line in lines[1:]]
    return "\n".join([f"{marker}{lines[0]}".rstrip(), *rest])


def _definition(node: nodes.Element, level: int) -> list[str]:
    terms = [child for child in node.children if isinstance(child, nodes.term)]
    text = "; ".join(_inline(term.children).strip() for term in terms)
    bodies = [child for child in node.children if isinstance(child, nodes.definition)]
    body = [block for child in bodies for block in _blocks(child, level)]
    return [_indented(_joined([f"**{text}**", *body]), "- ")]


def _field(node: nodes.Element, level: int) -> list[str]:
    name, body = node.children[0], node.children[-1]
    assert isinstance(name, nodes.Element)
    assert isinstance(body, nodes.Element)
    text = _joined(_blocks(body, level))
    return [_indented(f"**{_inline(name.children)}:** {text}", "- ")]


def _quote(node: nodes.Element, level: int) -> list[str]:
    return _quoted(_blocks(node, level))


def _quoted(blocks: list[str]) -> list[str]:
    lines = _joined(blocks).split("\n")
    return ["\n".join(f"> {line}".rstrip() for line in lines)] if blocks else []


def _admonition(node: nodes.Element, level: int) -> list[str]:
    kind = next((name for name in _ALERTS if isinstance(node, getattr(nodes, name))), "note")
    titles = [child for child in node.children if isinstance(child, nodes.title)]
    body = [child for child in node.children if not isinstance(child, nodes.title)]
    holder = nodes.container("", *(child.deepcopy() for child in body))
    named = [_inline(title.children).strip() for title in titles]
    blocks = [f"**{name}**" for name in named if name.lower() != kind] + _blocks(holder, level)
    if not blocks:
        return []
    return _quoted([f"[!{kind.upper()}]\n{blocks[0]}", *blocks[1:]])


def _table(node: nodes.Element, level: int) -> list[str]:
    rows = [[_cell(entry) for entry in row.findall(nodes.entry)] for row in node.findall(nodes.row)]
    width = max(map(len, rows), default=0)
    if not width:
        return []
    if not next(iter(node.findall(nodes.thead)), None):
        rows.insert(0, [])
    filled = [row + [""] * (width - len(row)) for row in rows]
    lines = [f"| {' | '.join(row)} |" for row in filled]
    lines.insert(1, f"|{' --- |' * width}")
    titles = [block for title in node.findall(nodes.title) for block in _label(title, level)]
    return [*titles, "\n".join(lines)]


def _cell(entry: nodes.Element) -> str:
    return "<br>".join(_blocks(entry, 0)).replace("|", "\\|").replace("\n", "<br>")


def _raw(node: nodes.Element, _level: int) -> list[str]:
    text = _without_tags(node)
    return [text] if text else []


def _without_tags(node: nodes.Element) -> str:
    if "html" not in node.get("format", "").split():
        return ""
    return _escaped(unescape(_SPACE.sub(" ", _TAGS.sub(" ", node.astext())))).strip()


def _footnote(node: nodes.Element, level: int) -> list[str]:
    label = node.children[0].astext() if node.children else ""
    rest = nodes.container("", *(child.deepcopy() for child in node.children[1:]))
    return [_indented(_joined(_blocks(rest, level)), f"[^{label}]: ")]


def _rule(_node: nodes.Element, _level: int) -> list[str]:
    return ["---"]


def _lines(node: nodes.Element, _level: int) -> list[str]:
    return ["  \n".join(_inline(line.children) for line in node.findall(nodes.line))]


def _image_block(node: nodes.Element, _level: int) -> list[str]:
    return [_image(node)]


def _nothing(_node: nodes.Element, _level: int) -> list[str]:
    return []


_BLOCK_IMAGES = (nodes.image,)
_BLOCKS: dict[type, Callable[[nodes.Element, int], list[str]]] = {
    nodes.section: _section,
    nodes.title: _title,
    nodes.subtitle: _label,
    nodes.rubric: _rubric,
    nodes.literal_block: _code,
    nodes.doctest_block: _code,
    nodes.math_block: _math,
    nodes.bullet_list: _list,
    nodes.enumerated_list: _list,
    nodes.definition_list_item: _definition,
    nodes.field: _field,
    nodes.block_quote: _quote,
    nodes.table: _table,
    nodes.raw: _raw,
    nodes.footnote: _footnote,
    nodes.citation: _footnote,
    nodes.transition: _rule,
    rule: _rule,
    nodes.line_block: _lines,
    nodes.image: _image_block,
    nodes.topic: _nothing,
    **dict.fromkeys(LABELS, _label),
}


# -- text within a line --------------------------------------------------------------------------


def _inline(children: Iterable[nodes.Node]) -> str:
    return "".join(map(_span, children))


def _span(node: nodes.Node) -> str:
    if isinstance(node, nodes.Text):
        return _escaped(_SPACE.sub(" ", node.astext()))
    if not isinstance(node, nodes.Element) or isinstance(node, _UNSEEN):
        return ""
    writer = next((_SPANS[cls] for cls in type(node).__mro__ if cls in _SPANS), None)
    return writer(node) if writer is not None else _inline(node.children)


def _escaped(text: str) -> str:
    return _SPECIAL.sub(r"\\\1", text)


def _around(mark: str) -> Callable[[nodes.Element], str]:
    def write(node: nodes.Element) -> str:
        text = _inline(node.children)
        inner = text.strip()
        if not inner:
            return text
        start = len(text) - len(text.lstrip())
        return f"{text[:start]}{mark}{inner}{mark}{text[start + len(inner) :]}"

    return write


def _literal(node: nodes.Element) -> str:
    text = _SPACE.sub(" ", node.astext())
    marks = "`" * (1 + max(map(len, _BACKQUOTES.findall(text)), default=0))
    pad = " " if text.startswith("`") or text.endswith("`") else ""
    return f"{marks}{pad}{text}{pad}{marks}" if text else ""


def _reference(node: nodes.Element) -> str:
    text = _inline(node.children).strip()
    target = node.get("refuri") or (f"#{node['refid']}" if node.get("refid") else "")
    return f"[{text}]({_destination(target)})" if target and text else text


def _destination(address: str) -> str:
    return f"<{address}>" if re.search(r"[\s()]", address) else address


def _image(node: nodes.Element) -> str:
    alt = node.get("alt") or ""
    return f"![{_escaped(_SPACE.sub(' ', alt))}]({_destination(node.get('uri', ''))})"


def _formula(node: nodes.Element) -> str:
    return f"${node.astext()}$"


def _raw_span(node: nodes.Element) -> str:
    """Return the words in a piece of HTML; a line break parts those around it."""
    return _without_tags(node) or " " * _is_break(node)


def _is_break(node: nodes.Element) -> bool:
    return "html" in node.get("format", "") and node.astext().lstrip().startswith("<br")


def _note_mark(node: nodes.Element) -> str:
    return f"[^{node.astext()}]"


_SPANS: dict[type, Callable[[nodes.Element], str]] = {
    nodes.emphasis: _around("*"),
    nodes.strong: _around("**"),
    nodes.literal: _literal,
    nodes.reference: _reference,
    nodes.image: _image,
    nodes.math: _formula,
    nodes.footnote_reference: _note_mark,
    nodes.citation_reference: _note_mark,
    nodes.raw: _raw_span,
}
