"""Reporting what Hugo would drop or refuse."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping


DIVIDER_LINE = "hugo_divider_line"
"""Where in ``env`` the line of ``<!--more-->`` is kept, around which four lines were added."""
_ADDED = 4


def source_line(env: Mapping[str, Any], line: int) -> int:
    """Return the 1-based source line for a line (from 0) of the text that is parsed."""
    divider = env.get(DIVIDER_LINE)
    if divider is not None and line > divider:
        line = max(divider, line - _ADDED)
    line_map = env.get("line_map")
    if not line_map:
        return line + 1
    return int(line_map[min(line, len(line_map) - 1)])


def report(env: Mapping[str, Any], line: int | None, message: str) -> None:
    """Add a finding to ``env["problems"]``, if the caller wants them.

    :param line: line of the text that is parsed, from 0.
    """
    problems = env.get("problems")
    if problems is not None:
        problems.append((None if line is None else source_line(env, line), message))
