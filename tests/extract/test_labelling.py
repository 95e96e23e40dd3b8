"""Marked pairs get a type, whatever text they stand in."""

from __future__ import annotations

import pytest

from amity.core.pairs import LabelledPair, MarkedPair
from amity.extract.extractor import LABELLERS
from amity.knowledge.relation_types import load_relation_types

KINDS = load_relation_types()


def label(text: str, actor: str, recipient: str, reader: str = "encoder") -> LabelledPair:
    start, other = text.index(actor), text.rindex(recipient)
    pair = MarkedPair(id="1", text=text, actor=(start, start + len(actor)), recipient=(other, other + len(recipient)))
    return LABELLERS[reader](KINDS)(pair)


@pytest.mark.parametrize("reader", LABELLERS)
@pytest.mark.parametrize(
    ("text", "actor", "recipient", "type_"),
    [
        ("Police arrested forty students in the capital.", "Police", "forty students", "COERCE"),
        ("Forty students were arrested by police.", "police", "Forty students", "COERCE"),
        ("The union condemned the court's ruling.", "The union", "the court's ruling", "ACCUSE"),
        ("France promised to send grain to Sudan.", "France", "Sudan", "AGREE"),
        ("France refused to send grain to Sudan.", "France", "Sudan", "REJECT"),
    ],
)
def test_plain_pairs_are_typed_as_plover_has_them(
    reader: str, text: str, actor: str, recipient: str, type_: str
) -> None:
    assert label(text, actor, recipient, reader).type == type_


AWKWARD = [
    "a b",
    "Iran \x00\x07 attacked \u202e Syria\ufeff",
    "ИРАН напал на 叙利亚 Syria και السعودية",
    "😀😀 x 😀 y",
    "Iran " + "word " * 10_000 + "attacked Syria",
    "x" * 5000 + " struck y",
    "Iran's [Syria] (Iran) Syria",
]


@pytest.mark.parametrize("text", AWKWARD)
def test_awkward_texts_are_labelled_with_chances_that_sum_to_one(text: str) -> None:
    words = text.split()
    found = label(text, words[0], words[-1])
    assert sum(found.probabilities.values()) + found.none == pytest.approx(1.0, abs=1e-4)
    assert (found.type is None) == (found.reality is None) == (found.polarity is None)


def test_marks_far_apart_in_a_long_text_are_both_seen() -> None:
    text = "Iran, " + "whose envoys had spoken for hours and hours, " * 120 + "attacked Syria."
    assert label(text, "Iran", "Syria").probabilities.keys() == KINDS.keys()


def test_nested_marks_are_labelled() -> None:
    found = label("The Iranian embassy attack angered Iran.", "The Iranian embassy attack", "Iran")
    assert sum(found.probabilities.values()) + found.none == pytest.approx(1.0, abs=1e-4)
