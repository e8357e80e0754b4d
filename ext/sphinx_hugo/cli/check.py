"""``sphinx-hugo check``: read and resolve everything, report, write no pages."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from sphinx_hugo.cli.answers import Answers, answers_of
from sphinx_hugo.cli.arguments import (
    add_definitions,
    add_jobs,
    add_site,
    add_verbose,
    chosen_pages,
    command,
)
from sphinx_hugo.cli.errors import CommandError
from sphinx_hugo.cli.output import by_kind, counted, say, say_json, tell
from sphinx_hugo.cli.running import application, defaults, site_state, with_values
from sphinx_hugo.cli.sites import open_site, sites_below

if TYPE_CHECKING:
    import argparse

    from sphinx_hugo.cli.findings import Finding
    from sphinx_hugo.hugo.config.site_config import SiteConfig

EXAMPLES = """\
  sphinx-hugo check mysite
  sphinx-hugo check mysite --language fr
  sphinx-hugo check mysite -D suppress_warnings=hugo.config,hugo.fragment
  sphinx-hugo check mysite --json > findings.json
  sphinx-hugo check mysite --shortcodes
  sphinx-hugo check sites --shortcodes --all       every site in the folder, and their sum

Each finding is one line, file:line: message [kind], with the path as seen from SITE.
With --json, standard output is one object:
  schema    1; a higher number if fields ever change their meaning
  site      absolute path of SITE
  language  key of the language that was read
  findings  list of {file, line, kind, message}, by file and line;
            file is null for the whole site, line is null for a whole file;
            paths outside of SITE are absolute
  summary   {pages, findings, kinds: {kind: number}}
With --shortcodes, standard output is a table of who answers the shortcode calls of the pages:
a template of the project, one of our packs, a template of the site, or nobody, how many calls
warn, and the names for which something is left to do. With --json, too:
  schema    1
  sites     list of {site, language, calls, without_warning, percent, answers, left};
            answers: list of {answer, calls, without_warning, names},
            left: list of {name, answer, calls, first}; or {site, error}
Errors that end the command go to standard error as one sentence.
Exit code: 0; 1 if there are findings, or calls that are left; 2 if a site could not be read."""


class Checked(NamedTuple):
    """What there is to say about one site."""

    findings: list[Finding]
    """By file and line, relative to the site."""
    pages: int
    answers: Answers


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
        "--shortcodes", action="store_true", help="print who answers the calls, not the findings"
    )
    parser.add_argument(
        "--all", action="store_true", help="with --shortcodes: SITE is a folder of sites"
    )
    add_definitions(parser, "suppress_warnings=hugo.fragment")
    add_verbose(parser)


def run(args: argparse.Namespace) -> int:
    """Check the site and print what was found."""
    if args.all and not args.shortcodes:
        raise CommandError("--all goes with --shortcodes; findings are for one site at a time.")
    if args.shortcodes:
        return _run_shortcodes(args)
    config, checked = _check(args, args.site)
    findings = checked.findings
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
                "findings": [item.as_data() for item in findings],
                "summary": {"pages": checked.pages, "findings": len(findings), "kinds": kinds},
            }
        )
        return 1 if findings else 0
    for finding in findings:
        say(str(finding))
    sys.stdout.flush()
    summary = f": {by_kind(kinds.items())}" if findings else ""
    tell(f"{counted(checked.pages, 'page')}, {counted(len(findings), 'finding')}{summary}")
    return 1 if findings else 0


def _run_shortcodes(args: argparse.Namespace) -> int:
    sites = sites_below(Path(args.site)) if args.all and Path(args.site).is_dir() else [args.site]
    if not sites:
        raise CommandError(f"There is no Hugo site right below '{args.site}'.")
    total = Answers()
    data: list[dict[str, object]] = []
    failed = 0
    for site in sites:
        try:
            config, checked = _check(args, str(site))
        except CommandError as error:
            if not args.all:
                raise
            tell(f"{site}: {error}")
            data.append({"site": str(site), "error": str(error)})
            failed = 2
            continue
        answers = checked.answers
        total.update(answers, f"{config.root.name}/" if args.all else "")
        data.append(
            {"site": str(config.root), "language": config.language.key, **answers.as_data()}
        )
        if not args.json:
            _say_answers(config.root.name, answers)
    if args.json:
        say_json({"schema": 1, "sites": data})
    elif args.all:
        _say_answers("all of them", total)
    return failed or (1 if total.troubles else 0)


def _say_answers(title: str, answers: Answers) -> None:
    say(title)
    for line in answers.table() if answers.calls else ["  no calls"]:
        say(line)
    say()


def _check(args: argparse.Namespace, site: str) -> tuple[SiteConfig, Checked]:
    config = open_site(site, environment=args.environment, language=args.language)
    overrides = with_values(defaults(config) | chosen_pages(args), dict(args.define))
    return config, check(config, overrides, jobs=args.jobs, verbosity=args.verbose)


def check(
    config: SiteConfig, overrides: dict[str, Any], *, jobs: int = 1, verbosity: int = 0
) -> Checked:
    """Read and resolve everything."""
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
        answers = answers_of(site_state(app), recorder.findings, config.root)
        return Checked(sorted(findings, key=_place), len(app.env.all_docs), answers)


def _place(finding: Finding) -> tuple[str, int, str, str]:
    return finding.file, finding.line or 0, finding.kind, finding.message
