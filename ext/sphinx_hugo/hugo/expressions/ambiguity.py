"""Finds regular expressions that Python's matcher could take exponential time for.

Danger comes from a repeated group whose turns can be cut in more than one way, such as
``(a+)+`` or ``(a|a)*``. A group is let through if each turn has the same length, or is marked
off by a character that occurs nowhere else in it: ``(<[^>]+>)+``, ``(,[^,]*)*``, ``(foo|bar)+``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

_ATOM = re.compile(
    r"(?P<atom>\\p\{\^?\w+\}|\\P\{\w+\}|\\x\{\w+\}|\\.|\[\^?\]?(?:\\.|\[:\^?\w+:\]|[^\]\\])*\]"
    r"|\(\?(?:P?<\w+>|[a-zA-Z-]*[:)])|.)(?P<repeat>[*+?]|\{\d+(?:,\d*)?\})?\??",
    re.DOTALL,
)
_MANY = 20
_SAMPLES = "".join(map(chr, range(0x250))) + "αж你😀"


@dataclass(frozen=True, slots=True)
class _Atom:
    """One character of a pattern, with its repetition."""

    text: str
    repeat: str

    @property
    def smallest(self) -> int:
        """How often it must occur."""
        if self.repeat.startswith("{"):
            return int(self.repeat[1:-1].partition(",")[0][:6])
        return 0 if self.repeat in {"*", "?"} else 1

    @property
    def is_fixed(self) -> bool:
        """Whether it always occurs equally often."""
        return not self.repeat or (self.repeat.startswith("{") and "," not in self.repeat)


def count_repeats(pattern: str) -> int:
    """Count the repetitions without end.

    :raises ValueError: if a group is repeated whose turns are ambiguous
    """
    total = 0
    bodies: list[list[_Atom] | None] = [[]]
    for match in _ATOM.finditer(pattern):
        atom, repeat = match["atom"], match["repeat"] or ""
        endless = _is_endless(repeat)
        total += endless
        if atom.startswith("("):
            bodies.append([])
        elif atom == ")" and len(bodies) > 1:
            body = bodies.pop()
            if endless and not (body is not None and _is_clear(body)):
                raise ValueError(pattern)
            # A group within a repeated group is more than we look into, unless it is plain.
            outer = bodies[-1]
            if outer is not None and body is not None and _is_plain(body) and not repeat:
                outer += body
            else:
                bodies[-1] = None
        else:
            inside = bodies[-1]
            if inside is not None:
                inside.append(_Atom(atom, repeat))
    return total


def _is_endless(repeat: str) -> bool:
    if not repeat.startswith("{"):
        return repeat in {"*", "+"}
    smallest, comma, largest = repeat[1:-1].partition(",")
    return int((largest or smallest)[:6]) > _MANY or bool(comma and not largest)


def _is_plain(body: list[_Atom]) -> bool:
    return all(atom.is_fixed and atom.text != "|" for atom in body)


def _is_clear(body: list[_Atom]) -> bool:
    """Say whether turns of a group can be cut in one way only."""
    if any(atom.text == "|" for atom in body):
        return _is_clear_choice(body)
    if _is_plain(body):
        return bool(body)
    return any(_marks_off(body, index) for index in (0, len(body) - 1))


def _is_clear_choice(body: list[_Atom]) -> bool:
    """Say whether alternatives begin with different characters and have no repetition."""
    branches: list[list[_Atom]] = [[]]
    for atom in body:
        if atom.text == "|":
            branches.append([])
        else:
            branches[-1].append(atom)
    if not all(branch and _is_plain(branch) for branch in branches):
        return False
    firsts = [_characters(branch[0].text) for branch in branches]
    return sum(map(len, firsts)) == len(frozenset().union(*firsts))


def _marks_off(body: list[_Atom], index: int) -> bool:
    """Say whether the first or last atom is there in each turn, and its characters only there."""
    mark, others = body[index], [atom for at, atom in enumerate(body) if at != index]
    if not mark.smallest:
        return False
    if not mark.is_fixed and not any(atom.smallest for atom in others):
        return False
    characters = _characters(mark.text)
    return all(characters.isdisjoint(_characters(atom.text)) for atom in others)


@lru_cache(maxsize=256)
def _characters(atom: str) -> frozenset[str]:
    """Give the sample characters that an atom matches, in either case; all if it is not simple."""
    try:
        found = re.findall(atom, _SAMPLES, re.IGNORECASE | re.DOTALL)
    except re.error:
        return frozenset(_SAMPLES)
    characters = frozenset(char for char in found if len(char) == 1)
    return characters or frozenset(_SAMPLES)
