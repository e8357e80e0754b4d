"""What an answer says to a reader: its words, links and pictures, however they are laid out."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html.parser import HTMLParser
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from docutils import nodes
from sphinx import addnodes

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_WORD = re.compile(r"[^\W_]+")
_UNSEEN = frozenset({"script", "style", "template", "noscript", "head"})
_INLINE = frozenset(
    {"a", "abbr", "b", "bdi", "bdo", "cite", "code", "del", "dfn", "em", "font", "i", "ins", "kbd"}
    | {"mark", "q", "s", "samp", "small", "span", "strong", "sub", "sup", "u", "var", "wbr"}
)
"""Elements whose ends may stand within a word."""


@dataclass(frozen=True, slots=True)
class Said:
    """What a reader learns from an answer."""

    words: frozenset[str] = frozenset()
    """Without regard to case and order."""
    links: frozenset[str] = frozenset()
    """Targets, as :func:`target` gives them."""
    pictures: frozenset[str] = frozenset()
    """Targets of those that are more than decoration."""

    def __or__(self, other: Said) -> Said:
        """Join two answers."""
        words, links = self.words | other.words, self.links | other.links
        return Said(words, links, self.pictures | other.pictures)

    def lacks(self, parts: frozenset[str]) -> bool:
        """Tell whether a link or picture of some is not in the text either, as in Markdown."""
        return any(not words(part) <= self.words for part in parts)


def words(text: str) -> frozenset[str]:
    """Return the words of a text."""
    return frozenset(_WORD.findall(text.casefold()))


def target(address: str) -> str:
    """Return what tells one link from another, whether it is an address, a path or a ref.

    The last part without its extension, and the host if there is one; empty for a place on the page.
    """
    try:
        parts = urlsplit(address.strip())
    except ValueError:
        return ""
    names = [part for part in unquote(parts.path).casefold().split("/") if part not in {"", "."}]
    if names and names[-1].partition(".")[0] in {"index", "_index"}:
        del names[-1]
    last = names[-1].removesuffix(".md").removesuffix(".html") if names else ""
    return f"{parts.netloc.casefold()}/{last}" if parts.netloc or parts.path else ""


def said_by_html(text: str) -> Said:
    """Return what HTML says, or Markdown that a template has printed."""
    reader = _Reader()
    reader.feed(text)
    reader.close()
    pictures = _targets(reader.pictures)
    # A picture that can be clicked on to see it alone is no link to anywhere.
    return Said(words("".join(reader.text)), _targets(reader.links) - pictures, pictures)


def said_by_nodes(found: Iterable[nodes.Node]) -> Said:
    """Return what nodes say."""
    said = Said()
    for top in found:
        said |= Said(words(top.astext()))
        for node in top.findall():
            said |= _said_by_attributes(node)
    return said


def said_by_parts(value: object) -> Said:
    """Return what is left with a shortcode: nodes and texts, in lists, records and the like."""
    if isinstance(value, nodes.Node):
        return said_by_nodes([value])
    if isinstance(value, str):
        return Said(words(value))
    said, parts = Said(), _parts(value)
    for part in parts:
        said |= said_by_parts(part)
    return said


def _parts(value: object) -> Sequence[object]:
    if isinstance(value, dict):
        return [*value.values()]
    if isinstance(value, list | tuple | set | frozenset):
        return [*value]
    names = getattr(type(value), "__dataclass_fields__", ())
    return [getattr(value, name) for name in names]


def _said_by_attributes(node: nodes.Node) -> Said:
    if isinstance(node, nodes.raw):
        return said_by_html(node.astext())
    if isinstance(node, nodes.image):
        return Said(words(str(node.get("alt", ""))), pictures=_targets([str(node["uri"])]))
    if isinstance(node, nodes.reference | addnodes.pending_xref | addnodes.download_reference):
        address = str(node.get("refuri") or node.get("reftarget") or "")
        return Said(links=_targets([address]))
    return Said()


def _targets(addresses: Iterable[str]) -> frozenset[str]:
    return frozenset(filter(None, map(target, addresses)))


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.text: list[str] = []
        self.links: list[str] = []
        self.pictures: list[str] = []
        self._unseen: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag not in _INLINE:
            self.text.append(" ")
        if tag in _UNSEEN:
            self._unseen.append(tag)
        elif self._unseen:
            return
        elif tag == "a":
            self.links.append(given.get("href", ""))
        elif tag == "img" and given.get("alt"):
            self.pictures.append(given.get("src", ""))
            self.text.append(f"{given['alt']} ")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in _UNSEEN:
            self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        if tag not in _INLINE:
            self.text.append(" ")
        if self._unseen and tag == self._unseen[-1]:
            self._unseen.pop()

    def handle_data(self, data: str) -> None:
        if not self._unseen:
            self.text.append(data)
