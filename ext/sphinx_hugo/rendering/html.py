"""Raw HTML of a page: cut at the shortcodes in it, which are answered."""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING

from docutils import nodes

from sphinx_hugo.fromhtml.addresses import has_addresses
from sphinx_hugo.rendering.flow import is_inline
from sphinx_hugo.rendering.htmlplaces import Place, Places

if TYPE_CHECKING:
    from sphinx_hugo.rendering.page import PageRenderer

_PRE = re.compile(r"<(/?)pre\b", re.IGNORECASE)
_NEAR = 200
"""So many characters before and behind a call are looked at for words beside it."""
_INSIDE_TAG = re.compile(r"<[A-Za-z!/?][^<>]*$")


def html_nodes(
    source: str,
    line: int,
    renderer: PageRenderer,
    *,
    inline: bool,
    verbatim: bool = False,
    template: str = "",
) -> list[nodes.Node]:
    """Cut raw HTML at the shortcodes between its tags; those inside a tag become characters.

    :param verbatim: whether it begins within ``<pre>``, where white space is seen
    :param template: the shortcode whose template has printed it, if it is not in the page itself
    """
    reduced = renderer.frame.reduced
    if reduced is None or reduced.marker not in source:
        return [_raw(source, line, renderer, template)]
    found: list[nodes.Node] = []
    pending = ""
    position = 0
    places = Places()
    for match in reduced.pattern.finditer(source):
        piece = source[position : match.start()]
        pending += piece
        places.read(piece)
        for tag in _PRE.finditer(piece):
            verbatim = not tag[1]
        position = match.end()
        call = reduced.calls[int(match[1])]
        if _INSIDE_TAG.search(pending):
            pending += escape(renderer.text_of(call), quote=True)
            continue
        place = places.place(
            reduced.pattern.sub("", source[max(match.start() - _NEAR, 0) : match.start()]),
            reduced.pattern.sub("", source[match.end() : match.end() + _NEAR]),
        )
        if place is Place.CHARACTERS:
            pending += escape(renderer.text_of(call), quote=False)
            continue
        in_line = place is Place.LINE and not inline
        answer = renderer.answer(call, inline=inline or in_line, verbatim=verbatim)
        if in_line and all(isinstance(node, nodes.Text) for node in answer):
            pending += escape("".join(node.astext() for node in answer), quote=False)
            continue
        if pending.strip() or (verbatim and pending):
            found.append(_raw(pending, line, renderer, template))
        pending = ""
        # Between pieces of HTML there is no paragraph, which links need around them.
        phrase = in_line and all(is_inline(node) for node in answer)
        found.extend([nodes.inline("", "", *answer)] if phrase else answer)
    pending += source[position:]
    if pending.strip():
        found.append(_raw(pending, line, renderer, template))
    return found


def _raw(source: str, line: int, renderer: PageRenderer, template: str) -> nodes.raw:
    node = nodes.raw("", source, format="html")
    node.source, node.line = str(renderer.state.filename), line
    if has_addresses(source):
        node["hugo_docname"] = renderer.state.docname
        if template:
            node["hugo_template"] = template
    return node
