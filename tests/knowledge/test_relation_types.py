"""The relation types as data."""

from __future__ import annotations

import pytest

from amity.core.errors import KnowledgeError
from amity.knowledge.grammar import load_grammar
from amity.knowledge.question_words import load_question_words
from amity.knowledge.relation_types import load_relation_types

EVENTS = (
    "AGREE CONSULT SUPPORT CONCEDE COOPERATE AID RETREAT REQUEST ACCUSE REJECT THREATEN SANCTION PROTEST "
    "MOBILIZE COERCE ASSAULT"
)
STANDINGS = "ALLIED PACT BACKS HOSTS PARTNERED NEUTRAL RIVAL HOSTILE AT_WAR NOT_ALLIED PART_OF"


def test_there_are_the_events_of_plover_and_the_standings_of_our_own() -> None:
    kinds = load_relation_types()
    assert {name for name, kind in kinds.items() if kind.is_event} == set(EVENTS.split(" "))
    assert {name for name, kind in kinds.items() if not kind.is_event} == set(STANDINGS.split(" "))


def test_every_type_has_a_meaning_and_examples_and_every_event_its_codes() -> None:
    for kind in load_relation_types().values():
        assert kind.meaning
        assert len(kind.examples) >= 1
        assert kind.cameo or not kind.is_event


def test_quads_follow_the_standard() -> None:
    kinds = load_relation_types()
    by_quad = {1: "AGREE CONSULT SUPPORT CONCEDE", 2: "COOPERATE AID RETREAT", 3: "REQUEST ACCUSE REJECT THREATEN"}
    for quad, names in by_quad.items():
        assert {kind.type for kind in kinds.values() if kind.quad == quad} == set(names.split(" "))


@pytest.mark.parametrize(
    ("flaw", "says"),
    [
        ('family = "mood"', "family"),
        ('family = "event"\nquad = 7', "quad"),
        ('family = "standing"\nlayer = "deeds"', "layer"),
        ('family = "standing"\nlayer = "words"\nfades_days = 9\ncommitment = 3', "commitment"),
        ('family = "standing"\nlayer = "words"\ncolour = "red"', "colour"),
        ("family = ", "TOML"),
    ],
)
def test_a_flaw_is_named_with_its_type_and_field(flaw: str, says: str) -> None:
    with pytest.raises(KnowledgeError, match=says):
        load_relation_types(f"[ODD]\n{flaw}\n")


def test_an_unknown_language_is_refused_by_name() -> None:
    with pytest.raises(KnowledgeError, match="tlh"):
        load_grammar("tlh")
    with pytest.raises(KnowledgeError, match="tlh"):
        load_question_words("tlh")
