"""Search words stemmed once per build instead of once per page.

Exact, because the stem of a word depends on nothing but the word: only Sphinx's own classes around a
Snowball stemmer are taken, which keep no state. Other languages stay as they are.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from sphinx import search

if TYPE_CHECKING:
    from sphinx.application import Sphinx

SNOWBALL = frozenset(
    ["da", "de", "en", "es", "fi", "fr", "hu", "it", "nl", "no", "pt", "ro", "ru", "sv", "tr"]
)
"""The languages whose class does nothing but ask such a stemmer."""


class StemCache:
    """Puts a class that remembers stems in the place of Sphinx's, while a build runs."""

    def __init__(self) -> None:
        self._replaced: dict[str, Any] = {}

    def start(self, app: Sphinx, *_arguments: Any) -> None:
        """Register the class for the language of the search (``env-before-read-docs``)."""
        wanted = app.config.html_search_language or app.config.language or "en"
        for code in (wanted, wanted.partition("_")[0]):
            if code not in search.languages:
                continue
            known = search.languages[code]
            if code in SNOWBALL and code not in self._replaced and _is_sphinx_own(known):
                self._replaced[code] = known
                app.add_search_language(remembering(_loaded(known)))
            return

    def stop(self, _app: Sphinx, _exception: Exception | None) -> None:
        """Register Sphinx's own class again (``build-finished``)."""
        search.languages.update(self._replaced)
        self._replaced.clear()


def _is_sphinx_own(known: str | type[search.SearchLanguage]) -> bool:
    name = known if isinstance(known, str) else known.__module__
    return name.startswith("sphinx.search.")


def _loaded(known: str | type[search.SearchLanguage]) -> type[search.SearchLanguage]:
    if not isinstance(known, str):
        return known
    module, _, name = known.rpartition(".")
    found: type[search.SearchLanguage] = getattr(import_module(module), name)
    return found


def remembering(base: type[search.SearchLanguage]) -> type[search.SearchLanguage]:
    """Return a subclass of a language whose instances stem each word once."""

    class Remembering(base):  # type: ignore[misc, valid-type]
        def __init__(self, options: dict[str, str]) -> None:
            super().__init__(options)
            self._stems: dict[str, str] = {}

        def stem(self, word: str) -> str:
            """Return the stem, from memory if the word came before."""
            found = self._stems.get(word)
            if found is None:
                found = self._stems[word] = super().stem(word)
            return found

    return Remembering
