"""A time found in a text, on its way to a `TimeExpression`."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from typing import NamedTuple

from amity.core.dates import Period, in_month, in_year, on_day
from amity.ground.relative import Relative, latest_months, shifted
from amity.ground.times import RestsOn, Role

# Papers carry tomorrow's date: a day without a year may lie this far after publishing.
AHEAD = timedelta(days=2)
LEAP_CYCLE_YEARS = 8


class Kind(StrEnum):
    DAY = "day"
    MONTH = "month"
    YEAR = "year"
    STRETCH = "stretch"  # seasons, decades, centuries, spans of years
    NAMED = "named"
    RELATIVE = "relative"


class MonthDay(NamedTuple):
    """A day, or a month, whose year the text leaves out; `last_day` ends a span of days."""

    month: int
    day: int | None = None
    last_day: int | None = None
    months: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """A time in a text, before its neighbours were looked at."""

    start: int
    end: int
    kind: Kind
    period: Period | None = None
    yearless: MonthDay | None = None
    relative: Relative | None = None
    part: tuple[float, float] | None = None  # the share of the period that is meant
    rests_on: RestsOn = RestsOn.TEXT
    role: Role | None = None  # where the words of the time itself tell it
    last: Period | None = None
    name: str | None = None
    dateline: bool = False
    adverbial: bool = True


class Today(NamedTuple):
    """The day from which a text is read, and how it is known."""

    day: date
    rests_on: RestsOn


def in_order(moments: Iterable[Moment]) -> list[Moment]:
    """The moments without overlaps, from left to right: the longer of two rivals stays."""
    kept: list[Moment] = []
    for moment in sorted(moments, key=lambda moment: (moment.start - moment.end, moment.start)):
        place = bisect_left(kept, moment.start, key=lambda other: other.start)
        clear_left = place == 0 or kept[place - 1].end <= moment.start
        clear_right = place == len(kept) or moment.end <= kept[place].start
        if clear_left and clear_right:
            kept.insert(place, moment)
    return kept


def settled(moment: Moment, today: Today | None) -> Moment:
    """Place a moment that rests on the day of writing; without such a day it stays unplaced."""
    if moment.period is not None or (moment.relative is None and moment.yearless is None):
        return moment
    if today is None:
        return replace(moment, rests_on=RestsOn.WRITING)
    if moment.relative is not None:
        period = moment.relative.seen_from(today.day)
    else:
        period = _nearest(moment.yearless, today.day) if moment.yearless else None
    return replace(moment, period=period, rests_on=today.rests_on)


def _nearest(yearless: MonthDay, today: date) -> Period | None:
    """The nearest such day not later than today, give or take."""
    latest = today + AHEAD
    if yearless.day is None:
        return latest_months(latest, (yearless.month, yearless.months))
    for year in range(latest.year, max(latest.year - LEAP_CYCLE_YEARS, 1) - 1, -1):
        period = in_that_year(yearless, year)
        if period is not None and period.start is not None and period.start <= latest:
            return period
    return None


def in_that_year(yearless: MonthDay, year: int) -> Period | None:
    """The day or month in a given year; None where that year has no such day."""
    try:
        if yearless.day is None:
            first = in_month(year, yearless.month)
            return (
                first
                if yearless.months == 1
                else latest_months(first.start or date.max, (yearless.month, yearless.months))
            )
        first_day = date(year, yearless.month, yearless.day)
        if yearless.last_day is None:
            return on_day(first_day)
        return Period(first_day, date(year, yearless.month, yearless.last_day) + timedelta(days=1))
    except (ValueError, OverflowError):
        return None


def share_of(period: Period, part: tuple[float, float]) -> Period:
    """The part of a stretch of the calendar that is meant: "early 2024", "the late 1970s".

    Counted in whole months of a year, in whole years of a decade or a century.
    """
    if period.start is None or period.end is None:
        return period
    months = 12 * (period.end.year - period.start.year) + period.end.month - period.start.month
    if months < 12 or period.start.day != 1:
        return _share_in_days(period.start, period.end, part)
    step = 12 if months >= 120 else 1
    first = round(months * part[0] / step) * step
    last = max(round(months * part[1] / step) * step, first + step)
    return Period(shifted(period.start, months=first), shifted(period.start, months=last))


def _share_in_days(start: date, end: date, part: tuple[float, float]) -> Period:
    days = (end - start).days
    first = min(round(days * part[0]), days - 1)
    return Period(start + timedelta(days=first), start + timedelta(days=max(round(days * part[1]), first + 1)))


def turn_of(period: Period, part: tuple[float, float]) -> Period:
    """The part of a named period that is meant: of its start or end, that one day.

    So "since the end of the Cold War" begins where that ended. What goes on
    has neither middle nor end.
    """
    if period.start is None or (period.end is None and part[0] > 0.0):
        return period
    if part[1] - part[0] > 0.15:
        return share_of(period, part)
    return on_day(period.start if part[0] == 0.0 else period.last_day or period.start)


def whole_years(first: int, last: int) -> Period | None:
    """From the first day of one year until the last day of another."""
    try:
        start, end = in_year(first).start, in_year(last).end
        return None if start is None or end is None or end <= start else Period(start, end)
    except (ValueError, OverflowError):
        return None


def spanning(periods: Sequence[Period]) -> Period | None:
    """From the first start to the last end; None where that runs backward."""
    start, end = periods[0].start, periods[-1].end
    if start is not None and end is not None and end <= start:
        return None
    return Period(start, end)
