"""Times told by their distance from the day of writing, and the calendar under them."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR, date, timedelta
from enum import StrEnum

from amity.core.dates import Period, in_month, in_year, on_day


class Unit(StrEnum):
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"


DAYS_IN = {
    Unit.DAY: 1.0,
    Unit.WEEK: 7.0,
    Unit.MONTH: 30.4375,
    Unit.YEAR: 365.25,
    Unit.DECADE: 3652.5,
    Unit.CENTURY: 36525.0,
}
SEASON_MONTHS = 3


class Clip(StrEnum):
    """Which side of the writing is meant: "earlier this year", "later this year"."""

    EARLIER = "earlier"
    LATER = "later"


@dataclass(frozen=True, slots=True, kw_only=True)
class Relative:
    """So far from the writing: between `least` and `most` days before it (negative: after it).

    `whole` counts whole units of the calendar ("last month" is -1), or which one of
    the weekdays, months or seasons is meant: -1 last, 0 the nearest, 1 next.
    """

    least: int
    most: int
    unit: Unit | None = None
    whole: int | None = None
    weekday: int | None = None  # 1 is Monday
    months: tuple[int, int] | None = None  # the first month of the year and how many
    clip: Clip | None = None

    def seen_from(self, day: date) -> Period | None:
        """The period meant by somebody writing on that day; None outside the calendar."""
        try:
            return self._clipped(self._whole_period(day), day)
        except (ValueError, OverflowError):
            return None

    def seen_within(self, written: Period) -> Period | None:
        """The period meant by somebody writing on some day of a bounded period."""
        last_day = written.last_day
        if written.start is None or last_day is None:
            return None
        first, last = self.seen_from(written.start), self.seen_from(last_day)
        if first is None or last is None:
            return None
        return Period(first.start, last.end)

    def written_when(self, happened: date) -> Period | None:
        """When somebody wrote who put a known day at this distance."""
        try:
            if self.unit in (Unit.MONTH, Unit.YEAR) and self.whole is not None and self.clip is None:
                return calendar_unit(happened, self.unit, -self.whole)
            return Period(happened + timedelta(days=self.least), happened + timedelta(days=self.most + 1))
        except (ValueError, OverflowError):
            return None

    def _whole_period(self, day: date) -> Period:
        if self.weekday is not None:
            return on_day(nearest_weekday(day, self.weekday, self.whole or 0))
        if self.months is not None:
            return nearest_months(day, self.months, self.whole or 0)
        if self.unit is not None and self.whole is not None:
            return calendar_unit(day, self.unit, self.whole)
        return Period(day - timedelta(days=self.most), day - timedelta(days=self.least) + timedelta(days=1))

    def _clipped(self, period: Period, day: date) -> Period:
        side = {None: Period(), Clip.EARLIER: Period(None, day + timedelta(days=1)), Clip.LATER: Period(day, None)}
        return period.meet(side[self.clip]) or period


def nearest_weekday(day: date, weekday: int, which: int) -> date:
    """The weekday on or before the day (0), before it (-1), or after it (1)."""
    if which > 0:
        return day + timedelta(days=(weekday - day.isoweekday() - 1) % 7 + 1)
    back = (day.isoweekday() - weekday) % 7
    return day - timedelta(days=back or 7 if which < 0 else back)


def nearest_months(day: date, months: tuple[int, int], which: int) -> Period:
    """The stretch of months that is the day's own year's, the last one over (-1), or the next to begin (1)."""
    for year in range(day.year + 1, day.year - 3, -1) if which < 0 else range(day.year - 1, day.year + 3):
        period = months_of(year, months)
        if which < 0 and period.end is not None and period.end <= day:
            return period
        if which > 0 and period.start is not None and period.start > day:
            return period
        if which == 0 and period.end is not None and period.end > day - timedelta(days=92):
            return period
    raise ValueError(f"no such months near {day}")


def latest_months(day: date, months: tuple[int, int]) -> Period:
    """The latest stretch of those months that had begun by the day."""
    period = months_of(day.year, months)
    return period if period.start is not None and period.start <= day else months_of(day.year - 1, months)


def months_of(year: int, months: tuple[int, int]) -> Period:
    first, count = months
    start = date(year, first, 1)
    return Period(start, shifted(start, months=count))


def calendar_unit(day: date, unit: Unit, offset: int) -> Period:
    """The whole unit of the calendar in which the day lies, or the one so many units away."""
    if unit is Unit.DAY:
        return on_day(day + timedelta(days=offset))
    if unit is Unit.WEEK:
        monday = day - timedelta(days=day.isoweekday() - 1) + timedelta(weeks=offset)
        return Period(monday, monday + timedelta(weeks=1))
    if unit is Unit.MONTH:
        month = shifted(day.replace(day=1), months=offset)
        return in_month(month.year, month.month)
    if unit is Unit.YEAR:
        return in_year(day.year + offset)
    years = 10 if unit is Unit.DECADE else 100
    first = (day.year // years + offset) * years
    return Period(date(max(first, 1), 1, 1), date(first + years, 1, 1))


def shifted(day: date, *, months: int) -> date:
    """The same day so many months away, or that month's last."""
    count = day.year * 12 + day.month - 1 + months
    year, month = divmod(count, 12)
    if not MINYEAR <= year <= MAXYEAR:
        raise ValueError(f"{day} and {months} months leaves the calendar")
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def away(day: date, count: float, unit: Unit) -> date:
    """The day that lies so many units later (negative: earlier), by the calendar where the count is whole."""
    months = {Unit.MONTH: 1, Unit.YEAR: 12, Unit.DECADE: 120, Unit.CENTURY: 1200}.get(unit)
    if months is not None and float(count * months).is_integer():
        return shifted(day, months=int(count * months))
    return day + timedelta(days=round(count * DAYS_IN[unit]))
