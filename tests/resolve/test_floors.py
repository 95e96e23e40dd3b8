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
FOUND = {"named": 97.3, "nominal": 91.4, "ambiguous": 93.6, "stale": 94.5, "foreign": 73.3}
MOST_FALSE = {"named": 2, "nominal": 2, "ambiguous": 3, "stale": 1, "foreign": 2, "none": 4}


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


def outcomes(evaluation: ModuleType, resolver: Resolver, family: str) -> Counter[str]:
    sentences = evaluation.read_sentences(evaluation.FOLDER / f"{family}.jsonl")
    judged = (evaluation.judge(sentence, evaluation.tell(resolver, sentence)) for sentence in sentences)
    return Counter(outcome.name for of_sentence in judged for outcome in of_sentence)


@pytest.mark.parametrize(("family", "floor"), FOUND.items())
def test_as_many_of_the_labelled_mentions_are_found(
    evaluation: ModuleType, resolver: Resolver, family: str, floor: float
) -> None:
    count = outcomes(evaluation, resolver, family)
    demanded = sum(count.values()) - count["false"]
    assert 100 * count["found"] / demanded >= floor


@pytest.mark.parametrize(("family", "most"), MOST_FALSE.items())
def test_hardly_anybody_is_found_where_nobody_is_named(
    evaluation: ModuleType, resolver: Resolver, family: str, most: int
) -> None:
    assert outcomes(evaluation, resolver, family)["false"] <= most
