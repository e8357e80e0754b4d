"""Hugo's glob patterns, as in cascade targets, mounts and resource metadata."""

from __future__ import annotations

import re
from functools import lru_cache


class GlobError(ValueError):
    """A pattern that cannot be read."""


_PART = re.compile(r"\\.|\*\*|\[[^\]]+\]|[^\[]", re.DOTALL)
_SIMPLE = {"**": ".*", "*": "[^/]*", "?": "[^/]"}


@lru_cache(maxsize=1024)
def compile_glob(pattern: str) -> re.Pattern[str]:
    """Return a regular expression for the whole of a path with ``/``.

    ``*`` and ``?`` stop at ``/``, ``**`` does not; ``[ab]``, ``[!ab]``, ``{a,b}``, ``\\x``.
    Raises :class:`GlobError` for a class or a brace that is not closed.
    """
    out: list[str] = []
    depth = end = 0
    for match in _PART.finditer(pattern):
        part = match[0]
        end = match.end()
        if part in _SIMPLE:
            out.append(_SIMPLE[part])
        elif part == "{":
            depth += 1
            out.append("(?:")
        elif depth and part in ",}":
            depth -= part == "}"
            out.append("|" if part == "," else ")")
        elif part[0] == "[":
            out.append(_character_class(part[1:-1]))
        else:
            out.append(re.escape(part[1:] if part[0] == "\\" and len(part) > 1 else part))
    if end < len(pattern):
        raise GlobError(f"the glob {pattern!r} has a '[' without ']'")
    if depth:
        raise GlobError(f"the glob {pattern!r} has a '{{' without '}}'")
    # Runs of ** would make the regular expression backtrack for no gain.
    source = re.sub(r"(?:\.\*){2,}", ".*", "".join(out))
    try:
        return re.compile(source, re.DOTALL)
    except re.error as error:
        raise GlobError(f"the glob {pattern!r} cannot be read: {error}") from None


def _character_class(inner: str) -> str:
    negated = inner.startswith("!")
    body = inner[1:] if negated else inner
    body = body.replace("\\", "\\\\").replace("]", "\\]").replace("[", "\\[").replace("^", "\\^")
    return f"[^{body}/]" if negated else f"[{body}]"


def matches(pattern: str, path: str) -> bool:
    """Return whether the whole of *path* matches; letters compare without case."""
    return compile_glob(pattern.lower()).fullmatch(path.lower()) is not None
