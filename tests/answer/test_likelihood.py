"""Chances in words, and confidence."""

from __future__ import annotations

import pytest

from amity.answer.likelihood import confidence_of, likelihood_words
from tests.values import a_claim


@pytest.mark.parametrize(
    ("chance", "words"),
    [
        (0.02, "almost no chance"),
        (0.1, "very unlikely"),
        (0.3, "unlikely"),
        (0.5, "roughly even chance"),
        (0.7, "likely"),
        (0.9, "very likely"),
        (0.99, "almost certain"),
        (1.0, "almost certain"),
    ],
)
def test_a_chance_has_the_word_of_its_band(chance: float, words: str) -> None:
    assert likelihood_words(chance) == words


def test_many_publishers_that_agree_give_high_confidence_and_a_torn_few_low() -> None:
    many = [a_claim(publisher=f"P{n % 5}", document=f"d{n}") for n in range(10)]
    assert confidence_of(many, 0.95).level == "high"
    assert confidence_of(many, 0.5).level == "low"
    assert confidence_of(many[:1], 1.0).level == "low"


def test_the_reason_counts_copies_once_and_names_kinds_of_sources() -> None:
    claims = [
        a_claim(publisher="P", at=0),
        a_claim(publisher="P", at=90, copy_of="d1:0-28"),
        a_claim(document="d2", at=7),
        a_claim(document="facts:wars:3", publisher="a treaty"),
    ]
    reason = confidence_of(claims, 1.0).reason
    assert reason.startswith("3 independent statements from 1 publisher, 1 unsigned document and 1 built-in fact")
