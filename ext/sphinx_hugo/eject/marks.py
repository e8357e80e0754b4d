"""Plain text as MyST: which characters would be marks, and how a block is fenced or indented."""

from __future__ import annotations

import re

_SPECIAL = re.compile(r"([\\`*\[\]<{$~]|&(?=#?\w+;)|(?<![^\W_])_|_(?![^\W_]))")
_LINE_START = re.compile(
    r"""^(?:
        (?P<number>\d{1,9})(?=[.)](?:\s|$))      # a numbered item
      | (?=(?:[-+](?:\s|$)|-{2,}\s*$|={1,}\s*$|\#{1,6}(?:\s|$)|>|\+{3}|%|:(?:\s|:)|\||\([^()\n]*\)=\s*$))
    )""",
    re.VERBOSE,
)
_BACKQUOTES = re.compile("`+")
_FENCES = re.compile(r"^\s*(:{3,}|`{3,}|~{3,})", re.MULTILINE)
_SPACE = re.compile(r"\s+")


def one_line(text: str) -> str:
    """Return a text with each run of white space as one space."""
    return _SPACE.sub(" ", text)


def escaped(text: str) -> str:
    """Return text of one line with a backslash before what would be a mark anywhere in a line."""
    return _SPECIAL.sub(r"\\\1", text)


def safe_start(line: str) -> str:
    """Return a line of a paragraph with a backslash where its beginning would open another block."""
    found = _LINE_START.match(line)
    if found is None:
        return line
    if found["number"]:
        return f"{found['number']}\\{line[found.end() :]}"
    return f"\\{line}"


def code_span(text: str) -> str:
    """Return a text between backquotes, of which there are more than in the text."""
    text = one_line(text)
    if not text.strip():
        return ""
    marks = "`" * _missing_length(text)
    pad = " " if text[0] == "`" or text[-1] == "`" or text[0] == text[-1] == " " else ""
    return f"{marks}{pad}{text}{pad}{marks}"


def role(name: str, text: str) -> str:
    """Return a role with its text."""
    span = code_span(text)
    return f"{{{name}}}{span}" if span else ""


def _missing_length(text: str) -> int:
    """Return the smallest length of a run of backquotes that the text does not have."""
    taken = {len(run) for run in _BACKQUOTES.findall(text)}
    return next(n for n in range(1, len(taken) + 2) if n not in taken)


def code_fence(text: str) -> str:
    """Return backquotes that no line of the text can close."""
    return "`" * max(3, 1 + max(map(len, _BACKQUOTES.findall(text)), default=0))


def directive(
    name: str,
    argument: str = "",
    options: dict[str, str] | None = None,
    content: str = "",
    *,
    code: bool = False,
) -> str:
    """Return a directive; its fence is longer than any in the content.

    An option with an empty value is a flag. With *code* the fence is of backquotes, as for what is
    no Markdown inside.
    """
    if code:
        fence = code_fence(content)
    else:
        inner = [len(run) for run in _FENCES.findall(content) if run[0] == ":"]
        fence = ":" * max(3, 1 + max(inner, default=0))
    lines = [f"{fence}{{{name}}} {one_line(argument)}".rstrip()]
    lines += [f":{key}: {one_line(value)}".rstrip() for key, value in (options or {}).items()]
    if content:
        # Without an empty line, content that begins like an option would be read as one.
        lines += ["", content] if options or content[0] in ":-" else [content]
    return "\n".join([*lines, fence])


def indented(text: str, marker: str) -> str:
    """Return a block as an item: its first line behind a marker, the others as far in."""
    lines = text.split("\n")
    rest = [" " * len(marker) + line if line.strip() else "" for line in lines[1:]]
    return "\n".join([f"{marker}{lines[0]}".rstrip(), *rest])


def quoted(text: str) -> str:
    """Return a block as a quotation."""
    return "\n".join(f"> {line}".rstrip() for line in text.split("\n"))


def joined(blocks: list[str]) -> str:
    """Return blocks one below the other."""
    return "\n\n".join(blocks)


def count_lines(text: str) -> int:
    """Return the number of lines that are not empty."""
    return sum(1 for line in text.split("\n") if line.strip())
