"""Code blocks as Sphinx has them, from what Hugo's highlighter is told."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from docutils import nodes
from pygments.lexers import find_lexer_class_by_name
from pygments.util import ClassNotFound

from sphinx_hugo.hugo.config import defaults

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sphinx_hugo.hugo.config.site_config import SiteConfig

_RANGE = re.compile(r"(\d{1,9})(?:-(\d{1,9}))?\Z")
_MOST_LINES = 100_000


def read_options(text: str) -> dict[str, str]:
    """Read ``linenos=table,hl_lines=2 4-6``; keys in lower case, a bare key is ``true``."""
    options = {}
    for part in text.split(","):
        key, equals, value = part.partition("=")
        if key.strip():
            options[key.strip().lower()] = value.strip().strip("\"'") if equals else "true"
    return options


def site_options(config: SiteConfig) -> dict[str, str]:
    """Return what ``markup.highlight`` says of every listing that names a language."""
    table, usual = config.markup.get("highlight", {}), defaults.MARKUP["highlight"]
    return {
        name: str(table[name])
        for name in ("linenos", "linenostart", "hl_lines")
        if table.get(name, usual[name]) != usual[name]
    }


def read_lines(text: str) -> list[int]:
    """Read line numbers and ranges, such as ``2 4-6``; what is neither is passed over."""
    lines: list[int] = []
    for part in re.split(r"[\s,\[\]\"']+", text):
        match = _RANGE.match(part)
        if match is None:
            continue
        first = int(match[1])
        last = min(int(match[2] or first), _MOST_LINES)
        lines.extend(range(first, last + 1))
        if len(lines) > _MOST_LINES:
            break
    return lines


def fenced_code(text: str, language: str, options: Mapping[str, str]) -> nodes.Element:
    """Return a code block as it stands in Markdown: empty lines count at its start, not at its end."""
    code = text.strip("\r\n")
    above = text[: text.find(code)].count("\n") if code else 0
    # Pygments drops what is empty, so where it colours the first line has a space.
    start = " " if above and lexer_name(language) != "none" else ""
    return _block(start + "\n" * above + code, language, options)


def code_block(text: str, language: str, options: Mapping[str, str] | None = None) -> nodes.Element:
    """Return the code block of a shortcode; *options* are Hugo's own, see :func:`read_options`."""
    return _block(text.strip("\r\n"), language, options or {})


def _block(text: str, language: str, options: Mapping[str, str]) -> nodes.Element:
    block = nodes.literal_block(text, text)
    block["language"] = lexer_name(language)
    if language and not has_lexer(language) and (name := nodes.make_id(language)):
        # Of a class "language-x" docutils makes the attribute lang="x", and readers would hear it.
        block["classes"].append(f"hugo-language-{name}")
    # Hugo colours what it can and never complains.
    block["force"] = True
    if options.get("linenos", "false").lower() not in {"false", ""}:
        block["linenos"] = True
    arguments: dict[str, object] = {}
    if lines := read_lines(options.get("hl_lines", "")):
        arguments["hl_lines"] = lines
    if re.fullmatch(r"\d{1,9}", options.get("linenostart", "")):
        arguments["linenostart"] = int(options["linenostart"])
    if arguments:
        block["highlight_args"] = arguments
    return block


def inline_code(text: str, language: str) -> nodes.literal:
    """Return code in running text, coloured if the language is known."""
    text = text.strip("\r\n")
    if not language or not has_lexer(language):
        return nodes.literal(text, text)
    return nodes.literal(text, text, classes=["code", "highlight"], language=language)


def lexer_name(language: str) -> str:
    """Return the name for Pygments; ``none`` if it does not know the language."""
    return language.lower() if language and has_lexer(language) else "none"


@lru_cache(maxsize=256)
def has_lexer(language: str) -> bool:
    """Tell whether Pygments knows the language."""
    try:
        find_lexer_class_by_name(language)
    except ClassNotFound:
        return False
    return True
