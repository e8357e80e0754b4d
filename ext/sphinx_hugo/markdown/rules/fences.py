"""Fenced code: the language and the attributes of the info string."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from .attributes import parse_attributes
from .context import hugo_options
from .problems import report

if TYPE_CHECKING:
    from markdown_it.rules_core import StateCore

    from ..options import MystNames

_DIRECTIVE = re.compile(r"\s*\{([a-zA-Z0-9_:+-]+)\}(?:\s|$)")
_RANGE = re.compile(r"(\d{1,9})(?:-(\d{1,9}))?$")
_MOST_LINES = 100_000
"""No listing is longer; a range beyond it is cut."""

OPTIONS = frozenset(
    {
        "anchorlinenos",
        "guesssyntax",
        "hl_inline",
        "hl_lines",
        "lineanchors",
        "linenos",
        "linenostart",
        "linenumbersintable",
        "noclasses",
        "nohl",
        "style",
        "tabwidth",
        "wrapperclass",
    }
)
"""The attributes that say how to highlight; all others belong to the element around the code."""


def fences(state: StateCore) -> None:
    """Split the info strings of all fences."""
    options = hugo_options(state)
    for token in state.tokens:
        if token.type != "fence":
            continue
        if options.myst and _is_directive(token.info, options.myst):
            token.meta = {**token.meta, "directive": True, "attributes": {}}
            continue
        code = token.content.rstrip("\n")
        token.content = code and f"{code}\n"  # Hugo leaves out the blank lines at the end
        language, attributes = split_info(token.info)
        if attributes is None:
            calls = state.env.get("shortcodes")
            shown = calls.sub("{{< >}}", token.info) if calls else token.info
            report(
                state.env,
                token.map[0] if token.map else None,
                f"The braces after the code fence cannot be read: {shown.strip()!r}. Hugo "
                "stops here; write {key=value}, {.class} or {#id}, with quotes around values "
                "that hold more than letters and digits.",
            )
        token.info = language
        token.meta = {**token.meta, "attributes": attributes or {}}


def _is_directive(info: str, myst: MystNames) -> bool:
    match = _DIRECTIVE.match(info)
    return match is not None and myst.is_directive(match[1])


def split_info(info: str) -> tuple[str, dict[str, Any] | None]:
    """Split an info string into the language and the attributes.

    :returns: the language (may be empty), and the attributes; None if the braces cannot be read.
        ``hl_lines`` is a sorted list of line numbers, from 1, as written.
    """
    info = info.strip()
    brace = info.find("{")
    words = (info if brace < 0 else info[:brace]).split(maxsplit=1)
    language = words[0] if words else ""
    if brace < 0:
        return language, {}
    found = parse_attributes(info, brace)
    if found is None:
        return language, None
    attributes: dict[str, Any] = {}
    for name, value in found[0]:
        attributes.setdefault(name, value)
    return language, code_attributes(attributes)


def code_attributes(attributes: dict[str, Any]) -> dict[str, Any]:
    """Bring the options of a listing into one form; also those of the ``highlight`` shortcode."""
    result: dict[str, Any] = {}
    for name, value in attributes.items():
        key = name.lower()
        if key == "hl_lines":
            result[key] = line_numbers(value)
        elif key in OPTIONS:
            result[key] = _option(value)
        elif not key.startswith("on"):
            result[name] = value
    return result


def _option(value: object) -> object:
    if isinstance(value, str):
        lower = value.lower()
        if lower in {"true", "false"}:
            return lower == "true"
        if lower.isascii() and lower.isdigit():
            return int(lower)
    return value


def line_numbers(value: object) -> list[int]:
    """Read line numbers: ``3``, ``"2 4-6"``, ``"2,4-6"`` or ``[1, "2-3"]``; the rest is left out."""
    items = value if isinstance(value, list) else str(value).replace(",", " ").split()
    numbers: set[int] = set()
    left = _MOST_LINES
    for item in items:
        for part in str(item).split():
            match = _RANGE.match(part)
            if match:
                first = int(match[1])
                last = min(int(match[2] or first), first + left)
                left = max(left - (last - first), 0)
                numbers.update(range(first, last + 1))
    return sorted(numbers)
