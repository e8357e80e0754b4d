"""Where a page's source lies in its repository, for links like "Edit this page".

Themes make such links from the name of the document. That of a Hugo page is its address, while its
file may be called ``_index.md``, or lie in another folder.
"""

from __future__ import annotations

import os
import posixpath
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

if TYPE_CHECKING:
    from sphinx.application import Sphinx

    from sphinx_hugo.hugo.pages import Page

_REPOSITORIES = {
    "https://github.com/": ("{}/edit/{}/{}", "{}/blob/{}/{}?plain=true"),
    "https://gitlab.com/": ("{}/-/edit/{}/{}", "{}/blob/{}/{}"),
    "https://bitbucket.org/": ("{0}/src/{1}/{2}?mode=edit&at={1}", "{}/src/{}/{}"),
}
"""Host to the addresses for editing and for viewing a file: repository, branch, path."""


def point_to_source(app: Sphinx, page: Page, context: dict[str, Any]) -> None:
    """Let a theme's links lead to the true file; pages that have none get no link.

    The names are Furo's, and those of all themes made on sphinx-basic-ng.
    """
    path = source_path(Path(app.srcdir), page)
    if path is None or not _is_in_repository(context, path):
        context["page_source_suffix"] = None  # these themes then show no link
        return
    for name, kind in (("source_edit_link", 0), ("source_view_link", 1)):
        link = _link(context, f"theme_{name}", kind, path)
        if link:
            # The theme puts the name of the file into it once more.
            context[f"theme_{name}"] = link.replace("{", "{{").replace("}", "}}")


def source_path(srcdir: Path, page: Page) -> str | None:
    """Return a page's file relative to the source folder, with slashes; None if it has no file."""
    if page.filename is None:
        return None
    return Path(os.path.relpath(page.filename, srcdir)).as_posix()


def _link(context: dict[str, Any], name: str, kind: int, path: str) -> str:
    template = context.get(name)
    if template:
        found: str = template.replace("{filename}", quote(path))
        return found
    repository = (context.get("theme_source_repository") or "").rstrip("/")
    branch = context.get("theme_source_branch")
    for host, forms in _REPOSITORIES.items():
        if branch and repository.startswith(host):
            return forms[kind].format(repository, branch, quote(_in_repository(context, path)))
    return ""


def _in_repository(context: dict[str, Any], path: str) -> str:
    folder = context.get("theme_source_directory") or ""
    return posixpath.normpath(posixpath.join(folder.strip("/"), path))


def _is_in_repository(context: dict[str, Any], path: str) -> bool:
    return not (
        context.get("theme_source_repository") and _in_repository(context, path).startswith("..")
    )
