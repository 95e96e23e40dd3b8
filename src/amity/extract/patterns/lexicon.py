"""The phrases of `relation_types.toml`, made ready for looking up while reading."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from amity.core.claims import RelationType
from amity.extract.patterns.inflect import past_forms, plural, verb_forms
from amity.knowledge.grammar import Grammar
from amity.knowledge.relation_types import RelationKind

GAP = "*"  # up to four words
RECIPIENT = "{b}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """Words to be found one after the other; `after` follow the recipient where it stands inside."""

    type: RelationType
    words: tuple[str, ...]
    after: tuple[str, ...] = ()
    passive: frozenset[str] = frozenset()  # forms of the verb that "by" can follow
    reciprocal: bool = False

    @property
    def ends_in_preposition(self) -> bool:
        return len(self.words) > 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon:
    """Phrases by their first word's forms, longest first."""

    verbs: Mapping[str, tuple[Phrase, ...]]
    nouns: Mapping[str, tuple[Phrase, ...]]
    bonds: Mapping[str, tuple[Phrase, ...]]
    traits: Mapping[str, tuple[Phrase, ...]]
    persons: Mapping[str, RelationType]
    plurals: frozenset[str]
    compounds: Mapping[str, RelationType]


def build_lexicon(kinds: Mapping[RelationType, RelationKind], grammar: Grammar) -> Lexicon:
    verbs: list[tuple[str, Phrase]] = []
    nouns: list[tuple[str, Phrase]] = []
    bonds: list[tuple[str, Phrase]] = []
    traits: list[tuple[str, Phrase]] = []
    for kind in kinds.values():
        for wording in kind.verbs:
            verbs += _verb_entries(kind, wording, grammar, reciprocal=False)
        for wording in kind.reciprocal:
            verbs += _verb_entries(kind, wording, grammar, reciprocal=True)
        nouns += [_noun_entry(kind, wording) for wording in kind.nouns]
        bonds += [_noun_entry(kind, wording) for wording in kind.bonds]
        traits += [_noun_entry(kind, wording) for wording in kind.traits]
    persons = {word: kind.type for kind in kinds.values() for noun in kind.persons for word in (noun, plural(noun))}
    return Lexicon(
        verbs=_by_first(verbs),
        nouns=_by_first(nouns),
        bonds=_by_first(bonds),
        traits=_by_first(traits),
        persons=persons,
        plurals=frozenset(plural(noun) for kind in kinds.values() for noun in kind.persons),
        compounds={word: kind.type for kind in kinds.values() for word in kind.compounds},
    )


def _verb_entries(
    kind: RelationKind, wording: str, grammar: Grammar, *, reciprocal: bool
) -> Iterable[tuple[str, Phrase]]:
    words = _split(wording)
    at = words.index(RECIPIENT) if RECIPIENT in words else len(words)
    before, after = tuple(words[:at]), tuple(words[at + 1 :])
    passive = past_forms(before[0], grammar.irregular) if len(before) == 1 else frozenset()
    phrase = Phrase(type=kind.type, words=before, after=after, passive=frozenset(passive), reciprocal=reciprocal)
    return [(form, phrase) for form in verb_forms(before[0], grammar.irregular)]


def _noun_entry(kind: RelationKind, wording: str) -> tuple[str, Phrase]:
    words = [word for word in _split(wording) if word != RECIPIENT]
    return words[0], Phrase(type=kind.type, words=tuple(words))


def _split(wording: str) -> list[str]:
    """Words as the tokeniser cuts them: a hyphened word is three tokens."""
    return wording.replace("-", " - ").split()


def _by_first(entries: Iterable[tuple[str, Phrase]]) -> Mapping[str, tuple[Phrase, ...]]:
    grouped: dict[str, list[Phrase]] = {}
    for first, phrase in entries:
        grouped.setdefault(first, []).append(phrase)
    return {
        first: tuple(sorted(phrases, key=lambda p: (-len(p.words) - len(p.after), p.words, p.type)))
        for first, phrases in grouped.items()
    }


def find_phrase(lows: list[str], at: int, phrase: Phrase, blocked: frozenset[int]) -> int | None:
    """Where `phrase`, whose first word stands at `at`, ends; None where its other words do not follow.

    A gap takes up to four words and no token in `blocked` (mentions and marks).
    """
    step = at + 1
    words = phrase.words[1:]
    index = 0
    while index < len(words):
        if words[index] == GAP:
            wanted = words[index + 1] if index + 1 < len(words) else None
            step_after = _skip_gap(lows, step, wanted, blocked)
            if step_after is None:
                return None
            step, index = step_after, index + (1 if wanted is None else 2)
            continue
        if step >= len(lows) or lows[step] != words[index]:
            return None
        step, index = step + 1, index + 1
    return step


def _skip_gap(lows: list[str], step: int, wanted: str | None, blocked: frozenset[int]) -> int | None:
    for width in range(5):
        here = step + width
        if here >= len(lows):
            return None
        if wanted is None or lows[here] == wanted:
            return here + (wanted is not None)
        if here in blocked:
            return None
    return None
