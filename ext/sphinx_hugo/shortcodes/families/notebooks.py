"""Jupyter notebooks of the site, cell by cell."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from sphinx_hugo.hugo.problems import Kind
from sphinx_hugo.shortcodes.base import Shortcode
from sphinx_hugo.shortcodes.code import code_block

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docutils import nodes


class Notebook(Shortcode):
    """A notebook: its Markdown, its code, and the text that the code printed."""

    any_parameter = True

    def to_nodes(self) -> list[nodes.Node]:
        """Return the cells; nothing for a file that is no notebook."""
        source = self.params.text(0, "file", "src", "path")
        text = self.context.read_text(source) if source else None
        if text is None:
            return []
        try:
            data = json.loads(text)
            cells = data["cells"]
            language = data.get("metadata", {}).get("kernelspec", {}).get("language", "python")
            return [node for cell in cells for node in self._cell(cell, str(language))]
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
            self.context.report(
                Kind.RESOURCE, f"'{source}' cannot be read as a Jupyter notebook: {error}."
            )
            return []

    def _cell(self, cell: dict[str, Any], language: str) -> Iterator[nodes.Node]:
        text = _joined(cell.get("source", ""))
        if cell.get("cell_type") == "markdown":
            yield from self.context.render(self.context.markup(text), self)
            return
        if text.strip():
            yield code_block(text, language if cell.get("cell_type") == "code" else "")
        for output in cell.get("outputs", ()):
            printed = _joined(output.get("text") or output.get("data", {}).get("text/plain", ""))
            if printed.strip():
                yield code_block(printed, "")


def _joined(text: str | list[str]) -> str:
    return text if isinstance(text, str) else "".join(text)
