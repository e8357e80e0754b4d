"""Building a tree of files in this process, fast enough to do it thousands of times."""

from __future__ import annotations

import io
import logging
import os
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from functools import cache
from importlib import metadata
from typing import TYPE_CHECKING, Any
from unittest.mock import patch

from jinja2 import BytecodeCache, DictLoader
from sphinx import locale, registry, theming
from sphinx.application import Sphinx
from sphinx.builders.html import _assets
from sphinx.jinja2glue import BuiltinTemplateLoader
from sphinx.util.docutils import docutils_namespace, patch_docutils

from sphinx_hugo.shortcodes import installed

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from jinja2 import Environment
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
_entry_points = cache(metadata.entry_points)
_init_templates = BuiltinTemplateLoader.init


def _init(self: BuiltinTemplateLoader, *arguments: Any, **named: Any) -> None:
    _init_templates(self, *arguments, **named)
    self.environment.bytecode_cache = _COMPILED


def _render_string(self: BuiltinTemplateLoader, source: str, context: dict[str, Any]) -> str:
    # Jinja keeps only what has a name.
    environment: Environment = self.environment.overlay(loader=DictLoader({source: source}))
    return environment.get_template(source).render(context)


@contextmanager
def _found_out_once() -> Iterator[None]:
    """Let Sphinx find out once per process what is the same in each of its builds.

    These are the compiled templates of themes and the entry points of installed packages. Nobody hears
    what it says on the way either. All that takes a third of a small build.
    """
    with ExitStack() as stack:
        stack.enter_context(patch.object(BuiltinTemplateLoader, "init", _init))
        stack.enter_context(patch.object(BuiltinTemplateLoader, "render_string", _render_string))
        for module in (theming, registry, installed):
            stack.enter_context(patch.object(module, "entry_points", _entry_points))
        stack.callback(logging.disable, logging.root.manager.disable)
        logging.disable(logging.INFO)
        yield


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
    forget_checksums()
    stream = io.StringIO()
    conf = {
        "extensions": ["sphinx_hugo"],
        "html_theme": "basic",
        "project": "Test",
        "html_copy_source": False,
        **step.conf,
    }
    with patch_docutils(root), docutils_namespace(), _found_out_once():
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
