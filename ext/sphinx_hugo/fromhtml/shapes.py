"""What is asked of a tree of HTML: the parts of lists and tables, the text of code."""

from __future__ import annotations

from docutils import nodes

from sphinx_hugo.fromhtml import notices
from sphinx_hugo.fromhtml.tree import Tag

DROPPED = frozenset({"script", "style", "template", "source", "track", "param", "area", "col"})
"""Elements that say nothing to a reader."""

_LINE_NUMBERS = frozenset({"ln", "lnt", "lineno", "linenos", "gutter"})


def items_of(tag: Tag, *names: str) -> list[Tag]:
    """Return the items of a list; what stands between them is an item of the last kind."""
    parts: list[Tag] = []
    loose: Tag | None = None
    for child in tag.children:
        if isinstance(child, Tag) and child.name in names:
            parts.append(child)
            loose = None
        elif isinstance(child, Tag) and child.name == "div" and child.find(*names):
            parts += items_of(child, *names)
            loose = None
        elif not (isinstance(child, str) and not child.strip()):
            if loose is None:
                loose = Tag(names[-1])
                parts.append(loose)
            loose.children.append(child)
    return parts


def is_wrapper(tag: Tag) -> bool:
    """Tell whether an element holds one other and nothing else, for its looks."""
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


def leads(holder: Tag, first: Tag) -> bool:
    """Tell whether nothing stands before an element."""
    for child in holder.children:
        if child is first:
            return True
        if not (isinstance(child, str) and not child.strip()):
            return False
    return False


def is_layout(table: Tag) -> bool:
    """Tell whether a table holds another one, or code beside its line numbers."""
    if "lntable" in table.classes or table.find("table"):
        return True
    return any(
        isinstance(child, nodes.Element)
        and next(iter(child.findall(nodes.table)), None) is not None
        for part in (table, *table.find("td", "th", "tr", "tbody", "div"))
        for child in part.children
    )


def is_caption(child: Tag | str | nodes.Node) -> bool:
    """Tell whether a child of a table is its caption."""
    return isinstance(child, Tag) and child.name == "caption"


def strays(table: Tag) -> list[Tag | str | nodes.Node]:
    """Return what stands in a table where only rows and cells can."""
    found: list[Tag | str | nodes.Node] = []
    for child in table.children:
        if not isinstance(child, Tag):
            found.append(child)
        elif child.name in {"thead", "tbody", "tfoot", "tr"}:
            found += strays(child)
        elif child.name not in {"td", "th", "caption", "colgroup"}:
            found.append(child)
    return found


def leaves_of(tag: Tag) -> list[Tag]:
    """Return the cells of rows, in order, with whatever else stands between them."""
    leaves: list[Tag] = []
    for child in tag.children:
        if isinstance(child, Tag) and child.name in {"thead", "tbody", "tfoot", "tr"}:
            leaves += leaves_of(child)
        elif isinstance(child, Tag) and child.name in {"td", "th"}:
            leaves.append(child)
        else:
            leaves.append(Tag("", {}, [child]))
    return leaves


def verbatim(tag: Tag) -> str:
    """Return the text of code as it stands, without line numbers."""
    pieces: list[str] = []
    for child in tag.children:
        if isinstance(child, str):
            pieces.append(child)
        elif not isinstance(child, Tag):
            pieces.append(child.astext())
        elif child.name == "br":
            pieces.append("\n")
        elif child.name not in DROPPED and not _LINE_NUMBERS.intersection(child.classes):
            pieces.append(verbatim(child))
    return "".join(pieces)
