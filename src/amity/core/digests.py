"""What the steps made of some documents: the unit that is stored."""

from __future__ import annotations

from collections.abc import Sequence
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


def joined(digests: Sequence[Digest]) -> Digest:
    """Several digests as one, in their order."""
    return Digest(
        documents=tuple(document for digest in digests for document in digest.documents),
        statements=tuple(statement for digest in digests for statement in digest.statements),
        claims=tuple(claim for digest in digests for claim in digest.claims),
        dropped=tuple(dropped for digest in digests for dropped in digest.dropped),
    )
