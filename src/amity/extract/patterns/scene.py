"""A statement laid out for reading: its words, its parties, and who stands beside whom."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from amity.core.actors import Mention, NameKind
from amity.extract.patterns.parties import Party, find_parties
from amity.extract.patterns.tokens import Token, tokenise
from amity.knowledge.grammar import Grammar

LIST_WORDS = frozenset({",", "and", "or", "&", "both", "the", "as", "well", "also", "'s", "’s"})
LONG_LIST = 3
REACH = 30  # how far a verb may stand from its subject, in tokens
PRONOUNS = frozenset({"its", "his", "her", "their"})
PLURAL_PRONOUNS = frozenset({"they", "he", "she"})
PERSONAL = frozenset({"he", "she", "it", "they", "who"})


@dataclass(frozen=True)
class Group:
    """Parties joined by "and" or commas, in one place of the sentence; governed by `preposition`."""

    parties: tuple[Party, ...]
    preposition: str | None

    @property
    def first(self) -> int:
        return self.parties[0].first

    @property
    def last(self) -> int:
        return self.parties[-1].last


@dataclass(frozen=True)
class Scene:
    """Built once a statement; answers who is before and after a word."""

    text: str
    mentions: tuple[Mention, ...]
    tokens: tuple[Token, ...]
    groups: tuple[Group, ...]
    grammar: Grammar

    @cached_property
    def group_at(self) -> dict[int, Group]:
        """The group that covers each token, where one does."""
        return {at: group for group in self.groups for at in range(group.first, group.last)}

    def low(self, at: int) -> str:
        return self.tokens[at].low if 0 <= at < len(self.tokens) else ""

    def is_party(self, at: int) -> bool:
        return at in self.group_at

    def subject_before(self, at: int, *, governed: bool = False) -> Group | None:
        """Who does what the verb at `at` says: the nearest group before it that no preposition governs.

        `governed` lets a preposition stand before the group: "for Assad, backed by Russia".
        """
        step = at - 1
        while step >= max(0, at - REACH):
            group = self.group_at.get(step)
            if group is not None:
                step = group.first - 1
                if self._may_act(group, at, governed):
                    return group
                continue
            low = self.low(step)
            if low in PLURAL_PRONOUNS:
                return self.nearest_before(step)
            if low in self.grammar.breakers and not self._transparent(step, at):
                return None
            step -= 1
        return None

    def _may_act(self, group: Group, at: int, governed: bool) -> bool:
        if group.preposition is not None and not governed and group.preposition != "with":
            return False
        able = [party for party in group.parties if party.can_act]
        if not able:
            return False
        owner_only = all(party.genitive and not party.headed for party in able)
        return not owner_only or self.low(at - 1) == "to"

    def _transparent(self, step: int, at: int) -> bool:
        """Whether a breaking word only joins the verb to what stands before: "forces that backed"."""
        return self.low(step) in self.grammar.relatives and step >= at - 3

    def object_after(self, at: int, *, reach: int = 5, led_by_preposition: bool = False) -> tuple[Group, float] | None:
        """Whom the words that end before `at` point to, and how plainly (0 to 1)."""
        step, limit = at, min(len(self.tokens), at + reach)
        if self.low(at) == "that" or self.low(at) in self.grammar.conjunctions:  # "feared that ...", "backs and ..."
            return None
        while step < limit:
            group = self.group_at.get(step)
            if group is not None:
                found = self._as_object(group, led_by_preposition or step == at)
                if found is not None or not group.parties[-1].hyphened:
                    return found
                step = group.last + 2  # past "-backed": whom it describes may follow
                limit = min(len(self.tokens), step + 3)
                continue
            token = self.tokens[step]
            if token.low in self.grammar.party_heads and self.low(step + 1) in {"of", "loyal"}:
                step, limit = step + 2, min(len(self.tokens), limit + 3)
                continue
            stops = self.grammar.prepositions | self.grammar.breakers | self.grammar.auxiliaries
            if not token.is_word or (token.low in stops and token.low != "that"):
                return None
            step += 1
        return None

    def _as_object(self, group: Group, plain: bool) -> tuple[Group, float] | None:
        party = group.parties[0]
        if party.hyphened:
            held = self.low(party.last + 1) in {"held", "controlled", "led", "dominated"}
            return (group, 0.8) if held and self.mentions[party.mention].name_kind is NameKind.NOMINAL else None
        if party.place and not plain:
            return None
        if party.modifier or (party.genitive and not party.headed):
            return group, 0.6
        return group, 1.0

    def nearest_before(
        self, at: int, *, other_than: frozenset[str] = frozenset(), ungoverned: bool = False
    ) -> Group | None:
        """The antecedent of "its" or "they" at `at`: the nearest group before that is no place and no mere owner.

        With `ungoverned`, one that no preposition governs comes before all others:
        in "Russia sought ties with Syria in its fight", "its" is Russia's.
        """
        found: list[Group] = []
        for group in reversed(self.groups):
            able = [party for party in group.parties if party.can_act]
            if group.last > at or not able or {self.mentions[party.mention].actor for party in able} & other_than:
                continue
            found.append(Group(tuple(able), group.preposition))
        whole = [group for group in found if any(party.headed or not party.genitive for party in group.parties)]
        subjects = [group for group in whole if group.preposition is None] if ungoverned else []
        return next(iter((*subjects, *whole, *found)), None)

    def clause_start(self, at: int) -> int:
        """The first token of the clause that `at` stands in."""
        step = at - 1
        while step >= 0 and self.low(step) not in self.grammar.breakers:
            step -= 1
        return step + 1


def lay_out(text: str, mentions: Sequence[Mention], grammar: Grammar) -> Scene:
    """Tokens, parties and groups of one statement."""
    tokens = tokenise(text, mentions)
    parties = _drop_owners(find_parties(tokens, mentions, grammar), tokens)
    groups = [
        Group(_share(listed), _preposition(tokens, listed[0].first, grammar))
        for listed in _lists(tokens, mentions, parties)
    ]
    return Scene(text, tuple(mentions), tokens, tuple(groups), grammar)


def _lists(tokens: Sequence[Token], mentions: Sequence[Mention], parties: Sequence[Party]) -> list[list[Party]]:
    """Parties that stand in one list: an "and" closes it, or it has three members or more."""
    lists: list[list[Party]] = []
    pending: list[Party] = []
    for party in parties:
        joint = _joint(tokens, mentions, pending[-1], party) if pending else ""
        if not joint:
            lists += _listed(pending)
            pending = [party]
            continue
        pending.append(party)
        if joint == "and":
            lists.append(pending)
            pending = []
    return [*lists, *_listed(pending)]


def _listed(pending: Sequence[Party]) -> list[list[Party]]:
    """What commas alone have joined: a list when it is long, else each for itself ("In Syria, Putin ...")."""
    return [list(pending)] if len(pending) >= LONG_LIST else [[one] for one in pending]


def _share(listed: Sequence[Party]) -> tuple[Party, ...]:
    """What the first or last of a list has, all have: "in A and B" are places, "A and B jets" can act."""
    place = listed[0].place and not any(party.headed for party in listed[1:])
    headed = listed[-1].headed
    return tuple(
        replace(
            party,
            place=party.place or place,
            modifier=party.modifier and not headed,
            headed=party.headed or (party.modifier and headed),
        )
        for party in listed
    )


def _drop_owners(parties: Sequence[Party], tokens: Sequence[Token]) -> list[Party]:
    """Leave out an owner that only places another party: "Lebanon's Hezbollah"."""
    kept = []
    for party, after in zip(parties, [*parties[1:], None], strict=True):
        owner = party.genitive and not party.headed and after is not None and after.first == party.last + 1
        if not owner:
            kept.append(party)
    return kept


def _joint(tokens: Sequence[Token], mentions: Sequence[Mention], left: Party, right: Party) -> str:
    """What joins two parties: "and", "," or nothing (the empty string)."""
    if left.genitive or left.hyphened or right.hyphened:
        return ""
    if left.modifier and mentions[right.mention].name_kind is not NameKind.ADJECTIVE:
        return ""
    between = [token.low for token in tokens[left.last : right.first] if token.mention is None]
    owned = PRONOUNS if not right.modifier else frozenset()  # "the jihadists and their allies"
    if not between or len(between) > 6 or not all(word in LIST_WORDS or word in owned for word in between):
        return ""
    if any(word in {"and", "&", "or"} for word in between) or "as well as" in " ".join(between):
        return "and"
    opens_sentence = left.place and (right.headed or mentions[right.mention].name_kind is NameKind.LEADER)
    return "," if "," in between and not opens_sentence else ""


def _preposition(tokens: Sequence[Token], first: int, grammar: Grammar) -> str | None:
    """The preposition that governs a noun phrase, past its articles and adjectives."""
    step = first - 1
    steps = 0
    while step >= 0 and steps < 4 and tokens[step].is_word:
        low = tokens[step].low
        if low in grammar.prepositions:
            of_body = low == "of" and step >= 1 and tokens[step - 1].low in grammar.party_heads
            return None if of_body else low
        if low in grammar.auxiliaries | grammar.conjunctions | grammar.breakers | grammar.relatives:
            return None
        if low[0].isdigit() or low in grammar.calendar:  # "In September 2015 Russia ...": the phrase is the date's
            return None
        if low not in grammar.determiners and low not in grammar.titles and steps >= 2:
            return None
        step -= 1
        steps += 1
    return None
