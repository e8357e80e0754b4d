"""How the Markdown of a site is to be read, found out once a build."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from sphinx_hugo._myst import known_directive, known_role
from sphinx_hugo.markdown import MarkdownOptions, MystNames, render_line
from sphinx_hugo.markdown.summary import plain_text

if TYPE_CHECKING:
    from sphinx_hugo.state import SiteState

_MARKS = re.compile(r"[<&`*_\[~^$\\=+#>]|:\w")
"""What there is in a line of Markdown that says more than its characters."""


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


def words_of_line(state: SiteState, text: str) -> str:
    """Return what a line of Markdown in front matter says, where there is room for characters only."""
    if not _MARKS.search(text):
        return text
    return plain_text(render_line(text, replace(markdown_options(state), typographer=None)))
