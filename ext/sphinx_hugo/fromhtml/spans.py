"""Elements in running text, and their nodes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping


def _plain(node: type[nodes.Element], **attributes: object) -> Callable[[], nodes.Element]:
    return lambda: node("", **attributes)


SPANS: Mapping[str, Callable[[], nodes.Element]] = {
    **dict.fromkeys(("b", "strong"), _plain(nodes.strong)),
    **dict.fromkeys(("i", "em", "cite", "dfn"), _plain(nodes.emphasis)),
    **dict.fromkeys(("code", "samp", "tt", "var"), _plain(nodes.literal)),
    **dict.fromkeys(("s", "del", "strike"), _plain(nodes.inline, classes=["hugo-del"])),
    "kbd": _plain(nodes.literal, classes=["kbd"]),
    "sub": _plain(nodes.subscript),
    "sup": _plain(nodes.superscript),
    "ins": _plain(nodes.inline, classes=["hugo-ins"]),
    "mark": _plain(nodes.inline, classes=["hugo-mark"]),
}
"""Elements in running text, and their nodes."""
