"""The texts that are rendered within one another, and the definitions of links in them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sphinx_hugo.hugo.calls.reading import Delimiter

if TYPE_CHECKING:
    from collections.abc import Callable

    from markdown_it import MarkdownIt

    from sphinx_hugo.hugo.calls.reading import ShortcodeCall
    from sphinx_hugo.hugo.calls.reduce import Reduced
    from sphinx_hugo.markdown.rules.definitions import Definitions
    from sphinx_hugo.shortcodes.base import Shortcode

_DEFINITION = re.compile(r"^[ \t]*\[[^\]]+\]:", re.MULTILINE)


@dataclass(slots=True)
class Frame:
    """The text that is being rendered, and the shortcode around it."""

    reduced: Reduced | None
    shortcode: Shortcode | None
    references: Definitions = field(default_factory=dict)
    """The definitions in the text and around it, as soon as it is read."""
    _lent: Definitions | None = None

    def lent(self, to_text: Callable[[ShortcodeCall], str]) -> Definitions:
        """Return the definitions as a text within this one may use them: without placeholders."""
        reduced = self.reduced
        if reduced is None or not self.references:
            return self.references
        if self._lent is None:
            self._lent = {
                label: {
                    name: reduced.restore(value, to_text) if isinstance(value, str) else value
                    for name, value in definition.items()
                }
                for label, definition in self.references.items()
            }
        return self._lent


def inner_definitions(reduced: Reduced | None, parser: MarkdownIt) -> Definitions:
    """Return what is defined between the tags of ``{{% %}}`` calls; that is a part of the page."""
    found: Definitions = {}
    for call in reduced.calls if reduced is not None else ():
        if call.delimiter is not Delimiter.PERCENT or call.inner_span is None:
            continue
        source = call.source[slice(*call.inner_span)]
        if _DEFINITION.search(source):
            parser.block.parse(source.replace("\r\n", "\n"), parser, {"references": found}, [])
    return found
