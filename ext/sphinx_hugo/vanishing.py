"""Pages whose file goes, or cannot be read any more, after the site has been read.

Sphinx would stop there. The page is shown without its text instead, with a warning; the next build
finds it gone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sphinx_hugo.diagnostics import warn
from sphinx_hugo.hugo.problems import Kind
from sphinx_hugo.project import HugoProject

if TYPE_CHECKING:
    from pathlib import Path

    from sphinx.application import Sphinx


def guard(app: Sphinx) -> None:
    """Let the builder read and write what is left of a page (``builder-inited``)."""
    project = app.project
    if not isinstance(project, HugoProject):
        return
    _guard_copies(app)
    read = app.builder.read_doc

    def read_doc(docname: str, **options: Any) -> None:
        try:
            read(docname, **options)
        except (OSError, UnicodeDecodeError):
            filename = app.env.doc2path(docname)
            reason = why_unreadable(filename)
            if not reason:
                raise
            message = f"the file cannot be read any more: {reason}; its page stays empty."
            warn(Kind.CONTENT, message, filename, 1)
            domain: Any = app.env.get_domain("hugo")
            page = domain.page_of(docname)
            project.stand_in(docname, page.title if page is not None else docname)
            read(docname, **options)

    vars(app.builder)["read_doc"] = read_doc


def _guard_copies(app: Sphinx) -> None:
    """Write a page without the copy of its source, and without a link to that, if it is gone."""
    handle = getattr(app.builder, "handle_page", None)
    if handle is None:
        return

    def handle_page(pagename: str, addctx: dict[str, Any], *args: Any, **named: Any) -> None:
        try:
            handle(pagename, addctx, *args, **named)
        except OSError:
            filename = app.env.doc2path(pagename)
            reason = why_unreadable(filename) if addctx.get("sourcename") else ""
            if not reason:
                raise
            message = f"the file cannot be read any more: {reason}; its source is not copied."
            warn(Kind.CONTENT, message, filename, 1)
            handle(pagename, {**addctx, "sourcename": ""}, *args, **named)

    vars(app.builder)["handle_page"] = handle_page


def why_unreadable(filename: Path) -> str:
    """Return why a file cannot be read as text; empty if it can."""
    try:
        filename.read_bytes().decode("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        return getattr(error, "strerror", None) or str(error)
    return ""
