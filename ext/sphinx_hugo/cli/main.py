"""The entry point ``sphinx-hugo``: which command, and what to say when it cannot work."""

from __future__ import annotations

import argparse
import os
import sys
from typing import TYPE_CHECKING

from sphinx.util.console import color_terminal, nocolor

from sphinx_hugo import __version__
from sphinx_hugo.cli import build, check, compare, eject, init
from sphinx_hugo.cli.errors import CommandError
from sphinx_hugo.cli.output import tell

if TYPE_CHECKING:
    from collections.abc import Sequence

EXAMPLES = """\
examples:
  sphinx-hugo build mysite out      build the site in mysite/ into out/
  sphinx-hugo check mysite          say what is wrong with it
  sphinx-hugo compare mysite        prove that nothing is lost on the way from Hugo
  sphinx-hugo init mysite           write a conf.py, when you want to stay
  sphinx-hugo eject mysite new      write it as plain MyST, when you want to leave

sphinx-hugo COMMAND --help says more about each."""

_FAILED = 2


def parser() -> argparse.ArgumentParser:
    """Return the parser with all commands."""
    result = argparse.ArgumentParser(
        prog="sphinx-hugo",
        description="Build a Hugo documentation site with Sphinx, as it stands.",
        epilog=EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    result.add_argument("--version", action="version", version=f"sphinx-hugo {__version__}")
    commands = result.add_subparsers(dest="command", metavar="COMMAND", required=True)
    for module in (build, check, compare, init, eject):
        module.add_command(commands)
    return result


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command; returns its exit code, 2 if it could not do its work."""
    args = parser().parse_args(argv)
    if not color_terminal():
        nocolor()
    try:
        return int(args.run(args))
    except CommandError as error:
        tell(f"sphinx-hugo {args.command}: {error}")
        return _FAILED
    except KeyboardInterrupt:
        tell(f"sphinx-hugo {args.command}: stopped.")
        return _FAILED
    except BrokenPipeError:
        # Whoever read the output has gone; Python would complain when it closes the stream.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return _FAILED
    except OSError as error:
        tell(f"sphinx-hugo {args.command}: A file cannot be read or written: {error}.")
        return _FAILED
