"""Dates by example: Go's layouts, such as ``Jan 2, 2006``, for writing and reading."""

from __future__ import annotations

import re
from datetime import datetime, timedelta, timezone, tzinfo
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_PART = re.compile(
    r"January|Jan(?![a-z])|Monday|Mon(?![a-z])|MST|2006|__2|002|01|02|03|04|05|06|15"
    r"|-07:00:00|-07:00|-070000|-0700|-07|Z07:00:00|Z07:00|Z070000|Z0700|Z07"
    r"|_2(?!006)|PM|pm|[.,]0+(?!\d)|[.,]9+(?!\d)|1|2|3|4|5"
)
NAMED = {
    ":date_full": "Monday, January 2, 2006",
    ":date_long": "January 2, 2006",
    ":date_medium": "Jan 2, 2006",
    ":date_short": "1/2/06",
    ":time_full": "3:04:05 pm MST",
    ":time_long": "3:04:05 pm MST",
    ":time_medium": "3:04:05 pm",
    ":time_short": "3:04 pm",
}
"""Hugo's layouts by name, as they come out in English."""


def offset_seconds(moment: datetime) -> int:
    """Give the moment's distance to UTC in seconds."""
    return round((moment.utcoffset() or timedelta()).total_seconds())


def zone_name(moment: datetime) -> str:
    """Give the time zone's abbreviation; zones without one show their offset."""
    name = moment.tzname() or "UTC"
    return name if name.isalpha() else _offset(offset_seconds(moment), "-07")


def _offset(seconds: int, form: str) -> str:
    if form[0] == "Z" and not seconds:
        return "Z"
    sign = "-" if seconds < 0 else "+"
    hours, rest = divmod(abs(seconds), 3600)
    minutes, secs = divmod(rest, 60)
    colon = ":" if ":" in form else ""
    text = f"{sign}{hours:02d}"
    digits = len(form.replace(":", ""))
    if digits >= 5 or (digits == 3 and minutes and form == "-07 "):
        text += f"{colon}{minutes:02d}"
    if digits >= 7:
        text += f"{colon}{secs:02d}"
    return text


def _fraction(moment: datetime, form: str) -> str:
    digits = f"{moment.microsecond:06d}000"[: len(form) - 1].ljust(len(form) - 1, "0")
    if form[1] == "9":
        digits = digits.rstrip("0")
        return form[0] + digits if digits else ""
    return form[0] + digits


_WRITERS: dict[str, Callable[[datetime], str]] = {
    "January": lambda t: MONTHS[t.month - 1],
    "Jan": lambda t: MONTHS[t.month - 1][:3],
    "Monday": lambda t: WEEKDAYS[t.weekday()],
    "Mon": lambda t: WEEKDAYS[t.weekday()][:3],
    "MST": zone_name,
    "2006": lambda t: f"{t.year:04d}",
    "06": lambda t: f"{t.year % 100:02d}",
    "01": lambda t: f"{t.month:02d}",
    "1": lambda t: str(t.month),
    "02": lambda t: f"{t.day:02d}",
    "_2": lambda t: f"{t.day:2d}",
    "2": lambda t: str(t.day),
    "002": lambda t: f"{t.timetuple().tm_yday:03d}",
    "__2": lambda t: f"{t.timetuple().tm_yday:3d}",
    "15": lambda t: f"{t.hour:02d}",
    "03": lambda t: f"{t.hour % 12 or 12:02d}",
    "3": lambda t: str(t.hour % 12 or 12),
    "04": lambda t: f"{t.minute:02d}",
    "4": lambda t: str(t.minute),
    "05": lambda t: f"{t.second:02d}",
    "5": lambda t: str(t.second),
    "PM": lambda t: "PM" if t.hour >= 12 else "AM",
    "pm": lambda t: "pm" if t.hour >= 12 else "am",
}


def format_time(moment: datetime, layout: str) -> str:
    """Write a moment by example."""

    def write(match: re.Match[str]) -> str:
        form = match.group()
        writer = _WRITERS.get(form)
        if writer:
            return writer(moment)
        if form[0] in ".,":
            return _fraction(moment, form)
        return _offset(offset_seconds(moment), form)

    return _PART.sub(write, layout)


_READERS: dict[str, str] = {
    "January": "(?P<month_name>[A-Za-z]{3,9})",
    "Jan": "(?P<month_name>[A-Za-z]{3})",
    "Monday": "[A-Za-z]{6,9}",
    "Mon": "[A-Za-z]{3}",
    "MST": "(?P<zone>[A-Z]{3,5}|[+-]\\d\\d)",
    "2006": "(?P<year>\\d{4})",
    "06": "(?P<short_year>\\d{2})",
    "01": "(?P<month>\\d{2})",
    "1": "(?P<month>\\d{1,2})",
    "02": "(?P<day>\\d{2})",
    "_2": " ?(?P<day>\\d{1,2})",
    "2": "(?P<day>\\d{1,2})",
    "15": "(?P<hour>\\d{2})",
    "03": "(?P<hour>\\d{2})",
    "3": "(?P<hour>\\d{1,2})",
    "04": "(?P<minute>\\d{2})",
    "4": "(?P<minute>\\d{1,2})",
    "05": "(?P<second>\\d{2})(?P<fraction>[.,]\\d+)?",
    "5": "(?P<second>\\d{1,2})(?P<fraction>[.,]\\d+)?",
    "PM": "(?P<half>AM|PM)",
    "pm": "(?P<half>am|pm)",
}


def parse_time(text: str, layout: str, zone: tzinfo) -> datetime | None:
    """Read a moment by example, None if the text does not fit; `zone` is for texts without one."""
    pattern: list[str] = []
    at = 0
    for match in _PART.finditer(layout):
        pattern.append(re.escape(layout[at : match.start()]))
        at = match.end()
        form = match.group()
        if form[0] in ".,":
            continue
        reader = _READERS.get(form) or ("(?P<offset>Z|[+-]\\d\\d(?::?\\d\\d){0,2})")
        pattern.append(reader)
    pattern.append(re.escape(layout[at:]))
    try:
        found = re.fullmatch("".join(pattern), text, re.ASCII)
    except re.error:  # a part that stands twice in the layout
        return None
    return _assemble({k: v for k, v in found.groupdict().items() if v}, zone) if found else None


def _assemble(parts: dict[str, str], zone: tzinfo) -> datetime | None:
    month = int(parts.get("month", 1))
    if "month_name" in parts:
        names = [name.lower()[: len(parts["month_name"])] for name in MONTHS]
        lowered = parts["month_name"].lower()
        if lowered not in names:
            return None
        month = names.index(lowered) + 1
    year = int(parts.get("year", 0))
    if "short_year" in parts:
        short = int(parts["short_year"])
        year = short + (1900 if short >= 69 else 2000)
    hour = int(parts.get("hour", 0))
    half = parts.get("half", "").lower()
    if half:
        hour = hour % 12 + (12 if half == "pm" else 0)
    micro = int((parts.get("fraction", ".") + "000000")[1:7])
    if "offset" in parts:
        zone = _zone(parts["offset"])
    elif parts.get("zone") == "UTC":
        zone = timezone.utc  # noqa: UP017 — prints as UTC, like the alias
    try:
        return datetime(
            max(year, 1), month, int(parts.get("day", 1)), hour,
            int(parts.get("minute", 0)), int(parts.get("second", 0)), micro, zone,
        )  # fmt: skip
    except ValueError:
        return None


def _zone(text: str) -> tzinfo:
    if text == "Z":
        return timezone.utc  # noqa: UP017
    digits = text[1:].replace(":", "").ljust(6, "0")
    seconds = int(digits[:2]) * 3600 + int(digits[2:4]) * 60 + int(digits[4:6])
    if not seconds:
        return timezone.utc  # noqa: UP017
    return timezone(timedelta(seconds=-seconds if text[0] == "-" else seconds))
