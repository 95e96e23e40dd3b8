"""How a language asks, as loaded from `knowledge/languages/<code>/questions.toml`."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files

from amity.core.errors import KnowledgeError


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionWords:
    """Patterns for what is asked, in the order in which they are tried, and for the kind of question."""

    asked: Mapping[str, re.Pattern[str]]
    kinds: Mapping[str, re.Pattern[str]]
    ending: re.Pattern[str]
    negated: re.Pattern[str]
    past: re.Pattern[str]
    plain: frozenset[str]


def load_question_words(language: str = "en") -> QuestionWords:
    """Read and check one language's question words."""
    path = files("amity.knowledge").joinpath("languages", language, "questions.toml")
    if not path.is_file():
        raise KnowledgeError(f"No question words for '{language}': expected languages/{language}/questions.toml.")
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    try:
        return QuestionWords(
            asked={name: _pattern(wording) for name, wording in table["asked"].items()},
            kinds={name: _pattern(wording) for name, wording in table["kinds"].items()},
            ending=_pattern(table["signs"]["ending"]),
            negated=_pattern(table["signs"]["negated"]),
            past=_pattern(table["signs"]["past"]),
            plain=frozenset(table["words"]["plain"].split()),
        )
    except KeyError as missing:
        raise KnowledgeError(f"languages/{language}/questions.toml: the entry {missing} is missing.") from missing
    except re.error as flaw:
        raise KnowledgeError(
            f"languages/{language}/questions.toml: '{flaw.pattern!r}' is no pattern: {flaw}."
        ) from flaw


def _pattern(wording: str) -> re.Pattern[str]:
    return re.compile(wording, re.IGNORECASE)
