"""Reading a publication date as a file gives it."""

from __future__ import annotations

import re
from datetime import date

ISO = re.compile(
    r"""(?P<year>\d{4}) (?P<mark>[-/.]?) (?P<month>\d{2}) (?P=mark) (?P<day>\d{2})
    (?: [T\s]+ (?:[01]?\d|2[0-4]) (?: : [0-5]\d (?: : [0-6]\d (?:[.,]\d+)? )? | \d{2} (?:\d{2})? )
        \s* (?: Z | UTC | GMT | [+-]\d{2} (?: :? \d{2} )? )? (?: \[ [\w/+-]+ \] )?
    )? Z?""",
    re.VERBOSE | re.ASCII | re.IGNORECASE,
)
MAIL = re.compile(
    r"""(?: (?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) [a-z]* ,? \s+ )?
    (?P<day>\d{1,2}) [\s-]+ (?P<month>[A-Z]{3})[a-z]* [\s-]+ (?P<year>\d{4})
    (?: \s+ \d{1,2} : \d{2} (?: : \d{2} )? (?: \s* (?: [A-Z]{1,5} | [+-]\d{2}:?\d{2} ) )? (?: \s* \( [^()]* \) )? )?""",
    re.VERBOSE | re.ASCII | re.IGNORECASE,
)
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
# The press is about as old as this; what lies outside is a program's "no date" (0001-01-01) or a slip of the pen.
FIRST_YEAR, LAST_YEAR = 1600, 2199
EXPECTED = "expected a day such as 2024-11-28, 2024-11-28T09:30:00+02:00 or Thu, 28 Nov 2024 09:30:00 +0200"


def day_of(written: str) -> date | None:
    """The day that an ISO or e-mail (RFC 2822) date names; None where it names none.

    With a time zone it is the calendar day in that zone, as written: an evening
    in Damascus is not moved to the day before or after. A bare year or month
    names no day.
    """
    text = written.strip()
    if iso := ISO.fullmatch(text):
        return _day(iso["year"], int(iso["month"]), iso["day"])
    if mail := MAIL.fullmatch(text):
        month = mail["month"].lower()
        return _day(mail["year"], MONTHS.index(month) + 1, mail["day"]) if month in MONTHS else None
    return None


def _day(year: str, month: int, day: str) -> date | None:
    if not FIRST_YEAR <= int(year) <= LAST_YEAR:
        return None
    try:
        return date(int(year), month, int(day))
    except ValueError:
        return None
