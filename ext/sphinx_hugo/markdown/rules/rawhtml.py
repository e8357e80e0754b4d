"""Raw HTML: Hugo drops it unless the site is ``unsafe``."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from markdown_it.rules_block import html_block as commonmark_html_block

from .context import hugo_options
from .problems import report

if TYPE_CHECKING:
    from markdown_it.rules_block import StateBlock
    from markdown_it.rules_core import StateCore
    from markdown_it.token import Token

_SHOWN = 60
"""As much of the HTML is shown in the message."""
_ADVICE = (
    "Hugo omits raw HTML here: {html!r}. Write it in Markdown, in a shortcode, or set "
    "markup.goldmark.renderer.unsafe = true."
)
_DANGEROUS = re.compile(r"(?:javascript|vbscript|file|data):", re.IGNORECASE)
_HARMLESS = re.compile(r"data:image/(?:png|gif|jpeg|webp|svg)", re.IGNORECASE)


_NO_BLOCK = re.compile(r"</(?:script|pre|style|textarea)\b", re.IGNORECASE)
_ENDS = (
    (
        re.compile(r"<(?:script|pre|style|textarea)\b", re.IGNORECASE),
        re.compile(r"</(?:script|pre|style|textarea)>", re.IGNORECASE),
    ),
    (re.compile(r"<\?"), re.compile(r"\?>")),
    (re.compile(r"<!\[CDATA\["), re.compile(r"\]\]>")),
    (re.compile(r"<![A-Za-z]"), re.compile(">")),
)


def html_block(state: StateBlock, line: int, end: int, silent: bool) -> bool:
    """Read a block of HTML; the end tag of a script or the like begins none."""
    if _NO_BLOCK.match(state.src, state.bMarks[line] + state.tShift[line]):
        return False
    return commonmark_html_block(state, line, end, silent)


def has_closing_line(html: str) -> bool:
    """Whether a block of HTML is one that ends on a later line than it begins."""
    for begin, end in _ENDS:
        if begin.match(html):
            found = end.search(html)
            return found is not None and "\n" in html[: found.start()]
    return False


def is_dangerous(url: str) -> bool:
    """Whether Hugo empties a link to this address in a site that is not ``unsafe``."""
    return bool(_DANGEROUS.match(url)) and not _HARMLESS.match(url)


def omit_html(state: StateCore) -> None:
    """Turn raw HTML into ``html_omitted`` tokens; take them out for renderers of another format.

    Comments vanish without a word.
    """
    if hugo_options(state).unsafe:
        return
    if not any(t.type == "html_block" or (t.children and "<" in t.content) for t in state.tokens):
        return
    keep = state.md.renderer.__output__ == "html"
    result: list[Token] = []
    for token in state.tokens:
        if token.type == "html_block":
            _omit_block(state, token)
            if not keep:
                continue
        elif token.type == "inline" and token.children:
            token.children = _omit_inline(state, token, token.children, keep)
        result.append(token)
    state.tokens = result


def _is_comment(html: str) -> bool:
    return html.lstrip().startswith("<!--")


def _omit_block(state: StateCore, token: Token) -> None:
    token.type = "html_omitted_block"
    if not _is_comment(token.content):
        _report(state, token, token.content)


def _omit_inline(state: StateCore, block: Token, children: list[Token], keep: bool) -> list[Token]:
    result: list[Token] = []
    breaks = 0
    for child in children:
        if child.type in {"softbreak", "hardbreak"}:
            breaks += 1
        elif child.type == "html_inline":
            if not _is_comment(child.content):
                _report(state, block, child.content, breaks)
            child.type = "html_omitted"
            if not keep:
                continue
        elif child.children:
            child.children = _omit_inline(state, block, child.children, keep)
        result.append(child)
    return result


def _report(state: StateCore, block: Token, html: str, below: int = 0) -> None:
    first = html.strip().split("\n", 1)[0]
    shown = first if len(first) <= _SHOWN else first[:_SHOWN] + "..."
    line = block.map[0] + below if block.map else None
    report(state.env, line, _ADVICE.format(html=shown))
