"""How well actors are told on the labelled sentences does not sink below what was reached, less a point."""

from __future__ import annotations

import importlib.util
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

from amity.knowledge.load_actors import load_gazetteer
from amity.resolve import Resolver

EVALUATION = Path(__file__).parents[2] / "evaluation" / "actors.py"
FOUND = {
    "actors": {"named": 97.8, "nominal": 96.5, "ambiguous": 95.6, "stale": 96.4, "foreign": 95.3},
    "actors-blind": {"named": 98.4, "nominal": 82.2, "ambiguous": 91.2, "stale": 90.4, "foreign": 97.0, "places": 98.2},
}
MOST_FALSE = {
    "actors": {"named": 3, "nominal": 1, "ambiguous": 1, "stale": 1, "foreign": 2, "none": 2},
    "actors-blind": {"named": 1, "nominal": 1, "ambiguous": 8, "stale": 4, "foreign": 4, "none": 2, "places": 2},
}
FLOORS = [(of_set, family, floor) for of_set, families in FOUND.items() for family, floor in families.items()]
CEILINGS = [(of_set, family, most) for of_set, families in MOST_FALSE.items() for family, most in families.items()]


@pytest.fixture(scope="module")
def evaluation() -> Iterator[ModuleType]:
    specification = importlib.util.spec_from_file_location("evaluation_of_actors", EVALUATION)
    assert specification is not None
    assert specification.loader is not None
    module = importlib.util.module_from_spec(specification)
    sys.modules[specification.name] = module
    specification.loader.exec_module(module)
    yield module
    del sys.modules[specification.name]


@pytest.fixture(scope="module")
def resolver() -> Resolver:
    return Resolver(load_gazetteer())


def outcomes(evaluation: ModuleType, resolver: Resolver, of_set: str, family: str) -> Counter[str]:
    sentences = evaluation.read_sentences(evaluation.HERE / of_set / f"{family}.jsonl")
    judged = (evaluation.judge(sentence, evaluation.tell(resolver, sentence)) for sentence in sentences)
    return Counter(outcome.name for of_sentence in judged for outcome in of_sentence)


@pytest.mark.parametrize(("of_set", "family", "floor"), FLOORS)
def test_as_many_of_the_labelled_mentions_are_found(
    evaluation: ModuleType, resolver: Resolver, of_set: str, family: str, floor: float
) -> None:
    count = outcomes(evaluation, resolver, of_set, family)
    demanded = sum(count.values()) - count["false"]
    assert 100 * count["found"] / demanded >= floor


@pytest.mark.parametrize(("of_set", "family", "most"), CEILINGS)
def test_hardly_anybody_is_found_where_nobody_is_named(
    evaluation: ModuleType, resolver: Resolver, of_set: str, family: str, most: int
) -> None:
    assert outcomes(evaluation, resolver, of_set, family)["false"] <= most
