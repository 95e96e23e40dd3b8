"""The day that an answer is about, where the question gives none."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from amity.core.answers import AskedActor
from amity.core.claims import Claim, Reality
from amity.core.dates import Period

UNREAL = frozenset({Reality.HYPOTHETICAL, Reality.PLANNED, Reality.CALLED_FOR})
DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class ChosenDay:
    """A day and why it was chosen."""

    on: date
    reason: str


def choose_day(
    given: date | None,
    claims: Sequence[Claim],
    asked: Sequence[AskedActor],
    turns: Sequence[date],
    *,
    today: date,
) -> ChosenDay:
    """The day asked about; without one, the latest that the claims speak of, within an asked leader's time in office.

    Facts that still hold speak of today. Words that nothing dates were written
    some day; where the rule of one side ended late in that time, they are taken
    to speak of the time before.
    """
    if given is not None:
        return ChosenDay(given, "the day asked about")
    days = [day for claim in claims if claim.reality not in UNREAL and (day := _spoken_of(claim, today)) is not None]
    latest = max((day for day in days if day <= today), default=None)
    reason = "the latest day that the evidence speaks of"
    if latest is None:
        latest = _undated_day(claims, turns)
        reason = "the time in which the undated texts seem to have been written"
    if latest is None:
        latest, reason = today, "today, for nothing in the evidence says when it was written"
    return _in_office(ChosenDay(latest, reason), asked)


def _spoken_of(claim: Claim, today: date) -> date | None:
    """The last day that a claim surely speaks of; None where its words give none."""
    if claim.reality is Reality.ENDED and claim.dated and claim.holds.end is not None:
        return claim.holds.end
    last_written = claim.written.last_day if claim.written.start is not None and _narrow(claim.written) else None
    if claim.dated and claim.holds.end is not None:
        return claim.holds.last_day
    if claim.published is not None:
        return min(claim.published, claim.holds.last_day or claim.published)
    if last_written is not None:
        return min(last_written, claim.holds.last_day or last_written)
    if claim.citation.document.startswith("facts:"):
        return today
    return claim.holds.last_day


def _narrow(period: Period) -> bool:
    return period.days is not None and period.days <= 400


def _undated_day(claims: Sequence[Claim], turns: Sequence[date]) -> date | None:
    ends = [claim.written.last_day for claim in claims if claim.written.last_day is not None]
    if not ends:
        starts = [day for claim in claims for day in (claim.holds.start, claim.written.start) if day is not None]
        return max(starts, default=None)
    latest = max(ends)
    starts = [claim.written.start for claim in claims if claim.written.start is not None]
    turn = max((turn for turn in turns if turn <= latest), default=None)
    if turn is not None and starts and (latest - turn) < (turn - min(starts)):
        return turn - DAY
    return latest


def _in_office(chosen: ChosenDay, asked: Sequence[AskedActor]) -> ChosenDay:
    for actor in asked:
        end = actor.borne.end if actor.person else None
        if end is not None and chosen.on >= end:
            chosen = ChosenDay(end - DAY, f"the last day in office of {actor.person}")
        start = actor.borne.start if actor.person else None
        if start is not None and chosen.on < start:
            chosen = ChosenDay(start, f"the first day in office of {actor.person}")
    return chosen
