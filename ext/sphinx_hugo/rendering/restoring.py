"""Shortcodes in directives: characters wherever a directive does not read Markdown."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from docutils import nodes

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

_OPTIONS = re.compile(r"\s*(?:---\n(?s:.*?)\n---(?=\n|\Z)|(?::.*(?:\n|\Z))+)")


def restore_options(content: str, restored: Callable[[str], str]) -> str:
    """Return the content of a directive with the placeholders in its options replaced."""
    found = _OPTIONS.match(content)
    return content if found is None else restored(found[0]) + content[found.end() :]


def restore_nodes(found: Iterable[nodes.Node], restored: Callable[[str], str]) -> None:
    """Replace the placeholders that a directive took for text."""
    for top in found:
        for node in list(top.findall()):
            if isinstance(node, nodes.Text):
                new = restored(str(node))
                if new != node and node.parent is not None:
                    node.parent.replace(node, nodes.Text(new))
            elif isinstance(node, nodes.Element):
                node.rawsource = restored(node.rawsource)
                for name, value in node.attributes.items():
                    node[name] = _restored(value, restored)


def _restored(value: Any, restored: Callable[[str], str]) -> Any:
    if isinstance(value, str):
        return restored(value)
    if isinstance(value, list):
        return [_restored(one, restored) for one in value]
    return value
