"""Calls to Markdown: each call becomes a placeholder that Markdown leaves alone, or its expansion.

A placeholder reads ``=hsc12x``. The ``=`` makes Markdown stop and ask its inline rules, letters and
digits stay as they are in link targets and HTML, and the last letter lets ``**`` and ``_`` behind
it work as they do behind Hugo's own placeholders.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import count

from sphinx_hugo.hugo.calls.places import LINE_END, Lines, count_lines
from sphinx_hugo.hugo.calls.reading import (
    CallProblem,
    Calls,
    EscapedCall,
    Node,
    ShortcodeCall,
    TakesInner,
    Text,
    parse_calls,
)
from sphinx_hugo.hugo.problems import Kind

Expand = Callable[[ShortcodeCall], str | None]
"""Gives the Markdown that stands in for a call; None: the call becomes a placeholder."""

MAX_DEPTH = 10
"""How deep expansions may stand in expansions."""
MAX_EXPANDED = 4_000_000
"""How many characters all expansions of a text may have together."""

_STEM = "=hsc"
# Letters for the marker of a page that writes the usual one. Without h and x it can neither run
# into the next marker nor into the end of a placeholder.
_LETTERS = "abcdefgijklmnopqrstuvwyz"
_MARKERS = re.compile(rf"hsc([{_LETTERS}]*)(?=[0-9])")
_LATER_LINES = re.compile(r"\n(?=.)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Reduced:
    """A body, or the inner content of a call, as Markdown with placeholders."""

    text: str
    """The Markdown."""
    line_map: Sequence[int]
    """1-based line of the file for each line of :attr:`text` (line ends plus one); never falls."""
    calls: tuple[ShortcodeCall, ...]
    """The calls the placeholders stand for, by number."""
    marker: str
    """What each placeholder begins with, such as ``=hsc``; the text has no other place like it."""
    problems: tuple[CallProblem, ...]
    """What is wrong with expansions: malformed calls in them, too deep, too large."""

    @property
    def pattern(self) -> re.Pattern[str]:
        """Matches one placeholder; group 1 is the number of the call."""
        return placeholder_pattern(self.marker)

    def placeholder(self, number: int) -> str:
        """Return the placeholder of ``calls[number]``."""
        return f"{self.marker}{number}x"

    def restore(self, text: str, to_text: Callable[[ShortcodeCall], str]) -> str:
        """Replace the placeholders in any string made from :attr:`text`: code, href, HTML."""
        if self.marker not in text:
            return text
        calls = self.calls

        def replace(found: re.Match[str]) -> str:
            number = int(found[1])
            return to_text(calls[number]) if number < len(calls) else found[0]

        return self.pattern.sub(replace, text)


@lru_cache(maxsize=64)
def placeholder_pattern(marker: str) -> re.Pattern[str]:
    """Return what matches the placeholders that begin with ``marker``; group 1 is the number."""
    return re.compile(rf"{re.escape(marker)}([0-9]{{1,9}})x")


def reduce_body(
    calls: Calls, *, expand: Expand | None = None, takes_inner: TakesInner | None = None
) -> Reduced:
    """Reduce what :func:`.parse_calls` has read.

    ``expand`` gives the Markdown to be put into the text in place of a call, or None for a
    placeholder. Calls in that Markdown are read in turn, with ``takes_inner``. Lines after its
    first are indented like the call if the call has no inner content, as Hugo does. Escaped calls
    become what they show.
    """
    if "{{" not in calls.source:
        return _untouched(calls)
    reducer = _Reducer(expand, takes_inner)
    lines = Lines(calls.source, calls.first_line, generated=calls.generated)
    reducer.nodes(calls.source, calls.nodes, lines, generated=calls.generated)
    return reducer.finish(lines.place(len(calls.source))[0])


def reduce_inner(
    call: ShortcodeCall,
    *,
    expand: Expand | None = None,
    takes_inner: TakesInner | None = None,
    deindent: bool = True,
) -> Reduced:
    """Reduce the inner content of a call; without inner content the text is empty.

    With ``deindent`` the call's own indentation is taken off each line that begins with it
    (``.InnerDeindent``). Line numbers are those of the file.
    """
    reducer = _Reducer(expand, takes_inner)
    line = call.line
    if call.inner is not None and call.inner_span is not None:
        end = call.inner_span[1]
        lines = Lines(call.source, call.line, generated=call.generated, start=call.span[0])
        reducer.deindent = call.indentation if deindent else ""
        reducer.nodes(call.source, call.inner, lines, generated=call.generated)
        line = lines.place(end)[0]
    return reducer.finish(line)


def _untouched(calls: Calls) -> Reduced:
    first, total = calls.first_line, count_lines(calls.source)
    lines = (first,) * total if calls.generated else range(first, first + total)
    return Reduced(calls.source, lines, (), _choose_marker(calls.source), ())


_Key = tuple[str, str, str]


def _key(call: ShortcodeCall) -> _Key:
    """Return what two calls with the same answer have in common: name, parameters, inner text."""
    inner = "" if call.inner_span is None else call.source[slice(*call.inner_span)]
    return call.name, repr(call.params), inner


class _Reducer:
    """Collects the pieces; the marker is chosen at the end, when all text is known."""

    def __init__(self, expand: Expand | None, takes_inner: TakesInner | None) -> None:
        self.deindent = ""
        """White space to take off the beginnings of lines of the source."""
        self._expand = expand
        self._takes_inner: TakesInner = takes_inner or (lambda _name: None)
        self._pieces: list[str | int] = []
        self._lines: list[int] = []
        self._calls: list[ShortcodeCall] = []
        self._problems: list[CallProblem] = []
        self._expanded = 0
        self._open: list[_Key] = []
        """What is being expanded, the outermost first."""
        # At the beginning of a line, whose entry in the map comes with its first piece.
        self._fresh = True
        self._after_return = False

    def finish(self, last_line: int) -> Reduced:
        if self._fresh:
            self._lines.append(last_line)
        marker = _choose_marker("".join(p for p in self._pieces if isinstance(p, str)))
        text = "".join(p if isinstance(p, str) else f"{marker}{p}x" for p in self._pieces)
        return Reduced(text, tuple(self._lines), tuple(self._calls), marker, tuple(self._problems))

    def nodes(
        self, source: str, nodes: Sequence[Node], lines: Lines, *, generated: bool, depth: int = 0
    ) -> None:
        for node in nodes:
            if isinstance(node, Text):
                line = lines.place(node.start)[0]
                self._copy(source[node.start : node.end], line, generated=generated)
            elif isinstance(node, EscapedCall):
                line = lines.place(node.start)[0]
                shown = source[node.start : node.start + 3] + source[node.start + 5 : node.end - 5]
                shown += source[node.end - 3 : node.end]
                self._copy(shown, line, generated=generated)
            else:
                self._call(node, depth)

    def _call(self, call: ShortcodeCall, depth: int) -> None:
        key = _key(call)
        if key in self._open:  # it would go on for ever, so nothing stands in its place
            text = f"The shortcode '{call.name}' leads to itself again; it is not shown once more."
            problem = CallProblem(Kind.SHORTCODE, text, call.span[0], call.line, call.column)
            if problem not in self._problems:
                self._problems.append(problem)
            return
        expansion = self._expand(call) if self._expand is not None else None
        indentation = "" if call.inner else call.indentation
        if expansion is not None and (refusal := self._refusal(expansion, indentation, depth)):
            self._problems.append(
                CallProblem(Kind.SHORTCODE, refusal, call.span[0], call.line, call.column)
            )
            expansion = None
        if expansion is None:
            self._begin_line(call.line)
            self._pieces.append(len(self._calls))
            self._calls.append(call)
            self._after_return = False
            return
        expansion = LINE_END.sub("\n", expansion) if "\r" in expansion else expansion
        if indentation:
            expansion = _LATER_LINES.sub("\n" + indentation, expansion)
        inside = parse_calls(
            expansion, takes_inner=self._takes_inner, first_line=call.line, generated=True
        )
        self._problems += inside.problems
        lines = Lines(expansion, call.line, generated=True)
        deindent, self.deindent = self.deindent, ""
        self._open.append(key)
        self.nodes(expansion, inside.nodes, lines, generated=True, depth=depth + 1)
        self._open.pop()
        self.deindent = deindent

    def _refusal(self, expansion: str, indentation: str, depth: int) -> str:
        """Return why an expansion cannot be put in; empty if it can."""
        self._expanded += len(expansion) + expansion.count("\n") * len(indentation)
        if depth >= MAX_DEPTH:
            return (
                f"Shortcodes expand to one another more than {MAX_DEPTH} deep; most likely one "
                "includes itself."
            )
        if self._expanded > MAX_EXPANDED:
            return f"The shortcodes of this page expand to more than {MAX_EXPANDED} characters."
        return ""

    def _begin_line(self, line: int) -> None:
        if self._fresh:
            self._lines.append(line)
            self._fresh = False

    def _copy(self, text: str, line: int, *, generated: bool) -> None:
        """Add text that begins on a line of the file; each line of it counts as the next one."""
        if not text:
            return
        if self.deindent:
            text = self._without_indentation(text)
            if not text:
                return
        at = 0
        if self._after_return and text.startswith("\n"):
            # The second half of a CR LF: the first has ended the line already.
            at = 1
        step = 0 if generated else 1
        ends = count_lines(text[at:]) - 1
        if at < len(text):
            self._begin_line(line)
        if ends:
            self._lines += (line + step * number for number in range(1, ends + 1))
            # Whether the last of these lines has a first character is seen with the next piece.
            if text[-1] in "\r\n":
                self._lines.pop()
                self._fresh = True
        self._after_return = text[-1] == "\r"
        self._pieces.append(text)

    def _without_indentation(self, text: str) -> str:
        # As Hugo does: only line feeds count, and white space of another kind stays.
        if self._fresh:
            text = text.removeprefix(self.deindent)
        return text.replace("\n" + self.deindent, "\n")


def _choose_marker(text: str) -> str:
    """Return a marker that is nowhere in the text followed by a digit."""
    if "hsc" not in text:
        return _STEM
    taken = {found[1] for found in _MARKERS.finditer(text)}
    return _STEM + next(suffix for suffix in map(_suffix, count()) if suffix not in taken)


def _suffix(number: int) -> str:
    letters = ""
    while number:
        number, letter = divmod(number - 1, len(_LETTERS))
        letters = _LETTERS[letter] + letters
    return letters
