"""How organisations that are in no list look, as loaded from `knowledge/languages/<code>/unlisted.toml`."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from importlib.resources import files

from amity.core.errors import KnowledgeError

FIELDS = {"heads", "leading", "of_states", "never"}


@dataclass(frozen=True, slots=True, kw_only=True)
class UnlistedShapes:
    """The nouns that such names end in or begin with, those of them that are a state's own bodies, and what is none."""

    heads: tuple[str, ...]
    leading: tuple[str, ...]
    of_states: frozenset[str]
    never: frozenset[str]


def load_unlisted_shapes(language: str = "en") -> UnlistedShapes:
    """Read and check one language's shapes."""
    path = files("amity.knowledge").joinpath("languages", language, "unlisted.toml")
    if not path.is_file():
        raise KnowledgeError(f"No shapes of names for '{language}': expected languages/{language}/unlisted.toml.")
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    if set(table) != FIELDS:
        raise KnowledgeError(f"languages/{language}/unlisted.toml: expected {sorted(FIELDS)}; has {sorted(table)}.")
    if strangers := sorted(set(table["of_states"]) - set(table["heads"])):
        raise KnowledgeError(f"languages/{language}/unlisted.toml: of_states has {strangers}, which are no heads.")
    return UnlistedShapes(
        heads=tuple(sorted(table["heads"], key=len, reverse=True)),
        leading=tuple(sorted(table["leading"], key=len, reverse=True)),
        of_states=frozenset(table["of_states"]),
        never=frozenset(table["never"]),
    )
