"""Dates: what Hugo can read, and where each of the four comes from."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.vectors import Vector, load, write_site
from sphinx_hugo.hugo.config.site_config import load_config
from sphinx_hugo.hugo.content.frontmatter import split_front_matter
from sphinx_hugo.hugo.values.dates import (
    DateError,
    DateSources,
    PageDates,
    date_of_file_name,
    parse_date,
    read_dates,
    read_sources,
)

if TYPE_CHECKING:
    from pathlib import Path

OSLO = ZoneInfo("Europe/Oslo")

# Asked of the binary with timeZone = "Europe/Oslo".
READABLE = [
    ("2024-01-02", "2024-01-02T00:00:00+01:00"),
    ("2024-07-02", "2024-07-02T00:00:00+02:00"),
    ("2024-01-02T10:11:12", "2024-01-02T10:11:12+01:00"),
    ("2024-01-02 10:11:12", "2024-01-02T10:11:12+01:00"),
    ("2024-01-02 1:02:03", "2024-01-02T01:02:03+01:00"),
    ("2024-01-02T10:11:12Z", "2024-01-02T10:11:12+00:00"),
    ("2024-01-02 10:11:12Z", "2024-01-02T10:11:12+00:00"),
    ("2024-01-02T10:11:12+02:00", "2024-01-02T10:11:12+02:00"),
    ("2024-01-02T10:11:12-0700", "2024-01-02T10:11:12-07:00"),
    ("2024-01-02 10:11:12 +0200", "2024-01-02T10:11:12+02:00"),
    ("2024-01-02 10:11:12 +02:00", "2024-01-02T10:11:12+02:00"),
    ("2024-01-02 10:11:12+01:00", "2024-01-02T10:11:12+01:00"),
    ("2024-01-02 10:11:12 -0700 MST", "2024-01-02T10:11:12-07:00"),
    ("2024-01-02 10:11:12.5 +0000 UTC", "2024-01-02T10:11:12.500000+00:00"),
    ("2024-01-02T10:11:12.5Z", "2024-01-02T10:11:12.500000+00:00"),
    ("2024-01-02T10:11:12,5Z", "2024-01-02T10:11:12.500000+00:00"),
    ("2024-01-02T10:11:12.123456789", "2024-01-02T10:11:12.123456+01:00"),
    ("02 Jan 2024", "2024-01-02T00:00:00+01:00"),
    ("02 JAN 2024", "2024-01-02T00:00:00+01:00"),
    ("Mon, 02 Jan 2006 15:04:05 MST", "2006-01-02T15:04:05+01:00"),
    ("Mon, 02 Jan 2006 15:04:05 -0700", "2006-01-02T15:04:05-07:00"),
    ("02 Jan 06 15:04 MST", "2006-01-02T15:04:00+01:00"),
    ("02 Jan 06 15:04 -0700", "2006-01-02T15:04:00-07:00"),
    ("Monday, 02-Jan-06 15:04:05 MST", "2006-01-02T15:04:05+01:00"),
    ("02 Jan 70 15:04 -0700", "1970-01-02T15:04:00-07:00"),
    ("Mon Jan  2 15:04:05 2006", "2006-01-02T15:04:05+01:00"),
    ("Mon Jan 2 15:04:05 2006", "2006-01-02T15:04:05+01:00"),
    ("Mon Jan  2 15:04:05 MST 2006", "2006-01-02T15:04:05+01:00"),
    ("Mon Jan 02 15:04:05 -0700 2006", "2006-01-02T15:04:05-07:00"),
    (2024, "1970-01-01T00:33:44+00:00"),
    (-5, "1969-12-31T23:59:55+00:00"),
    (dt.date(2024, 7, 2), "2024-07-02T00:00:00+02:00"),
    (dt.datetime(2024, 7, 2, 10), "2024-07-02T10:00:00+02:00"),
    (dt.datetime(2024, 7, 2, 10, tzinfo=dt.UTC), "2024-07-02T10:00:00+00:00"),
]


@pytest.mark.parametrize(("value", "expected"), READABLE)
def test_dates_that_hugo_reads(value: Any, expected: str) -> None:
    found = parse_date(value, OSLO)
    assert found is not None
    assert found.isoformat() == expected


UNREADABLE = [
    "2024-01-02 10:11",
    "2024-01-02T10:11",
    "2024-1-2",
    "2024-1-02",
    "2024-01",
    "2024/01/02",
    "01/02/2024",
    "January 2, 2024",
    "02 January 2024",
    "Jan 2, 2024",
    "2 Jan 2024",
    "02 Jan 24",
    "2024-02-30",
    "2024-01-02T24:00:00",
    "2024-01-02T10:11:60",
    "2024-01-02t10:11:12z",
    "2024-01-02T10:11:12 +0100",
    "2024-01-02 10:11:12+0100",
    "2024-01-02 10:11:12 UTC",
    "2024-01-02T10:11:12+25:00",
    "2024-01-02T10:11:12+01:60",
    "2024-01-02 ",
    "10000-01-01",
    "٢٠٢٤-01-02",
    "1704153600",
    "true",
    "2024",
    10**30,
    1.5,
    True,
    [2024],
    {"a": 1},
    dt.time(10, 0),
]


@pytest.mark.parametrize("value", UNREADABLE, ids=repr)
def test_values_that_are_no_date(value: Any) -> None:
    with pytest.raises(DateError):
        parse_date(value, OSLO)


@pytest.mark.parametrize("value", [None, "", "0001-01-01T00:00:00Z"])
def test_unset_dates(value: Any) -> None:
    assert parse_date(value, OSLO) is None


@given(st.text(alphabet="0123456789-:T Z+.,JanMoUC", max_size=32) | st.integers())
def test_anything_is_a_date_or_none(value: Any) -> None:
    try:
        found = parse_date(value, OSLO)
    except DateError:
        return
    assert found is None or found.tzinfo is not None


@given(st.datetimes(min_value=dt.datetime(2, 1, 1)), st.timezones())
def test_dates_survive_being_written(moment: dt.datetime, zone: ZoneInfo) -> None:
    wanted = moment.replace(tzinfo=zone).astimezone(dt.UTC)
    assert parse_date(wanted.isoformat(), OSLO) == wanted


FILE_NAMES = [
    ("2024-01-02-hello", "2024-01-02T00:00:00+01:00", "hello"),
    ("2024-01-02-10-11-12-hello", "2024-01-02T10:11:12+01:00", "hello"),
    ("2024-01-02T10-11-12", "2024-01-02T10:11:12+01:00", ""),
    ("2024-01-02 _Two words_", "2024-01-02T00:00:00+01:00", "Two words"),
    ("2024-01-02", "2024-01-02T00:00:00+01:00", ""),
    ("2024-01-02-99-99-99-x", "2024-01-02T00:00:00+01:00", "99-99-99-x"),
]


@pytest.mark.parametrize(("name", "expected", "slug"), FILE_NAMES)
def test_file_names_with_a_date(name: str, expected: str, slug: str) -> None:
    found = date_of_file_name(name, OSLO)
    assert found is not None
    assert (found[0].isoformat(), found[1]) == (expected, slug)


@pytest.mark.parametrize("name", ["hello-2024-01-02", "2024-13-02-x", "2024-1-2-x", "", "index"])
def test_file_names_without_a_date(name: str) -> None:
    assert date_of_file_name(name, OSLO) is None


# Printed by the binary's own `hugo config`.
CONFIGURED: list[tuple[dict[str, Any], DateSources]] = [
    ({}, DateSources()),
    (
        {"date": ["publishDate", ":default"], "lastmod": ":fileModTime"},
        DateSources(
            date=("publishdate", "pubdate", "published", "date", "lastmod", "modified"),
            lastmod=(":filemodtime",),
        ),
    ),
    (
        {"date": ["Foo", "modified"], "publishdate": [":filename"], "expirydate": []},
        DateSources(date=("foo", "modified"), publish_date=(":filename",)),
    ),
]


@pytest.mark.parametrize(("settings", "expected"), CONFIGURED)
def test_sources_from_configuration(settings: dict[str, Any], expected: DateSources) -> None:
    assert read_sources(settings) == expected


def _day(year: int) -> dt.datetime:
    return dt.datetime(year, 1, 1, tzinfo=dt.UTC)


STAMPS = [
    ((":filemodtime", "date"), PageDates(date=_day(2001), lastmod=_day(2010))),
    ((":git", "date"), PageDates(date=_day(2001), lastmod=_day(2020))),
    ((":nonsense", "date"), PageDates(date=_day(2001), lastmod=_day(2001))),
]


@pytest.mark.parametrize(("lastmod", "expected"), STAMPS)
def test_dates_of_the_file(lastmod: tuple[str, ...], expected: PageDates) -> None:
    sources = DateSources(lastmod=lastmod, publish_date=("none",))
    fields = {"date": "2001-01-01"}
    found = read_dates(fields, sources, dt.UTC, modified=_day(2010), git_date=_day(2020))
    assert found == expected


def test_a_field_that_is_no_date_is_skipped_and_reported() -> None:
    messages: dict[str, str] = {}
    fields = {"date": "soon", "lastmod": "2001-01-01", "published": False}
    found = read_dates(fields, DateSources(), dt.UTC, problems=messages)
    assert found.date == found.lastmod == found.publish_date == _day(2001)
    assert len(messages) == 2
    assert '"date" is "soon"' in messages["date"]
    assert "draft: true" in messages["published"]


FIELDS = {
    "date": "date",
    "lastmod": "lastmod",
    "publish_date": "publishDate",
    "expiry_date": "expiryDate",
}
SINGLE = [vector for vector in load("dates") if len(vector.files) == 1]


@pytest.mark.parametrize("vector", SINGLE, ids=str)
def test_vectors(vector: Vector, tmp_path: Path) -> None:
    config = load_config(write_site(vector, tmp_path))
    ((name, text),) = vector.files.items()
    stem = name.removesuffix(".md").removesuffix("/index").rpartition("/")[2]
    messages: dict[str, str] = {}
    fields = split_front_matter(text).data
    found = read_dates(
        fields, config.frontmatter, config.time_zone, base_name=stem, problems=messages
    )
    if "error" in vector.expect:
        assert len(messages) == 1
        return
    assert not messages
    (page,) = vector.expect["page"].values()
    for field, key in FIELDS.items():
        if key in page:
            moment = getattr(found, field)
            written = moment.isoformat().replace("+00:00", "Z") if moment else ""
            assert written == page[key], key
    if "slug" in page and "slug" not in fields:
        assert found.slug == page["slug"]
