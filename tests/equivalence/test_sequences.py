"""Builds after edits give what a clean build gives: random sites, random edits, every output file.

A seed is a sequence of builds, see ``sequences.py``. What differs is told with its seed; to look at it,
run ``python -m equivalence.sequences --first SEED --shrink`` in ``tests`` with ``PYTHONPATH=../ext:.``.
``make soak`` runs many more; with ``--count`` and ``--log FILE`` a run may be stopped and goes on later.
"""

from __future__ import annotations

import os
import re
from itertools import pairwise, product
from typing import TYPE_CHECKING

import pytest

from equivalence import sequences
from equivalence.builds import Step
from equivalence.edits import EDITS
from equivalence.sequences import JOBS, Difference, run_apart, sequence

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

CHUNK = 10
SEQUENCES = int(os.environ.get("SOAK_SEQUENCES", "300"))
FIRST = int(os.environ.get("SOAK_FIRST", "1"))


def test_every_edit_is_taken_and_changes_something() -> None:
    """In the share of every run: alone, so that nothing else made the difference."""
    told: set[str] = set()
    builds: set[tuple[str, int]] = set()
    for seed in range(1, 301):
        for before, step in pairwise(sequence(seed)):
            builds.add((step.builder, step.jobs))
            if (before.files, before.conf) != (step.files, step.conf):
                told.add(step.edit)
    assert {edit.__name__ for edit in EDITS} - told == {"nothing"}
    assert builds == set(product(("html", "dirhtml"), (1, JOBS)))


def forgetful(steps: Sequence[Step], _folder: Path) -> Difference | None:
    """Run steps as if builds never saw that a title changes."""
    titles = [re.findall("^title.*", step.files.get("content/a.md", ""), re.M) for step in steps]
    changed = any(before != after for before, after in pairwise(titles))
    return Difference(1, steps[-1].edit, ("a.html",), "") if changed else None


def test_a_difference_is_told_as_the_smallest_case(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    more = {"hugo.json": '{"title": "T", "params": {}}', "content/b.md": "B.\n"}
    steps = [
        Step({**more, "content/a.md": f"---\ntitle: {title}\nweight: 1\n---\nA.\n"}, jobs=4)
        for title in ("One", "One", "Two")
    ]
    monkeypatch.setattr(sequences, "sequence", lambda _seed: steps)
    monkeypatch.setattr(sequences, "run", forgetful)
    assert sequences.main(["--first", "7", "--shrink"]) == 1
    small, _, at_first = capsys.readouterr().out.partition("\n(at first")
    assert small == (
        "seed 7\nstep 1 (): a.html\n\n"
        "==== 0: html -j 1 {} \n-- hugo.json --\n{}\n-- content/a.md --\n---\n---\n"
        "==== 1: html -j 1 {} \n-- content/a.md --\n---\ntitle: Two\n---"
    )
    assert "1 sequences from 7: 1 differ" in at_first


def test_a_run_goes_on_where_another_was_stopped(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    asked: list[int] = []

    def stopped(seed: int) -> list[Step]:
        asked.append(seed)
        if len(asked) == 3:
            raise KeyboardInterrupt
        return []

    monkeypatch.setattr(sequences, "sequence", stopped)
    monkeypatch.setattr(sequences, "run", lambda _steps, _folder: None)
    arguments = ["--first", "5", "--count", "4", "--log", str(tmp_path / "log")]
    with pytest.raises(KeyboardInterrupt):
        sequences.main(arguments)
    assert (tmp_path / "log").read_text(encoding="utf-8") == "5 equal\n6 equal\n"
    assert sequences.main(arguments) == 0
    assert asked == [5, 6, 7, 7, 8]
    assert capsys.readouterr().out == "4 sequences from 5: 0 differ\n"


@pytest.mark.parametrize("first", range(FIRST, FIRST + SEQUENCES, CHUNK))
def test_builds_after_edits_equal_clean_builds(tmp_path: Path, first: int) -> None:
    for seed in range(first, min(first + CHUNK, FIRST + SEQUENCES)):
        difference = run_apart(sequence(seed), str(tmp_path))
        assert difference is None, f"seed {seed}: {difference}"
