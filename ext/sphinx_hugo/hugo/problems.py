"""What is wrong with a site, as values: found below, reported by :mod:`sphinx_hugo.diagnostics`."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


class Kind(StrEnum):
    """Every kind of warning, as in ``suppress_warnings = ["hugo.ref"]``."""

    CONFIG = "config"
    """A setting of the site that cannot be used as it stands."""
    FRONT_MATTER = "front_matter"
    """A page's front matter is malformed, or a field of it cannot be read."""
    CONTENT = "content"
    """The content tree: two files with one logical path, a file that cannot be read as text."""
    ADDRESS = "address"
    """Two pages, or a page and a redirect, with one address; an address outside the site."""
    NAVIGATION = "navigation"
    """The sidebar cannot be put together from cached pieces; it is right, but its making is slow."""
    MENU = "menu"
    """A menu entry that is dropped: a key that is taken, a parent cycle."""
    REF = "ref"
    """``ref`` or ``relref`` to a page that is not there, or to more than one."""
    LINK = "link"
    """A plain link to a page or file of the site that is not there."""
    FRAGMENT = "fragment"
    """A link to a page that exists, at a heading that does not."""
    SHORTCODE = "shortcode"
    """A shortcode call that cannot be read: unclosed, mismatched, malformed."""
    SHORTCODE_UNKNOWN = "shortcode_unknown"
    """A shortcode nobody can render; its inner text is kept."""
    SHORTCODE_PARAM = "shortcode_param"
    """A shortcode call with a parameter that is missing, unknown or of the wrong type."""
    TEMPLATE = "template"
    """A shortcode template that fails."""
    RESOURCE = "resource"
    """An image or file that is not there."""
    MARKDOWN = "markdown"
    """Text that Hugo itself would drop or refuse, such as raw HTML without ``unsafe``."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One finding, with its place."""

    kind: Kind
    """What it is about."""
    message: str
    """What was found, where Hugo would look, what to write instead."""
    filename: Path | None = None
    """The file it stands in; None if it concerns the whole site."""
    line: int | None = None
    """1-based line in that file."""
