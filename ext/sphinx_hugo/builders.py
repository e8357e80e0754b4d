"""Sphinx's HTML builders, taught the addresses that are no folders."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from sphinx.builders.dirhtml import DirectoryHTMLBuilder

if TYPE_CHECKING:
    from sphinx.application import Sphinx


class HugoDirectoryBuilder(DirectoryHTMLBuilder):
    """``dirhtml`` that writes each page of the site where Hugo does.

    That differs from Sphinx's own for ``uglyURLs``, for a ``url`` with a file name, and for names that
    need escaping in a link. Documents that are no pages of the site stay as they are.
    """

    def init(self) -> None:
        """Get ready for a build."""
        super().init()
        self._uris: dict[str, str] = {}
        self._files: dict[str, Path] = {}

    def _page(self, docname: str) -> tuple[Any, str] | None:
        domain: Any = self.env.get_domain("hugo")
        page = domain.page_of(docname)
        return (
            None
            if page is None
            else (page, page.target.removeprefix(domain.state.documents.prefix))
        )

    def get_target_uri(self, docname: str, typ: str | None = None) -> str:
        """Return the address of a document, relative to the site's root and escaped."""
        known = self._uris.get(docname)
        if known is not None:
            return known
        found = self._page(docname)
        if found is None:
            return super().get_target_uri(docname, typ)
        folder = found[1].removesuffix("index.html")
        if folder and not folder.endswith("/") and folder != found[1]:
            folder = found[1]  # "my-index.html" is a file name
        uri = self._uris[docname] = quote(folder, safe="/~@!$&'()*+,;=:")
        return uri

    def get_output_path(self, page_name: str, /) -> Path:
        """Return the file of a document."""
        known = self._files.get(page_name)
        if known is not None:
            return known
        found = self._page(page_name)
        if found is None:
            return super().get_output_path(page_name)
        path = self._files[page_name] = Path(self.outdir, found[1])
        return path


def setup(app: Sphinx) -> None:
    """Put the builder in the place of Sphinx's own."""
    app.setup_extension("sphinx.builders.dirhtml")
    app.add_builder(HugoDirectoryBuilder, override=True)
