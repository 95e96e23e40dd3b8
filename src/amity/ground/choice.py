"""Which of a statement's times is the time of a claim."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from amity.core.claims import DraftClaim, Reality, Tense
from amity.core.dates import Period, Precision
from amity.ground.times import RestsOn, Role, TimeExpression

PLACED_DAYS = 400  # a time told from an unknown day of writing is of use when it is placed within so many days
LONG_BEFORE = timedelta(days=31)


def choose_time(draft: DraftClaim, times: Sequence[TimeExpression], written: Period) -> TimeExpression | None:
    """The time nearest to the draft's cue in the cue's own clause, or None.

    Datelines date the text and not what it tells, "the 2003 invasion" only the invasion. A day, a month or a year goes
    before a war that merely frames the story.
    """
    cue_start, cue_end = draft.cue
    placed = [_placed(time, written) for time in times if time.adverbial and not time.dateline]
    fitting = [
        time
        for time in placed
        if time.period is not None
        and time.clause[0] <= cue_start < time.clause[1]
        and _may_date(time, time.period, draft, written)
    ]
    return min(fitting, key=lambda time: (_frames(time), _gap(time, cue_start, cue_end)), default=None)


def _placed(time: TimeExpression, written: Period) -> TimeExpression:
    """Place a relative time by the day of writing, where that is known well enough."""
    if time.period is not None or time.relative is None:
        return time
    period = time.relative.seen_within(written)
    if period is None or period.days is None or period.days > PLACED_DAYS:
        return time
    return replace(time, period=period, rests_on=RestsOn.WRITING)


def _may_date(time: TimeExpression, period: Period, draft: DraftClaim, written: Period) -> bool:
    bounded = written.bounded and written.precision in (Precision.DAY, Precision.MONTH)
    if draft.tense is Tense.PAST and time.role is Role.SINCE and time.relative is not None and time.period is not None:
        return False  # "ruled for 24 years" ended, nobody says when
    if draft.tense is Tense.PRESENT and time.role in (Role.ON, Role.SPAN) and bounded and written.start is not None:
        return period.end is None or period.end >= written.start - LONG_BEFORE
    if draft.reality is Reality.HAPPENED and _frames(time) and bounded:
        return not period.overlaps(written)  # a war that goes on is no date of today's news
    return True


def _frames(time: TimeExpression) -> bool:
    """A war or an era named as the setting: "in the Syrian civil war"."""
    return (
        time.name is not None
        and time.role is Role.ON
        and time.period is not None
        and time.period.precision is Precision.COARSE
    )


def _gap(time: TimeExpression, start: int, end: int) -> int:
    return max(time.start - end, start - time.end, 0)
