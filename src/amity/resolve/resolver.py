"""Ties the names in a text to the actors that bore them."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from amity.core.actors import ActorId, ActorKind, Mention, NameKind, Unresolved
from amity.core.answers import AskedActor
from amity.core.dates import ALWAYS, Period
from amity.knowledge.gazetteer import Gazetteer, Name
from amity.resolve.bearers import Bearer, Contest, contest
from amity.resolve.choosing import Place, Rivals, choose
from amity.resolve.folding import fold
from amity.resolve.lexicon import Entry, Found
from amity.resolve.main_state import homes_of, main_state
from amity.resolve.nominals import Scene, meanings, tie
from amity.resolve.peoples import ARTICLE, is_only_adjective
from amity.resolve.questions import asked, meant_by_all, nobody_called
from amity.resolve.tongues import Tongues

# "post-Soviet", "non-NATO": the actor itself is not meant.
OUTSIDE = re.compile(r"(?<![\w-])(?:post|pre|non|ex|neo|sub|trans|extra|inter|intra)-$", re.IGNORECASE)
LONGEST_OUTSIDE = 8
EVIDENCE_REACH = 600  # characters on each side in which other names tell who is meant
SCENE_REACH = 400  # and in which a common noun looks for its state
MOST_CONTESTS = 100_000


@dataclass(frozen=True, slots=True)
class Resolved:
    """What a text names: mentions sorted and not overlapping, and the names that could not be tied to one actor."""

    mentions: tuple[Mention, ...]
    unresolved: tuple[Unresolved, ...]


class Resolver:
    """Ties names to actors; made once from a gazetteer, and the same for every text."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self.gazetteer = gazetteer
        self._tongues = Tongues(gazetteer)
        self._meanings = meanings(gazetteer)
        self._homes = homes_of(self._meanings)
        self._states = frozenset(actor.id for actor in gazetteer.actors.values() if actor.kind is ActorKind.STATE)
        # Who may be meant by a form during a period, worked out once: texts come by the thousand.
        self._contests: dict[tuple[int, Period], Bearer | Contest] = {}

    def mentions(
        self,
        text: str,
        *,
        on: Period = ALWAYS,
        about: ActorId | None = None,
        any_case: bool = False,
        language: str | None = None,
    ) -> Resolved:
        """Find the actors that a text names, as of a period.

        Offsets count from the start of `text`. A name is tied to the actor that
        bore it then; a leader's name outlasts the office, `borne` says when it was
        held. `about` is the state that the document is about: whose "the rebels"
        are. With `any_case`, names count without capitals too, for questions.
        `language` is the text's, by its ISO 639 code: without it, no names of other
        languages than English count but those in letters of their own.
        """
        folded = fold(text)
        return self._tied(self._tongues.find(folded, language, any_case=any_case), folded, text, on, about)

    def _tied(self, found: Sequence[Found], folded: str, text: str, on: Period, about: ActorId | None) -> Resolved:
        open_to_all = [one for one in found if not one.entry.blocked]
        names = [one for one in open_to_all if one.entry.names]
        nouns = [one for one in open_to_all if one.entry.word and not one.entry.names]
        settled, unresolved = self._tie_names(names, folded, text, on)
        mentions = self._tie_nouns(nouns, settled, unresolved, folded, text, on, about) if nouns else settled
        return Resolved(tuple(mentions), tuple(sorted(unresolved, key=_start)))

    def named(self, name: str, *, on: Period = ALWAYS) -> AskedActor | Unresolved:
        """Tie what somebody calls an actor to that actor: "russia", "the US", "Syrian rebels", "Assad", or an id.

        Names in any of our languages will do: "la Russie", "Россия".
        """
        actors, id_ = self.gazetteer.actors, ActorId(name.strip())
        if id_ in actors:
            return asked(actors[id_])
        resolved = self.mentions(name, on=on, any_case=True)
        if not (resolved.mentions or resolved.unresolved):
            resolved = self.mentions(name.upper(), on=on)  # "us", "uk": in a sentence these would be other words
        if meant := _meant(name, resolved):
            return asked(actors[meant.actor], meant)
        if id_.casefold() in self._ids:
            return asked(actors[self._ids[id_.casefold()]])
        abroad = self._typed_abroad(name, on)
        if meant := _meant(name, abroad):
            return asked(actors[meant.actor], meant)
        for told in (resolved, abroad):
            if len(told.unresolved) == 1 and not told.mentions:
                return told.unresolved[0]
        return nobody_called(name, self.gazetteer)

    def main_state(self, texts: Iterable[str], *, on: Period = ALWAYS, language: str | None = None) -> ActorId | None:
        """The state that a document's statements are mostly about; None where that is unclear."""
        read = ((text, self.mentions(text, on=on, language=language).mentions) for text in texts)
        return main_state(read, self._homes, self._states, on)

    def _typed_abroad(self, name: str, on: Period) -> Resolved:
        """Whom a name means in other languages of Latin letters; acronyms count without capitals as well."""
        folded = fold(name)
        found = self._tongues.find_typed_abroad(folded)
        if not found and len(capitals := folded.upper()) == len(folded):
            found = self._tongues.find_typed_abroad(capitals)
        return self._tied(found, folded, name, on, None)

    @cached_property
    def _ids(self) -> dict[str, ActorId]:
        return {id_.casefold(): id_ for id_ in self.gazetteer.actors}

    def _tie_names(
        self, names: Sequence[Found], folded: str, text: str, on: Period
    ) -> tuple[list[Mention], list[Unresolved]]:
        settled: list[Mention] = []
        contested: list[tuple[Found, Contest]] = []
        for found in names:
            if _is_outside(folded, found.start):
                continue
            meant = self._contest(found.entry, on)
            if isinstance(meant, Bearer):
                settled.append(self._mention(found, meant, folded, text, on))
            else:
                contested.append((found, meant))
        if not contested:
            return settled, []
        unresolved: list[Unresolved] = []
        for of_leaders in (False, True):  # a leader's state may be named by a name that is contested itself
            some = [(found, meant) for found, meant in contested if meant.of_leaders is of_leaders]
            chosen, open_names = self._decide(some, settled, folded, text, on) if some else ([], [])
            settled = sorted((*settled, *chosen), key=_start)
            unresolved += open_names
        return settled, unresolved

    def _decide(
        self,
        contested: Sequence[tuple[Found, Contest]],
        settled: Sequence[Mention],
        folded: str,
        text: str,
        on: Period,
    ) -> tuple[list[Mention], list[Unresolved]]:
        """Choose among the bearers of names by what else the text says."""
        chosen: list[Mention] = []
        unresolved: list[Unresolved] = []
        starts = [mention.start for mention in settled]
        for found, meant in contested:
            evidence = settled[_between(starts, found.start - EVIDENCE_REACH, found.end + EVIDENCE_REACH)]
            bearer = choose(meant, Place(folded, found.start, found.end), evidence)
            if isinstance(bearer, Bearer):
                chosen.append(self._mention(found, bearer, folded, text, on))
            elif isinstance(bearer, Rivals):
                unresolved.append(_rivalry(found, bearer, text))
        return chosen, unresolved

    def _tie_nouns(
        self,
        nouns: Sequence[Found],
        settled: Sequence[Mention],
        unresolved: list[Unresolved],
        folded: str,
        text: str,
        on: Period,
        about: ActorId | None,
    ) -> list[Mention]:
        """All mentions, with those of common nouns; a state's name that a noun draws in is no mention of its own."""
        starts = [mention.start for mention in settled]
        tied: list[Mention] = []
        drawn_in: set[int] = set()
        reach = 0
        for noun in nouns:
            if noun.start < reach or noun.entry.word is None:
                continue
            near = settled[_between(starts, noun.start - SCENE_REACH, noun.end + SCENE_REACH)]
            scene = Scene(folded=folded, mentions=near, states=self._states, on=on, about=about)
            outcome = tie(noun, self._meanings[noun.entry.word], scene)
            if outcome is None:
                continue
            reach = outcome.end
            drawn_in |= {mention.start for mention in near if outcome.start <= mention.start < outcome.end}
            if isinstance(outcome, Mention):
                tied.append(replace(outcome, text=text[outcome.start : outcome.end]))
            else:
                unresolved.append(replace(outcome, text=text[outcome.start : outcome.end]))
        return sorted([*(mention for mention in settled if mention.start not in drawn_in), *tied], key=_start)

    def _contest(self, entry: Entry, on: Period) -> Bearer | Contest:
        key = (id(entry), on)
        meant = self._contests.get(key)
        if meant is None:
            if len(self._contests) >= MOST_CONTESTS:
                self._contests.clear()
            meant = self._contests[key] = contest(entry.names, entry.contexts, on)
        return meant

    def _mention(self, found: Found, bearer: Bearer, folded: str, text: str, on: Period) -> Mention:
        start, kind = found.start, bearer.kind
        if kind is NameKind.PEOPLE and is_only_adjective(folded, start, found.end):
            described = self._tongues.english.printed.entries.get(folded[start + len(ARTICLE) : found.end])
            if described and any(_is_adjective_of(bearer.actor, name) for name in described.names):
                start, kind = start + len(ARTICLE), NameKind.ADJECTIVE
        return Mention(
            start=start,
            end=found.end,
            text=text[start : found.end],
            actor=bearer.actor,
            name_kind=kind,
            person=bearer.person,
            borne=bearer.borne,
        )


def _meant(name: str, resolved: Resolved) -> Mention | None:
    return None if resolved.unresolved else meant_by_all(name, resolved.mentions)


def _is_adjective_of(actor: ActorId, name: Name) -> bool:
    return name.actor == actor and name.kind is NameKind.ADJECTIVE


def _is_outside(folded: str, start: int) -> bool:
    return (
        start > 0 and folded[start - 1] == "-" and bool(OUTSIDE.search(folded[max(0, start - LONGEST_OUTSIDE) : start]))
    )


def _rivalry(found: Found, rivals: Rivals, text: str) -> Unresolved:
    name = text[found.start : found.end]
    why = f"'{name}' may be any of: {', '.join(rivals.actors)}"
    return Unresolved(start=found.start, end=found.end, text=name, why=why, rivals=rivals.actors)


def _between(starts: Sequence[int], first: int, last: int) -> slice:
    return slice(bisect_left(starts, first), bisect_right(starts, last))


def _start(place: Mention | Unresolved) -> int:
    return place.start
