"""Projects to measure against: one builder for trees made up in memory, and whole small builds."""

from __future__ import annotations

import io
import logging
import re
import shutil
import textwrap
from typing import TYPE_CHECKING, Any

import pytest
from sphinx.application import Sphinx
from sphinx.util.docutils import docutils_namespace, patch_docutils

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path


def write_tree(root: Path, text: str) -> None:
    """Write the files of a ``-- path --`` text below *root*."""
    parts = re.split(r"(?m)^-- (.+?) --\n", textwrap.dedent(text).lstrip("\n"))
    for name, content in zip(parts[1::2], parts[2::2], strict=True):
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")


def make_app(
    source: Path, out: Path, builder: str, warnings: io.StringIO, jobs: int = 1, **conf: Any
) -> Sphinx:
    return Sphinx(
        source,
        None,
        out,
        out.with_name(f"{out.name}-doctrees"),
        builder,
        conf,
        status=None,
        warning=warnings,
        parallel=jobs,
    )


@pytest.fixture(scope="module", params=["html", "dirhtml"])
def idle_app(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Sphinx]:
    """An application with Furo whose builder can render, and nothing built."""
    source = tmp_path_factory.mktemp("idle")
    (source / "index.rst").write_text("Home\n====\n", encoding="utf-8")
    with patch_docutils(source), docutils_namespace():
        app = make_app(
            source,
            source / "out",
            request.param,
            io.StringIO(),
            html_theme="furo",
        )
        app.build()
        logger = logging.getLogger("sphinx")
        level = logger.level
        logger.setLevel(logging.CRITICAL)  # trees that were made up have their circles
        yield app
        logger.setLevel(level)


@pytest.fixture
def output(tmp_path: Path) -> Callable[..., tuple[dict[str, bytes], list[str]]]:
    """Return a function that builds a site and gives its output files and its warnings."""

    def run(
        files: str, *, builder: str = "html", jobs: int = 1, name: str = "site", **conf: Any
    ) -> tuple[dict[str, bytes], list[str]]:
        source = tmp_path / name
        if not source.exists():
            write_tree(source, files)
        out = tmp_path / "out"
        warnings = io.StringIO()
        settings = {
            "extensions": ["sphinx_hugo"],
            "html_theme": "furo",
            "project": "Test",
            "html_copy_source": False,
            **conf,
        }
        with patch_docutils(source), docutils_namespace():
            make_app(source, out, builder, warnings, jobs, **settings).build()
        found = {
            str(path.relative_to(out)): path.read_bytes()
            for path in out.rglob("*")
            if path.is_file()
        }
        shutil.rmtree(out)
        shutil.rmtree(out.with_name("out-doctrees"))
        lines = [
            line.replace(f"{source}/", "")
            for line in warnings.getvalue().splitlines()
            if line.strip()
        ]
        return found, lines

    return run
