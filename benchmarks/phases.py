"""Where the time of a build of ours goes: what we spend ourselves, by phase, and the rest.

Each function below is given a clock that stops while another of them runs, and while text inside of a
shortcode goes through the Markdown parser and MyST's renderer, which stock Sphinx needs as well. It
stops, too, while the cyclic garbage collector looks through all doctrees that are alive: it does so
whenever somebody happens to make one object too many.
"""

from __future__ import annotations

import gc
import importlib
import pkgutil
import shutil
import sys
import time
from collections import Counter
from functools import wraps
from typing import TYPE_CHECKING, Any

from benchmarks.contestants import EXT
from benchmarks.tables import say, table

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

OTHERS = "Markdown parser and MyST's renderer"
GARBAGE = "cyclic garbage collector"
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


class Clock:
    """Exclusive CPU time by phase."""

    def __init__(self) -> None:
        self.spent: Counter[str] = Counter()
        self._open: list[str] = []
        self._since = 0.0

    def timed(self, phase: str, function: Callable[..., Any]) -> Callable[..., Any]:
        """Return a function that does the same on this clock."""

        @wraps(function)
        def run(*arguments: Any, **named: Any) -> Any:
            self._switch()
            self._open.append(phase)
            try:
                return function(*arguments, **named)
            finally:
                self._switch()
                self._open.pop()

        return run

    def collector(self, phase: str, _info: dict[str, int]) -> None:
        """Answer for a collection that begins or ends (one of ``gc.callbacks``)."""
        self._switch()
        if phase == "start":
            self._open.append(GARBAGE)
        elif self._open and self._open[-1] == GARBAGE:
            self._open.pop()

    def _switch(self) -> None:
        now = time.process_time()
        if self._open:
            self.spent[self._open[-1]] += now - self._since
        self._since = now


def report(site: Path, out: Path, count: int, builder: str) -> None:
    """Build the site in this process, and print the table."""
    sys.path.insert(0, str(EXT))
    package = importlib.import_module("sphinx_hugo")
    for module in pkgutil.walk_packages(package.__path__, "sphinx_hugo."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)
    clock = Clock()
    for phase, names in PHASES.items():
        for name in names:
            _put_on(clock, phase, name)
    from sphinx.cmd.build import build_main

    doctrees = out.with_name(f"{out.name}-doctrees")
    for folder in (out, doctrees):
        shutil.rmtree(folder, ignore_errors=True)
    gc.callbacks.append(clock.collector)
    began = time.process_time()
    failed = build_main(["-q", "-b", builder, "-d", str(doctrees), str(site), str(out)])
    whole = time.process_time() - began
    gc.callbacks.remove(clock.collector)
    if failed:
        raise RuntimeError(f"the build of {site} failed")
    _print(clock.spent, whole, count)


def holder_of(name: str) -> tuple[Any, str]:
    """Return the module or class that holds a function of :data:`PHASES`, and its name there."""
    module_name, _, path = name.partition(":")
    if not module_name.startswith(("markdown_it", "myst_parser")):
        module_name = f"sphinx_hugo.{module_name}"
    holder: Any = importlib.import_module(module_name)
    *outer, last = path.split(".")
    for part in outer:
        holder = getattr(holder, part)
    return holder, last


def _put_on(clock: Clock, phase: str, name: str) -> None:
    holder, last = holder_of(name)
    function = getattr(holder, last)
    timed = clock.timed(phase, function)
    setattr(holder, last, timed)
    if isinstance(holder, type):
        return
    for module in list(sys.modules.values()):  # those that have imported it by name
        if getattr(module, "__name__", "").startswith("sphinx_hugo"):
            for key, value in list(vars(module).items()):
                if value is function:
                    setattr(module, key, timed)


def _print(spent: Counter[str], whole: float, count: int) -> None:
    ours = sum(seconds for phase, seconds in spent.items() if phase not in {OTHERS, GARBAGE})
    rest = whole - ours - spent[OTHERS] - spent[GARBAGE]
    rows = [(phase, spent[phase]) for phase in PHASES if phase != OTHERS]
    rows += [
        ("**ours together**", ours),
        (OTHERS, spent[OTHERS]),
        ("Sphinx, docutils, theme, search, highlighting", rest),
        (GARBAGE, spent[GARBAGE]),
        ("**the whole build**", whole),
    ]
    say(f"\n{count} pages\n")
    table(
        ("phase", "ms a page", "part"),
        [
            (name, f"{1000 * seconds / count:.2f}", f"{100 * seconds / whole:.1f} %")
            for name, seconds in rows
        ],
    )
