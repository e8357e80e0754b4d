"""``sitemap.xml`` and ``robots.txt``, as Hugo writes them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sphinx_hugo.absolute import page_url, site_url, translations
from sphinx_hugo.hugo.pages import ListMode
from sphinx_hugo.hugo.values.coercion import to_bool, to_string
from sphinx_hugo.output.xmltext import xml_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.application import Sphinx

    from sphinx_hugo.documents import Documents
    from sphinx_hugo.hugo.pages import Page

LIBRARY = "sphinx_sitemap"
_HEAD = """<?xml version="1.0" encoding="utf-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
"""


def sitemap_files(app: Sphinx, documents: Documents) -> Iterator[tuple[str, str]]:
    """Yield (target, text) of the sitemap and of the file for robots, if the site has them."""
    config = documents.site.config
    name = to_string(config.sitemap.get("filename")).strip("/")
    has_map = bool(site_url(app) and name and "sitemap" not in config.disable_kinds)
    if has_map and LIBRARY not in app.extensions:
        pages = sorted(documents.pages.items())
        entries = (_entry(app, documents, *item) for item in pages if is_listed(item[1]))
        yield name, f"{_HEAD}{''.join(entries)}</urlset>\n"
    if config.enable_robots_txt and "robotstxt" not in config.disable_kinds:
        where = f"Sitemap: {site_url(app)}{name}\n" if has_map else ""
        yield "robots.txt", f"User-agent: *\n{where}"


def is_listed(page: Page) -> bool:
    """Tell whether search engines are to be told of a page."""
    robots = page.params.get("robots")
    hidden = isinstance(robots, str) and "noindex" in robots.lower()
    return (
        page.list_mode is ListMode.ALWAYS
        and not hidden
        and not to_bool(page.sitemap.get("disable"))
    )


def _entry(app: Sphinx, documents: Documents, docname: str, page: Page) -> str:
    settings = {**documents.site.config.sitemap, **page.sitemap}
    values = {
        "loc": page_url(app, docname),
        "lastmod": page.lastmod.isoformat() if page.lastmod is not None else "",
        "changefreq": to_string(settings.get("changefreq")),
        "priority": _priority(settings.get("priority")),
    }
    parts = [f"<{name}>{xml_text(value)}</{name}>" for name, value in values.items() if value]
    parts += (
        f'<xhtml:link rel="alternate" hreflang="{xml_text(key)}" href="{xml_text(url)}"/>'
        for key, url in translations(page, documents.site)
    )
    return f"  <url>{''.join(parts)}</url>\n"


def _priority(value: Any) -> str:
    try:
        number = float(value)
    except (TypeError, ValueError):
        return ""
    return f"{number:g}" if 0 <= number <= 1 else ""
