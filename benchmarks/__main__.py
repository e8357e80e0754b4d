"""Compare builds of one site: ``python -m benchmarks --pages 500``.

The same made-up site is written for Hugo and, translated by hand, for stock Sphinx with MyST and Furo.
Each is built in turn, its output is checked against the description, and a table says what it took.
CPU seconds count, not wall time, and ratios more than seconds: they hold on another machine, and on a
busy one.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks import again, doubling, phases
from benchmarks.checking import missing
from benchmarks.contestants import NAMES, contestants, write_sites
from benchmarks.measure import Cost, least, run
from benchmarks.tables import say, table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from benchmarks.contestants import Contestant
    from benchmarks.pages import Page

LABELS = {
    "ours": "ours",
    "slow": "ours, hugo_speed = False",
    "stock": "stock Sphinx",
    "hugo": "Hugo",
}


def main() -> int:
    """Do what was asked for; 1 if the output of a build is not as it should be."""
    options = _arguments()
    if options.double:
        doubling.report()
        return 0
    good = True
    with tempfile.TemporaryDirectory(prefix="sphinx-hugo-benchmark-") as folder:
        for count in options.pages:
            root = Path(options.keep or folder, str(count))
            root.mkdir(parents=True, exist_ok=True)
            pages = write_sites(root, count, options)
            if options.phases:
                phases.report(root / "site", root / "out-phases", count, options.builder)
            elif options.again:
                good &= again.report(root, count, options)
            else:
                good &= _compare(root, count, pages, options)
    return 0 if good else 1


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--pages", type=int, nargs="+", default=[250], help="sizes of the site")
    parser.add_argument(
        "--builds", nargs="+", choices=NAMES, default=["ours", "stock", "hugo"], help="who builds"
    )
    parser.add_argument("--rounds", type=int, default=1, help="how often; the least CPU counts")
    parser.add_argument(
        "--sidebar", choices=("full", "cached"), default="full", help="Hugo's: one a page, or one"
    )
    parser.add_argument("--limit", type=int, help="value of hugo_navigation_limit")
    parser.add_argument("--jobs", default="1", help="processes of each Sphinx build")
    parser.add_argument("--builder", default="dirhtml", choices=("html", "dirhtml"))
    parser.add_argument("--keep", metavar="FOLDER", help="leave sites and output there")
    parser.add_argument(
        "--generator",
        metavar="SCRIPT",
        help="a script that writes the sites, which are then not checked: "
        "OUT --pages N --flavour hugo|sphinx --layouts L",
    )
    modes = parser.add_mutually_exclusive_group()
    modes.add_argument("--again", action="store_true", help="measure our builds after an edit")
    modes.add_argument("--phases", action="store_true", help="show where our time goes")
    modes.add_argument(
        "--double", action="store_true", help="show what twice the input costs each parser"
    )
    return parser.parse_args()


def _compare(
    root: Path, count: int, pages: Sequence[Page] | None, options: argparse.Namespace
) -> bool:
    found = contestants(root, options)
    costs: dict[str, list[Cost]] = {one.name: [] for one in found}
    for _round in range(options.rounds):
        for one in found:
            one.clean()
            costs[one.name].append(run(one.command, one.out))
    _report(count, {name: least(several) for name, several in costs.items()})
    return sum(not _is_as_described(one, pages) for one in found) == 0


def _report(count: int, costs: dict[str, Cost]) -> None:
    base = costs.get("ours") or next(iter(costs.values()))
    say(f"\n{count} pages\n")
    table(
        ("build", "CPU s", "ms a page", "/ ours", "wall s", "peak MB", "HTML MB", "KB a page"),
        [
            (
                LABELS[name],
                f"{cost.cpu:.1f}",
                f"{1000 * cost.cpu / count:.1f}",
                f"{cost.cpu / base.cpu:.2f}",
                f"{cost.wall:.1f}",
                f"{cost.memory / 1e6:.0f}",
                f"{cost.output / 1e6:.1f}",
                f"{cost.output / 1000 / max(cost.pages, 1):.0f}",
            )
            for name, cost in costs.items()
        ],
    )


def _is_as_described(one: Contestant, pages: Sequence[Page] | None) -> bool:
    if pages is None:
        return True
    problems = list(islice(missing(one.out, pages), 5))
    for problem in problems:
        say(f"{LABELS[one.name]}: {problem}")
    if not problems:
        say(f"{LABELS[one.name]}: all pages, words and links are there.")
    return not problems


if __name__ == "__main__":
    sys.exit(main())
