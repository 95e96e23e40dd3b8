"""The words of a language's grammar, as loaded from `knowledge/languages/<code>/grammar.toml`."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields
from importlib.resources import files

from amity.core.errors import KnowledgeError


@dataclass(frozen=True, slots=True, kw_only=True)
class Grammar:
    """Closed classes of words, lower case; `irregular` maps a verb's base to its other forms."""

    auxiliaries: frozenset[str]
    be: frozenset[str]
    negations: frozenset[str]
    determiners: frozenset[str]
    conjunctions: frozenset[str]
    breakers: frozenset[str]
    prepositions: frozenset[str]
    locatives: frozenset[str]
    relatives: frozenset[str]
    party_heads: frozenset[str]
    titles: frozenset[str]
    sharing: frozenset[str]
    hypothetical: frozenset[str]
    planned: frozenset[str]
    called_for: frozenset[str]
    ended: frozenset[str]
    over: frozenset[str]
    calendar: frozenset[str]
    sport: frozenset[str]
    speech: frozenset[str]
    reporting: frozenset[str]
    light_verbs: frozenset[str]
    irregular: Mapping[str, tuple[str, ...]]


def load_grammar(language: str = "en") -> Grammar:
    """Read and check one language's grammar words."""
    path = files("amity.knowledge").joinpath("languages", language, "grammar.toml")
    if not path.is_file():
        raise KnowledgeError(f"No grammar for the language '{language}': expected languages/{language}/grammar.toml.")
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    wanted = {field.name for field in fields(Grammar)}
    if set(table) != wanted:
        odd = ", ".join(sorted(wanted ^ set(table)))
        raise KnowledgeError(f"languages/{language}/grammar.toml: missing or unknown tables: {odd}.")
    irregular = {base: tuple(forms.split()) for base, forms in table.pop("irregular").items()}
    return Grammar(irregular=irregular, **{name: frozenset(words) for name, words in table.items()})
