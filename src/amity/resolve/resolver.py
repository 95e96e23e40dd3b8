"""Ties the names in a text to the actors that bore them."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from amity.core.actors import ActorId, ActorKind, Collective, Mention, NameKind, Unresolved
from amity.core.answers import AskedActor
from amity.core.dates import ALWAYS, Period
from amity.knowledge.gazetteer import Gazetteer, Name
from amity.knowledge.grammar import load_grammar
from amity.knowledge.letters import ENGLISH
from amity.knowledge.load_commonest_words import load_commonest_words
from amity.knowledge.mention_words import MentionWords, load_mention_words
from amity.resolve.antecedents import Antecedents
from amity.resolve.bearers import Bearer, Contest, bearers, contest
from amity.resolve.choosing import Place, Rivals, choose
from amity.resolve.collectives import LONGEST_PHRASE, Collectives
from amity.resolve.folding import fold
from amity.resolve.halves import Halves
from amity.resolve.lands import Lands
from amity.resolve.language import Languages
from amity.resolve.lexicon import Entry, Found, Marks
from amity.resolve.main_state import homes_of, main_state
from amity.resolve.nobody import STRONG, Nobody
from amity.resolve.nominals import Scene, meanings, tie
from amity.resolve.parts import Parts
from amity.resolve.peoples import ARTICLE, is_only_adjective
from amity.resolve.pronouns import Pronouns
from amity.resolve.questions import asked, meant_by_all, nobody_called
from amity.resolve.roles import Roles
from amity.resolve.surnames import leader_meant, shared_surnames
from amity.resolve.tongues import Tongues

# "post-Soviet", "non-NATO": the actor itself is not meant.
OUTSIDE = re.compile(r"(?<![\w-])(?:post|pre|non|ex|neo|sub|trans|extra|inter|intra)-$", re.IGNORECASE)
LONGEST_OUTSIDE = 8
EVIDENCE_REACH = 600  # characters on each side in which other names tell who is meant
SCENE_REACH = 400  # and in which a common noun looks for its state
MOST_CONTESTS = 100_000


@dataclass(frozen=True, slots=True)
class Resolved:
    """What a text names: mentions sorted and not overlapping, and the names that could not be tied to one actor.

    A phrase that means several actors, "the two countries", is no mention but
    one of `collective`, with all its actors in one place; it overlaps none of the mentions.
    """

    mentions: tuple[Mention, ...]
    unresolved: tuple[Unresolved, ...]
    collective: tuple[Collective, ...] = ()


DEFINITE = ("the ", "its ", "both ", "two ", "these ", "those ", "this ", "neither ", "each ", "either ")
NOBODY = Resolved((), ())


class Resolver:
    """Ties names to actors; made once from a gazetteer, and the same for every text."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self.gazetteer = gazetteer
        self._words = words = load_mention_words()
        self._antecedents = Antecedents(gazetteer, words)
        organisations = _of_kind(gazetteer, ActorKind.ORGANISATION)
        self._collectives = Collectives(words, frozenset(gazetteer.actors), organisations)
        self._after_nouns = frozenset(noun for noun in words.phrase.others if " " in noun)  # "its southern neighbour"
        self._lands = Lands(words, gazetteer.actors, gazetteer.millions, self._antecedents.is_such)
        self._pronouns = Pronouns(words.pronouns, _of_kind(gazetteer, ActorKind.GROUP))
        self._roles = Roles(words, organisations)
        self._halves = Halves(gazetteer, words)
        self._languages = Languages(load_commonest_words())
        self._states = _of_kind(gazetteer, ActorKind.STATE)
        self._nobody = Nobody(words, self._states)
        self._parts = Parts(words.parts, load_grammar().party_heads)
        readers = (self._antecedents, self._collectives, self._lands, self._roles)
        self._tongues = Tongues(gazetteer, _marks(gazetteer, words, [noun for one in readers for noun in one.nouns]))
        self._meanings = meanings(gazetteer)
        self._homes = homes_of(self._meanings)
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
        `language` is the text's, by its ISO 639 code. Without it, a text is read as
        the language that its commonest words plainly show, else as English; names in
        letters of their own count in any case.
        """
        if language is None:
            language = self._languages.told(text)
        folded = fold(text)
        return self._tied(self._tongues.find(folded, language, any_case=any_case), folded, text, on, about)

    def _tied(self, found: Sequence[Found], folded: str, text: str, on: Period, about: ActorId | None) -> Resolved:
        if not found:
            return NOBODY
        names: list[Found] = []
        nouns: list[Found] = []
        halves: list[Found] = []
        signs: list[Found] = []
        for one in found:
            entry = one.entry
            if entry.sport:
                signs.append(one)
            if entry.blocked:
                continue
            if entry.half:
                halves.append(one)
            elif entry.names:
                names.append(one)
            elif entry.word:
                nouns.append(one)
        settled, unresolved = self._tie_names(names, folded, text, on)
        if halves:
            settled, unresolved = self._tie_halves(halves, settled, unresolved, folded, text, on)
        if settled:
            settled = self._nobody.without(settled, folded, signs)
        mentions, collective = settled, list[Collective]()
        if nouns:
            mentions, collective = self._tie_nouns(nouns, settled, unresolved, folded, text, on, about)
        if mentions:
            more = self._pronouns.meant(folded, mentions, collective, text)
            mentions = sorted((*mentions, *more.mentions), key=_start)
            collective = sorted((*collective, *more.collective), key=_start)
        return Resolved(tuple(mentions), tuple(sorted(unresolved, key=_start)), tuple(collective))

    def _tie_halves(
        self,
        halves: Sequence[Found],
        settled: list[Mention],
        unresolved: list[Unresolved],
        folded: str,
        text: str,
        on: Period,
    ) -> tuple[list[Mention], list[Unresolved]]:
        """Those of divided lands; "the South" of the world, where it is a name as well, stays for the others."""
        tied: list[Mention] = []
        names: list[Found] = []
        starts = [mention.start for mention in settled]
        for half in halves:
            near = settled[_between(starts, half.start - SCENE_REACH, half.end + SCENE_REACH)]
            if (meant := self._halves.meant(half, near, folded, on)) is not None:
                tied.append(replace(meant, text=text[meant.start : meant.end]))
            elif half.entry.names:
                names.append(half)
        more, still_open = self._tie_names(names, folded, text, on) if names else ([], [])
        return sorted((*settled, *tied, *more), key=_start), [*unresolved, *still_open]

    def named(self, name: str, *, on: Period = ALWAYS) -> AskedActor | Unresolved:
        """Tie what somebody calls an actor to that actor: "russia", "the US", "Syrian rebels", "Assad", or an id.

        Names in any of our languages will do: "la Russie", "Россия".
        """
        actors, id_ = self.gazetteer.actors, ActorId(name.strip())
        if id_ in actors:
            return asked(actors[id_])
        resolved = self.mentions(name, on=on, any_case=True, language=ENGLISH)
        if not (resolved.mentions or resolved.unresolved):
            resolved = self.mentions(
                name.upper(), on=on, language=ENGLISH
            )  # "us", "uk": in a sentence these would be other words
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
        shared: list[Found] = []
        for found in names:
            if _is_outside(folded, found.start):
                continue
            if found.entry.shared:
                shared.append(found)
                continue
            meant = self._contest(found.entry, on)
            if isinstance(meant, Bearer):
                settled.append(self._mention(found, meant, folded, text, on))
            else:
                contested.append((found, meant))
        if not (contested or shared):
            return settled, []
        unresolved: list[Unresolved] = []
        for of_leaders in (False, True):  # a leader's state may be named by a name that is contested itself
            some = [(found, meant) for found, meant in contested if meant.of_leaders is of_leaders]
            chosen, open_names = self._decide(some, settled, folded, text, on) if some else ([], [])
            settled = sorted((*settled, *chosen), key=_start)
            unresolved += open_names
        return self._with_surnames(shared, settled, folded, text, on), unresolved

    def _with_surnames(
        self, shared: Sequence[Found], settled: list[Mention], folded: str, text: str, on: Period
    ) -> list[Mention]:
        """The mentions, with the leaders that bare surnames mean beside them."""
        starts = [mention.start for mention in settled]
        led: list[Mention] = []
        for found in shared:
            near = settled[_between(starts, found.start - EVIDENCE_REACH, found.end + EVIDENCE_REACH)]
            name = leader_meant(found, near, folded, on, self._words.surnames)
            if name is not None:
                bearer = bearers([name], on)[0]
                led.append(self._mention(found, bearer, folded, text, on))
        return sorted((*settled, *led), key=_start) if led else settled

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
    ) -> tuple[list[Mention], list[Collective]]:
        """All mentions, with those of common nouns; a state's name that a noun draws in is no mention of its own."""
        starts = [mention.start for mention in settled]
        tied: list[Mention] = []
        collective: list[Collective] = []
        drawn_in: set[int] = set()
        reach = 0
        for noun in nouns:
            if noun.start < reach or noun.entry.word is None:
                continue
            if noun.entry.word not in self._meanings and not _may_be_definite(folded, noun):
                continue
            near = settled[_between(starts, noun.start - SCENE_REACH, noun.end + SCENE_REACH)]
            if tied and noun.entry.word in self._after_nouns:
                near = sorted((*near, *tied[-2:]), key=_start)
            scene = Scene(folded=folded, mentions=near, states=self._states, on=on, about=about)
            outcome = self._tie_noun(noun, noun.entry.word, scene)
            if outcome is None or outcome.start < reach:
                continue
            reach = outcome.end
            outcome = replace(outcome, text=text[outcome.start : outcome.end])
            if isinstance(outcome, Collective):
                collective.append(outcome)
                continue
            drawn_in |= {mention.start for mention in near if outcome.start <= mention.start < outcome.end}
            if isinstance(outcome, Mention):
                tied.append(outcome)
            else:
                unresolved.append(outcome)
        return sorted(
            [*(mention for mention in settled if mention.start not in drawn_in), *tied], key=_start
        ), collective

    def _tie_noun(self, noun: Found, word: str, scene: Scene) -> Mention | Unresolved | Collective | None:
        """Whom a noun means: by its state, as the tables say, else by who was named before."""
        scene = self._lands.narrowed(noun, scene)
        meaning = self._meanings.get(word)
        tied = tie(noun, meaning, scene) if meaning is not None else None
        if isinstance(tied, Mention):
            return self._antecedents.overrides(noun, word, tied, scene) or tied
        if not scene.mentions:
            return tied or self._collectives.meant(noun, word, scene)
        return (
            self._antecedents.meant(noun, word, scene)
            or self._collectives.meant(noun, word, scene)
            or self._lands.meant(noun, word, scene)
            or self._roles.meant(noun, word, scene)
            or tied
        )

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
            part=self._parts.part(folded, start, found.end, kind, is_land=bearer.actor in self._states),
        )


def _of_kind(gazetteer: Gazetteer, kind: ActorKind) -> frozenset[ActorId]:
    return frozenset(actor.id for actor in gazetteer.actors.values() if actor.kind is kind)


def _marks(gazetteer: Gazetteer, words: MentionWords, nouns: Sequence[str]) -> Marks:
    return Marks(
        nouns=tuple(nouns),
        surnames=tuple(shared_surnames(gazetteer, words.surnames)),
        sport={**dict.fromkeys(words.sport.weak, 1), **dict.fromkeys(words.sport.strong, STRONG)},
        halves=("north", "south"),
    )


def _meant(name: str, resolved: Resolved) -> Mention | None:
    return None if resolved.unresolved else meant_by_all(name, resolved.mentions)


def _is_adjective_of(actor: ActorId, name: Name) -> bool:
    return name.actor == actor and name.kind is NameKind.ADJECTIVE


def _may_be_definite(folded: str, noun: Found) -> bool:
    """Whether an article or the like stands shortly before, or in the phrase itself."""
    before = folded[max(0, noun.start - LONGEST_PHRASE) : noun.end].lower()
    return any(word in before for word in DEFINITE)


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


def _start(place: Mention | Unresolved | Collective) -> int:
    return place.start
