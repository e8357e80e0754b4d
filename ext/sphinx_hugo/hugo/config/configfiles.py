"""Configuration files: which ones Hugo reads, in which order, and what it makes of them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sphinx_hugo.hugo.disk import is_inside
from sphinx_hugo.hugo.values.data import LOADERS, DataError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

_ROOT_NAMES = ("hugo", "config")
_DEFAULT_DIR = "_default"


class ConfigError(ValueError):
    """A configuration file that cannot be read at all."""

    def __init__(self, message: str, filename: Path, line: int | None) -> None:
        super().__init__(f"{filename}:{line}: {message}" if line else f"{filename}: {message}")
        self.message = message
        self.filename = filename
        self.line = line
        """1-based; None if the whole file is meant."""


@dataclass(frozen=True, slots=True)
class ConfigFiles:
    """The configuration of one component, its files laid over each other."""

    values: dict[str, Any]
    """Keys in lower case, except inside lists."""
    sources: tuple[tuple[Path, str], ...]
    """Each file that was read, with its text."""

    @property
    def files(self) -> tuple[Path, ...]:
        """The files that were read, in order."""
        return tuple(filename for filename, _text in self.sources)


def read_config_files(directory: Path, environment: str) -> ConfigFiles:
    """Read what configures the site or theme in *directory*; no file at all is fine.

    The first of ``hugo.*`` and ``config.*``, then the files of ``config/_default``, then those of
    ``config/ENVIRONMENT``. Raises :class:`ConfigError`.
    """
    values: dict[str, Any] = {}
    sources: list[tuple[Path, str]] = []
    first = _first_file(directory)
    if first is not None:
        values = _read_map(first, directory, sources)
    for name in dict.fromkeys((_DEFAULT_DIR, environment)):
        if not _is_plain_name(name):
            continue
        top = directory / "config" / name
        for filename in _files_below(top):
            if _extension(filename) in LOADERS:
                values = overlay(values, _read_part(filename, directory, sources))
    return ConfigFiles(values, tuple(sources))


def overlay(below: Mapping[str, Any], above: Mapping[str, Any]) -> dict[str, Any]:
    """Return the two maps as one: *above* wins, maps are laid over each other key by key."""
    result = dict(below)
    for key, value in above.items():
        old = result.get(key)
        is_map = isinstance(value, dict)
        result[key] = overlay(old, value) if is_map and isinstance(old, dict) else value
    return result


def line_of_key(text: str, key: str) -> int | None:
    """Return the 1-based line on which a configuration text seems to set *key*, None if nowhere."""
    name = re.escape(key)
    pattern = rf"^[ \t]*(?:\[+[^\]\n]*\b{name}\b|[\"']?{name}[\"']?[ \t]*[:=]|\{{[ \t]*\"{name}\")"
    match = re.search(pattern, text, re.MULTILINE | re.IGNORECASE)
    return None if match is None else text.count("\n", 0, match.start()) + 1


def _first_file(directory: Path) -> Path | None:
    for name in _ROOT_NAMES:
        for extension in LOADERS:
            filename = directory / f"{name}.{extension}"
            if filename.is_file():
                return filename
    return None


def _extension(filename: Path) -> str:
    return filename.suffix[1:].lower()


def _is_plain_name(name: str) -> bool:
    return name not in {"", ".", ".."} and "/" not in name and "\\" not in name


def _files_below(directory: Path) -> Iterator[Path]:
    """Yield files in the order in which Hugo walks: by name, sub-directories among them."""
    try:
        entries = sorted(directory.iterdir(), key=lambda entry: entry.name)
    except OSError:
        return
    for entry in entries:
        if entry.is_dir():
            if not entry.is_symlink():
                yield from _files_below(entry)
        else:
            yield entry


def _read_map(filename: Path, directory: Path, sources: list[tuple[Path, str]]) -> dict[str, Any]:
    if not is_inside(filename, directory):
        message = "the file is a symbolic link to a place outside the site; put a copy here"
        raise ConfigError(message, filename, None)
    if not filename.is_file():  # a pipe, of which nothing may ever come
        raise ConfigError("the file cannot be read: it is no regular file", filename, None)
    try:
        text = filename.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError(f"the file cannot be read: {error}", filename, None) from error
    sources.append((filename, text))
    try:
        value = LOADERS[_extension(filename)](text)
    except DataError as error:
        message = f"the file cannot be read: {error.message}"
        raise ConfigError(message, filename, error.line) from error
    if value is None:
        return {}
    if not isinstance(value, dict):
        raise ConfigError("the file must hold keys and values, not a list or text", filename, 1)
    return value


def _read_part(filename: Path, directory: Path, sources: list[tuple[Path, str]]) -> dict[str, Any]:
    """Return the file of a configuration directory, put below the key its name stands for.

    ``params.toml`` is ``params``; ``params.en.toml`` is ``languages.en.params``;
    ``languages.en.toml`` is ``languages.en``; ``hugo.toml`` is the root.
    """
    value = _read_map(filename, directory, sources)
    name, dot, language = filename.stem.lower().rpartition(".")
    if not dot:
        name, language = language, ""
    key = "menus" if name == "menu" else name
    if set(value) == {name} or set(value) == {key}:
        (inner,) = value.values()
        # A menu or another list may be called like the file; only a wrapped map is unwrapped.
        if isinstance(inner, dict) and name not in _ROOT_NAMES:
            value = inner
    if name not in _ROOT_NAMES and not (language and name == "languages"):
        value = {key: value}
    return {"languages": {language: value}} if language else value
