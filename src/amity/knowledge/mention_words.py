"""The words by which a language tells whom it means, as loaded from `knowledge/languages/<code>/mentions.toml`."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import cache
from importlib.resources import files
from typing import Any

from amity.core.actors import ActorId
from amity.core.errors import KnowledgeError

Words = frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class TogetherWords:
    """Nouns that mean several actors at once, and the numbers before them."""

    numbers: Mapping[str, int]
    states: Words
    any: Words
    leaders: Words
    single: Words
    paired: Words
    hostile: Words


@dataclass(frozen=True, slots=True, kw_only=True)
class LandWords:
    """Nouns for a state named before, and the words beside them that tell which."""

    nouns: Words
    plain: Words
    small: Words
    large: Words
    young: Words
    neutral: Words
    placing: Words


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleWords:
    """Nouns for the one that did, and for the one to whom it was done."""

    doers: Words
    sufferers: Words
    lost: Words
    persons: Words


@dataclass(frozen=True, slots=True, kw_only=True)
class PronounWords:
    """Words after a pronoun that begins a sentence: those that somebody does, and those that say nothing of anybody."""

    doing: Words
    idle: Words


@dataclass(frozen=True, slots=True, kw_only=True)
class PhraseWords:
    """Words before and after a noun that say whether somebody named before is meant."""

    strangers: Words
    tellers: Words
    others: Words


@dataclass(frozen=True, slots=True, kw_only=True)
class SurnameWords:
    """Surnames that many bear, and what speaks for a leader."""

    shared: Words
    before: Words
    offices: Words
    political: Words


@dataclass(frozen=True, slots=True, kw_only=True)
class NobodyWords:
    """What shows that a name of an actor is somebody private, a thing, or a river."""

    titles: Words
    kin: Words
    given_too: Words
    institutions: Words
    first_names: Words
    things: Words
    looks: Words
    trade: Words
    tongues: Words
    rivers: Words
    river_signs: Words


@dataclass(frozen=True, slots=True, kw_only=True)
class ShapeWords:
    """What beside an actor's name makes it part of another proper name."""

    us_states: Words
    called: Words
    compounds: Words
    named_after: Words
    leading: Words
    titles: Words


@dataclass(frozen=True, slots=True, kw_only=True)
class SportWords:
    """Signs of sport, in phrases, and of politics."""

    strong: Words
    weak: Words
    politics: Words


@dataclass(frozen=True, slots=True, kw_only=True)
class PartWords:
    """What around a mention says what it does in its statement."""

    locatives: Words
    regions: Words
    persons: Words
    wanting: Words
    origins: Words
    targets: Words
    attackers: Words
    verbs_after: Words


@dataclass(frozen=True, slots=True, kw_only=True)
class MentionWords:
    """All of them; nouns are without article and in lower case."""

    standing_for: Mapping[str, Words]
    ruled_by: Mapping[str, Words]
    told_by_names: Mapping[str, Words]
    one_of: Mapping[str, frozenset[ActorId]]
    colonies: Mapping[ActorId, frozenset[ActorId]]
    pairs: Mapping[str, tuple[ActorId, ...]]
    halves: Mapping[str, tuple[Mapping[str, ActorId], ...]]
    described: Mapping[str, frozenset[ActorId]]
    lands: LandWords
    roles: RoleWords
    pronouns: PronounWords
    together: TogetherWords
    phrase: PhraseWords
    surnames: SurnameWords
    nobody: NobodyWords
    shapes: ShapeWords
    sport: SportWords
    parts: PartWords


@cache
def load_mention_words(language: str = "en") -> MentionWords:
    """Read and check one language's words."""
    place = f"languages/{language}/mentions.toml"
    path = files("amity.knowledge").joinpath(place)
    if not path.is_file():
        raise KnowledgeError(f"No words of mentions for the language '{language}': expected {place}.")
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    _same_names(place, "tables", table, MentionWords)
    together = table["together"]
    _same_names(place, "[together]", together, TogetherWords)
    return MentionWords(
        standing_for=_sets(table["standing_for"]),
        ruled_by=_sets(table["ruled_by"]),
        told_by_names=_sets(table["told_by_names"]),
        one_of={noun: frozenset(map(ActorId, ids)) for noun, ids in table["one_of"].items()},
        colonies={ActorId(power): frozenset(map(ActorId, ids)) for power, ids in table["colonies"].items()},
        pairs={phrase: tuple(map(ActorId, ids)) for phrase, ids in table["pairs"].items()},
        halves={
            land: tuple({half: ActorId(id_) for half, id_ in halves.items()} for halves in divided)
            for land, divided in table["halves"].items()
        },
        described={word: frozenset(map(ActorId, ids)) for word, ids in table["described"].items()},
        lands=LandWords(**_checked(place, "lands", table, LandWords)),
        roles=RoleWords(**_checked(place, "roles", table, RoleWords)),
        pronouns=PronounWords(**_checked(place, "pronouns", table, PronounWords)),
        together=TogetherWords(
            numbers=together["numbers"],
            states=frozenset(together["states"]),
            any=frozenset(together["any"]),
            leaders=frozenset(together["leaders"]),
            single=frozenset(together["single"]),
            paired=frozenset(together["paired"]),
            hostile=frozenset(together["hostile"]),
        ),
        phrase=PhraseWords(**_checked(place, "phrase", table, PhraseWords)),
        surnames=SurnameWords(**_checked(place, "surnames", table, SurnameWords)),
        nobody=NobodyWords(**_checked(place, "nobody", table, NobodyWords)),
        shapes=ShapeWords(**_checked(place, "shapes", table, ShapeWords)),
        sport=SportWords(**_checked(place, "sport", table, SportWords)),
        parts=PartWords(**_checked(place, "parts", table, PartWords)),
    )


def _sets(table: Mapping[str, list[str]]) -> dict[str, Words]:
    return {name: frozenset(words) for name, words in table.items()}


def _checked(place: str, name: str, table: Mapping[str, Any], form: type) -> dict[str, Words]:
    _same_names(place, f"[{name}]", table[name], form)
    return _sets(table[name])


def _same_names(place: str, where: str, given: Mapping[str, Any], form: type) -> None:
    if odd := set(given) ^ {field.name for field in fields(form)}:
        raise KnowledgeError(f"{place}: missing or unknown in {where}: {', '.join(sorted(odd))}.")
