"""The readers of claims do not get worse, and the gate that sees to it can close."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[2] / "evaluation"))

from claims import calibration_error, measure, reader_named
from gate import MARGIN, load_floors, raised, sunk

from amity.extract.extractor import EXTRACTORS

FLOORS = load_floors()


def test_every_reader_has_floors() -> None:
    assert FLOORS.keys() == EXTRACTORS.keys()
    assert all(FLOORS.values())


@pytest.mark.parametrize("reader", EXTRACTORS)
def test_no_reader_has_sunk_below_its_floors(reader: str) -> None:
    assert sunk(measure(reader_named(reader)).figures(), FLOORS[reader]) == []


def test_the_gate_closes_where_a_figure_sinks_and_where_an_error_rises() -> None:
    floors = {"recall": 80.0, "calibration": 3.0}
    assert sunk({"recall": 80.0, "calibration": 3.0}, floors) == []
    assert sunk({"recall": 79.9, "calibration": 3.0}, floors) == ["recall 79.9, at least 80.0 wanted"]
    assert sunk({"recall": 80.0, "calibration": 3.1}, floors) == ["calibration 3.1, at most 3.0 wanted"]


def test_floors_only_ever_rise() -> None:
    floors = {"recall": 80.0, "calibration": 3.0}
    assert raised({"recall": 70.0, "calibration": 9.0}, floors) == floors
    assert raised({"recall": 90.0, "calibration": 1.0}, floors) == {"recall": 90 - MARGIN, "calibration": 1 + MARGIN}


def test_calibration_is_perfect_where_chances_are_what_happens_and_bad_where_they_boast() -> None:
    honest = [(0.75, number % 4 != 0) for number in range(100)]
    boasting = [(0.95, number % 2 == 0) for number in range(100)]
    assert calibration_error(honest) == pytest.approx(0.0)
    assert calibration_error(boasting) == pytest.approx(0.45)
