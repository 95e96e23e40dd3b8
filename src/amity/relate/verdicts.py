"""From evidence to verdicts: two measures, commitment and hostility, and the chances of each verdict."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from amity.core.claims import Reality
from amity.core.relations import SCALE, Verdict
from amity.relate.presence import Days
from amity.relate.witnesses import Witness

DOUBT = 0.18  # the weight of knowing nothing, against which all evidence is held
THIN = 0.3  # less evidence than this says nothing
SPEAKS_OF = 0.3  # a claim less present than this on a day speaks of another time
AFTER_ITS_END = -0.6  # what an ended alliance says of the time after it
ENDED_SOMETIME = -0.3  # and where the text does not say when it ended
SPREAD, SPREAD_OF_ONE = 0.15, 0.22  # how wide a verdict reaches with much evidence, and how much wider with none

# Where on (commitment, hostility) each verdict stands. Chosen by hand to mean what the scale's words say.
PLACES: Mapping[Verdict, tuple[float, float]] = {
    Verdict.ALLIES: (0.78, 0.05),
    Verdict.PARTNERS: (0.42, 0.07),
    Verdict.MIXED: (0.4, 0.26),
    Verdict.NONE: (0.02, 0.02),
    Verdict.RIVALS: (0.1, 0.36),
    Verdict.ADVERSARIES: (0.05, 0.66),
    Verdict.AT_WAR: (0.02, 0.93),
}


# To have no relation must be said; it does not follow from saying little.
BEFOREHAND: Mapping[Verdict, float] = {Verdict.NONE: 0.35, Verdict.MIXED: 0.9}


@dataclass(frozen=True)
class Levels:
    """For each day: commitment and hostility (0 to 1) and the weight of evidence they rest on."""

    commitment: Days
    hostility: Days
    evidence: Days


def levels(witnesses: Sequence[Witness], present: Days, on: Sequence[int]) -> Levels:
    """Weigh the witnesses for each day; `present` is (witness, day), `on` the days as ordinals."""
    weight = np.array([witness.weight for witness in witnesses])[:, None] * present
    ends = after_end(witnesses, on)
    commitment = np.array([witness.commitment for witness in witnesses])[:, None] * ends
    hostility = np.array([witness.hostility for witness in witnesses])[:, None] * np.abs(ends)
    return Levels(_level(weight, commitment), _level(weight, hostility), weight.sum(axis=0))


def direct_weight(witnesses: Sequence[Witness], present: Days) -> Days:
    """For each day the weight of the witnesses that speak of that very time: array (day)."""
    weight = np.array([witness.weight for witness in witnesses])[:, None] * present
    result: Days = np.where(present >= SPEAKS_OF, weight, 0.0).sum(axis=0)
    return result


def after_end(witnesses: Sequence[Witness], on: Sequence[int]) -> Days:
    """How far what a witness says is turned round on each day because it had ended: (witness, day)."""
    days = np.array(on, dtype=np.float64)
    rows = np.ones((len(witnesses), len(days)))
    for index, witness in enumerate(witnesses):
        if witness.claim.reality is Reality.ENDED:
            end = witness.claim.holds.end if witness.claim.dated else None
            rows[index] = ENDED_SOMETIME if end is None else np.where(days >= end.toordinal(), AFTER_ITS_END, 1.0)
    return rows


def _level(weight: Days, value: Days) -> Days:
    """Share of the evidence that speaks for it, times how strongly it speaks."""
    towards = (weight * np.maximum(value, 0)).sum(axis=0)
    against = (weight * np.maximum(-value, 0)).sum(axis=0)
    strength = (weight * np.maximum(value, 0) ** 2).sum(axis=0) / np.maximum(towards, 1e-9)
    result: Days = towards / (towards + against + DOUBT) * strength
    return result


def chances(level: Levels) -> npt.NDArray[np.float64]:
    """Chances of the verdicts of SCALE for each day: array (day, verdict); rows sum to 1.

    A verdict is the likelier, the nearer the levels are to its place; the more
    evidence there is, the sharper.
    """
    places = np.array([PLACES[verdict] for verdict in SCALE])
    at = np.stack([level.commitment, level.hostility], axis=1)
    distance = ((at[:, None, :] - places[None, :, :]) ** 2).sum(axis=2)
    spread = SPREAD + SPREAD_OF_ONE / (1.0 + 2.0 * level.evidence)
    beforehand = np.array([BEFOREHAND.get(verdict, 1.0) for verdict in SCALE])
    likelihood = beforehand * np.exp(-distance / (2 * spread[:, None] ** 2))
    total: npt.NDArray[np.float64] = likelihood / likelihood.sum(axis=1, keepdims=True)
    return total


def verdict_of(row: npt.NDArray[np.float64], evidence: float) -> Verdict:
    """The likeliest verdict, or unknown where the evidence is thin."""
    return Verdict.UNKNOWN if evidence < THIN else SCALE[int(np.argmax(row))]
