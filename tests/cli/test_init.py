"""``sphinx-hugo init``: three files, and a word about what was found."""

from __future__ import annotations

import json
import subprocess
import sys
from importlib.metadata import PackageNotFoundError
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import yaml

from cli.conftest import write_tree
from sphinx_hugo.cli import init

if TYPE_CHECKING:
    from collections.abc import Callable

    from cli.conftest import Done

    Run = Callable[..., Done]

FILES = ("conf.py", ".readthedocs.yaml", "docs-requirements.txt")


def test_init_writes_what_a_sphinx_project_needs(site: Path, run: Run) -> None:
    done = run("init", site)
    assert done.code == 0
    for name in FILES:
        assert f"written: {site / name}" in done.out
    settings = yaml.safe_load((site / ".readthedocs.yaml").read_text(encoding="utf-8"))
    assert settings["sphinx"] == {"builder": "dirhtml", "configuration": "conf.py"}
    assert "sphinx-hugo" in (site / "docs-requirements.txt").read_text(encoding="utf-8")


def test_project_builds_with_sphinx_alone(site: Path, run: Run, tmp_path: Path) -> None:
    run("init", site)
    extension = Path(init.__file__).parents[2]
    command = [sys.executable, "-m", "sphinx", "-q", "-W", "-b", "dirhtml", str(site), "out"]
    done = subprocess.run(
        command, env={"PYTHONPATH": str(extension)}, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert "Start" in (tmp_path / "out" / "docs" / "start" / "index.html").read_text(
        encoding="utf-8"
    )


@pytest.mark.parametrize("name", FILES)
def test_file_that_is_there_stays_as_it_is(name: str, site: Path, run: Run) -> None:
    (site / name).write_text("mine", encoding="utf-8")
    done = run("init", site)
    assert done.code == 0
    assert f"exists, left as it is: {site / name}" in done.out
    assert (site / name).read_text(encoding="utf-8") == "mine"
    assert done.out.count("written: ") == 2


def test_init_says_what_it_found(run: Run, tmp_path: Path) -> None:
    site = write_tree(
        tmp_path / "two",
        """
        -- config/_default/hugo.yaml --
        title: 'The "Two"'
        theme: acme-theme
        defaultContentLanguage: nl
        disableKinds: [taxonomy, term]
        -- config/_default/languages.yaml --
        nl: {weight: 1}
        fr: {weight: 2}
        -- content/a.md --
        ---
        title: A
        ---
        {{< widget >}}
        {{< details >}}{{< widget >}}{{< /details >}}
        {{% gadget %}}x{{% /gadget %}}
        -- content/b.md --
        ---
        draft: true
        ---
        """,
    )
    done = run("init", site)
    lines = [line.strip() for line in done.out.splitlines()]
    assert "configuration  config/_default/hugo.yaml, config/_default/languages.yaml" in lines
    assert "pages          2 (home 1, page 1); 1 drafts or dated pages left out" in lines
    assert any(line.startswith("languages      nl, fr (default: nl)") for line in lines)
    assert "theme          acme-theme; its layouts are not used" in lines
    assert "widget: 2 calls, first in content/a.md:4" in lines
    assert "gadget: 1 call, first in content/a.md:6" in lines
    values: dict[str, object] = {}
    exec((site / "conf.py").read_text(encoding="utf-8"), values)
    assert (values["project"], values["language"]) == ('The "Two"', "nl")


def test_paths_count_from_the_top_of_the_repository(run: Run, tmp_path: Path) -> None:
    (tmp_path / "repo" / ".git").mkdir(parents=True)
    site = write_tree(tmp_path / "repo" / "site docs", "-- content/a.md --\nA\n")
    done = run("init", site)
    settings = yaml.safe_load((site / ".readthedocs.yaml").read_text(encoding="utf-8"))
    assert settings["sphinx"]["configuration"] == "site docs/conf.py"
    assert settings["python"]["install"] == [{"requirements": "site docs/docs-requirements.txt"}]
    assert "move it there" in done.out


@pytest.mark.parametrize(
    ("direct_url", "line"),
    [
        (None, "sphinx-hugo==1.2"),
        (
            {"url": "https://git.example/x", "vcs_info": {"vcs": "git", "commit_id": "abc"}},
            "sphinx-hugo @ git+https://git.example/x@abc",
        ),
        ({"url": "file:///src", "dir_info": {}}, "sphinx-hugo"),
    ],
)
def test_requirement_says_where_this_package_came_from(
    direct_url: dict[str, object] | None, line: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Installed:
        version = "1.2"

        def read_text(self, _name: str) -> str | None:
            return None if direct_url is None else json.dumps(direct_url)

    monkeypatch.setattr(init, "distribution", lambda _name: Installed())
    assert init.requirements().splitlines()[-1] == line


def test_requirement_of_a_package_that_is_not_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(_name: str) -> None:
        raise PackageNotFoundError

    monkeypatch.setattr(init, "distribution", missing)
    assert init.requirements().splitlines()[-1] == "sphinx-hugo"
