"""Builds after an edit: what they take, which pages they read and write, and whether the result is that
of a clean build."""

from __future__ import annotations

import filecmp
import shutil
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


def _field(line: str) -> Callable[[Path], None]:
    """Return an edit that puts a line into the front matter of the page, for one of its name."""

    def edit(site: Path) -> None:
        _front_matter(site, line)

    return edit


def _setting(text: str) -> Callable[[Path], None]:
    """Return an edit that adds lines to the site's configuration."""

    def edit(site: Path) -> None:
        path = site / "hugo.toml"
        path.write_text(path.read_text(encoding="utf-8") + text, encoding="utf-8")

    return edit


EDITS: Mapping[str, Callable[[Path], None]] = {
    "nothing": _nothing,
    "a sentence more on one page": _body,
    "another title of one page": _field("title: Renamed"),
    "another weight of one page": _field("weight: 15"),
    "one page in a menu": _field("menus: footer"),
    "an old address of one page": _field("aliases: [/former/]"),
    "one page a draft": _field("draft: true"),
    "a setting that nothing uses": _setting("[params.nobody]\nhere = true\n"),
    "a setting of all pages": _setting(
        "[markup.goldmark.extensions.typographer]\ndisable = true\n"
    ),
}


def report(root: Path, count: int, options: argparse.Namespace) -> bool:
    """Build, edit and build again; True if the result is that of a clean build.

    Once with the sidebar as it is by default and once with the whole of it, unless a limit is given.
    """
    options.builds = ["ours"]
    good = True
    for limit in (None, 0) if options.limit is None else (options.limit,):
        folder = root / ("default" if limit is None else f"limit-{limit}")
        folder.mkdir(exist_ok=True)
        shutil.rmtree(folder / "site", ignore_errors=True)
        shutil.copytree(root / "site", folder / "site")
        options.limit = limit
        sidebar = {None: "by default", 0: "whole"}.get(limit, f"whole up to {limit} pages")
        say(f"\n{count} pages, the sidebar {sidebar}, in turn\n")
        good &= _report(folder, count, options)
    return good


def _report(root: Path, count: int, options: argparse.Namespace) -> bool:
    (ours,) = contestants(root, options)
    ours.clean()
    rows = [_row("the first build", ours, count)]
    for name, edit in EDITS.items():
        edit(root / "site")
        rows.append(_row(name, ours, count))
    head = ("what has changed", "CPU s", "ms a page", "wall s", "peak MB")
    table((*head, "pages read", "pages written"), rows)
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


def _row(name: str, ours: Contestant, count: int) -> tuple[str, ...]:
    before = _times(ours.doctrees, "*.doctree"), _times(ours.out, "*.html")
    cost = run(ours.command, ours.out)
    after = _times(ours.doctrees, "*.doctree"), _times(ours.out, "*.html")
    read, written = (len(new.items() - old.items()) for old, new in zip(before, after, strict=True))
    a_page = f"{1000 * cost.cpu / count:.1f}"
    figures = (f"{cost.cpu:.1f}", a_page, f"{cost.wall:.1f}", f"{cost.memory / 1e6:.0f}")
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


def _front_matter(site: Path, line: str) -> None:
    path = _page(site)
    start = line.partition(":")[0] + ":"
    first, *lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    kept = [text for text in lines if not text.startswith(start)]
    path.write_text("".join([first, f"{line}\n", *kept]), encoding="utf-8")
