"""What cannot work: one sentence that says what to do, exit code 2, no traceback."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from cli.conftest import write_tree

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from cli.conftest import Done

    Run = Callable[..., Done]

FOLDERS = """
    -- bad/hugo.yaml --
    title: [x
    -- above/docs/hugo.toml --
    title = "x"
    -- above/docs/content/a.md --
    -- nothing/readme.txt --
    -- afile --
"""

CASES = [
    (["build", "nope", "out"], "no folder 'nope'; name the one"),
    (["check", "afile"], "'afile' is a file; name the folder"),
    (["check", "nothing"], "neither a configuration"),
    (["init", "above"], "Did you mean 'above/docs'?"),
    (["check", "bad"], "bad/hugo.yaml:"),
    (["check", "acme", "--language", "xx"], "no language 'xx'; write --language with one of: en"),
    (["build", "acme", "acme"], "OUTDIR is the site itself"),
    (["build", "acme", "acme/public"], "lies inside the site, into which nothing is written"),
    (["build", "acme", "."], "The site lies inside OUTDIR"),
    (["build", "acme", "afile"], "OUTDIR 'afile' is a file"),
    (
        ["build", "acme", "out", "--doctrees", "acme/_trees"],
        "DIR of --doctrees 'acme/_trees' lies inside",
    ),
    (
        ["build", "acme", "out", "--theme", "nope"],
        "write --theme with one that is there: alabaster",
    ),
    (
        ["build", "acme", "out", "--builder", "nope"],
        "Write --builder with one that is there: dirhtml",
    ),
    (["build", "acme", "out", "-D", "hugo_navigation=x"], "write 'auto', 'sections' or 'menu:'"),
    (["build", "acme", "out", "-D", "extensions=no_such"], "no_such"),
    (["build", "acme", "out", "-D", "x"], "write name=value"),
    (["build", "acme", "out", "-j", "many"], "neither a number from 1 on nor auto"),
    (["compare", "acme", "--hugo", "no-such-hugo"], "no program 'no-such-hugo'; give --hugo"),
    (["compare", "acme", "--fail-under", "101"], "no number from 0 to 100"),
    (["compare", "--all", "nothing"], "no Hugo site right below 'nothing'"),
    (["explode"], "invalid choice: 'explode'"),
]


@pytest.mark.parametrize(("args", "sentence"), CASES, ids=[" ".join(args) for args, _ in CASES])
def test_error_is_a_sentence(
    args: list[str], sentence: str, site: Path, run: Run, tmp_path: Path
) -> None:
    write_tree(tmp_path, FOLDERS)
    done = run(*args)
    assert done.code == 2
    assert sentence in done.err
    assert "Traceback" not in done.out + done.err
    last = done.err.strip().splitlines()[-1]
    assert last.startswith("sphinx-hugo")


def test_nothing_is_left_behind_by_a_command_that_cannot_start(
    site: Path, run: Run, tmp_path: Path
) -> None:
    run("build", site, "out", "--language", "xx")
    assert not (tmp_path / "out").exists()


def test_fault_of_ours_is_told_in_a_sentence_and_shown_on_demand(
    site: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_args: object) -> None:
        raise KeyError("lost")

    monkeypatch.setattr("sphinx_hugo.cli.build._sum_up", fail)
    done = run("build", site, "out")
    assert done.code == 2
    assert "This should not have happened: KeyError: 'lost'." in done.err
    with pytest.raises(KeyError):
        run("build", site, "out", "-v")


def test_fault_in_a_handler_of_sphinx_is_told_as_ours(
    site: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_args: object) -> None:
        raise KeyError("lost")

    monkeypatch.setattr("sphinx_hugo.loading.build_navigation", fail)
    done = run("check", site)
    assert done.code == 2
    assert "This should not have happened: KeyError: 'lost'." in done.err
