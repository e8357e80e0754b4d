"""Problems with a field of front matter, placed on the line that sets it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_hugo.hugo.config.configfiles import line_of_key
from sphinx_hugo.hugo.content.frontmatter import read_front_matter
from sphinx_hugo.hugo.problems import Kind, Problem

if TYPE_CHECKING:
    from pathlib import Path

FieldMessage = tuple[str, str]
"""The name of a field and what is wrong with it."""

SAME_FIELD = {"menus": ("menus", "menu"), "address": ("url", "slug")}
"""Names under which one thing may be written."""


def field_problem(kind: Kind, message: FieldMessage, filename: Path | None) -> Problem:
    """Return the problem with a field; on line 1 if the file itself does not set it.

    The file is read once more: few files have problems, and the others need not remember lines.
    """
    name, text = message
    line = None if filename is None else _line(filename, SAME_FIELD.get(name, (name,)))
    return Problem(kind, text, filename, line)


def _line(filename: Path, names: tuple[str, ...]) -> int:
    try:
        text = filename.read_bytes().decode("utf-8", errors="replace")
    except OSError:
        return 1
    matter, _problems = read_front_matter(text, filename)
    # A byte order mark or text on the opening line would hide a key.
    source = text[: matter.body_offset].replace("\r\n", "\n").replace("\r", "\n")
    return next((line for name in names if (line := line_of_key(source, name))), 1)
