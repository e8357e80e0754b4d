"""Inline nodes as MyST: text, emphasis, links, pictures, raw HTML."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from docutils import nodes
from sphinx import addnodes

from sphinx_hugo.eject.marks import code_span, escaped, one_line, role
from sphinx_hugo.eject.places import destination

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    from sphinx_hugo.eject.places import Links

_PLAIN_URL = re.compile(r"https?://[^\s<>*_`\[\]\\{}~$]+")
_CLASS = re.compile(r"[A-Za-z][\w:-]*")
_BY_ITSELF = frozenset({"colwidths-auto", "align-default", "simple", "contains-task-list"})
"""Classes that Sphinx and MyST give by themselves."""
_LENGTH = re.compile(r"\d+(?:\.\d+)?(?:px|%|em|rem)?")
_OCTICON = re.compile(
    r"""<svg[^<>]*\swidth="1\.0em"[^<>]*\sclass="sd-octicon\ssd-octicon-([\w-]+)"[^<>]*>"""
)
_UNSEEN = (
    nodes.comment, nodes.meta, nodes.substitution_definition, nodes.system_message, nodes.Invisible,
    addnodes.index, nodes.target,
)  # fmt: skip


class Spans:
    """Writes the inline nodes of one page."""

    def __init__(
        self,
        links: Links,
        srcdir: Path,
        footnotes: Mapping[str, str],
        *,
        html_marks: bool = False,
    ) -> None:
        self._links = links
        self._srcdir = srcdir
        self._footnotes = footnotes
        self._html_marks = html_marks

    def with_html_marks(self) -> Spans:
        """Return the same, which writes emphasis as HTML: some is beside what stops its marks."""
        return Spans(self._links, self._srcdir, self._footnotes, html_marks=True)

    def inline(self, children: Sequence[nodes.Node]) -> str:
        """Return inline nodes as one text; it has line ends only where lines break."""
        parts: list[str] = []
        for index, child in enumerate(children):
            if _is_latex_twin(children, index):
                parts.append("\\\n")
            else:
                parts.append(self._span(child))
        return "".join(parts)

    def line(self, children: Sequence[nodes.Node]) -> str:
        """Return inline nodes where there can be no line end, as in headings and cells."""
        return one_line(self.inline(children).replace("\\\n", "<br>")).strip()

    def _span(self, node: nodes.Node) -> str:
        if isinstance(node, nodes.Text):
            return escaped(one_line(node.astext()))
        if not isinstance(node, nodes.Element) or isinstance(node, _UNSEEN):
            return ""
        writer = next((_WRITERS[cls] for cls in type(node).__mro__ if cls in _WRITERS), None)
        return writer(self, node) if writer is not None else self.inline(node.children)

    def _emphasis(self, node: nodes.Element) -> str:
        return self._around(node, "*", "em")

    def _strong(self, node: nodes.Element) -> str:
        return self._around(node, "**", "strong")

    def _around(self, node: nodes.Element, mark: str, tag: str) -> str:
        text = self.inline(node.children)
        inner = text.strip()
        if not inner:
            return text
        start = len(text) - len(text.lstrip())
        before, after = text[:start], text[start + len(inner) :]
        if self._html_marks and mark != "~~":
            return f"{before}<{tag}>{inner}</{tag}>{after}"
        return f"{before}{mark}{inner}{mark}{after}"

    def _literal(self, node: nodes.Element) -> str:
        return code_span(node.astext())

    def _math(self, node: nodes.Element) -> str:
        return role("math", node.astext())

    def _subscript(self, node: nodes.Element) -> str:
        return self._as_role(node, "sub")

    def _superscript(self, node: nodes.Element) -> str:
        return self._as_role(node, "sup")

    def _as_role(self, node: nodes.Element, name: str) -> str:
        if all(isinstance(child, nodes.Text) for child in node.children):
            return role(name, node.astext())
        return f"<{name}>{self.inline(node.children)}</{name}>"

    def _abbreviation(self, node: nodes.Element) -> str:
        text = node.get("explanation")
        return role("abbr", f"{node.astext()} ({text})") if text else self.inline(node.children)

    def _inline(self, node: nodes.Element) -> str:
        if "hugo-del" in node["classes"]:
            inner = nodes.inline("", "", *(c.deepcopy() for c in node.children[1:-1]))
            return self._around(inner, "~~", "del")
        text = self.inline(node.children)
        names = classes(node)
        return f"[{text}]{{{names}}}" if names and text.strip() else text

    def _reference(self, node: nodes.Element) -> str:
        text = self.inline(node.children).strip()
        address = node.get("refuri") or (f"#{node['refid']}" if node.get("refid") else "")
        if not text or not address:
            return text
        target = self._links.destination(address)
        names = classes(node)
        title = node.get("reftitle") or ""
        if (
            target.is_plain
            and not names
            and not title
            and node.astext() == address
            and _PLAIN_URL.fullmatch(address)
        ):
            return f"<{address}>"
        if not target.is_plain:
            names = f".external {names}".strip()
        attributes = f"{{{names}}}" if names else ""
        return f"[{text}]({destination(target.address)}{_title(title)}){attributes}"

    def _image(self, node: nodes.Element) -> str:
        alt = escaped(one_line(node.get("alt") or ""))
        given = [classes(node)] if node["classes"] else []
        given += [
            f'{name}="{node[name]}"'
            for name in ("width", "height")
            if _LENGTH.fullmatch(str(node.get(name) or ""))
        ]
        attributes = f"{{{' '.join(filter(None, given))}}}" if any(given) else ""
        target = destination(self.picture(node))
        return f"![{alt}]({target}{_title(node.get('title') or '')}){attributes}"

    def picture(self, node: nodes.Element) -> str:
        """Return what the project calls the file of a picture, or the address of one elsewhere."""
        uri = str(node["uri"])
        if "://" in uri or uri.startswith(("data:", "//")):
            return uri
        return self._links.places.of_file(self._srcdir / uri.lstrip("/"))

    def html_address(self, address: str) -> str:
        """Return an address as HTML has it."""
        return self._links.html_address(address)

    def in_html(self, html: str) -> str:
        """Return raw HTML with the addresses of pages as it needs them."""
        return self._links.in_html(html)

    def _raw(self, node: nodes.Element) -> str:
        if "html" not in node.get("format", "").split():
            return ""
        icon = _OCTICON.match(node.astext())
        if icon is not None:
            return role("octicon", icon[1])
        return one_line(self._links.in_html(node.astext()))

    def _footnote_reference(self, node: nodes.Element) -> str:
        return f"[^{self._footnotes.get(node.get('refid', ''), node.astext())}]"

    def _nothing(self, _node: nodes.Element) -> str:
        return ""


_WRITERS: dict[type, Callable[[Spans, nodes.Element], str]] = {
    nodes.emphasis: Spans._emphasis,
    nodes.strong: Spans._strong,
    nodes.literal: Spans._literal,
    nodes.math: Spans._math,
    nodes.subscript: Spans._subscript,
    nodes.superscript: Spans._superscript,
    nodes.abbreviation: Spans._abbreviation,
    nodes.inline: Spans._inline,
    nodes.reference: Spans._reference,
    nodes.image: Spans._image,
    nodes.raw: Spans._raw,
    nodes.footnote_reference: Spans._footnote_reference,
    nodes.problematic: Spans._nothing,
}


def classes(node: nodes.Element) -> str:
    """Return the classes of a node as MyST writes attributes, such as ``.a .b``; often empty."""
    names = (name for name in node["classes"] if name not in _BY_ITSELF)
    return " ".join(f".{name}" for name in names if _CLASS.fullmatch(name))


def footnote_label(node: nodes.Element) -> str:
    """Return the label of a footnote.

    MyST shows a number as it stands, where Hugo counts; so it is the one that Hugo would show.
    """
    name = str(next(iter([*node["names"], *node["dupnames"]]), ""))
    label = re.sub(r"[^\w-]", "-", name.removeprefix("footnote-"))
    return label if label and not label.isdecimal() else node.children[0].astext()


def footnote_labels(document: nodes.document) -> dict[str, str]:
    """Return the labels of the footnotes of a page, by id."""
    return {
        name: footnote_label(node)
        for node in document.findall(nodes.footnote)
        for name in node["ids"]
    }


def _title(text: str) -> str:
    if not text:
        return ""
    plain = one_line(text).replace("\\", "\\\\").replace('"', '\\"')
    return f' "{plain}"'


def _is_latex_twin(children: Sequence[nodes.Node], index: int) -> bool:
    """Tell whether this is the HTML of a line break, behind which its twin for LaTeX stands."""
    node = children[index]
    following = children[index + 1] if index + 1 < len(children) else None
    return (
        isinstance(node, nodes.raw)
        and isinstance(following, nodes.raw)
        and "latex" in following["format"].split()
        and node.astext().lstrip().startswith("<br")
    )
