"""Stretches of time in the world. A period includes its start and not its end."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum


class Precision(StrEnum):
    """How finely a text says when."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"
    COARSE = "coarse"


@dataclass(frozen=True, slots=True, order=False)
class Period:
    """From `start` (included) until `end` (not included); None is an open or unknown side."""

    start: date | None = None
    end: date | None = None

    def __post_init__(self) -> None:
        if self.start is not None and self.end is not None and self.end <= self.start:
            raise ValueError(f"a period must end after it starts: {self.start} to {self.end}")

    def covers(self, day: date) -> bool:
        return (self.start is None or self.start <= day) and (self.end is None or day < self.end)

    def overlaps(self, other: Period) -> bool:
        return self.meet(other) is not None

    def meet(self, other: Period) -> Period | None:
        """The stretch that both share, or None where there is none."""
        starts = [day for day in (self.start, other.start) if day is not None]
        ends = [day for day in (self.end, other.end) if day is not None]
        start, end = max(starts, default=None), min(ends, default=None)
        if start is not None and end is not None and end <= start:
            return None
        return Period(start, end)

    @property
    def bounded(self) -> bool:
        return self.start is not None and self.end is not None

    @property
    def days(self) -> int | None:
        """Length in days; None where a side is open."""
        if self.start is None or self.end is None:
            return None
        return (self.end - self.start).days

    @property
    def last_day(self) -> date | None:
        return None if self.end is None else self.end - timedelta(days=1)

    @property
    def precision(self) -> Precision:
        days = self.days
        if days is None or days > 366:
            return Precision.COARSE
        if days == 1:
            return Precision.DAY
        return Precision.MONTH if days <= 31 else Precision.YEAR

    def __str__(self) -> str:
        return f"{self.start or ''}..{self.end or ''}"


ALWAYS = Period()


def on_day(day: date) -> Period:
    return Period(day, day + timedelta(days=1))


def in_month(year: int, month: int) -> Period:
    return Period(date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1]) + timedelta(days=1))


def in_year(year: int) -> Period:
    return Period(date(year, 1, 1), date(year + 1, 1, 1))
