"""Sequences of builds: made from a seed, run against clean builds, and made small when they differ."""

from __future__ import annotations

import argparse
import copy
import json
import os
import shutil
import sys
import tempfile
import traceback
from dataclasses import dataclass, replace
from difflib import unified_diff
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Any

from equivalence import builds, edits, sites
from equivalence.builds import Step

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

JOBS = 4
"""Processes in builds that are made in parallel."""


@dataclass(frozen=True)
class Difference:
    """Where a second build gave something else than a clean one."""

    step: int
    edit: str
    files: tuple[str, ...]
    detail: str

    def __str__(self) -> str:
        """Return it for a reader."""
        names = ", ".join(self.files)
        return f"step {self.step} ({self.edit}): {names}\n{self.detail}"


def sequence(seed: int) -> list[Step]:
    """Return the steps that a seed stands for."""
    rng = Random(seed)
    draft = sites.site(rng)
    look: dict[str, Any] = {"html_theme": "basic"}
    if rng.random() < 0.1:
        look = {"html_theme": "furo", "hugo_navigation_limit": 3 * (seed % 2)}
    builders = rng.choice([("html",), ("dirhtml",), ("html", "dirhtml")])
    steps = []
    for number in range(rng.choice([2, 2, 3, 3, 4])):
        names = []
        if number:
            draft = copy.deepcopy(draft)
            for _ in range(rng.choice([1, 1, 1, 2])):
                edit = rng.choice(edits.EDITS)
                edit(draft, rng)
                names.append(edit.__name__)
        tree = draft.tree()
        aged = frozenset(name for name in tree if rng.random() < 0.05) if number else frozenset()
        steps.append(
            Step(
                tree,
                {**look, **draft.conf},
                rng.choice(builders),
                JOBS if rng.random() < 0.2 else 1,
                ", ".join(names),
                aged,
            )
        )
    return steps


def run(steps: Sequence[Step], folder: Path) -> Difference | None:
    """Build after each step, in the same folders, and compare with a clean build each time."""
    root = folder / "site"
    root.mkdir(parents=True)
    before: dict[str, str] = {}
    for number, step in enumerate(steps):
        builds.write(root, before, step)
        before = dict(step.files)
        out = folder / f"again-{step.builder}"
        try:
            builds.build(root, out, folder / "doctrees", step, jobs=step.jobs)
            if number == 0 and step.jobs == 1:
                continue
            clean = folder / "clean"
            builds.build(root, clean, folder / "clean-doctrees", step, jobs=1)
        except Exception:  # noqa: BLE001 -- any is a finding
            return Difference(number, step.edit, ("(exception)",), traceback.format_exc(limit=-6))
        found = compare(builds.output(out), builds.output(clean))
        shutil.rmtree(clean)
        shutil.rmtree(folder / "clean-doctrees")
        if found:
            return Difference(number, step.edit, *found)
    return None


def compare(again: dict[str, bytes], clean: dict[str, bytes]) -> tuple[tuple[str, ...], str] | None:
    """Return the names of files that differ, and how the first of them does."""
    names = sorted(name for name in {*again, *clean} if again.get(name) != clean.get(name))
    if not names:
        return None
    marked = tuple(
        f"{name} (only {'clean' if name in clean else 'again'})"
        if (name in again) != (name in clean)
        else name
        for name in names
    )
    lines = []
    for name in names[:3]:
        texts = [
            tree.get(name, b"")
            .decode("utf-8", "replace")
            .replace("},", "},\n")
            .replace("],", "],\n")
            for tree in (again, clean)
        ]
        diff = unified_diff(*(text.splitlines() for text in texts), f"again/{name}", "clean", n=0)
        lines += [line[:300] for line in diff][:14]
    return marked, "\n".join(lines)


def run_apart(steps: Sequence[Step], scratch: str | None = None) -> Difference | None:
    """Run in a folder that goes afterwards."""
    folder = Path(tempfile.mkdtemp(prefix="builds-", dir=scratch))
    try:
        return run(steps, folder)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def shrink(
    steps: Sequence[Step], fails: Callable[[Sequence[Step]], bool], budget: int = 400
) -> list[Step]:
    """Return fewer and smaller steps that still fail."""
    current = list(steps)
    while True:
        for candidate in _smaller(current):
            if candidate == current:
                continue
            if budget <= 0:
                return current
            budget -= 1
            if fails(candidate):
                current = candidate
                break
        else:
            return current


def _smaller(steps: list[Step]) -> Iterator[list[Step]]:
    """Yield what might do as well: steps less, nothing special, files less, lines less."""
    for number in range(len(steps)):
        if len(steps) > 2:
            yield steps[:number] + steps[number + 1 :]
    plainer = (
        {"jobs": 1},
        {"builder": steps[-1].builder},
        {"aged": frozenset()},
        {"conf": {}},
    )
    for change in plainer:
        yield [replace(step, **change) for step in steps]
    yield from _less_text(steps)


def _less_text(steps: list[Step]) -> Iterator[list[Step]]:
    names = sorted({name for step in steps for name in step.files} - {"hugo.json"})
    half = len(names) // 2
    for group in (names[:half], names[half:], *([name] for name in names)):
        yield [
            replace(step, files={n: t for n, t in step.files.items() if n not in group})
            for step in steps
        ]
    for key in sorted({key for step in steps for key in json.loads(step.files["hugo.json"])}):
        yield [_without_setting(step, key) for step in steps]
    for name in names:
        lines = {line for step in steps for line in step.files.get(name, "").splitlines()}
        for line in sorted(lines - {"---", ""}):
            yield [_without_line(step, name, line) for step in steps]


def _without_setting(step: Step, key: str) -> Step:
    config = json.loads(step.files["hugo.json"])
    config.pop(key, None)
    return replace(step, files={**step.files, "hugo.json": json.dumps(config, indent=1)})


def _without_line(step: Step, name: str, line: str) -> Step:
    if name not in step.files:
        return step
    text = "".join(f"{one}\n" for one in step.files[name].splitlines() if one != line)
    return replace(step, files={**step.files, name: text})


def told(steps: Sequence[Step]) -> str:
    """Return steps as a text: of each but the first, what changes."""
    lines: list[str] = []
    before: dict[str, str] = {}
    for number, step in enumerate(steps):
        lines.append(f"==== {number}: {step.builder} -j {step.jobs} {dict(step.conf)} {step.edit}")
        lines += [f"-- {name} -- gone" for name in before if name not in step.files]
        for name, text in step.files.items():
            if before.get(name) != text:
                old = " (old time)" if name in step.aged else ""
                lines += [f"-- {name} --{old}", text.rstrip()]
        before = dict(step.files)
    return "\n".join(lines)


def explain(seed: int, scratch: str | None = None) -> str | None:
    """Run a seed; if it differs, return the smallest case that was found."""
    steps = sequence(seed)
    found = run_apart(steps, scratch)
    if found is None:
        return None
    kind = found.files == ("(exception)",)

    def fails(candidate: Sequence[Step]) -> bool:
        again = run_apart(candidate, scratch)
        return again is not None and (again.files == ("(exception)",)) == kind

    small = shrink(steps, fails)
    return f"seed {seed}\n{run_apart(small, scratch) or found}\n{told(small)}\n(at first: {found})"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a range of seeds, report what differs, return 1 if something does."""
    parser = argparse.ArgumentParser(
        description="Hold builds that follow edits against clean ones."
    )
    parser.add_argument("--first", type=int, default=1, help="the first seed")
    parser.add_argument("--count", type=int, default=1)
    parser.add_argument("--shrink", action="store_true", help="make what differs small")
    parser.add_argument("--scratch", default=os.environ.get("SOAK_SCRATCH"))
    parser.add_argument(
        "--log", type=Path, help="a file of the seeds that are done, which another run goes on from"
    )
    wanted = parser.parse_args(arguments)
    done = _done(wanted.log)
    for seed in range(wanted.first, wanted.first + wanted.count):
        if seed in done:
            continue
        if wanted.shrink:
            found = explain(seed, wanted.scratch)
        else:
            difference = run_apart(sequence(seed), wanted.scratch)
            found = f"seed {seed}: {difference}" if difference else None
        done[seed] = bool(found)
        if wanted.log:
            with wanted.log.open("a", encoding="utf-8") as log:
                log.write(f"{seed} {'differs' if found else 'equal'}\n")
        if found:
            print(found, "\n", flush=True)  # noqa: T201
    bad = sum(done.values())
    print(f"{len(done)} sequences from {wanted.first}: {bad} differ")  # noqa: T201
    return bool(bad)


def _done(log: Path | None) -> dict[int, bool]:
    """Return the seeds that a log holds, and whether each differs."""
    if log is None or not log.is_file():
        return {}
    lines = (line.split() for line in log.read_text(encoding="utf-8").splitlines())
    return {int(seed): word == "differs" for seed, word in lines}


if __name__ == "__main__":
    sys.exit(main())
