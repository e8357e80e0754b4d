"""The table of contents of a page, as ``.TableOfContents`` prints it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from markdown_it.token import Token

    from .options import MarkdownOptions


def table_of_contents(tokens: Sequence[Token], options: MarkdownOptions) -> str:
    """Print the table of contents of parsed Markdown, an empty ``nav`` if there is none."""
    raise NotImplementedError
