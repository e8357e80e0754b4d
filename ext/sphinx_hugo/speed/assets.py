"""The tags of style sheets and scripts, made once per folder depth.

Sphinx makes them anew for each page and looks for each file on the disk again. Exact, because a tag
depends on the page only through the way up to the output folder, and Sphinx itself keeps the
checksum of a file from the first time on.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

    from sphinx.application import Sphinx


class AssetTags:
    """Handles ``html-page-context`` for all pages of a build."""

    def __init__(self) -> None:
        self._tags: dict[tuple[str, str, Any], str] = {}

    def start(self, *_arguments: Any) -> None:
        """Forget an earlier build (``env-before-read-docs``)."""
        self._tags.clear()

    def replace(
        self, _app: Sphinx, pagename: str, _template: str, context: dict[str, Any], _tree: Any
    ) -> None:
        """Let ``css_tag`` and ``js_tag`` of a page answer from memory (``html-page-context``)."""
        if pagename.startswith("_"):
            return  # may lie beside the assets
        for name in ("css_tag", "js_tag"):
            original = context.get(name)
            if original is not None and original.__module__ == "sphinx.builders.html":
                context[name] = self._remembering(name, context["content_root"], original)

    def _remembering(
        self, name: str, root: str, original: Callable[[Any], str]
    ) -> Callable[[Any], str]:
        def tag(asset: Any) -> str:
            key = (name, root, asset)
            found = self._tags.get(key)
            if found is None:
                found = self._tags[key] = original(asset)
            return found

        return tag
