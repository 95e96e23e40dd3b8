"""Whom "the two countries" or "both sides" mean: as many as were named together last."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from amity.core.actors import ActorId, Collective, Mention, Part
from amity.knowledge.mention_words import MentionWords
from amity.resolve.lexicon import Found
from amity.resolve.nominals import Scene

LONGEST_PHRASE = 48
NUMBER = re.compile(r"\b(?:(?:the|these|those) (\w+)|(both)(?: the)?) ((?:[\w-]+ ){0,2})$", re.IGNORECASE)
PLAIN = re.compile(r"\b([Tt]he|[Nn]either|[Ee]ach|[Ee]ither) ((?:(?!the\b)[a-z-]+ ){0,2})$")
AND = re.compile(r",? (?:and |& )?(?:the )?")
SENTENCE_END = re.compile(r"[.!?]['\")]* ")
SOME = 2


class Collectives:
    """Reads the phrases of one language that mean several actors."""

    def __init__(self, words: MentionWords, known: frozenset[ActorId], organisations: frozenset[ActorId]) -> None:
        self._words = words
        self._organisations = organisations
        self._pairs = {phrase: ids for phrase, ids in words.pairs.items() if known.issuperset(ids)}

    @property
    def nouns(self) -> Iterator[str]:
        together = self._words.together
        yield from (
            *self._pairs,
            *together.states,
            *together.any,
            *together.leaders,
            *together.single,
            *together.paired,
        )

    def meant(self, found: Found, word: str, scene: Scene) -> Collective | None:
        """The actors that a phrase means together; None where they cannot be told."""
        if ids := self._pairs.get(word):
            return Collective(start=found.start, end=found.end, text="", actors=ids)
        phrase = NUMBER.search(scene.folded, max(0, found.start - LONGEST_PHRASE), found.start)
        if phrase is None:
            return self._two_alone(found, word, scene)
        number = self._words.together.numbers.get((phrase.group(1) or phrase.group(2)).lower())
        between = phrase.group(3).split()
        if number is None:
            return self._two_alone(found, word, scene)
        if any(not one.islower() or one in self._words.phrase.strangers for one in between):
            return None  # "the three Benelux states": these need not have been named
        before = [
            mention for mention in scene.mentions if mention.end <= phrase.start() and mention.part is not Part.PLACE
        ]
        actors = self._together(word, number, before, scene)
        return Collective(start=phrase.start(), end=found.end, text="", actors=actors) if actors else None

    def _two_alone(self, found: Found, word: str, scene: Scene) -> Collective | None:
        """ "Neither side", "the old rivals": the two that were named, where no third was."""
        phrase = PLAIN.search(scene.folded, max(0, found.start - LONGEST_PHRASE), found.start)
        if phrase is None or not self._words.phrase.strangers.isdisjoint(phrase.group(2).split()):
            return None
        nouns = self._words.together.paired if phrase.group(1).lower() == "the" else self._words.together.single
        if word not in nouns:
            return None
        named = dict.fromkeys(
            one.actor
            for one in scene.mentions
            if one.end <= phrase.start() and one.part is not Part.PLACE and self._may_be_hostile(one)
        )
        if len(named) != SOME:
            return None
        return Collective(start=phrase.start(), end=found.end, text="", actors=tuple(named))

    def _may_be_hostile(self, mention: Mention) -> bool:
        return mention.actor not in self._organisations

    def _together(self, word: str, number: int, before: Sequence[Mention], scene: Scene) -> tuple[ActorId, ...] | None:
        together = self._words.together
        if word in together.states:
            return _last_named(number, before, scene, lambda one: one.actor in scene.states)
        if word in together.leaders:
            led = _last_named(number, before, scene, lambda one: one.person is not None)
            return led or _last_named(number, before, scene, lambda one: one.actor in scene.states)
        if word in together.hostile:
            return _last_named(number, before, scene, self._may_be_hostile)
        if word in together.any:
            return _last_named(number, before, scene, lambda one: True)
        return None


def _last_named(
    number: int, before: Sequence[Mention], scene: Scene, fits: Callable[[Mention], bool]
) -> tuple[ActorId, ...] | None:
    """As many actors as `number` that were named with "and" or alone in the last sentences; None if others were too."""
    able = [mention for mention in before if fits(mention)]
    if not able:
        return None
    starts = [able[0].start, *(end.end() for end in SENTENCE_END.finditer(scene.folded, able[0].start, able[-1].start))]
    for start in reversed(starts):
        here = [mention for mention in able if mention.start >= start]
        for run in reversed(_runs(here, scene.folded)):
            if len(run) == number:
                return run
        distinct = tuple(dict.fromkeys(mention.actor for mention in here))
        if len(distinct) >= number:
            return distinct if len(distinct) == number else _alone_in(here, number, start, scene)
    return None


def _alone_in(here: Sequence[Mention], number: int, start: int, scene: Scene) -> tuple[ActorId, ...] | None:
    """As many as `number` in the sentence that begins there, where a later one named somebody else."""
    end = SENTENCE_END.search(scene.folded, start)
    distinct = tuple(dict.fromkeys(one.actor for one in here if end is None or one.start < end.end()))
    return distinct if len(distinct) == number else None


def _runs(mentions: Sequence[Mention], folded: str) -> list[tuple[ActorId, ...]]:
    """Those joined by "and" or commas, the first last: "Britain and France had told Egypt and Israel" are two."""
    runs: list[list[Mention]] = []
    for mention in mentions:
        if runs and AND.fullmatch(folded, runs[-1][-1].end, mention.start):
            runs[-1].append(mention)
        else:
            runs.append([mention])
    several = [tuple(dict.fromkeys(one.actor for one in run)) for run in runs]
    return [run for run in reversed(several) if len(run) >= SOME]
