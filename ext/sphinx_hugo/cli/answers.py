"""Who answers the shortcode calls of a site, and how many of them without a warning."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sphinx_hugo.cli.output import counted
from sphinx_hugo.cli.survey import page_calls, place_of
from sphinx_hugo.hugo.problems import Kind
from sphinx_hugo.wing import Answer

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from sphinx_hugo.cli.findings import Finding
    from sphinx_hugo.hugo.calls.reading import ShortcodeCall
    from sphinx_hugo.state import SiteState


@dataclass(slots=True)
class Trouble:
    """A name with calls that warn, or that nobody answers."""

    answer: str
    calls: int = 0
    first: str = ""
    """``file:line`` of the first of them."""


@dataclass(slots=True)
class Answers:
    """The calls of one site, or of several."""

    calls: Counter[str] = field(default_factory=Counter)
    """Number of calls by who answers."""
    clean: Counter[str] = field(default_factory=Counter)
    """Those of them that give no warning."""
    names: dict[str, set[str]] = field(default_factory=dict)
    """The names that are called, by who answers."""
    troubles: dict[tuple[str, str], Trouble] = field(default_factory=dict)
    """Calls that are left, by who answers, and name."""

    def add(self, answer: str, name: str, place: str, *, clean: bool) -> None:
        """Count one call."""
        self.calls[answer] += 1
        self.names.setdefault(answer, set()).add(name)
        if clean:
            self.clean[answer] += 1
            return
        trouble = self.troubles.setdefault((answer, name), Trouble(answer))
        trouble.calls += 1
        trouble.first = trouble.first or place

    def update(self, other: Answers, prefix: str) -> None:
        """Count the calls of another site, too; *prefix* goes before its places."""
        self.calls += other.calls
        self.clean += other.clean
        for answer, names in other.names.items():
            self.names.setdefault(answer, set()).update(names)
        for key, trouble in other.troubles.items():
            mine = self.troubles.setdefault(key, Trouble(trouble.answer))
            mine.calls += trouble.calls
            mine.first = mine.first or prefix + trouble.first

    @property
    def percent(self) -> float:
        """The share of calls that are answered without a warning; 100 if there are none."""
        total = self.calls.total()
        return 100 * self.clean.total() / total if total else 100.0

    def left(self) -> list[tuple[str, Trouble]]:
        """Return the names with calls that are left, most frequent first."""
        return sorted(
            ((name, trouble) for (_, name), trouble in self.troubles.items()),
            key=lambda item: (-item[1].calls, item[0]),
        )

    def as_data(self) -> dict[str, object]:
        """Return what ``--json`` prints."""
        return {
            "calls": self.calls.total(),
            "without_warning": self.clean.total(),
            "percent": round(self.percent, 2),
            "answers": [
                {
                    "answer": answer,
                    "calls": self.calls[answer],
                    "without_warning": self.clean[answer],
                    "names": sorted(self.names[answer]),
                }
                for answer in self._order()
            ],
            "left": [
                {"name": name, "answer": one.answer, "calls": one.calls, "first": one.first}
                for name, one in self.left()
            ],
        }

    def table(self) -> Iterator[str]:
        """Return the lines of a table, and of a list of the names that are left."""
        width = max(len("answered by"), *(len(answer) for answer in self.calls), 0)
        yield f"  {'answered by':{width}}  names   calls   without a warning"
        for answer in self._order():
            clean, calls = self.clean[answer], self.calls[answer]
            names = len(self.names[answer])
            yield f"  {answer:{width}}  {names:5}  {calls:6,}   {clean:6,} = {100 * clean / calls:5.1f} %"
        names = len(set().union(*self.names.values()))
        total = self.calls.total()
        clean = self.clean.total()
        yield f"  {'all':{width}}  {names:5}  {total:6,}   {clean:6,} = {self.percent:5.1f} %"
        for name, one in self.left():
            yield f"    left: {name} ({one.answer}), {counted(one.calls, 'call')}, first {one.first}"

    def _order(self) -> list[str]:
        order = list(Answer)
        return sorted(
            self.calls,
            key=lambda text: (order.index(Answer(text.partition(":")[0])), -self.calls[text], text),
        )


def answers_of(state: SiteState, findings: Sequence[Finding], root: Path) -> Answers:
    """Count the calls of the pages that were built; *findings* have absolute paths."""
    found = Answers()
    warned = _Warned(findings)
    for page in state.documents.pages.values():
        calls = list(page_calls(page, state.wing))
        bad = warned.of(str(page.filename), calls)
        for call in calls:
            who, pack = state.wing.answer_of(call, page)
            answer = f"{who}: {pack}" if pack else who.value
            clean = who is not Answer.NOBODY and id(call) not in bad
            found.add(answer, call.name.lower(), place_of(page, call, root), clean=clean)
    return found


class _Warned:
    """Which calls the findings are about."""

    def __init__(self, findings: Iterable[Finding]) -> None:
        self._lines: dict[tuple[str, int | None], list[Finding]] = {}
        self._names: set[tuple[str, str]] = set()
        for finding in findings:
            self._lines.setdefault((finding.file, finding.line), []).append(finding)
            if finding.called:
                name, file = finding.called
                self._names.add((file, name.lower()))

    def of(self, file: str, calls: Sequence[ShortcodeCall]) -> set[int]:
        """Return the ids of those calls of a file that a finding is about.

        A template that fails is reported once a page, and fails for all calls of its name.
        """
        found: set[int] = set()
        by_line: dict[int, list[ShortcodeCall]] = {}
        for call in calls:
            by_line.setdefault(call.line, []).append(call)
            if (file, call.name.lower()) in self._names:
                found.add(id(call))
        for line, there in by_line.items():
            for finding in self._lines.get((file, line), ()):
                found.update(id(call) for call in _meant(finding, there))
        return found


_LINKS = frozenset({f"hugo.{Kind.LINK.value}", f"hugo.{Kind.FRAGMENT.value}"})
"""Kinds that text on the line may have given, or text that a call includes."""
_OTHERS = frozenset(
    f"hugo.{kind.value}"
    for kind in (Kind.REF, Kind.SHORTCODE, Kind.SHORTCODE_PARAM, Kind.TEMPLATE, Kind.RESOURCE)
)
"""Kinds that a call on the line has given."""


def _meant(finding: Finding, calls: Sequence[ShortcodeCall]) -> Sequence[ShortcodeCall]:
    """Return which of the calls on its line a finding is about: those whose words it quotes."""
    for words in (_name, _values):
        quoted = [
            call for call in calls if any(f"'{word}'" in finding.message for word in words(call))
        ]
        if quoted and (finding.kind in _OTHERS or finding.kind in _LINKS):
            return quoted
    return calls if finding.kind in _OTHERS else ()


def _name(call: ShortcodeCall) -> list[str]:
    return [call.name]


def _values(call: ShortcodeCall) -> list[str]:
    values = call.params if isinstance(call.params, tuple) else call.params.values()
    return [str(value) for value in values]
