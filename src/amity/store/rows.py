"""Core values as rows of the store's tables, and back: each comes back equal."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from amity.core.actors import ActorId
from amity.core.claims import Citation, Claim, ClaimId, Layer, Polarity, Reality, RelationType
from amity.core.dates import Period
from amity.core.documents import Document, DocumentId, Statement, StatementId, StatementKind
from amity.core.dropped import Dropped, DropReason
from amity.core.relations import Dyad

Row = tuple[Any, ...]


def dyad_key(dyad: Dyad) -> str:
    """Both actors in one word, the same for either order: "RUS|SYR"."""
    pair = Dyad.of(dyad.a, dyad.b)
    return "|".join(actor.replace("%", "%25").replace("|", "%7C") for actor in (pair.a, pair.b))


def dyad_called(key: str) -> Dyad:
    """The dyad that `dyad_key` gave this key."""
    a, b = (ActorId(part.replace("%7C", "|").replace("%25", "%")) for part in key.split("|"))
    return Dyad.of(a, b)


def row_of_document(document: Document) -> Row:
    return (
        document.id,
        document.name,
        document.text,
        document.title,
        document.url,
        document.publisher,
        document.published,
        document.language,
        document.given_id,
    )


def document_of_row(row: Sequence[Any]) -> Document:
    id_, name, text, title, url, publisher, published, language, given_id = row
    return Document(
        id=DocumentId(id_),
        name=name,
        text=text,
        title=title,
        url=url,
        publisher=publisher,
        published=published,
        language=language,
        given_id=given_id,
    )


def row_of_statement(statement: Statement) -> Row:
    return (
        statement.document,
        statement.start,
        statement.end,
        statement.text,
        statement.kind.value,
        statement.copy_of,
    )


def statement_of_row(row: Sequence[Any]) -> Statement:
    document, start, end, text, kind, copy_of = row
    return Statement(
        document=DocumentId(document),
        start=start,
        end=end,
        text=text,
        kind=StatementKind(kind),
        copy_of=copy_of,
    )


def row_of_claim(claim: Claim) -> Row:
    citation = claim.citation
    return (
        dyad_key(Dyad(claim.actor, claim.recipient)),
        claim.id,
        claim.actor,
        claim.recipient,
        claim.type,
        claim.layer.value,
        claim.polarity.value,
        claim.reality.value,
        claim.attributed_to,
        claim.holds.start,
        claim.holds.end,
        claim.dated,
        claim.written.start,
        claim.written.end,
        claim.published,
        citation.document,
        citation.start,
        citation.end,
        citation.quote,
        citation.statement,
        citation.statement_kind.value,
        citation.publisher,
        citation.copy_of,
        *claim.actor_mention,
        *claim.recipient_mention,
        claim.reading_confidence,
        claim.extractor,
        claim.actor_person,
        claim.recipient_person,
    )


def claim_of_row(row: Sequence[Any]) -> Claim:
    _, id_, actor, recipient, type_, layer, polarity, reality, attributed_to = row[:9]
    holds_from, holds_until, dated, written_from, written_until, published = row[9:15]
    actor_start, actor_end, recipient_start, recipient_end, reading_confidence, extractor = row[23:29]
    actor_person, recipient_person = row[29:]
    return Claim(
        id=ClaimId(id_),
        actor=ActorId(actor),
        recipient=ActorId(recipient),
        type=RelationType(type_),
        layer=Layer(layer),
        polarity=Polarity(polarity),
        reality=Reality(reality),
        attributed_to=attributed_to,
        holds=Period(holds_from, holds_until),
        dated=dated,
        written=Period(written_from, written_until),
        published=published,
        citation=_citation_of(row[15:23]),
        actor_mention=(actor_start, actor_end),
        recipient_mention=(recipient_start, recipient_end),
        reading_confidence=reading_confidence,
        extractor=extractor,
        actor_person=actor_person,
        recipient_person=recipient_person,
    )


def _citation_of(cells: Sequence[Any]) -> Citation:
    document, start, end, quote, statement, statement_kind, publisher, copy_of = cells
    return Citation(
        document=DocumentId(document),
        start=start,
        end=end,
        quote=quote,
        statement=StatementId(statement),
        statement_kind=StatementKind(statement_kind),
        publisher=publisher,
        copy_of=copy_of,
    )


def row_of_dropped(dropped: Dropped) -> Row:
    return (dropped.step, dropped.where, dropped.reason.value, dropped.detail)


def dropped_of_row(row: Sequence[Any]) -> Dropped:
    step, where, reason, detail = row
    return Dropped(step=step, where=where, reason=DropReason(reason), detail=detail)
