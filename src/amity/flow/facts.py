"""Built-in facts as claims: evidence like any other, with their source."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from amity.core.actors import ActorId
from amity.core.claims import Citation, Claim, Layer, Polarity, Reality, RelationType, claim_id
from amity.core.dates import ALWAYS, Period
from amity.core.documents import DocumentId, StatementId
from amity.core.relations import Dyad
from amity.knowledge.load import Knowledge
from amity.knowledge.load_facts import Fact

FACTS = "facts:"
READER = "facts-1"
SURE = 0.97  # facts are written with care, and may still be wrong


def fact_claims(knowledge: Knowledge, dyad: Dyad, *, known_by: date | None) -> tuple[Claim, ...]:
    """What the built-in facts say of a dyad. A fact is known from the day on which it began."""
    return tuple(_claims(knowledge, knowledge.facts.facts_about(dyad), known_by))


def facts_of(knowledge: Knowledge, actor: ActorId, *, known_by: date | None) -> tuple[Claim, ...]:
    """What the built-in facts say of an actor, with whomever."""
    return tuple(_claims(knowledge, knowledge.facts.facts_of(actor), known_by))


def _claims(knowledge: Knowledge, facts: Iterable[Fact], known_by: date | None) -> Iterable[Claim]:
    for fact in facts:
        held = fact.held
        if known_by is not None:
            if held.start is not None and held.start > known_by:
                continue
            if held.end is not None and held.end > known_by:  # that it would end was not known then
                held = Period(held.start, None)
        yield _claim(knowledge, fact, held)


def _claim(knowledge: Knowledge, fact: Fact, held: Period) -> Claim:
    kind = knowledge.kinds[fact.type]
    document = DocumentId(f"{FACTS}{fact.row}")
    citation = Citation(
        document=document,
        start=0,
        end=len(fact.text),
        quote=fact.text,
        statement=StatementId(f"{document}:0-{len(fact.text)}"),
        publisher=fact.source,
    )
    return Claim(
        id=claim_id(citation, fact.actor, fact.recipient, fact.type, (), READER),
        actor=fact.actor,
        recipient=fact.recipient,
        type=fact.type,
        layer=Layer.TREATY if fact.type == RelationType("PACT") else kind.layer,
        polarity=Polarity.AFFIRMED,
        reality=Reality.HAPPENED if kind.is_event else Reality.HOLDS,
        attributed_to=None,
        holds=held,
        dated=True,
        written=ALWAYS,
        published=None,
        citation=citation,
        actor_mention=(0, 0),
        recipient_mention=(0, 0),
        reading_confidence=SURE,
        extractor=READER,
    )
