"""What a mention does in its statement, by the words right before and after it.

Where the words do not say, it is a party. A place is only said where it is
sure, for a place is left out of all relations.
"""

from __future__ import annotations

import re

from amity.core.actors import NameKind, Part
from amity.knowledge.mention_words import PartWords

NEXT_WORD = re.compile(r" ([a-z]+)")
NOUN_PHRASE = re.compile(r" ([a-z][a-z-]*(?: [a-z-]+){0,2})")
LONGEST_WORD = 24
OWNS = ("'", "-")  # a genitive or a dash makes the name the owner of something
PLACEABLE = (NameKind.NAME, NameKind.SEAT)


class Parts:
    """Tells the part of a mention."""

    def __init__(self, words: PartWords, heads: frozenset[str]) -> None:
        self._words = words
        self._heads = heads

    def part(self, folded: str, start: int, end: int, kind: NameKind, *, is_land: bool) -> Part:
        """What a name does where it stands; only what `is_land` can be a place."""
        words = self._words
        if kind is NameKind.ADJECTIVE:
            return self._described(folded, end)
        at, word = _word_before(folded, start)
        while word in words.regions:
            at, word = _word_before(folded, at)
        if word in words.locatives:
            is_place = is_land and kind in PLACEABLE and folded[end : end + 1] not in OWNS
            more = is_place and self._takes_it_for_more(word, _word_before(folded, at)[1], kind)
            return Part.PLACE if is_place and not more else Part.PARTY
        if word in words.origins:
            return Part.ORIGIN
        if word in words.targets:
            return Part.ACTED_UPON
        if word in words.attackers:
            return Part.ACTING
        return Part.ACTING if self._acts(folded, end) else Part.PARTY

    def _takes_it_for_more(self, preposition: str, before: str, kind: NameKind) -> bool:
        """Whether somebody is meant after all: "confidence in Russia", "the government in Kabul"."""
        if preposition == "in" and before in self._words.wanting:
            return True
        return kind is NameKind.SEAT and (before in self._heads or before in self._words.persons)

    def _described(self, folded: str, end: int) -> Part:
        """A body of the actor is a party: "Russian troops"; anything else is only told more of: "Russian gas"."""
        noun = NOUN_PHRASE.match(folded, end)
        if noun is None or not self._heads.isdisjoint(noun.group(1).split(" ")):
            return Part.PARTY
        return Part.MODIFIER

    def _acts(self, folded: str, end: int) -> bool:
        follows = NEXT_WORD.match(folded, end)
        if follows is None:
            return False
        verb = follows.group(1)
        return verb in self._words.verbs_after or verb.endswith("ed")


def _word_before(folded: str, start: int) -> tuple[int, str]:
    """Where the word right before a place begins, and the word; empty where a mark stands between."""
    if start < 1 or folded[start - 1] != " ":
        return start, ""
    at = folded.rfind(" ", max(0, start - LONGEST_WORD), start - 1) + 1
    return at, folded[at : start - 1].lower()
