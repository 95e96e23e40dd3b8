"""Where a name of an actor means no political actor: in sport, as a person's name, of a dish, of a river."""

from __future__ import annotations

import re
import sys
from bisect import bisect_right
from collections.abc import Iterable, Sequence

from amity.core.actors import ActorId, Mention, NameKind
from amity.knowledge.mention_words import MentionWords
from amity.resolve.lexicon import Found
from amity.resolve.shapes import Shapes

PLAYED_FOR = (NameKind.NAME, NameKind.ADJECTIVE, NameKind.PEOPLE, NameKind.SEAT)
SURNAME = re.compile(r" ([A-Z][a-z]+(?<!s)(?<!ed))(?=[,.;:!?)']| [a-z]|$)")
NEXT_WORD = re.compile(r" ([\w-]+)")
RIVER_ENDS = re.compile(
    r"[.,;:!?)]|$| (?:is|was|are|were|and|or|at|in|for|to|from|near|by|with|has|had|runs?|ran|where|below|above)\b"
)
WORD = re.compile(r"\w+")
SENTENCE_ENDS = (". ", "! ", "? ")
RIVER_REACH = 60
THING_REACH = 80
SOME_MR = re.compile(r"\b[Aa]n? (?:Mr|Mrs|Ms|Miss|Dr)\.? $")
LONGEST_WORD = 24
LOOKS = 2  # words at most between a people's name and the thing
ONES = ("one", "ones")
PLACES_TOO = frozenset({"Victoria", "Virginia", "Stanley", "Chelsea", "Jordan", "Sofia", "Chad", "Rose", "Florence"})
LONGEST_SENTENCE = 400
STRONG, CLEAR = 2, 2  # a strong sign is enough, of weak ones it takes two


class Nobody:
    """Tells private persons, teams, things and rivers from actors, by the words around a name."""

    def __init__(self, words: MentionWords, states: frozenset[ActorId]) -> None:
        self._words = words.nobody
        self._first_names = words.nobody.first_names - PLACES_TOO
        self._shapes = Shapes(words.shapes, words.nobody, states)
        self._surnames = words.surnames.shared
        self._politics = words.sport.politics
        self._adjectives_only = (NameKind.ADJECTIVE, NameKind.PEOPLE)

    def without(self, mentions: Sequence[Mention], folded: str, signs: Sequence[Found]) -> list[Mention]:
        """The mentions that may be actors."""
        played = self._sport_sentences(folded, signs) if signs else []
        last = len(mentions) - 1
        return [
            mention
            for at, mention in enumerate(mentions)
            if not self._is_nobody(
                mention, folded, next_is_name=at < last and mentions[at + 1].start == mention.end + 1
            )
            and not self._shapes.is_held(
                folded, mention, after_name=at > 0 and mentions[at - 1].end == mention.start - 1
            )
            and not (played and self._may_play(mention) and _is_within(mention.start, played))
        ]

    def _may_play(self, mention: Mention) -> bool:
        return mention.name_kind in PLAYED_FOR or mention.text in self._surnames

    def _is_nobody(self, mention: Mention, folded: str, *, next_is_name: bool) -> bool:
        kind = mention.name_kind
        if kind is NameKind.NAME or kind is NameKind.SEAT:
            if self._is_thing(folded, mention.end) or self._is_person(mention, folded, next_is_name=next_is_name):
                return True
            return mention.text[-1] in "nrloy" and self._is_river(mention, folded)
        if kind is NameKind.LEADER:
            return SOME_MR.search(folded, max(0, mention.start - LONGEST_WORD), mention.start) is not None
        if kind not in self._adjectives_only:
            return False
        return (
            self._is_thing(folded, mention.end)
            or self._is_language(folded, mention)
            or self._word_before(folded, mention.start) in self._first_names
        )

    def _is_thing(self, folded: str, end: int) -> bool:
        thing = self._thing_after(folded, end)
        if thing not in self._words.things and not (thing in ONES and self._names_thing(folded, end)):
            return False
        around = folded[max(0, end - THING_REACH) : end + THING_REACH]
        return self._words.trade.isdisjoint(WORD.findall(around.lower()))

    def _thing_after(self, folded: str, end: int) -> str:
        """The word after a name, or after what it looks like: "pig" in "Vietnamese pot-bellied pig"."""
        word = ""
        for _ in range(LOOKS + 1):
            follows = NEXT_WORD.match(folded, end)
            if follows is None:
                return ""
            word, end = follows.group(1), follows.end()
            if word in self._words.things or word not in self._words.looks:
                return word
        return word

    def _names_thing(self, folded: str, end: int) -> bool:
        """Whether such a thing was named shortly before: "A Persian rug hides more than an Indian one"."""
        return not self._words.things.isdisjoint(WORD.findall(folded[max(0, end - THING_REACH) : end]))

    def _is_language(self, folded: str, mention: Mention) -> bool:
        """Whether an adjective is what somebody speaks."""
        before = folded[max(0, mention.start - LONGEST_WORD) : mention.start].split(" ")
        return len(before) > 1 and not before[-1] and before[-2] in self._words.tongues

    def _is_person(self, mention: Mention, folded: str, *, next_is_name: bool) -> bool:
        words, start = self._words, mention.start
        before = ""
        if "'" in mention.text:
            return False  # "Mr. Milei's party" is a name of its own
        if start > 1 and folded[start - 1] == " ":
            before = self._word_before(folded, start)
            if before in words.titles or before in words.first_names:
                return True
        if mention.text not in words.given_too:
            return False
        if before in words.kin:
            return True
        surname = None if next_is_name else SURNAME.match(folded, mention.end)
        return surname is not None and surname.group(1) not in words.institutions

    @staticmethod
    def _word_before(folded: str, start: int) -> str:
        return folded[folded.rfind(" ", max(0, start - LONGEST_WORD), start - 1) + 1 : start - 1]

    def _is_river(self, mention: Mention, folded: str) -> bool:
        """ "Barges on the Congo", "waded into the Jordan"."""
        text, start = mention.text, mention.start
        name = text[4:] if text[:4] in ("the ", "The ") else text
        if name not in self._words.rivers or folded[mention.end : mention.end + 1] in ("-", "'"):
            return False
        if name is text and folded[max(0, start - 4) : start].lower() != "the ":
            return False
        if name is text and RIVER_ENDS.match(folded, mention.end):
            return True  # no state is called "the Jordan"
        around = folded[max(0, start - RIVER_REACH) : mention.end + RIVER_REACH]
        return not self._words.river_signs.isdisjoint(WORD.findall(around.lower()))

    def _sport_sentences(self, folded: str, signs: Iterable[Found]) -> list[tuple[int, int]]:
        """The sentences that speak of sport, and not of politics."""
        weights: dict[tuple[int, int], dict[str, int]] = {}
        for sign in signs:
            words = weights.setdefault(_sentence(folded, sign.start), {})
            words[folded[sign.start : sign.end].lower()] = sign.entry.sport
        return [
            (start, end)
            for (start, end), words in weights.items()
            if sum(words.values()) >= CLEAR and self._politics.isdisjoint(WORD.findall(folded[start:end].lower()))
        ]


def _sentence(folded: str, at: int) -> tuple[int, int]:
    first, last = max(0, at - LONGEST_SENTENCE), min(len(folded), at + LONGEST_SENTENCE)
    start = max(folded.rfind(end, first, at) for end in SENTENCE_ENDS)
    ends = [end for sign in SENTENCE_ENDS if (end := folded.find(sign, at, last)) >= 0]
    return max(first, start + 1), min(ends, default=last)


def _is_within(start: int, sentences: Sequence[tuple[int, int]]) -> bool:
    """Whether a place lies in one of some sentences, which are in order."""
    at = bisect_right(sentences, (start, sys.maxsize)) - 1
    return at >= 0 and sentences[at][0] <= start < sentences[at][1]
