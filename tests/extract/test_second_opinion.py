"""The encoder's claims, weighed against those of the patterns."""

from __future__ import annotations

from amity.core.actors import ActorId, Mention, NameKind
from amity.core.claims import DraftClaim, Polarity, Reality, RelationType, Tense
from amity.extract.encoder.second_opinion import weighed
from amity.knowledge.relation_types import load_relation_types

KINDS = load_relation_types()


def claim(actor: str, type_: str, recipient: str, reader: str) -> DraftClaim:
    one, other = (
        Mention(start=at, end=at + 3, text=name, actor=ActorId(name), name_kind=NameKind.NAME)
        for at, name in ((0, actor), (9, recipient))
    )
    return DraftClaim(
        actor=one.actor,
        recipient=other.actor,
        type=RelationType(type_),
        polarity=Polarity.AFFIRMED,
        reality=Reality.HOLDS,
        tense=Tense.PRESENT,
        attributed_to=None,
        actor_mention=one,
        recipient_mention=other,
        cue=(4, 8),
        reading_confidence=0.9,
        extractor=reader,
    )


def told(own: list[tuple[str, str, str]], second: list[tuple[str, str, str]]) -> set[str]:
    found = weighed([claim(*one, "own") for one in own], [claim(*one, "second") for one in second], KINDS)
    return {f"{one.extractor} {one.actor} {one.type} {one.recipient}" for one in found}


def test_where_only_one_speaks_it_is_heard() -> None:
    assert told([("IRN", "AID", "SYR")], [("USA", "ACCUSE", "RUS")]) == {"own IRN AID SYR", "second USA ACCUSE RUS"}


def test_where_both_lean_one_way_the_encoder_is_heard() -> None:
    assert told([("IRN", "AID", "SYR")], [("SYR", "ALLIED", "IRN")]) == {"own IRN AID SYR"}


def test_where_they_lean_apart_the_patterns_are_heard() -> None:
    assert told([("IRN", "AT_WAR", "SYR")], [("SYR", "ALLIED", "IRN")]) == {"second SYR ALLIED IRN"}


def test_of_the_encoders_claims_those_that_lean_as_the_patterns_do_are_kept() -> None:
    own = [("IRN", "AT_WAR", "SYR"), ("IRN", "BACKS", "SYR")]
    assert told(own, [("SYR", "ALLIED", "IRN")]) == {"own IRN BACKS SYR"}


def test_a_treaty_that_the_patterns_find_is_kept_beside_its_signing() -> None:
    signed = told([("ETH", "SUPPORT", "ERI")], [("ETH", "PACT", "ERI")])
    assert signed == {"own ETH SUPPORT ERI", "second ETH PACT ERI"}
    assert told([("ETH", "PACT", "ERI")], [("ETH", "PACT", "ERI")]) == {"own ETH PACT ERI"}
