"""Datelines and bylines: the day on which a text says that it was written."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from amity.ground.moments import Kind, Moment, Today
from amity.ground.patterns import capital
from amity.ground.times import RestsOn
from amity.knowledge.named_periods import DateWords

LEFT = 60
CLOCK = r"[0-2]?[0-9][:.][0-5][0-9](?::[0-5][0-9])?\s?(?:[APap]\.?[Mm]\.?)?"
AGENCY_DASH = re.compile(r"\s*(?:\([\w /]+\)\s*)?[-–—]")
PLACE = re.compile(
    r"(?:^|[.!?”\"]\s+)[A-Z][A-Z.'’ -]{2,30}(?:,\s+[A-Z][\w.]+(?:\s+[A-Z][\w.]+)?)?,?\s*(?:\([\w /]+\)\s*)?[-–—,]?\s*$"
)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class DatelinePatterns:
    before: re.Pattern[str]
    after: re.Pattern[str]


@lru_cache(maxsize=8)
def _patterns(words: DateWords) -> DatelinePatterns:
    line = words.dateline
    zone = rf"(?:{'|'.join(zone.upper() for zone in line.zones)})"
    furniture = "|".join(phrase.capitalize() for phrase in line.furniture)
    return DatelinePatterns(
        before=re.compile(
            rf"(?:(?:^|(?<=\W)){capital(line.verbs, True)}\s*:?\s*(?:{CLOCK}\s*{zone}?,?\s*)?"
            rf"|{CLOCK}\s*{zone},?\s+|[|•·]\s*)$"
        ),
        after=re.compile(rf",?\s*(?:\w{{2}}\s+)?{CLOCK}\s*{zone}(?!\w)|\s*[|•·]|[.,]?\s+(?:{furniture})(?!\w)"),
    )


def marked(moment: Moment, text: str, words: DateWords) -> Moment:
    """The moment, marked where it is a dateline: after "Updated", before "Print", or "BEIRUT, Nov 29 -"."""
    if moment.kind is not Kind.DAY:
        return moment
    left = text[max(0, moment.start - LEFT) : moment.start]
    patterns = _patterns(words)
    told = patterns.before.search(left) or patterns.after.match(text, moment.end)
    placed = AGENCY_DASH.match(text, moment.end) and PLACE.search(left)
    return replace(moment, dateline=True) if told or placed else moment


def reading_day(moments: Iterable[Moment], published: date | None) -> Today | None:
    """The day to read a text from: that of its publication, else the latest of its datelines."""
    if published is not None:
        return Today(published, RestsOn.PUBLISHED)
    days = [moment.period.start for moment in moments if moment.dateline and moment.period and moment.period.start]
    return Today(max(days), RestsOn.WRITING) if days else None
