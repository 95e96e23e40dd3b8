"""What of a digest is new to a store."""

from __future__ import annotations

from collections.abc import Callable, Collection, Hashable, Iterable
from dataclasses import dataclass
from typing import TypeVar

from amity.core.digests import Digest
from amity.core.documents import DocumentId
from amity.core.dropped import Dropped

Thing = TypeVar("Thing")


@dataclass(frozen=True, slots=True, kw_only=True)
class Added:
    """What an add did: so many documents new, so many known already, and what came with the new ones."""

    documents: int = 0
    documents_known: int = 0  # in the store before, or twice in the digest
    statements: int = 0
    claims: int = 0
    dropped: int = 0


def documents_named(digest: Digest) -> frozenset[DocumentId]:
    """All documents that the digest has or speaks of."""
    own = (document.id for document in digest.documents)
    of_statements = (statement.document for statement in digest.statements)
    of_claims = (claim.citation.document for claim in digest.claims)
    return frozenset((*own, *of_statements, *of_claims))


def news(digest: Digest, *, known: Collection[DocumentId], known_dropped: Collection[Dropped]) -> Digest:
    """The digest without the documents that are known, and without their statements and claims.

    Of things with one id the first is kept. What was dropped is kept unless
    the very same was dropped before. Raises ValueError for a statement or claim
    of a document that is neither in the digest nor known: it would never be
    whole.
    """
    documents = _first_of_each((item for item in digest.documents if item.id not in known), lambda item: item.id)
    new = frozenset(document.id for document in documents)
    homeless = documents_named(digest) - new - frozenset(known)
    if homeless:
        raise ValueError(f"a digest must hold the documents that it speaks of; it lacks {min(homeless)}")
    return Digest(
        documents=documents,
        statements=_first_of_each((item for item in digest.statements if item.document in new), lambda item: item.id),
        claims=_first_of_each((item for item in digest.claims if item.citation.document in new), lambda item: item.id),
        dropped=tuple(item for item in digest.dropped if item not in known_dropped),
    )


def what_was_added(digest: Digest, new: Digest) -> Added:
    return Added(
        documents=len(new.documents),
        documents_known=len(digest.documents) - len(new.documents),
        statements=len(new.statements),
        claims=len(new.claims),
        dropped=len(new.dropped),
    )


def _first_of_each(things: Iterable[Thing], identity: Callable[[Thing], Hashable]) -> tuple[Thing, ...]:
    firsts: dict[Hashable, Thing] = {}
    for thing in things:
        firsts.setdefault(identity(thing), thing)
    return tuple(firsts.values())
