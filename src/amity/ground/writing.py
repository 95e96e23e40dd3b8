"""When a text was written, as far as its own words tell."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import pairwise

from amity.core.actors import Mention
from amity.core.dates import ALWAYS, Period, on_day
from amity.ground.patterns import DASH, one_of
from amity.ground.relative import Unit, away
from amity.ground.spoken import counted_units, number_range, unit_named
from amity.ground.times import RestsOn, Role, TimeExpression
from amity.knowledge.named_periods import DateWords, NamedPeriod, NamedPeriods

LEFT = 120
TIE_DAYS = 31  # only what happened within a month or less can be tied to "last month"
TIE_GAP = re.compile(r"\s*,?\s*|\s+(?:[\w'’-]+\s+){0,3}")
AGE_GAP = re.compile(r"\s+(?:[\w'’-]+\s+){0,2}")
SENTENCE = re.compile(r"[.;:!?]\s")
# How far from the anniversary people still say "nine-year", before it and after it. Papers
# round up in the months before ("nine-year" from eight and a half), and are slow to change
# the number after the next one.
LOOSE_MONTHS = {Unit.MONTH: (0.5, 1.25), Unit.YEAR: (6.0, 15.0), Unit.DECADE: (12.0, 48.0)}
MONTHS_IN = {Unit.MONTH: 1, Unit.YEAR: 12, Unit.DECADE: 120}


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class WritingPatterns:
    age: re.Pattern[str]
    age_of: re.Pattern[str]
    year_of: re.Pattern[str]
    gone_before: re.Pattern[str]
    gone_after: re.Pattern[str]
    doubt: re.Pattern[str]
    deadline: re.Pattern[str]


@lru_cache(maxsize=8)
def _patterns(words: DateWords) -> WritingPatterns:
    writing, relative = words.writing, words.relative
    units = one_of(name for names in words.units.values() for name in names)
    number, suffixes = one_of(words.numbers), one_of(words.context.day_suffixes)
    nearly, more = one_of(relative.nearly), one_of(relative.more_than)
    rough, count, unit = counted_units(words)
    name = rf"(?:(?:[A-Z][\w.{'’'}'-]*|{one_of(writing.titles)})\s+){{0,5}}"
    return WritingPatterns(
        age=re.compile(
            rf"(?<![\w$€£-])(?:(?P<nearly>{nearly})(?:\s+|{DASH})|(?P<more>{more})(?:\s+|{DASH}))?"
            rf"(?:{one_of(writing.age_before)}{DASH})?(?:(?P<count>[0-9]{{1,2}}|{number}(?:{DASH}{number})?)(?:{DASH}|\s+))?"
            rf"(?P<unit>{units})(?:{DASH}{one_of(writing.age_after)})?(?!\w)"
        ),
        age_of=re.compile(rf"(?<!\w){rough}{count}\s+{unit}\s+{one_of(writing.age_of)}(?=\s)"),
        year_of=re.compile(
            rf"(?<!\w)(?P<count>{one_of(words.ordinals)}|[0-9]{{1,2}}{suffixes})\s+{one_of(writing.year_of)}(?!\w)"
        ),
        gone_before=re.compile(rf"(?:^|(?<=\W))(?<!\bto\s){one_of(writing.gone_before)}(?:\s+|{DASH}){name}$"),
        gone_after=re.compile(rf"\s*{one_of(writing.gone_after)}(?!\w)"),
        doubt=re.compile(rf"(?:^|(?<=\W)){one_of(writing.doubt)}(?!\w)"),
        deadline=re.compile(rf"{one_of(writing.deadline)}\s"),
    )


def infer_writing(
    text: str,
    times: Sequence[TimeExpression],
    *,
    published: date | None,
    periods: NamedPeriods,
    words: DateWords,
    mentions: Sequence[Mention] = (),
) -> Period:
    """Bounds for when the words were written: the day of publication where it is known.

    Else, the surest first: the text's own datelines; the age that it gives a war
    ("the nine-year Syrian civil war"); a known event put at a distance from now
    ("the fall of Damascus last month"); and that it can tell only of what had
    begun, naming only who had come to office, and calling "former" only who had
    left it. What contradicts a surer sign is left out. With no sign, always.
    """
    if published is not None:
        return on_day(published)
    written = ALWAYS
    signs = (
        *_datelines(times),
        *_ages(text, times, periods, words),
        *_ties(text, times),
        *_gone(text, mentions, words),
        *_begun(text, times, words),
        *(Period(mention.borne.start, None) for mention in mentions),
    )
    for sign in signs:
        written = written.meet(sign) or written
    return written


def _datelines(times: Sequence[TimeExpression]) -> Iterator[Period]:
    """From the first dateline until the last: published, then updated."""
    days = [time.period for time in times if time.dateline and time.period is not None]
    if days:
        yield Period(min(day.start or date.min for day in days), max(day.end or date.max for day in days))


def _ages(text: str, times: Sequence[TimeExpression], periods: NamedPeriods, words: DateWords) -> Iterator[Period]:
    named_times = [(time, _called(time.name, periods)) for time in times if time.name is not None]
    if not named_times:
        return
    patterns = _patterns(words)
    for pattern in (patterns.age, patterns.age_of, patterns.year_of):
        for match in pattern.finditer(text):
            for time, named in named_times:
                if named is not None and _belongs(match, time, text):
                    window = _age_window(match, named, words)
                    if window is not None:
                        yield window


def _called(name: str, periods: NamedPeriods) -> NamedPeriod | None:
    return next((named for named in periods.periods if named.name == name), None)


def _belongs(match: re.Match[str], time: TimeExpression, text: str) -> bool:
    """Whether the age stands within the name, or right before it."""
    if time.start <= match.start() and match.end() <= time.end:
        return True
    return match.end() <= time.start and AGE_GAP.fullmatch(text, match.end(), time.start) is not None


def _age_window(match: re.Match[str], named: NamedPeriod, words: DateWords) -> Period | None:
    """When somebody wrote who gave a period this age.

    Where the period is over and the age is its whole length, nothing tells how
    long after its end that was: "the six-year war".
    """
    start, found = named.period.start, match.groupdict()
    unit = unit_named(found["unit"], words) if found.get("unit") else Unit.YEAR
    if start is None or unit not in MONTHS_IN or not (found.get("count") or unit is Unit.DECADE):
        return None
    if "unit" not in found:
        low = high = _ordinal(found["count"] or "", words) - 1
    else:
        low, high = number_range(found["count"], words) if found["count"] else (1, 1)
    before, after = LOOSE_MONTHS[unit]
    months = MONTHS_IN[unit]
    first = 0.0 if found.get("more") else before
    last = 0.0 if found.get("nearly") else after
    try:
        window = Period(away(start, low * months - first, Unit.MONTH), away(start, high * months + last, Unit.MONTH))
    except (ValueError, OverflowError):
        return None
    end = named.period.end
    return Period(window.start, None) if end is not None and window.covers(end) else window


def _ordinal(name: str, words: DateWords) -> int:
    digits = "".join(char for char in name if char in "0123456789")
    return int(digits) if digits else words.ordinals[name.lower()]


def _ties(text: str, times: Sequence[TimeExpression]) -> Iterator[Period]:
    """A day that is known, and right after it, or right before, how long ago it was."""
    for left, right in pairwise(times):
        follows = TIE_GAP.fullmatch(text, left.end, right.start)
        window = _tie(left, right) if follows else None
        if window is None and text[left.end : right.start].isspace():
            window = _tie(right, left)
        if window is not None:
            yield window


def _tie(known: TimeExpression, distant: TimeExpression) -> Period | None:
    period, relative = known.period, distant.relative
    if period is None or period.start is None or known.rests_on is not RestsOn.TEXT or known.dateline:
        return None
    if relative is None or distant.period is not None or known.role not in (Role.ON, Role.AFTER):
        return None
    last_day = period.last_day
    if last_day is None or (last_day - period.start).days > TIE_DAYS:
        return None
    first, last = relative.written_when(period.start), relative.written_when(last_day)
    if first is None or last is None:
        return None
    return Period(first.start, last.end).meet(Period(period.start, None))


def _begun(text: str, times: Sequence[TimeExpression], words: DateWords) -> Iterator[Period]:
    """What is told as fact had begun by then."""
    for time in times:
        known_from = _known_from(time)
        if known_from is None or _patterns(words).deadline.match(time.text):
            continue
        if not _doubted(text, time.start, words):
            yield Period(known_from, None)


def _known_from(time: TimeExpression) -> date | None:
    """The first day on which somebody could speak of this time as gone or going."""
    if time.period is None or time.rests_on is not RestsOn.TEXT or time.dateline or time.role is Role.BEFORE:
        return None
    if time.role is Role.AFTER and time.reach is not None:
        return time.reach.start
    return time.last.start if time.last is not None else time.period.start


def _doubted(text: str, place: int, words: DateWords) -> bool:
    """Whether the clause before speaks of what is feared, wanted, planned or supposed."""
    left = text[max(0, place - LEFT) : place]
    breaks = [match.end() for match in SENTENCE.finditer(left)]
    return _patterns(words).doubt.search(left, breaks[-1] if breaks else 0) is not None


def _gone(text: str, mentions: Sequence[Mention], words: DateWords) -> Iterator[Period]:
    """A leader called former, ousted or fled held his office no more."""
    patterns = _patterns(words)
    for mention in mentions:
        if mention.person is None or mention.borne.end is None:
            continue
        left = text[max(0, mention.start - LEFT) : mention.start]
        gone = patterns.gone_before.search(left) or patterns.gone_after.match(text, mention.end)
        if gone and not _doubted(text, mention.start, words):
            yield Period(mention.borne.end, None)
