"""How the Markdown of a site is to be read, found out once a build."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_hugo._myst import known_directive, known_role
from sphinx_hugo.markdown import MarkdownOptions, MystNames

if TYPE_CHECKING:
    from sphinx_hugo.state import SiteState


def markdown_options(state: SiteState) -> MarkdownOptions:
    """Return how the site's Markdown is to be read, with the roles and directives that Sphinx knows."""
    if "markdown_options" not in state.cache:
        config = state.documents.site.config
        names = MystNames(is_directive=known_directive, is_role=known_role)
        state.cache["markdown_options"] = MarkdownOptions.from_markup(
            config.markup, config.enable_emoji, myst=names
        )
    options: MarkdownOptions = state.cache["markdown_options"]
    return options
