"""Dates of pages: how Hugo reads them, and from which field each of the four is taken."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from sphinx_hugo.hugo.values.coercion import to_string, to_string_list

if TYPE_CHECKING:
    from collections.abc import Mapping

_DAY = r"(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)"
_TIME = r"(?P<hour>\d\d?):(?P<minute>\d\d):(?P<second>\d\d)(?:[.,](?P<fraction>\d+))?"
_OFFSET = r"(?P<offset>[-+]\d\d:?\d\d)"
_ZONE_NAME = r"[A-Z]{3,4}"
_WEEKDAY = r"(?:mon|tue|wed|thu|fri|sat|sun)"
_LONG_WEEKDAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_MONTH = r"(?P<month>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)"
_YEAR2 = r"(?P<year>\d\d)"

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")

# The zone *names* of the older layouts say nothing: Hugo takes the site's time zone for them.
_LAYOUTS = (
    re.compile(rf"{_DAY}(?:T{_TIME}(?:Z|{_OFFSET})?)?", re.ASCII),
    re.compile(rf"{_DAY} {_TIME}(?:Z|(?P<offset>[-+]\d\d:\d\d))?", re.ASCII),
    re.compile(rf"{_DAY} {_TIME} {_OFFSET}(?: (?:{_ZONE_NAME}|\+0000))?", re.ASCII),
    re.compile(rf"(?P<day>\d\d) {_MONTH} (?P<year>\d{{4}})", re.ASCII | re.IGNORECASE),
    re.compile(
        rf"{_WEEKDAY}, (?P<day>\d\d) {_MONTH} (?P<year>\d{{4}}) {_TIME} "
        rf"(?:{_ZONE_NAME}|(?P<offset>[-+]\d{{4}}))",
        re.ASCII | re.IGNORECASE,
    ),
    re.compile(
        rf"(?P<day>\d\d) {_MONTH} {_YEAR2} (?P<hour>\d\d?):(?P<minute>\d\d) "
        rf"(?:{_ZONE_NAME}|(?P<offset>[-+]\d{{4}}))",
        re.ASCII | re.IGNORECASE,
    ),
    re.compile(
        rf"{_LONG_WEEKDAY}, (?P<day>\d\d)-{_MONTH}-{_YEAR2} {_TIME} {_ZONE_NAME}",
        re.ASCII | re.IGNORECASE,
    ),
    re.compile(
        rf"{_WEEKDAY} {_MONTH} (?P<day>[ ]?\d|\d\d) {_TIME} "
        rf"(?:{_ZONE_NAME} |(?P<offset>[-+]\d{{4}}) )?(?P<year>\d{{4}})",
        re.ASCII | re.IGNORECASE,
    ),
)
_FILE_DATE = re.compile(r"(\d{4}-\d\d-\d\d)(?:.(\d\d)-(\d\d)-(\d\d))?", re.ASCII)

_NO_DATE = datetime(1, 1, 1, tzinfo=UTC)
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


class DateError(ValueError):
    """A value Hugo cannot read as a date."""


@dataclass(frozen=True, slots=True)
class DateSources:
    """For each of the four dates the places to look in, first value wins.

    A place is a front matter key in lower case, or ``:filename``, ``:filemodtime``, ``:git``.
    """

    date: tuple[str, ...] = ("date", "publishdate", "pubdate", "published", "lastmod", "modified")
    lastmod: tuple[str, ...] = (
        ":git",
        "lastmod",
        "modified",
        "date",
        "publishdate",
        "pubdate",
        "published",
    )
    publish_date: tuple[str, ...] = ("publishdate", "pubdate", "published", "date")
    expiry_date: tuple[str, ...] = ("expirydate", "unpublishdate")


_DEFAULT_SOURCES = DateSources()
_SYNONYMS = {
    "lastmod": ("modified",),
    "publishdate": ("pubdate", "published"),
    "expirydate": ("unpublishdate",),
}


@dataclass(frozen=True, slots=True)
class PageDates:
    """The four dates of a page; None where there is none."""

    date: datetime | None = None
    lastmod: datetime | None = None
    publish_date: datetime | None = None
    expiry_date: datetime | None = None
    slug: str = ""
    """What is left of the file name, if ``:filename`` gave a date; empty otherwise."""


def read_sources(settings: Mapping[str, Any]) -> DateSources:
    """Return the sources that the ``[frontmatter]`` table *settings* asks for."""
    return DateSources(
        date=_expand(settings.get("date"), _DEFAULT_SOURCES.date),
        lastmod=_expand(settings.get("lastmod"), _DEFAULT_SOURCES.lastmod),
        publish_date=_expand(settings.get("publishdate"), _DEFAULT_SOURCES.publish_date),
        expiry_date=_expand(settings.get("expirydate"), _DEFAULT_SOURCES.expiry_date),
    )


def git_last(sources: DateSources) -> DateSources:
    """Return the sources with Git after what the front matter says of the last change."""
    said = [place for place in sources.lastmod if place in {"lastmod", "modified"}]
    rest = [place for place in sources.lastmod if place not in {*said, ":git"}]
    return replace(sources, lastmod=(*said, ":git", *rest))


def _expand(setting: object, default: tuple[str, ...]) -> tuple[str, ...]:
    """Fill in ``:default`` and the synonyms of a key; nothing given means the default."""
    places: list[str] = []
    for name in map(str.lower, to_string_list(setting)):
        places += default if name == ":default" else (name, *_SYNONYMS.get(name, ()))
    return tuple(dict.fromkeys(places)) or default


def parse_date(value: object, zone: tzinfo) -> datetime | None:
    """Return *value* as a point in time with a time zone, None if it is unset (None or "").

    Text without a time zone is in *zone*; integers are seconds since 1970. The first day of the
    year 1, midnight UTC, is Hugo's "no date" and gives None too.
    Raises :class:`DateError` for what Hugo cannot read.
    """
    try:
        result = _parse(value, zone)
    except (ValueError, OverflowError) as error:
        raise DateError(f"{value!r} is no date") from error
    return None if result == _NO_DATE else result


def _parse(value: object, zone: tzinfo) -> datetime | None:
    if value is None or value == "":
        return None
    if isinstance(value, str):
        return _parse_text(value, zone)
    if isinstance(value, datetime):
        return value if value.tzinfo else value.replace(tzinfo=zone)
    elif isinstance(value, date):
        return datetime.combine(value, time(), tzinfo=zone)
    elif isinstance(value, int) and not isinstance(value, bool):
        return _EPOCH + timedelta(seconds=value)
    raise DateError("no layout fits")


@lru_cache(maxsize=256)  # one date of a page is asked for in several places
def _parse_text(text: str, zone: tzinfo) -> datetime:
    for layout in _LAYOUTS:
        if match := layout.fullmatch(text):
            return _from_match(match, zone)
    raise DateError("no layout fits")


def _from_match(match: re.Match[str], zone: tzinfo) -> datetime:
    parts = {key: text for key, text in match.groupdict().items() if text is not None}
    month = parts["month"].lower()
    year = int(parts["year"])
    if len(parts["year"]) == 2:
        year += 2000 if year < 69 else 1900
    offset = parts.get("offset")
    return datetime(
        year,
        _MONTHS.index(month) + 1 if month in _MONTHS else int(month),
        int(parts["day"]),
        int(parts.get("hour", 0)),
        int(parts.get("minute", 0)),
        int(parts.get("second", 0)),
        int(parts.get("fraction", "")[:6].ljust(6, "0")),
        tzinfo=_offset_zone(offset) if offset else UTC if match[0].endswith("Z") else zone,
    )


def _offset_zone(text: str) -> tzinfo:
    hours, minutes = int(text[1:3]), int(text[-2:])
    if minutes > 59:
        raise DateError("no such time zone")
    offset = timedelta(hours=hours, minutes=minutes)
    return timezone(-offset if text[0] == "-" else offset)


def read_dates(
    fields: Mapping[str, Any],
    sources: DateSources,
    zone: tzinfo,
    *,
    base_name: str = "",
    modified: datetime | None = None,
    git_date: datetime | None = None,
    problems: dict[str, str] | None = None,
) -> PageDates:
    """Return the four dates that front matter *fields* (keys in lower case) give.

    *base_name* is the file name without extension and language (a leaf bundle: its directory's);
    *modified* and *git_date* stand for ``:fileModTime`` and ``:git``.
    A field that is no date is skipped, and a message about it is put into *problems*, by field.
    """
    reader = _DateReader(
        dict(fields), zone, base_name, {":filemodtime": modified, ":git": git_date}
    )
    # In this order: a date that was found is a field for those after it, if the page has none.
    dates = PageDates(
        date=reader.read("date", sources.date),
        lastmod=reader.read("lastmod", sources.lastmod),
        publish_date=reader.read("publishdate", sources.publish_date),
        expiry_date=reader.read("expirydate", sources.expiry_date),
        slug=reader.slug,
    )
    if problems is not None:
        problems.update(reader.messages)
    return dates


@dataclass(slots=True)
class _DateReader:
    """Goes through the sources of one page."""

    fields: dict[str, Any]
    zone: tzinfo
    base_name: str
    stamps: Mapping[str, datetime | None]
    slug: str = ""
    messages: dict[str, str] = field(default_factory=dict)

    def read(self, key: str, places: tuple[str, ...]) -> datetime | None:
        for place in places:
            found = self._from_file(place) if place[0] == ":" else self._from_field(place)
            if found is not None:
                self.fields.setdefault(key, found)
                return found
        return None

    def _from_file(self, place: str) -> datetime | None:
        if place != ":filename":
            return self.stamps.get(place)
        found = date_of_file_name(self.base_name, self.zone)
        if found is None:
            return None
        moment, self.slug = found
        return moment

    def _from_field(self, key: str) -> datetime | None:
        value = self.fields.get(key)
        try:
            return parse_date(value, self.zone)
        except DateError:
            self.messages[key] = _message(key, value)
            del self.fields[key]
            return None


def _message(key: str, value: object) -> str:
    shown = to_string(value)
    what = f'"{shown}"' if shown else f"a {type(value).__name__}"
    if key == "published" and isinstance(value, bool):
        return (
            f'the field "published" is {shown}, but Hugo reads it as a date; '
            f'write "draft: {str(not value).lower()}"'
        )
    return (
        f'the field "{key}" is {what}, not a date; write it like 2024-12-31 or 2024-12-31T23:59:59Z'
    )


def date_of_file_name(base_name: str, zone: tzinfo) -> tuple[datetime, str] | None:
    """Return the date at the very start of a file name and the rest as slug; None without date.

    ``2024-01-02-hello`` and ``2024-01-02-10-11-12-hello`` have one, ``hello-2024-01-02`` has not.
    """
    match = _FILE_DATE.match(base_name)
    if match is None:
        return None
    clock = match[2] and f"T{match[2]}:{match[3]}:{match[4]}"
    for text, end in ((f"{match[1]}{clock}", match.end()), (match[1], match.end(1))):
        try:
            moment = parse_date(text, zone)
        except DateError:
            continue
        if moment is not None:
            return moment, base_name[end:].strip(" -_")
    return None
