"""Pairs that a user marked: what is no pair is dropped with what is wrong in it, and the others are kept."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest

from amity.core.dropped import Dropped
from amity.core.errors import InputError
from amity.core.pairs import MarkedPair
from amity.read.marked_pairs import read_marked_pairs

GOOD = {"id": "7", "text": "Iran arms Syria.", "actor": [0, 4], "recipient": [10, 15]}


def read(*lines: object) -> list[MarkedPair | Dropped]:
    text = "\n".join(line if isinstance(line, str) else json.dumps(line) for line in lines)
    return list(read_marked_pairs("-", io.BufferedReader(io.BytesIO(text.encode()))))


def test_a_good_line_is_a_pair() -> None:
    assert read(GOOD) == [MarkedPair(id="7", text="Iran arms Syria.", actor=(0, 4), recipient=(10, 15))]


def test_a_line_without_an_id_is_called_by_its_number() -> None:
    unnamed = {key: value for key, value in GOOD.items() if key != "id"}
    assert [pair.id for pair in read("", unnamed) if isinstance(pair, MarkedPair)] == ["2"]


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("no json", "not JSON"),
        ("[1, 2]", "an array alone"),
        ({**GOOD, "text": ""}, "an empty text"),
        ({**GOOD, "text": 5}, "a number for a text"),
        ({"id": "1", "actor": [0, 1], "recipient": [1, 2]}, "no text"),
        ({**GOOD, "actor": None}, "no actor"),
        ({**GOOD, "recipient": "Syria"}, "no pair of numbers"),
        ({**GOOD, "recipient": [10, 15, 16]}, "no pair of numbers"),
        ({**GOOD, "recipient": [10.0, 15]}, "no pair of numbers"),
        ({**GOOD, "actor": [True, 4]}, "no pair of numbers"),
        ({**GOOD, "recipient": [10, 99]}, "outside the text"),
        ({**GOOD, "recipient": [-5, 4]}, "outside the text"),
        ({**GOOD, "actor": [4, 4]}, "holds nothing"),
        ({**GOOD, "actor": [4, 5]}, "marks no word"),
        ({**GOOD, "recipient": [0, 4]}, "the same words"),
        ({**GOOD, "id": ["7"]}, "an array for an id"),
    ],
)
def test_a_flawed_line_says_where_and_what_and_the_others_are_kept(line: object, says: str) -> None:
    first, flawed, last = read(GOOD, line, GOOD)
    assert isinstance(first, MarkedPair)
    assert isinstance(last, MarkedPair)
    assert isinstance(flawed, Dropped)
    assert says in flawed.detail
    assert flawed.where == "standard input:2"


def test_a_file_that_is_not_there_is_an_error_that_says_so(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"nothing\.jsonl"):
        list(read_marked_pairs(str(tmp_path / "nothing.jsonl")))
