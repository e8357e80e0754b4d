"""``sphinx-hugo check``: read and resolve everything, report, write no pages."""

from __future__ import annotations

import sys
import tempfile
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sphinx_hugo.cli.arguments import add_jobs, add_site, chosen_pages, command, definition
from sphinx_hugo.cli.output import by_kind, counted, say, say_json, tell
from sphinx_hugo.cli.running import application, defaults, with_values
from sphinx_hugo.cli.sites import open_site

if TYPE_CHECKING:
    import argparse

    from sphinx_hugo.cli.findings import Finding
    from sphinx_hugo.hugo.config.site_config import SiteConfig

EXAMPLES = """\
  sphinx-hugo check mysite
  sphinx-hugo check mysite --language fr
  sphinx-hugo check mysite -D suppress_warnings=hugo.config,hugo.fragment
  sphinx-hugo check mysite --json > findings.json

Each finding is one line, file:line: message [kind], with the path as seen from SITE.
With --json, standard output is one object:
  schema    1; a higher number if fields ever change their meaning
  site      absolute path of SITE
  language  key of the language that was read
  findings  list of {file, line, kind, message}, by file and line;
            file is null for the whole site, line is null for a whole file;
            paths outside of SITE are absolute
  summary   {pages, findings, kinds: {kind: number}}
Errors that end the command go to standard error as one sentence.
Exit code: 0; 1 if there are findings; 2 if the site could not be read."""


def add_command(commands: Any) -> None:
    """Declare the command and its arguments."""
    parser = command(
        commands,
        "check",
        summary="report what is wrong with a site, without writing pages",
        description="Read a Hugo site, resolve every reference, and report what is wrong: broken "
        "links and refs, unknown shortcodes, malformed front matter.",
        examples=EXAMPLES,
    )
    parser.set_defaults(run=run)
    add_site(parser)
    add_jobs(parser)
    parser.add_argument("--json", action="store_true", help="print data, as described below")
    parser.add_argument(
        "-D",
        dest="define",
        metavar="NAME=VALUE",
        type=definition,
        action="append",
        default=[],
        help="set a value of conf.py, such as suppress_warnings=hugo.fragment",
    )
    parser.add_argument("-v", "--verbose", action="count", default=0, help="show the progress, too")


def run(args: argparse.Namespace) -> int:
    """Check the site and print what was found."""
    config = open_site(args.site, environment=args.environment, language=args.language)
    overrides = with_values(defaults(config) | chosen_pages(args), dict(args.define))
    findings, pages = check(config, overrides, jobs=args.jobs, verbosity=args.verbose)
    kinds: dict[str, int] = {}
    for finding in findings:
        kinds[finding.kind] = kinds.get(finding.kind, 0) + 1
    kinds = dict(sorted(kinds.items()))
    if args.json:
        say_json(
            {
                "schema": 1,
                "site": str(config.root),
                "language": config.language.key,
                "findings": [asdict(item) | {"file": item.file or None} for item in findings],
                "summary": {"pages": pages, "findings": len(findings), "kinds": kinds},
            }
        )
        return 1 if findings else 0
    for finding in findings:
        say(str(finding))
    sys.stdout.flush()
    summary = f": {by_kind(kinds.items())}" if findings else ""
    tell(f"{counted(pages, 'page')}, {counted(len(findings), 'finding')}{summary}")
    return 1 if findings else 0


def check(
    config: SiteConfig, overrides: dict[str, Any], *, jobs: int = 1, verbosity: int = 0
) -> tuple[list[Finding], int]:
    """Return the findings, by file and line and relative to the site, and the number of pages."""
    with (
        tempfile.TemporaryDirectory(prefix="sphinx-hugo-") as folder,
        application(
            config,
            Path(folder, "out"),
            Path(folder, "doctrees"),
            "hugo-check",
            overrides,
            status=sys.stderr if verbosity else None,
            jobs=jobs,
            verbosity=verbosity,
        ) as (app, recorder),
    ):
        app.build()
        findings = [finding.relative_to(config.root) for finding in recorder.findings]
        return sorted(findings, key=_place), len(app.env.all_docs)


def _place(finding: Finding) -> tuple[str, int, str, str]:
    return finding.file, finding.line or 0, finding.kind, finding.message
