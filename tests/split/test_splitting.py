from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from amity.core.documents import StatementKind
from amity.knowledge.split_rules import SplitRules
from amity.split import split
from tests.split.documents import a_document

KEEP_FIXTURE = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=80)
BITS = st.sampled_from(
    [
        "Russia",
        "the U.S.",
        "said.",
        "See more",
        "\n",
        "\n\n",
        " ",
        "“",
        "”",
        ".",
        "...",
        "Jan. 2, 2025",
        "okexx whwvpq",
        "- ",
    ]
)
TEXTS = st.one_of(st.text(max_size=300), st.lists(BITS, max_size=40).map(" ".join))


def texts_of(text: str, rules: SplitRules) -> list[str]:
    return [statement.text for statement in split(a_document(text), rules=rules)]


@KEEP_FIXTURE
@given(TEXTS)
def test_every_character_that_is_not_blank_lies_in_exactly_one_statement(rules: SplitRules, text: str) -> None:
    held = [0] * len(text)
    for statement in split(a_document(text), rules=rules):
        for place in range(statement.start, statement.end):
            held[place] += 1
    assert all(count == 1 for letter, count in zip(text, held, strict=True) if not letter.isspace())
    assert max(held, default=0) <= 1


@KEEP_FIXTURE
@given(TEXTS)
def test_a_statement_is_exactly_its_stretch_of_the_document(rules: SplitRules, text: str) -> None:
    statements = split(a_document(text), rules=rules)
    for statement in statements:
        assert text[statement.start : statement.end] == statement.text
        assert statement.text
        assert statement.text == statement.text.strip()
    assert list(statements) == sorted(statements, key=lambda statement: statement.start)


@KEEP_FIXTURE
@given(TEXTS)
def test_splitting_twice_gives_the_same(rules: SplitRules, text: str) -> None:
    assert split(a_document(text), rules=rules) == split(a_document(text), rules=rules)


@pytest.mark.parametrize("text", ["", " ", "\n\n \t", "\u2003"])
def test_a_blank_document_has_no_statements(rules: SplitRules, text: str) -> None:
    assert split(a_document(text), rules=rules) == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Russia backs Syria. Turkey does not.", ["Russia backs Syria.", "Turkey does not."]),
        ("Gen. Salim met Mr. Putin in Moscow.", ["Gen. Salim met Mr. Putin in Moscow."]),
        ("The U.S. Army left. It went home.", ["The U.S. Army left.", "It went home."]),
        ("He flew to the U.S. The talks failed.", ["He flew to the U.S.", "The talks failed."]),
        ("On Dec. 1 they met. Nobody signed.", ["On Dec. 1 they met.", "Nobody signed."]),
        ("See Resolution No. 242 of 1967. It holds.", ["See Resolution No. 242 of 1967.", "It holds."]),
        ('"We will stay." He left.', ['"We will stay."', "He left."]),
        ("“Why now?” Mr. Assad asked. Nobody knew.", ["“Why now?” Mr. Assad asked.", "Nobody knew."]),
        ("They are allies.[4] They signed a pact in 1980.", ["They are allies.[4]", "They signed a pact in 1980."]),
        ("They are allies. [4] [5] They signed a pact.", ["They are allies. [4] [5]", "They signed a pact."]),
        ("It fell (in December.) The rebels won.", ["It fell (in December.)", "The rebels won."]),
        ("War ended in 1991. In 1992 it began again.", ["War ended in 1991.", "In 1992 it began again."]),
        ("They left. I stayed, as I do.", ["They left.", "I stayed, as I do."]),
        ("John F. Kennedy spoke. He won.", ["John F. Kennedy spoke.", "He won."]),
    ],
)
def test_sentences_end_where_a_reader_would_end_them(rules: SplitRules, text: str, expected: list[str]) -> None:
    assert texts_of(text, rules) == expected


def test_a_blank_line_ends_a_statement(rules: SplitRules) -> None:
    assert texts_of("Russia backs Syria\n\nTurkey backs the rebels.", rules) == [
        "Russia backs Syria",
        "Turkey backs the rebels.",
    ]


def test_the_wrapping_of_a_paragraph_ends_nothing(rules: SplitRules) -> None:
    paragraph = (
        "The two governments agreed on Thursday to reopen their embassies and\n"
        "to let the trains between their capitals run again, after nine years\n"
        "in which hardly anybody had crossed the border."
    )
    assert texts_of(paragraph, rules) == [paragraph]


def test_a_heading_above_a_paragraph_is_a_whole_statement(rules: SplitRules) -> None:
    text = "Two neighbours make up\nThe two governments agreed on Thursday to reopen their embassies in both capitals."
    heading, sentence = split(a_document(text), rules=rules)
    assert heading.text == "Two neighbours make up"
    assert heading.kind is sentence.kind is StatementKind.STATEMENT


def test_each_item_of_a_list_is_a_statement(rules: SplitRules) -> None:
    text = "- Russia supplies the tanks\n- Iran supplies the oil\n- China abstains"
    assert texts_of(text, rules) == text.split("\n")


HEAP = (
    "Russia has asked the new rulers whether its bases may stay. In addition, they might be a matter for talks "
    "with the United States, which is The surprise offensive shows how connected the world’s conflicts are. ian troops "
    "left the valley before the winter. strategic interests. Officials in both capitals said that the The rebels took "
    "the town on Friday without a fight. It is the third such accord in a decade. had been under fire since the spring."
)
BEGINNINGS = ["The surprise offensive", "ian troops", "strategic interests", "The rebels", "had been"]


@pytest.mark.parametrize("begins", BEGINNINGS)
def test_snippets_spliced_without_a_mark_come_apart(rules: SplitRules, begins: str) -> None:
    assert any(text.startswith(begins) for text in texts_of(HEAP, rules))


@pytest.mark.parametrize("unit", ["!", "a", "[1]", ".[1]", "a.", "“", "См", "🙂", "! ", "\n", "See more ", "By A "])
def test_a_long_run_of_anything_is_split_in_a_moment(rules: SplitRules, unit: str) -> None:
    text = unit * (60_000 // len(unit)) + "x"
    assert split(a_document(text), rules=rules)[-1].end == len(text)


def test_a_statement_without_any_border_does_not_grow_without_end(rules: SplitRules) -> None:
    assert all(len(text) <= 1500 for text in texts_of("and then they went on " * 400, rules))
