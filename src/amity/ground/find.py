"""Find the times that a text gives."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from amity.ground.calendar_dates import find_centuries, find_days, find_decades, find_months, find_seasons
from amity.ground.datelines import marked, reading_day
from amity.ground.joining import joined, with_offset, with_part, with_role
from amity.ground.moments import AHEAD, Kind, Moment, Today, in_order, settled
from amity.ground.named import find_named
from amity.ground.patterns import one_of
from amity.ground.spoken import find_spoken
from amity.ground.times import Role, TimeExpression
from amity.ground.years import find_years
from amity.knowledge.named_periods import DateWords, NamedPeriods

WORD = re.compile(r"[^\W\d_]+")
DIGIT = re.compile(r"[0-9]")


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Guards:
    """Single small words without which a text holds no time of that sort."""

    calendar: frozenset[str]
    seasons: frozenset[str]
    centuries: frozenset[str]
    spoken: frozenset[str]
    clause_break: re.Pattern[str]


@lru_cache(maxsize=8)
def _guards(words: DateWords) -> Guards:
    units = [name for names in words.units.values() for name in names]
    spoken = [*words.days_away, *words.lately, *units, *words.relative.weekend, *words.seasons]
    return Guards(
        calendar=_key_words([*words.months, *words.months_short]),
        seasons=_key_words(words.seasons),
        centuries=_key_words(words.units["century"]),
        spoken=_key_words([*spoken, *words.weekdays, *words.months]),
        clause_break=re.compile(
            rf"[;:](?!\d)|\s[–—-]\s|—|[.!?][\"”’)]*\s+(?=[\"“]?[A-Z])|(?<!\w){one_of(words.context.clause_breaks)}(?!\w)"
        ),
    )


def _key_words(phrases: Iterable[str]) -> frozenset[str]:
    """The longest word of each phrase: where that is absent, so is the phrase."""
    return frozenset(max(WORD.findall(phrase), key=len) for phrase in phrases)


def find_times(
    text: str, *, published: date | None, periods: NamedPeriods, words: DateWords
) -> tuple[TimeExpression, ...]:
    """The times that a text gives, from left to right, without overlaps.

    Times told from the day of writing ("on Friday", "last month", "on 19 September")
    are placed by `published`, else by a full date in the text's own dateline; with
    neither they have no period. A day without a year is the nearest such day not
    later than two days after that day. What merely looks like a time (troops,
    roads, resolutions) is none.
    """
    moments = list(_all_moments(text, periods, words))
    if not moments:
        return ()
    kept = [marked(moment, text, words) for moment in in_order(moments)]
    today = reading_day(kept, published)
    placed = [with_part(settled(moment, today), text, words) for moment in kept if _possible(moment, today)]
    return tuple(_expressions(joined(placed, text, words), text, words))


def _clause(breaks: Sequence[tuple[int, int]], length: int, start: int, end: int) -> tuple[int, int]:
    """From the last break before to the first break after."""
    left = bisect_right(breaks, start, key=lambda span: span[1])
    right = bisect_left(breaks, end, key=lambda span: span[0])
    return (breaks[left - 1][1] if left else 0), (breaks[right][0] if right < len(breaks) else length)


def _all_moments(text: str, periods: NamedPeriods, words: DateWords) -> Iterable[Moment]:
    guards = _guards(words)
    known = {word.lower() for word in WORD.findall(text)}
    digits = DIGIT.search(text) is not None
    if digits:
        yield from find_days(text, words)
        yield from find_years(text, words)
        yield from find_decades(text, words)
    if not known.isdisjoint(guards.calendar):
        yield from find_months(text, words)
    if digits and not known.isdisjoint(guards.seasons):
        yield from find_seasons(text, words)
    if not known.isdisjoint(guards.centuries):
        yield from find_centuries(text, words)
    if not known.isdisjoint(guards.spoken):
        yield from find_spoken(text, words)
    yield from find_named(text, periods, words)


def _possible(moment: Moment, today: Today | None) -> bool:
    """Nobody names a period that is still to come: such a name means something else."""
    if moment.kind is not Kind.NAMED or today is None or moment.period is None or moment.period.start is None:
        return True
    return moment.period.start <= today.day + AHEAD


def _expressions(moments: Iterable[Moment], text: str, words: DateWords) -> Iterable[TimeExpression]:
    reached = 0
    breaks = [match.span() for match in _guards(words).clause_break.finditer(text)]
    for moment in moments:
        if moment.start < reached:
            continue
        told = with_role(with_offset(moment, text, words), text, words, since=reached)
        if told.start < reached:
            told = replace(told, start=moment.start)
        reached = told.end
        yield TimeExpression(
            start=told.start,
            end=told.end,
            text=text[told.start : told.end],
            period=told.period,
            role=told.role or Role.ON,
            rests_on=told.rests_on,
            relative=told.relative,
            name=told.name,
            last=told.last,
            dateline=told.dateline,
            adverbial=told.adverbial,
            clause=_clause(breaks, len(text), told.start, told.end),
        )
