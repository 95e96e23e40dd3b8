"""Whom "the North" and "the South" mean, by the divided land that the text is on."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from amity.core.actors import ActorId, Mention, NameKind
from amity.core.dates import Period
from amity.knowledge.gazetteer import Gazetteer
from amity.knowledge.mention_words import MentionWords
from amity.resolve.lexicon import Found

REACH = 400
NAMES_MORE = re.compile(r"[ -][A-Z]|-| of\b| (?:pole|coast|bank)\b")


class Halves:
    """The halves of divided lands that are actors, and the signs of each land."""

    def __init__(self, gazetteer: Gazetteer, words: MentionWords) -> None:
        self._actors = gazetteer.actors
        self._lands: list[tuple[str, Mapping[str, ActorId]]] = [
            (land, halves)
            for land, divided in words.halves.items()
            for halves in divided
            if all(actor in gazetteer.actors for actor in halves.values())
        ]

    def meant(self, found: Found, mentions: Sequence[Mention], folded: str, on: Period) -> Mention | None:
        """The half that was meant; None where the text is on no such land, or it was not divided then."""
        if NAMES_MORE.match(folded, found.end):
            return None
        half = folded[found.start : found.end].lower().removeprefix("the ")
        nearest: tuple[int, ActorId] | None = None
        for land, halves in self._lands:
            if not all(self._actors[actor].existed.overlaps(on) for actor in halves.values()):
                continue
            gap = _gap(land, halves, found, mentions, folded)
            if gap is not None and (nearest is None or gap < nearest[0]):
                nearest = (gap, halves[half])
        if nearest is None:
            return None
        start = found.end - len(half)
        return Mention(start=start, end=found.end, text="", actor=nearest[1], name_kind=NameKind.NOMINAL)


def _gap(
    land: str, halves: Mapping[str, ActorId], found: Found, mentions: Sequence[Mention], folded: str
) -> int | None:
    """How far from the land's name, or from a mention of a half of it; None where it is not named."""
    first = max(0, found.start - REACH)
    gaps = [abs(one.start - found.start) for one in mentions if one.actor in halves.values()]
    places = (folded.rfind(land, first, found.start), folded.find(land, found.end, found.end + REACH))
    gaps += [abs(place - found.start) for place in places if place >= 0]
    return min((gap for gap in gaps if gap <= REACH), default=None)
