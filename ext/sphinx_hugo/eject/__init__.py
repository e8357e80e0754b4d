"""A Hugo site as a plain MyST project, for those who move away from Hugo for good.

What a page says is known from its doctree, as our own build reads it. Each block is written anew
from there, and the author's own lines are taken instead wherever plain MyST reads them as the same.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata


def setup(app: Sphinx) -> ExtensionMetadata:
    """Register the builder ``hugo-eject``."""
    from sphinx_hugo.eject.builder import EjectBuilder  # noqa: PLC0415 - as the package does

    app.add_builder(EjectBuilder)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": False}
