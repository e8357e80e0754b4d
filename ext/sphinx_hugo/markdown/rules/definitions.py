"""Definitions of links, ``[label]: address``: a text may use those of the text around it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

    from markdown_it.rules_core import StateCore

AROUND = "references_around"
"""Where in ``env`` the definitions of the text around are."""

Definitions = dict[str, dict[str, Any]]
"""Label to address and title, as markdown-it-py keeps them in ``env["references"]``."""


def take_over(state: StateCore) -> None:
    """Add the definitions around for the labels that the text does not define itself."""
    around: Mapping[str, dict[str, Any]] | None = state.env.get(AROUND)
    if around:
        own = state.env.setdefault("references", {})
        for label, definition in around.items():
            own.setdefault(label, definition)
