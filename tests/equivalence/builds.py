"""Building a tree of files in this process, fast enough to do it thousands of times."""

from __future__ import annotations

import io
import os
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from jinja2 import BytecodeCache, Environment
from sphinx import locale
from sphinx.application import Sphinx
from sphinx.builders.html import _assets
from sphinx.jinja2glue import BuiltinTemplateLoader
from sphinx.util.docutils import docutils_namespace, patch_docutils

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from jinja2.bccache import Bucket


STAMPED = frozenset({".buildinfo.bak"})
"""What Sphinx writes beside a build: the old ``.buildinfo``, where the configuration has changed."""


class Compiled(BytecodeCache):
    """Keeps the compiled templates of themes, by their source."""

    def __init__(self) -> None:
        self._kept: dict[tuple[str, str], bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fill a bucket if its template is known."""
        found = self._kept.get((bucket.key, bucket.checksum))
        if found is not None:
            bucket.bytecode_from_string(found)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Remember a template."""
        self._kept[bucket.key, bucket.checksum] = bucket.bytecode_to_string()


_COMPILED = Compiled()


def _quick_templates() -> None:
    """Let Sphinx's templates be compiled once per process: that is a third of a small build."""
    init = BuiltinTemplateLoader.init
    if init.__name__ == "quick":
        return

    def quick(self: BuiltinTemplateLoader, *arguments: Any, **named: Any) -> None:
        init(self, *arguments, **named)
        environment: Environment = self.environment
        environment.bytecode_cache = _COMPILED

    BuiltinTemplateLoader.init = quick  # type: ignore[method-assign]


def forget_checksums() -> None:
    """Forget those of the files in ``_static``: Sphinx counts on one build per process."""
    for known in vars(_assets).values():
        getattr(known, "cache_clear", int)()


@dataclass(frozen=True)
class Step:
    """The files of a site at one time, and how it is built then."""

    files: Mapping[str, str]
    conf: Mapping[str, Any] = field(default_factory=dict)
    builder: str = "html"
    jobs: int = 1
    edit: str = ""
    """What was changed since the step before, for the reader."""
    aged: frozenset[str] = frozenset()
    """Files that come with an old time, as from a backup."""


def write(root: Path, before: Mapping[str, str], step: Step) -> None:
    """Change the files on the disk from one state to the next; what only moves keeps its time."""
    gone = {name: text for name, text in before.items() if step.files.get(name) != text}
    new = {name: text for name, text in step.files.items() if before.get(name) != text}
    waiting = root.with_name("moved")
    waiting.mkdir(exist_ok=True)
    kept: dict[str, list[Path]] = {}
    for number, (name, text) in enumerate(sorted(gone.items())):
        (root / name).rename(waiting / str(number))
        kept.setdefault(text, []).append(waiting / str(number))
        for folder in (root / name).parents:
            if folder == root or any(folder.iterdir()):
                break
            folder.rmdir()
    for name, text in sorted(new.items()):
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if kept.get(text):
            kept[text].pop().rename(path)
        else:
            path.write_text(text, encoding="utf-8")
        if name in step.aged:
            os.utime(path, (1.6e9, 1.6e9))
    for path in waiting.iterdir():
        path.unlink()


def build(root: Path, out: Path, doctrees: Path, step: Step, *, jobs: int) -> str:
    """Build, and return the warnings."""
    _quick_templates()
    forget_checksums()
    stream = io.StringIO()
    conf = {
        "extensions": ["sphinx_hugo"],
        "html_theme": "basic",
        "project": "Test",
        "html_copy_source": False,
        **step.conf,
    }
    with patch_docutils(root), docutils_namespace():
        app = Sphinx(
            *(root, None, out, doctrees, step.builder, conf),
            status=None,
            warning=stream,
            parallel=jobs,
        )
        try:
            app.build()
        finally:
            locale.translators.clear()
    warnings = stream.getvalue()
    if "cannot copy static file" in warnings:  # the machine's fault, not that of the build
        raise OSError(warnings)
    return warnings


def output(out: Path) -> dict[str, bytes]:
    """Return every file of an output folder."""
    return {
        path.relative_to(out).as_posix(): path.read_bytes()
        for path in sorted(out.rglob("*"))
        if path.is_file() and path.name not in STAMPED
    }
