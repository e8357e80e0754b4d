"""The page record: everything that front matter, cascade and place decide about one page."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Any, NewType

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime
    from pathlib import Path

LogicalPath = NewType("LogicalPath", str)
"""A page's address in the content tree, such as ``/docs/about/ip``; ``/`` is the home page."""


class PageKind(StrEnum):
    """Hugo's page kinds."""

    HOME = "home"
    SECTION = "section"
    PAGE = "page"
    TAXONOMY = "taxonomy"
    TERM = "term"


class BundleType(StrEnum):
    """How a page's file relates to its directory; NONE for pages without a file."""

    NONE = ""
    SINGLE = "single"
    LEAF = "leaf"
    BRANCH = "branch"


class ListMode(StrEnum):
    """``build.list``: where a page is listed."""

    ALWAYS = "always"
    LOCAL = "local"
    NEVER = "never"


class RenderMode(StrEnum):
    """``build.render``: whether a page is written and has an address."""

    ALWAYS = "always"
    LINK = "link"
    NEVER = "never"


@dataclass(frozen=True, slots=True)
class Resource:
    """A file that belongs to a page and is served beside it."""

    name: str
    """Path below the owner's directory as written, such as ``img/a.png``."""
    filename: Path
    """Absolute path of the file."""
    target: str
    """Where it is published, relative to the output folder, without leading slash."""
    title: str = ""
    params: Mapping[str, Any] = field(default_factory=dict)
    given_name: str = ""
    """What the page's front matter calls it; its address stays that of the file."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One page of one language, after cascade; it does not know its relatives, ask the Site."""

    path: LogicalPath
    kind: PageKind
    language: str
    """Language key, such as ``en``."""
    filename: Path | None = None
    """Absolute path of the source file; None for pages that Hugo makes itself."""
    content_path: str = ""
    """The file below the content root, Hugo's ``.File.Path``: ``docs/about/ip.md``."""
    bundle: BundleType = BundleType.NONE
    body_line: int = 1
    """1-based line of the file on which the body starts."""

    title: str = ""
    link_title: str = ""
    """``linkTitle``, else the title."""
    description: str = ""
    summary: str = ""
    weight: int = 0
    date: datetime | None = None
    lastmod: datetime | None = None
    publish_date: datetime | None = None
    expiry_date: datetime | None = None
    dated_by_others: bool = False
    """Whether its dates are the latest of the pages below, as it has none of its own."""
    draft: bool = False
    slug: str = ""
    type: str = ""
    layout: str = ""
    keywords: tuple[str, ...] = ()
    params: Mapping[str, Any] = field(default_factory=dict)
    """Unknown keys and ``params``, keys in lower case, values typed as written."""
    fields: Mapping[str, Any] = field(default_factory=dict)
    """The keys that Hugo knows, as the page and its cascade have them, in lower case."""
    menus: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    """Menu name to the entry's own properties (keys in lower case), from ``menus`` or ``menu``."""
    terms: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Plural taxonomy name to the terms as written."""
    translation_key: str = ""
    outputs: tuple[str, ...] = ()
    sitemap: Mapping[str, Any] = field(default_factory=dict)

    list_mode: ListMode = ListMode.ALWAYS
    render_mode: RenderMode = RenderMode.ALWAYS
    rendered: bool = True
    """Whether Hugo writes the page: not a draft section, headless, ``render: never|link``."""

    section: str = ""
    """First path segment; empty for pages directly at the root."""
    rel_permalink: str = ""
    """``.RelPermalink``: escaped, with base path and language prefix; empty if none."""
    permalink: str = ""
    target: str = ""
    """Output file below the publish folder: ``docs/about/ip/index.html``; empty if none."""
    aliases: tuple[str, ...] = ()
    """As written in front matter."""
    alias_targets: tuple[str, ...] = ()
    """Output files of the redirects, such as ``old/index.html``."""
    resources: tuple[Resource, ...] = ()
    word_count: int = 0
    """Words of the body's source, shortcodes and marks included."""

    @property
    def is_html(self) -> bool:
        """Whether its file is HTML, in which only shortcodes are run."""
        return self.filename is not None and self.filename.suffix.lower() in {".html", ".htm"}

    @property
    def all_params(self) -> dict[str, Any]:
        """Hugo's ``.Params``: the user's values, and what the page says in known fields."""
        typed = {
            "title": self.title,
            "draft": self.draft,
            "linktitle": self.link_title,
            "description": self.description,
            "summary": self.summary,
            "weight": self.weight,
            "type": self.type,
            "layout": self.layout,
            "slug": self.slug,
            "date": self.date,
            "lastmod": self.lastmod,
            "publishdate": self.publish_date,
            "expirydate": self.expiry_date,
        }
        written = {key: typed.get(key, value) for key, value in self.fields.items()}
        always = {"title": self.title, "draft": self.draft, "iscjklanguage": False}
        return {**always, **written, **self.params}
