"""Days as the user gives them: 2016-06-01, 2016-06 or 2016."""

from __future__ import annotations

import re
from datetime import date

import typer

from amity.core.dates import Period, in_month, in_year, on_day

GIVEN = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


def last_day_meant(given: str) -> date:
    """A month means its last day and a year its 31 December: all of it has passed by then."""
    last = _meant(given).last_day
    assert last is not None
    return last


def first_day_meant(given: str) -> date:
    """A month means its first day and a year its 1 January: for where something begins."""
    first = _meant(given).start
    assert first is not None
    return first


def _meant(given: str) -> Period:
    found = GIVEN.fullmatch(given.strip())
    if found is None:
        raise typer.BadParameter(f"'{given}' is no ISO date. Expected 2016-06-01, 2016-06 or 2016.")
    year, month, day = (int(part) if part else None for part in found.groups())
    assert year is not None
    try:
        if month is None:
            return in_year(year)
        return in_month(year, month) if day is None else on_day(date(year, month, day))
    except (ValueError, OverflowError) as flaw:
        raise typer.BadParameter(f"'{given}' is not in the calendar: {flaw}.") from flaw
