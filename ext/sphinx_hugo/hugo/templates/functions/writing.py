"""Data as YAML and TOML, for ``transform.Remarshal``."""

from __future__ import annotations

import math
import re

import yaml

from ..convert import to_value
from ..errors import FunctionError
from ..jsontext import encode_json
from ..printing import full_float
from ..times import LocalTime, Time


def write_yaml(value: object) -> str:
    """Write a value as YAML, keys sorted."""
    return yaml.dump(
        _bare(value), Dumper=_Dumper, sort_keys=True, allow_unicode=True, indent=2, width=1_000_000
    )


class _Dumper(yaml.SafeDumper):
    """Writes text of several lines as a block."""


def _write_text(dumper: yaml.SafeDumper, text: str) -> yaml.Node:
    style = "|" if "\n" in text else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


class _Stamp(str):
    """A moment, which stands without quotes."""

    __slots__ = ()


def _write_stamp(dumper: yaml.SafeDumper, text: _Stamp) -> yaml.Node:
    return dumper.represent_scalar("tag:yaml.org,2002:timestamp", str(text))


_Dumper.add_representer(str, _write_text)
_Dumper.add_representer(_Stamp, _write_stamp)


def _bare(value: object, depth: int = 0) -> object:
    """Give plain Python data."""
    if depth > 60:
        msg = "the value is nested too deep"
        raise FunctionError(msg)
    if isinstance(value, dict):
        return {str(key): _bare(item, depth + 1) for key, item in value.items()}
    if isinstance(value, list):
        return [_bare(item, depth + 1) for item in value]
    if isinstance(value, str):
        return str(value)
    if isinstance(value, LocalTime):
        return value.display()
    if isinstance(value, Time):
        return _Stamp(value.format("2006-01-02T15:04:05Z07:00"))
    return value


def write_toml(value: object) -> str:
    """Write a map as TOML, keys sorted.

    :raises FunctionError: for other values, which TOML cannot say
    """
    value = to_value(value)
    if not isinstance(value, dict):
        msg = "only a map can be written as TOML"
        raise FunctionError(msg)
    return "".join(_table(value, "")) if value else ""


def _table(table: dict[str, object], prefix: str) -> list[str]:
    """Write a table: its own values first, then the tables in it, each after a blank line."""
    depth = prefix.count(".")
    if depth > 60:
        msg = "the value is nested too deep"
        raise FunctionError(msg)
    indent = "  " * depth
    lines: list[str] = []
    below: list[str] = []
    for key, value in sorted(table.items()):
        name = prefix + _key(key)
        if isinstance(value, dict):
            below += [f"\n{indent}[{name}]\n", *_table(value, f"{name}.")]
        elif isinstance(value, list) and value and all(isinstance(it, dict) for it in value):
            for item in value:
                assert isinstance(item, dict)
                below += [f"\n{indent}[[{name}]]\n", *_table(item, f"{name}.")]
        elif value is not None:
            lines.append(f"{indent}{_key(key)} = {_inline(value)}\n")
    if not lines and not prefix and below:
        below[0] = below[0].removeprefix("\n")
    return lines + below


_BARE_KEY = re.compile(r"[A-Za-z0-9_-]+")


def _key(key: str) -> str:
    return key if _BARE_KEY.fullmatch(key) else _text(key)


def _text(text: str) -> str:
    plain = "'" not in text and text.isprintable()
    return f"'{text}'" if plain else encode_json(text, escape_html=False)


def _inline(value: object) -> str:
    if isinstance(value, LocalTime):
        return value.display()
    if isinstance(value, Time):
        return value.format("2006-01-02T15:04:05Z07:00")
    if isinstance(value, str):
        return _text(str(value))
    if isinstance(value, float):
        shown = full_float(value) if math.isfinite(value) else "nan"
        return shown
    if isinstance(value, list):
        return f"[{', '.join(_inline(item) for item in value)}]"
    if isinstance(value, dict):
        pairs = [f"{_key(key)} = {_inline(item)}" for key, item in sorted(value.items())]
        return "{" + ", ".join(pairs) + "}"
    return encode_json(value, escape_html=False)
