"""``time.Time`` as templates see it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, tzinfo

from .calendar_words import Month, Weekday
from .durations import Duration
from .errors import FunctionError
from .exposed import Exposed, exposed
from .layouts import format_time, offset_seconds, parse_time, zone_name
from .values import SafeText

_FORMATS = (
    "2006-01-02T15:04:05Z07:00",
    "2006-01-02T15:04:05",
    "Mon, 02 Jan 2006 15:04:05 -0700",
    "Mon, 02 Jan 2006 15:04:05 MST",
    "02 Jan 06 15:04 -0700",
    "02 Jan 06 15:04 MST",
    "Monday, 02-Jan-06 15:04:05 MST",
    "Mon Jan _2 15:04:05 2006",
    "Mon Jan _2 15:04:05 MST 2006",
    "2006-01-02 15:04:05 -0700 MST",
    "2006-01-02",
    "02 Jan 2006",
    "2006-01-02T15:04:05-0700",
    "2006-01-02 15:04:05 -07:00",
    "2006-01-02 15:04:05 -0700",
    "2006-01-02 15:04:05Z0700",
    "2006-01-02 15:04:05",
)
_ZERO = datetime(1, 1, 1, tzinfo=UTC)


class Time(Exposed):
    """A moment; microseconds are the finest it knows."""

    GO_TYPE = "time.Time"

    def __init__(self, moment: datetime | None) -> None:
        if moment is not None and moment.tzinfo is None:
            moment = moment.replace(tzinfo=UTC)
        self.moment = moment or _ZERO

    def __eq__(self, other: object) -> bool:
        """Say whether both are the same."""
        return isinstance(other, Time) and self.moment == other.moment

    def __hash__(self) -> int:
        """Go with ``__eq__``."""
        return hash(self.moment)

    @exposed("IsZero")
    def is_zero(self) -> bool:
        """Say whether it is Go's zero time, the first of January of year one."""
        return self.moment == _ZERO

    @exposed("String")
    def display(self) -> str:
        """Write it in full, as Go prints times."""
        fraction = f".{self.moment.microsecond:06d}".rstrip("0") if self.moment.microsecond else ""
        name = zone_name(self.moment)
        if not name.isalpha():
            name = format_time(self.moment, "-0700")
        return (
            format_time(self.moment, "2006-01-02 15:04:05")
            + fraction
            + format_time(self.moment, " -0700 ")
            + name
        )

    @exposed("Format")
    def format(self, layout: object) -> str:
        """Write it by example."""
        return format_time(self.moment, str(layout))

    @exposed("Year")
    def year(self) -> int:
        """Give the year."""
        return self.moment.year

    @exposed("Month")
    def month(self) -> int:
        """Give the month, which prints as its name."""
        return Month(self.moment.month)

    @exposed("Day")
    def day(self) -> int:
        """Give the day of the month."""
        return self.moment.day

    @exposed("Hour")
    def hour(self) -> int:
        """Give the hour of the day."""
        return self.moment.hour

    @exposed("Minute")
    def minute(self) -> int:
        """Give the minute of the hour."""
        return self.moment.minute

    @exposed("Second")
    def second(self) -> int:
        """Give the second of the minute."""
        return self.moment.second

    @exposed("Nanosecond")
    def nanosecond(self) -> int:
        """Give the nanosecond of the second."""
        return self.moment.microsecond * 1000

    @exposed("Weekday")
    def weekday(self) -> int:
        """Give the day of the week, Sunday is 0; it prints as its name."""
        return Weekday(self.moment.isoweekday() % 7)

    @exposed("YearDay")
    def year_day(self) -> int:
        """Give the day of the year, from 1."""
        return self.moment.timetuple().tm_yday

    @exposed("Unix")
    def unix(self) -> int:
        """Give the seconds since 1970."""
        return self.unix_nano() // 10**9

    @exposed("UnixMilli")
    def unix_milli(self) -> int:
        """Give the milliseconds since 1970."""
        return self.unix_nano() // 10**6

    @exposed("UnixNano")
    def unix_nano(self) -> int:
        """Give the nanoseconds since 1970."""
        span = self.moment - datetime(1970, 1, 1, tzinfo=UTC)
        return (span.days * 86400 + span.seconds) * 10**9 + span.microseconds * 1000

    @exposed("UnixMicro")
    def unix_micro(self) -> int:
        """Give the microseconds since 1970."""
        return self.unix_nano() // 1000

    @exposed("Location")
    def location(self) -> str:
        """Give the name of the time zone."""
        zone = self.moment.tzinfo
        return getattr(zone, "key", "") or zone_name(self.moment)

    @exposed("IsDST")
    def is_dst(self) -> bool:
        """Say whether it is summer time."""
        return bool(self.moment.dst())

    @exposed("UTC")
    def utc(self) -> Time:
        """Give the same moment in UTC."""
        return Time(self.moment.astimezone(UTC))

    @exposed("Local")
    def local(self) -> Time:
        """Give the same moment in UTC: the machine's zone must not show in pages."""
        return self.utc()

    @exposed("Before")
    def before(self, other: object) -> bool:
        """Say whether it is earlier than another moment."""
        return self.moment < _moment(other)

    @exposed("After")
    def after(self, other: object) -> bool:
        """Say whether it is later than another moment."""
        return self.moment > _moment(other)

    @exposed("Equal")
    def equal(self, other: object) -> bool:
        """Say whether it is the same moment, in whatever zone."""
        return self.moment == _moment(other)

    @exposed("Compare")
    def compare(self, other: object) -> int:
        """Give -1, 0 or 1: earlier, the same, later."""
        moment = _moment(other)
        return (self.moment > moment) - (self.moment < moment)

    @exposed("Sub")
    def sub(self, other: object) -> Duration:
        """Give the span since another moment."""
        span = self.moment - _moment(other)
        return Duration((span.days * 86400 + span.seconds) * 10**9 + span.microseconds * 1000)

    @exposed("Add")
    def add(self, span: object) -> Time:
        """Give the moment a span later."""
        if not isinstance(span, Duration):
            msg = 'Add takes a duration: write (time.ParseDuration "1h")'
            raise FunctionError(msg)
        return self._moved(timedelta(microseconds=span.nanoseconds // 1000))

    @exposed("AddDate")
    def add_date(self, years: object, months: object, days: object) -> Time:
        """Give the moment some years, months and days later; day 31 runs over as in Go."""
        if not (isinstance(years, int) and isinstance(months, int) and isinstance(days, int)):
            msg = "AddDate takes three whole numbers"
            raise FunctionError(msg)
        month = self.moment.month - 1 + months
        year = self.moment.year + years + month // 12
        if not 1 <= year <= 9999:
            msg = f"AddDate leads to the year {year}"
            raise FunctionError(msg)
        first = self.moment.replace(year=year, month=month % 12 + 1, day=1)
        return Time(first)._moved(timedelta(days=min(days, 10**7) + self.moment.day - 1))

    def _moved(self, span: timedelta) -> Time:
        try:
            return Time(self.moment + span)
        except OverflowError as error:
            msg = "the date is beyond the year 9999"
            raise FunctionError(msg) from error

    @exposed("Round")
    def rounded(self, span: object) -> Time:
        """Give the moment rounded to the nearest multiple of a span."""
        if not isinstance(span, Duration) or span.nanoseconds < 1000:
            return self
        return self._moved(timedelta(microseconds=span.nanoseconds // 2000)).truncate(span)

    @exposed("Truncate")
    def truncate(self, span: object) -> Time:
        """Give the moment rounded down to a multiple of a span."""
        if not isinstance(span, Duration) or span.nanoseconds < 1000:
            return self
        micros = (self.moment - _ZERO) // timedelta(microseconds=1)
        return self._moved(-timedelta(microseconds=micros % (span.nanoseconds // 1000)))


class LocalTime(Time):
    """A date of TOML without a time zone: it prints as it is written."""

    GO_TYPE = "toml.LocalDate"

    def __init__(self, moment: datetime, layout: str) -> None:
        super().__init__(moment)
        self._layout = layout

    @exposed("String")
    def display(self) -> str:
        """Give it as written."""
        return self.format(self._layout)


def _moment(value: object) -> datetime:
    if isinstance(value, Time):
        return value.moment
    msg = "expected a time: write (time.AsTime …) or (now)"
    raise FunctionError(msg)


def to_time(value: object, zone: tzinfo = UTC) -> Time:
    """Make a time of a time, a Unix number or a text in one of the usual forms.

    :raises FunctionError: if the value is none of these
    """
    if isinstance(value, Time):
        return value
    if isinstance(value, int) and not isinstance(value, bool) and abs(value) < 2 * 10**11:
        return Time(datetime(1970, 1, 1, tzinfo=UTC))._moved(timedelta(seconds=value))
    if isinstance(value, str) and not (isinstance(value, SafeText) or len(value) > 100):
        for layout in _FORMATS:
            moment = parse_time(str(value), layout, zone)
            if moment is not None:
                return Time(moment)
    msg = f"unable to parse date: {str(value)[:60]}; write it as in 2006-01-02"
    raise FunctionError(msg)


def offset_of(value: Time) -> int:
    """Give the distance to UTC in seconds."""
    return offset_seconds(value.moment)
