"""From moments to expressions: parts, neighbours that belong together, and roles."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache

from amity.core.dates import Period, on_day
from amity.ground.moments import Kind, Moment, in_that_year, share_of, spanning, turn_of
from amity.ground.patterns import DASH, after, before, one_of
from amity.ground.relative import away
from amity.ground.spoken import count_of, counted_units, unit_named
from amity.ground.times import Role
from amity.knowledge.named_periods import DateWords

LEFT = 48
CLAUSE = 90  # how far a "since" reaches within its own clause


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class JoinPatterns:
    part: re.Pattern[str]
    role: re.Pattern[str]
    clause: re.Pattern[str]
    first: re.Pattern[str]
    onward: re.Pattern[str]
    to_now: re.Pattern[str]
    span_gap: re.Pattern[str]
    and_gap: re.Pattern[str]
    of_gap: re.Pattern[str]
    offset: re.Pattern[str]
    began: re.Pattern[str]
    ended: re.Pattern[str]


@lru_cache(maxsize=8)
def _patterns(words: DateWords) -> JoinPatterns:
    roles, writing = words.roles, words.writing
    the, of = rf"(?:{one_of(words.context.the)}\s+)?", one_of(words.context.of)
    of_the = rf"(?:(?:{of})\s+)?{the}"
    named = {
        "since": roles.since,
        "until": roles.until,
        "before": roles.before,
        "after": roles.after,
        "between": roles.between,
        "from": roles.from_,
        "on": roles.on,
        "beside": roles.beside,
    }
    each = "|".join(rf"(?P<{name}>{one_of(phrases)})" for name, phrases in named.items())
    clause = "|".join(
        rf"(?P<{name}>{one_of(word for word in named[name] if word in roles.in_clause)})"
        for name in ("since", "until", "before", "after")
    )
    rough, count, unit = counted_units(words)
    offset = rf"(?:(?P<after>{one_of(writing.offset_after)})|(?P<before>{one_of(writing.offset_before)}))"
    return JoinPatterns(
        part=before(words.parts, also=of_the),
        role=re.compile(rf"(?:^|(?<=\W))(?:{each})(?:\s+|{DASH}){the}$"),
        clause=re.compile(rf"(?:^|(?<=\W))(?:{clause})(?=\s)"),
        first=re.compile(rf"(?:^|(?<=\W)){one_of(roles.first_since)}(?!\w)[^.;:]{{0,40}}$"),
        onward=after(roles.onward, gap=r"\s+"),
        to_now=re.compile(rf"\s*(?:{DASH}|{one_of(roles.to)}(?!\w))\s*{the}(?:{one_of(roles.to_now)})(?!\w)"),
        span_gap=re.compile(rf"\s*(?:{DASH}|{one_of(roles.to)}(?!\w))\s*{the}"),
        and_gap=re.compile(rf"\s*,?\s*{one_of(roles.and_)}\s+{of_the}"),
        of_gap=re.compile(rf"\s+(?:{one_of([*words.context.of, *roles.on])})\s+|\s*\("),
        offset=re.compile(rf"(?:^|(?<=\W)){rough}{count}\s+{unit}\s+{offset}\s+{the}$"),
        began=after(words.began, gap=r"\s+"),
        ended=after(words.ended, gap=r"\s+"),
    )


def with_part(moment: Moment, text: str, words: DateWords) -> Moment:
    """Take in what says which part is meant: "early 2024", "the onset of the war", "the war began"."""
    if moment.kind is Kind.DAY:
        return moment
    patterns = _patterns(words)
    match = patterns.part.search(text[max(0, moment.start - LEFT) : moment.start])
    if match:
        start = moment.start - (min(LEFT, moment.start) - match.start())
        share = turn_of if moment.kind is Kind.NAMED else share_of
        part = words.parts[" ".join(match["words"].lower().split())]
        return replace(moment, start=start, period=share(moment.period, part) if moment.period else None)
    return _turned(moment, text, patterns) if moment.kind is Kind.NAMED else moment


def _turned(moment: Moment, text: str, patterns: JoinPatterns) -> Moment:
    """Of a period that "began" or "ended" that moment alone is meant."""
    if moment.period is None:
        return moment
    for pattern, part in ((patterns.began, (0.0, 0.0)), (patterns.ended, (1.0, 1.0))):
        match = pattern.match(text, moment.end)
        day = moment.period.start if part[0] == 0.0 else moment.period.last_day
        if match and day is not None:
            return replace(moment, end=match.end(), period=on_day(day))
    return moment


def joined(moments: Sequence[Moment], text: str, words: DateWords) -> list[Moment]:
    """Put together the neighbours that are one time: spans, "1960s and early 1970s", "the revolution in 1979"."""
    kept: list[Moment] = []
    for moment in moments:
        one = _one(kept[-1], moment, text, words) if kept else None
        if one is not None:
            kept[-1] = one
        elif not kept or moment.start >= kept[-1].end:
            kept.append(moment)
    return kept


def _one(left: Moment, right: Moment, text: str, words: DateWords) -> Moment | None:
    gap, patterns = text[left.end : right.start], _patterns(words)
    if left.end > right.start or left.dateline or right.dateline or len(gap) > LEFT:
        return None
    if Kind.NAMED in (left.kind, right.kind):
        of = gap.isspace() if right.kind is Kind.NAMED else patterns.of_gap.fullmatch(gap)
        return _both(left, right) if of and left.role is None and right.role is None else None
    if patterns.span_gap.fullmatch(gap):
        return _span(left, right)
    if patterns.and_gap.fullmatch(gap):
        role = patterns.role.search(text[max(0, left.start - LEFT) : left.start])
        return _span(left, right) if role and role["between"] else _run(left, right)
    return None


def _both(left: Moment, right: Moment) -> Moment | None:
    """A name and a date of one thing: what they share."""
    if left.period is None or right.period is None:
        return None
    shared = left.period.meet(right.period)
    named = left if left.kind is Kind.NAMED else right
    if shared is None:
        return None
    kind, name = (Kind.NAMED, named.name) if shared == named.period else (Kind.STRETCH, None)
    return replace(left, end=right.end, period=shared, kind=kind, name=name, yearless=None)


def _span(left: Moment, right: Moment) -> Moment | None:
    left = _lent_year(left, right)
    if left.period is None or right.period is None or left.role or right.role:
        return None
    if left.period.start is None or right.period.start is None or right.period.start <= left.period.start:
        return None
    period = spanning((left.period, right.period))
    return replace(left, end=right.end, period=period, kind=Kind.STRETCH, role=Role.SPAN, last=right.period)


def _lent_year(left: Moment, right: Moment) -> Moment:
    """Of "19 September to 3 October 2016" the first day takes the year of the second."""
    if left.yearless is None or right.yearless is not None or right.period is None or right.period.start is None:
        return left
    first = right.period.start
    later = (left.yearless.month, left.yearless.day or 1) > (first.month, first.day)
    return replace(left, period=in_that_year(left.yearless, first.year - later), rests_on=right.rests_on)


def _run(left: Moment, right: Moment) -> Moment | None:
    """Two stretches that follow on one another make one; else they stay two."""
    if left.yearless is not None and left.yearless.day is None:
        left = _lent_year(left, right)
    if left.period is None or right.period is None or Kind.RELATIVE in (left.kind, right.kind):
        return None
    if left.period.end is None or right.period.start is None or left.period.start is None:
        return None
    gap_days = (right.period.start - left.period.end).days
    if gap_days > 0 and not (
        left.kind is right.kind is Kind.STRETCH and gap_days < 2500 and right.period.days != left.period.days
    ):
        return None
    if right.period.start < left.period.start:
        return None
    return replace(left, end=right.end, period=spanning((left.period, right.period)), kind=Kind.STRETCH)


def with_offset(moment: Moment, text: str, words: DateWords) -> Moment:
    """A time told from another: "over a year after Russia's full-scale invasion of Ukraine"."""
    match = _patterns(words).offset.search(text[max(0, moment.start - LEFT) : moment.start])
    if not match or moment.period is None or moment.period.start is None or moment.kind is Kind.RELATIVE:
        return moment
    start = moment.start - (min(LEFT, moment.start) - match.start())
    unit = unit_named(match["unit"], words)
    count = count_of(match, words, unit)
    least, most = count.days(unit)
    base = _base(moment, moment.period, match, words)
    try:
        if match["before"]:
            period = Period(base - timedelta(days=most), base - timedelta(days=least) + timedelta(days=1))
            return replace(moment, start=start, period=period, kind=Kind.STRETCH, name=None)
        if match["more"]:
            day = away(base, count.low, unit)
            return replace(moment, start=start, period=on_day(day), kind=Kind.DAY, role=Role.AFTER, name=None)
        period = Period(base + timedelta(days=max(least, 0)), base + timedelta(days=most + 1))
        return replace(moment, start=start, period=period, kind=Kind.STRETCH, name=None)
    except (OverflowError, ValueError):
        return moment


def _base(moment: Moment, period: Period, match: re.Match[str], words: DateWords) -> date:
    """After a war means after its end; since it, or into it, after its beginning."""
    from_start = match["before"] or match["after"].lower() in (*words.writing.from_start,)
    if moment.kind is Kind.NAMED and not from_start and period.last_day is not None:
        return period.last_day
    return period.start or date.min


def with_role(moment: Moment, text: str, words: DateWords, *, since: int) -> Moment:
    """Find the words that say how the time bounds what is told; `since` is where the last time ended."""
    patterns = _patterns(words)
    left_start = max(since, moment.start - LEFT)
    match = patterns.role.search(text[left_start : moment.start])
    name = match.lastgroup if match else None
    start = left_start + match.start() if match and name != "beside" else moment.start
    told = replace(moment, start=start, adverbial=_is_adverbial(moment, match, words))
    if moment.role is not None:
        return told if name in ("from", "between", "on", "since") else replace(told, start=moment.start, adverbial=True)
    now = patterns.to_now.match(text, moment.end)
    if now and moment.kind is not Kind.RELATIVE:
        return replace(told, end=now.end(), role=Role.SINCE, adverbial=True)
    if name == "from":
        on = patterns.onward.match(text, moment.end)
        onset = moment.kind is not Kind.DAY and moment.period is not None and moment.period.days == 1
        return replace(told, end=on.end() if on else moment.end, role=Role.SINCE if on or onset else Role.ON)
    if name in ("since", "until", "before", "after"):
        first = name == "since" and patterns.first.search(text[max(0, start - LEFT) : start])
        return replace(told, role=Role.AFTER if first else Role(name))
    part_of_noun = moment.kind is Kind.NAMED and name == "beside"  # "after 13 years of civil war in Syria"
    role = Role.ON if part_of_noun else _role_of_clause(moment, text, words, since=since)
    return replace(told, role=role, adverbial=told.adverbial or role is not Role.ON)


def _is_adverbial(moment: Moment, match: re.Match[str] | None, words: DateWords) -> bool:
    """Whether the words say when the rest took place, or only belong to a noun.

    Days and relative times need no preposition for that ("clashed Wednesday"),
    names of periods need one that tells of time.
    """
    if match is None:
        return moment.kind in (Kind.DAY, Kind.RELATIVE) or (moment.start == 0 and moment.kind is not Kind.NAMED)
    if match.lastgroup not in ("on", "beside"):
        return True
    if moment.kind is Kind.NAMED:
        return " ".join(match[match.lastgroup].lower().split()) in words.roles.on_named
    return match.lastgroup == "on" or moment.kind in (Kind.DAY, Kind.RELATIVE)


def _role_of_clause(moment: Moment, text: str, words: DateWords, *, since: int) -> Role:
    """A "since" earlier in the same clause: "since the civil war broke out there in 2011"."""
    if moment.kind is Kind.RELATIVE:
        return Role.ON
    left = text[max(since, moment.start - CLAUSE) : moment.start]
    matches = list(_patterns(words).clause.finditer(left))
    if not matches or re.search(r"[.,;:()!?—–\"“”]", left[matches[-1].end() :]):
        return Role.ON
    return Role(matches[-1].lastgroup or "on")
