"""``.File`` of a page."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from ..exposed import Exposed, exposed

if TYPE_CHECKING:
    from sphinx_hugo.hugo.pages import Page


class FileView(Exposed):
    """Where a page comes from."""

    GO_TYPE = "*source.File"

    def __init__(self, page: Page) -> None:
        self._page = page
        self._path = page.content_path

    def display(self) -> str:
        """Give the absolute path."""
        return str(self._page.filename)

    @exposed("Path")
    def path(self) -> str:
        """Give the path below the content folder."""
        return self._path

    @exposed("Dir")
    def dir(self) -> str:
        """Give the folder below the content folder, with a slash at its end."""
        return self._path.rpartition("/")[0] + "/"

    @exposed("LogicalName")
    def logical_name(self) -> str:
        """Give the name with extension."""
        return self._path.rpartition("/")[2]

    @exposed("BaseFileName")
    def base_file_name(self) -> str:
        """Give the name without extension."""
        return self.logical_name().rpartition(".")[0]

    @exposed("TranslationBaseName")
    def translation_base_name(self) -> str:
        """Give the name without extension and language."""
        return self.base_file_name().removesuffix("." + self._page.language)

    @exposed("ContentBaseName")
    def content_base_name(self) -> str:
        """Give the name without extension; the folder's for a bundle."""
        name = self.translation_base_name()
        is_bundle = name in {"index", "_index"}
        return self.dir().rstrip("/").rpartition("/")[2] if is_bundle else name

    @exposed("Ext")
    def ext(self) -> str:
        """Give the extension without its dot."""
        return self._path.rpartition(".")[2]

    @exposed("Filename")
    def filename(self) -> str:
        """Give the absolute path."""
        return str(self._page.filename)

    @exposed("Section")
    def section(self) -> str:
        """Give the first folder."""
        first, slash, _ = self._path.partition("/")
        return first if slash else ""

    @exposed("Lang")
    def lang(self) -> str:
        """Give the language key."""
        return self._page.language

    @exposed("IsContentAdapter")
    def is_content_adapter(self) -> bool:
        """Say whether a template made the page: none does here."""
        return False

    @exposed("UniqueID")
    def unique_id(self) -> str:
        """Give a number that is the file's own."""
        return hashlib.md5(self._path.encode(), usedforsecurity=False).hexdigest()
