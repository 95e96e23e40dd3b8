"""How much each claim counts, whatever the day: copies once, one publisher's tenth less than its first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import sqrt

from amity.core.claims import Claim, Polarity, Reality, RelationType
from amity.core.documents import StatementKind
from amity.knowledge.relation_types import RelationKind

CUT_OFF = 0.8  # words without their end may have meant something else
SAID_BY_PARTY, SAID_BY_OTHER = 0.9, 0.8  # what somebody is said to have said, against what the text says itself
REPEATED_BY_STATEMENT = 0.3  # a second claim of one side in one sentence adds little
UNREAL = {
    Reality.HAPPENED: 1.0,
    Reality.HOLDS: 1.0,
    Reality.ENDED: 1.0,
    Reality.PLANNED: 0.35,
    Reality.CALLED_FOR: 0.2,
    Reality.HYPOTHETICAL: 0.05,
}
DENIED = -0.5  # to deny an attack is not yet friendship


@dataclass(frozen=True, slots=True, kw_only=True)
class Witness:
    """A claim with what it speaks for: -1 to 1 on commitment and on hostility, and its own weight."""

    claim: Claim
    kind: RelationKind
    commitment: float
    hostility: float
    weight: float
    copies: int


def fold_witnesses(claims: Sequence[Claim], kinds: Mapping[RelationType, RelationKind]) -> tuple[Witness, ...]:
    """One witness for each independent saying, in order of claim id.

    Copies of a statement count once. Among the witnesses of one publisher (or
    of one document, where no publisher is known) the n-th strongest counts
    1/sqrt(n); a second claim of the same side in one statement counts less.
    """
    grouped: dict[tuple[str, ...], list[Claim]] = defaultdict(list)
    for claim in sorted(claims, key=lambda c: c.id):
        origin = claim.citation.copy_of or claim.citation.statement
        grouped[(origin, claim.actor, claim.recipient, claim.type)].append(claim)
    raw = [_witness(group, kinds[group[0].type]) for group in grouped.values()]
    return tuple(sorted(_discount(raw), key=lambda witness: witness.claim.id))


def _witness(group: Sequence[Claim], kind: RelationKind) -> Witness:
    """The best of the copies speaks for all: a whole statement before a cut-off one."""
    claim = min(group, key=lambda c: (c.citation.copy_of is not None, -c.reading_confidence, c.id))
    sign = DENIED if claim.polarity is Polarity.DENIED else 1.0
    weight = kind.weight * claim.reading_confidence * UNREAL[claim.reality]
    if claim.citation.statement_kind is StatementKind.CUT_OFF:
        weight *= CUT_OFF
    if claim.attributed_to is not None:
        weight *= SAID_BY_PARTY if claim.attributed_to in (claim.actor, claim.recipient) else SAID_BY_OTHER
    return Witness(
        claim=claim,
        kind=kind,
        commitment=sign * kind.commitment,
        hostility=sign * kind.hostility,
        weight=weight,
        copies=len({c.citation.statement for c in group}),
    )


def _discount(witnesses: Sequence[Witness]) -> list[Witness]:
    ranked = sorted(witnesses, key=lambda w: (-w.weight, w.claim.id))
    by_publisher: dict[tuple[str, bool], int] = defaultdict(int)
    by_statement: dict[tuple[str, bool], int] = defaultdict(int)
    discounted = []
    for witness in ranked:
        citation = witness.claim.citation
        side = witness.commitment >= witness.hostility
        again = by_statement[citation.statement, side] > 0
        by_statement[citation.statement, side] += 1
        origin = citation.publisher or citation.document
        if not again:
            by_publisher[origin, side] += 1
        factor = REPEATED_BY_STATEMENT if again else 1 / sqrt(by_publisher[origin, side])
        discounted.append(_weighed(witness, witness.weight * factor))
    return discounted


def _weighed(witness: Witness, weight: float) -> Witness:
    return Witness(
        claim=witness.claim,
        kind=witness.kind,
        commitment=witness.commitment,
        hostility=witness.hostility,
        weight=weight,
        copies=witness.copies,
    )
