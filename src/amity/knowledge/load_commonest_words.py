"""The words by which a text shows its language, as loaded from `knowledge/languages/<code>/words.toml`."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from amity.core.errors import KnowledgeError

# Those of Latin letters that we read, and those that might be taken for one of them.
TOLD_APART = ("en", "fr", "es", "de", "tr", "it", "pt", "nl")
KEYS = {"commonest", "letters"}


@dataclass(frozen=True, slots=True, kw_only=True)
class CommonestWords:
    """One language's commonest words, in small letters, and the letters that hardly any other has."""

    language: str
    words: frozenset[str]
    letters: frozenset[str]


@cache
def load_commonest_words() -> tuple[CommonestWords, ...]:
    """Those of all languages that can be told from one another."""
    return tuple(_of_language(language) for language in TOLD_APART)


def _of_language(language: str) -> CommonestWords:
    place = f"languages/{language}/words.toml"
    path = files("amity.knowledge").joinpath(place)
    if not path.is_file():
        raise KnowledgeError(f"No commonest words for the language '{language}': expected {place}.")
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    if odd := set(table) ^ KEYS:
        raise KnowledgeError(f"{place}: missing or unknown: {', '.join(sorted(odd))}.")
    return CommonestWords(language=language, words=frozenset(table["commonest"]), letters=frozenset(table["letters"]))
