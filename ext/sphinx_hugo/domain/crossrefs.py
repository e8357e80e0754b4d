"""The node that stands for a reference until its page is written."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx import addnodes

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


def printed_by(node: nodes.Element) -> str:
    """Return what a warning adds about a link that stands in the output of a template."""
    name = node.get("hugo_template")
    return f" (in what the template of '{name}' prints here)" if name else ""


def pending_reference(
    kind: str,
    target: str,
    children: Iterable[nodes.Node],
    *,
    docname: str,
    title: str = "",
    attributes: Mapping[str, Any] | None = None,
) -> addnodes.pending_xref:
    """Make a reference that is resolved when the page is written.

    *kind* is ``ref`` for the argument of ``ref`` and ``relref``, ``link`` for the destination of a
    plain link.
    """
    node = addnodes.pending_xref(
        "",
        refdomain="hugo",
        reftype=kind,
        reftarget=target,
        refdoc=docname,
        refexplicit=True,
        refwarn=True,
        **(attributes or {}),
    )
    if title:
        node["reftitle"] = title
    shown = without_links(children)
    # Sphinx makes a link to the file of a small picture, unless it stands right below another link.
    is_picture = len(shown) == 1 and isinstance(shown[0], nodes.image)
    node += shown if is_picture else nodes.inline("", "", *shown)
    return node


def without_links(children: Iterable[nodes.Node]) -> list[nodes.Node]:
    """Return what a link shows; of links in it only the words, as there is no link in a link."""
    found: list[nodes.Node] = []
    for child in children:
        if isinstance(child, nodes.reference | addnodes.pending_xref):
            found += without_links(child.children)
            continue
        if isinstance(child, nodes.Element):
            child[:] = without_links(child.children)
        found.append(child)
    return found
