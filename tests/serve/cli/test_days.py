from __future__ import annotations

from datetime import date

import pytest
import typer
from hypothesis import given
from hypothesis import strategies as st

from amity.serve.cli.days import first_day_meant, last_day_meant


@pytest.mark.parametrize(
    ("given_day", "first", "last"),
    [
        ("2016-06-01", date(2016, 6, 1), date(2016, 6, 1)),
        ("2016-06", date(2016, 6, 1), date(2016, 6, 30)),
        ("2016-02", date(2016, 2, 1), date(2016, 2, 29)),
        ("2016", date(2016, 1, 1), date(2016, 12, 31)),
        (" 1994 ", date(1994, 1, 1), date(1994, 12, 31)),
    ],
)
def test_a_month_and_a_year_begin_with_their_first_day_and_end_with_their_last(
    given_day: str, first: date, last: date
) -> None:
    assert (first_day_meant(given_day), last_day_meant(given_day)) == (first, last)


@given(st.dates(max_value=date(9999, 12, 30)))
def test_a_day_in_iso_means_itself(day: date) -> None:
    assert first_day_meant(day.isoformat()) == last_day_meant(day.isoformat()) == day


@given(st.text(max_size=12) | st.from_regex(r"[0-9]{4}(-[0-9]{2}){0,2}", fullmatch=True))
def test_whatever_is_typed_is_a_day_or_a_usage_error(typed: str) -> None:
    try:
        assert isinstance(last_day_meant(typed), date)
    except typer.BadParameter as flaw:
        assert typed.strip() in flaw.message
