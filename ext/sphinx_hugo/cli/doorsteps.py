"""Redirects above a language's folder, to what Hugo has there and a build of that language has not."""

from __future__ import annotations

import os
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from sphinx_hugo.cli.running import site_state
from sphinx_hugo.outdir.paths import inside, page_file, serves_files
from sphinx_hugo.outdir.writing import replace_file
from sphinx_hugo.output.files import REDIRECT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.application import Sphinx

    from sphinx_hugo.documents import Documents
    from sphinx_hugo.hugo.pages import Page

_REDIRECTS = b'http-equiv="refresh"'


def write_doorsteps(app: Sphinx) -> None:
    """Lead from the root of the site into the language's folder, if it has one.

    Sphinx writes below that folder only. In Hugo, the root leads to the first language, and a page
    whose ``url`` begins with a slash is outside of its language's folder.
    """
    documents = site_state(app).documents
    if not documents.prefix or not serves_files(app.builder):
        return
    root = Path(app.outdir).parent
    for target, docname, page in _doorsteps(documents):
        path = inside(root, target)
        if path is None or path.is_relative_to(app.outdir) or _is_taken(path):
            continue
        there = page_file(app.builder, docname)
        address = Path(os.path.relpath(there, path.parent)).as_posix()
        text = REDIRECT.format(
            language=escape(app.config.language),
            title=escape(page.title or app.config.project),
            canonical=escape(page.permalink),
            address=escape(address.removesuffix("index.html")),
        )
        replace_file(path, text.encode("utf-8", "replace"))


def _doorsteps(documents: Documents) -> Iterator[tuple[str, str, Page]]:
    """Yield (output file in Hugo, document, page) for what is outside of the language's folder."""
    config = documents.site.config
    if config.language.key == config.default_language:
        yield "index.html", "index", documents.site.home
    for docname, page in documents.pages.items():
        if docname != "index" and not page.target.startswith(documents.prefix):
            yield page.target, docname, page


def _is_taken(path: Path) -> bool:
    """Tell whether there is a file of another language's build: a page, or anything but a redirect."""
    try:
        return _REDIRECTS not in path.read_bytes()[:1000]
    except FileNotFoundError:
        return False
    except OSError:
        return True
