"""Nothing that users meet is missing in the documentation."""

from __future__ import annotations

import dataclasses
import importlib
import inspect
import json
import pkgutil
import re
from collections.abc import Iterator
from enum import Enum
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
import typer.main

import amity
import amity.core
from amity.core.dropped import DropReason
from amity.knowledge.relation_types import load_relation_types
from amity.read import READERS
from amity.serve.cli.main import COMMANDS, build
from amity.serve.cli.outcomes import Outcome
from docs.console import Session, Step, a_desk
from docs.make_relation_types import page_text
from docs.pages import ROOT, blocks, pages, prose

COMMANDS_PAGE, JSON_PAGE = ROOT / "docs" / "commands.md", ROOT / "docs" / "json.md"
GLOSSARY = (ROOT / "docs" / "glossary.md").read_text(encoding="utf-8")
# Values that are only the form in which other nouns come, or lists whose every word has an entry of its own.
NEED_NO_ENTRY = {
    "ActorKind",
    "Asked",
    "AskedActor",
    "Asking",
    "Adding",
    "Reading",
    "Naming",
    "Relating",
    "Verification",
    "Labelling",
    "LabelledPair",
    "QuestionKind",
    "NameKind",
    "Part",
    "Tense",
    "Precision",
    "DropReason",
    "LayerFinding",
    "Listed",
    "ResolvedStatement",
    "StatementKind",
}


def section(page: Path, heading: str) -> str:
    """What stands below a heading of the second order, up to the next."""
    found = re.search(rf"^## {heading}$(.*?)(?=^## |\Z)", page.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)
    assert found is not None, f"{page.name} has no section '{heading}'"
    return found[1]


def options() -> Iterator[tuple[str, str]]:
    group: Any = typer.main.get_command(build())
    for name, command in group.commands.items():
        for parameter in command.params:
            yield from ((name, option) for option in parameter.opts if option.startswith("--"))


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_a_section(command: str) -> None:
    assert f"`amity {command}" in section(COMMANDS_PAGE, command)


@pytest.mark.parametrize(("command", "option"), sorted(set(options())))
def test_every_option_stands_in_the_section_of_its_command(command: str, option: str) -> None:
    assert re.search(rf"`{option}[ `]", section(COMMANDS_PAGE, command))


@pytest.mark.parametrize("outcome", Outcome)
def test_every_exit_code_is_explained(outcome: Outcome) -> None:
    assert f"| {outcome.value} |" in section(COMMANDS_PAGE, "Exit codes")


@pytest.mark.parametrize("ending", READERS)
def test_every_ending_that_is_read_is_named(ending: str) -> None:
    assert f"`{ending.removesuffix('.gz')}`" in prose(COMMANDS_PAGE)


def test_the_page_of_relation_types_is_made_from_the_types_of_today() -> None:
    page = (ROOT / "docs" / "relation-types.md").read_text(encoding="utf-8")
    assert page == page_text(), "run python -m docs.make_relation_types"
    assert [type_ for type_ in load_relation_types() if f"`{type_}`" not in page] == []


@pytest.mark.parametrize(
    "command",
    [
        'amity ask "Are Iran and Saudi Arabia rivals?" examples/news.jsonl --json',
        'amity ask "Are Russia and Syria allies?" examples/heap.txt --json',
        'amity ask "Who are Iran\'s rivals?" examples/news.jsonl --json',
        'amity relation Iran "Saudi Arabia" examples/news.jsonl --json',
        'amity changes Iran "Saudi Arabia" examples/news.jsonl --json',
        'amity actors "Moscow and the Georgian president" --json',
        "amity add examples --store kept --json",
        "amity statements examples/news.jsonl",
        "amity claims examples/news.jsonl",
    ],
)
def test_every_field_of_the_json_is_explained(command: str) -> None:
    with a_desk():
        printed = Session().run(Step(command=command, output=""))
    explained = set(re.findall(r"`(\w+)`", prose(JSON_PAGE)))
    named_elsewhere = {"allies", "partners", "mixed", "none", "rivals", "adversaries", "at_war"} | {*DropReason}
    assert (
        sorted({name for line in printed.splitlines() for name in keys(json.loads(line))} - explained - named_elsewhere)
        == []
    )


def keys(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        yield from value
        for inner in value.values():
            yield from keys(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from keys(inner)


def nouns() -> Iterator[type]:
    for found in pkgutil.iter_modules(amity.core.__path__):
        module: ModuleType = importlib.import_module(f"amity.core.{found.name}")
        for _, noun in inspect.getmembers(module, inspect.isclass):
            own = noun.__module__ == module.__name__ and not issubclass(noun, Exception)
            if own and (dataclasses.is_dataclass(noun) or issubclass(noun, Enum)):
                yield noun


@pytest.mark.parametrize("noun", list(nouns()), ids=lambda noun: noun.__name__)
def test_every_noun_is_in_the_glossary_or_needs_no_entry(noun: type) -> None:
    assert (f"`{noun.__name__}`" in GLOSSARY) != (noun.__name__ in NEED_NO_ENTRY)


def test_the_glossary_is_sorted_and_names_only_values_that_are_there() -> None:
    words = re.findall(r"^\| ([^|]+?) \| [^-]", GLOSSARY, re.MULTILINE)[1:]
    assert words == sorted(words)
    named = set(re.findall(r"`([A-Z]\w+)`", GLOSSARY)) - set(load_relation_types())
    assert named <= {noun.__name__ for noun in nouns()} | {"BACKS"}


def test_every_question_that_the_readme_promises_is_understood() -> None:
    questions = re.findall(r'"([^"]+\?)"', section(ROOT / "README.md", "What it can answer"))
    assert len(questions) > 8
    with a_desk():
        session = Session()
        for question in questions:
            session.run(Step(command=f'amity ask "{question}"', output=""))
            assert session.run(Step(command="echo $?", output="")) in ("0\n", "3\n"), question


def test_every_name_of_the_public_api_is_in_the_readme() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert [name for name in amity.__all__ if name not in readme] == []


def test_every_make_target_that_the_documentation_names_is_there() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    shown = [block.text for page in pages() for block in blocks(page, "sh")] + [prose(page) for page in pages()]
    named = {target for text in shown for target in re.findall(r"(?:^|`)make ([a-z-]+)", text, re.MULTILINE)}
    assert [target for target in sorted(named) if not re.search(rf"^{target}:", makefile, re.MULTILINE)] == []


def test_every_verb_of_the_one_sentence_is_a_folder_in_the_readme() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    folders = [path.name for path in (ROOT / "src" / "amity").iterdir() if (path / "__init__.py").is_file()]
    assert [folder for folder in folders if f"| `{folder}/` |" not in readme] == []


def test_every_recipe_is_in_the_contributing_page() -> None:
    contributing = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    recipes = [path.name for path in (ROOT / "docs" / "recipes").glob("*.md")]
    assert [recipe for recipe in recipes if f"docs/recipes/{recipe}" not in contributing] == []
