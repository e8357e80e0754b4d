"""``sphinx-hugo build``: the whole site, without a ``conf.py``."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

from sphinx_hugo.cli.arguments import add_definitions, add_jobs, add_site, chosen_pages, command
from sphinx_hugo.cli.doorsteps import write_doorsteps
from sphinx_hugo.cli.output import by_kind, counted, say
from sphinx_hugo.cli.running import application, cache_folder, defaults, site_state, with_values
from sphinx_hugo.cli.sites import folder_outside, open_site, output_folder

if TYPE_CHECKING:
    import argparse

    from sphinx.application import Sphinx

    from sphinx_hugo.cli.findings import Recorder
    from sphinx_hugo.documents import Documents

EXAMPLES = """\
  sphinx-hugo build mysite /tmp/mysite
  sphinx-hugo build mysite out --language fr -j auto
  sphinx-hugo build mysite out --theme pydata_sphinx_theme -D html_title=Acme
  sphinx-hugo build mysite book --builder epub
  sphinx-hugo build mysite out -W             fail if anything is wrong, for CI

Nothing is written into SITE. A conf.py in it is not read; to use one, run sphinx-build.
What was read is kept in your cache folder, so that the next build reads only what has changed.
Exit code: 0; 1 with -W if there were warnings; 2 if the site could not be built."""


def add_command(commands: Any) -> None:
    """Declare the command and its arguments."""
    parser = command(
        commands,
        "build",
        summary="build a Hugo site as it stands",
        description="Build a Hugo site as it stands: every page at the address that Hugo gives it.",
        examples=EXAMPLES,
    )
    parser.set_defaults(run=run)
    add_site(parser)
    parser.add_argument(
        "outdir", metavar="OUTDIR", help="folder for the result, outside of SITE; may be new"
    )
    look = parser.add_argument_group("what comes out")
    look.add_argument(
        "-b", "--builder", metavar="NAME", default="dirhtml", help="Sphinx builder (dirhtml)"
    )
    look.add_argument("--theme", metavar="NAME", default="furo", help="HTML theme (furo)")
    look.add_argument(
        "--baseURL", "--base-url", dest="base_url", metavar="URL", help="in place of the site's own"
    )
    add_definitions(look, "hugo_navigation=sections")
    work = parser.add_argument_group("how it is done")
    add_jobs(work)  # type: ignore[arg-type]
    work.add_argument(
        "-d", "--doctrees", metavar="DIR", help="keep what was read there, not in the user's cache"
    )
    work.add_argument(
        "-W",
        dest="strict",
        action="store_true",
        help="exit with 1 if there were warnings; reads all pages anew, so that none is missed",
    )
    work.add_argument(
        "--keep-going",
        action="store_true",
        help="with -W, go on to the end; always so, taken for the sake of habit",
    )
    work.add_argument("-q", "--quiet", action="store_true", help="show warnings and errors only")
    work.add_argument(
        "-v", "--verbose", action="count", default=0, help="show more, and the place of an error"
    )


def run(args: argparse.Namespace) -> int:
    """Build the site and sum up."""
    base_url = {"baseurl": args.base_url} if args.base_url else {}
    config = open_site(
        args.site, environment=args.environment, language=args.language, overrides=base_url
    )
    outdir = output_folder(config, args.outdir)
    doctrees = (
        folder_outside(config, args.doctrees, "DIR of --doctrees")
        if args.doctrees
        else cache_folder(config, outdir, args.builder)
    )
    overrides = defaults(config) | chosen_pages(args) | {"html_theme": args.theme}
    if args.base_url:
        overrides["hugo_config.baseurl"] = args.base_url
    with application(
        config,
        outdir,
        doctrees,
        args.builder,
        with_values(overrides, dict(args.define)),
        status=None if args.quiet else sys.stdout,
        warning=sys.stderr,
        fail_on_warning=args.strict,
        jobs=args.jobs,
        fresh=args.strict,
        verbosity=args.verbose,
    ) as (app, recorder):
        app.build(force_all=args.strict)
        write_doorsteps(app)
        if not args.quiet:
            _sum_up(app, recorder)
        return int(app.statuscode)


def _sum_up(app: Sphinx, recorder: Recorder) -> None:
    documents = site_state(app).documents
    warnings = counted(len(recorder.findings), "warning")
    kinds = f" ({by_kind(recorder.kinds())})" if recorder.findings else ""
    say()
    say(f"{documents.site.config.title or app.srcdir.name}, language {_language(documents)}:")
    say(f"  {counted(len(documents.pages), 'page')}, {recorder.read:,} of them read in this build")
    say(f"  {counted(redirects(documents), 'redirect')}")
    say(f"  {warnings}{kinds}")
    if recorder.read < len(documents.pages):
        say("    pages that were not read again do not repeat theirs; sphinx-hugo check shows all")
    say(f"  {recorder.phases}")


def _language(documents: Documents) -> str:
    language = documents.site.config.language
    return f"{language.name} ({language.key})" if language.name else language.key


def redirects(documents: Documents) -> int:
    """Return how many addresses redirect to a page, pages' own addresses left out."""
    pages = documents.site.pages.values()
    aliases = {
        target
        for page in pages
        if documents.docname(page.path) is not None
        for target in page.alias_targets
    }
    return len(aliases - {page.target for page in documents.pages.values()})
