"""Floor 1 is data: it needs neither Sphinx nor a Markdown library."""

from __future__ import annotations

import pkgutil
import subprocess
import sys
from pathlib import Path

import sphinx_hugo.hugo


def test_hugo_model_needs_no_sphinx() -> None:
    package = sphinx_hugo.hugo
    modules = [name for _, name, _ in pkgutil.walk_packages(package.__path__, "sphinx_hugo.hugo.")]
    assert "sphinx_hugo.hugo.site" in modules
    probe = (
        f"import sys, importlib\n"
        f"sys.path.insert(0, {str(Path(package.__path__[0]).parents[1])!r})\n"
        f"for name in {modules!r}: importlib.import_module(name)\n"
        f"tops = {{name.partition('.')[0] for name in sys.modules}}\n"
        f"print(sorted(tops & {{'sphinx', 'docutils', 'myst_parser', 'markdown_it'}}))"
    )
    done = subprocess.run([sys.executable, "-c", probe], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
