"""What previews in chats and social networks show of a page: OpenGraph and Twitter cards.

The library ``sphinxext.opengraph`` can do the same. Where a project loads it, it is handed what the
front matter says and nothing is written here, so that no page has two descriptions.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sphinx_hugo.absolute import image_urls, page_url, site_url
from sphinx_hugo.hugo.pages import PageKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.application import Sphinx

    from sphinx_hugo.documents import Documents
    from sphinx_hugo.domain.objects import HugoDomain
    from sphinx_hugo.hugo.pages import Page

LIBRARY = "sphinxext.opengraph"


def social_tags(
    app: Sphinx, documents: Documents, page: Page, docname: str, title: str
) -> Iterator[dict[str, str]]:
    """Yield the attributes of the ``meta`` elements of a page."""
    images = image_urls(app, documents, page) if site_url(app) else []
    if LIBRARY not in app.extensions:
        for name, value in _properties(app, documents, page, docname, title):
            yield {"property": f"og:{name}", "content": value}
        for image in images:
            yield {"property": "og:image", "content": image}
    if images:
        yield {"name": "twitter:card", "content": "summary_large_image"}
        yield {"name": "twitter:image", "content": images[0]}


def _properties(
    app: Sphinx, documents: Documents, page: Page, docname: str, title: str
) -> Iterator[tuple[str, str]]:
    config = documents.site.config
    yield "title", title
    yield "type", kind_of(page)
    if site_url(app):
        yield "url", page_url(app, docname)
    name = config.title or app.config.project
    if name:
        yield "site_name", name
    if description := _description(app, page, docname):
        yield "description", description
    yield "locale", app.config.language.replace("-", "_")


def kind_of(page: Page) -> str:
    """Return what OpenGraph calls the page: an article, or the site."""
    return "article" if page.kind is PageKind.PAGE else "website"


def _description(app: Sphinx, page: Page, docname: str) -> str:
    domain: HugoDomain = app.env.get_domain("hugo")  # type: ignore[assignment]
    return domain.preview_of(docname, page)


def feed_library(
    app: Sphinx, documents: Documents, page: Page, docname: str, fields: dict[str, Any]
) -> None:
    """Tell ``sphinxext.opengraph`` what the page says, in the metadata that it reads."""
    if LIBRARY not in app.extensions:
        return
    fields.setdefault("og:type", kind_of(page))
    if description := _description(app, page, docname):
        fields.setdefault("og:description", description)
    images = image_urls(app, documents, page) if site_url(app) else []
    if images:
        fields.setdefault("og:image", images[0])
