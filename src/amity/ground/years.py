"""Which four digits are a year, and which are troops, roads and resolutions."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from amity.core.dates import Period, in_year
from amity.ground.moments import Kind, Moment, whole_years
from amity.ground.patterns import APOSTROPHE, DASH, YEAR, after, before, one_of
from amity.ground.times import Role
from amity.knowledge.named_periods import DateWords

LEFT = 24
MOST_SHORT_YEARS = 50  # "1914-18", but hardly "2015-88"
IN_BRACKETS = re.compile(r"[(\[]\s*$")
BRACKET_ENDS = re.compile(r"\s*[)\],;]")
AFTER_COMMA = re.compile(r"[\w.)],\s+$")
ENDS = re.compile(r"\s*(?:[.;:!?)\]]|$|,\s)")
STARTS = re.compile(r"(?:^|[.!?]\s+)$")
HEADS = re.compile(r"\s*[:–—]|\s-\s")
PLURAL = re.compile(r"\s+[a-z]+s(?![\w'’])")
WORD_FOLLOWS = re.compile(r"\s+[“\"]?[A-Za-z]")


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class YearPatterns:
    year: re.Pattern[str]
    span: re.Pattern[str]
    opener: re.Pattern[str]
    linked: re.Pattern[str]
    framing: re.Pattern[str]
    no_year_before: re.Pattern[str]
    no_year_after: re.Pattern[str]


@lru_cache(maxsize=8)
def _patterns(words: DateWords) -> YearPatterns:
    context, roles = words.context, words.roles
    articles = one_of(context.year_framing)
    return YearPatterns(
        year=re.compile(
            rf"(?<![\w$€£#%])(?<![0-9][.,:/-])(?P<year>{YEAR})(?![\w%°$€£]|[.,:/][0-9]|{DASH}\w)(?:{APOSTROPHE}s)?"
        ),
        span=re.compile(
            rf"(?<![\w$€£#%.,:/])(?<![0-9]{DASH})(?P<year>{YEAR})\s?(?:{DASH}|/)\s?"
            rf"(?:(?P<year2>{YEAR}|[0-9]{{2}})|(?P<now>{one_of(roles.to_now)}))(?![\w%]|[.,:/-][0-9]|{DASH}\w)"
        ),
        opener=before(
            [*context.year_openers, *roles.since, *roles.before, *roles.after], also=rf"(?:{one_of(context.the)}\s+)?"
        ),
        linked=re.compile(rf"[0-9]s?\s*(?:,|{DASH}|,?\s*{one_of([*roles.to, *roles.and_])})\s*$"),
        framing=re.compile(rf"(?:(?:^|(?<=\W)){articles}|\w{APOSTROPHE}s|s{APOSTROPHE})\s+$"),
        no_year_before=re.compile(rf"(?:^|(?<=\W)){one_of(context.no_year_before)}[\s.]+$"),
        no_year_after=after(context.no_year_after, gap=r"[\s-]+"),
    )


def find_years(text: str, words: DateWords) -> Iterator[Moment]:
    """Years and spans of years, by what stands around the digits."""
    patterns = _patterns(words)
    for match in patterns.span.finditer(text):
        if not _counts_something(match, text, patterns):
            yield from _span(match)
    for match in patterns.year.finditer(text):
        if _is_year(match, text, patterns):
            period = in_year(int(match["year"]))
            yield Moment(start=match.start(), end=match.end(), kind=Kind.YEAR, period=period)


def _span(match: re.Match[str]) -> Iterator[Moment]:
    first = int(match["year"])
    if match["now"]:
        yield _moment(match, in_year(first), Role.SINCE)
        return
    last = int(match["year2"])
    if last < 100:
        last += first - first % 100
        if last - first > MOST_SHORT_YEARS:
            return
    period = whole_years(first, last) if first < last else None
    if period is not None:
        yield _moment(match, period, Role.SPAN, in_year(last))


def _moment(match: re.Match[str], period: Period, role: Role, last: Period | None = None) -> Moment:
    return Moment(start=match.start(), end=match.end(), kind=Kind.STRETCH, period=period, role=role, last=last)


def _counts_something(match: re.Match[str], text: str, patterns: YearPatterns) -> bool:
    left = text[max(0, match.start() - LEFT) : match.start()]
    return bool(patterns.no_year_before.search(left) or patterns.no_year_after.match(text, match.end()))


def _is_year(match: re.Match[str], text: str, patterns: YearPatterns) -> bool:
    """Four digits are a year after a word that opens a time, or framed as one; else a number."""
    if _counts_something(match, text, patterns):
        return False
    left = text[max(0, match.start() - LEFT) : match.start()]
    if int(match["year"]) % 100 == 0 and PLURAL.match(text, match.end()):
        return False
    if patterns.opener.search(left) or patterns.linked.search(left):
        return True
    if patterns.framing.search(left):
        return bool(WORD_FOLLOWS.match(text, match.end()))
    if IN_BRACKETS.search(left):
        return bool(BRACKET_ENDS.match(text, match.end()))
    if AFTER_COMMA.search(left):
        return bool(ENDS.match(text, match.end()))
    return bool(STARTS.search(left) and HEADS.match(text, match.end()))
