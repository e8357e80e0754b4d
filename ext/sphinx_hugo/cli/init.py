"""``sphinx-hugo init``: the three files that make a Hugo site a Sphinx project."""

from __future__ import annotations

import json
import shlex
from importlib.metadata import PackageNotFoundError, distribution
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from sphinx_hugo.cli.arguments import command
from sphinx_hugo.cli.errors import CommandError
from sphinx_hugo.cli.output import counted, say
from sphinx_hugo.cli.running import sphinx_language
from sphinx_hugo.cli.sites import open_site
from sphinx_hugo.cli.survey import Survey, survey
from sphinx_hugo.hosting import read_the_docs

if TYPE_CHECKING:
    import argparse
    from pathlib import Path

    from sphinx_hugo.hugo.config.site_config import SiteConfig

EXAMPLES = """\
  sphinx-hugo init mysite
  sphinx-hugo init .

A file that is there already is left as it is, and named.
Exit code: 0; 2 if the site could not be read or a file not be written."""

CONF = '''\
"""{word}: a Hugo site, built by Sphinx with sphinx-hugo."""

project = {title}
copyright = "the {word} authors"
language = {language}

# The site is read as it stands: pages, menus and settings come from its own configuration.
extensions = ["sphinx_hugo"]

html_theme = "furo"
html_copy_source = False
html_show_sourcelink = False
'''

_SHOWN = 10


def add_command(commands: Any) -> None:
    """Declare the command and its arguments."""
    parser = command(
        commands,
        "init",
        summary="write conf.py and what Read the Docs needs",
        description="Write conf.py, .readthedocs.yaml and docs-requirements.txt into a Hugo site, and "
        "say what was found there.",
        examples=EXAMPLES,
    )
    parser.set_defaults(run=run)
    parser.add_argument("site", metavar="SITE", help="folder of the Hugo site")


def run(args: argparse.Namespace) -> int:
    """Look at the site, write the files, tell about both."""
    config = open_site(args.site)
    _tell_found(config, survey(config))
    say()
    for name, text in _files(config).items():
        say(_write(config.root / name, text))
    say()
    out = config.root.parent / f"{config.root.name}-sphinx"
    built = shlex.join(["python", "-m", "sphinx", "-b", "dirhtml", args.site, str(out)])
    say(f"To build it:  {built}")
    return 0


def _tell_found(config: SiteConfig, found: Survey) -> None:
    files = [
        file.relative_to(config.root).as_posix() if file.is_relative_to(config.root) else str(file)
        for file in config.files
    ]
    say(f"{config.title or config.root.name}, in {config.root}")
    say(f"  configuration  {', '.join(files) or 'none; Hugo has defaults for all'}")
    kinds = ", ".join(f"{kind} {count}" for kind, count in sorted(found.kinds.items()))
    dropped = f"; {found.dropped} drafts or dated pages left out" if found.dropped else ""
    say(f"  pages          {sum(found.kinds.values())} ({kinds}){dropped}")
    languages = [entry.key for entry in config.languages]
    more = "; another one: -D language=KEY, into OUT/KEY" if len(languages) > 1 else ""
    say(f"  languages      {', '.join(languages)} (default: {config.default_language}){more}")
    theme = f"{found.theme}; its layouts are not used" if found.theme else "none named"
    say(f"  theme          {theme}")
    if not found.unanswered:
        say("  shortcodes     all of them can be rendered")
        return
    say("  shortcodes     nobody renders these yet; their inner text is kept:")
    for name, (count, place) in list(found.unanswered.items())[:_SHOWN]:
        say(f"                   {name}: {counted(count, 'call')}, first in {place}")
    if len(found.unanswered) > _SHOWN:
        say(f"                   and {len(found.unanswered) - _SHOWN} more")
    say("                 Name a class for each in conf.py, in hugo_shortcodes.")


def _files(config: SiteConfig) -> dict[str, str]:
    title = config.title or config.root.name
    below = _below_repository(config.root)
    return {
        "conf.py": CONF.format(
            title=json.dumps(title, ensure_ascii=False),
            word=title.replace('"', "'").replace("\\", " ").replace("\n", " "),
            language=json.dumps(sphinx_language(config.language.key)),
        ),
        ".readthedocs.yaml": read_the_docs(
            requirements=json.dumps(f"{below}docs-requirements.txt", ensure_ascii=False),
            configuration=json.dumps(f"{below}conf.py", ensure_ascii=False),
        ),
        "docs-requirements.txt": requirements(),
    }


def _below_repository(root: Path) -> str:
    """Return the path of the site in its Git repository, with a slash at the end; often empty."""
    for folder in (root, *root.parents):
        if (folder / ".git").exists():
            path = root.relative_to(folder).as_posix()
            return "" if path == "." else f"{path}/"
    return ""


def requirements() -> str:
    """Return the requirement by which another machine gets this package, as this one got it."""
    try:
        written = distribution("sphinx-hugo").read_text("direct_url.json")
    except PackageNotFoundError:
        written = "{}"
    source = json.loads(written) if written else None
    if source is None:  # from a package index
        return f"sphinx-hugo=={distribution('sphinx-hugo').version}\n"
    vcs = source.get("vcs_info", {})
    url = source.get("url", "")
    if vcs and not url.startswith("file:"):
        commit = quote(vcs.get("commit_id", ""))
        return f"sphinx-hugo @ {vcs['vcs']}+{url}@{commit}\n"
    return (
        "# sphinx-hugo came from a folder of this machine. Name the repository it is from, as in\n"
        "# sphinx-hugo @ git+https://git.example.org/sphinx-hugo\n"
        "sphinx-hugo\n"
    )


def _write(path: Path, text: str) -> str:
    """Write a file unless it is there, and say which of the two."""
    try:
        with path.open("x", encoding="utf-8") as file:
            file.write(text)
    except FileExistsError:
        return f"exists, left as it is: {path}"
    except OSError as error:
        raise CommandError(
            f"{path} cannot be written: {error.strerror}. See to it that you may write there."
        ) from error
    note = ""
    if path.name == ".readthedocs.yaml" and "/" in _below_repository(path.parent):
        note = (
            "\n  Read the Docs looks for it in the top folder of the repository: move it there, or "
            "give its path in the project's settings."
        )
    return f"written: {path}{note}"
