"""The best reading of front matter that Hugo refuses: what can be read of it is kept."""

from __future__ import annotations

import re
from typing import Any

from sphinx_hugo.hugo.values.data import DataError, load_toml, load_yaml

_FIELD = re.compile(r"^([A-Za-z_][\w.-]*)[ \t]*:(?:[ \t]+([^\r\n]*))?$", re.MULTILINE)
_UNCLOSED_END = re.compile(r"(?:\r\n?|\n)(?:\.\.\.[ \t]*|[ \t]*)(?:\r\n?|\n|\Z)")
_MAX_TRIES = 20


def salvage_yaml(source: str) -> dict[str, Any]:
    """Return the top-level fields that can be read one by one.

    Of a repeated key the first value is kept. A field of one line that is no YAML
    (``title: A: B``) gives its text.
    """
    source = source.replace("\r\n", "\n").replace("\r", "\n")
    fields = list(_FIELD.finditer(source))
    ends = [match.start() for match in fields[1:]]
    result: dict[str, Any] = {}
    for match, end in zip(fields, [*ends, len(source)], strict=False):
        key = match[1].lower()
        try:
            value = load_yaml(source[match.start() : end])
        except DataError:
            text = (match[2] or "").strip()
            value = {key: text} if text else None
        if isinstance(value, dict):
            result.setdefault(key, value.get(key))
    return result


def salvage_toml(source: str) -> dict[str, Any]:
    """Return what is left after lines with errors are taken out; nothing if that is too much."""
    lines = source.replace("\r\n", "\n").split("\n")
    for _ in range(_MAX_TRIES):
        try:
            data = load_toml("\n".join(lines))
        except DataError as error:
            if not lines[error.line - 1]:
                return {}
            lines[error.line - 1] = ""
        else:
            return data if isinstance(data, dict) else {}
    return {}


def salvage_unclosed(text: str, start: int) -> tuple[dict[str, Any], int]:
    """Read YAML front matter that nothing closes, up to an empty line or ``...``.

    Return the fields and the index at which the body begins; no fields if the text from *start*
    on does not look like front matter.
    """
    end = _UNCLOSED_END.search(text, start)
    if end is None or end.start() == start:
        return {}, start
    try:
        data = load_yaml(text[start : end.start()])
    except DataError:
        return {}, start
    return (data, end.end()) if isinstance(data, dict) else ({}, start)
