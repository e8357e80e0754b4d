"""Paths: from a file below the content root to a logical path, and from text to URL segments."""

from __future__ import annotations

import posixpath
import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING
from urllib.parse import unquote

from sphinx_hugo.hugo.pages import BundleType, LogicalPath

if TYPE_CHECKING:
    from collections.abc import Collection

HOME = LogicalPath("/")

CONTENT_EXTENSIONS = frozenset({"md", "markdown", "mdown"})
"""What we read as content."""
HTML_EXTENSIONS = frozenset({"html", "htm"})
"""Content that is HTML already, which Hugo takes only if ``security.allowContent`` says so."""
REFUSED_EXTENSIONS = frozenset(
    {*HTML_EXTENSIONS, "org", "adoc", "ad", "asciidoc", "rst", "pandoc", "pdc"}
)
"""Content formats that Hugo forbids by default or hands to another program."""

_KEPT = frozenset("./\\_#+~-@")
_HEX_PAIR = re.compile("[0-9A-Fa-f]{2}")
_UNRESERVED = frozenset(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.~$&+,/:;=@"
)
_VALID_ENCODED = _UNRESERVED | frozenset("!'()*[]%")
_BAD_ESCAPE = re.compile("%(?![0-9A-Fa-f]{2})")


@dataclass(frozen=True, slots=True)
class PathInfo:
    """A file below the content root, taken apart."""

    relative: str
    """As written, with ``/``, such as ``docs/My Page.fr.md``."""
    directory: str
    """Normalised directory: ``/docs``, or empty for the content root."""
    name: str
    """Normalised base name without language and extension, such as ``my-page``."""
    raw_directory: str
    """Directory as written, such as ``docs``; empty for the content root."""
    raw_name: str
    """Base name as written, without language and extension."""
    extension: str
    """Lower case, without the dot."""
    language: str
    """Language suffix of the name, if it is one the site knows; else empty."""
    is_content: bool
    """Whether the file is a page, if it is not the resource of one."""

    @property
    def bundle(self) -> BundleType:
        """What the name makes of the directory."""
        if self.name == "index":
            return BundleType.LEAF
        return BundleType.BRANCH if self.name == "_index" else BundleType.SINGLE

    @property
    def path(self) -> LogicalPath:
        """The logical path, if the file is a page."""
        if self.name in ("index", "_index"):
            return LogicalPath(self.directory or "/")
        return LogicalPath(f"{self.directory}/{self.name}")

    @property
    def raw_path(self) -> str:
        """Like :attr:`path`, but as written: case and spaces kept, without leading slash."""
        if self.name in ("index", "_index"):
            return self.raw_directory
        return f"{self.raw_directory}/{self.raw_name}" if self.raw_directory else self.raw_name


def lower(text: str) -> str:
    """Lower-case letter by letter, as Go does: no final sigma, the length stays the same."""
    if text.isascii():
        return text.lower()
    return "".join(c.lower()[0] for c in text)


def normalize(text: str) -> str:
    """Lower case, and each space as a hyphen: how Hugo compares paths."""
    return lower(text).replace(" ", "-")


@lru_cache(maxsize=4096)
def _normalize_directory(raw: str) -> str:
    return "/" + normalize(raw) if raw else ""


def parse_path(
    relative: str, languages: Collection[str], content: Collection[str] = CONTENT_EXTENSIONS
) -> PathInfo:
    """Take a path below the content root apart.

    *languages* are the keys the site knows, *content* the extensions of its pages.
    """
    raw_directory, _, filename = relative.rpartition("/")
    stem, dot, extension = filename.rpartition(".")
    if not dot:
        stem, extension = filename, ""
    base, dot, suffix = stem.rpartition(".")
    language = lower(suffix)
    if dot and base and language in languages:
        stem = base
    else:
        language = ""
    return PathInfo(
        relative=relative,
        directory=_normalize_directory(raw_directory),
        name=normalize(stem),
        raw_directory=raw_directory,
        raw_name=stem,
        extension=lower(extension),
        language=language,
        is_content=lower(extension) in content,
    )


def parent_path(path: str) -> str:
    """Return the logical path one level up; the home page is its own parent."""
    return path.rpartition("/")[0] or "/"


def ancestors(path: str) -> list[LogicalPath]:
    """Return the logical paths above, nearest first, the home page last."""
    found = []
    while path != "/":
        path = parent_path(path)
        found.append(LogicalPath(path))
    return found


def first_segment(path: str) -> str:
    """Return the first segment of a logical path; empty for the home page."""
    return path[1:].partition("/")[0]


def _kept(text: str, index: int) -> bool:
    char = text[index]
    if char == "%":
        return bool(_HEX_PAIR.match(text, index + 1))
    if char in _KEPT:
        return True
    category = unicodedata.category(char)
    return category[0] in "LM" or category == "Nd"


_PLAIN = re.compile(r"[A-Za-z0-9./\\_#+~@-]*\Z")


def sanitize(text: str) -> str:
    """Drop what Hugo does not keep in URLs; dropped white space leaves one hyphen."""
    if _PLAIN.match(text):
        return text
    kept: list[str] = []
    gap = False
    for index, char in enumerate(text):
        if _kept(text, index):
            if gap and char != "-":
                kept.append("-")
            gap = False
            kept.append(char)
        elif kept and kept[-1] != "-" and char.isspace():
            gap = True
    return "".join(kept)


def strip_accents(text: str) -> str:
    """Remove combining marks (``removePathAccents``)."""
    if text.isascii():
        return text
    decomposed = unicodedata.normalize("NFD", text)
    bare = "".join(c for c in decomposed if unicodedata.category(c) != "Mn")
    return unicodedata.normalize("NFC", bare)


def escape(url: str) -> str:
    """Percent-escape a path as Hugo does; escapes that are there already stay, ``#`` is text."""
    path, question, query = url.replace("#", "%23").partition("?")
    if _BAD_ESCAPE.search(path):
        path = _BAD_ESCAPE.sub("%25", path)
    if not _VALID_ENCODED.issuperset(path):
        path = "".join(
            c
            if c in _UNRESERVED
            else "".join(f"%{byte:02X}" for byte in c.encode(errors="replace"))
            for c in unquote(path)
        )
    return path + question + query


def clean(path: str) -> str:
    """Return *path* rooted and without ``.``, ``..`` and double slashes; never above the root."""
    cleaned = posixpath.normpath("/" + path)
    return "/" + cleaned.lstrip("/")
