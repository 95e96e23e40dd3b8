"""Made-up answers and what they are made of. The quotations are invented for the tests."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from amity.core.actors import ActorId
from amity.core.answers import Answer, Asked, AskedActor, LayerFinding, Listed, Question, QuestionKind, Reason
from amity.core.claims import Citation, Claim, ClaimId, Layer, Polarity, Reality, RelationType
from amity.core.dates import ALWAYS, Period
from amity.core.documents import DocumentId, StatementId
from amity.core.relations import SCALE, Change, Dyad, Estimate, Relation, Verdict

NORTHLAND, SOUTHLAND = ActorId("NOR"), ActorId("SOU")
NAMES = {NORTHLAND: "Northland", SOUTHLAND: "Southland"}
DAY = date(2024, 11, 28)


def a_claim(
    quote: str = "Northland has been an ally of Southland for decades",
    *,
    kind: str = "ALLIED",
    start: int = 18234,
    holds: Period = ALWAYS,
    published: date | None = None,
    names: tuple[str, str] = ("Northland", "Southland"),
    claim_id: str = "c1",
    **other: Any,
) -> Claim:
    one, another = (quote.find(name) for name in names)
    fields: dict[str, Any] = {
        "id": ClaimId(claim_id),
        "actor": NORTHLAND,
        "recipient": SOUTHLAND,
        "type": RelationType(kind),
        "layer": Layer.WORDS,
        "polarity": Polarity.AFFIRMED,
        "reality": Reality.HOLDS,
        "attributed_to": None,
        "holds": holds,
        "dated": holds != ALWAYS,
        "written": ALWAYS,
        "published": published,
        "citation": Citation(
            document=DocumentId("d1"),
            start=start,
            end=start + len(quote),
            quote=quote,
            statement=StatementId(f"d1:{start}-{start + len(quote)}"),
        ),
        "actor_mention": (start + one, start + one + len(names[0])),
        "recipient_mention": (start + another, start + another + len(names[1])),
        "reading_confidence": 0.97,
        "extractor": "patterns-1",
    }
    return Claim(**{**fields, **other})


def a_reason(
    quote: str = "Northland has been an ally of Southland for decades",
    *,
    speaks_for: bool = True,
    weight: float = 1.0,
    copies: int = 1,
    document: str = "page.txt",
    **claim: Any,
) -> Reason:
    return Reason(
        claim=a_claim(quote, **claim),
        speaks_for=speaks_for,
        weight=weight,
        copies=copies,
        document_name=document,
        title=None,
    )


def chances(verdict: Verdict, chance: float) -> Mapping[Verdict, float]:
    """So much for the verdict, the rest shared evenly."""
    rest = (1.0 - chance) / (len(SCALE) - 1)
    return {step: chance if step is verdict else rest for step in SCALE}


def an_estimate(on: date = DAY, verdict: Verdict = Verdict.ALLIES, chance: float = 0.91) -> Estimate:
    return Estimate(
        on=on,
        verdict=verdict,
        chances=chances(verdict, chance),
        commitment=0.9,
        hostility=0.05,
        witnesses=3.2,
        direct=3.0,
        layers={Layer.WORDS: verdict},
    )


TURN = Change(
    on=date(2011, 3, 15),
    interval=Period(date(2011, 2, 1), date(2011, 6, 1)),
    before=Verdict.RIVALS,
    after=Verdict.ALLIES,
    because=("Southland's king fell.",),
)


def a_relation() -> Relation:
    """Unknown, then rivals, first surely and then hardly, then allies."""
    estimates = (
        an_estimate(date(1990, 1, 1), Verdict.UNKNOWN, 0.2),
        an_estimate(date(1995, 1, 1), Verdict.RIVALS, 0.7),
        an_estimate(date(2005, 1, 1), Verdict.RIVALS, 0.4),
        an_estimate(date(2012, 1, 1), Verdict.ALLIES, 0.8),
        an_estimate(DAY),
    )
    return Relation(dyad=Dyad.of(NORTHLAND, SOUTHLAND), estimates=estimates, changes=(TURN,))


def a_question(kind: QuestionKind = QuestionKind.DYAD, **other: Any) -> Question:
    fields: dict[str, Any] = {
        "text": "Are Northland and Southland allies?",
        "kind": kind,
        "asked": Asked.ALLIES,
        "actors": (AskedActor(id=NORTHLAND, name="Northland"), AskedActor(id=SOUTHLAND, name="Southland")),
    }
    return Question(**{**fields, **other})


FOR = (
    a_reason(copies=3),
    a_reason(
        "In March 2012, after weeks of talks in the capital that nobody had expected to lead anywhere at all, "
        "Northland sent troops and aircraft to Southland, which had asked for them twice during the winter before",
        start=9120,
        holds=Period(date(2012, 3, 1), date(2012, 4, 1)),
        weight=0.8,
        kind="AID",
        claim_id="c2",
    ),
)
AGAINST = (
    a_reason(
        "Southland has little to thank Northland for, its foreign minister said",
        speaks_for=False,
        weight=0.3,
        start=28,
        published=date(2013, 8, 29),
        document="archive/of/a/newspaper/with/a/long/name/2013-08-29.html",
        kind="ACCUSE",
        claim_id="c3",
        attributed_to="Southland",
    ),
)


def an_answer(**other: Any) -> Answer:
    fields: dict[str, Any] = {
        "question": a_question(),
        "answer": "yes",
        "sentence": "Northland and Southland are allies.",
        "as_of": DAY,
        "as_of_reason": "the latest day that these texts speak of",
        "estimate": an_estimate(),
        "relation": a_relation(),
        "likelihood": 0.91,
        "likelihood_words": "very likely",
        "confidence": "low",
        "confidence_reason": "One document without a publisher.",
        "layers": {
            Layer.TREATY: LayerFinding(state="yes", since=date(1980, 10, 8), note="friendship treaty"),
            Layer.CONDUCT: LayerFinding(state="allies", note="troops sent in March 2012"),
        },
        "reasons_for": FOR,
        "reasons_against": AGAINST,
        "changes": (TURN,),
        "not_counted": {"copies": 31, "cut_off": 40, "boilerplate": 0},
        "remarks": ("Southland's present government came in 2011.",),
        "receipt": "7f3c-91ab-20",
    }
    return Answer(**{**fields, **other})


def a_list() -> Answer:
    league = ActorId("western-league")
    listed = (
        Listed(actor=NORTHLAND, name="Northland", verdict=Verdict.ALLIES, chance=0.91, reasons=FOR),
        Listed(actor=league, name="Western League", verdict=Verdict.PARTNERS, chance=0.5, reasons=()),
    )
    return an_answer(
        question=a_question(QuestionKind.LIST, text="Who are Southland's allies?"),
        answer="list",
        sentence="Two stand with Southland.",
        relation=None,
        listed=listed,
        reasons_for=(),
        reasons_against=(),
        changes=(),
    )


def an_unknown() -> Answer:
    return an_answer(
        answer="unknown",
        sentence="These texts do not say. Northland is not named in them.",
        estimate=an_estimate(DAY, Verdict.UNKNOWN, 0.15),
        relation=None,
        reasons_for=(),
        reasons_against=(),
        changes=(),
        remarks=(),
        facts_used=False,
    )
