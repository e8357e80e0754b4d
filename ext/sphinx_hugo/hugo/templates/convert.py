"""From the data of configuration, front matter and data files to values of templates."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime, time

from .times import LocalTime, Time
from .values import Params


def to_value(raw: object, *, params: bool = False, depth: int = 60) -> object:
    """Convert what the readers give: tuples to lists, dates to times, mappings to maps.

    :param params: make maps that disregard case, except inside of lists
    """
    if isinstance(raw, Mapping) and depth:
        return _map(raw, params, depth)
    if isinstance(raw, (list, tuple)) and depth:
        return [to_value(item, depth=depth - 1) for item in raw]
    if isinstance(raw, datetime):
        return Time(raw) if raw.tzinfo else LocalTime(raw, "2006-01-02T15:04:05")
    if isinstance(raw, date):
        return LocalTime(datetime(raw.year, raw.month, raw.day, tzinfo=UTC), "2006-01-02")
    return raw.isoformat() if isinstance(raw, time) else raw


def _map(raw: Mapping[object, object], params: bool, depth: int) -> dict[str, object]:
    result: dict[str, object] = Params() if params else {}
    for key, value in raw.items():
        name = str(key).lower() if params else str(key)
        result[name] = to_value(value, params=params, depth=depth - 1)
    return result


def to_params(raw: Mapping[str, object]) -> Params:
    """Convert a mapping to `Params`."""
    value = to_value(raw, params=True)
    assert isinstance(value, Params)
    return value
