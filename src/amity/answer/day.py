"""The day that an answer is about, where the question gives none."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from amity.core.answers import AskedActor
from amity.core.claims import Claim, Reality
from amity.core.dates import Period
from amity.core.documents import is_built_in

UNREAL = frozenset({Reality.HYPOTHETICAL, Reality.PLANNED, Reality.CALLED_FOR})
DAY = timedelta(days=1)
NARROW_DAYS = 100  # a time of writing known so well dates what was written


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
    bears: Callable[[date], bool],
    of_the_past: bool = False,
) -> ChosenDay:
    """The day asked about; without one, the latest that the evidence speaks of and `bears` an answer for.

    What documents say comes before built-in facts, which speak of today while
    they hold. A leader who is asked about is asked about in office. Words that
    nothing dates were written some day; where the rule of one side ended late in
    that time, they are taken to speak of the time before. With nothing but facts
    that have ended, a question `of_the_past` ("were they allies?") is about their
    last day, any other about `today`: the last day on which both existed.
    """
    if given is not None:
        return ChosenDay(given, "the day asked about")
    told = [claim for claim in claims if claim.reality not in UNREAL]
    read = [claim for claim in told if not is_built_in(claim.citation.document)]
    days = {day for claim in read if (day := _spoken_of(claim)) is not None and day <= today}
    for day in sorted(days, reverse=True):
        if bears(day):
            return _in_office(ChosenDay(day, "the latest day that the evidence speaks of"), asked)
    undated = _undated_day(read, turns)
    if undated is not None:
        why = "the end of the time in which the undated texts seem to have been written"
        return _in_office(ChosenDay(undated, why), asked)
    if read:
        return _in_office(ChosenDay(today, "today, for nothing in the evidence says when it was written"), asked)
    ends = [claim.holds.last_day for claim in told if is_built_in(claim.citation.document)]
    last = max((end for end in ends if end is not None), default=None)
    if of_the_past and last is not None and None not in ends:
        return _in_office(ChosenDay(last, "the latest day of which the built-in facts speak"), asked)
    return _in_office(ChosenDay(today, "today, or the last day on which both existed"), asked)


def days_of_ends(claims: Sequence[Claim]) -> frozenset[date]:
    """The days on which, by the claims, something between the two ended."""
    return frozenset(claim.holds.end for claim in claims if claim.holds.end is not None and _tells_end(claim))


def _tells_end(claim: Claim) -> bool:
    """Whether the claim says that something ended, and when: that speaks of the time after."""
    return claim.reality is Reality.ENDED and claim.dated and claim.holds.end is not None


def _spoken_of(claim: Claim) -> date | None:
    """The last day that a claim surely speaks of; None where its words give none."""
    if _tells_end(claim):
        return claim.holds.end
    written = claim.published or (claim.written.last_day if _narrow(claim.written) else None)
    if written is not None:
        return min(written, claim.holds.last_day or written)
    still_open = claim.written.end is not None and claim.holds.end is not None and claim.holds.end >= claim.written.end
    return None if still_open else claim.holds.last_day


def _narrow(period: Period) -> bool:
    return period.days is not None and period.days <= NARROW_DAYS


def _undated_day(claims: Sequence[Claim], turns: Sequence[date]) -> date | None:
    ends = [claim.written.last_day for claim in claims if claim.written.last_day is not None]
    if not ends:
        return None
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
