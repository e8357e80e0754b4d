"""The command line in the same process: a site in a string, what a command prints, its exit code."""

from __future__ import annotations

import re
import textwrap
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

from sphinx_hugo.cli.main import main

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

Run = "Callable[..., Done]"


def write_tree(root: Path, text: str) -> Path:
    """Write the files of a ``-- path --`` text below *root*, and return it."""
    root.mkdir(parents=True, exist_ok=True)
    parts = re.split(r"(?m)^-- (.+?) --\n", textwrap.dedent(text).lstrip("\n"))
    for name, content in zip(parts[1::2], parts[2::2], strict=True):
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")
    return root


def snapshot(root: Path) -> dict[str, tuple[bytes, int]]:
    """Return every file below *root*: its bytes and when it was written."""
    return {
        path.relative_to(root).as_posix(): (path.read_bytes(), path.stat().st_mtime_ns)
        for path in root.rglob("*")
        if path.is_file()
    }


@dataclass(frozen=True)
class Done:
    """What a command left behind."""

    code: int
    out: str
    err: str


@pytest.fixture(autouse=True)
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep the user's cache out of it, and start in a folder of the test's own."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.delenv("FORCE_COLOR", raising=False)
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Callable[..., Done]:
    """Return a function that runs ``sphinx-hugo`` with these arguments."""

    def command(*args: object) -> Done:
        capsys.readouterr()
        try:
            code = main([str(arg) for arg in args])
        except SystemExit as error:  # argparse
            code = int(error.code or 0)
        printed = capsys.readouterr()
        return Done(code, printed.out, printed.err)

    return command


SITE = """
    -- hugo.toml --
    title = "Acme Docs"
    baseURL = "https://acme.example/base/"
    disableKinds = ["taxonomy", "term"]
    -- content/_index.md --
    ---
    title: Home
    ---
    Welcome to [the start](/base/docs/start/).
    -- content/docs/_index.md --
    ---
    title: Docs
    ---
    -- content/docs/start.md --
    ---
    title: Start
    description: How to begin
    weight: 10
    aliases: [/begin/, old]
    ---
    ## First step

    See {{< relref "next.md#more" >}}.
    -- content/docs/next.md --
    ---
    title: Next
    weight: 20
    ---
    ## More

    Go [back](../start/#first-step).
    -- content/docs/secret.md --
    ---
    title: Secret
    draft: true
    ---
    Not yet.
"""
"""A site without a fault."""


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """Write the site without a fault."""
    return write_tree(tmp_path / "acme", SITE)
