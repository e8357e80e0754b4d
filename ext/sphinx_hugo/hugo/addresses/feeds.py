"""Where the RSS feeds of the home page, of sections and of taxonomies stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_hugo.hugo.pages import PageKind
from sphinx_hugo.hugo.values.coercion import to_string

if TYPE_CHECKING:
    from sphinx_hugo.hugo.config.site_config import SiteConfig
    from sphinx_hugo.hugo.pages import Page


def has_feed(config: SiteConfig, page: Page) -> bool:
    """Return whether ``outputs`` asks for a feed of a page that lists others."""
    if page.kind is PageKind.PAGE or "rss" in config.disable_kinds:
        return False
    return "rss" in (page.outputs or config.outputs.get(page.kind.value, ()))


def feed_address(config: SiteConfig, address: str) -> str:
    """Return the address, or the file, of the feed of a page with this address, or file."""
    folder, slash, name = address.rpartition("/")
    if name not in {"", "index.html"}:
        folder, slash = address.removesuffix(".html"), "/"
    return f"{folder}{slash}{_file_name(config)}"


def _file_name(config: SiteConfig) -> str:
    found: object = config.values
    for name in ("outputformats", "rss", "basename"):
        found = found.get(name) if isinstance(found, dict) else None
    return f"{to_string(found).replace('/', '') or 'index'}.xml"
