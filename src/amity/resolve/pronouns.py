"""Whom "it", "they", "both" and "the latter" mean at the head of a sentence, where somebody acts.

Only who is the plain subject of the sentence before is taken: a pronoun that is tied wrongly gives a false claim.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from amity.core.actors import ActorId, Collective, Mention, NameKind, Part
from amity.knowledge.mention_words import PronounWords

HEAD = re.compile(
    r"(?:(?:But|Yet|And|Then|Now|Today|Tonight|Yesterday|Later|Still|Soon|Instead|Once more"
    r"|On \w+day|Last (?:night|week|month|year)|This (?:week|month|year|morning)|That (?:day|night|evening)),? )?"
    r"(?P<pronoun>[Ii]t|[Tt]hey|[Bb]oth|[Nn]either|[Ee]ach|[Tt]he (?:former|latter)) (?P<verb>[a-z]+)(?P<next> [a-z]+)?"
)
SENTENCE_BEGINS = re.compile(r"[.!?]['\")]* ")
SENTENCE_ENDS = (". ", "! ", "? ")
LED = re.compile(
    r"\b(?:in|at|on|of|with|after|under|from|by|for|to|into|near|inside|across|over|against|without|despite|like"
    r"|between|through|outside|off|beside|behind|since|until|before|round|around) (?:the )?(?:[\w-]+ )?$",
    re.IGNORECASE,
)
AND = re.compile(r",? (?:and|&) (?:the )?")
LONGEST_PHRASE = 32
REACH = 300
TWO = 2


@dataclass(frozen=True, slots=True)
class Meant:
    """What pronouns mean: one actor, or several at once."""

    mentions: tuple[Mention, ...] = ()
    collective: tuple[Collective, ...] = ()


class Pronouns:
    """Ties the pronouns of one language."""

    def __init__(self, words: PronounWords, groups: frozenset[ActorId]) -> None:
        self._words = words
        self._groups = groups

    def meant(self, folded: str, mentions: Sequence[Mention], collective: Sequence[Collective], text: str) -> Meant:
        """The pronouns that can be tied to who was named before them, or was meant by another pronoun."""
        singles: list[Mention] = []
        several: list[Collective] = []
        starts = [one.start for one in mentions]
        taken = {one.start for one in collective}
        for head in _heads(folded):
            if not self._acts(head):
                continue
            start, end = head.span("pronoun")
            at = bisect_left(starts, start)
            if start in taken or (at < len(starts) and starts[at] < end):
                continue
            near = mentions[bisect_left(starts, start - REACH) : at]
            before = [*near, *(m for m in singles[-1:] if m.start > start - REACH)]
            before.sort(key=lambda m: m.start)
            told = self._told(head.group("pronoun").lower(), folded, start, before)
            if len(told) == 1:
                singles.append(
                    Mention(start=start, end=end, text=text[start:end], actor=told[0], name_kind=NameKind.NOMINAL)
                )
            elif told:
                several.append(Collective(start=start, end=end, text=text[start:end], actors=told))
        return Meant(tuple(singles), tuple(several))

    def _acts(self, head: re.Match[str]) -> bool:
        follows = (head.group("next") or "").strip()
        return head.group("verb") in self._words.doing and follows not in self._words.idle

    def _told(self, pronoun: str, folded: str, start: int, before: Sequence[Mention]) -> tuple[ActorId, ...]:
        last = _last_sentence(folded, start, before)
        parties = [m for m in last if m.part is not Part.PLACE]
        if pronoun == "it":
            return _subject(folded, [m for m in parties if m.person is None])
        named = tuple(dict.fromkeys(m.actor for m in parties))
        if pronoun == "they":
            return _joined(folded, parties) or tuple(one for one in _subject(folded, parties) if one in self._groups)
        if len(named) != TWO:
            return ()
        return named if not pronoun.startswith("the ") else (named[pronoun.endswith("latter")],)


def _heads(folded: str) -> Iterator[re.Match[str]]:
    """The sentences that begin with a pronoun."""
    if head := HEAD.match(folded):
        yield head
    for begins in SENTENCE_BEGINS.finditer(folded):
        if head := HEAD.match(folded, begins.end()):
            yield head


def _last_sentence(folded: str, start: int, before: Sequence[Mention]) -> list[Mention]:
    """The mentions of the last sentence before a pronoun's own that has any."""
    if not before:
        return []
    last = before[-1]
    if last.end < start - REACH:
        return []
    first = max(folded.rfind(end, 0, last.start) for end in SENTENCE_ENDS)
    return [m for m in before if m.start > first]


def _subject(folded: str, named: Sequence[Mention]) -> tuple[ActorId, ...]:
    """The one actor named, or the first that no preposition leads."""
    if len({m.actor for m in named}) == 1:
        return (named[0].actor,)
    free = [m for m in named if not LED.search(folded, max(0, m.start - LONGEST_PHRASE), m.start)]
    return (free[0].actor,) if free and free[0] is named[0] else ()


def _joined(folded: str, named: Sequence[Mention]) -> tuple[ActorId, ...]:
    """The first two that "and" joins."""
    for one, other in pairwise(named):
        if one.actor != other.actor and AND.fullmatch(folded, one.end, other.start):
            return (one.actor, other.actor)
    return ()
