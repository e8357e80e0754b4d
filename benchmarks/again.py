"""Builds after an edit: what they take, which pages they read and write, and whether the result is that
of a clean build."""

from __future__ import annotations

import filecmp
from typing import TYPE_CHECKING

from benchmarks.contestants import Contestant, contestants
from benchmarks.measure import run
from benchmarks.tables import say, table

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Mapping
    from pathlib import Path

PAGE = "content/docs/area-00/topic-00/page-03.md"


def _nothing(_site: Path) -> None:
    pass


def _body(site: Path) -> None:
    path = _page(site)
    path.write_text(path.read_text(encoding="utf-8") + "\nOne more sentence.\n", encoding="utf-8")


def _title(site: Path) -> None:
    _front_matter(site, "title: ", "title: Renamed\n")


def _weight(site: Path) -> None:
    _front_matter(site, "weight: ", "weight: 15\n")


def _draft(site: Path) -> None:
    _front_matter(site, "weight: ", "weight: 15\ndraft: true\n")


EDITS: Mapping[str, Callable[[Path], None]] = {
    "nothing": _nothing,
    "a sentence more on one page": _body,
    "another title of one page": _title,
    "another weight of one page": _weight,
    "one page a draft": _draft,
}


def report(root: Path, count: int, options: argparse.Namespace) -> bool:
    """Build, edit and build again; True if the result is always that of a clean build."""
    options.builds = ["ours"]
    (ours,) = contestants(root, options)
    ours.clean()
    rows = [_row("the first build", ours, root / "site")]
    for name, edit in EDITS.items():
        edit(root / "site")
        rows.append(_row(name, ours, root / "site"))
    say(f"\n{count} pages, in turn\n")
    table(("what has changed", "CPU s", "wall s", "peak MB", "pages read", "pages written"), rows)
    out = root / "out-clean"
    command = tuple(str(out) if part == str(ours.out) else part for part in ours.command)
    clean = Contestant("clean", command, out)
    command = tuple(str(clean.doctrees) if p == str(ours.doctrees) else p for p in command)
    clean.clean()
    run(command, out)
    different = list(_different(ours.out, out))
    say(f"\nAgainst a clean build of the last state: {len(different)} files differ.")
    for path in different[:5]:
        say(f"  {path}")
    return not different


def _row(name: str, ours: Contestant, _site: Path) -> tuple[str, ...]:
    before = _times(ours.doctrees, "*.doctree"), _times(ours.out, "*.html")
    cost = run(ours.command, ours.out)
    after = _times(ours.doctrees, "*.doctree"), _times(ours.out, "*.html")
    read, written = (len(new.items() - old.items()) for old, new in zip(before, after, strict=True))
    figures = (f"{cost.cpu:.1f}", f"{cost.wall:.1f}", f"{cost.memory / 1e6:.0f}")
    return (name, *figures, str(read), str(written))


def _times(folder: Path, pattern: str) -> dict[str, int]:
    return {str(path): path.stat().st_mtime_ns for path in folder.rglob(pattern)}


def _different(one: Path, other: Path) -> list[str]:
    names = {
        path.relative_to(folder).as_posix()
        for folder in (one, other)
        for path in folder.rglob("*")
        if path.is_file()
    }
    return [
        name
        for name in sorted(names)
        if not (one / name).is_file()
        or not (other / name).is_file()
        or not filecmp.cmp(one / name, other / name, shallow=False)
    ]


def _page(site: Path) -> Path:
    path = site / PAGE
    if path.is_file():
        return path
    pages = (site / "content").rglob("*.md")
    return next(path for path in sorted(pages) if path.name != "_index.md")


def _front_matter(site: Path, start: str, line: str) -> None:
    path = _page(site)
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    place = next(number for number, text in enumerate(lines) if text.startswith(start))
    path.write_text("".join([*lines[:place], line, *lines[place + 1 :]]), encoding="utf-8")
