"""The node that stands for a reference until its page is written."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx import addnodes

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


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
    shown = list(children)
    # Sphinx makes a link to the file of a small picture, unless it stands right below another link.
    is_picture = len(shown) == 1 and isinstance(shown[0], nodes.image)
    node += shown if is_picture else nodes.inline("", "", *shown)
    return node
