"""What Sphinx reports while it builds, as values: an extension that the commands load.

Sphinx takes the handlers of its logger away when an application starts, so whoever wants to hear
its warnings must come later, as an extension does.
"""

from __future__ import annotations

import logging
import re
from collections import Counter
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sphinx.util.logging import NAMESPACE, WarningStreamHandler

from sphinx_hugo.cli.nopages import CheckBuilder
from sphinx_hugo.cli.phases import Phases

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata

_PLACE = re.compile(r"(?P<file>.*?)(?::(?P<line>\d+|None|<.*>)?)?", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Finding:
    """One warning or error."""

    file: str
    """Absolute path, or what Sphinx gives for one; empty if it concerns the whole site."""
    line: int | None
    """1-based; None if the whole file is meant."""
    kind: str
    """Type and subtype, such as ``hugo.ref``; empty if the message has none."""
    message: str
    called: tuple[str, str] | None = field(default=None, compare=False)
    """For a template that fails: the shortcode, and the file of the page that calls it."""

    def relative_to(self, root: Path) -> Finding:
        """Return the finding with its path as seen from *root*, if it lies below it."""
        path = Path(self.file)
        if not self.file or not path.is_relative_to(root):
            return self
        return replace(self, file=path.relative_to(root).as_posix())

    def as_data(self) -> dict[str, str | int | None]:
        """Return what ``--json`` prints."""
        return {
            "file": self.file or None,
            "line": self.line,
            "kind": self.kind,
            "message": self.message,
        }

    def __str__(self) -> str:
        """Return the finding as compilers write theirs: ``file:line: message [kind]``."""
        place = self.file + (f":{self.line}" if self.line else "")
        kind = f" [{self.kind}]" if self.kind else ""
        message = " ".join(self.message.splitlines())
        return f"{place}: {message}{kind}" if place else f"{message}{kind}"


@dataclass(slots=True)
class Recorder:
    """Collects what one build has to say."""

    findings: list[Finding] = field(default_factory=list)
    read: int = 0
    """Number of documents that were read, not taken from an earlier build."""
    phases: Phases = field(default_factory=Phases)
    """What takes how long, from the start of the recording on."""

    def kinds(self) -> list[tuple[str, int]]:
        """Return how many findings there are of each kind, most frequent first."""
        counts = Counter(finding.kind or "other" for finding in self.findings)
        return sorted(counts.items(), key=lambda item: (-item[1], item[0]))


_CURRENT: ContextVar[Recorder] = ContextVar("sphinx_hugo.cli.findings")


@contextmanager
def recording() -> Iterator[Recorder]:
    """Collect the findings of the application that is started inside."""
    recorder = Recorder()
    token = _CURRENT.set(recorder)
    try:
        yield recorder
    finally:
        _CURRENT.reset(token)


class _Listener(logging.Filter):
    """Hears what the warning stream is about to write: after suppression, each message once."""

    def __init__(self, recorder: Recorder) -> None:
        super().__init__()
        self._recorder = recorder

    def filter(self, record: logging.LogRecord) -> bool:
        """Take note of the record and let it pass."""
        self._recorder.findings.append(_finding(record))
        return True


def _finding(record: logging.LogRecord) -> Finding:
    parts: list[str] = [getattr(record, "type", ""), getattr(record, "subtype", "")]
    kind = ".".join(part for part in parts if part)
    # Sphinx's own record puts the place before the message.
    message = logging.LogRecord.getMessage(record).strip().removesuffix(f" [{kind}]")
    place = _PLACE.fullmatch(getattr(record, "location", None) or "")
    file, line = ("", None) if place is None else (place["file"], place["line"])
    number = int(line) if line and line.isdigit() else None
    return Finding(file, number, kind, message, getattr(record, "hugo_called", None))


def setup(app: Sphinx) -> ExtensionMetadata:
    """Listen to the application, and bring the builder that writes no pages."""
    app.add_builder(CheckBuilder)
    recorder = _CURRENT.get(None)
    if recorder is not None:
        for handler in logging.getLogger(NAMESPACE).handlers:
            if isinstance(handler, WarningStreamHandler):
                handler.addFilter(_Listener(recorder))

        def count(_app: Sphinx, _env: Any, docnames: list[str]) -> None:
            recorder.read += len(docnames)

        app.connect("env-before-read-docs", count)
        recorder.phases.connect(app)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
