"""How surely a claim speaks of a day: its time, its fading, and the turns of rule that it does not outlive."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
import numpy.typing as npt

from amity.core.claims import Claim, Reality
from amity.core.dates import ALWAYS, Period
from amity.core.documents import is_built_in
from amity.relate.witnesses import Witness

Days = npt.NDArray[np.float64]

UNDATED = 0.75  # words without a day bear on the day asked about less than dated ones,
NO_ERA = 0.6  # and less still where nothing tells of what time a text speaks
OF_OUR_TIME = 0.95  # how surely words of any time were written under today's rule,
RATHER_LATER = 0.7  # and words of which only the earliest day is known
BACKWARD = 0.4  # what came later says a little of the time shortly before
BACKWARD_FADES = 3.0  # and that fades so many times faster
LONGEST_MENTION = 1100  # days: "in 2011-12" mentions a time, "from 2015 to 2024" tells an end
OVER_FADES = 5.0  # how much faster what is said to be over fades
ACROSS_A_TURN = 0.02  # what was so under another rule


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """What is known of the two beside the claims: `turns` are the days on which the rule of one of them ended."""

    turns: tuple[date, ...] = ()


def presence(witnesses: Sequence[Witness], days: Sequence[date], setting: Setting) -> Days:
    """How far each witness speaks of each day, 0 to 1: array (witness, day)."""
    on = np.array([day.toordinal() for day in days], dtype=np.float64)
    rows = [_row(witness, on, setting) for witness in witnesses]
    return np.array(rows) if rows else np.zeros((0, len(days)))


def _row(witness: Witness, on: Days, setting: Setting) -> Days:
    claim = witness.claim
    written = _written(claim)
    if claim.dated:
        span = _closed(claim, written)
        row = _near(span, on, witness.kind.fades_days, after=OVER_FADES if _is_over(claim) else 1.0)
    else:
        span = _possible(claim, written)
        row = _near(span, on, witness.kind.fades_days) * (UNDATED if written is not None else NO_ERA)
    return row * _same_rule(claim, span, written, on, setting.turns)


def _written(claim: Claim) -> Period | None:
    """When the words were written; None where nothing tells."""
    return None if claim.written == ALWAYS else claim.written


def _closed(claim: Claim, written: Period | None) -> Period:
    """A dated claim's time; one without an end ("since 1979") is known to hold until it was written."""
    if claim.holds.end is not None or written is None or written.end is None:
        return claim.holds
    return claim.holds.meet(Period(None, written.end)) or claim.holds


def _possible(claim: Claim, written: Period | None) -> Period:
    """Where in time an undated claim can lie: within what its words allow and when they were written."""
    return claim.holds if written is None else (claim.holds.meet(written) or claim.holds)


def _near(span: Period, on: Days, fades_days: int, *, after: float = 1.0) -> Days:
    """1 within the span, halved every `fades_days` after it, `after` times as fast, and faster before it."""
    start = -np.inf if span.start is None else float(span.start.toordinal())
    end = np.inf if span.end is None else float(span.end.toordinal() - 1)
    late, before = np.maximum(on - end, 0.0), np.maximum(start - on, 0.0)
    near: Days = np.power(0.5, late * after / fades_days)
    early: Days = np.where(before > 0, BACKWARD * np.power(0.5, before * BACKWARD_FADES / fades_days), 1.0)
    return near * early


def _same_rule(claim: Claim, span: Period, written: Period | None, on: Days, turns: Sequence[date]) -> Days:
    """How surely the claim is about the rule of each day, where a turn of rule may lie between.

    Words that give both ends of a time mean it so. Words that leave it open
    ("since 1979"), or give no time, are shared out over both sides of a turn by
    how much of the time when they may have been written lies on each.
    """
    factor = np.ones_like(on)
    if claim.reality is Reality.ENDED:  # an ended thing speaks of both sides of its end
        return factor
    for turn in turns:
        if claim.dated and _end_is_told(claim):
            before, after = float(_begins(span) < turn), float(_ends(span) > turn)
        elif claim.dated:
            before, after = float(_begins(span) < turn), _share_after(span, turn, written)
        else:
            after = _share_after(span, turn, written)
            before = 1 - after
        share = np.where(on >= float(turn.toordinal()), after, before)
        factor = np.minimum(factor, ACROSS_A_TURN + (1 - ACROSS_A_TURN) * share)
    return factor


def _is_over(claim: Claim) -> bool:
    """Whether the claim's end is the day on which the thing was over, rather than the end of a time mentioned."""
    lasting = claim.holds.days is not None and claim.holds.days > LONGEST_MENTION
    return _end_is_told(claim) and (lasting or is_built_in(claim.citation.document))


def _end_is_told(claim: Claim) -> bool:
    """Whether the words give the end; what only ends with the writing ("since 1979") may have gone on."""
    if claim.holds.end is None:
        return False
    return claim.written.end is None or claim.holds.end < claim.written.end


def _begins(span: Period) -> date:
    return span.start or date.min


def _ends(span: Period) -> date:
    return span.end or date.max


def _share_after(possible: Period, turn: date, written: Period | None) -> float:
    """How much of the time in which words may have been written lies on or after a day.

    Words of which nothing tells when they were written are taken to be of our time.
    """
    span = possible if written is None else (possible.meet(written) or written)
    if span.start is not None and span.start >= turn:
        return 1.0
    if span.end is not None and span.end <= turn:
        return 0.0
    if written is None and span.end is None:
        return OF_OUR_TIME
    if span.start is None or span.end is None:
        return 0.0 if span.start is None else RATHER_LATER
    return (span.end - turn).days / (span.end - span.start).days
