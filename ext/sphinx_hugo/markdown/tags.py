"""Pieces of HTML as Hugo writes them: escaped text, attributes, listings."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING, Any

from .languages import is_known_language

if TYPE_CHECKING:
    from collections.abc import Mapping

    from markdown_it.token import Token


_BLANK_LINE = re.compile(r"^[ \t]*$(?=\n)", re.MULTILINE)

TABLE_TAGS = {
    "table": "",
    "thead": "\t",
    "tbody": "\t",
    "tr": "\t\t\t",
    "th": "\t\t\t\t\t",
    "td": "\t\t\t\t\t",
}
"""The tags of a table, with what Hugo writes before each."""


def escape(text: str) -> str:
    """Escape text for HTML as Goldmark does."""
    return (
        text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")
    )


def attributes(values: Mapping[str, Any]) -> str:
    """Write attributes, each with a space before it."""
    return "".join(f' {name}="{escape(str(value))}"' for name, value in values.items())


def highlight(code: str, language: str, options: Mapping[str, Any]) -> str:
    """Print a listing as Hugo does, without colours."""
    shown = escape(code)
    if is_known_language(language):
        shown = unbroken(shown)
    if not language:
        return f'<pre tabindex="0"><code>{shown}</code></pre>'
    # Hugo escapes the language otherwise than text.
    name = html.escape(language).replace("&quot;", "&#34;").replace("&#x27;", "&#39;")
    pre = f'<pre tabindex="0"><code class="language-{name}" data-lang="{name}">{shown}</code></pre>'
    if not is_known_language(language):
        return pre
    extra = str(options.get("class", ""))
    values = {"class": f"highlight {extra}".rstrip()}
    values |= {k: str(v) for k, v in options.items() if k in {"id", "title"} or "-" in k}
    return f"<div{attributes(values)}>{pre}</div>"


def unbroken(shown: str) -> str:
    """Put an element on each blank line of a listing, as Hugo has one on every line of it.

    The listing may be read as Markdown once more, where a blank line would end the HTML.
    """
    return _BLANK_LINE.sub(r"<span></span>\g<0>", shown) if "\n" in shown else shown


def table_tag(token: Token) -> str:
    """Write a tag of a table on its line."""
    indent = TABLE_TAGS[token.tag]
    if token.nesting < 0:
        return f"</{token.tag}>\n" if token.tag in {"th", "td"} else f"{indent}</{token.tag}>\n"
    values = {
        name: str(value).replace("text-align:", "text-align: ") if name == "style" else value
        for name, value in token.attrs.items()
    }
    line_end = "" if token.tag in {"th", "td"} else "\n"
    return f"{indent}<{token.tag}{attributes(values)}>{line_end}"
