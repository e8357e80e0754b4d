"""Readers for YAML, TOML, JSON and Org keywords: text in, plain Python data out.

All lower-case the keys at every map level, but not inside lists, as Hugo does with front matter
and configuration; ``keep_case=True`` leaves them, as in data files.
"""

from __future__ import annotations

import csv
import io
import json
import re
import tomllib
from typing import TYPE_CHECKING, Any, NoReturn, TypeAlias

from sphinx_hugo.hugo.values.tomlcompat import to_toml_1_0
from sphinx_hugo.hugo.values.yamlreader import YamlError, read_yaml

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

Value: TypeAlias = Any
"""What the readers give: None, bool, int, float, str, a date or time, a list or a map."""


class DataError(ValueError):
    """Text that cannot be read."""

    def __init__(self, message: str, line: int, column: int) -> None:
        super().__init__(message)
        self.message = message
        self.line = line
        """1-based, in the text that was given."""
        self.column = column
        """1-based."""


def lower_keys(value: Value) -> Value:
    """Return *value* with the keys of its maps in lower case, except in maps inside lists."""
    if isinstance(value, dict):
        return {str(key).lower(): lower_keys(item) for key, item in value.items()}
    return value


def load_yaml(text: str, *, keep_case: bool = False) -> Value:
    """Return the first document of a YAML text; None if it is empty. Raises :class:`DataError`."""
    try:
        value = read_yaml(text)
    except YamlError as error:
        raise DataError(error.message, error.line, error.column) from error
    return value if keep_case else lower_keys(value)


_TOML_PLACE = re.compile(r"\s*\(at (?:line (\d+), column (\d+)|end of document)\)$")


def load_toml(text: str, *, keep_case: bool = False) -> Value:
    """Return a TOML document; raises :class:`DataError`.

    Dates and times come as the types of :mod:`datetime`.
    """
    text = text.replace("\r\n", "\n")
    try:
        value = _parse_toml(text)
    except (ValueError, RecursionError) as error:
        if "{" not in text:  # what Hugo takes beyond TOML 1.0 has to do with inline tables
            raise _toml_error(error, text) from error
        try:
            value = _parse_toml(to_toml_1_0(text))
        except (ValueError, RecursionError):
            raise _toml_error(error, text) from error
    return value if keep_case else lower_keys(value)


def _parse_toml(text: str) -> dict[str, Any]:
    return tomllib.loads(text)


def _toml_error(error: Exception, text: str) -> DataError:
    if isinstance(error, RecursionError):
        return DataError("values are nested too deep", 1, 1)
    message = str(error)
    place = _TOML_PLACE.search(message)
    if place is None:
        return DataError(message, 1, 1)
    message = message[: place.start()]
    if place[1] is None:
        lines = text.rstrip("\n").split("\n")
        return DataError(message, len(lines), len(lines[-1]) + 1)
    return DataError(message, int(place[1]), int(place[2]))


def load_json(text: str, *, keep_case: bool = False, only_floats: bool = False) -> Value:
    """Return a JSON value; raises :class:`DataError`.

    :param only_floats: make every number a float, as templates see data files
    """
    parse_int = float if only_floats else _parse_json_int
    try:
        value = json.loads(text, parse_constant=_refuse_constant, parse_int=parse_int)
    except json.JSONDecodeError as error:
        raise DataError(error.msg, error.lineno, error.colno) from error
    except RecursionError as error:
        raise DataError("values are nested too deep", 1, 1) from error
    except ValueError as error:
        raise DataError(str(error), 1, 1) from error
    return value if keep_case else lower_keys(value)


def _refuse_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is no JSON value")


def _parse_json_int(digits: str) -> int | float:
    """Return a whole number of at most 64 bits; a longer one as a float, like all of Hugo's."""
    whole = int(digits) if len(digits) <= 20 else 0
    return whole if str(whole) == digits else float(digits)


_ORG_KEYWORD = re.compile(r"[ \t]*#\+([^:\s]+):[ \t]*(.*)")
_ORG_TIMESTAMP = re.compile(r"<(\d{4}-\d\d-\d\d)(?: [^>]*)?>")
_ORG_DATES = frozenset({"date", "lastmod", "publishdate", "expirydate"})


def load_org(text: str, *, keep_case: bool = False) -> dict[str, Any]:
    """Return Org keywords (``#+key: value``); keys are in lower case either way.

    Values are text. ``#+key[]: a b`` and ``#+filetags: :a:b:`` give lists, and so does a key
    that is repeated. Lines that are no keyword are skipped.
    """
    result: dict[str, Any] = {}
    for line in text.splitlines():
        keyword = _ORG_KEYWORD.fullmatch(line)
        if keyword is None:
            continue
        key, written = keyword[1].lower(), keyword[2].strip()
        value: Any = written
        if key.endswith("[]"):
            key, value = key[:-2], written.split()
        elif key == "filetags":
            value = [tag for tag in written.split(":") if tag]
        elif key in _ORG_DATES and (stamp := _ORG_TIMESTAMP.match(written)):
            value = stamp[1]
        earlier = result.get(key)
        if isinstance(value, str) and isinstance(earlier, list):
            earlier.append(value)
        elif isinstance(value, str) and earlier is not None:
            result[key] = [earlier, value]
        else:
            result[key] = value
    return result


def load_csv(text: str, delimiter: str = ",") -> list[list[str]]:
    """Return the rows of a CSV file but for empty ones; raises :class:`DataError`."""
    line = 1
    try:
        rows = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
        found = []
        for row in rows:
            line = rows.line_num + 1
            if row:
                found.append(row)
    except (csv.Error, TypeError, ValueError) as error:
        raise DataError(f"not CSV: {error}", line, 1) from error
    return found


LOADERS: Mapping[str, Callable[[str], Value]] = {
    "toml": load_toml,
    "yaml": load_yaml,
    "yml": load_yaml,
    "json": load_json,
}
"""Reader of a file by its extension, in the order in which Hugo looks for ``hugo.*``."""
