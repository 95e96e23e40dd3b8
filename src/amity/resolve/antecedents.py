"""Whom a noun means because a text has named them: "the alliance" after NATO, "the militants" after a group.

Nobody is guessed: the noun must be definite, nothing after it may say that
somebody else is meant, and one who was named before must be able to be called so.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence, Set

from amity.core.actors import Actor, ActorId, ActorKind, Mention, NameKind
from amity.core.dates import Period
from amity.knowledge.gazetteer import Gazetteer, Term
from amity.knowledge.mention_words import MentionWords
from amity.resolve.lexicon import Found
from amity.resolve.nominals import Scene

ARTICLE = re.compile(r"\b(?:the|The|THE) ((?:(?!the\b)[\w'-]+ ){0,3})$")
ITS = re.compile(r"\b(?:its|Its) (?:[\w-]+ ){0,2}$")
LED = re.compile(r"\b(?:of|with|after|under|from|by|for|to|in|against|without|despite|like|unlike) (?:the )?$", re.I)
LONGEST_PHRASE = 48
NEXT_WORD = re.compile(r" (\w+)")
CALLED = re.compile(r" (?:called|named) (?:[A-Z]|the [A-Z]|itself\b)")
TWO = 2
PARTIES = (ActorKind.STATE, ActorKind.GROUP)
SIDE = re.compile(r"^(north|east|south|west)ern ")
STATE_REACH = 200  # characters
Fits = Callable[[ActorId], bool]


class Antecedents:
    """Who may be called by which noun; made once."""

    def __init__(self, gazetteer: Gazetteer, words: MentionWords) -> None:
        self._words = words
        self._actors = gazetteer.actors
        self._terms: dict[ActorId, list[Term]] = {}
        for term in gazetteer.terms:
            self._terms.setdefault(term.actor, []).append(term)
        self._names: dict[ActorId, list[str]] = {}
        for name in gazetteer.names:
            self._names.setdefault(name.actor, []).append(name.text.lower())
        self._named = frozenset(noun for nouns in words.standing_for.values() for noun in nouns)
        self._called: dict[ActorId, set[str]] = {}
        for nominal in gazetteer.nominals:
            if nominal.actor is not None:
                self._called.setdefault(nominal.actor, set()).add(_head(nominal.word))
        self._neighbours = gazetteer.neighbours
        self._known = frozenset(self.nouns)
        self._powers = {id_: power for power, ids in words.colonies.items() for id_ in ids}

    @property
    def nouns(self) -> Iterator[str]:
        """All nouns that may mean somebody named before."""
        for group in self._words.standing_for.values():
            yield from group
        yield from (*self._words.ruled_by, *self._words.one_of, *self._words.phrase.others)

    def meant(self, found: Found, word: str, scene: Scene) -> Mention | None:
        """The actor named before that a noun means; None where there is none or it cannot be told."""
        if word not in self._known and _head(word) not in self._known:
            return None
        begin = _article(found, scene, self._words)
        if begin is None:
            return self._other_of_two(found, word, scene)
        before = [mention for mention in scene.mentions if mention.end <= begin]
        if any(begin < mention.end and mention.start < found.start for mention in scene.mentions):
            return None  # "the Houthi movement": the name in it says it
        actor = self._named_before(word, before, scene)
        return _nominal(found, actor) if actor else None

    def overrides(self, found: Found, word: str, tied: Mention, scene: Scene) -> Mention | None:
        """The armed group named right before, where a noun by its state alone would mean another one."""
        begin = _article(found, scene, self._words)
        armed, group = self._words.standing_for["armed"], self._words.standing_for["group"]
        if begin is None or tied.start != found.start or _head(word) not in armed | group:
            return None
        before = [mention for mention in scene.mentions if mention.end <= begin]
        if any(mention.actor == tied.actor for mention in before):
            return None
        actor = self._last(before, lambda one: self._kind(one) is ActorKind.GROUP)
        fits = actor is not None and (_head(word) in group or self._may_be_armed(actor, _head(word)))
        return _nominal(found, actor) if actor and fits else None

    def _named_before(self, word: str, before: Sequence[Mention], scene: Scene) -> ActorId | None:
        for noun in dict.fromkeys((word, _head(word))):
            if (actor := self._by_noun(noun, before, scene)) is not None:
                return actor
        return None

    def _by_noun(self, noun: str, before: Sequence[Mention], scene: Scene) -> ActorId | None:
        words = self._words
        groups = [mention for mention in before if mention.name_kind is not NameKind.SEAT]
        near = [mention for mention in before if mention.end >= before[-1].end - STATE_REACH]
        if noun in self._named and (by_name := self._last(before, lambda one: self._is_called(one, noun))):
            return by_name
        if offices := words.ruled_by.get(noun):
            return _only({one.actor for one in near if self._is_ruled_by(one.actor, offices, scene.on)})
        if able := words.one_of.get(noun):
            return self._one_of(noun, able, before, scene)
        if noun in words.standing_for["state"]:
            return self._the_state(near, scene)
        if noun in words.standing_for["armed"]:
            return self._last_group(
                groups, lambda one: self._kind(one) is ActorKind.GROUP and self._may_be_armed(one, noun)
            )
        kinds = [
            kind
            for kind, group in ((ActorKind.GROUP, "group"), (ActorKind.ORGANISATION, "organisation"))
            if noun in words.standing_for[group]
        ]
        signs = words.told_by_names.get(noun)
        return self._last_group(groups, lambda one: self._kind(one) in kinds and self._has_in_name(one, signs))

    def _one_of(self, noun: str, able: frozenset[ActorId], before: Sequence[Mention], scene: Scene) -> ActorId | None:
        if "colon" in noun:
            return self._power_over(able, before, on=scene.on, is_former=noun.startswith("former"))
        if named := self._last(before, lambda one: one in able):
            return named
        body = self._last(before, lambda one: one in self._actors and not able.isdisjoint(self._actors[one].part_of))
        return next(iter(able)) if body and len(able) == 1 else None

    def _power_over(
        self, able: frozenset[ActorId], before: Sequence[Mention], *, on: Period, is_former: bool
    ) -> ActorId | None:
        """Who ruled one of those named; a power that rules no more may be named otherwise, and not be meant."""
        if not is_former:  # who is a state by then is ruled by nobody
            before = [m for m in before if m.actor not in self._powers or not self._is_free(m.actor, on)]
        ruling = {self._powers[m.actor] for m in before if self._powers.get(m.actor) in able}
        named = self._last(before, lambda one: one in able and (one in ruling or not is_former))
        ruled = self._last(before, lambda one: self._powers.get(one) in able)
        if named is not None:
            return named
        return self._powers[ruled] if ruled is not None else self._last(before, lambda one: one in able)

    def _is_free(self, actor: ActorId, on: Period) -> bool:
        return self._kind(actor) is ActorKind.STATE and self._actors[actor].existed.overlaps(on)

    def is_such(self, actor: ActorId, noun: str, on: Period) -> bool:
        """Whether an actor may be called by a noun, as far as the noun says of whom."""
        offices, able = self._words.ruled_by.get(noun), self._words.one_of.get(noun)
        if noun == "republic":
            return not self._is_ruled_by(actor, self._words.ruled_by["monarchy"], on)
        if offices is not None and not self._is_ruled_by(actor, offices, on):
            return False
        return able is None or actor in able

    def _the_state(self, before: Sequence[Mention], scene: Scene) -> ActorId | None:
        named = {mention.actor for mention in before if mention.actor in scene.states}
        return scene.about if scene.about in named else _only(named)

    def _other_of_two(self, found: Found, word: str, scene: Scene) -> Mention | None:
        """ "Its ally": of the two states named, the one that is not the subject, which is taken to come first.

        Where the first is led by a preposition ("With the fall of Assad, Russia lost its ally"), nobody can be told.
        """
        if _head(word) not in self._words.phrase.others:
            return None
        its = ITS.search(scene.folded, max(0, found.start - LONGEST_PHRASE), found.start)
        if its is None or _is_told(found, scene, self._words):
            return None
        before = [m for m in scene.mentions if m.end <= its.start() and self._kind(m.actor) in PARTIES]
        sentence = scene.folded.rfind(". ", 0, its.start())
        own = bool(before) and before[-1].start > sentence
        if before and not own:  # the sentence before, where "its" comes first in its own
            sentence = scene.folded.rfind(". ", 0, before[-1].start)
        states = [mention for mention in before if mention.start > sentence]
        if len({mention.actor for mention in states}) < TWO and not own:
            states = before
        if not states or LED.search(scene.folded, max(0, states[0].start - LONGEST_PHRASE), states[0].start):
            return None
        if side := SIDE.search(word):
            here = [mention for mention in states if mention.start > sentence] or states
            return self._lying(side.group(1), found, here, scene)
        named = list(dict.fromkeys(mention.actor for mention in states))
        return _nominal(found, named[1]) if len(named) == TWO else None

    def _lying(self, side: str, found: Found, states: Sequence[Mention], scene: Scene) -> Mention | None:
        """The neighbour on one side of the state named first; of several there, the one that the text names."""
        there = [
            one
            for one in self._neighbours.get(states[0].actor, {}).get(side, ())
            if self._actors[one].existed.overlaps(scene.on)
        ]
        named = [one for one in there if any(mention.actor == one for mention in scene.mentions)]
        meant = there if len(there) == 1 else named
        return _nominal(found, meant[0]) if len(meant) == 1 else None

    def _is_called(self, actor: ActorId, noun: str) -> bool:
        """Whether the actor's own name ends in the noun: the Muslim Brotherhood is "the Brotherhood"."""
        known = self._actors.get(actor)
        return known is not None and known.name.lower().endswith(" " + noun) and known.kind is not ActorKind.STATE

    def _has_in_name(self, actor: ActorId, signs: Iterable[str] | None) -> bool:
        """Whether one of an actor's names holds one of some words; with no words, any actor will do."""
        return signs is None or any(sign in name for name in self._names.get(actor, ()) for sign in signs)

    def _is_ruled_by(self, actor: ActorId, offices: Iterable[str], on: Period) -> bool:
        terms = self._terms.get(actor, ())
        return any(term.office in offices and term.in_office.overlaps(on) for term in terms)

    def _may_be_armed(self, actor: ActorId, noun: str) -> bool:
        called = self._called.get(actor)
        return called is None or noun in called

    def _kind(self, actor: ActorId) -> ActorKind | None:
        known: Actor | None = self._actors.get(actor)
        return known.kind if known else None

    def _last_group(self, before: Sequence[Mention], fits: Fits) -> ActorId | None:
        """The group named last by its own name, else by its leader's."""
        return self._last([m for m in before if m.person is None], fits) or self._last(before, fits)

    @staticmethod
    def _last(before: Sequence[Mention], fits: Fits) -> ActorId | None:
        return next((mention.actor for mention in reversed(before) if fits(mention.actor)), None)


def _only(actors: Set[ActorId]) -> ActorId | None:
    """The one of a set of one."""
    return next(iter(actors)) if len(actors) == 1 else None


def _article(found: Found, scene: Scene, words: MentionWords) -> int | None:
    """Where the article before a noun begins, if with what stands between it makes a definite phrase."""
    phrase = ARTICLE.search(scene.folded, max(0, found.start - LONGEST_PHRASE), found.start)
    if phrase is None or _is_told(found, scene, words):
        return None
    between = phrase.group(1).lower().split()
    return None if any(word in words.phrase.strangers for word in between) else phrase.start()


def _is_told(found: Found, scene: Scene, words: MentionWords) -> bool:
    """Whether what follows says who is meant: "the group that ..."."""
    if scene.folded.startswith("-", found.end) or CALLED.match(scene.folded, found.end):
        return True
    follows = NEXT_WORD.match(scene.folded, found.end)
    return follows is not None and follows.group(1).lower() in words.phrase.tellers


def _nominal(found: Found, actor: ActorId) -> Mention:
    return Mention(start=found.start, end=found.end, text="", actor=actor, name_kind=NameKind.NOMINAL)


def _head(word: str) -> str:
    return word.rpartition(" ")[2]
