"""The languages of a site, as ``[languages.X]`` tables name them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sphinx_hugo.hugo.config.settings import Settings


@dataclass(frozen=True, slots=True)
class Language:
    """One language of the site."""

    key: str
    """The key of its table, in lower case, such as ``en``; also the URL prefix."""
    name: str = ""
    """``label`` (formerly ``languageName``): the name shown to readers."""
    title: str = ""
    """The site's title in this language."""
    weight: int = 0
    """Place among the languages; 0 comes last."""
    content_dir: str = ""
    """Its own content directory as written; empty if it shares the site's."""
    disabled: bool = False
    direction: str = ""
    """``ltr`` or ``rtl``; empty if not said."""
    locale: str = ""
    """``locale`` (formerly ``languageCode``), such as ``en-us``; the key if not said."""


@dataclass(frozen=True, slots=True)
class Languages:
    """The languages of a site, sorted out."""

    enabled: tuple[Language, ...]
    """By weight, 0 last, then by key; never empty."""
    default: Language
    """The one whose pages need no prefix."""
    named: bool
    """Whether the configuration names any language."""

    def get(self, key: str) -> Language | None:
        """Return an enabled language by its key in any case."""
        return next((item for item in self.enabled if item.key == key.lower()), None)


def read_languages(settings: Settings) -> Languages:
    """Return the languages that the root of a configuration names.

    Without any there is one, ``defaultContentLanguage``. If the default language is not among
    them, or is disabled, the first one takes its place, as in Hugo.
    """
    wanted = settings.text("defaultcontentlanguage").lower()
    tables = settings.map("languages")
    named = [
        _read_language(key, settings.table("languages").table(key), settings)
        for key, table in tables.items()
        if isinstance(table, dict) or table is None
    ]
    for key in sorted(key for key, table in tables.items() if not isinstance(table, dict)):
        fate = "it is read as empty" if tables[key] is None else "it is left out"
        settings.report("languages", f"languages.{key} is no map; {fate}, write [languages.{key}]")
    if settings.values.get("languages") == {}:
        settings.report("languages", "[languages] names no language; name one, or leave it out")
    if not named:
        only = _read_language(wanted or "en", settings.nothing(), settings)
        only = replace(only, locale=settings.text("locale") or only.locale)
        return Languages((only,), only, named=False)
    disabled = {key.lower() for key in settings.texts("disablelanguages")}
    enabled = _sorted(
        item for item in named if not item.disabled and item.key not in disabled
    ) or _sorted(replace(item, disabled=False) for item in named)
    default = next((item for item in enabled if item.key == (wanted or "en")), None)
    if default is None:
        default = enabled[0]
        if wanted:
            settings.report(
                "defaultcontentlanguage",
                f'defaultContentLanguage is "{wanted}", which is no language of the site; '
                f'"{default.key}" is taken',
            )
    if settings.text("locale") and default.locale == default.key:
        default = replace(default, locale=settings.text("locale"))
        enabled = tuple(default if item.key == default.key else item for item in enabled)
    return Languages(enabled, default, named=True)


def _sorted(languages: Iterable[Language]) -> tuple[Language, ...]:
    return tuple(sorted(languages, key=lambda item: (item.weight == 0, item.weight, item.key)))


def _read_language(key: str, table: Settings, root: Settings) -> Language:
    return Language(
        key=key,
        name=table.text("label"),
        title=table.text("title") or root.text("title"),
        weight=table.number("weight", 0),
        content_dir=table.text("contentdir"),
        disabled=table.flag("disabled"),
        direction=table.text("direction"),
        locale=table.text("locale") or key,
    )
