"""What an answer is composed from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from amity.core.actors import ActorId
from amity.core.claims import Claim, ClaimId
from amity.core.documents import DocumentId, StatementId
from amity.core.relations import Bearing, Estimate, Relation


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """What a document is called in an answer."""

    name: str
    title: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """All that is known of one dyad on the day asked about.

    `bearings` weigh the claims on that day, `earlier` on the last day before
    the latest turn, where there is one. `turns` say whose rule ended when;
    `copies` how many statements repeat one that is cited.
    """

    claims: Mapping[ClaimId, Claim]
    estimate: Estimate
    relation: Relation
    bearings: tuple[Bearing, ...]
    earlier: tuple[Bearing, ...] = ()
    turns: Mapping[date, str] = field(default_factory=dict)
    sources: Mapping[DocumentId, Source] = field(default_factory=dict)
    copies: Mapping[StatementId, int] = field(default_factory=dict)
    names: Mapping[ActorId, str] = field(default_factory=dict)
    not_counted: Mapping[str, int] = field(default_factory=dict)
    facts_used: bool = True
    remarks: tuple[str, ...] = ()  # what else is to be said
