"""How much a store holds, and how far it reaches."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from amity.core.documents import StatementKind
from amity.core.dropped import DropReason


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """How much a store holds. `copies` are the statements that repeat another."""

    documents: int
    statements: Mapping[StatementKind, int]
    copies: int
    claims: int
    dropped: Mapping[DropReason, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """The first and the last day that anything was published, and that a claim whose text gives the time held."""

    first_published: date | None
    last_published: date | None
    first_held: date | None
    last_held: date | None
