"""A time in the words of a text: where it stands, what stretch it names, and how."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from amity.core.dates import Period, Precision
from amity.ground.relative import Relative


class Role(StrEnum):
    """How a time bounds what is said of it."""

    ON = "on"  # in 2015, on 19 September
    SINCE = "since"  # since 2011, from 2015 on
    UNTIL = "until"
    SPAN = "span"  # from 2015 to 2024, 2011-12
    BEFORE = "before"
    AFTER = "after"


class RestsOn(StrEnum):
    """What had to be known to turn the words into a period."""

    TEXT = "text"  # nothing but the words
    PUBLISHED = "published"  # the day that the document was published
    WRITING = "writing"  # a day of writing that the text itself lets us infer


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeExpression:
    """Words that say when: `text == statement[start:end]`.

    `period` is the stretch that the words name ("since 2011" names 2011), and
    None where they cannot be placed: "on Friday" in an undated text. Then
    `relative` says how far from the writing it lies. `reach` is the stretch
    spoken of, role and all. `last` is the end of a span, as the text gives it.
    `dateline` marks the day on which the text says that it was written.
    `clause` is the stretch of the text that the words can speak of. `adverbial`
    is false where they only belong to a noun: "the 2003 invasion".
    """

    start: int
    end: int
    text: str
    period: Period | None
    role: Role
    rests_on: RestsOn = RestsOn.TEXT
    relative: Relative | None = None
    name: str | None = None  # of the named period, where the words name one
    last: Period | None = None
    dateline: bool = False
    adverbial: bool = True
    clause: tuple[int, int]

    @property
    def reach(self) -> Period | None:
        """The stretch that the words speak of: "since 2011" is 2011-01-01 until open.

        After a day or a named period means after its end; after a year or a
        month may still be within it ("after the 2011 protests").
        """
        return None if self.period is None else reach(self.period, self.role, named=self.name is not None)


def reach(period: Period, role: Role, *, named: bool = False) -> Period:
    """The stretch spoken of by a period in a role."""
    if role is Role.SINCE:
        return Period(period.start, None)
    if role is Role.UNTIL:
        return Period(None, period.end)
    if role is Role.BEFORE:
        return Period(None, period.start)
    if role is Role.AFTER:
        within = not named and period.precision in (Precision.MONTH, Precision.YEAR)
        return Period(period.start if within else period.end or period.start, None)
    return period
