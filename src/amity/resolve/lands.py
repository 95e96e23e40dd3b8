"""Which of the states named before "the tiny republic" or "the Gulf kingdom" is meant, by the words beside the noun."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from amity.core.actors import Actor, ActorId, Mention, NameKind
from amity.core.dates import Period
from amity.knowledge.mention_words import MentionWords
from amity.resolve.lexicon import Found
from amity.resolve.nominals import Scene

PHRASE = re.compile(r"\b(?:[Tt]he|THE|[Tt]his) ((?:(?!the\b)[\w'-]+ ){0,3})$")
NEXT_WORD = re.compile(r" (\w+)")
LONGEST_PHRASE = 56
STATE_REACH = 300  # characters
YOUNG_DAYS = 3660  # ten years
FEW, MANY = 12, 40  # millions of people: a state named alone is small below, and large above
COMPARED = ("smaller", "larger", "bigger")
TWO = 2
MayBeCalled = Callable[[ActorId, str, Period], bool]


@dataclass(frozen=True, slots=True)
class Description:
    """What the words between an article and a noun say."""

    able: tuple[frozenset[ActorId], ...]
    small: bool
    large: bool
    young: bool

    @property
    def tells(self) -> bool:
        return bool(self.able or self.small or self.large or self.young)


class Lands:
    """Reads the nouns for states with the words beside them; made once."""

    def __init__(
        self,
        words: MentionWords,
        actors: Mapping[ActorId, Actor],
        millions: Mapping[ActorId, float],
        may_be_called: MayBeCalled,
    ) -> None:
        self._words = words
        self._actors = actors
        self._millions = millions
        self._may_be_called = may_be_called
        self._telling = {*words.ruled_by, *words.one_of}
        self._last_of_described = {described.split()[-1] for described in words.described}
        self._in_nouns = {part for noun in words.lands.nouns for part in noun.split()} - words.lands.large
        self._verbs = words.pronouns.doing | words.parts.verbs_after

    @property
    def nouns(self) -> Iterator[str]:
        yield from self._words.lands.nouns

    def meant(self, found: Found, word: str, scene: Scene) -> Mention | None:
        """The one state named before that fits the noun and its words; None where there is none, or more."""
        if word not in self._words.lands.nouns:
            return None
        phrase = PHRASE.search(scene.folded, max(0, found.start - LONGEST_PHRASE), found.start)
        described = self._description(phrase.group(1) + word) if phrase else None
        if phrase is None or described is None or self._is_told(found, scene):
            return None
        if word in COMPARED and not self._acts(found, scene):
            return None  # "the smaller parties"
        if word == "giant":
            described = replace(described, large=True)
        if not (described.tells or word in self._telling or self._may_stand_plain(word, found, phrase.start(), scene)):
            return None
        near = [m for m in scene.mentions if phrase.start() - STATE_REACH <= m.end <= phrase.start()]
        named = list(dict.fromkeys(m.actor for m in near if m.actor in scene.states))
        fit = self._fitting([one for one in named if self._may_be_called(one, word, scene.on)], described, scene.on)
        return _nominal(found, fit[0]) if len(fit) == 1 else None

    def narrowed(self, found: Found, scene: Scene) -> Scene:
        """The scene without the states that an adjective before the noun rules out: "the Baathist regime"."""
        if _word_before(scene.folded, found.start) not in self._last_of_described:
            return scene
        phrase = PHRASE.search(scene.folded, max(0, found.start - LONGEST_PHRASE), found.start)
        able = self._able(phrase.group(1).lower().split()) if phrase else ()
        if not able:
            return scene
        kept = tuple(m for m in scene.mentions if m.actor not in scene.states or all(m.actor in ids for ids in able))
        about = scene.about if scene.about is not None and all(scene.about in ids for ids in able) else None
        return replace(scene, mentions=kept, about=about)

    def _description(self, between: str) -> Description | None:
        """What the words say; None where one of them is not known."""
        lands, words = self._words.lands, between.lower().split()
        known = lands.small | lands.large | lands.young | lands.neutral | self._in_nouns
        pairs = {" ".join(pair) for pair in pairwise(words)} & self._words.described.keys()
        of_pairs = {word for pair in pairs for word in pair.split()}
        if any(word not in known and word not in self._words.described and word not in of_pairs for word in words):
            return None
        return Description(
            able=self._able(words),
            small=not lands.small.isdisjoint(words),
            large=not lands.large.isdisjoint(words),
            young=not lands.young.isdisjoint(words),
        )

    def _able(self, words: Sequence[str]) -> tuple[frozenset[ActorId], ...]:
        pairs = [" ".join(pair) for pair in pairwise(words)]
        told = [pair for pair in pairs if pair in self._words.described]
        in_pairs = {word for pair in told for word in pair.split()}
        told += [word for word in words if word in self._words.described and word not in in_pairs]
        return tuple(self._words.described[one] for one in told)

    def _is_told(self, found: Found, scene: Scene) -> bool:
        follows = NEXT_WORD.match(scene.folded, found.end)
        return follows is not None and follows.group(1).lower() in self._words.phrase.tellers

    def _may_stand_plain(self, word: str, found: Found, start: int, scene: Scene) -> bool:
        """Whether "the country" is no place here, and means the one that was named."""
        before = scene.folded[:start].rstrip(" ").rpartition(" ")[2].lower()
        return word in self._words.lands.plain and before not in self._words.lands.placing and self._acts(found, scene)

    def _acts(self, found: Found, scene: Scene) -> bool:
        """Whether a verb follows."""
        follows = NEXT_WORD.match(scene.folded, found.end)
        return follows is not None and (follows.group(1) in self._verbs or follows.group(1).endswith("ed"))

    def _fitting(self, named: Sequence[ActorId], described: Description, on: Period) -> Sequence[ActorId]:
        able = [one for one in named if all(one in ids for ids in described.able)]
        if described.young:
            able = [one for one in able if self._is_young(one, on)]
        if described.small or described.large:
            return self._by_size(able, largest=described.large)
        return able

    def _by_size(self, able: Sequence[ActorId], *, largest: bool) -> Sequence[ActorId]:
        """Of two the larger or the smaller; one alone where it is so by itself."""
        sized = [one for one in able if one in self._millions]
        if len(sized) == 1:
            millions = self._millions[sized[0]]
            return sized if (millions > MANY if largest else millions < FEW) else ()
        if len(sized) != TWO:
            return ()
        ordered = sorted(sized, key=lambda one: self._millions[one])
        return [ordered[-1] if largest else ordered[0]]

    def _is_young(self, actor: ActorId, on: Period) -> bool:
        began, last_day = self._actors[actor].existed.start, on.last_day
        return began is not None and last_day is not None and (last_day - began).days <= YOUNG_DAYS


def _word_before(folded: str, start: int) -> str:
    at = folded.rfind(" ", max(0, start - LONGEST_PHRASE), max(0, start - 1)) + 1
    return folded[at : max(0, start - 1)].lower()


def _nominal(found: Found, actor: ActorId) -> Mention:
    return Mention(start=found.start, end=found.end, text="", actor=actor, name_kind=NameKind.NOMINAL)
