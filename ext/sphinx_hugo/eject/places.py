"""Where everything of the site is in the new project: pages, files, and the ids in pages."""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import quote, unquote, urlsplit

from sphinx.util.osutil import relative_uri

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

PAGE = "hugo-page:"
"""What the addresses of pages begin with until they are written; the document name follows."""
EXTRA = "_extra"
"""Folder of the project whose files Sphinx copies to the root of the site."""
KEPT_SCHEMES = frozenset({"http", "https", "mailto", "ftp"})
"""MyST takes an address with one of these for a link to elsewhere; any other must be told so."""

_UNSAFE = re.compile(r"[\s()<>]")
_BREAKS_OUT = re.compile(r"[<>\n\r]")


@dataclass(slots=True)
class Places:
    """Where the pages and files of a site are."""

    files: Mapping[str, Path]
    """Address below the root of the site, without leading slash, to the file served there."""
    anchors: dict[str, frozenset[str]] = field(default_factory=dict)
    """Document name to the heading ids that MyST will make itself, and can link to."""
    homeless: dict[Path, str] = field(default_factory=dict)
    """Pictures that the site shows but does not serve, such as those in ``assets/``."""
    _addresses: dict[Path, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Index the served files by where they lie."""
        for address, filename in self.files.items():
            self._addresses.setdefault(filename.resolve(), address)

    def of_file(self, filename: Path) -> str:
        """Return what a page of the project calls a file, from the root of the project."""
        resolved = filename.resolve()
        address = self._addresses.get(resolved) or self.homeless.get(resolved)
        if address is None:
            address = f"_files/{filename.name}"
            taken = set(self.homeless.values())
            number = 1
            while address in taken:
                number += 1
                address = f"_files/{filename.stem}-{number}{filename.suffix}"
            self.homeless[resolved] = address
        return f"/{EXTRA}/{address}"


def page_address(docname: str) -> str:
    """Return the address that Sphinx's ``dirhtml`` gives a document, below the root of the site."""
    if docname == "index":
        return ""
    return docname.removesuffix("index") if docname.endswith("/index") else f"{docname}/"


def page_file(docname: str) -> str:
    """Return the file of a document in the project."""
    return f"{docname}.md"


def destination(address: str) -> str:
    """Return an address as the destination of a Markdown link."""
    address = _BREAKS_OUT.sub(lambda found: quote(found[0]), address)
    return f"<{address}>" if _UNSAFE.search(address) or not address else address


@dataclass(frozen=True, slots=True)
class Destination:
    """Where a Markdown link of the project leads."""

    address: str
    is_plain: bool
    """Whether MyST takes it as it stands; else the link must say that it is external."""


@dataclass(frozen=True, slots=True)
class Links:
    """The links of one page."""

    places: Places
    docname: str

    def destination(self, address: str) -> Destination:
        """Return the destination for an address as it stands in a resolved doctree."""
        if address.startswith("#"):
            known = unquote(address[1:]) in self.places.anchors.get(self.docname, ())
            return Destination(address, is_plain=known)
        if address.startswith(PAGE):
            return self._to_page(address.removeprefix(PAGE))
        scheme = urlsplit(address).scheme.lower() if ":" in address else ""
        if scheme:
            return Destination(address, is_plain=scheme in KEPT_SCHEMES)
        file = self._served(address)
        if file is not None:
            return Destination(f"/{EXTRA}/{file}", is_plain=True)
        return Destination(address, is_plain=False)

    def _to_page(self, address: str) -> Destination:
        docname, hash_, fragment = address.partition("#")
        docname, question, query = docname.partition("?")
        known = unquote(fragment) in self.places.anchors.get(docname, ())
        if docname == self.docname:  # MyST would leave the address out
            return Destination(f"./{question}{query}{hash_}{fragment}", is_plain=False)
        if query or (fragment and not known):
            uri = self.html_address(f"{PAGE}{docname}")
            return Destination(f"{uri}{question}{query}{hash_}{fragment}", is_plain=False)
        folder = posixpath.dirname(self.docname)
        path = posixpath.relpath(page_file(docname), folder or ".")
        return Destination(f"{path}{hash_}{fragment}", is_plain=True)

    def _served(self, address: str) -> str | None:
        """Return the served file that a relative address leads to; pages among them are no files."""
        path, _hash, fragment = address.partition("#")
        if fragment or "?" in path or path.startswith("/"):
            return None
        local = posixpath.normpath(posixpath.join("/", page_address(self.docname), unquote(path)))
        local = local.lstrip("/")
        if local not in self.places.files or local.endswith((".html", ".htm", ".md")):
            return None
        return local

    def html_address(self, address: str) -> str:
        """Return an address for raw HTML, which Sphinx does not look into: relative to the page."""
        if not address.startswith(PAGE):
            return address
        docname, hash_, fragment = address.removeprefix(PAGE).partition("#")
        uri = relative_uri(page_address(self.docname), quote(page_address(docname)))
        return f"{uri or '' if hash_ else uri or './'}{hash_}{fragment}"

    def in_html(self, html: str) -> str:
        """Return raw HTML with the addresses of pages as it needs them."""
        if PAGE not in html:
            return html
        return _PAGE_IN_HTML.sub(lambda found: self.html_address(found[0]), html)


_PAGE_IN_HTML = re.compile(re.escape(PAGE) + r"""[^"'\s<>]*""")
