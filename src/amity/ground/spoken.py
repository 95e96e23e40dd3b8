"""Times told from the day of writing: yesterday, last month, two weeks ago, on Friday."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from amity.ground.moments import Kind, Moment
from amity.ground.patterns import APOSTROPHE, DASH, after, before, capital, one_of
from amity.ground.relative import DAYS_IN, Clip, Relative, Unit
from amity.ground.times import Role
from amity.knowledge.named_periods import DateWords

LEFT = 24
# How many are meant by a bare plural: "years ago", "decades ago".
BARE_PLURAL = {
    Unit.DAY: (2, 6),
    Unit.WEEK: (2, 6),
    Unit.MONTH: (2, 11),
    Unit.YEAR: (2, 10),
    Unit.DECADE: (2, 6),
    Unit.CENTURY: (2, 9),
}
# How many days back "recent days", "recent weeks" ... reach.
RECENT_DAYS = {
    Unit.DAY: 7,
    Unit.WEEK: 45,
    Unit.MONTH: 240,
    Unit.YEAR: 1826,
    Unit.DECADE: 10957,
    Unit.CENTURY: 109572,
}


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class SpokenPatterns:
    day_away: re.Pattern[str]
    lately: re.Pattern[str]
    which_unit: re.Pattern[str]
    ago: re.Pattern[str]
    stretch: re.Pattern[str]
    duration: re.Pattern[str]
    to_come: re.Pattern[str]
    weekday: re.Pattern[str]
    name_before: re.Pattern[str]
    name_after: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Count:
    """How many units are meant: between two numbers, and whether more or fewer than said."""

    low: float
    high: float
    more: bool = False
    nearly: bool = False

    def days(self, unit: Unit) -> tuple[int, int]:
        """The same in days, half a unit looser on both sides, as people round."""
        length = DAYS_IN[unit]
        slack = 0.0 if unit is Unit.DAY else length / 2
        low = self.low * length if self.more else self.low * length - slack
        high = (self.high + 1) * length if self.more else self.high * length + (0 if self.nearly else slack)
        return round(low), round(high)


def counted_units(words: DateWords) -> tuple[str, str, str]:
    """Pieces of a pattern: more or less than; the count; the unit."""
    relative, number = words.relative, one_of(words.numbers)
    rough = (
        rf"(?:(?P<more>{one_of(relative.more_than)})\s+|(?P<nearly>{one_of(relative.nearly)})\s+"
        rf"|(?:{one_of(relative.about)})\s+)?"
    )
    count = rf"(?P<count>[0-9]{{1,3}}|{one_of(words.vague_numbers)}|{number}(?:{DASH}{number})?)"
    unit = rf"(?P<unit>{one_of(name for names in words.units.values() for name in names)})(?!\w)"
    return rough, count, unit


def unit_named(name: str, words: DateWords) -> Unit:
    return next(Unit(unit) for unit, names in words.units.items() if name.lower() in names)


def count_of(match: re.Match[str], words: DateWords, unit: Unit) -> Count:
    """The count that a match of `counted_units` gives; a bare plural is a few."""
    more, nearly = bool(match["more"]), bool(match["nearly"])
    if not match["count"]:
        return Count(*BARE_PLURAL[unit], more, nearly)
    low, high = number_range(match["count"], words)
    return Count(low, high, more, nearly)


def number_range(name: str, words: DateWords) -> tuple[int, int]:
    plain = " ".join(re.sub(DASH, "-", name.lower()).split())
    if plain in words.vague_numbers:
        return words.vague_numbers[plain]
    if plain.isdecimal():
        return int(plain), int(plain)
    total = sum(words.numbers.get(piece, 0) for piece in plain.split("-"))
    return total, total


@lru_cache(maxsize=8)
def _patterns(words: DateWords) -> SpokenPatterns:
    relative, capitals = words.relative, words.capitalised_names
    rough, count, unit = counted_units(words)
    which = (
        rf"(?:(?P<earlier>{one_of(relative.earlier)})\s+|(?P<later>{one_of(relative.later)})\s+)?"
        rf"(?:(?P<last>{one_of(relative.last)})|(?P<this>{one_of(relative.this)})|(?P<next>{one_of(relative.next)}))"
    )
    what = (
        rf"(?:{unit}|(?P<weekend>{one_of(relative.weekend)})(?!\w)|(?P<season>{one_of(words.seasons)})(?!\w)"
        rf"|(?P<weekday>{capital(words.weekdays, capitals)})(?!\w)"
        rf"|(?P<month>{capital(words.months, capitals)})(?!\w|\s+[0-9]))"
    )
    stretch = (
        rf"(?:(?P<recent>{one_of(relative.recent)})|(?P<past>{one_of(relative.past)})"
        rf"|(?P<coming>{one_of(relative.coming)}))"
    )
    return SpokenPatterns(
        day_away=re.compile(rf"(?<!\w)(?P<words>{one_of(words.days_away)})(?!\w)"),
        lately=re.compile(rf"(?<!\w)(?P<words>{one_of(words.lately)})(?!\w)"),
        which_unit=re.compile(rf"(?<!\w)(?<!\w{DASH}){which}\s+{what}(?:{APOSTROPHE}s)?"),
        ago=re.compile(rf"(?<!\w)(?<![0-9][.,]){rough}(?:{count}\s+)?{unit}\s+{one_of(relative.ago)}(?!\w)"),
        stretch=re.compile(rf"(?<!\w){stretch}\s+(?:{count}\s+)?{unit}"),
        duration=re.compile(
            rf"(?<!\w){one_of(relative.for_)}\s+{rough}(?:(?:{one_of(relative.past)})\s+)?(?:{count}\s+)?{unit}"
        ),
        to_come=after(relative.to_come, gap=r"\s+"),
        weekday=re.compile(rf"(?<!\w)(?P<weekday>{capital(words.weekdays, capitals)})(?!\w)(?:{APOSTROPHE}s)?"),
        name_before=before(words.context.weekday_names_before),
        name_after=after(words.context.weekday_names_after, gap=r"\s+"),
    )


def find_spoken(text: str, words: DateWords) -> Iterator[Moment]:
    """Every time that only the day of writing can place."""
    patterns = _patterns(words)
    for match in patterns.day_away.finditer(text):
        days = -words.days_away[_plain(match["words"])]
        yield _moment(match, Relative(unit=Unit.DAY, whole=-days, least=days, most=days))
    for match in patterns.lately.finditer(text):
        yield _moment(match, Relative(least=0, most=words.lately[_plain(match["words"])]))
    for match in patterns.which_unit.finditer(text):
        yield _moment(match, _which(match, words))
    for match in patterns.ago.finditer(text):
        unit = unit_named(match["unit"], words)
        if match["count"] or match["unit"].lower() != words.units[unit][0]:
            least, most = count_of(match, words, unit).days(unit)
            yield _moment(match, Relative(least=max(least, 0), most=most))
    yield from _stretches(text, words)
    for match in patterns.weekday.finditer(text):
        left = text[max(0, match.start() - LEFT) : match.start()]
        if not patterns.name_before.search(left) and not patterns.name_after.match(text, match.end()):
            yield _moment(match, Relative(least=0, most=6, weekday=words.weekdays[match["weekday"].lower()], whole=0))


def _plain(phrase: str) -> str:
    return " ".join(phrase.lower().split())


def _moment(match: re.Match[str], relative: Relative, role: Role | None = None) -> Moment:
    return Moment(start=match.start(), end=match.end(), kind=Kind.RELATIVE, relative=relative, role=role)


def _which(match: re.Match[str], words: DateWords) -> Relative:
    """Last, this or next: week, month, year, weekend, season, weekday, month by name."""
    whole = -1 if match["last"] else 1 if match["next"] else 0
    clip = Clip.EARLIER if match["earlier"] else Clip.LATER if match["later"] else None
    if match["weekday"]:
        weekday = words.weekdays[match["weekday"].lower()]
        least, most = {-1: (1, 13), 0: (-6, 6), 1: (-13, -1)}[whole]
        return Relative(least=least, most=most, weekday=weekday, whole=whole)
    if match["weekend"]:
        least, most = {-1: (1, 8), 0: (-6, 6), 1: (-8, -1)}[whole]
        return Relative(least=least, most=most)
    if match["season"] or match["month"]:
        months = (words.months[match["month"].lower()], 1) if match["month"] else (_season(match, words), 3)
        least, most = {-1: (1, 730), 0: (-365, 365), 1: (-730, -1)}[whole]
        return Relative(least=least, most=most, months=months, whole=whole, clip=clip)
    unit = unit_named(match["unit"], words)
    length = round(DAYS_IN[unit])
    least, most = {-1: (1, 2 * length), 0: (1 - length, length - 1), 1: (-2 * length, -1)}[whole]
    if clip is Clip.EARLIER and whole == 0:
        least = 0
    return Relative(least=least, most=most, unit=unit, whole=whole, clip=clip if whole == 0 else None)


def _season(match: re.Match[str], words: DateWords) -> int:
    return words.seasons[match["season"].lower()]


def _stretches(text: str, words: DateWords) -> Iterator[Moment]:
    """In the past decade, in recent years, for decades."""
    for match in _patterns(words).stretch.finditer(text):
        unit = unit_named(match["unit"], words)
        most = number_range(match["count"], words)[1] if match["count"] else 1
        plural = match["unit"].lower() != words.units[unit][0]
        if match["recent"] or (plural and not match["count"]):
            yield _moment(match, _reaching(RECENT_DAYS[unit], ahead=bool(match["coming"])))
        elif match["past"] or match["coming"]:
            yield _moment(match, _reaching(round(most * DAYS_IN[unit]), ahead=bool(match["coming"])))
    for match in _patterns(words).duration.finditer(text):
        unit = unit_named(match["unit"], words)
        if _patterns(words).to_come.match(text, match.end()):
            continue
        if match["count"] or match["unit"].lower() != words.units[unit][0]:
            days = round(count_of(match, words, unit).low * DAYS_IN[unit])
            yield _moment(match, Relative(least=days, most=days), Role.SINCE)


def _reaching(days: int, *, ahead: bool) -> Relative:
    return Relative(least=-days, most=0) if ahead else Relative(least=0, most=days)
