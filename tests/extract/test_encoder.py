"""The learned reader: laws that hold whatever its weights are, and plain sentences that it must read."""

from __future__ import annotations

from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from amity.core.documents import StatementKind
from amity.extract.encoder.network import LONGEST, MODELS, load_network
from amity.extract.encoder.passages import Passage, Span
from amity.extract.extractor import EXTRACTORS, Extractor
from amity.knowledge.grammar import load_grammar
from amity.knowledge.relation_types import load_relation_types
from tests.extract.marked import marked

LEARNED = ("encoder", "fast")
PLAIN = [
    ("{Russia=RUS} bombed {rebel=syrian-opposition:nominal} positions near Hama.", "RUS ASSAULT syrian-opposition"),
    (
        "{Rebel=syrian-opposition:nominal} positions near Hama were bombed by {Russia=RUS}.",
        "RUS ASSAULT syrian-opposition",
    ),
    ("{Iran=IRN} is one of {Syria=SYR}'s closest allies.", "IRN ALLIED SYR"),
    ("The {Turkish=TUR:adjective}-backed {rebels=syrian-opposition:nominal} fled.", "TUR BACKS syrian-opposition"),
    ("{Norway=NOR} sent food and medicine to {Ethiopia=ETH}.", "NOR AID ETH"),
    ("{Peru=PER} accused {Chile=CHL} of spying.", "PER ACCUSE CHL"),
    ("{Egypt=EGY} expelled the ambassador of {Qatar=QAT} and cut all ties.", "EGY SANCTION QAT"),
    ("{Macron=FRA:leader} met {Merkel=DEU:leader} in Aachen.", "FRA CONSULT DEU"),
]
SENTENCES = [sentence for sentence, _ in PLAIN] + [
    "{Kenya=KEN} and {Uganda=UGA} signed a treaty with {Rwanda=RWA}.",
    "{Ghana=GHA} beat {Togo=TGO} 2-1.",
    "The {regime=SYR:nominal} of {Assad=SYR:leader} fell.",
]


@cache
def reader(name: str) -> Extractor:
    return EXTRACTORS[name](load_relation_types(), load_grammar())


def said(name: str, sentence: str) -> set[str]:
    return {f"{c.actor} {c.type} {c.recipient}" for c in reader(name).extract([marked(sentence)])[0]}


@pytest.mark.parametrize("name", LEARNED)
@pytest.mark.parametrize(("sentence", "claim"), PLAIN)
def test_plain_sentences_are_read(name: str, sentence: str, claim: str) -> None:
    one, type_, other = claim.split()
    undirected = {claim, f"{other} {type_} {one}"} if type_ in ("ALLIED", "CONSULT") else {claim}
    assert said(name, sentence) & undirected


@pytest.mark.parametrize("name", LEARNED)
@settings(max_examples=8, deadline=None)
@given(st.permutations(range(len(SENTENCES))))
def test_a_statement_is_read_the_same_whatever_stands_beside_it(name: str, order: list[int]) -> None:
    batch = [marked(SENTENCES[at]) for at in order]
    together = reader(name).extract(batch)
    assert together == [reader(name).extract([item])[0] for item in batch]


@pytest.mark.parametrize("name", LEARNED)
def test_claims_are_of_two_actors_and_point_into_the_statement(name: str) -> None:
    for sentence in SENTENCES:
        item = marked(sentence)
        for claim in reader(name).extract([item])[0]:
            assert claim.actor != claim.recipient
            assert {claim.actor_mention, claim.recipient_mention} <= set(item.mentions)
            assert 0.0 < claim.reading_confidence <= 1.0
            assert 0 <= claim.cue[0] < claim.cue[1] <= len(item.statement.text)
            assert claim.extractor == reader(name).name


@pytest.mark.parametrize("name", LEARNED)
def test_one_actor_or_boilerplate_claims_nothing(name: str) -> None:
    alone = marked("{Russia=RUS} bombed its own {Russian=RUS:adjective} town.")
    menu = marked("{Russia=RUS} attacks {Ukraine=UKR}", StatementKind.BOILERPLATE)
    assert reader(name).extract([alone, menu]) == [(), ()]


@pytest.mark.parametrize("name", LEARNED)
def test_a_sentence_longer_than_the_encoder_reads_at_once_is_read_to_its_end(name: str) -> None:
    filler = "and the rain went on and on over the hills, " * (LONGEST // 4)
    long = "{Kenya=KEN} voted, " + filler + "and {Russia=RUS} bombed {Georgia=GEO}."
    claims = reader(name).extract([marked(long)])[0]
    assert ("RUS", "ASSAULT", "GEO") in {(c.actor, c.type, c.recipient) for c in claims}


@pytest.mark.parametrize("model", MODELS)
def test_chances_sum_to_one_over_the_types_and_none(model: str) -> None:
    network = load_network(model)
    passage = Passage("Iran arms Syria.", ((Span(0, 4),), (Span(10, 15),)))
    judged = network.judge([passage])[0]
    assert judged.types.sum(-1) == pytest.approx(1.0, abs=1e-5)
    assert judged.realities(0, 1).sum(-1) == pytest.approx(1.0, abs=1e-5)
    assert set(network.types) == {"none", *load_relation_types()}
