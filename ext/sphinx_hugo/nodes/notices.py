"""Notices as docutils has them, and which words and signs of Hugo's themes mean which."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

NODES: Mapping[str, type[nodes.Element]] = {
    "attention": nodes.attention,
    "caution": nodes.caution,
    "danger": nodes.danger,
    "error": nodes.error,
    "hint": nodes.hint,
    "important": nodes.important,
    "note": nodes.note,
    "tip": nodes.tip,
    "warning": nodes.warning,
}
"""The kinds of docutils."""

KINDS: Mapping[str, str] = {
    **{kind: kind for kind in NODES},
    "abstract": "note",
    "accent": "note",
    "action": "note",
    "alert": "warning",
    "blue": "note",
    "bug": "error",
    "bulb": "tip",
    "cite": "note",
    "check": "tip",
    "cyan": "note",
    "code": "note",
    "dark": "note",
    "default": "note",
    "done": "tip",
    "emphasize": "important",
    "example": "note",
    "exclamation": "warning",
    "experimental": "warning",
    "fail": "error",
    "failure": "error",
    "failed": "error",
    "faq": "hint",
    "fire": "danger",
    "green": "tip",
    "grey": "note",
    "gray": "note",
    "help": "hint",
    "idea": "tip",
    "info": "note",
    "inline": "note",
    "information": "note",
    "light": "note",
    "lightbulb": "tip",
    "link": "note",
    "magenta": "important",
    "missing": "error",
    "notice": "note",
    "orange": "warning",
    "primary": "note",
    "purple": "important",
    "question": "hint",
    "quote": "note",
    "red": "danger",
    "secondary": "note",
    "security": "danger",
    "success": "tip",
    "summary": "note",
    "tldr": "note",
    "todo": "note",
    "transparent": "note",
    "warn": "warning",
    "yellow": "warning",
    "💡": "tip",
    "✅": "tip",
    "🎉": "tip",
    "👍": "tip",
    "🚀": "tip",
    "⚠": "warning",
    "🚧": "warning",
    "🚨": "danger",
    "🔥": "danger",
    "🚫": "danger",
    "⛔": "danger",
    "🛑": "danger",
    "❌": "error",
    "❗": "important",
    "📌": "important",
    "❓": "hint",
    "🤔": "hint",
}
"""Words, colours and emoji of Hugo themes, and the kind of notice they stand for."""

_VARIATION_SELECTOR = "\N{VARIATION SELECTOR-16}"


def kind_of(word: str) -> str:
    """Return the docutils kind for a theme's word for it; empty if it is not known."""
    return KINDS.get(word.strip().removesuffix(_VARIATION_SELECTOR).lower(), "")


def notice(
    kind: str,
    title: Sequence[nodes.Node],
    body: Sequence[nodes.Node],
    classes: Sequence[str] = (),
) -> nodes.Element:
    """Return an admonition; without a title it has the usual one of its kind."""
    if not title:
        node = NODES[kind]("", *body)
        node["classes"] += classes
        return node
    node = nodes.admonition("", nodes.title("", "", *title), *body)
    node["classes"] += [kind, *classes]
    return node
