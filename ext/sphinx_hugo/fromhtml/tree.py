"""Tags to a tree: what a browser closes by itself is closed, nesting is bounded."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sphinx_hugo.fromhtml.tokens import End, Start, tokenize

if TYPE_CHECKING:
    from docutils import nodes

MAX_DEPTH = 40
"""How deep elements may stand in each other; those below add nothing but what they hold."""

_VOID_NAMES = "area base br col embed hr img input link meta param source track wbr"
VOID = frozenset(_VOID_NAMES.split())
"""Elements without content."""

_BLOCK_NAMES = (
    "address article aside blockquote body center details dialog dd div dl dt fieldset figcaption"
    " figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol"
    " optgroup option p pre search section summary table tbody td tfoot th thead tr ul"
    " caption"
)
BLOCKS = frozenset(_BLOCK_NAMES.split())
"""Elements that stand by themselves; a paragraph ends before them."""

_CELLS = frozenset({"td", "th", "caption"})
_TABLE = frozenset({"table", "thead", "tbody", "tfoot", "tr", "td", "th", "caption"})
_ROW = frozenset({"tr", "td", "th", "caption", "colgroup"})
# For an opening tag: what it closes, and up to where that is looked for.
_CLOSES: dict[str, tuple[frozenset[str], frozenset[str]]] = {
    "li": (frozenset({"li"}), frozenset({"ul", "ol", "menu", "td", "th"})),
    **dict.fromkeys(("dt", "dd"), (frozenset({"dt", "dd"}), frozenset({"dl", "td", "th"}))),
    "option": (frozenset({"option"}), frozenset({"select", "datalist"})),
    "a": (frozenset({"a"}), _CELLS | {"li", "table"}),
    **dict.fromkeys(("td", "th"), (_CELLS, frozenset({"tr", "table"}))),
    "tr": (_ROW, frozenset({"table", "thead", "tbody", "tfoot"})),
    **dict.fromkeys(
        ("thead", "tbody", "tfoot"),
        (_ROW | {"thead", "tbody", "tfoot"}, frozenset({"table"})),
    ),
}
_PARAGRAPH = (frozenset({"p"}), _CELLS | {"table", "li", "object", "button"})


@dataclass(slots=True, eq=False)
class Tag:
    """An element."""

    name: str
    """In lower case; empty for the root."""
    attributes: dict[str, str] = field(default_factory=dict)
    children: list[Tag | str | nodes.Node] = field(default_factory=list)
    """Elements, text, and nodes that were there already."""
    place: nodes.Node | None = None
    """The node whose HTML it comes from; it knows the place in the source."""

    @property
    def classes(self) -> list[str]:
        """The class names, in lower case."""
        return self.attributes.get("class", "").lower().split()

    def elements(self) -> list[Tag]:
        """Return the children that are elements."""
        return [child for child in self.children if isinstance(child, Tag)]

    def find(self, *names: str) -> list[Tag]:
        """Return the elements of these names below this one, in order."""
        found = []
        for child in self.elements():
            if child.name in names:
                found.append(child)
            found += child.find(*names)
        return found


class TreeBuilder:
    """Makes one tree of pieces of HTML and the nodes between them."""

    def __init__(self) -> None:
        self._root = Tag("")
        self._open = [self._root]
        self._place: nodes.Node | None = None
        # How many elements of a name were not opened, being too deep.
        self._too_deep: Counter[str] = Counter()

    def feed(self, source: str, place: nodes.Node | None = None) -> None:
        """Read a piece of HTML; its elements may stay open, its closing tags may be strays."""
        self._place = place
        for token in tokenize(source):
            if isinstance(token, Start):
                self._start(token)
            elif isinstance(token, End):
                self._end(token.name)
            else:
                self._open[-1].children.append(token)

    def add(self, node: nodes.Node) -> None:
        """Put a node where the HTML stands."""
        self._open[-1].children.append(node)

    def close(self) -> None:
        """End all elements that are open."""
        del self._open[1:]
        self._too_deep.clear()

    def finish(self) -> Tag:
        """Return the root of the tree."""
        self.close()
        return self._root

    def _start(self, token: Start) -> None:
        name = token.name
        if name in BLOCKS:
            self._close(*_PARAGRAPH)
        if name in _CLOSES:
            self._close(*_CLOSES[name])
        tag = Tag(name, token.attributes, place=self._place)
        if len(self._open) > MAX_DEPTH and name not in VOID:
            if not token.closed:
                self._too_deep[name] += 1
            self._open[-1].children.append(" ")
            return
        self._open[-1].children.append(tag)
        if name not in VOID and not token.closed:
            self._open.append(tag)

    def _close(self, names: frozenset[str], barrier: frozenset[str]) -> None:
        """Close the outermost of the open elements of these names, up to a barrier."""
        outermost = 0
        for index in range(len(self._open) - 1, 0, -1):
            name = self._open[index].name
            if name in barrier:
                break
            if name in names:
                outermost = index
        if outermost:
            del self._open[outermost:]

    def _end(self, name: str) -> None:
        if self._too_deep[name]:
            self._too_deep[name] -= 1
            self._open[-1].children.append(" ")
            return
        for index in range(len(self._open) - 1, 0, -1):
            found = self._open[index].name
            if found == name:
                del self._open[index:]
                return
            # A stray closing tag in a cell must not end the table.
            if found in _CELLS and name not in _TABLE:
                return
