"""``llms.txt`` and a Markdown copy of each page, for programs that read documentation."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import quote

from sphinx_hugo.absolute import site_url
from sphinx_hugo.diagnostics import warn
from sphinx_hugo.hugo.problems import Kind
from sphinx_hugo.outdir.paths import page_file
from sphinx_hugo.outdir.writing import replace_file
from sphinx_hugo.output.markdown_copy import to_markdown
from sphinx_hugo.output.sitemap import is_listed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from docutils import nodes
    from sphinx.application import Sphinx

    from sphinx_hugo.documents import Documents
    from sphinx_hugo.domain.objects import HugoDomain
    from sphinx_hugo.hugo.sidebar import NavNode


_MARKUP = re.compile(r"[\\<>\[\]]")


def copy_of(app: Sphinx, docname: str) -> Path:
    """Return the file of a page's Markdown copy: beside the page."""
    return page_file(app.builder, docname).with_suffix(".md")


def write_copy(app: Sphinx, docname: str, doctree: nodes.document) -> None:
    """Write the copy of a page that is being written."""
    path = copy_of(app, docname)
    try:
        replace_file(path, to_markdown(doctree).encode("utf-8", "replace"))
    except OSError as error:
        warn(Kind.ADDRESS, f"'{path}' cannot be written: {error.strerror}.", None, None)


def llms_files(app: Sphinx, documents: Documents) -> Iterator[tuple[str, str]]:
    """Yield (target, text) of the list of pages."""
    domain: HugoDomain = app.env.get_domain("hugo")  # type: ignore[assignment]
    if domain.state is None or not domain.state.options.hugo_llms:
        return
    home = documents.site.home
    config = documents.site.config
    about = home.description or config.params.get("description")
    text = [f"# {_line(config.title or app.config.project)}\n"]
    if isinstance(about, str) and about:
        text.append(f"> {_line(about)}\n")
    loose = [node for node in domain.state.navigation if not node.children]
    listed = list(_entries(app, documents, loose))
    if listed:
        text.append("\n".join(listed) + "\n")
    for node in domain.state.navigation:
        listed = list(_entries(app, documents, [node])) if node.children else []
        if listed:
            text.append(f"## {_line(node.title)}\n")
            text.append("\n".join(listed) + "\n")
    yield "llms.txt", "\n".join(text)


def _entries(app: Sphinx, documents: Documents, branch: Sequence[NavNode]) -> Iterator[str]:
    for node in branch:
        docname = documents.docname(node.page) if node.page is not None else None
        if docname is not None and is_listed(documents.pages[docname]):
            about = _line(documents.pages[docname].description)
            title = _line(node.title)
            address = site_url(app) + _address(app, docname)
            yield f"- [{title}]({address}){f': {about}' if about else ''}"
        yield from _entries(app, documents, node.children)


def _address(app: Sphinx, docname: str) -> str:
    path = copy_of(app, docname)
    return quote(path.relative_to(app.outdir).as_posix())


def _line(text: str) -> str:
    """Return text as one line of Markdown; emphasis in it stays, HTML and links are text."""
    return _MARKUP.sub(r"\\\g<0>", " ".join(text.split()))
