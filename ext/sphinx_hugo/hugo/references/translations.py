"""The strings of ``i18n/``, which templates look up with ``i18n`` and ``T``."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from sphinx_hugo.hugo.content.datafiles import read_data
from sphinx_hugo.hugo.content.walk import find_files
from sphinx_hugo.hugo.values.data import DataError

if TYPE_CHECKING:
    from sphinx_hugo.hugo.config.site_config import SiteConfig

_SUFFIXES = (".yaml", ".yml", ".toml", ".json")
_FORMS = frozenset({"zero", "one", "two", "few", "many", "other"})


class Translations:
    """The strings of a language, with those of the default language behind them."""

    def __init__(self, config: SiteConfig) -> None:
        wanted = (config.language.key.lower(), config.default_language.lower())
        tables: dict[str, dict[str, Any]] = {}
        for name, filename in find_files(config, "i18n").items():
            stem, dot, ending = name.lower().rpartition(".")
            key = stem.rpartition("/")[2]
            if key not in wanted or dot + ending not in _SUFFIXES:
                continue
            try:
                found = _entries(read_data(filename))
            except (OSError, UnicodeDecodeError, DataError):
                continue  # a string that is missing shows up where it is used
            tables[key] = {**found, **tables.get(key, {})}
        self._tables = [tables.get(key, {}) for key in dict.fromkeys(wanted)]

    def translate(self, key: str, argument: object) -> str | None:
        """Return a string, which is a template for *argument*; None if no language has it.

        *argument* is a count, which chooses the form as in English, or a map that may have one.
        """
        for table in self._tables:
            if key in table:
                return _form(table[key], argument)
        return None


def _entries(value: object) -> dict[str, Any]:
    """Return key to text or forms; files may be maps, or lists of ``id`` and ``translation``."""
    if isinstance(value, list):
        pairs = [item for item in value if isinstance(item, dict) and "id" in item]
        return {str(item["id"]): item.get("translation", "") for item in pairs}
    found: dict[str, Any] = {}
    for key, item in value.items() if isinstance(value, dict) else ():
        if isinstance(item, dict) and not _FORMS.intersection(item):
            found |= {f"{key}.{below}": text for below, text in _entries(item).items()}
        else:
            found[str(key)] = item
    return found


def _count(argument: object) -> object:
    if isinstance(argument, Mapping):
        return next((value for key, value in argument.items() if str(key).lower() == "count"), None)
    return argument


def _form(entry: Any, argument: object) -> str:
    if not isinstance(entry, dict):
        return str(entry)
    form = "one" if str(_count(argument)) == "1" else "other"
    for name in (form, "other", "one"):
        if name in entry:
            return str(entry[name])
    return ""
