"""RSS feeds of the home page, sections and taxonomies, at the addresses where Hugo has them."""

from __future__ import annotations

from email.utils import format_datetime
from typing import TYPE_CHECKING

from sphinx_hugo.absolute import page_url, site_url
from sphinx_hugo.hugo.addresses.feeds import feed_address, has_feed
from sphinx_hugo.hugo.pages import PageKind
from sphinx_hugo.hugo.values.coercion import to_int
from sphinx_hugo.output.xmltext import xml_text

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import datetime

    from sphinx.application import Sphinx

    from sphinx_hugo.documents import Documents
    from sphinx_hugo.domain.objects import HugoDomain
    from sphinx_hugo.hugo.config.site_config import SiteConfig
    from sphinx_hugo.hugo.pages import Page


def feed_files(app: Sphinx, documents: Documents) -> Iterator[tuple[str, str]]:
    """Yield (target, text) of every feed that the site's ``outputs`` ask for."""
    for docname, page in documents.pages.items():
        target = feed_target(app, documents, page)
        if target:
            yield target, _feed(app, documents, docname, page, target)


def feed_target(app: Sphinx, documents: Documents, page: Page) -> str:
    """Return the file of a page's feed, below the output folder; empty if it has none."""
    config = documents.site.config
    if not has_feed(config, page):
        return ""
    if not site_url(app):
        return ""  # the links of a feed have no page to be relative to
    return feed_address(config, page.target.removeprefix(documents.prefix)).lstrip("/")


def _table(config: SiteConfig, *names: str) -> dict[str, object]:
    found: object = config.values
    for name in names:
        found = found.get(name) if isinstance(found, dict) else None
    return found if isinstance(found, dict) else {}


def _items(documents: Documents, page: Page) -> Sequence[Page]:
    site = documents.site
    if page.kind is PageKind.HOME:
        listed = site.all_regular_pages
    elif page.kind is PageKind.SECTION:
        listed = site.regular_pages(page)
    else:
        listed = site.children(page)
    shown = [item for item in listed if documents.docname(item.path) is not None]
    limit = to_int(_table(site.config, "services", "rss").get("limit", -1))
    return shown[:limit] if limit > 0 else shown


def _feed(app: Sphinx, documents: Documents, docname: str, page: Page, target: str) -> str:
    items = _items(documents, page)
    site_title = documents.site.config.title or app.config.project
    title = page.title or app.env.titles[docname].astext()
    named = page.kind is not PageKind.HOME and title != site_title
    changed = max((item.lastmod for item in items if item.lastmod is not None), default=None)
    head = [
        _element("title", f"{title} on {site_title}" if named else site_title),
        _element("link", page_url(app, docname)),
        _element("description", f"Recent content {f'in {title} ' if named else ''}on {site_title}"),
        _element("language", app.config.language),
        _element("lastBuildDate", _date(changed)),
        f'<atom:link href="{xml_text(site_url(app) + target)}" rel="self" '
        'type="application/rss+xml"/>',
    ]
    body = "\n".join([*filter(None, head), *(_item(app, documents, item) for item in items)])
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n'
        '<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom">\n<channel>\n'
        f"{body}\n</channel>\n</rss>\n"
    )


def _item(app: Sphinx, documents: Documents, page: Page) -> str:
    docname = documents.docname(page.path) or "index"
    domain: HugoDomain = app.env.get_domain("hugo")  # type: ignore[assignment]
    url = page_url(app, docname)
    parts = [
        _element("title", page.title or app.env.titles[docname].astext()),
        _element("link", url),
        _element("pubDate", _date(page.publish_date or page.date)),
        _element("guid", url),
        _element("description", domain.summary_of(docname, page)),
    ]
    return f"<item>\n{chr(10).join(filter(None, parts))}\n</item>"


def _element(name: str, text: str) -> str:
    return f"<{name}>{xml_text(text)}</{name}>" if text else ""


def _date(date: datetime | None) -> str:
    return format_datetime(date) if date is not None else ""
