"""Where the time of a build of ours goes: what we spend ourselves, by phase, and the rest.

A timer looks every few milliseconds of CPU time which of the functions below is running, the innermost
if there are several: text inside of a shortcode goes through the Markdown parser and MyST's renderer,
which stock Sphinx needs as well. The cyclic garbage collector is counted by itself, as it looks through
all doctrees that are alive whenever somebody happens to make one object too many.

Timers around each call, as a profiler has, would take more time than much of what they measure.
"""

from __future__ import annotations

import gc
import importlib
import inspect
import shutil
import signal
import sys
import time
from collections import Counter
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from benchmarks.contestants import EXT
from benchmarks.tables import say, table

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path
    from types import CodeType, FrameType

EVERY = 0.002
"""Seconds of CPU time between two looks; many systems make it 4 ms."""
OTHERS = "Markdown parser and MyST's renderer"
GARBAGE = "cyclic garbage collector"
REST = "Sphinx, docutils, theme, search, highlighting"
PHASES = {
    "scan: configuration, front matter, addresses, menus": (
        "loading:Loading.read", "loading:Loading.hand_over",
    ),
    "text: front matter off, lines": ("hugo.content.frontmatter:find_body",),
    "shortcodes: lexing, pairing, reduction": (
        "hugo.calls.reading:parse_calls", "hugo.calls.reduce:reduce_body",
        "hugo.calls.reduce:reduce_inner",
    ),
    "shortcodes: answers": (
        "wing:Wing.answer_nodes", "wing:Wing.answer_text", "wing:Wing.answer_reference",
        "wing:Wing.expand",
    ),
    "page: title, sections, summary, metadata": (
        "page.metadata:add_metadata", "page.bylines:first_words", "toctree:toctree_nodes",
        "rendering.page:PageRenderer._render_initialise",
        "rendering.page:PageRenderer._render_finalise",
    ),
    "what is kept of a page": (
        "domain.objects:HugoDomain.process_doc", "freshness.reading:note_document",
        "toctree:note_toctrees", "containment:hold_in",
    ),
    "freshness: what to read and to write": (
        "freshness.reading:outdated", "freshness.writing:to_write", "toctree:update_toctrees",
        "output.pictures:settle_names", "domain.labels:Labels.give",
    ),
    "references": ("domain.objects:HugoDomain.resolve_xref", "domain.inventory:resolve_elsewhere"),
    "lists, images, raw HTML": (
        "page.sections:SectionLists.run", "page.raw_html:RawHtmlLinks.run",
        "page.raw_html_nodes:RawHtmlNodes.run", "page.images:ImageFallbacks.run",
        "output.books:OpenTabs.run",
    ),
    "head: description, social, structured data": (
        "page.metadata:add_page_context", "page.pagehead:add_page_head",
        "containment:escape_names",
    ),
    "navigation, in place of Sphinx's and Furo's": (
        "speed.navigation:Navigation.before_theme", "speed.navigation:Navigation.after_theme",
    ),
    "files: static, redirects, sitemap, search": (
        "output.files:write_files", "output.searching:complete",
    ),
    OTHERS: (
        "markdown_it.main:MarkdownIt.parse", "markdown_it.main:MarkdownIt.parseInline",
        "myst_parser.mdit_to_docutils.base:DocutilsRenderer._render_tokens",
    ),
}  # fmt: skip


class Sampler:
    """CPU time by phase, seen from outside."""

    def __init__(self, phases: Mapping[CodeType, str]) -> None:
        self.spent: Counter[str] = Counter()
        """Seconds by phase; those of none are the rest."""
        self.looks = 0
        self._phases = {**phases, Sampler._collected.__code__: GARBAGE}
        self._since = 0.0

    def phase_of(self, frame: FrameType | None) -> str:
        """Return the phase of the innermost function that has one."""
        while frame is not None:
            found = self._phases.get(frame.f_code)
            if found is not None:
                return found
            frame = frame.f_back
        return REST

    @contextmanager
    def looking(self) -> Iterator[None]:
        """Look while something runs."""
        gc.callbacks.insert(0, self._collected)  # a signal is answered by the first one
        before = signal.signal(signal.SIGPROF, self._look)
        self._since = time.process_time()
        signal.setitimer(signal.ITIMER_PROF, EVERY, EVERY)
        try:
            yield
        finally:
            signal.setitimer(signal.ITIMER_PROF, 0)
            signal.signal(signal.SIGPROF, before)
            gc.callbacks.remove(self._collected)

    def _look(self, _number: int, frame: FrameType | None) -> None:
        """Charge the time since the last look, all of it if one long call did not let us look."""
        now = time.process_time()
        self.spent[self.phase_of(frame)] += now - self._since
        self.looks += 1
        self._since = now

    def _collected(self, _phase: str, _info: dict[str, int]) -> None:
        """Be there when a collection ends: a signal that came meanwhile is answered here."""


def report(site: Path, out: Path, count: int, builder: str) -> None:
    """Build the site in this process, and print the table."""
    sys.path.insert(0, str(EXT))
    sampler = Sampler({code_of(name): phase for phase, names in PHASES.items() for name in names})
    from sphinx.cmd.build import build_main

    doctrees = out.with_name(f"{out.name}-doctrees")
    for folder in (out, doctrees):
        shutil.rmtree(folder, ignore_errors=True)
    with sampler.looking():
        failed = build_main(["-q", "-b", builder, "-d", str(doctrees), str(site), str(out)])
    if failed:
        raise RuntimeError(f"the build of {site} failed")
    _print(sampler, count)


def code_of(name: str) -> CodeType:
    """Return the code of a function of :data:`PHASES`."""
    module_name, _, path = name.partition(":")
    if not module_name.startswith(("markdown_it", "myst_parser")):
        module_name = f"sphinx_hugo.{module_name}"
    found: Any = importlib.import_module(module_name)
    for part in path.split("."):
        found = getattr(found, part)
    code: CodeType = inspect.unwrap(found).__code__
    return code


def _print(sampler: Sampler, count: int) -> None:
    spent = sampler.spent
    whole = spent.total()
    ours = whole - spent[REST] - spent[OTHERS] - spent[GARBAGE]
    rows = [(phase, spent[phase]) for phase in PHASES if phase != OTHERS]
    rows += [
        ("**ours together**", ours),
        (OTHERS, spent[OTHERS]),
        (REST, spent[REST]),
        (GARBAGE, spent[GARBAGE]),
        ("**the whole build**", whole),
    ]
    say(f"\n{count} pages, {sampler.looks} looks\n")
    table(
        ("phase", "ms a page", "part"),
        [
            (name, f"{1000 * seconds / count:.2f}", f"{100 * seconds / whole:.1f} %")
            for name, seconds in rows
        ],
    )
