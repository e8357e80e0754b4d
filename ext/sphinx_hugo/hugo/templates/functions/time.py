"""``time`` and its short names."""

from __future__ import annotations

from datetime import UTC
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from ..casts import to_int, to_string
from ..durations import Duration, parse_duration
from ..errors import FunctionError
from ..layouts import NAMED
from ..times import Time, to_time
from .registry import Namespace

if TYPE_CHECKING:
    from ..runtime import Runtime

TIME = Namespace("time")


@TIME.add("AsTime", "time")
def _as_time(runtime: Runtime, value: object, zone: object = None) -> Time:
    name = to_string(zone)
    if not name:
        return to_time(value, runtime.host.site.config.time_zone)
    try:
        return to_time(value, ZoneInfo(name))
    except (OSError, ValueError, LookupError) as error:
        msg = f"unknown time zone {name!r}"
        raise FunctionError(msg) from error


@TIME.add("In")
def _in(zone: object, value: object) -> Time:
    try:
        return Time(to_time(value).moment.astimezone(ZoneInfo(to_string(zone))))
    except (OSError, ValueError, LookupError) as error:
        msg = f"unknown time zone {to_string(zone)!r}"
        raise FunctionError(msg) from error


@TIME.add("Now", "now")
def _now(runtime: Runtime) -> Time:
    return Time(runtime.host.now)


@TIME.add("Format", "dateFormat")
def _format(runtime: Runtime, layout: object, value: object) -> str:
    moment = to_time(value, runtime.host.site.config.time_zone)
    example = to_string(layout)
    return moment.format(NAMED.get(example, example))


_UNITS = {
    "nanosecond": 1, "ns": 1, "microsecond": 1000, "us": 1000, "µs": 1000, "millisecond": 10**6,
    "ms": 10**6, "second": 10**9, "s": 10**9, "minute": 60 * 10**9, "m": 60 * 10**9,
    "hour": 3600 * 10**9, "h": 3600 * 10**9,
}  # fmt: skip


@TIME.add("Duration", "duration")
def _duration(unit: object, count: object) -> Duration:
    factor = _UNITS.get(to_string(unit))
    if factor is None:
        msg = f"{to_string(unit)!r} is not a valid duration unit"
        raise FunctionError(msg)
    return Duration(to_int(count) * factor)


@TIME.add("ParseDuration")
def _parse_duration(text: object) -> Duration:
    return parse_duration(to_string(text))


@TIME.add("Unix")
def _unix(seconds: object) -> Time:
    return Time(to_time(to_int(seconds)).moment.astimezone(UTC))
