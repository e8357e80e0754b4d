"""When a page was last changed, as Git knows it."""

from __future__ import annotations

import os
import subprocess
from html import unescape
from typing import TYPE_CHECKING

import pytest

from build.conftest import write_tree
from differential.hugo import hugo_binary
from sphinx_hugo.hugo.content.gitdates import git_dates
from sphinx_hugo.hugo.site import Site, load_site

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from build.conftest import Built

SITE = """
-- hugo.toml --
disableKinds = ["taxonomy", "term"]
-- content/_index.md --
---
title: Home
---
-- content/old.md --
---
title: Old
---
-- content/said.md --
---
title: Said
lastmod: 2001-01-01
---
-- content/päge "one".md --
---
title: Odd name
---
"""


def git(folder: Path, *arguments: str, day: str = "2020-01-01") -> None:
    stamp = f"{day}T12:00:00+02:00"
    subprocess.run(
        ["git", "-c", "user.name=A", "-c", "user.email=a@example.org", *arguments],
        cwd=folder,
        check=True,
        capture_output=True,
        env={
            **{key: value for key, value in os.environ.items() if not key.startswith("GIT_")},
            "GIT_AUTHOR_DATE": stamp,
            "GIT_COMMITTER_DATE": "2030-01-01T00:00:00Z",
            "GIT_CONFIG_GLOBAL": os.devnull,
        },
    )


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """Return a site in a repository: written on one day, one page changed on another."""
    root = tmp_path / "site"
    root.mkdir()
    write_tree(root, SITE)
    git(root, "init", "-q")
    git(root, "add", ".")
    git(root, "commit", "-qm", "one")
    (root / "content/_index.md").write_text("---\ntitle: Home\n---\nMore.\n")
    git(root, "commit", "-qam", "two", day="2021-03-04")
    return root


def days(site: Site) -> dict[str, str]:
    return {
        path: page.lastmod.date().isoformat() for path, page in site.pages.items() if page.lastmod
    }


def test_option_asks_git_for_pages_that_do_not_say(repository: Path) -> None:
    assert days(load_site(repository, git_dates=True)) == {
        "/": "2021-03-04",
        "/old": "2020-01-01",
        '/päge-"one"': "2020-01-01",
        "/said": "2001-01-01",
    }


def test_enable_git_info_puts_git_first(repository: Path) -> None:
    site = load_site(repository, overrides={"enableGitInfo": True})
    assert days(site)["/said"] == "2020-01-01"
    assert days(load_site(repository)) == {"/said": "2001-01-01", "/": "2001-01-01"}
    off = load_site(repository, overrides={"enableGitInfo": True}, git_dates=False)
    assert days(off) == days(load_site(repository))


@pytest.mark.hugo
def test_hugo_says_the_same(repository: Path) -> None:
    write_tree(
        repository,
        """
        -- layouts/_default/single.html --
        {{ .Lastmod.Format "2006-01-02T15:04:05-07:00" }}
        """,
    )
    subprocess.run(
        [hugo_binary(), "--quiet", "--enableGitInfo"],
        cwd=repository,
        check=True,
        capture_output=True,
    )
    site = load_site(repository, overrides={"enableGitInfo": True})
    for name in ("old", "said"):
        page = site.page(f"/{name}")
        assert page is not None
        assert page.lastmod is not None
        said = unescape((repository / "public" / name / "index.html").read_text().strip())
        assert page.lastmod.isoformat() == said


def test_subfolder_of_a_repository(repository: Path) -> None:
    inner = repository / "website"
    inner.mkdir()
    write_tree(inner, SITE)
    git(repository, "add", ".")
    git(repository, "commit", "-qm", "inner", day="2022-02-02")
    assert days(load_site(inner, git_dates=True))["/old"] == "2022-02-02"


def test_shallow_clones_say_nothing(repository: Path, tmp_path: Path) -> None:
    clone = tmp_path / "clone"
    git(tmp_path, "clone", "-q", "--depth=1", f"file://{repository}", str(clone))
    assert git_dates(clone, [clone / "content"]) == {}
    assert git_dates(repository, [repository / "content"]) != {}


def test_no_repository_and_no_git_say_nothing(
    tmp_path: Path, repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert git_dates(tmp_path, [tmp_path]) == {}
    assert git_dates(tmp_path / "missing", [tmp_path / "missing"]) == {}
    monkeypatch.setenv("PATH", "")
    assert git_dates(repository, [repository / "content"]) == {}


def test_a_repository_cannot_make_git_run_programs(repository: Path, tmp_path: Path) -> None:
    trap = tmp_path / "trap"
    script = tmp_path / "script"
    script.write_text(f"#!/bin/sh\ntouch {trap}\n")
    script.chmod(0o755)
    for name in ("core.fsmonitor", "core.pager", "gpg.program", "diff.external", "core.sshCommand"):
        git(repository, "config", name, str(script))
    git(repository, "config", "log.showSignature", "true")
    git(repository, "config", "diff.x.textconv", str(script))
    (repository / ".gitattributes").write_text("*.md diff=x\n")
    assert git_dates(repository, [repository / "content"]) != {}
    assert not trap.exists()


def test_page_shows_the_date_and_follows_new_commits(
    build: Callable[..., Built], repository: Path
) -> None:
    first = build(root=repository, hugo_git_dates=True)
    assert first.footer("/old/") == "Last updated on Jan 01, 2020"
    (repository / "content/old.md").write_text("---\ntitle: Old\n---\nNew text.\n")
    git(repository, "commit", "-qam", "three", day="2023-05-06")
    again = build(root=repository, hugo_git_dates=True)
    assert again.read == ["old"]
    assert again.footer("/old/") == "Last updated on May 06, 2023"
