from __future__ import annotations

import hashlib
from importlib.resources import files

import pytest

from amity.core.errors import KnowledgeError
from amity.knowledge.split_rules import SplitRules, load_split_rules


def test_a_language_without_sentence_rules_is_refused_by_name() -> None:
    with pytest.raises(KnowledgeError, match="'xx'"):
        load_split_rules(language="xx")


def test_the_card_names_the_weights_by_their_digest() -> None:
    folder = files("amity.knowledge").joinpath("seams")
    digest = hashlib.sha256(folder.joinpath("weights.npz").read_bytes()).hexdigest()
    assert digest in folder.joinpath("card.md").read_text(encoding="utf-8")


def test_the_weights_stay_small() -> None:
    assert len(files("amity.knowledge").joinpath("seams", "weights.npz").read_bytes()) < 3_000_000


def test_words_that_carry_a_full_stop_are_written_with_it(rules: SplitRules) -> None:
    words = rules.words
    assert all(word.endswith(".") for word in words.before_names | words.before_numbers | words.anywhere)


def test_no_word_is_in_two_lists_of_abbreviations(rules: SplitRules) -> None:
    lists = [rules.words.before_names, rules.words.before_numbers, rules.words.anywhere]
    assert sum(map(len, lists)) == len(frozenset().union(*lists))
