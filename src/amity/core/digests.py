"""What the steps made of some documents: the unit that is stored."""

from __future__ import annotations

from dataclasses import dataclass

from amity.core.claims import Claim
from amity.core.documents import Document, Statement
from amity.core.dropped import Dropped


@dataclass(frozen=True, slots=True, kw_only=True)
class Digest:
    """Documents with all their statements and claims, and what was dropped on the way."""

    documents: tuple[Document, ...] = ()
    statements: tuple[Statement, ...] = ()
    claims: tuple[Claim, ...] = ()
    dropped: tuple[Dropped, ...] = ()
