"""Whom "the invaders", "the victors" or "the general" mean: by what was done, and by who was named as a person."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from amity.core.actors import ActorId, Mention, NameKind
from amity.knowledge.mention_words import MentionWords
from amity.resolve.lexicon import Found
from amity.resolve.nominals import Scene

THE = re.compile(r"\b(?:[Tt]he|THE) (?:(?!the\b)[a-z-]+ )?$")
AFTER = re.compile(r"$|[.,;:!?]| ([a-z]+)")
LONGEST_PHRASE = 32
REACH = 300
TWO = 2


class Roles:
    """Reads the nouns of one language that tell whom by a deed."""

    def __init__(self, words: MentionWords, organisations: frozenset[ActorId]) -> None:
        self._words = words.roles
        self._verbs = words.pronouns.doing | words.parts.verbs_after
        self._organisations = organisations

    @property
    def nouns(self) -> Iterator[str]:
        yield from (*self._words.doers, *self._words.sufferers, *self._words.persons)

    def meant(self, found: Found, word: str, scene: Scene) -> Mention | None:
        """The actor named before that did it, suffered it, or was named by its leader."""
        phrase = THE.search(scene.folded, max(0, found.start - LONGEST_PHRASE), found.start)
        if phrase is None or not self._stands_alone(found, scene.folded):
            return None
        before = [m for m in scene.mentions if phrase.start() - REACH <= m.end <= phrase.start()]
        if word in self._words.persons:
            return _nominal(found, *_last_person(before))
        named = self._two_parties(before)
        if len(named) != TWO or not (word in self._words.doers or word in self._words.sufferers):
            return None
        told = scene.folded[max(0, phrase.start() - REACH) : phrase.start()].lower()
        first_won = not any(sign in told for sign in self._words.lost)
        return _nominal(found, named[0] if first_won is (word in self._words.doers) else named[1])

    def _stands_alone(self, found: Found, folded: str) -> bool:
        """Whether no noun follows that it describes: "the general election"."""
        follows = AFTER.match(folded, found.end)
        if follows is None:
            return False
        word = follows.group(1)
        return word is None or word in self._verbs or word.endswith("ed")

    def _two_parties(self, before: Sequence[Mention]) -> list[ActorId]:
        """Who was named, in order; without the seats, which may be places, where others are enough."""
        able = [m for m in before if m.actor not in self._organisations]
        named = list(dict.fromkeys(m.actor for m in able if m.name_kind is not NameKind.SEAT))
        return named if len(named) >= TWO else list(dict.fromkeys(m.actor for m in able))


def _last_person(before: Sequence[Mention]) -> tuple[ActorId, ...]:
    return tuple(m.actor for m in reversed(before) if m.person is not None)[:1]


def _nominal(found: Found, actor: ActorId | None = None) -> Mention | None:
    if actor is None:
        return None
    return Mention(start=found.start, end=found.end, text="", actor=actor, name_kind=NameKind.NOMINAL)
