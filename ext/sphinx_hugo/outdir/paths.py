"""Where the files of a build lie below the output folder."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.builders import Builder


def page_file(builder: Builder, docname: str) -> Path:
    """Return the output file of a document, for a builder of HTML."""
    path: Path = builder.get_output_path(docname)  # type: ignore[attr-defined]
    return path


def source_name(app: Sphinx, docname: str) -> str:
    """Return the name of a page's source as it is served: that of the document, not of the file."""
    suffix = app.env.doc2path(docname).suffix
    extra: str = app.config.html_sourcelink_suffix
    return docname + suffix + (extra if suffix != extra else "")


def serves_files(builder: Builder) -> bool:
    """Tell whether a builder's output is a folder of pages that a web server serves."""
    return builder.format == "html" and builder.name in {"html", "dirhtml"}


def inside(folder: Path, target: str) -> Path | None:
    """Return the path of *target* below *folder*; None if it would lie outside of it."""
    path = Path(os.path.normpath(folder / target))
    return path if path != folder and path.is_relative_to(folder) else None
