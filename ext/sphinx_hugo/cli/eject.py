"""``sphinx-hugo eject``: the site as plain MyST, for those who move away from Hugo for good."""

from __future__ import annotations

import shlex
import shutil
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sphinx_hugo.cli.arguments import add_definitions, add_site, add_verbose, chosen_pages, command
from sphinx_hugo.cli.errors import CommandError
from sphinx_hugo.cli.output import by_kind, counted, say
from sphinx_hugo.cli.running import application, defaults, site_state, with_values
from sphinx_hugo.cli.sites import folder_outside, open_site
from sphinx_hugo.eject.builder import NAME, EjectBuilder
from sphinx_hugo.eject.places import EXTRA
from sphinx_hugo.eject.project import project_title

if TYPE_CHECKING:
    import argparse

    from sphinx.application import Sphinx

    from sphinx_hugo.cli.findings import Recorder
    from sphinx_hugo.eject.notes import Note
    from sphinx_hugo.hugo.config.site_config import SiteConfig

EXAMPLES = """\
  sphinx-hugo eject mysite newsite
  sphinx-hugo eject mysite newsite --language fr      the French pages, as a project of their own
  sphinx-hugo eject mysite newsite --build-drafts

The result is built without this package:
  pip install -r newsite/requirements.txt
  python -m sphinx -b dirhtml newsite out

A conf.py in SITE is not read. To use one, add "sphinx_hugo.eject" to its extensions, and run
  python -m sphinx -b hugo-eject -d doctrees mysite newsite

OUT must be new or empty, so that nothing is overwritten; nothing is written into SITE.
What plain MyST cannot say is listed with file and line; its text is kept.
Exit code: 0; 2 if the site could not be read or OUT not be written."""

_SHOWN = 20


def add_command(commands: Any) -> None:
    """Declare the command and its arguments."""
    parser = command(
        commands,
        "eject",
        summary="write a site as plain MyST, to leave Hugo for good",
        description="Write a Hugo site as a Sphinx project of plain MyST: the same pages at the same "
        "addresses, with directives for shortcodes, toctrees for menus, and redirects for aliases. "
        "Neither Hugo nor this package is needed any more.",
        examples=EXAMPLES,
    )
    parser.set_defaults(run=run)
    add_site(parser)
    parser.add_argument(
        "out", metavar="OUT", help="folder for the project, outside of SITE; new or empty"
    )
    add_definitions(parser, "hugo_navigation=sections")
    add_verbose(parser)


def run(args: argparse.Namespace) -> int:
    """Write the project and sum up."""
    config = open_site(args.site, environment=args.environment, language=args.language)
    out = _empty_folder(config, args.out)
    overrides = with_values(defaults(config) | chosen_pages(args), dict(args.define))
    overrides["extensions"] = [*overrides["extensions"], "sphinx_hugo.eject"]
    with (
        tempfile.TemporaryDirectory(prefix="sphinx-hugo-") as folder,
        application(
            config,
            Path(folder, "project"),
            Path(folder, "doctrees"),
            NAME,
            overrides,
            status=sys.stderr if args.verbose else None,
            verbosity=args.verbose,
        ) as (app, recorder),
    ):
        app.build()
        summary = _summary(app, recorder)
        # Only what is whole is put there.
        shutil.copytree(Path(folder, "project"), out, dirs_exist_ok=True)
    _tell(summary, args.out)
    return 0


def _empty_folder(config: SiteConfig, given: str) -> Path:
    folder = folder_outside(config, given, "OUT")
    if folder.is_dir() and any(folder.iterdir()):
        raise CommandError(
            f"OUT '{given}' is not empty, and nothing is overwritten. Name a new folder, or empty "
            "that one first."
        )
    return folder


def _summary(app: Sphinx, recorder: Recorder) -> list[str]:
    builder = app.builder
    assert isinstance(builder, EjectBuilder)
    ejected = builder.ejected
    share = 100 * ejected.kept // ejected.lines if ejected.lines else 100
    root = Path(app.srcdir)
    lines = [_note(root, note) for note in ejected.notes]
    lines += [str(finding.relative_to(root)) for finding in recorder.findings]
    return [
        f"{project_title(app.config, site_state(app).documents)}:",
        f"  {counted(ejected.pages, 'page')}, {share} % of their lines as they were written",
        f"  {counted(ejected.redirects, 'redirect')}, {counted(ejected.files, 'file')} in {EXTRA}/",
        *_to_look_at(lines, by_kind(recorder.kinds())),
    ]


def _to_look_at(lines: list[str], kinds: str) -> list[str]:
    if not lines:
        return []
    of_kinds = f" ({kinds})" if kinds else ""
    head = f"  {counted(len(lines), 'thing')} to look at{of_kinds}, the text of which is kept:"
    more = [f"    and {len(lines) - _SHOWN} more, which sphinx-hugo check shows"]
    shown = [f"    {line}" for line in lines[:_SHOWN]]
    return [head, *shown, *(more if len(lines) > _SHOWN else [])]


def _tell(summary: list[str], given: str) -> None:
    for line in summary:
        say(line)
    say()
    say("To build it, without this package:")
    say(f"  pip install -r {shlex.quote(f'{given}/requirements.txt')}")
    say(f"  {shlex.join(['python', '-m', 'sphinx', '-b', 'dirhtml', given, f'{given}/_build'])}")


def _note(root: Path, note: Note) -> str:
    path = Path(note.file)
    shown = path.relative_to(root).as_posix() if path.is_relative_to(root) else note.file
    place = f"{shown}:{note.line}: " if note.line else f"{shown}: " if shown else ""
    return place + note.message
