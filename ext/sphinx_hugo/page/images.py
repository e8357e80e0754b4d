"""Pictures for builders that cannot show every format: LaTeX has no SVG, for one."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinx.util.images import guess_mimetype

if TYPE_CHECKING:
    from sphinx.builders import Builder

_SUFFIXES = {
    "application/pdf": (".pdf",),
    "image/png": (".png",),
    "image/jpeg": (".jpg", ".jpeg"),
    "image/gif": (".gif",),
    "image/svg+xml": (".svg",),
}
"""Names of the formats that builders list, in whose order a file is looked for."""


class ImageFallbacks(SphinxPostTransform):
    """Take the file of the same name in a format that the builder can show, else the text."""

    default_priority = 250  # after Sphinx's own converters, which may have made one

    def run(self, **kwargs: Any) -> None:
        """Replace the pictures of one document."""
        domain: Any = self.env.get_domain("hugo")
        docname = self.env.current_document.docname
        builder: Builder = domain.builder
        # Browsers show more than Sphinx lists; where nothing is listed, pictures are words anyway.
        if domain.page_of(docname) is None or builder.format == "html":
            return
        supported = list(builder.supported_image_types)
        for node in list(self.document.findall(nodes.image)) if supported else ():
            if "://" in node["uri"] or "candidates" not in node:
                continue
            path = Path(self.env.srcdir, node["uri"])
            if guess_mimetype(path) in supported:
                continue
            sibling = _sibling(path, supported)
            if sibling is None:
                _show_words(node)
                continue
            uri = Path(node["uri"]).with_suffix(sibling.suffix).as_posix()
            node["uri"] = uri
            node["candidates"] = {"*": uri}
            self.env.images.add_file(docname, uri)


def _sibling(path: Path, supported: list[str]) -> Path | None:
    for kind in supported:
        for suffix in _SUFFIXES.get(kind, ()):
            found = path.with_suffix(suffix)
            if found.is_file():
                return found
    return None


def _show_words(node: nodes.image) -> None:
    words = node.get("alt") or Path(node["uri"]).name
    text = nodes.inline(words, words)
    inline = isinstance(node.parent, nodes.TextElement)
    node.replace_self(text if inline else nodes.paragraph("", "", text))
