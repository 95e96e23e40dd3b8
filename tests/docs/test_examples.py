"""What the documentation shows is what happens."""

from __future__ import annotations

import doctest
from collections.abc import Iterator, Mapping
from contextlib import ExitStack
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest

from amity.extract.extractor import EXTRACTORS
from amity.read import READERS
from amity.relate.models import RELATION_MODELS
from amity.serve.cli.main import COMMANDS
from docs.console import Session, a_desk, fits, steps
from docs.pages import ROOT, Block, blocks, pages

DOORS: tuple[dict[str, Any], ...] = (READERS, EXTRACTORS, RELATION_MODELS, COMMANDS)


def pages_with(language: str) -> list[Any]:
    found = [page for page in pages() if any(blocks(page, language))]
    return [pytest.param(page, id=str(page.relative_to(ROOT))) for page in found]


@pytest.fixture
def doors_as_they_were() -> Iterator[None]:
    """Recipes register parts of their own; they are gone afterwards."""
    with ExitStack() as stack:
        for door in DOORS:
            stack.enter_context(patch.dict(door))
        yield


@pytest.mark.parametrize("page", pages_with("console"))
def test_every_console_block_prints_what_the_page_shows(page: Path) -> None:
    with a_desk():
        session = Session()
        for block in blocks(page, "console"):
            for step in steps(block.text):
                printed = session.run(step)
                if not fits(step.output, printed):
                    assert printed == step.output, f"{block}: {step.command}"


@pytest.mark.parametrize("page", pages_with("python"))
def test_every_python_block_runs(page: Path, doors_as_they_were: None) -> None:
    with a_desk():
        names: dict[str, Any] = {"__name__": "documentation"}
        for block in blocks(page, "python"):
            run_python(block, names)


def run_python(block: Block, names: dict[str, Any]) -> None:
    if block.text.startswith(">>> "):
        run_dialogue(block, names)
        return
    exec(compile(block.text, str(block), "exec"), names)


def run_dialogue(block: Block, names: Mapping[str, Any]) -> None:
    dialogue = doctest.DocTestParser().get_doctest(block.text, dict(names), str(block), str(block.page), block.line)
    assert doctest.DocTestRunner(optionflags=doctest.ELLIPSIS).run(dialogue).failed == 0, str(block)


def test_the_api_says_what_its_own_example_says() -> None:
    import amity.api

    with a_desk():
        assert doctest.testmod(amity.api).failed == 0
