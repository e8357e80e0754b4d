"""Arguments that several commands share."""

from __future__ import annotations

import argparse
import os
import textwrap
from typing import Any


def command(
    commands: Any, name: str, *, summary: str, description: str, examples: str
) -> argparse.ArgumentParser:
    """Add a command with its help: what it does, and how it is typed."""
    parser: argparse.ArgumentParser = commands.add_parser(
        name,
        help=summary,
        description=textwrap.fill(description, 88),
        epilog=f"examples:\n{examples}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    return parser


def add_site(parser: argparse.ArgumentParser) -> None:
    """Add SITE, and what says which part of it is meant."""
    parser.add_argument("site", metavar="SITE", help="folder of the Hugo site")
    group = parser.add_argument_group("which pages")
    group.add_argument(
        "--language", metavar="KEY", help="language of the site (default: as the site says)"
    )
    group.add_argument(
        "--environment",
        metavar="NAME",
        default="production",
        help="Hugo environment, as in config/NAME/ (default: production)",
    )
    for name, what in (
        ("drafts", "pages with draft: true"),
        ("future", "pages whose publication date lies ahead"),
        ("expired", "pages whose expiry date has passed"),
    ):
        group.add_argument(
            f"--build-{name}", action="store_true", default=None, help=f"take in {what}"
        )


def add_jobs(parser: argparse.ArgumentParser) -> None:
    """Add the number of processes."""
    parser.add_argument(
        "-j",
        "--jobs",
        metavar="N",
        type=jobs,
        default=1,
        help="number of processes, or auto for one per processor (default: 1)",
    )


def add_definitions(parser: argparse._ActionsContainer, example: str) -> None:
    """Add values of ``conf.py``; *example* is one that people want here."""
    parser.add_argument(
        "-D",
        dest="define",
        metavar="NAME=VALUE",
        type=definition,
        action="append",
        default=[],
        help=f"set a value of conf.py, such as {example}",
    )


def add_verbose(parser: argparse.ArgumentParser) -> None:
    """Add the switch for Sphinx's own words, which are hidden otherwise."""
    parser.add_argument("-v", "--verbose", action="count", default=0, help="show the progress, too")


def jobs(text: str) -> int:
    """Read a number of processes."""
    if text == "auto":
        return os.cpu_count() or 1
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text!r} is neither a number from 1 on nor auto")
    return int(text)


def definition(text: str) -> tuple[str, str]:
    """Read ``name=value``."""
    name, equals, value = text.partition("=")
    if not equals or not name.strip():
        raise argparse.ArgumentTypeError(f"{text!r}: write name=value")
    return name.strip(), value


def chosen_pages(args: argparse.Namespace) -> dict[str, bool]:
    """Return the overrides for drafts and the like; what is not asked for, the site decides."""
    return {
        f"hugo_{name}": True
        for name in ("build_drafts", "build_future", "build_expired")
        if getattr(args, name)
    }
