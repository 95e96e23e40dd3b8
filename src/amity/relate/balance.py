"""The first honest model: evidence for commitment and for hostility, weighed apart."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

import numpy as np

from amity.core.claims import Claim, Layer, RelationType
from amity.core.relations import SCALE, Bearing, Dyad, Estimate, Relation, Verdict
from amity.knowledge.relation_types import RelationKind
from amity.relate.presence import Setting, presence
from amity.relate.turns import find_changes
from amity.relate.verdicts import after_end, chances, direct_weight, levels, verdict_of
from amity.relate.witnesses import Witness, fold_witnesses

NEGLIGIBLE = 0.01  # a bearing below this weight is not worth a reader's time


class BalanceModel:
    """Weighs what independent witnesses say, by type, reality, age and doubt; fitted to nothing."""

    name = "balance-1"

    def __init__(self, kinds: Mapping[RelationType, RelationKind]) -> None:
        self._kinds = kinds

    def estimate(self, claims: Sequence[Claim], *, on: date, setting: Setting) -> Estimate:
        return self._estimates(fold_witnesses(claims, self._kinds), [on], setting)[0]

    def relation(self, dyad: Dyad, claims: Sequence[Claim], *, days: Sequence[date], setting: Setting) -> Relation:
        witnesses = fold_witnesses(claims, self._kinds)
        estimates = self._estimates(witnesses, days, setting)
        changes = find_changes(estimates, [witness.claim for witness in witnesses], setting)
        return Relation(dyad=dyad, estimates=tuple(estimates), changes=changes)

    def bearings(self, claims: Sequence[Claim], *, on: date, setting: Setting) -> tuple[Bearing, ...]:
        witnesses = fold_witnesses(claims, self._kinds)
        present = presence(witnesses, [on], setting)[:, 0]
        turned = after_end(witnesses, [on.toordinal()])[:, 0]
        found = []
        for witness, near, end in zip(witnesses, present, turned, strict=True):
            favours = float(end * witness.commitment - abs(end) * witness.hostility) / 2
            weight = float(witness.weight * near)
            if weight >= NEGLIGIBLE:
                found.append(Bearing(claim=witness.claim.id, weight=weight, favours=favours))
        return tuple(sorted(found, key=lambda bearing: (-bearing.weight, bearing.claim)))

    def _estimates(self, witnesses: Sequence[Witness], days: Sequence[date], setting: Setting) -> list[Estimate]:
        present = presence(witnesses, days, setting)
        on = [day.toordinal() for day in days]
        whole = levels(witnesses, present, on)
        odds = chances(whole)
        direct = direct_weight(witnesses, present)
        by_layer = {layer: _layer_verdicts(witnesses, present, on, layer) for layer in Layer}
        return [
            Estimate(
                on=day,
                verdict=verdict_of(odds[index], whole.evidence[index]),
                chances={verdict: float(chance) for verdict, chance in zip(SCALE, odds[index], strict=True)},
                commitment=float(whole.commitment[index]),
                hostility=float(whole.hostility[index]),
                witnesses=float(whole.evidence[index]),
                direct=float(direct[index]),
                layers={layer: verdicts[index] for layer, verdicts in by_layer.items()},
            )
            for index, day in enumerate(days)
        ]


def _layer_verdicts(
    witnesses: Sequence[Witness],
    present: np.ndarray[tuple[int, int], np.dtype[np.float64]],
    on: Sequence[int],
    layer: Layer,
) -> list[Verdict]:
    """What the witnesses of one layer alone would say, day by day."""
    chosen = [index for index, witness in enumerate(witnesses) if witness.kind.layer is layer]
    if not chosen:
        return [Verdict.UNKNOWN] * len(on)
    found = levels([witnesses[index] for index in chosen], present[chosen], on)
    odds = chances(found)
    return [verdict_of(odds[index], found.evidence[index]) for index in range(len(on))]
