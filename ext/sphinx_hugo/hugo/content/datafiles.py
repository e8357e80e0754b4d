"""The files of ``data/`` as one tree, which templates see as ``site.Data``."""

from __future__ import annotations

from functools import partial
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any

from sphinx_hugo.hugo.content.walk import find_files
from sphinx_hugo.hugo.problems import Kind, Problem
from sphinx_hugo.hugo.values.data import DataError, load_csv, load_json, load_toml, load_yaml
from sphinx_hugo.hugo.values.xmlreader import load_xml

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

    from sphinx_hugo.hugo.config.site_config import SiteConfig

MAX_BYTES = 20_000_000
"""A larger file is left out."""

_READERS: Mapping[str, Callable[..., Any]] = {
    ".yaml": load_yaml,
    ".yml": load_yaml,
    ".toml": load_toml,
    ".json": partial(load_json, only_floats=True),
}


def load_data(config: SiteConfig) -> tuple[dict[str, Any], tuple[Problem, ...]]:
    """Read all data files: folders and names without ending are keys, spelled as on disk.

    Of two files for one key the first mount's counts. What cannot be read is left out and reported.
    """
    tree: dict[str, Any] = {}
    problems: list[Problem] = []
    # Folders come after the files of their parent, so that "a.yaml" and "a/b.yaml" share a map.
    files = sorted(
        find_files(config, "data").items(), key=lambda item: (item[0].count("/"), item[0])
    )
    for name, filename in files:
        path = PurePosixPath(name)
        reader = path.suffix.lower()
        if reader not in _READERS and reader not in {".csv", ".xml"}:
            continue
        try:
            value = read_data(filename)
        except (OSError, UnicodeDecodeError, DataError) as error:
            problems.append(_problem(filename, error))
            continue
        _put(tree, (*path.parts[:-1], path.stem), value)
    return tree, tuple(problems)


def broken_files(config: SiteConfig, sound: dict[str, tuple[int, int]]) -> Iterator[Problem]:
    """Yield a problem for each file of ``data/`` and ``i18n/`` that cannot be read.

    *sound* holds file name to time and size of those that were read without a fault; they are
    not read again, and the others are added.
    """
    for component in ("data", "i18n"):
        for name, filename in sorted(find_files(config, component).items()):
            suffix = PurePosixPath(name).suffix.lower()
            if suffix not in _READERS and (component == "i18n" or suffix not in {".csv", ".xml"}):
                continue
            try:
                stat = filename.stat()
                stamp = stat.st_mtime_ns, stat.st_size
                if sound.get(str(filename)) != stamp:
                    read_data(filename)
                    sound[str(filename)] = stamp
            except (OSError, UnicodeDecodeError, DataError) as error:
                yield _problem(filename, error)


def _problem(filename: Path, error: Exception) -> Problem:
    if isinstance(error, DataError):
        text = f"the data file cannot be read: {error.message}; it is left out"
        return Problem(Kind.CONFIG, text, filename, error.line)
    return Problem(Kind.CONFIG, f"the data file cannot be read: {error}; it is left out", filename)


def read_data(filename: Path) -> Any:
    """Return what a YAML, TOML, JSON, XML or CSV file holds, keys as written.

    :raises DataError: if it cannot be parsed
    :raises OSError: if it cannot be read, or is too large
    :raises UnicodeDecodeError: if it is not UTF-8
    """
    if filename.stat().st_size > MAX_BYTES:
        raise OSError(f"it has more than {MAX_BYTES} bytes")
    text = filename.read_text(encoding="utf-8-sig")
    suffix = filename.suffix.lower()
    if suffix == ".xml":
        return load_xml(text)
    if suffix == ".csv":
        return load_csv(text)
    return _READERS[suffix](text, keep_case=True)


def _put(tree: dict[str, Any], keys: tuple[str, ...], value: Any) -> None:
    here = tree
    for key in keys[:-1]:
        below = here.setdefault(key, {})
        if not isinstance(below, dict):
            return
        here = below
    known = here.get(keys[-1])
    if isinstance(known, dict) and isinstance(value, dict):
        here[keys[-1]] = {**value, **known}
    else:
        here.setdefault(keys[-1], value)
