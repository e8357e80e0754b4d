"""Pygments without making everything anew for each code block.

A formatter is the same for the same options, and keeps no state between two blocks: it is kept. Making
one works out the whole style sheet, which costs more than most blocks. Lexers may keep state, so
each block gets its own, but the class is not searched for again: it is what ``get_lexer_by_name``
would find. Exact for these reasons; all that is unusual is left to Sphinx.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pygments.lexers import get_lexer_by_name
from pygments.util import ClassNotFound
from sphinx import highlighting

if TYPE_CHECKING:
    from pygments.formatter import Formatter
    from pygments.lexer import Lexer
    from sphinx.application import Sphinx

OWN_NAMES = frozenset({"py", "python", "py3", "python3", "default", "pycon3", "guess"})
"""Languages that Sphinx chooses by the text."""


class QuickBridge:
    """Answers for a ``PygmentsBridge`` what it would make anew."""

    def __init__(self, bridge: highlighting.PygmentsBridge) -> None:
        self._make_formatter = bridge.get_formatter
        self._make_lexer = bridge.get_lexer
        self._formatters: dict[Any, Formatter[str]] = {}
        self._lexers: dict[str, type[Lexer] | None] = {}

    def get_formatter(self, **options: Any) -> Formatter[str]:
        """Return a formatter; the one made before if the options are the same."""
        key = tuple(sorted(options.items()))
        try:
            found = self._formatters.get(key)
        except TypeError:  # lists of lines to highlight belong to one block
            return self._make_formatter(**options)
        if found is None:
            found = self._formatters[key] = self._make_formatter(**options)
        return found

    def get_lexer(
        self,
        source: str,
        lang: str,
        opts: dict[str, Any] | None = None,
        force: bool = False,
        location: Any = None,
    ) -> Lexer:
        """Return a new lexer of the language."""
        if lang in OWN_NAMES or lang in highlighting.lexers or lang in highlighting.lexer_classes:
            return self._make_lexer(source, lang, opts, force, location)
        if lang not in self._lexers:
            try:
                self._lexers[lang] = type(get_lexer_by_name(lang))
            except ClassNotFound:
                self._lexers[lang] = None
        cls = self._lexers[lang]
        if cls is None:
            return self._make_lexer(source, lang, opts, force, location)
        lexer = cls(**(opts or {}))
        if not force:
            lexer.add_filter("raiseonerror")
        return lexer


def start(app: Sphinx, *_arguments: Any) -> None:
    """Let the highlighters of an HTML builder answer from memory (``env-before-read-docs``)."""
    for name in ("highlighter", "dark_highlighter"):
        bridge = getattr(app.builder, name, None)
        if type(bridge) is highlighting.PygmentsBridge and bridge.dest == "html":
            vars(bridge).pop("get_formatter", None)
            vars(bridge).pop("get_lexer", None)
            quick = QuickBridge(bridge)
            vars(bridge).update(get_formatter=quick.get_formatter, get_lexer=quick.get_lexer)
