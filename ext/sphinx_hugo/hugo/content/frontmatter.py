"""Front matter: where it ends, and what it says."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from sphinx_hugo.hugo.content.salvage import salvage_toml, salvage_unclosed, salvage_yaml
from sphinx_hugo.hugo.problems import Kind, Problem
from sphinx_hugo.hugo.values.data import DataError, load_json, load_org, load_toml, load_yaml

if TYPE_CHECKING:
    from pathlib import Path


class FrontMatterFormat(StrEnum):
    """How front matter is written."""

    NONE = ""
    YAML = "yaml"
    TOML = "toml"
    JSON = "json"
    ORG = "org"


class FrontMatterError(ValueError):
    """Front matter that Hugo would refuse, with its place in the file."""

    def __init__(self, message: str, line: int, column: int) -> None:
        super().__init__(message)
        self.message = message
        self.line = line
        """1-based."""
        self.column = column
        """1-based."""


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """A content file, taken apart."""

    format: FrontMatterFormat = FrontMatterFormat.NONE
    data: dict[str, Any] = field(default_factory=dict)
    """The fields; keys in lower case, except inside lists."""
    body: str = ""
    """What follows the front matter, line ends as in the file."""
    body_line: int = 1
    """1-based line of the file on which the body begins."""
    body_offset: int = 0
    """Index of the body's first character in the text."""


@dataclass(frozen=True, slots=True)
class _Block:
    """Where front matter stands in a file, before it is read."""

    format: FrontMatterFormat
    start: int
    """Index of the first character of the data."""
    end: int
    body_offset: int


_SPACE = re.compile(r"\ufeff?[ \t\r\n]*")
_LINE_END = re.compile(r"\r\n?|\n")
_FENCES = {"-": FrontMatterFormat.YAML, "+": FrontMatterFormat.TOML}
_CLOSING = {
    "-": re.compile(r"(?<=[\r\n])---(?:\r\n|\n|\r)?"),
    "+": re.compile(r"(?<=[\r\n])\+\+\+(?:\r\n|\n|\r)?"),
}
_BRACES = re.compile(r'[{}]|"(?:[^"\\]|\\.)*"?', re.DOTALL)
_ORG_BLOCK = re.compile(r"(?:#\+[^\r\n]*(?:\r\n|\n|\r|\Z))+")
_FIRST_VALUE = re.compile(r"(?:[ \t\r\n]|#[^\r\n]*|\ufeff)*")


def split_front_matter(text: str) -> FrontMatter:
    """Take the text of a content file apart; raises :class:`FrontMatterError`."""
    block = _find_block(text)
    data = _read_block(text, block)
    return _taken_apart(text, block.format, data, block.body_offset)


def read_front_matter(text: str, filename: Path) -> tuple[FrontMatter, tuple[Problem, ...]]:
    """Take the text of a content file apart and never raise.

    If Hugo would refuse the front matter, what can be read of it is kept, and so is all text that
    may belong to the body; the problem says where and why.
    """
    try:
        block = _find_block(text)
    except FrontMatterError as error:
        found = _without_block(text)
        return found, (Problem(Kind.FRONT_MATTER, error.message, filename, error.line),)
    try:
        data = _read_block(text, block)
    except FrontMatterError as error:
        found = _salvaged(text, block)
        return found, (Problem(Kind.FRONT_MATTER, error.message, filename, error.line),)
    return _taken_apart(text, block.format, data, block.body_offset), ()


def find_body(text: str) -> tuple[str, int]:
    """Return the body that :func:`read_front_matter` finds, and the 1-based line it begins on.

    Without reading the fields, unless it depends on them whether they are front matter.
    """
    try:
        block = _find_block(text)
    except FrontMatterError:
        found = _without_block(text)
        return found.body, found.body_line
    offset = block.body_offset
    if block.format in {FrontMatterFormat.JSON, FrontMatterFormat.ORG}:
        try:
            _read_block(text, block)
        except FrontMatterError:
            offset = _salvaged(text, block).body_offset
    return text[offset:], _line_of(text, offset)


def _taken_apart(
    text: str, kind: FrontMatterFormat, data: dict[str, Any], offset: int
) -> FrontMatter:
    return FrontMatter(kind, data, text[offset:], _line_of(text, offset), offset)


def _line_of(text: str, offset: int) -> int:
    return 1 + sum(1 for _ in _LINE_END.finditer(text, 0, offset))


def _column_of(text: str, offset: int) -> int:
    return offset - max(text.rfind("\n", 0, offset), text.rfind("\r", 0, offset))


def _find_block(text: str) -> _Block:
    space = _SPACE.match(text)
    start = space.end() if space else 0
    first = text[start : start + 1]
    if first in _FENCES:
        return _find_fenced(text, start)
    if first == "{":
        return _find_json(text, start)
    if org := _ORG_BLOCK.match(text, start):
        return _Block(FrontMatterFormat.ORG, start, org.end(), org.end())
    bom = 1 if text.startswith("\ufeff") else 0
    return _Block(FrontMatterFormat.NONE, bom, bom, bom)


def _find_fenced(text: str, start: int) -> _Block:
    mark = text[start]
    kind = _FENCES[mark]
    line = _line_of(text, start)
    if not text.startswith(mark * 3, start):
        raise FrontMatterError(
            f'the file begins with "{mark}", which Hugo takes for front matter and refuses; '
            f"write front matter before it, or * for the list items",
            line,
            _column_of(text, start),
        )
    closing = _CLOSING[mark].search(text, start + 3)
    if closing is None:
        raise FrontMatterError(
            f"the front matter is not closed: no line below begins with {mark * 3}; "
            f"add one, or write *** if a rule is meant",
            line + 1,
            1,
        )
    return _Block(kind, start + 3, closing.start(), closing.end())


def _find_json(text: str, start: int) -> _Block:
    depth = 0
    for brace in _BRACES.finditer(text, start):
        depth += {"{": 1, "}": -1}.get(brace[0], 0)
        if depth == 0:
            end = brace.end()
            line_end = _LINE_END.match(text, end)
            offset = line_end.end() if line_end else end
            return _Block(FrontMatterFormat.JSON, start, end, offset)
    raise FrontMatterError(
        'the file begins with "{", which Hugo takes for JSON front matter, '
        "but the brace is not closed; close it, or write front matter before it",
        _line_of(text, start),
        _column_of(text, start),
    )


_LOADERS = {
    FrontMatterFormat.YAML: load_yaml,
    FrontMatterFormat.TOML: load_toml,
    FrontMatterFormat.JSON: load_json,
    FrontMatterFormat.ORG: load_org,
}


def _read_block(text: str, block: _Block) -> dict[str, Any]:
    if block.format is FrontMatterFormat.NONE:
        return {}
    source = text[block.start : block.end]
    mark = text[block.start - 1 : block.start]
    if mark in _FENCES and source.startswith(mark):
        raise FrontMatterError(
            f"the front matter must begin with exactly three {mark}, here are more",
            _line_of(text, block.start),
            _column_of(text, block.start),
        )
    try:
        data = _LOADERS[block.format](source)
    except DataError as error:
        raise _placed(text, block, _worded(error.message, source), error) from error
    if data is None:
        return {}
    if not isinstance(data, dict):
        what = "a list" if isinstance(data, list) else "plain text"
        first = _FIRST_VALUE.match(source)
        at = block.start + (first.end() if first else 0)
        message = f"the front matter is {what}; Hugo wants fields, such as `title: {what}`"
        raise FrontMatterError(message, _line_of(text, at), _column_of(text, at))
    return data


def _worded(message: str, source: str) -> str:
    if source.startswith("{") and not source[1:].lstrip().startswith(('"', "}")):
        return (
            'the file begins with "{", which Hugo takes for JSON front matter and refuses; '
            "write front matter (--- twice) before it"
        )
    return f"the front matter cannot be read: {message}"


def _placed(text: str, block: _Block, message: str, error: DataError) -> FrontMatterError:
    column = error.column
    if error.line == 1:
        column += _column_of(text, block.start) - 1
    return FrontMatterError(message, _line_of(text, block.start) + error.line - 1, column)


def _without_block(text: str) -> FrontMatter:
    """Return the best reading of a file whose front matter has no end."""
    space = _SPACE.match(text)
    start = space.end() if space else 0
    kind = _FENCES.get(text[start : start + 1])
    if kind is FrontMatterFormat.YAML and text.startswith("---", start):
        data, end = salvage_unclosed(text, start + 3)
        if data:
            return _taken_apart(text, kind, data, end)
    return _taken_apart(text, FrontMatterFormat.NONE, {}, 1 if text.startswith("\ufeff") else 0)


def _salvaged(text: str, block: _Block) -> FrontMatter:
    """Return the best reading of a file whose front matter has errors."""
    source = text[block.start : block.end]
    if block.format is FrontMatterFormat.YAML:
        data = salvage_yaml(source)
    elif block.format is FrontMatterFormat.TOML:
        data = salvage_toml(source)
    elif source[1:].lstrip().startswith('"'):
        data = {}
    else:
        return _taken_apart(text, FrontMatterFormat.NONE, {}, 1 if text[0] == "\ufeff" else 0)
    return _taken_apart(text, block.format, data, block.body_offset)
