"""The labelled sentences hold enough of every relation type and of every family."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from balance import FAMILIES, FEWEST_OF_A_FAMILY, FEWEST_OF_A_TYPE, main, weigh
from marked_sentences import TYPES, LabelledSentence, ordered_pairs, parse, read_sentences


def a_sentence(*pairs: str, tags: tuple[str, ...] = ()) -> LabelledSentence:
    text = "[a:name|Peru] told [b:name|Chile] about [c:name|Cuba]"
    return parse(json.dumps({"text": text, "pairs": pairs, "tags": tags}), "here:1")


ENOUGH = [
    *[a_sentence(f"a>b {type_}") for type_ in TYPES] * FEWEST_OF_A_TYPE,
    *[a_sentence(tags=(min(tags),)) for tags in FAMILIES.values()] * FEWEST_OF_A_FAMILY,
]


def test_there_are_enough_sentences_of_every_type_and_family() -> None:
    assert weigh(list(read_sentences())).shortfalls() == []


def test_all_ordered_pairs_of_marked_actors_count_with_and_without_a_relation() -> None:
    counts = weigh([a_sentence("a>b AID", "a>b SUPPORT"), a_sentence()])
    assert (counts.sentences, counts.labels, counts.pairs, counts.related) == (2, 2, 12, 1)


@pytest.mark.parametrize(("pair", "type_", "count"), [("a>b AID", "AID", 1), ("a-b AGREE", "AGREE", 2)])
def test_a_relation_that_goes_both_ways_counts_for_both_orders(pair: str, type_: str, count: int) -> None:
    assert weigh([a_sentence(pair)]).types[type_] == count


def test_an_undirected_relation_counts_for_both_orders_however_it_is_written() -> None:
    assert weigh([a_sentence("a>b ALLIED")]).types == weigh([a_sentence("a-b ALLIED")]).types == {"ALLIED": 2}


@pytest.mark.parametrize(
    ("manner", "family"),
    [
        ("denied", "unplain"),
        ("planned", "unplain"),
        ("hypothetical", "unplain"),
        ("called_for", "unplain"),
        ("ended", "unplain"),
        ("by:c", "attributed"),
    ],
)
def test_a_label_that_is_not_told_as_plain_fact_counts_for_its_family_without_a_tag(manner: str, family: str) -> None:
    assert weigh([a_sentence(f"a>b AID {manner}"), a_sentence("a>b AID")]).told == {family: 1}


def test_a_sentence_with_two_tags_of_a_family_counts_once() -> None:
    assert weigh([a_sentence(tags=("reversed", "passive"))]).of_family("reversed or passive") == 1


def test_enough_of_all_is_no_shortfall() -> None:
    assert weigh(ENOUGH).shortfalls() == []


@pytest.mark.parametrize("type_", sorted(TYPES))
def test_a_type_of_which_there_is_too_little_is_named(type_: str) -> None:
    sentence = a_sentence(f"a>b {type_}")
    short = [other for other in ENOUGH if other != sentence] + [sentence]
    count = len(ordered_pairs(sentence.labels[0]))
    assert weigh(short).shortfalls() == [f"{type_}: {count}, expected at least {FEWEST_OF_A_TYPE}"]


@pytest.mark.parametrize("family", FAMILIES)
def test_a_family_of_which_there_is_one_too_few_is_named(family: str) -> None:
    short = list(ENOUGH)
    short.remove(next(sentence for sentence in ENOUGH if FAMILIES[family] & {*sentence.tags}))
    expected = f"{family}: {FEWEST_OF_A_FAMILY - 1}, expected at least {FEWEST_OF_A_FAMILY}"
    assert weigh(short).shortfalls() == [expected]


def test_as_a_program_it_says_by_its_exit_code_whether_there_is_enough(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    few = tmp_path / "few.jsonl"
    few.write_text('{"text": "[a:name|Peru] and [b:name|Chile]", "pairs": ["a-b AGREE"]}\n', encoding="utf-8")
    assert main([str(few)]) == 1
    assert "1 sentences, 1 labels\n2 ordered pairs of actors, 2 of them" in capsys.readouterr().out
    assert main([]) == 0
