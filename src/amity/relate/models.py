"""The models of a relation, and what each of them can do. `RELATION_MODELS` is the door."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Protocol

from amity.core.claims import Claim, RelationType
from amity.core.relations import Bearing, Dyad, Estimate, Relation
from amity.knowledge.relation_types import RelationKind
from amity.relate.presence import Setting


class RelationModel(Protocol):
    """From a dyad's claims to how the two stood.

    Claims given to a model are those that may be used: published by the day
    that the asker set. None of its answers depends on the order of claims.
    """

    @property
    def name(self) -> str:
        """Name and version: "balance-1"."""

    def estimate(self, claims: Sequence[Claim], *, on: date, setting: Setting) -> Estimate:
        """How the two stood on a day."""

    def bearings(self, claims: Sequence[Claim], *, on: date, setting: Setting) -> tuple[Bearing, ...]:
        """How each witness bears on that day; copies of a statement are left out."""

    def relation(self, dyad: Dyad, claims: Sequence[Claim], *, days: Sequence[date], setting: Setting) -> Relation:
        """Estimates for each of `days`, in order, and the turns between them."""


def _balance(kinds: Mapping[RelationType, RelationKind]) -> RelationModel:
    from amity.relate.balance import BalanceModel

    return BalanceModel(kinds)


RELATION_MODELS: dict[str, Callable[[Mapping[RelationType, RelationKind]], RelationModel]] = {"balance": _balance}
