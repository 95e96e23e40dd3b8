from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import numpy as np
import pytest

from amity.knowledge.split_rules import SplitRules
from amity.split.repeats import edges_of_repeats
from amity.split.seams import fit_to_document, seam_log_odds
from amity.split.words import find_words

EVALUATION = Path(__file__).parents[2] / "evaluation" / "seams.py"


@pytest.fixture(scope="module")
def evaluation() -> ModuleType:
    specification = importlib.util.spec_from_file_location("evaluation_of_seams", EVALUATION)
    assert specification is not None
    assert specification.loader is not None
    module = importlib.util.module_from_spec(specification)
    sys.modules[specification.name] = module
    specification.loader.exec_module(module)
    return module


def test_the_splitting_of_heaps_does_not_sink(evaluation: ModuleType, rules: SplitRules) -> None:
    figures = evaluation.measure_splitting(rules, heaps=6)
    assert figures.seams_found >= 0.76
    assert figures.within_one_snippet >= 0.87
    assert figures.copies_marked >= 0.97
    assert figures.false_cuts <= 0.3


def test_weak_signs_are_no_seams_in_an_article_and_are_some_in_a_heap() -> None:
    weak, strong, none = [2.5], [9.0] * 40, [-9.0] * 1000
    telling = np.array([False] * 1001 + [True] * 40)
    article = fit_to_document(np.array(weak + none), telling=telling[:1001])
    heap = fit_to_document(np.array(weak + none + strong), telling=telling)
    assert article[0] < 0.1 < heap[0]


def test_a_document_without_signs_has_no_seams() -> None:
    assert fit_to_document(np.full(50, -6.0), telling=np.zeros(50, dtype=bool)).max() < 0.001


def test_a_gap_is_judged_the_same_wherever_the_block_that_it_is_worked_on_in_ends(rules: SplitRules) -> None:
    text = "The two governments agreed on Thursday to let the trains run again. " * 500
    words = find_words(text, pieces=rules.seams.pieces, language=rules.words)
    odds = seam_log_odds(words, rules.seams)[24:-24].reshape(-1, 12)
    assert len(words) > 4096
    assert np.allclose(odds, odds[0], atol=1e-3)


def test_a_run_of_words_said_twice_has_edges() -> None:
    run = ["one", "two", "three", "four", "five", "six", "seven", "eight"]
    edges = edges_of_repeats(["a", "b", *run, "c", *run, "d"])
    assert np.flatnonzero(edges).tolist() == [1, 9, 10, 18]
