"""The table of contents of a page, as ``.TableOfContents`` prints it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, cast

from .html import HugoRenderer
from .tags import escape

if TYPE_CHECKING:
    from collections.abc import MutableMapping, Sequence

    from markdown_it import MarkdownIt
    from markdown_it.token import Token

    from .options import MarkdownOptions, TocOptions

_DROPPED = frozenset({"link_open", "link_close", "footnote_ref"})


@dataclass(slots=True)
class TocEntry:
    """One heading with the headings below it."""

    anchor: str = ""
    """The id; empty for a level that the page skips."""
    title: str = ""
    """The title, as HTML."""
    children: list[TocEntry] = field(default_factory=list)
    """The headings one level below."""


def toc_entries(
    tokens: Sequence[Token], md: MarkdownIt, env: MutableMapping[str, Any] | None = None
) -> list[TocEntry]:
    """Return the headings as a tree; its first level is heading level 1."""
    renderer = HugoRenderer(md)
    rows: list[TocEntry] = []
    for index, token in enumerate(tokens):
        if token.type != "heading_open":
            continue
        inline = [t for t in tokens[index + 1].children or [] if t.type not in _DROPPED]
        title = renderer.renderInline(inline, md.options, env if env is not None else {})
        entry = TocEntry(str(token.attrs.get("id", "")), title)
        level = int(token.tag[1:])
        if level == 1:
            rows.append(entry)
            continue
        if not rows:
            rows.append(TocEntry())
        above = rows[-1]
        for _ in range(2, level):
            if not above.children:
                above.children.append(TocEntry())
            above = above.children[-1]
        above.children.append(entry)
    return rows


def table_of_contents(
    tokens: Sequence[Token], md: MarkdownIt, env: MutableMapping[str, Any] | None = None
) -> str:
    """Print the table of contents of parsed Markdown.

    :param tokens: what ``md.parse`` gave.
    :param env: the environment of the parsing; for the shortcodes in headings.
    """
    options = cast("MarkdownOptions", md.options["hugo"]).toc
    parts = ['<nav id="TableOfContents">']
    _write_list(parts, toc_entries(tokens, md, env), options, 1, 0)
    parts.append("</nav>")
    return "".join(parts)


def _write_list(
    parts: list[str], entries: list[TocEntry], options: TocOptions, level: int, indent: int
) -> None:
    if level < options.start_level:
        for entry in entries:
            _write_list(parts, entry.children, options, level + 1, indent)
        return
    if not entries or (options.end_level != -1 and level > options.end_level):
        return
    tag = "ol" if options.ordered else "ul"
    parts.append(f"\n{'  ' * (indent + 1)}<{tag}>\n")
    for entry in entries:
        parts.append(f"{'  ' * (indent + 2)}<li>")
        if entry.anchor or entry.title:
            parts.append(f'<a href="#{escape(entry.anchor)}">{entry.title}</a>')
        _write_list(parts, entry.children, options, level + 1, indent + 2)
        parts.append("</li>\n")
    parts.append(f"{'  ' * (indent + 1)}</{tag}>\n{'  ' * indent}")
