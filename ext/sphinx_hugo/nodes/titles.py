"""Titles from front matter as nodes: plain text, but for code in backquotes."""

from __future__ import annotations

import re

from docutils import nodes

_CODE = re.compile(r"`([^`]+)`")


def title_nodes(title: str) -> list[nodes.Node]:
    """Return the inline nodes of a title; themes render its code spans, and nothing else is markup."""
    found: list[nodes.Node] = []
    position = 0
    for match in _CODE.finditer(title):
        if match.start() > position:
            found.append(nodes.Text(title[position : match.start()]))
        found.append(nodes.literal(match[1], match[1]))
        position = match.end()
    if position < len(title) or not found:
        found.append(nodes.Text(title[position:]))
    return found
