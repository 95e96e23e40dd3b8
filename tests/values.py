"""Values for tests, with everything filled in that a test does not care about."""

from __future__ import annotations

from datetime import date

from amity.core.actors import ActorId
from amity.core.claims import Citation, Claim, Layer, Polarity, Reality, RelationType, claim_id
from amity.core.dates import ALWAYS, Period
from amity.core.documents import DocumentId, StatementId, StatementKind
from amity.knowledge.relation_types import load_relation_types

KINDS = load_relation_types()
RUSSIA, SYRIA = ActorId("RUS"), ActorId("SYR")


def a_claim(
    type_: str = "ALLIED",
    *,
    actor: str = RUSSIA,
    recipient: str = SYRIA,
    holds: Period = ALWAYS,
    dated: bool | None = None,
    written: Period = ALWAYS,
    published: date | None = None,
    polarity: Polarity = Polarity.AFFIRMED,
    reality: Reality | None = None,
    publisher: str | None = None,
    document: str = "d1",
    at: int = 0,
    copy_of: str | None = None,
    attributed_to: str | None = None,
    kind: StatementKind = StatementKind.STATEMENT,
    confidence: float = 0.9,
    quote: str = "Russia and Syria are allies.",
) -> Claim:
    """A claim of one type, by default an undated one from an unsigned document."""
    relation = KINDS[RelationType(type_)]
    citation = Citation(
        document=DocumentId(document),
        start=at,
        end=at + len(quote),
        quote=quote,
        statement=StatementId(f"{document}:{at}-{at + len(quote)}"),
        statement_kind=kind,
        publisher=publisher,
        copy_of=StatementId(copy_of) if copy_of else None,
    )
    return Claim(
        id=claim_id(citation, ActorId(actor), ActorId(recipient), relation.type, (at,), "test-1"),
        actor=ActorId(actor),
        recipient=ActorId(recipient),
        type=relation.type,
        layer=Layer(relation.layer),
        polarity=polarity,
        reality=reality or (Reality.HAPPENED if relation.is_event else Reality.HOLDS),
        attributed_to=attributed_to,
        holds=holds,
        dated=holds != ALWAYS if dated is None else dated,
        written=written,
        published=published,
        citation=citation,
        actor_mention=(at, at + 6),
        recipient_mention=(at + 11, at + 16),
        reading_confidence=confidence,
        extractor="test-1",
    )
