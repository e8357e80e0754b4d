"""Data as YAML and TOML, for ``transform.Remarshal``."""

from __future__ import annotations

import yaml

from ..convert import to_value
from ..errors import FunctionError
from ..jsontext import encode_json
from ..times import Time


def write_yaml(value: object) -> str:
    """Write a value as YAML, keys sorted."""
    return yaml.safe_dump(_bare(value), sort_keys=True, allow_unicode=True, indent=2)


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
    return value.moment if isinstance(value, Time) else value


def write_toml(value: object) -> str:
    """Write a map as TOML, keys sorted.

    :raises FunctionError: for other values, which TOML cannot say
    """
    value = to_value(value)
    if not isinstance(value, dict):
        msg = "only a map can be written as TOML"
        raise FunctionError(msg)
    return "\n".join(_table(value, "")) + "\n"


def _table(table: dict[str, object], prefix: str) -> list[str]:
    if prefix.count(".") > 60:
        msg = "the value is nested too deep"
        raise FunctionError(msg)
    lines = [
        f"{key} = {_inline(value)}"
        for key, value in sorted(table.items())
        if not isinstance(value, dict)
    ]
    for key, value in sorted(table.items()):
        if isinstance(value, dict):
            lines += [f"[{prefix}{key}]", *_table(value, f"{prefix}{key}.")]
    return lines


def _inline(value: object) -> str:
    if isinstance(value, Time):
        return value.format("2006-01-02T15:04:05Z07:00")
    return encode_json(value, escape_html=False)
