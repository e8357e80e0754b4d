"""The wall: Markdown is read without Sphinx."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import sphinx_hugo.markdown


def test_markdown_needs_no_sphinx() -> None:
    probe = (
        "import sys, sphinx_hugo.markdown, sphinx_hugo.markdown.toc, sphinx_hugo.markdown.summary;"
        "print(sorted({'sphinx', 'docutils', 'myst_parser'} & set(sys.modules)))"
    )
    root = Path(sphinx_hugo.markdown.__file__).parents[2]
    shown = subprocess.check_output([sys.executable, "-c", probe], cwd=root, text=True)
    assert shown.strip() == "[]"
