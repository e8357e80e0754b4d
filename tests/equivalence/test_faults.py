"""What goes wrong around a build: it ends with a sentence, and the next one makes all good."""

from __future__ import annotations

import errno
import logging
import os
import shutil
import subprocess
import sys
from random import Random
from typing import TYPE_CHECKING, Any

import pytest

from equivalence import builds, meddling
from equivalence.builds import Step
from equivalence.faults import FullDisk, run_and_kill, watched_writes
from equivalence.sequences import compare, sequence
from equivalence.test_found import BASE, RETITLED
from sphinx_hugo.cli.main import main
from sphinx_hugo.output.unwritten import Remover

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

KILLS = int(os.environ.get("SOAK_KILLS", "6"))


def assert_clean(folder: Path, step: Step) -> None:
    """Build, and hold the output against that of a build that knows nothing."""
    root, out, clean = folder / "site", folder / "out", folder / "clean"
    builds.build(root, out, folder / "doctrees", step, jobs=1)
    builds.build(root, clean, folder / "clean-doctrees", step, jobs=1)
    difference = compare(builds.output(out), builds.output(clean))
    assert difference is None, difference[1]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs processes that can be copied")
@pytest.mark.parametrize("seed", range(KILLS))
def test_a_build_that_is_killed_is_made_good_by_the_next(tmp_path: Path, seed: int) -> None:
    rng = Random(seed)
    first, second, *_more = sequence(seed)
    second = Step(second.files, first.conf, first.builder, second.jobs)
    root, out, doctrees = tmp_path / "site", tmp_path / "out", tmp_path / "doctrees"
    root.mkdir()
    builds.write(root, {}, first)
    written: list[int] = []
    with watched_writes(f"{tmp_path}/", lambda number, _file: written.append(number)):
        builds.build(root, out, doctrees, first, jobs=1)
    builds.write(root, first.files, second)
    # Most builds after edits write less than the first.
    at = rng.randint(1, rng.choice([len(written) // 3, len(written)]))
    run_and_kill(
        lambda: builds.build(root, out, doctrees, second, jobs=second.jobs), f"{tmp_path}/", at=at
    )
    if rng.random() < 0.5:  # and what was changed is taken back
        builds.write(root, second.files, first)
        second = first
    assert_clean(tmp_path, second)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs processes that can be copied")
@pytest.mark.parametrize("seed", range(KILLS // 3))
def test_a_first_build_that_is_killed_any_time(tmp_path: Path, seed: int) -> None:
    step = sequence(seed)[0]
    root = tmp_path / "site"
    root.mkdir()
    builds.write(root, {}, step)
    run_and_kill(
        lambda: builds.build(root, tmp_path / "out", tmp_path / "doctrees", step, jobs=step.jobs),
        f"{tmp_path}/",
        after=Random(seed).uniform(0.01, 1),
    )
    assert_clean(tmp_path, step)


class Site:
    """A small site for the command line, and its output."""

    def __init__(self, folder: Path) -> None:
        self.root, self.out = folder / "site", folder / "out"
        self.folder = folder
        self.root.mkdir()

    def write(self, files: Mapping[str, str]) -> None:
        for name, text in files.items():
            path = self.root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")

    def arguments(self, *more: str, out: str = "out") -> list[str]:
        paths = (self.root, self.folder / out, "--doctrees", self.folder / f"cache-{out}")
        how = ("--builder", "html", "--theme", "basic", "--quiet", *more)
        return ["build", *map(str, paths), *how]

    def build(self, *more: str, out: str = "out") -> int:
        builds.forget_checksums()
        return main(self.arguments(*more, out=out))

    def assert_mended(self) -> None:
        assert self.build() == 0
        assert self.build(out="clean") == 0
        assert compare(builds.output(self.out), builds.output(self.folder / "clean")) is None


@pytest.fixture
def site(tmp_path: Path) -> Site:
    made = Site(tmp_path)
    made.write(BASE | {"static/a.txt": "a", "content/docs/ant.md": "---\naliases: [/old/]\n---\n"})
    return made


def written(site: Site) -> tuple[list[int], list[int]]:
    """Return the numbers of files that a build writes: what it needs, notes that only save time."""
    names: dict[int, str] = {}

    def see(number: int, file: Any) -> None:
        names[number] = os.path.basename(file.name)  # noqa: PTH119

    with watched_writes(f"{site.folder}/", see):
        assert site.build(out="clean") == 0
    notes = [number for number, name in names.items() if "hugo-aside-" in name]
    return sorted(names.keys() - set(notes)), notes


def test_a_note_that_finds_no_room(site: Site) -> None:
    """The pages are whole, so the build is, too; the next one has more to do."""
    needed, notes = written(site)
    assert notes
    assert min(notes) > max(needed)
    with watched_writes(f"{site.folder}/", FullDisk(max(needed))):
        assert site.build() == 0
    site.assert_mended()


@pytest.mark.parametrize("part", [0, 0.1, 0.3, 0.5, 0.6, 0.7, 0.8, 0.9, 0.99])
def test_a_full_disk(site: Site, capfd: pytest.CaptureFixture[str], part: float) -> None:
    """Of the files that a build needs to write, that part finds room."""
    needed, _notes = written(site)
    with watched_writes(f"{site.folder}/", FullDisk(needed[int(part * len(needed))] - 1)):
        assert site.build() != 0
    said = capfd.readouterr().err
    assert "No space left" in said
    assert "Traceback" not in said
    for path in site.out.rglob("*.html"):
        assert path.read_text() != "half", path
    site.assert_mended()


def test_only_pages_are_taken_away(tmp_path: Path) -> None:
    """Sphinx names files that it could not copy in the same way; those are of a theme."""
    page, asset = tmp_path / "page.html", tmp_path / "theme.css"
    remover = Remover()
    remover.pages = {page}
    for path in (page, asset):
        path.write_text("text")
        error = OSError(errno.ENOSPC, "full")
        said = logging.LogRecord("n", logging.WARNING, "p", 1, "%s: %r", (path, error), None)
        assert remover.filter(said)
    assert not page.exists()
    assert asset.exists()


def test_a_full_disk_with_processes_in_parallel(
    site: Site, capfd: pytest.CaptureFixture[str]
) -> None:
    more = {f"content/docs/p{number}.md": f"---\ntitle: P{number}\n---\n" for number in range(8)}
    site.write(more)
    with watched_writes(f"{site.folder}/", FullDisk(4)):
        assert site.build("-j", "3") != 0
    said = capfd.readouterr().err
    # Sphinx loses the words of a process that fails while others are started.
    assert "No space left" in said or "Build with --jobs 1, which says why" in said
    assert "Traceback" not in said
    site.assert_mended()


@pytest.mark.parametrize("name", ["docs", "docs/ant.html", "_static", "index.html", "old"])
def test_a_file_or_folder_that_is_in_the_way(
    site: Site, capfd: pytest.CaptureFixture[str], name: str
) -> None:
    """A folder where a file must be, or a file where a folder must be."""
    path = site.out / name
    if path.suffix:
        path.mkdir(parents=True)
    else:
        path.parent.mkdir(parents=True)
        path.write_text("in the way")
    code = site.build()
    said = capfd.readouterr().err
    assert code != 0
    assert str(path) in said
    assert "Traceback" not in said
    path.rmdir() if path.suffix else path.unlink()
    site.assert_mended()


LESS: list[str] = []
"""How to start a program for which the permissions of files count: for root, they do not."""
if hasattr(os, "geteuid") and os.geteuid() == 0:
    LESS = ["setpriv", "--bounding-set=-dac_override,-dac_read_search"]


def without_write(site: Site, name: str) -> list[Path]:
    """Forbid writing below a folder; what lies in it has been built."""
    folder = site.folder / name
    paths = [folder, *(path for path in folder.rglob("*") if path.is_dir())]
    for path in paths:
        path.chmod(0o555)
    return paths


@pytest.mark.skipif(os.name == "nt", reason="Windows has other permissions")
@pytest.mark.skipif(bool(LESS) and shutil.which(LESS[0]) is None, reason="root may write all")
@pytest.mark.parametrize("name", ["out", "out/docs", "cache-out"])
@pytest.mark.parametrize("first", [True, False], ids=["first", "later"])
def test_a_folder_that_is_read_only(site: Site, name: str, first: bool) -> None:
    if first:
        (site.folder / name).mkdir(parents=True)
    else:
        assert site.build() == 0
        site.write(RETITLED | {"content/docs/new.md": "---\ntitle: New\n---\n"})
    locked = without_write(site, name)
    try:
        done = subprocess.run(
            [*LESS, sys.executable, "-m", "sphinx_hugo", *site.arguments()],
            capture_output=True,
            text=True,
            check=False,
        )
    finally:
        for path in locked:
            path.chmod(0o755)
    assert done.returncode != 0
    assert "Permission denied" in done.stderr
    assert str(site.folder / name) in done.stderr
    assert "Traceback" not in done.stderr
    site.assert_mended()


# -- files of the site that are not what they seem ------------------------------------------------


ODD = (
    "content/docs/odd.md", "content/docs/bundle/pic.png", "static/odd.txt", "data/odd.yaml",
    "layouts/_shortcodes/odd.html", "i18n/en.yaml", "assets/odd.txt", "parts/odd.md",
    "shortcodes/odd2.md", "config/_default/params.toml",
)  # fmt: skip

MAKE = {
    "a pipe that nobody writes to": os.mkfifo if hasattr(os, "mkfifo") else None,
    "a link to nothing": lambda path: path.symlink_to("gone"),
    "a link to itself": lambda path: path.symlink_to(path.name),
    "a folder": lambda path: path.mkdir(),
    "a file without text": lambda path: path.write_bytes(b"\xff\xfe\0"),
}


@pytest.mark.parametrize("kind", MAKE)
def test_files_that_cannot_be_read(
    site: Site, capfd: pytest.CaptureFixture[str], kind: str
) -> None:
    make = MAKE[kind]
    if make is None:
        pytest.skip("the system has no such files")
    asks = '{{< odd >}} {{< odd2 >}} {{% readfile "/parts/odd.md" %}} ![P](pic.png) {{< all >}}'
    reads = (
        '{{ site.Data.odd }}{{ i18n "x" }}{{ with resources.Get "odd.txt" }}{{ .Content }}{{ end }}'
    )
    site.write(
        {
            "content/docs/bundle/index.md": f"---\ntitle: Bundle\n---\n{asks}\n",
            "layouts/_shortcodes/all.html": reads,
        }
    )
    for name in ODD:
        path = site.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        make(path)
    code = site.build()
    said = capfd.readouterr().err
    assert "Traceback" not in said
    assert "should not have happened" not in said
    if code == 0:
        assert "Bundle" in (site.out / "docs/bundle.html").read_text()
    else:
        assert "params.toml" in said  # the configuration is nothing to guess at


# -- files that change while a build runs ---------------------------------------------------------


EARLY = ("config-inited", "builder-inited", "env-get-outdated", "env-before-read-docs")


def meddled(
    folder: Path, event: str, action: Callable[[], None], jobs: int = 1, **conf: Any
) -> str:
    """Build while something happens; return the warnings."""
    meddling.actions[event] = action
    step = Step({}, {"extensions": ["sphinx_hugo", "equivalence.meddling"], **conf})
    paths = (folder / name for name in ("site", "out", "doctrees"))
    return builds.build(*paths, step, jobs=jobs)


@pytest.mark.parametrize("jobs", [1, 4])
@pytest.mark.parametrize("event", EARLY[1:])
def test_a_page_that_goes_while_the_site_is_built(
    tmp_path: Path, site: Site, event: str, jobs: int
) -> None:
    more = {f"content/docs/p{number}.md": f"---\ntitle: P{number}\n---\n" for number in range(6)}
    site.write(more)
    said = meddled(tmp_path, event, (site.root / "content/docs/p3.md").unlink, jobs)
    assert "p3" in said
    assert (site.out / "docs/p4.html").is_file()
    assert_clean(tmp_path, Step({}))


@pytest.mark.parametrize("jobs", [1, 4])
def test_a_page_that_goes_while_the_pages_are_written(
    tmp_path: Path, site: Site, jobs: int
) -> None:
    """Its source cannot be copied; the page itself is known by then."""
    more = {f"content/docs/p{number}.md": f"---\ntitle: P{number}\n---\n" for number in range(6)}
    site.write(more)
    gone = site.root / "content/docs/p3.md"
    said = meddled(tmp_path, "env-check-consistency", gone.unlink, jobs, html_copy_source=True)
    assert f"{gone}:1: WARNING: the file cannot be read any more" in said
    assert "P3" in (site.out / "docs/p3.html").read_text()
    assert "p3.md.txt" not in (site.out / "docs/p3.html").read_text()
    assert (site.out / "_sources/docs/p4.md.txt").is_file()
    assert_clean(tmp_path, Step({}, {"html_copy_source": True}))


@pytest.mark.parametrize("event", [*EARLY, "env-updated"])
def test_a_page_that_changes_while_the_site_is_built(
    tmp_path: Path, site: Site, event: str
) -> None:
    changed = {"content/docs/bee.md": "---\ntitle: Wasp\n---\nOther.\n"}
    meddled(tmp_path, event, lambda: site.write(changed))
    assert_clean(tmp_path, Step({}))
