"""Reading one content file: text, front matter, and what is wrong with either."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sphinx_hugo.hugo.content.frontmatter import read_front_matter
from sphinx_hugo.hugo.problems import Kind, Problem

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class ContentText:
    """What the scan keeps of a content file; the body is read again when it is rendered."""

    data: Mapping[str, Any]
    body_line: int
    word_count: int
    problems: tuple[Problem, ...]
    is_utf8: bool = True


def decode(raw: bytes, filename: Path) -> tuple[str, tuple[Problem, ...]]:
    """Return *raw* as text; bytes that are not UTF-8 become U+FFFD, with a problem."""
    try:
        return raw.decode("utf-8"), ()
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        text = f"byte 0x{raw[error.start]:02x} is not UTF-8; save the file as UTF-8"
        return raw.decode("utf-8", errors="replace"), (Problem(Kind.CONTENT, text, filename, line),)


def read_content(filename: str) -> ContentText:
    """Read the file; one that cannot be read is an empty page with a problem."""
    path = Path(filename)
    try:
        raw = path.read_bytes()
    except OSError as error:
        return unreadable(path, error)
    return read_text(raw, path)


def unreadable(path: Path, error: OSError) -> ContentText:
    """Return what stands for a file that cannot be read."""
    problem = Problem(Kind.CONTENT, f"cannot be read: {error.strerror}", path)
    return ContentText({}, 1, 0, (problem,))


def read_text(raw: bytes, path: Path) -> ContentText:
    """Return what the content of a file says."""
    text, problems = decode(raw, path)
    matter, more = read_front_matter(text, path)
    words = len(matter.body.split())
    return ContentText(matter.data, matter.body_line, words, (*problems, *more), not problems)
