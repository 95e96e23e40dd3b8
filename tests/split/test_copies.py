from __future__ import annotations

import random

from hypothesis import given, settings
from hypothesis import strategies as st

from amity.core.documents import Statement
from amity.split import fold_copies
from tests.split.documents import some_statements

PACT = "Russia and Syria signed a treaty of friendship and cooperation in Moscow on 8 October 1980"
VOCABULARY = [f"w{number}" for number in range(60)]


def copies_of(texts: list[str]) -> list[int | None]:
    """For each text the number of the one that it copies."""
    statements = some_statements(texts)
    numbers = {statement.id: number for number, statement in enumerate(statements)}
    return [None if folded.copy_of is None else numbers[folded.copy_of] for folded in fold_copies(statements)]


def test_the_first_of_equal_statements_is_the_witness() -> None:
    assert copies_of([f"{PACT}.", "Turkey objected.", f"{PACT}.", "Turkey objected."]) == [None, None, 0, 1]


def test_case_and_punctuation_make_no_difference() -> None:
    assert copies_of([f"{PACT}.", f"“{PACT.upper()}”"]) == [None, 0]


def test_a_statement_with_a_word_or_two_changed_is_a_near_copy() -> None:
    assert copies_of([f"{PACT}.", f"{PACT.replace('friendship', 'amity')}."]) == [None, 0]


def test_statements_about_the_same_thing_in_other_words_are_no_copies() -> None:
    others = ["In 1980 Syria became an ally of the Soviet Union.", "Moscow has a treaty with Damascus.", f"{PACT}."]
    assert copies_of(others) == [None, None, None]


def test_a_piece_cut_from_a_whole_is_its_copy_wherever_it_stands() -> None:
    piece = " ".join(PACT.split()[:9])
    assert copies_of([f"{PACT}.", piece]) == [None, 0]
    assert copies_of([piece, f"{PACT}."]) == [1, None]


def test_short_statements_are_copies_only_where_they_are_the_same() -> None:
    assert copies_of(["He agreed.", "He agreed now.", "he agreed", "Agreed."]) == [None, None, 0, None]


def test_words_said_before_are_copies_however_they_are_split() -> None:
    first, second = "The ministers met in Geneva for the third time in a", "year without any result at all"
    assert copies_of([f"{first} {second}", "Then it rained.", first, second]) == [None, None, 0, 0]
    assert copies_of([first, second, "Then it rained.", f"{first} {second}"])[3] is not None


def test_marks_without_words_are_copies_of_the_same_marks_only() -> None:
    assert copies_of(["***", "- -", "***"]) == [None, None, 0]


def test_no_statements_have_no_copies() -> None:
    assert fold_copies([]) == ()


def test_the_order_of_documents_decides_who_is_the_witness() -> None:
    one, two = some_statements([PACT], document="one"), some_statements([f"{PACT}!"], document="two")
    assert [s.copy_of for s in fold_copies([*one, *two])] == [None, one[0].id]
    assert [s.copy_of for s in fold_copies([*two, *one])] == [None, two[0].id]


sentences = st.lists(st.sampled_from(VOCABULARY), min_size=1, max_size=12).map(" ".join)


@settings(deadline=None, max_examples=60)
@given(st.lists(sentences, max_size=12))
def test_a_witness_is_never_a_copy_and_folding_twice_changes_nothing(texts: list[str]) -> None:
    folded = fold_copies(some_statements(texts + texts))
    copies = {statement.id for statement in folded if statement.copy_of}
    assert all(statement.copy_of not in copies for statement in folded)
    assert fold_copies(folded) == folded
    assert sum(statement.copy_of is not None for statement in folded) >= len(texts)


def shingles(statement: Statement) -> set[tuple[str, ...]]:
    words = statement.text.split()
    return {tuple(words[at : at + 3]) for at in range(len(words) - 2)}


def test_hashing_finds_what_comparing_every_pair_finds() -> None:
    dice = random.Random(5)
    texts = []
    for _ in range(120):
        words = [dice.choice(VOCABULARY) for _ in range(24)]
        texts.append(" ".join(words))
        for _ in range(dice.randrange(3)):
            changed = list(words)
            for place in dice.sample(range(24), dice.randrange(4)):
                changed[place] = "other"
            texts.append(" ".join(changed))
    statements = some_statements(texts)
    folded = fold_copies(statements)
    missed = 0
    for later, statement in enumerate(folded):
        near = [
            earlier
            for earlier in range(later)
            if len(shingles(statement) & shingles(folded[earlier]))
            >= 0.6 * len(shingles(statement) | shingles(folded[earlier]))
        ]
        missed += bool(near) and statement.copy_of is None
        if statement.copy_of:
            witness = next(other for other in folded if other.id == statement.copy_of)
            assert len(shingles(statement) & shingles(witness)) >= 0.25 * len(shingles(statement))
    assert missed <= 1
