"""Days, stretches of time, verdicts and chances in a newcomer's words."""

from __future__ import annotations

from datetime import date, timedelta

from amity.core.dates import Period
from amity.core.relations import Verdict
from amity.serve.cli.render.layout import TIED

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)

STYLES = {
    Verdict.ALLIES: "bold green",
    Verdict.PARTNERS: "green",
    Verdict.MIXED: "yellow",
    Verdict.NONE: "white",
    Verdict.RIVALS: "magenta",
    Verdict.ADVERSARIES: "red",
    Verdict.AT_WAR: "bold red",
    Verdict.UNKNOWN: "dim",
}


def long_day(day: date) -> str:
    """8 December 2024"""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def short_day(day: date) -> str:
    """8 Dec 2024"""
    return f"{day.day} {_short_month(day)}"


def stretch(period: Period) -> str:
    """A period in few words, no finer than it is: "2015", "Dec 2024", "2015–2024", "since Sep 2015", "any time".

    What is longer than a year is told in years, what lies in two years in months.
    """
    first, last = period.start, period.last_day
    if first is None or last is None:
        return f"since {_beginning(first)}" if first else f"until {_end(last)}" if last else "any time"
    if first == last:
        return short_day(first)
    if (last - first).days >= 366 or (_beginning(first), _end(last)) == (str(first.year), str(last.year)):
        return str(first.year) if first.year == last.year else f"{first.year}–{last.year}"
    if first.year != last.year:
        return f"{_short_month(first)}–{_short_month(last)}"
    whole_months = first.day == 1 and (last + timedelta(days=1)).day == 1
    if not whole_months:
        return f"{first.day} {_month(first)}–{short_day(last)}"
    return _short_month(first) if first.month == last.month else f"{_month(first)}–{_short_month(last)}"


def within(interval: Period) -> str:
    """The days between which a turn must have come, both included; nothing to say where it is one day, or any."""
    first, last = interval.start, interval.last_day
    if first == last:
        return ""
    if first is None or last is None:
        return f"not before {long_day(first)}" if first else f"not after {long_day(last)}" if last else ""
    return f"between {long_day(first)} and {long_day(last)}"


def percent(chance: float) -> str:
    """91 %; never the certainty of 0 or 100."""
    if chance < 0.01:
        return f"under 1{TIED}%"
    return f"over 99{TIED}%" if chance > 0.99 else f"{chance * 100:.0f}{TIED}%"


def spelled(verdict: Verdict | str) -> str:
    """A verdict, or a layer's state, as it is said: "at war"."""
    return str(verdict).replace("_", " ")


def _beginning(day: date) -> str:
    if (day.month, day.day) == (1, 1):
        return str(day.year)
    return _short_month(day) if day.day == 1 else short_day(day)


def _end(day: date) -> str:
    if (day.month, day.day) == (12, 31):
        return str(day.year)
    return _short_month(day) if (day + timedelta(days=1)).day == 1 else short_day(day)


def _month(day: date) -> str:
    return MONTHS[day.month - 1][:3]


def _short_month(day: date) -> str:
    return f"{_month(day)} {day.year}"
