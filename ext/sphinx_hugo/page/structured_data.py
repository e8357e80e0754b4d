"""What search engines read of a page: JSON-LD in the words of schema.org."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from sphinx_hugo.absolute import image_urls, page_url, site_url
from sphinx_hugo.hugo.pages import PageKind
from sphinx_hugo.page.trail import Crumb, trail
from sphinx_hugo.site_markdown import words_of_line

if TYPE_CHECKING:
    from sphinx.application import Sphinx

    from sphinx_hugo.documents import Documents
    from sphinx_hugo.hugo.pages import Page

_UNSAFE = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026"}
"""Characters that could end a ``script`` element, as JSON escapes; they occur in strings only."""


def structured_data(
    app: Sphinx, documents: Documents, page: Page, docname: str, organization: dict[str, Any]
) -> str:
    """Return the ``script`` element of a page."""
    found = things(app, documents, page, docname)
    found[0] |= organization
    graph = {"@context": "https://schema.org", "@graph": found}
    text = json.dumps(graph, ensure_ascii=False, separators=(",", ":"), default=str)
    for character, escaped in _UNSAFE.items():
        text = text.replace(character, escaped)
    return f'<script type="application/ld+json">{text}</script>\n'


def things(app: Sphinx, documents: Documents, page: Page, docname: str) -> list[dict[str, Any]]:
    """Return the organisation, the site, the way to the page, and the article if it is one."""
    root = site_url(app)
    config = documents.site.config
    name = config.title or app.config.project
    by = {"@id": f"{root}#organization"}
    state = app.env.get_domain("hugo").state  # type: ignore[attr-defined]
    about = documents.site.home.description or config.params.get("description")
    organization = {"@type": "Organization", "@id": by["@id"], "name": name, "url": root}
    site = {
        "@type": "WebSite",
        "@id": f"{root}#website",
        "url": root,
        "name": name,
        "description": words_of_line(state, about) if isinstance(about, str) else None,
        "inLanguage": app.config.language,
        "publisher": by,
    }
    found = [organization, site]
    title = app.env.titles[docname].astext()
    if page.kind is not PageKind.HOME:
        steps = (*trail(app.env, documents, page), Crumb(title, docname))
        found.append(_breadcrumbs(app, steps))
    if page.kind is PageKind.PAGE:
        found.append(
            {
                "@type": "Article",
                "headline": title,
                "description": words_of_line(state, page.description),
                "url": page_url(app, docname),
                "datePublished": _date(page.publish_date or page.date),
                "dateModified": _date(page.lastmod),
                "image": image_urls(app, documents, page),
                "keywords": list(page.keywords),
                "inLanguage": app.config.language,
                "isPartOf": {"@id": site["@id"]},
                "author": by,
                "publisher": by,
            }
        )
    return [{key: value for key, value in thing.items() if value} for thing in found]


def _breadcrumbs(app: Sphinx, steps: tuple[Crumb, ...]) -> dict[str, Any]:
    items = [
        {
            "@type": "ListItem",
            "position": position,
            "name": step.title,
            "item": page_url(app, step.docname),
        }
        for position, step in enumerate(steps, 1)
    ]
    return {"@type": "BreadcrumbList", "itemListElement": items}


def _date(date: Any) -> str:
    return date.isoformat() if date is not None else ""
