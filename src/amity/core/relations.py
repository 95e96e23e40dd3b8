"""How two actors stand toward each other, over time."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from amity.core.actors import ActorId
from amity.core.claims import ClaimId, Layer
from amity.core.dates import Period


@dataclass(frozen=True, slots=True)
class Dyad:
    """Two actors without order: Dyad.of(A, B) == Dyad.of(B, A)."""

    a: ActorId
    b: ActorId

    @classmethod
    def of(cls, one: ActorId, other: ActorId) -> Dyad:
        return cls(min(one, other), max(one, other))


class Verdict(StrEnum):
    """The scale of a relation, from the best to the worst; unknown is outside it."""

    ALLIES = "allies"
    PARTNERS = "partners"
    MIXED = "mixed"
    NONE = "none"
    RIVALS = "rivals"
    ADVERSARIES = "adversaries"
    AT_WAR = "at_war"
    UNKNOWN = "unknown"


SCALE = tuple(verdict for verdict in Verdict if verdict is not Verdict.UNKNOWN)


@dataclass(frozen=True, slots=True, kw_only=True)
class Estimate:
    """How a dyad stood on one day, from what was known by another.

    `chances` sum to 1 over SCALE. `verdict` is the likeliest of them, or
    unknown where the evidence is thin or speaks of other times. `commitment`
    and `hostility` are the two things it is made of, 0 to 1 each.
    `witnesses` is the weight of independent evidence that bears on the day, and
    `direct` the part of it that speaks of that very time, rather than of a time
    before, or of the rule before.
    """

    on: date
    verdict: Verdict
    chances: Mapping[Verdict, float]
    commitment: float
    hostility: float
    witnesses: float
    direct: float
    layers: Mapping[Layer, Verdict]


@dataclass(frozen=True, slots=True, kw_only=True)
class Bearing:
    """How one claim bears on an estimate: its weight, and toward which side."""

    claim: ClaimId
    weight: float  # 0 upward, after copies, age, reality and doubt are allowed for
    favours: float  # +1 speaks for commitment, -1 for hostility or against commitment


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A turn in a relation, with the days between which it must have come."""

    on: date
    interval: Period
    before: Verdict
    after: Verdict
    because: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """A dyad over time: one estimate a step, and the turns between them."""

    dyad: Dyad
    estimates: tuple[Estimate, ...]
    changes: tuple[Change, ...]
