"""Typed access to a configuration: a value of a wrong type is reported, and the default taken."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sphinx_hugo.hugo.config.configfiles import line_of_key
from sphinx_hugo.hugo.problems import Kind, Problem
from sphinx_hugo.hugo.values.coercion import to_int, to_string, to_terms

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

_BOOLS = {
    **dict.fromkeys(("1", "t", "T", "true", "TRUE", "True"), True),
    **dict.fromkeys(("0", "f", "F", "false", "FALSE", "False", ""), False),
}
_ZEROS = frozenset({"0", "+0", "-0", "00", "0x0"})

_DOCUMENTED = """
    baseURL buildDrafts buildExpired buildFuture canonifyURLs capitalizeListTitles contentDir
    defaultContentLanguage defaultContentLanguageInSubdir disableAliases disableKinds
    disableLanguages disablePathToLower enableEmoji enableGitInfo enableRobotsTXT hasCJKLanguage
    ignoreFiles nextPrevInSectionSortOrder nextPrevSortOrder pluralizeListTitles
    refLinksErrorLevel refLinksNotFoundURL relativeURLs removePathAccents sectionPagesMenu
    summaryLength tableOfContents timeZone titleCaseStyle uglyURLs autoHeadingID autoIDType
    hardWraps renderHooks useEmbedded definitionList taskList endLevel startLevel noClasses
    lineNos tabWidth
"""
_WRITTEN = {name.lower(): name for name in _DOCUMENTED.split()}
"""How Hugo's documentation writes the keys; configurations are read in lower case."""


class Reports:
    """Collects what is wrong with a configuration, each with the place of the key."""

    def __init__(self, sources: Iterable[tuple[Path, str]]) -> None:
        self._sources = tuple(sources)
        self._found: dict[str, Problem] = {}

    def add(self, key: str, message: str) -> None:
        """Report *message* about the key with the dotted name *key*; once for each message."""
        if message not in self._found:
            filename, line = self._place(key.rpartition(".")[2])
            self._found[message] = Problem(Kind.CONFIG, message, filename, line)

    def problems(self) -> tuple[Problem, ...]:
        """Return what was reported, in that order."""
        return tuple(self._found.values())

    def _place(self, name: str) -> tuple[Path | None, int | None]:
        for filename, text in reversed(self._sources):
            line = line_of_key(text, name)
            if line is not None:
                return filename, line
        return (self._sources[0][0], None) if self._sources else (None, None)


class Settings:
    """The keys of one table."""

    def __init__(self, values: Mapping[str, Any], reports: Reports, prefix: str = "") -> None:
        self.values = values
        self._reports = reports
        self._prefix = prefix

    def table(self, key: str) -> Settings:
        """Return a sub-table; an empty one if it is not there."""
        return Settings(self.map(key), self._reports, f"{self._prefix}{key}.")

    def nothing(self) -> Settings:
        """Return a table without any keys."""
        return Settings({}, self._reports)

    def map(self, key: str) -> dict[str, Any]:
        """Return a map as it is; empty if it is not there."""
        value = self.values.get(key)
        if isinstance(value, dict):
            return value
        if value is not None:
            self._wrong(key, value, "a map")
        return {}

    def text(self, key: str, default: str = "") -> str:
        """Return text; numbers and bools are written out."""
        value = self.values.get(key)
        if value is None:
            return default
        if isinstance(value, list | dict):
            self._wrong(key, value, "text")
            return default
        return to_string(value)

    def flag(self, key: str, default: bool = False) -> bool:
        """Return a bool; ``"true"`` and numbers will do, ``"yes"`` will not."""
        value = self.values.get(key)
        if value is None:
            return default
        if isinstance(value, bool | int):
            return bool(value)
        if isinstance(value, str) and value in _BOOLS:
            return _BOOLS[value]
        self._wrong(key, value, "true or false")
        return default

    def number(self, key: str, default: int) -> int:
        """Return a whole number; text that reads like one will do."""
        value = self.values.get(key)
        if value is None:
            return default
        whole = to_int(value)
        if whole or isinstance(value, bool | int | float) or to_string(value) in _ZEROS:
            return whole
        self._wrong(key, value, "a whole number")
        return default

    def texts(self, key: str) -> tuple[str, ...]:
        """Return a list of text; a bare string is one item."""
        value = self.values.get(key)
        if isinstance(value, dict):
            self._wrong(key, value, "a list")
            return ()
        return tuple(text for text in to_terms(value) if text)

    def choice(self, key: str, choices: tuple[str, ...]) -> str:
        """Return one of *choices* in lower case; the first is the default."""
        value = self.text(key, choices[0]).lower() or choices[0]
        if value in choices:
            return value
        self._wrong(key, value, "one of " + ", ".join(choices))
        return choices[0]

    def filled(self, key: str, defaults: Mapping[str, Any]) -> dict[str, Any]:
        """Return a sub-table laid over *defaults*, at every level, types as in *defaults*."""
        return self.table(key).over(defaults)

    def over(self, defaults: Mapping[str, Any]) -> dict[str, Any]:
        """Return the table laid over *defaults*; keys without a default are kept as they are."""
        result: dict[str, Any] = {**self.values}
        for key, default in defaults.items():
            match default:
                case dict():
                    result[key] = self.filled(key, default)
                case bool():
                    result[key] = self.flag(key, default)
                case int():
                    result[key] = self.number(key, default)
                case str():
                    result[key] = self.text(key, default)
                case list() if not isinstance(self.values.get(key), list):
                    result[key] = list(self.texts(key)) or default
                case _:
                    result.setdefault(key, default)
        return result

    def report(self, key: str, message: str) -> None:
        """Report *message* about *key*."""
        self._reports.add(f"{self._prefix}{key}", message)

    def _wrong(self, key: str, value: object, wanted: str) -> None:
        shown = to_string(value)
        kind = "a map" if isinstance(value, dict) else "a list" if isinstance(value, list) else ""
        what = kind or f'"{shown}"'
        name = ".".join(_WRITTEN.get(part, part) for part in f"{self._prefix}{key}".split("."))
        self.report(key, f"{name} is {what}, but Hugo wants {wanted}; the default is taken")
