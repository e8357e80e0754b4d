"""The seam to MyST: the only module that imports its internals."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docutils.parsers.rst import directives, roles
from myst_parser.mdit_to_docutils.sphinx_ import SphinxRenderer
from myst_parser.parsers.sphinx_ import MystParser

if TYPE_CHECKING:
    from types import ModuleType

    from docutils import nodes

__all__ = [
    "MystParser",
    "SphinxRenderer",
    "keep_footnote_settings",
    "known_directive",
    "known_role",
]


def known_directive(name: str, language: ModuleType, document: nodes.document) -> bool:
    """Tell whether docutils or Sphinx has a directive of this name, without a message if not."""
    found, _messages = directives.directive(name, language, document)
    return found is not None


def known_role(name: str, language: ModuleType, reporter: Any) -> bool:
    """Tell whether docutils or Sphinx has a role of this name, without a message if not."""
    found, _messages = roles.role(name, language, 0, reporter)
    return found is not None


def keep_footnote_settings(document: nodes.document, config: Any) -> None:
    """Hand over what MyST's transforms read from the document."""
    document.myst_slugs = {}  # type: ignore[attr-defined]
    document.settings.myst_heading_anchors_html_ids = config.heading_anchors_html_ids
    document.settings.myst_footnote_transition = config.footnote_transition
    document.settings.myst_footnote_sort = config.footnote_sort
