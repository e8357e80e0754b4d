"""Headings: their attributes and their ids."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from markdown_it.rules_block import heading as commonmark_atx
from markdown_it.rules_block import lheading as commonmark_setext

from sphinx_hugo.hugo.anchors import AnchorRegistry, AnchorStyle

from .attributes import html_attributes, parse_attributes
from .context import hugo_options

if TYPE_CHECKING:
    from collections.abc import Sequence

    from markdown_it.rules_block import StateBlock
    from markdown_it.rules_core import StateCore
    from markdown_it.token import Token

    from .attributes import Attributes

_CLOSING = re.compile(r"\s(#+)\s*(?=\{)")
_MARKS = re.compile(r"#{1,6}")


def atx(state: StateBlock, line: int, end: int, silent: bool) -> bool:
    """Read ``## Title {#id}``, also ``## Title ## {#id}``."""
    if not commonmark_atx(state, line, end, silent):
        return False
    if not silent and state.md.options["hugo"].attribute_title:
        opening, inline = state.tokens[-3], state.tokens[-2]
        raw = state.src[state.bMarks[line] + state.tShift[line] : state.eMarks[line]].rstrip()
        _after_closing_marks(opening, inline, raw)
        # Hugo takes no attributes that stand before the closing marks.
        if "id" not in opening.attrs and raw.endswith("}"):
            _at_the_end(opening, inline)
    return True


def setext(state: StateBlock, line: int, end: int, silent: bool) -> bool:
    """Read a title that is underlined with ``===`` or ``---``."""
    if not commonmark_setext(state, line, end, silent):
        return False
    if not silent and state.md.options["hugo"].attribute_title:
        _at_the_end(state.tokens[-3], state.tokens[-2])
    return True


def _after_closing_marks(opening: Token, inline: Token, raw: str) -> None:
    marks = _MARKS.match(raw)
    start = marks.end() if marks else 0
    for closing in _CLOSING.finditer(raw, start):
        found = parse_attributes(raw, closing.end())
        if found and found[1] == len(raw):
            inline.content = raw[start : closing.start(1)].strip()
            _set(opening, found[0])
            return


def _at_the_end(opening: Token, inline: Token) -> None:
    content = inline.content
    brace = content.rfind("{")
    while brace > 0 and content[brace - 1] == "\\":
        brace = content.rfind("{", 0, brace)
    if brace < 0 or "\n" in content[brace:]:
        return
    found = parse_attributes(content, brace)
    if found and not content[found[1] :].strip():
        inline.content = content[:brace].rstrip()
        _set(opening, found[0])


def _set(opening: Token, attributes: Attributes) -> None:
    values: dict[str, Any] = html_attributes(attributes)
    opening.attrs = {**opening.attrs, **values}


def heading_ids(state: StateCore) -> None:
    """Give each heading its id, in the order of the page."""
    options = hugo_options(state)
    registry = state.env.get("anchors")
    if registry is None:
        registry = AnchorRegistry(anchor_style(options.auto_id_type))
        state.env["anchors"] = registry
    for index, token in enumerate(state.tokens):
        if token.type == "heading_open":
            text = _without_calls(state.tokens[index + 1], state)
            _identify(token, text, registry, options.auto_heading_id)
        elif token.type == "dt_open" and options.auto_definition_term_id:
            term = _without_calls(state.tokens[index + 1], state)
            token.attrSet("id", registry.generate(term, "term"))


def anchor_style(name: str) -> AnchorStyle:
    """Return the style of that name; Hugo's default where there is none."""
    try:
        return AnchorStyle(name.lower())
    except ValueError:
        return AnchorStyle.GITHUB


def _without_calls(inline: Token, state: StateCore) -> str:
    """Return the plain text without shortcodes: Hugo makes ids before these have answered."""
    text = plain_text(inline.children or [])
    pattern = state.env.get("shortcodes")
    return pattern.sub("", text) if pattern else text


def _identify(opening: Token, text: str, registry: AnchorRegistry, automatic: bool) -> None:
    kind = "none"
    if "id" in opening.attrs:
        registry.reserve(str(opening.attrs["id"]))
        kind = "explicit"
    else:
        # Of a title of several lines Hugo takes the last one.
        last = text.rpartition("\n")[2]
        if automatic and last:
            opening.attrSet("id", registry.generate(last))
            kind = "auto"
    for name, value in opening.meta.pop("block_attributes", {}).items():
        if name not in opening.attrs:
            opening.attrSet(name, value)
    opening.meta = {**opening.meta, "id": kind, "text": text}


def plain_text(tokens: Sequence[Token]) -> str:
    """Return the characters of inline tokens: no tags, no mathematics, no bare addresses.

    Shortcodes are their placeholders.
    """
    parts: list[str] = []
    skipping = 0
    for token in tokens:
        if token.type in {"link_open", "link_close"} and token.info == "auto":
            skipping += token.nesting
        elif skipping:
            continue
        elif token.type in {"text", "code_inline", "shortcode"}:
            parts.append(token.content)
        elif token.type == "emoji":
            parts.append(token.markup)
        elif token.type == "image":
            parts.append(plain_text(token.children or []))
        elif token.type in {"softbreak", "hardbreak"}:
            parts.append("\n")
    return "".join(parts)
