"""Floor 1 is data: it needs neither Sphinx nor a Markdown library."""

from __future__ import annotations

import ast
import pkgutil
import subprocess
import sys
from graphlib import TopologicalSorter
from pathlib import Path
from typing import TYPE_CHECKING

import sphinx_hugo.hugo

if TYPE_CHECKING:
    from collections.abc import Iterator


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


def test_rooms_do_not_import_each_other_in_a_ring() -> None:
    """A room is a folder below the package, or a module beside them; hints for types count too."""
    root = Path(sphinx_hugo.hugo.__path__[0]).parent
    above: dict[str, set[str]] = {}
    for filename in root.rglob("*.py"):
        module = ".".join(("sphinx_hugo", *filename.relative_to(root).with_suffix("").parts))
        for target in _imports(filename):
            above.setdefault(_room(root, module), set()).add(_room(root, target))
    assert "sphinx_hugo.state" in above["sphinx_hugo.parser"]
    tuple(TopologicalSorter({room: below - {room} for room, below in above.items()}).static_order())


def _imports(filename: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(filename.read_text(encoding="utf-8"))):
        if (
            isinstance(node, ast.ImportFrom)
            and node.module
            and node.module.startswith("sphinx_hugo")
        ):
            for name in node.names:
                yield f"{node.module}.{name.name}"


def _room(root: Path, module: str) -> str:
    """Return the folder of a module, the whole of ``hugo/`` one level deeper; else the module."""
    parts = module.split(".")[1:]
    depth = 2 if parts[:1] == ["hugo"] else 1
    path, room = root, ["sphinx_hugo"]
    for part in parts[:depth]:
        path /= part
        if not path.is_dir() and not path.with_suffix(".py").is_file():
            break
        room.append(part)
    return ".".join(room)
