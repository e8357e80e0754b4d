"""An extension of which nobody knows what it shows on a page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def setup(app: Sphinx) -> dict[str, Any]:
    """Do nothing."""
    return {"parallel_read_safe": True, "parallel_write_safe": True}
