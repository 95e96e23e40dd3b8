"""Built-in facts as claims: evidence like any other, with their source."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from amity.core.actors import ActorId
from amity.core.claims import Citation, Claim, Layer, Polarity, Reality, RelationType, claim_id
from amity.core.dates import ALWAYS, Period
from amity.core.documents import BUILT_IN, DocumentId, StatementId
from amity.core.relations import Dyad
from amity.knowledge.load import Knowledge
from amity.knowledge.load_facts import Fact

READER = "facts-1"
YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")
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
        yield _claim(knowledge, fact, held, text=_as_told(knowledge, fact, known_by))


def _as_told(knowledge: Knowledge, fact: Fact, known_by: date | None) -> str:
    """The fact's sentence; one that tells of years after `known_by` is told anew without them."""
    years = [int(year) for year in YEAR.findall(fact.text)]
    if known_by is None or all(year < known_by.year for year in years):
        return fact.text
    a, b = (knowledge.gazetteer.actors[id_].name for id_ in (fact.actor, fact.recipient))
    return f"{a} and {b}, from {fact.held.start}: {knowledge.kinds[fact.type].meaning}."


def _claim(knowledge: Knowledge, fact: Fact, held: Period, *, text: str) -> Claim:
    kind = knowledge.kinds[fact.type]
    document = DocumentId(f"{BUILT_IN}{fact.row}")
    citation = Citation(
        document=document,
        start=0,
        end=len(text),
        quote=text,
        statement=StatementId(f"{document}:0-{len(text)}"),
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
