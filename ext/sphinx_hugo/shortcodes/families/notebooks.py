"""Jupyter notebooks of the site, cell by cell."""

from __future__ import annotations

import json
from base64 import b64decode
from typing import TYPE_CHECKING, Any

from docutils import nodes

from sphinx_hugo.hugo.problems import Kind
from sphinx_hugo.nodes.code import code_block
from sphinx_hugo.shortcodes.base import Shortcode

if TYPE_CHECKING:
    from collections.abc import Iterator


_PICTURES = ("image/png", "image/jpeg")


class Notebook(Shortcode):
    """A notebook: its Markdown, its code, and the text and pictures that the code put out."""

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
            yield from _shown(output)


def _shown(output: dict[str, Any]) -> Iterator[nodes.Node]:
    """Return what a cell has put out: a picture if there is one, else text."""
    data = output.get("data", {})
    kind = next((one for one in _PICTURES if one in data), "")
    picture = "".join(_joined(data[kind]).split()) if kind else ""
    if _is_base64(picture):
        image = nodes.image(uri=f"data:{kind};base64,{picture}")
        image["alt"] = _joined(data.get("text/plain", ""))
        yield nodes.paragraph("", "", image)
        return
    printed = _joined(output.get("text") or data.get("text/plain", ""))
    if output.get("output_type") == "error":
        printed = f"{output.get('ename', 'Error')}: {output.get('evalue', '')}"
    if printed.strip():
        yield code_block(printed, "")


def _is_base64(text: str) -> bool:
    """Tell whether every builder can read the text: some write the picture into a file."""
    try:
        return bool(text) and bool(b64decode(text, validate=True))
    except ValueError:
        return False


def _joined(text: str | list[str]) -> str:
    return text if isinstance(text, str) else "".join(text)
