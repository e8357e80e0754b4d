"""The head of a page: previews, structured data, its feed, its Markdown; and where its source lies."""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from sphinx_hugo.absolute import site_url
from sphinx_hugo.outdir.paths import serves_files
from sphinx_hugo.output.feeds import feed_target
from sphinx_hugo.output.llms import copy_of, write_copy
from sphinx_hugo.page.metadata import tag, unspoken
from sphinx_hugo.page.social import feed_library, social_tags
from sphinx_hugo.page.structured_data import structured_data
from sphinx_hugo.page.trail import trail
from sphinx_hugo.sources import point_to_source

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docutils import nodes
    from sphinx.application import Sphinx

    from sphinx_hugo.domain.objects import HugoDomain
    from sphinx_hugo.hugo.pages import Page
    from sphinx_hugo.state import SiteState

BEFORE_LIBRARIES = 490
"""Priority by which handlers of other extensions find what is said here."""

_SCROLLING = {
    '<div class="highlight"><pre>': '<div class="highlight"><pre tabindex="0">',
    '<div class="table-wrapper ': '<div tabindex="0" class="table-wrapper ',  # Furo's
}
"""What may be wider than the screen; as in Hugo, it can be reached and scrolled with keys."""

_TWICE = re.compile(
    r'(<div tabindex="0" class="table-wrapper [^>]*) id="([^">]+)"(>\s*<table [^>]*id="\2")'
)
"""A table in what Furo puts around it, where both have the id of the table."""


def add_page_head(
    app: Sphinx,
    pagename: str,
    _template: str,
    context: dict[str, Any],
    doctree: nodes.document | None,
) -> None:
    """Complete the context of a page of the site (``html-page-context``)."""
    domain: HugoDomain = app.env.get_domain("hugo")  # type: ignore[assignment]
    state, page = domain.state, domain.page_of(pagename)
    if state is None or page is None or doctree is None or not serves_files(app.builder):
        return
    context["hugo_trail"] = trail(app.env, state.documents, page)
    point_to_source(app, page, context)
    if isinstance(context.get("meta"), dict):
        # A copy: it is the metadata of the environment.
        context["meta"] = {**context["meta"]}
        feed_library(app, state.documents, page, pagename, context["meta"])
    context["metatags"] = context.get("metatags", "") + "".join(
        _head(app, state, page, pagename, app.env.titles[pagename].astext())
    )
    for start, focusable in _SCROLLING.items():
        context["body"] = context["body"].replace(start, focusable)
    context["body"] = _TWICE.sub(r"\1\3", context["body"])
    if state.options.hugo_llms:
        write_copy(app, pagename, doctree)


def _head(app: Sphinx, state: SiteState, page: Page, docname: str, title: str) -> Iterator[str]:
    documents, options = state.documents, state.options
    yield from map(tag, unspoken(page))
    yield from map(tag, social_tags(app, documents, page, docname, title))
    feed = feed_target(app, documents, page)
    if feed:
        yield _alternate("application/rss+xml", site_url(app) + feed, title)
    if options.hugo_llms:
        yield _alternate("text/markdown", quote(copy_of(app, docname).name), title)
    if options.hugo_structured_data and site_url(app):
        yield structured_data(app, documents, page, docname, options.hugo_organization)


def _alternate(kind: str, address: str, title: str) -> str:
    return (
        f'<link rel="alternate" type="{kind}" title="{escape(title, quote=True)}" '
        f'href="{escape(address, quote=True)}" />\n'
    )
