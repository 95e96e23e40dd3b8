"""The JSON that scripts rely on: its keys, their order, and what stands for what is missing."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amity.core.actors import ActorId, Mention, NameKind, Part, Unresolved
from amity.core.answers import Answer, Asked, AskedActor, QuestionKind
from amity.core.claims import Polarity, Quad, Reality, RelationType
from amity.core.dates import Period
from amity.core.documents import DocumentId, Statement, StatementId, StatementKind
from amity.core.dropped import Dropped, DropReason, Tally
from amity.export import (
    answer_json,
    change_json,
    claim_json,
    dropped_json,
    dumps,
    mention_json,
    relation_json,
    statement_json,
    tally_json,
    unresolved_json,
)
from tests.serve.made_up import (
    AGAINST,
    FOR,
    NAMES,
    NORTHLAND,
    TURN,
    a_claim,
    a_list,
    a_question,
    a_reason,
    a_relation,
    an_answer,
    an_unknown,
)

PROMISED_OF_AN_ANSWER = [
    "question",
    "kind",
    "actors",
    "as_of",
    "known_by",
    "answer",
    "verdict",
    "probabilities",
    "likelihood",
    "likelihood_words",
    "confidence",
    "layers",
    "evidence",
    "changes",
    "not_counted",
    "receipt",
]
PROMISED_OF_EVIDENCE = [
    "id",
    "for",
    "type",
    "actor",
    "recipient",
    "quote",
    "document",
    "title",
    "publisher",
    "start",
    "end",
    "published",
    "holds",
    "copies",
    "probability",
]
VERDICTS = ["allies", "partners", "mixed", "none", "rivals", "adversaries", "at_war"]


def in_order(promised: list[str], given: list[str]) -> bool:
    return [key for key in given if key in promised] == promised


@pytest.mark.parametrize("answer", [an_answer(), a_list(), an_unknown()], ids=["dyad", "list", "unknown"])
def test_every_answer_has_all_promised_keys_in_their_order(answer: Answer) -> None:
    value: dict[str, Any] = answer_json(answer)
    assert in_order(PROMISED_OF_AN_ANSWER, list(value))
    assert list(value["probabilities"]) == VERDICTS
    assert list(value["layers"]) == ["treaty", "conduct", "words"]


def test_an_answer_says_all_that_it_holds() -> None:
    question = a_question(known_by=date(2020, 12, 31))
    value = json.loads(dumps(answer_json(an_answer(question=question, extra={"b": "2", "a": "1"}))))
    assert value["actors"] == [{"id": "NOR", "name": "Northland"}, {"id": "SOU", "name": "Southland"}]
    assert (value["as_of"], value["known_by"]) == ("2024-11-28", "2020-12-31")
    assert (value["answer"], value["verdict"], value["likelihood"]) == ("yes", "allies", 0.91)
    assert value["layers"]["treaty"] == {"state": "yes", "since": "1980-10-08", "note": "friendship treaty"}
    assert value["layers"]["words"] == {"state": "unknown", "since": None, "note": ""}
    assert value["not_counted"] == {"boilerplate": 0, "copies": 31, "cut_off": 40}
    assert list(value["extra"]) == ["a", "b"]
    assert value["changes"] == [
        {
            "date": "2011-03-15",
            "interval": ["2011-02-01", "2011-06-01"],
            "before": "rivals",
            "after": "allies",
            "because": ["Southland's king fell."],
        }
    ]


def test_evidence_has_the_reasons_for_before_those_against_the_weightiest_first() -> None:
    answer = an_answer(reasons_for=tuple(reversed(FOR)), reasons_against=AGAINST)
    evidence = json.loads(dumps(answer_json(answer)))["evidence"]
    assert [item["id"] for item in evidence] == ["c1", "c2", "c3"]
    assert [item["for"] for item in evidence] == [True, True, False]
    assert in_order(PROMISED_OF_EVIDENCE, list(evidence[0]))
    assert evidence[1]["holds"] == ["2012-03-01", "2012-04-01"]
    assert evidence[2]["published"] == "2013-08-29"
    assert evidence[0]["copies"] == 3
    assert evidence[0]["end"] - evidence[0]["start"] == len(evidence[0]["quote"])


def test_equally_weighty_reasons_have_one_order_however_they_came() -> None:
    reasons = tuple(a_reason(claim_id=name) for name in "cab")
    forward, backward = (answer_json(an_answer(reasons_for=given)) for given in (reasons, reasons[::-1]))
    assert dumps(forward) == dumps(backward)


def test_a_list_is_answered_with_a_list_of_actors() -> None:
    value = json.loads(dumps(answer_json(a_list())))
    assert [entry["id"] for entry in value["answer"]] == ["NOR", "western-league"]
    assert value["answer"][0] == {"id": "NOR", "name": "Northland", "verdict": "allies", "probability": 0.91}
    assert [item["id"] for item in value["listed"][0]["evidence"]] == ["c1", "c2"]


def test_a_question_about_a_person_names_the_actor() -> None:
    king = AskedActor(id=ActorId("SOU"), name="Southland", person="Ada King")
    value = answer_json(an_answer(question=a_question(QuestionKind.DYAD, asked=Asked.WAR, actors=(king,))))
    assert value["actors"] == [{"id": "SOU", "name": "Southland"}]
    assert value["asked"] == "war"


def test_a_claim_has_exactly_the_promised_keys() -> None:
    claim = a_claim(
        polarity=Polarity.DENIED,
        reality=Reality.CALLED_FOR,
        attributed_to="SOU",
        published=date(2013, 8, 29),
        holds=Period(date(2012, 1, 1), None),
        reading_confidence=0.123456789,
    )
    assert claim_json(claim) == {
        "actor": "NOR",
        "recipient": "SOU",
        "type": "ALLIED",
        "quad": None,
        "polarity": "denied",
        "reality": "called_for",
        "attributed_to": "SOU",
        "holds": ["2012-01-01", None],
        "published": "2013-08-29",
        "document": "d1",
        "start": 18234,
        "end": 18285,
        "quote": "Northland has been an ally of Southland for decades",
        "actor_mention": [18234, 18243],
        "recipient_mention": [18264, 18273],
        "probability": 0.123457,
        "extractor": "patterns-1",
        "actor_person": None,
        "recipient_person": None,
    }


def test_events_have_a_quad_class_and_standings_have_none() -> None:
    assert claim_json(a_claim(kind="AID"))["quad"] == 2
    assert claim_json(a_claim(kind="ASSAULT"))["quad"] == 4
    assert claim_json(a_claim(kind="BACKS"))["quad"] is None
    own = {RelationType("TOAST"): Quad.VERBAL_COOPERATION}
    assert claim_json(a_claim(kind="TOAST"), own)["quad"] == 1
    assert claim_json(a_claim(kind="AID"), own)["quad"] is None


def test_a_statement_has_exactly_the_promised_keys() -> None:
    statement = Statement(
        document=DocumentId("d1"),
        start=3,
        end=13,
        text="It rained.",
        kind=StatementKind.CUT_OFF,
        copy_of=StatementId("d0:0-10"),
    )
    assert list(statement_json(statement).items()) == [
        ("id", "d1:3-13"),
        ("document", "d1"),
        ("start", 3),
        ("end", 13),
        ("text", "It rained."),
        ("kind", "cut_off"),
        ("copy_of", "d0:0-10"),
    ]


def test_a_relation_has_its_estimates_and_turns() -> None:
    value = json.loads(dumps(relation_json(a_relation(), NAMES)))
    assert value["actors"] == [{"id": "NOR", "name": "Northland"}, {"id": "SOU", "name": "Southland"}]
    assert [estimate["verdict"] for estimate in value["estimates"]] == [
        "unknown",
        "rivals",
        "rivals",
        "allies",
        "allies",
    ]
    assert value["estimates"][1]["date"] == "1995-01-01"
    assert sum(value["estimates"][1]["probabilities"].values()) == pytest.approx(1.0, abs=1e-5)
    assert value["changes"] == [json.loads(dumps(change_json(TURN)))]


def test_an_actor_without_a_name_goes_by_its_id() -> None:
    mention = Mention(
        start=0, end=4, text="King", actor=NORTHLAND, name_kind=NameKind.LEADER, person="Ada King", part=Part.PLACE
    )
    assert mention_json(mention, {}) == {
        "start": 0,
        "end": 4,
        "text": "King",
        "actor": {"id": "NOR", "name": "NOR"},
        "named_by": "leader",
        "person": "Ada King",
        "office": None,
        "borne": [None, None],
        "part": "place",
    }


def test_what_was_not_used_keeps_its_reason() -> None:
    dropped = Dropped(step="read", where="a.bin", reason=DropReason.BINARY, detail="an image")
    assert dropped_json(dropped) == {"step": "read", "where": "a.bin", "reason": "binary", "detail": "an image"}
    untied = Unresolved(start=1, end=6, text="Congo", why="two", rivals=(ActorId("COD"), ActorId("COG")))
    assert unresolved_json(untied)["rivals"] == ["COD", "COG"]
    tally = Tally(documents=2, statements=5)
    tally.count_dropped([dropped, dropped])
    assert tally_json(tally)["dropped"] == {"binary": 2}


any_text = st.text(st.characters(), max_size=40) | st.text(st.characters(categories=["Cs", "Cc", "Zl"]), max_size=5)


@given(any_text)
def test_any_text_survives_as_one_line_of_utf_8(text: str) -> None:
    line = dumps({"text": text})
    assert len(line.encode("utf-8").decode("utf-8").splitlines()) == 1
    assert json.loads(line)["text"] == text or any("\ud800" <= letter <= "\udfff" for letter in text)


def test_letters_of_every_script_stay_as_they_are() -> None:
    assert dumps({"name": "Сирия 叙利亚 سوريا"}) == '{"name": "Сирия 叙利亚 سوريا"}'


def test_a_half_character_is_escaped() -> None:
    assert dumps({"text": "\ud800"}) == '{"text": "\\ud800"}'


def test_what_is_no_number_is_refused() -> None:
    with pytest.raises(ValueError, match="not JSON compliant"):
        dumps({"likelihood": float("nan")})


@given(st.floats(0, 1))
def test_fractions_have_six_digits_at_most_and_no_minus_zero(fraction: float) -> None:
    said = dumps({"probability": claim_json(a_claim(reading_confidence=fraction))["probability"]})
    assert json.loads(said)["probability"] == pytest.approx(fraction, abs=5e-7)
    assert "-0.0" not in said.replace("e-0", "")
