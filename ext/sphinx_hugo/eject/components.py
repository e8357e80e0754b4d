"""What shortcodes become, as directives: notes, tabs, cards, figures, things that fold."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from docutils import nodes

from sphinx_hugo.eject.marks import directive, joined
from sphinx_hugo.nodes.components import is_component

if TYPE_CHECKING:
    from collections.abc import Callable

    from sphinx_hugo.eject.blocks import Blocks

_ADMONITIONS = (
    "attention", "caution", "danger", "error", "hint", "important", "note", "tip", "warning",
)  # fmt: skip
_COLUMNS = re.compile(r"sd-row-cols-(xs|sm|md|lg)-(\d+)\Z")
_OWN = re.compile(r"sd-|docutils\Z|literal-block-wrapper\Z")
_EMPTY = "% empty"
"""Some directives insist on content; this is a comment."""


def admonition(writer: Blocks, node: nodes.Element, end: int) -> list[str]:
    """Return a note of whatever kind."""
    titles = [child for child in node.children if isinstance(child, nodes.title)]
    body = [child for child in node.children if not isinstance(child, nodes.title)]
    text = joined(writer.blocks(body, end)) or _EMPTY
    if titles:
        names = " ".join(node["classes"])
        title = writer.spans.line(titles[0].children) or "&nbsp;"
        return [directive("admonition", title, {"class": names} if names else None, text)]
    kind = next((name for name in _ADMONITIONS if isinstance(node, getattr(nodes, name))), "note")
    return [directive(kind, "", None, text)]


def figure(writer: Blocks, node: nodes.Element, end: int) -> list[str]:
    """Return a picture with its caption."""
    image = next(iter(node.findall(nodes.image)), None)
    if image is None:
        return writer.blocks(node.children, end)
    content: list[str] = []
    for child in node.children:
        if isinstance(child, nodes.caption):
            content.append(writer.text(child.children))
        elif isinstance(child, nodes.legend):
            # The first block is the caption, whatever it is.
            content += [*([] if content else ["&nbsp;"]), *writer.blocks(child.children, end)]
    options = _figure_options(writer, node, image)
    return [directive("figure", writer.spans.picture(image), options, joined(content))]


def _figure_options(writer: Blocks, node: nodes.Element, image: nodes.image) -> dict[str, str]:
    options = {name: str(image[name]) for name in ("alt", "width", "height") if image.get(name)}
    link = image.parent
    if isinstance(link, nodes.reference) and link.get("refuri"):
        options["target"] = writer.spans.html_address(str(link["refuri"]))
    names = [name for name in image["classes"] if name]
    if names:
        options["class"] = " ".join(names)
    if node.get("align"):
        options["align"] = str(node["align"])
    own = [name for name in node["classes"] if name != "align-default"]
    if own:
        options["figclass"] = " ".join(own)
    return options


def container(writer: Blocks, node: nodes.Element, end: int) -> list[str]:
    """Return a component of sphinx-design, or an element with classes."""
    known = _COMPONENTS.get(str(node.get("design_component", "")))
    if known is not None:
        return known(writer, node, end)
    text = joined(writer.blocks(node.children, end))
    names = " ".join(name for name in node["classes"] if not _OWN.match(name))
    if not text:
        return []
    return [directive("div", names, None, text)] if names else [text]


def _dropdown(writer: Blocks, node: nodes.Element, end: int) -> list[str]:
    title = node.children[0] if node.get("has_title") else None
    body = node.children[1:] if title is not None else node.children
    options = {"open": ""} if node.get("opened") else {}
    given: list[str] = node.get("container_classes", [])
    names = [name for name in given if not name.startswith("sd-mb")]
    if names:
        options["class-container"] = " ".join(names)
    text = joined(writer.blocks(body, end)) or _EMPTY
    label = writer.spans.line(title.children) if isinstance(title, nodes.Element) else ""
    return [directive("dropdown", label, options, text)]


def _tab_set(writer: Blocks, node: nodes.Element, end: int) -> list[str]:
    items = [item for item in node.children if isinstance(item, nodes.Element)]
    texts = []
    group = ""
    for number, item in enumerate(items):
        following = items[number + 1] if number + 1 < len(items) else None
        last = (following.line or end) if following is not None else end
        label = next(iter(item.findall(nodes.rubric)), None)
        options = {}
        if label is not None and label.get("sync_id"):
            options["sync"] = str(label["sync_id"])
            group = str(label.get("sync_group", ""))
        if item.get("selected"):
            options["selected"] = ""
        body = [c for c in item.children if is_component(c, "tab-content")]
        children = [child for part in body for child in part.children]
        text = joined(writer.blocks(children, last)) or _EMPTY
        title = writer.spans.line(label.children) if label is not None else "&nbsp;"
        texts.append(directive("tab-item", title or "&nbsp;", options, text))
    if not texts:
        return []
    grouped = {"sync-group": group} if group and group != "tab" else None
    return [directive("tab-set", "", grouped, joined(texts))]


def _grid(writer: Blocks, node: nodes.Element, end: int) -> list[str]:
    children = [child for child in node.children if isinstance(child, nodes.Element)]
    rows = [child for child in children if is_component(child, "grid-row")]
    texts = []
    sizes: dict[str, str] = {}
    for row in rows:
        sizes |= {m[1]: m[2] for name in row["classes"] if (m := _COLUMNS.match(name))}
        for item in row.children:
            text = joined(writer.blocks(item.children, end)) or _EMPTY
            texts.append(directive("grid-item", "", None, text))
    if not texts:
        return []
    columns = " ".join(sizes.get(size, "1") for size in ("xs", "sm", "md", "lg")) if sizes else ""
    return [directive("grid", columns, {"gutter": "3"}, joined(texts))]


def _card(writer: Blocks, node: nodes.Element, end: int) -> list[str]:
    options: dict[str, str] = {}
    title = ""
    texts: list[str] = []
    for child in (part for part in node.children if isinstance(part, nodes.Element)):
        if isinstance(child, nodes.image):
            options["img-top"] = writer.spans.picture(child)
            options["img-alt"] = str(child.get("alt") or "")
        elif is_component(child, "card-header"):
            options["header"] = _line_of(writer, child)
        elif is_component(child, "card-footer"):
            options["footer"] = _line_of(writer, child)
        else:
            title, body = _card_body(writer, child)
            texts += writer.blocks(body, end)
    names = [name for name in node["classes"] if not name.startswith("sd-")]
    if names:
        options["class-card"] = " ".join(names)
    return [directive("card", title, {k: v for k, v in options.items() if v}, joined(texts))]


def _card_body(writer: Blocks, node: nodes.Element) -> tuple[str, list[nodes.Node]]:
    """Return the title of a card and what stands below it."""
    if not is_component(node, "card-body"):
        return "", [node]
    title = ""
    body = list(node.children)
    first = body[0] if body else None
    if isinstance(first, nodes.paragraph) and "sd-card-title" in first["classes"]:
        title = _title_of(writer, first)
        body = body[1:]
    for paragraph in body:
        if isinstance(paragraph, nodes.paragraph):  # sphinx-design adds it
            paragraph["classes"] = [c for c in paragraph["classes"] if c != "sd-card-text"]
    return title, body


def _title_of(writer: Blocks, paragraph: nodes.Element) -> str:
    strong = paragraph.children[0] if paragraph.children else None
    inner = strong if isinstance(strong, nodes.strong) and len(paragraph) == 1 else paragraph
    return writer.spans.line(inner.children)


def _line_of(writer: Blocks, node: nodes.Element) -> str:
    inlines = [
        child
        for part in node.children
        for child in (part.children if isinstance(part, nodes.paragraph) else [part])
    ]
    return writer.spans.line(inlines) or "&nbsp;"


_COMPONENTS: dict[str, Callable[[Blocks, nodes.Element, int], list[str]]] = {
    "dropdown": _dropdown,
    "tab-set": _tab_set,
    "grid-container": _grid,
    "card": _card,
}
