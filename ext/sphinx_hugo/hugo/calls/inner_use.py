"""Whether a shortcode template reads what stands between the tags of its calls.

Hugo asks the parsed template, not its output: a mention in a branch that never runs counts.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_COMMENT = re.compile(r"(?:- )?\s*/\*")
# An unclosed string ends where Go's would break off, so that no place is read twice.
_STRING_OR_END = re.compile(
    r""""(?:[^"\\\n]|\\.)*+"?|`[^`]*+`?|'(?:[^'\\\n]|\\.)*+'?|\}\}""", re.DOTALL
)
_STRING = re.compile(r""""((?:[^"\\\n]|\\.)*+)"|`([^`]*+)`|'(?:[^'\\\n]|\\.)*+'""")
_KEYWORD = re.compile(r"\s*-?\s*([a-z]+)\b")
# A chain of fields from the dot or a variable; behind a parenthesis Hugo does not look.
_CHAIN = re.compile(r"(?<![\w).])(?:\$\w*)?((?:\.\w+)+)")
_INNER = frozenset({"Inner", "InnerDeindent"})
_OPENERS = frozenset({"if", "with", "range", "define", "block"})


@dataclass(slots=True)
class _Template:
    """What is asked of one template of the file: the file's own, or a ``define`` in it."""

    reads_inner: bool = False
    calls: set[str] = field(default_factory=set)


def uses_inner(template: str) -> bool:
    """Return whether the Go template of a shortcode reads ``.Inner`` or ``.InnerDeindent``.

    Counts in code anywhere, also as ``$.Inner``, ``.Parent.Inner`` or in a ``define`` of the same
    file that is called; not in comments, text, strings, nor in the argument of ``template`` and
    ``block``. Never raises: of a template that does not parse, what can be recognised is.
    """
    if "Inner" not in template:
        return False
    templates = _collect(template)
    reached: set[str] = set()
    queue = [""]
    while queue:
        name = queue.pop()
        found = templates.get(name)
        if name in reached or found is None:
            continue
        reached.add(name)
        if found.reads_inner:
            return True
        queue += found.calls
    return False


def _collect(source: str) -> dict[str, _Template]:
    templates = {"": _Template()}
    # For each block that is open, the template its content belongs to.
    owners = [""]
    for code in _actions(source):
        first = _KEYWORD.match(code)
        keyword = first[1] if first else ""
        current = templates[owners[-1]]
        name = _first_string(code) if keyword in {"define", "block", "template"} else ""
        if keyword in {"template", "block"}:
            current.calls.add(name)
        elif _reads_inner(code):
            current.reads_inner = True
        if keyword in {"define", "block"}:
            templates.setdefault(name, _Template())
            owners.append(name)
        elif keyword in _OPENERS:
            owners.append(owners[-1])
        elif keyword == "end" and len(owners) > 1:
            owners.pop()
    return templates


def _actions(source: str) -> Iterator[str]:
    """Yield what stands between ``{{`` and ``}}``, without comments."""
    at = source.find("{{")
    while at >= 0:
        start = at = at + 2
        if comment := _COMMENT.match(source, at):
            at = source.find("*/", comment.end())
            if at < 0:
                return
        end = next(
            (found for found in _STRING_OR_END.finditer(source, at) if found[0] == "}}"), None
        )
        if end is None:
            return
        if comment is None:
            yield source[start : end.start()]
        at = source.find("{{", end.end())


def _first_string(code: str) -> str:
    found = _STRING.search(code)
    return (found[1] or found[2] or "") if found else ""


def _reads_inner(code: str) -> bool:
    bare = _STRING.sub('""', code)
    return any(not _INNER.isdisjoint(chain[1].split(".")) for chain in _CHAIN.finditer(bare))
