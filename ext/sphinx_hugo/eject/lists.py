"""Lists, definitions and footnotes as MyST."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from docutils import nodes

from sphinx_hugo.eject.marks import indented, joined, safe_start
from sphinx_hugo.eject.spans import classes, footnote_label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sphinx_hugo.eject.blocks import Blocks

NOTHING = "&#8203;"
"""What stands where Markdown insists on something: a space without width."""

_TASK = re.compile(r'<input[^>]*type="?checkbox', re.IGNORECASE)


def items(writer: Blocks, node: nodes.Element, end: int) -> list[str]:
    """Return a list, numbered or not."""
    numbered = isinstance(node, nodes.enumerated_list)
    number = int(node.get("start", 1))
    children = [item for item in node.children if isinstance(item, nodes.Element)]
    texts = []
    for index, item in enumerate(children):
        marker = f"{number + index}. " if numbered else "- "
        following = children[index + 1] if index + 1 < len(children) else None
        last = (following.line or end) if following is not None else end
        texts.append(indented(_item(writer, item, last), marker))
    is_simple = all(_is_simple(item) for item in children)
    names = classes(node)
    text = ("\n" if is_simple else "\n\n").join(texts)
    return [f"{{{names}}}\n{text}" if names else text] if texts else []


def _item(writer: Blocks, item: nodes.Element, end: int) -> str:
    first = item.children[0] if item.children else None
    box = first.children[0] if isinstance(first, nodes.paragraph) and first.children else None
    if not (isinstance(box, nodes.raw) and _TASK.match(box.astext())):
        return _joined_apart(writer.blocks(item.children, end))
    mark = "[x]" if "checked" in box.astext() else "[ ]"
    box.parent.remove(box)
    return f"{mark} {_joined_apart(writer.blocks(item.children, end))}"


def _is_simple(item: nodes.Element) -> bool:
    kinds = [type(child) for child in item.children]
    return len(kinds) <= 1 or (len(kinds) == 2 and issubclass(kinds[1], nodes.Sequential))


def _joined_apart(texts: Sequence[str]) -> str:
    """Return the blocks of a list item; a list below its first line needs no empty line."""
    if len(texts) == 2 and re.match(r"[-*+] |1\. ", texts[1]) and "\n\n" not in texts[1]:
        return "\n".join(texts)
    return joined(list(texts))


def definitions(writer: Blocks, node: nodes.Element, end: int) -> list[str]:
    """Return a definition list; several terms of one definition stand on one line."""
    return [
        _definition(writer, item, end)
        for item in node.children
        if isinstance(item, nodes.definition_list_item)
    ]


def _definition(writer: Blocks, node: nodes.Element, end: int) -> str:
    terms = [child for child in node.children if isinstance(child, nodes.term)]
    names = [writer.spans.line([*map(_anchor, term["ids"]), *term.children]) for term in terms]
    bodies = [
        joined(writer.blocks(child.children, end))
        for child in node.children
        if isinstance(child, nodes.definition)
    ]
    term = safe_start("<br>".join(names)) or NOTHING
    return "\n".join([term, *(indented(body or NOTHING, ": ") for body in bodies)])


def _anchor(name: str) -> nodes.raw:
    return nodes.raw("", f'<a id="{name}"></a>', format="html")


def field(writer: Blocks, node: nodes.Element, end: int) -> list[str]:
    """Return a field, which only some directives make, as an item."""
    name, body = node.children[0], node.children[-1]
    text = joined(writer.blocks(body.children, end))
    return [indented(f"**{writer.spans.line(name.children)}:** {text}", "- ")]


def footnote(writer: Blocks, node: nodes.Element, end: int) -> list[str]:
    """Return the text of a footnote."""
    rest = [child for child in node.children if not isinstance(child, nodes.label)]
    text = joined(writer.blocks(rest, end)) or NOTHING
    return [indented(f"[^{footnote_label(node)}]: {text}", "    ").strip()]


def lines(writer: Blocks, node: nodes.Element, _end: int) -> list[str]:
    """Return lines that break where they do."""
    texts = (writer.spans.line(line.children) for line in node.findall(nodes.line))
    return ["\\\n".join(filter(None, texts))]
