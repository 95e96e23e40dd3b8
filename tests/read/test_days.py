"""Publication dates are read as the day that is written, or not at all."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amity.read.days import day_of

THE_DAY = date(2024, 11, 28)


@pytest.mark.parametrize(
    "written",
    [
        "2024-11-28",
        " 2024-11-28 ",
        "20241128",
        "2024/11/28",
        "2024-11-28T09:30:00Z",
        "2024-11-28T09:30",
        "2024-11-28 09:30:00 UTC",
        "2024-11-28T09:30:00.123456+02:00",
        "2024-11-28T23:59:59+0300",
        "2024-11-28T00:10:00-05:00",
        "20241128T093000Z",
        "Thu, 28 Nov 2024 09:30:00 +0200",
        "Thu, 28 Nov 2024 23:30:00 GMT",
        "28 Nov 2024",
        "28 November 2024",
    ],
)
def test_a_date_is_the_calendar_day_as_written(written: str) -> None:
    assert day_of(written) == THE_DAY


@pytest.mark.parametrize(
    "nonsense",
    [
        "",
        "yesterday",
        "2024",
        "2024-11",
        "2024-02-30",
        "2024-13-01",
        "0001-01-01",
        "9999-12-31",
        "11/28/2024",
        "28-11-24",
        "1732752000",
        "2024-11-28 and later",
        "99 Nov 2024",
        "28 Foo 2024",
        "٢٠٢٤-١١-٢٨",
    ],
)
def test_what_names_no_single_day_is_no_date(nonsense: str) -> None:
    assert day_of(nonsense) is None


@given(st.dates(min_value=date(1600, 1, 1), max_value=date(2199, 12, 31)))
def test_every_iso_date_is_read_back(day: date) -> None:
    assert day_of(day.isoformat()) == day


@given(st.datetimes(timezones=st.timezones()))
def test_a_time_zone_moves_no_day(moment: datetime) -> None:
    written = moment.isoformat()
    day = day_of(written)
    assert day is None or day.isoformat() == written[:10]


@given(st.text())
def test_any_words_give_a_day_or_none(words: str) -> None:
    assert day_of(words) is None or isinstance(day_of(words), date)
