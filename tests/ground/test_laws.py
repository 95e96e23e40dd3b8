"""Laws that hold for any text."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from amity.ground.find import find_times
from amity.ground.relative import Relative, Unit, calendar_unit, nearest_weekday, shifted
from amity.ground.times import RestsOn
from amity.ground.writing import infer_writing
from amity.knowledge.named_periods import load_date_words, load_named_periods

WORDS, PERIODS = load_date_words(), load_named_periods()
PIECES = [
    "in", "on", "since", "until", "from", "to", "between", "and", "the", "of", "-", "–", ",", "(", ")", ".", "a",
    "2015", "1999", "2000", "1000", "2099", "0000", "31", "29", "9", "February", "Feb.", "May", "Sept", "Monday", "Fri",
    "spring", "winter", "last", "next", "this", "ago", "years", "decades", "for", "past", "two", "999", "centuries",
    "century", "21st", "first", "early", "end", "1960s", "'60s", "yesterday", "Cold", "War", "post", "Syria's",
    "civil", "war", "nine-year", "now-seven-year", "months", "after", "before", "fall", "Kabul", "Updated", "EST",
    "9:01", "2011-12", "2024-12-08", "31/02/2011", "Russia", "is", "ally", "over", "nearly", "began", "recent",
]  # fmt: skip
texts = st.one_of(st.text(max_size=120), st.lists(st.sampled_from(PIECES), max_size=14).map(" ".join))
days = st.dates(min_value=date(1, 1, 1), max_value=date(9999, 12, 31))
publishing_days = st.one_of(st.none(), days)
RELATIVE = [
    "on Friday", "yesterday", "last month", "this year", "two weeks ago", "in the past decade", "for decades",
    "in recent years", "last spring", "next Tuesday", "34 months ago", "earlier this year", "on 19 September",
    "in March", "recently", "at the end of last year", "over a century ago", "several decades ago",
]  # fmt: skip


@given(texts, publishing_days)
@settings(max_examples=250, deadline=None)
def test_any_text_is_read_without_error_and_every_time_is_quoted_exactly(text: str, published: date | None) -> None:
    times = find_times(text, published=published, periods=PERIODS, words=WORDS)
    assert all(text[time.start : time.end] == time.text for time in times)
    assert all(time.text.strip() for time in times)
    assert all(left.end <= right.start for left, right in pairwise(times))
    infer_writing(text, times, published=published, periods=PERIODS, words=WORDS)
    for time in times:
        assert (time.reach is None) == (time.period is None)
        assert 0 <= time.clause[0] <= time.start and time.end <= time.clause[1] <= len(text)


@given(st.lists(st.sampled_from(RELATIVE), min_size=1, max_size=4))
@settings(max_examples=60, deadline=None)
def test_undated_relative_times_never_give_a_date(pieces: list[str]) -> None:
    text = "Russia met Syria " + "; then ".join(pieces)
    times = find_times(text, published=None, periods=PERIODS, words=WORDS)
    assert times
    assert all(time.period is None for time in times)


@given(st.sampled_from(RELATIVE), st.dates(min_value=date(1800, 1, 1), max_value=date(2100, 1, 1)))
@settings(max_examples=150, deadline=None)
def test_what_is_told_as_past_begins_no_later_than_two_days_after_publishing(text: str, published: date) -> None:
    for time in find_times(text, published=published, periods=PERIODS, words=WORDS):
        assert time.rests_on is RestsOn.PUBLISHED
        if time.period is not None and time.period.start is not None and not text.startswith("next"):
            assert time.period.start <= published + timedelta(days=2)


@given(texts, publishing_days)
@settings(max_examples=100, deadline=None)
def test_times_that_rest_on_the_words_alone_do_not_move_with_the_day_of_publication(
    text: str, published: date | None
) -> None:
    undated = find_times(text, published=None, periods=PERIODS, words=WORDS)
    if any(time.rests_on is not RestsOn.TEXT or time.name is not None for time in undated):
        return
    dated = find_times(text, published=published, periods=PERIODS, words=WORDS)
    if all(time.rests_on is RestsOn.TEXT for time in dated):
        assert [time.period for time in dated if time.name is None] == [time.period for time in undated]


@given(days, st.integers(1, 7), st.sampled_from([-1, 0, 1]))
def test_the_weekday_meant_is_within_a_week(day: date, weekday: int, which: int) -> None:
    try:
        found = nearest_weekday(day, weekday, which)
    except OverflowError:
        return
    assert found.isoweekday() == weekday
    distance = (found - day).days
    assert {-1: -7 <= distance <= -1, 0: -6 <= distance <= 0, 1: 1 <= distance <= 7}[which]


@given(st.dates(min_value=date(1800, 1, 1), max_value=date(2200, 1, 1)), st.sampled_from(list(Unit)))
def test_a_calendar_unit_holds_its_own_day(day: date, unit: Unit) -> None:
    assert calendar_unit(day, unit, 0).covers(day)
    assert calendar_unit(day, unit, -1).end == calendar_unit(day, unit, 0).start


@given(st.dates(min_value=date(1800, 1, 1), max_value=date(2200, 1, 1)), st.sampled_from([Unit.MONTH, Unit.YEAR]))
def test_a_day_put_last_month_was_told_of_in_the_month_after(day: date, unit: Unit) -> None:
    last = Relative(unit=unit, whole=-1, least=1, most=800)
    window = last.written_when(day)
    assert window is not None and window.start is not None
    seen = last.seen_from(window.start)
    assert seen is not None and seen.covers(day)


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        (date(2024, 3, 31), -1, date(2024, 2, 29)),
        (date(2023, 3, 31), -1, date(2023, 2, 28)),
        (date(2023, 12, 31), 2, date(2024, 2, 29)),
        (date(2024, 2, 29), 12, date(2025, 2, 28)),
    ],
)
def test_a_month_away_keeps_within_the_month(day: date, months: int, expected: date) -> None:
    assert shifted(day, months=months) == expected
