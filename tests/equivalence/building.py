"""Builds of random sites: again and again into one output, and into a clean one."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from random import Random
from typing import TYPE_CHECKING, Any

from build.conftest import Built, build_site
from equivalence.sites import EDITS, new_site

if TYPE_CHECKING:
    from pathlib import Path

STAMPED = frozenset({".buildinfo", ".buildinfo.bak", "environment.pickle"})
"""What Sphinx writes with a digest of the configuration or for itself; everything else is compared."""


@dataclass(frozen=True)
class Difference:
    """Where a build of a changed site differs from a clean build of it."""

    seed: int
    edits: tuple[str, ...]
    """The names of the edits, up to the one after which they differ."""
    files: tuple[str, ...]


def settings(random: Random) -> dict[str, Any]:
    """Return how a sequence is built."""
    theme = random.choices(["basic", "alabaster", "furo"], [6, 2, 2])[0]
    return {
        "builder": random.choice(["html", "dirhtml"]),
        "html_theme": theme,
        "hugo_navigation": random.choice(["auto", "sections", "menu:main"]),
        "hugo_section_list": random.choice(["auto", "cards", "list"]),
    }


def build(folder: Path, outdir: str, conf: dict[str, Any], jobs: int = 1) -> Built:
    """Build the site into an output of that name."""
    return build_site(folder, outdir=outdir, warnings_ok=True, jobs=jobs, nitpicky=False, **conf)


def output(built: Built) -> dict[str, bytes]:
    """Return every file of an output but what is stamped."""
    return {
        path.relative_to(built.outdir).as_posix(): path.read_bytes()
        for path in built.outdir.rglob("*")
        if path.is_file() and path.name not in STAMPED
    }


def differing(one: dict[str, bytes], other: dict[str, bytes]) -> tuple[str, ...]:
    """Return the names of files that differ, are too many or are missing."""
    names = sorted({*one, *other})
    signs = {True: "", False: "~"}
    return tuple(
        ("+" if name not in other else "-" if name not in one else signs[False]) + name
        for name in names
        if one.get(name) != other.get(name)
    )


def run(folder: Path, seed: int, steps: int, *, jobs: int = 1) -> Difference | None:
    """Edit and build a random site; return the first difference from a clean build."""
    random = Random(seed)
    conf = settings(random)
    site = new_site(random)
    site.write(folder / "site")
    build(folder, "again", conf, jobs)
    done: list[str] = []
    for _ in range(steps):
        for _edit in range(random.choice([1, 1, 2])):
            edit = random.choice(EDITS)
            edit(site, random)
            done.append(edit.__name__)
        site.write(folder / "site")
        again = build(folder, "again", conf, jobs)
        for name in ("clean", "doctrees-clean"):
            shutil.rmtree(folder / name, ignore_errors=True)
        clean = build(folder, "clean", conf)
        found = differing(output(again), output(clean))
        if found:
            return Difference(seed, tuple(done), found)
    return None
