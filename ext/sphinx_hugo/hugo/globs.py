"""Hugo's glob patterns, as in cascade targets, mounts and resource metadata."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import takewhile


class GlobError(ValueError):
    """A pattern that cannot be read."""


_PART = re.compile(r"\\.|\*\*|\[[^\]]+\]|[^\[]", re.DOTALL)
_SIMPLE = {"**": ".*", "*": "[^/]*", "?": "[^/]"}
_REPEATS = re.compile(r"\*+|\{")
_FEW = 2
"""Stars and braces that a regular expression may have; of more it could try all combinations."""

_Sequence = list["str | _Choice"]
"""Parts of a pattern, one after the other: regular expressions, and choices."""
_Choice = list[_Sequence]


@dataclass(frozen=True, slots=True)
class Glob:
    """A pattern that has been read."""

    _whole: re.Pattern[str] | None
    """For a pattern with few stars and braces."""
    _parts: _Sequence

    def fits(self, path: str) -> bool:
        """Tell whether the whole of a path matches, in time linear in path and pattern."""
        if self._whole is not None:
            return self._whole.fullmatch(path) is not None
        return len(path) in _ends(self._parts, {0}, path)


@lru_cache(maxsize=1024)
def compile_glob(pattern: str) -> Glob:
    """Return a glob for the whole of a path with ``/``.

    ``*`` and ``?`` stop at ``/``, ``**`` does not; ``[ab]``, ``[!ab]``, ``{a,b}``, ``\\x``.
    Raises :class:`GlobError` for a class or a brace that is not closed.
    """
    parts: _Sequence = []
    open_choices: list[_Choice] = []
    sequence = parts
    end = 0
    while match := _PART.match(pattern, end):
        part = match[0]
        end = match.end()
        if part == "{":
            open_choices.append([[]])
            sequence.append(open_choices[-1])
            sequence = open_choices[-1][0]
        elif open_choices and part == ",":
            sequence = []
            open_choices[-1].append(sequence)
        elif open_choices and part == "}":
            open_choices.pop()
            sequence = open_choices[-1][-1] if open_choices else parts
        elif part != "**" or sequence[-1:] != [_SIMPLE["**"]]:  # one in a row says it all
            sequence.append(_simple(part))
    if end < len(pattern):
        raise GlobError(f"the glob {pattern!r} has a '[' without ']'")
    if open_choices:
        raise GlobError(f"the glob {pattern!r} has a '{{' without '}}'")
    try:
        whole = re.compile(_source(parts), re.DOTALL)
    except (re.error, RecursionError, OverflowError) as error:
        raise GlobError(f"the glob {pattern!r} cannot be read: {error}") from None
    return Glob(whole if len(_REPEATS.findall(pattern)) <= _FEW else None, parts)


def _simple(part: str) -> str:
    """Return the regular expression for a part that holds no others."""
    if part in _SIMPLE:
        return _SIMPLE[part]
    if part[0] == "[":
        return _character_class(part[1:-1])
    return re.escape(part[1:] if part[0] == "\\" and len(part) > 1 else part)


def _character_class(inner: str) -> str:
    negated = inner.startswith("!")
    # Two signs in a row will mean something to some later Python.
    body = re.sub(r"[\\\[\]^&~|]|(?<=-)-", r"\\\g<0>", inner[1:] if negated else inner)
    return f"[^{body}/]" if negated else f"[{body}]"


def _source(sequence: _Sequence) -> str:
    """Return the regular expression for a part of a pattern."""
    return "".join(
        part if isinstance(part, str) else f"(?:{'|'.join(map(_source, part))})"
        for part in sequence
    )


def _ends(sequence: _Sequence, starts: set[int], path: str) -> set[int]:
    """Return where a part of a pattern may end if it begins at any of these places of a path."""
    for part in sequence:
        if not starts:
            break
        if not isinstance(part, str):
            starts = {end for one in part for end in _ends(one, starts, path)}
        elif part == _SIMPLE["**"]:
            starts = set(range(min(starts), len(path) + 1))
        elif part == _SIMPLE["*"]:
            starts = _within_segments(starts, path)
        else:
            one_character = re.compile(part, re.DOTALL)
            starts = {at + 1 for at in starts if one_character.match(path, at)}
    return starts


def _within_segments(starts: set[int], path: str) -> set[int]:
    found: set[int] = set()
    for start in sorted(starts):
        if start not in found:
            rest = takewhile(lambda at: path[at] != "/", range(start, len(path)))
            found.update([start, *(at + 1 for at in rest)])
    return found


def matches(pattern: str, path: str) -> bool:
    """Return whether the whole of *path* matches; letters compare without case."""
    return compile_glob(pattern.lower()).fits(path.lower())
