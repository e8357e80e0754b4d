"""What parsing and rendering one page share."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sphinx_hugo.diagnostics import warn
from sphinx_hugo.hugo.calls.reduce import Reduced, reduce_inner
from sphinx_hugo.hugo.problems import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from sphinx_hugo.hugo.calls.reading import CallProblem, ShortcodeCall
    from sphinx_hugo.hugo.pages import Page
    from sphinx_hugo.rendering.page import PageRenderer
    from sphinx_hugo.state import SiteState
    from sphinx_hugo.wing import Wing

SLOT = "=hslot"
"""What the placeholder of ready-made nodes starts with; a page that writes it gets another one."""


@dataclass(slots=True)
class PageState:
    """A page while it is read."""

    state: SiteState
    page: Page
    docname: str
    filename: Path | str
    wing: Wing
    renderer: PageRenderer
    slot_marker: str = SLOT
    is_example: bool = False
    """Whether an example of the guide is rendered, which may name files that are not there."""
    unknown: set[str] = field(default_factory=set)
    """Unknown shortcodes that have been reported."""
    failed: set[tuple[Path | str, int | None, str]] = field(default_factory=set)
    """Places of calls and in templates of which something has been reported, with what was said."""

    def expand(self, call: ShortcodeCall) -> str | None:
        """Return the Markdown that takes the place of a call; report an unknown one once a page."""
        name = call.name.lower()
        if self.wing.lacks_closing(call):
            right = ">}}" if call.delimiter == "<" else "%}}"
            left = "{{" + call.delimiter
            message = (
                f"The shortcode '{call.name}' is not closed; write {left} /{call.name} {right} where "
                f"its content ends, or {left} {call.name} /{right} if it has none."
            )
            warn(Kind.SHORTCODE, message, self.filename, call.line)
        if name not in self.unknown and self.wing.find(call) is None:
            self.unknown.add(name)
            message = self.wing.unknown_message(call.name)
            warn(Kind.SHORTCODE_UNKNOWN, message, self.filename, call.line)
        if call.inner_span is not None and self.wing.drops_inner(call):
            warn(
                Kind.SHORTCODE,
                f"The shortcode '{call.name}' takes no inner text; what stands between its tags is "
                f"kept behind it. Leave the closing tag /{call.name} out, and write the text where "
                "it shall stand.",
                self.filename,
                call.line,
            )
            # The tag by itself, then the text, both read anew.
            return call.source[call.span[0] : call.inner_span[1]]
        return self.wing.expand(call, self.renderer.context(call))

    def reduce_inner(self, call: ShortcodeCall) -> Reduced:
        """Make Markdown of what stands between the tags of a call."""
        reduced = reduce_inner(call, expand=self.expand, takes_inner=self.wing.takes_inner)
        self.report(reduced.problems)
        return reduced

    def report(self, problems: Iterable[CallProblem]) -> None:
        """Report malformed calls."""
        for problem in problems:
            warn(problem.kind, problem.message, self.filename, problem.line)
