"""Times by the calendar: days, months, seasons, decades and centuries."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from amity.core.dates import Period, in_month, in_year
from amity.ground.moments import Kind, Moment, MonthDay, in_that_year, spanning, whole_years
from amity.ground.patterns import APOSTROPHE, DASH, DAY, YEAR, after, before, capital, one_of
from amity.ground.relative import months_of
from amity.knowledge.named_periods import DateWords

LEFT = 24  # how much of what stands left tells whether a word is a date


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class CalendarPatterns:
    day_month: re.Pattern[str]
    month_day: re.Pattern[str]
    month_year: re.Pattern[str]
    bare_month: re.Pattern[str]
    season_year: re.Pattern[str]
    decade: re.Pattern[str]
    century: re.Pattern[str]
    month_opener: re.Pattern[str]
    day_name: re.Pattern[str]
    not_a_year: re.Pattern[str]


ISO_DAY = re.compile(
    r"(?<![\w-])(?P<year>[12][0-9]{3})(?P<mark>[-/.])(?P<month>[01][0-9])(?P=mark)(?P<day>[0-3][0-9])(?![0-9-])"
)
ISO_MONTH = re.compile(r"(?<![\w/.-])(?P<year>(?:19|20)[0-9]{2})-(?P<month>0[1-9]|1[0-2])(?![\w/-])")
NUMBERED_DAY = re.compile(
    r"(?<![\w./-])(?P<one>[0-3]?[0-9])(?P<mark>[./-])(?P<two>[0-3]?[0-9])(?P=mark)(?P<year>(?:19|20)[0-9]{2})(?![\w/-])"
)


@lru_cache(maxsize=8)
def _patterns(words: DateWords) -> CalendarPatterns:
    capitals, context, roles = words.capitalised_names, words.context, words.roles
    month = rf"(?:{capital(words.months, capitals)}(?!\w)|{capital(words.months_short, capitals)}(?!\w)\.?)"
    weekday = rf"{capital([*words.weekdays, *words.weekdays_short], capitals)}(?!\w)\.?"
    suffix = rf"(?:{one_of(context.day_suffixes)})?"
    link = rf"\s*(?:{DASH}|{one_of([*roles.to, *roles.and_])}(?!\w))\s*"
    the, of, season = one_of(context.the), one_of(context.of), one_of(words.seasons)
    year = rf"(?P<year>{YEAR})(?![\w%]|,[0-9])"
    ordinal = rf"(?:{one_of(words.ordinals)}|[0-9]{{1,2}}{one_of(context.day_suffixes)})"
    return CalendarPatterns(
        day_month=re.compile(
            rf"(?<![\w$€£.,:/])(?:{weekday},?\s+)?(?:{the}\s+)?(?P<day>{DAY}){suffix}"
            rf"(?:{link}(?P<day2>{DAY}){suffix})?(?:\s+{of})?\s+(?P<month>{month})(?:,?\s+{year})?"
        ),
        month_day=re.compile(
            rf"(?<!\w)(?:{weekday},?\s+)?(?P<month>{month})\s+(?:{the}\s+)?(?P<day>{DAY}){suffix}(?!\w|[.,:][0-9])"
            rf"(?:{link}(?P<day2>{DAY}){suffix}(?!\w|[.,:][0-9]))?(?:,?\s+{year})?"
        ),
        month_year=re.compile(rf"(?<!\w)(?:(?P<month1>{month}){link})?(?P<month>{month}),?\s+(?:{of}\s+)?{year}"),
        bare_month=re.compile(
            rf"(?<!\w)(?:(?P<month1>{capital(words.months, capitals)}){link})?"
            rf"(?P<month>{capital(words.months, capitals)})(?!\w|\s+[0-9]|{APOSTROPHE})"
        ),
        season_year=re.compile(
            rf"(?<!\w)(?:(?P<season1>{season}){link}(?:{the}\s+)?)?(?P<season>{season})\s+(?:{of}\s+)?(?P<year>{YEAR})"
            rf"(?:\s?(?:{DASH}|/)\s?(?P<year2>{YEAR}|[0-9]{{2}}))?(?![\w%]|,[0-9])"
        ),
        decade=re.compile(
            rf"(?<![\w$€£])(?:(?:{the}\s+)?(?P<decade>(?:1[0-9]|20)[0-9]0)|{the}\s+{APOSTROPHE}?(?P<short>[2-9]0)"
            rf"|{APOSTROPHE}(?P<short2>[2-9]0)){APOSTROPHE}?s(?!\w)"
        ),
        century=re.compile(
            rf"(?<!\w)(?P<count>{ordinal})(?:{link}(?:{the}\s+)?(?P<count2>{ordinal}))?(?:\s+|{DASH})"
            rf"{one_of(words.units['century'])}(?!\w)(?P<before_christ>\s+{one_of(context.before_christ)})?"
        ),
        month_opener=before(context.month_openers),
        day_name=after(context.day_names, gap=r"\s+"),
        not_a_year=after(context.no_year_after, gap=r"\s+"),
    )


def find_days(text: str, words: DateWords) -> Iterator[Moment]:
    """Days of the calendar, spans of days within one month, and months in figures."""
    patterns = _patterns(words)
    for pattern in (patterns.day_month, patterns.month_day):
        for match in pattern.finditer(text):
            if not patterns.day_name.match(text, match.end()):
                yield from _day(match, text, words)
    for match in ISO_DAY.finditer(text):
        yield from _dated(
            match.start(), match.end(), int(match["year"]), MonthDay(int(match["month"]), int(match["day"]))
        )
    for match in NUMBERED_DAY.finditer(text):
        yield from _numbered_day(match)
    for match in ISO_MONTH.finditer(text):
        if int(match["month"]) <= int(match["year"]) % 100:  # else a span of years, as 2011-12
            period = in_month(int(match["year"]), int(match["month"]))
            yield Moment(start=match.start(), end=match.end(), kind=Kind.MONTH, period=period)


def _day(match: re.Match[str], text: str, words: DateWords) -> Iterator[Moment]:
    month = month_number(match["month"], words)
    yearless = MonthDay(month, int(match["day"]), int(match["day2"]) if match["day2"] else None)
    if match["year"] and not _patterns(words).not_a_year.match(text, match.end()):
        yield from _dated(match.start(), match.end(), int(match["year"]), yearless)
        return
    end = match.end() if not match["year"] else len(text[: match.start("year")].rstrip(", \t\n"))
    if in_that_year(yearless, 2000) is not None:
        yield Moment(start=match.start(), end=end, kind=Kind.DAY, yearless=yearless)


def _dated(start: int, end: int, year: int, day: MonthDay) -> Iterator[Moment]:
    if not 1 <= day.month <= 12:
        return
    period = in_that_year(day, year)
    if period is not None:
        yield Moment(start=start, end=end, kind=Kind.DAY, period=period)


def _numbered_day(match: re.Match[str]) -> Iterator[Moment]:
    """8.12.2024 is a day; of 8/12/2024 only the year is sure, for nobody says which is the month."""
    one, two, year = int(match["one"]), int(match["two"]), int(match["year"])
    if match["mark"] == "." or one > 12 or one == two:
        yield from _dated(match.start(), match.end(), year, MonthDay(two, one))
    elif two > 12:
        yield from _dated(match.start(), match.end(), year, MonthDay(one, two))
    elif one and two:
        yield Moment(start=match.start(), end=match.end(), kind=Kind.YEAR, period=in_year(year))


def find_months(text: str, words: DateWords) -> Iterator[Moment]:
    """Months and spans of months; without a year only after a word that opens a time ("in September")."""
    patterns = _patterns(words)
    for match in patterns.month_year.finditer(text):
        if patterns.not_a_year.match(text, match.end()):
            continue
        year, last = int(match["year"]), month_number(match["month"], words)
        first = month_number(match["month1"], words) if match["month1"] else last
        period = spanning((in_month(year - (first > last), first), in_month(year, last)))
        yield Moment(start=match.start(), end=match.end(), kind=Kind.MONTH, period=period)
    for match in patterns.bare_month.finditer(text):
        if patterns.month_opener.search(text[max(0, match.start() - LEFT) : match.start()]):
            last = month_number(match["month"], words)
            first = month_number(match["month1"], words) if match["month1"] else last
            yearless = MonthDay(first, months=(last - first) % 12 + 1)
            yield Moment(start=match.start(), end=match.end(), kind=Kind.MONTH, yearless=yearless)


def find_seasons(text: str, words: DateWords) -> Iterator[Moment]:
    """Seasons with their year. "Winter 2018" may be either end of 2018, so both are meant."""
    for match in _patterns(words).season_year.finditer(text):
        if _patterns(words).not_a_year.match(text, match.end()):
            continue
        year = int(match["year"])
        seasons = [words.seasons[name.lower()] for name in (match["season1"], match["season"]) if name]
        first, last = seasons[0], seasons[-1]
        period = spanning((months_of(year, (first, 3)), months_of(year + (last < first), (last, 3))))
        if last == 12 and not match["year2"]:
            period = spanning((months_of(year - (len(seasons) == 1), (first, 3)), months_of(year, (12, 3))))
        yield Moment(start=match.start(), end=match.end(), kind=Kind.STRETCH, period=period)


def find_decades(text: str, words: DateWords) -> Iterator[Moment]:
    """The 1960s, the '60s; a decade without its century is one of the twentieth."""
    for match in _patterns(words).decade.finditer(text):
        first = int(match["decade"] or f"19{match['short'] or match['short2']}")
        period = whole_years(first, first + 9)
        yield Moment(start=match.start(), end=match.end(), kind=Kind.STRETCH, period=period)


def find_centuries(text: str, words: DateWords) -> Iterator[Moment]:
    """Tenth century, 10th and 11th centuries. A century before our era has no place on our calendar."""
    for match in _patterns(words).century.finditer(text):
        counts = [_ordinal(name, words) for name in (match["count"], match["count2"]) if name]
        if match["before_christ"] or not all(1 <= count <= 21 for count in counts):
            continue
        period = _century(counts[0], counts[-1])
        if period is not None:
            yield Moment(start=match.start(), end=match.end(), kind=Kind.STRETCH, period=period)


def _century(first: int, last: int) -> Period | None:
    return whole_years(max(100 * (first - 1), 1), 100 * last - 1) if first <= last else None


def _ordinal(name: str, words: DateWords) -> int:
    digits = "".join(char for char in name if char in "0123456789")
    return int(digits) if digits else words.ordinals[name.lower()]


def month_number(name: str, words: DateWords) -> int:
    plain = name.rstrip(".").lower()
    return words.months.get(plain) or words.months_short[plain]
