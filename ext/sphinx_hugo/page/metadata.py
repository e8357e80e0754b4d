"""What front matter says, where Sphinx and the reader look for it."""

from __future__ import annotations

import json
from functools import lru_cache
from html import escape
from typing import TYPE_CHECKING, Any

from docutils import nodes
from markupsafe import Markup
from sphinx import addnodes
from sphinx.util.i18n import format_date

from sphinx_hugo.absolute import translations
from sphinx_hugo.documents import SPHINX_PAGES
from sphinx_hugo.outdir.paths import source_name
from sphinx_hugo.page.bylines import byline
from sphinx_hugo.site_markdown import words_of_line

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

    from sphinx_hugo.hugo.pages import Page
    from sphinx_hugo.hugo.site import Site
    from sphinx_hugo.rendering import HugoRenderer
    from sphinx_hugo.state import SiteState


def add_metadata(
    page: Page,
    env: BuildEnvironment,
    docname: str,
    document: nodes.document,
    renderer: HugoRenderer,
    line_of: Callable[[str], int],
) -> None:
    """Give a document its metadata, its head, its lead paragraph and its index entries.

    *line_of* tells on which line of the file a field is set; translators are shown it.
    """
    metadata: dict[str, Any] = env.metadata[docname]
    metadata.update(typed_metadata(page))
    if metadata.get("toc") is False:
        metadata["hide-toc"] = True  # Furo's name for it
        metadata["html_theme.sidebar_secondary.remove"] = True  # that of the PyData theme
    section, state = renderer.page_section, renderer.state.state
    section.line = line_of("title")
    for title in section.findall(nodes.title):
        title.line = section.line
        break
    metas = [_meta(**attributes) for attributes in head(page, state)]
    for meta in metas:
        meta.source, meta.line = section.source, line_of(meta["name"])
    document[0:0] = metas
    if (line := byline(page, env.config.language)) is not None:
        line.source, line.line = section.source, section.line
        section.insert(1, line)
    lead = page.params.get("lead")
    if isinstance(lead, str) and lead.strip():
        paragraph = nodes.paragraph("", "", *renderer.render_line(lead.strip()), classes=["lead"])
        paragraph.source, paragraph.line = section.source, line_of("lead")
        section.insert(1, paragraph)
    if page.keywords:
        entries = [("single", word, section["ids"][0], "", None) for word in page.keywords]
        section.insert(1, addnodes.index(entries=entries))


def typed_metadata(page: Page) -> dict[str, Any]:
    """Return the fields as ``env.metadata`` has them: every parameter as written, and Hugo's own."""
    fields = {
        "title": page.title,
        "linktitle": page.link_title,
        "description": page.description,
        "weight": page.weight,
        "date": page.date,
        "lastmod": page.lastmod,
        "publishdate": page.publish_date,
        "expirydate": page.expiry_date,
        "keywords": page.keywords,
        "aliases": page.aliases,
        "type": page.type,
        "layout": page.layout,
    }
    return {**page.params, **{name: value for name, value in fields.items() if value}}


def head(page: Page, state: SiteState) -> list[dict[str, str]]:
    """Return the attributes of the ``meta`` elements whose text is in the language of the page."""
    found: list[dict[str, str]] = []
    if page.description:
        found.append({"name": "description", "content": words_of_line(state, page.description)})
    if page.keywords:
        found.append({"name": "keywords", "content": ", ".join(page.keywords)})
    return found


def unspoken(page: Page) -> list[dict[str, str]]:
    """Return the attributes of those ``meta`` elements that no catalogue for translators may hold."""
    found: list[dict[str, str]] = []
    robots = page.params.get("robots")
    if isinstance(robots, str) and robots:
        found.append({"name": "robots", "content": robots})
    published = page.publish_date or page.date
    if published is not None:
        found.append({"property": "article:published_time", "content": published.isoformat()})
    if page.lastmod is not None:
        found.append({"property": "article:modified_time", "content": page.lastmod.isoformat()})
    return found


def alternates(page: Page, site: Site) -> str:
    """Return the ``link`` elements for the translations of a page, itself included, as Google asks."""
    return "".join(
        f'<link rel="alternate" hreflang="{escape(key, quote=True)}" '
        f'href="{escape(address, quote=True)}" />\n'
        for key, address in translations(page, site)
    )


def tag(attributes: dict[str, str]) -> str:
    """Return a ``meta`` element for the head of a page."""
    values = "".join(f' {name}="{escape(value, quote=True)}"' for name, value in attributes.items())
    return f"<meta{values} />\n"


def _meta(**attributes: str) -> nodes.meta:
    return nodes.meta("", **attributes)


def add_page_context(
    app: Sphinx,
    pagename: str,
    _templatename: str,
    context: dict[str, Any],
    _doctree: nodes.document | None,
) -> None:
    """Tell the theme's templates what the page says of itself (``html-page-context``)."""
    domain: Any = app.env.get_domain("hugo")
    page: Page | None = domain.page_of(pagename)
    if page is None and pagename in SPHINX_PAGES:
        # Sphinx's own page stands at the address of a page of the site, and serves its purpose.
        page = domain.page_of(f"{pagename}/index")
        if page is not None and page.title:
            # The template has a title of its own, which cannot be replaced; this one is HTML.
            title = Markup(context.get("docstitle", ""))
            context["docstitle"] = Markup("{} - {}").format(page.title, title)
            attributes = [*head(page, domain.state), *unspoken(page)]
            context["metatags"] = context.get("metatags", "") + "".join(map(tag, attributes))
    if page is None:
        return
    if hasattr(app.builder, "implementation"):
        # It writes down what templates get, as JSON, which has neither pages nor dates.
        context["meta"] = json.loads(json.dumps(context.get("meta"), default=str))
    else:
        context["hugo_page"] = page
    if context.get("sourcename"):
        # Sphinx takes the file to lie where the document's name says, and cuts its path in the midst.
        context["sourcename"] = source_name(app, pagename)
    context["metatags"] = context.get("metatags", "") + alternates(
        page, domain.state.documents.site
    )
    updated = page.lastmod or page.date
    if updated is not None:
        written = app.config.html_last_updated_fmt or "%b %d, %Y"
        zone = updated.utcoffset(), updated.tzname()
        context["last_updated"] = _day(written, updated, zone, app.config.language)
    if page.params.get("toc") is False:
        context["display_toc"] = False


@lru_cache(maxsize=1024)
def _day(written: str, day: datetime, _zone: object, language: str) -> str:
    """Write a day. Moments are equal in all zones, so the zone tells them apart here."""
    return format_date(written, date=day, language=language)
