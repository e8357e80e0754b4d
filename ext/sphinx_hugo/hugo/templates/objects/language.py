"""``.Language`` and ``.Sites``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..exposed import Exposed, exposed

if TYPE_CHECKING:
    from sphinx_hugo.hugo.config.languages import Language

    from ..runtime import Engine
    from ..values import Params


class LanguageView(Exposed):
    """A language of the site."""

    GO_TYPE = "*langs.Language"

    def __init__(self, engine: Engine, language: Language) -> None:
        self._engine = engine
        self._language = language

    def display(self) -> str:
        """Give the key."""
        return self._language.key

    @exposed("Lang")
    def lang(self) -> str:
        """Give the key, such as ``en``."""
        return self._language.key

    @exposed("Name")
    def name(self) -> str:
        """Give the key."""
        return self._language.key

    @exposed("LanguageCode")
    def language_code(self) -> str:
        """Give the code, such as ``en-us``."""
        return self._language.locale or self._language.key

    @exposed("Locale")
    def locale(self) -> str:
        """Give the code, such as ``en-us``."""
        return self.language_code()

    @exposed("LanguageName")
    def language_name(self) -> str:
        """Give the name shown to readers."""
        return self._language.name

    @exposed("Label")
    def label(self) -> str:
        """Give the name shown to readers."""
        return self._language.name

    @exposed("LanguageDirection")
    def language_direction(self) -> str:
        """Give the direction of writing."""
        return self._language.direction

    @exposed("Direction")
    def direction(self) -> str:
        """Give the direction of writing."""
        return self._language.direction

    @exposed("Weight")
    def weight(self) -> int:
        """Give its place among the languages."""
        return self._language.weight

    @exposed("Title")
    def title(self) -> str:
        """Give the site's title in it."""
        return self._language.title if len(self._engine.host.site.config.languages) > 1 else ""

    @exposed("IsDefault")
    def is_default(self) -> bool:
        """Say whether it is the site's default language."""
        return self._engine.host.site.config.default_language == self._language.key

    @exposed("Params")
    def params(self) -> Params:
        """Give the parameters of the site in it."""
        return self._engine.site.params()
