"""Footnotes ``[^label]``: only labels that are defined somewhere count."""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from markdown_it.token import Token

if TYPE_CHECKING:
    from collections.abc import Iterator, MutableMapping

    from markdown_it.rules_block import StateBlock
    from markdown_it.rules_core import StateCore
    from markdown_it.rules_inline import StateInline

KEY = "hugo_footnotes"
_DEFINITION = re.compile(r"\[\^([^\]\n]+)\]:[ \t]*")
_REFERENCE = re.compile(r"\[\^([^\]\n]+)\]")


@dataclass(slots=True)
class Footnotes:
    """The footnotes of one text."""

    outer: Footnotes | None = None
    """Those of the text around it, if it may refer to them."""
    scope: int = 0
    """What tells its labels from those of the other texts of a page."""
    count: Iterator[int] = field(default_factory=lambda: itertools.count(1))
    """The numbers that are left, for all texts that show their footnotes in one place."""
    defined: set[str] = field(default_factory=set)
    """The labels that have a definition."""
    numbers: dict[str, int] = field(default_factory=dict)
    """Label -> number, from 1, in the order of the first references."""
    uses: dict[str, int] = field(default_factory=dict)
    """Label -> how often it is referred to."""

    def within(self, scope: int, *, apart: bool) -> Footnotes:
        """Return those of a text in this one; *apart*: it may not refer to the notes here."""
        return Footnotes(None if apart else self, scope, self.count)

    def of_label(self, label: str) -> Footnotes | None:
        """Return those that have a definition of a label, here or around this text."""
        if label in self.defined:
            return self
        return None if self.outer is None else self.outer.of_label(label)


def footnotes_of(env: MutableMapping[str, Any]) -> Footnotes:
    """Return the footnotes kept in a parser's environment."""
    found: Footnotes = env.setdefault(KEY, Footnotes())
    return found


def definition(state: StateBlock, line: int, end: int, silent: bool) -> bool:
    """Read ``[^label]: text`` and the indented blocks below."""
    if state.is_code_block(line):
        return False
    start = state.bMarks[line] + state.tShift[line]
    match = _DEFINITION.match(state.src, start, state.eMarks[line])
    if match is None or not match[1].strip():
        return False
    if silent:
        return True
    label = match[1]
    footnotes_of(state.env).defined.add(label)
    opening = Token("footnote_reference_open", "", 1, level=state.level, block=True)
    opening.meta = {"label": label}
    state.tokens.append(opening)
    state.level += 1
    _content(state, line, end, match.end())
    opening.map = [line, state.line]
    state.level -= 1
    state.tokens.append(Token("footnote_reference_close", "", -1, level=state.level, block=True))
    return True


def _content(state: StateBlock, line: int, end: int, pos: int) -> None:
    saved = state.bMarks[line], state.tShift[line], state.sCount[line]
    indent, parent = state.blkIndent, state.parentType
    state.blkIndent += 4
    state.parentType = "footnote"
    state.bMarks[line], state.tShift[line] = pos, 0
    state.sCount[line] = state.blkIndent
    if pos < state.eMarks[line]:
        state.md.block.tokenize(state, line, end)
    else:
        state.line = line + 1
        state.md.block.tokenize(state, line + 1, end)
    state.bMarks[line], state.tShift[line], state.sCount[line] = saved
    state.blkIndent, state.parentType = indent, parent


def reference(state: StateInline, silent: bool) -> bool:
    """Read ``[^label]``."""
    pos = state.pos
    if not state.src.startswith("[^", pos):
        return False
    match = _REFERENCE.match(state.src, pos, state.posMax)
    notes = footnotes_of(state.env).of_label(match[1]) if match is not None else None
    if match is None or notes is None:
        return False
    if not silent:
        label = match[1]
        if label not in notes.numbers:
            notes.numbers[label] = next(notes.count)
        use = notes.uses[label] = notes.uses.get(label, 0) + 1
        token = state.push("footnote_ref", "", 0)
        token.meta = {
            "label": label, "scope": notes.scope, "number": notes.numbers[label], "use": use,
        }  # fmt: skip
    state.pos = match.end()
    return True


def number_definitions(state: StateCore) -> None:
    """Note at each definition its number, None where nothing refers to it."""
    notes = footnotes_of(state.env)
    seen: set[str] = set()
    for token in state.tokens:
        if token.type == "footnote_reference_open":
            label = token.meta["label"]
            again = label in seen
            seen.add(label)
            token.meta |= {
                "scope": notes.scope,
                "again": again,
                # Of two definitions the first one counts.
                "number": None if again else notes.numbers.get(label),
                "uses": notes.uses.get(label, 0),
            }
