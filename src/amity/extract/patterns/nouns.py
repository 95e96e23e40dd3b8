"""Nouns and compounds: "Russia's support for Assad", "talks between A and B", "Turkish-backed rebels"."""

from __future__ import annotations

from collections.abc import Iterator

from amity.core.claims import RelationType
from amity.extract.patterns.finds import Cue, Find, among, between
from amity.extract.patterns.lexicon import Lexicon, Phrase, find_phrase
from amity.extract.patterns.parties import DASHES, Party
from amity.extract.patterns.scene import PRONOUNS, Group, Scene

NOMINAL, BOND, COMPOUND, TRAIT = 0.75, 0.8, 0.85, 0.8
REACH_TO_OWNER = 5  # words between an owner and the noun: "Russia's long and costly support for"
REACH_TO_DOER = 8  # words between a light verb and the noun: "gave money, arms and other support to"
LINKS = frozenset({"with", "to", "against", "towards", "toward"})


def read_nouns(scene: Scene, lexicon: Lexicon) -> Iterator[Find]:
    """Claims that a noun makes of its owner and of whom it points to."""
    lows = [token.low for token in scene.tokens]
    for at, low in enumerate(lows):
        for phrase in lexicon.nouns.get(low, ()):
            last = find_phrase(lows, at, phrase, frozenset())
            pointed = scene.object_after(last, led_by_preposition=True) if last is not None else None
            if last is None or pointed is None:
                continue
            owner = _owner(scene, at, pointed[0])
            if owner is not None and owner is not pointed[0]:
                cue = _cue(phrase, at, last, NOMINAL * pointed[1])
                yield from between(owner, pointed[0], cue)
                break


def _cue(phrase: Phrase, first: int, last: int, plainness: float) -> Cue:
    return Cue(type=phrase.type, first=first, last=last, plainness=plainness)


def _owner(scene: Scene, at: int, pointed: Group) -> Group | None:
    """Whose noun it is: "Russia's", "Russian" or "their" before it, "by Russia" behind, or the verb's subject."""
    owned = _possessor(scene, at)
    if owned is not None:
        return owned
    if scene.low(pointed.last) == "by":
        behind = scene.object_after(pointed.last + 1, led_by_preposition=True)
        return behind[0] if behind else None
    return _owner_of_companions(scene, at) or _doer(scene, at)


def _doer(scene: Scene, at: int) -> Group | None:
    """Who gives, launches or makes what the noun at `at` names: "A launched airstrikes on B"."""
    for step in range(at - 1, max(-1, at - REACH_TO_DOER), -1):
        if scene.low(step) in scene.grammar.light_verbs:
            return scene.subject_before(step)
        if scene.is_party(step) or scene.low(step) in scene.grammar.breakers:
            return None
    return None


def _possessor(scene: Scene, at: int) -> Group | None:
    step = at - 1
    while step >= max(0, at - REACH_TO_OWNER):
        group = scene.group_at.get(step)
        if group is not None:
            party = group.parties[-1]
            joined = party.modifier or party.genitive or step == at - 1
            return group if joined and not party.hyphened else None
        low = scene.low(step)
        if low in PRONOUNS:
            return scene.nearest_before(step, ungoverned=low != "their")
        if low in {"'s", "’s", "'", "’"} or (scene.tokens[step].is_word and low not in scene.grammar.prepositions):
            step -= 1
            continue
        return None
    return None


def _owner_of_companions(scene: Scene, at: int) -> Group | None:
    """X of "X's allies in the fight against Y": who stands in the fight beside others."""
    if scene.low(at - 1) not in {"the", "its", "their"} or scene.low(at - 2) != "in":
        return None
    return _possessor(scene, at - 2) if scene.low(at - 3) in {"allies", "ally", "partner", "partners"} else None


def read_bonds(scene: Scene, lexicon: Lexicon) -> Iterator[Find]:
    """Claims that a noun makes of two: "the alliance of A and B", "A-B rivalry", "A's war with B"."""
    lows = [token.low for token in scene.tokens]
    for at, low in enumerate(lows):
        for phrase in lexicon.bonds.get(low, ()):
            last = find_phrase(lows, at, phrase, frozenset())
            if last is None or scene.low(last) in lexicon.bonds:  # in "partnership treaty" the treaty is meant
                continue
            found = list(_bonded(scene, at, last, _cue(phrase, at, last, BOND)))
            if found:
                yield from found
                break


def _bonded(scene: Scene, at: int, last: int, cue: Cue) -> Iterator[Find]:
    if scene.low(last) in {"between", "among", "of"}:
        inside = scene.object_after(last + 1, led_by_preposition=True)
        if inside is not None and len(inside[0].parties) > 1:
            yield from among(inside[0], cue)
            return
    joined = _hyphened_pair(scene, at)
    if joined is not None:
        yield Find(actor=joined[0], recipient=joined[1], cue=cue)
        return
    if scene.low(last) in LINKS:
        pointed = scene.object_after(last + 1, led_by_preposition=True)
        owner = (_possessor(scene, at) or _sharers(scene, at) or _doer(scene, at)) if pointed else None
        if pointed is not None and owner is not None and owner is not pointed[0]:
            yield from between(owner, pointed[0], cue)
        return
    sharing = _possessor(scene, at) or _sharers(scene, at)
    if sharing is not None and len(sharing.parties) > 1:
        yield from among(sharing, cue)


def _sharers(scene: Scene, at: int) -> Group | None:
    """Who has, forms or keeps what the noun at `at` names: "A and B form an axis"."""
    for step in range(at - 1, max(-1, at - REACH_TO_OWNER - 1), -1):
        if scene.low(step) in scene.grammar.sharing:
            return scene.subject_before(step)
        if scene.is_party(step) or not scene.tokens[step].is_word:
            return None
    return None


def _hyphened_pair(scene: Scene, at: int) -> tuple[Party, Party] | None:
    """The two of "Turkey-Russia rivalry", up to two words before the noun."""
    for second in range(at - 1, max(-1, at - 4), -1):
        right = scene.group_at.get(second)
        if right is None:
            continue
        dash = right.first - 1
        left = scene.group_at.get(dash - 1)
        if left is not None and scene.low(dash) in DASHES:
            return left.parties[-1], right.parties[0]
        return None
    return None


def read_traits(scene: Scene, lexicon: Lexicon) -> Iterator[Find]:
    """Claims that an adjective makes: "A is hostile to B"."""
    lows = [token.low for token in scene.tokens]
    for at, low in enumerate(lows):
        for phrase in lexicon.traits.get(low, ()):
            last = find_phrase(lows, at, phrase, frozenset())
            pointed = scene.object_after(last, led_by_preposition=True) if last is not None else None
            bearer = scene.subject_before(at) if pointed else None
            if last is None or pointed is None or bearer is None or bearer is pointed[0]:
                continue
            yield from between(bearer, pointed[0], _cue(phrase, at, last, TRAIT))
            break


def read_compounds(scene: Scene, lexicon: Lexicon) -> Iterator[Find]:
    """Claims that a compound makes: "the Iranian- and Russian-backed government"."""
    waiting: list[Party] = []
    for group in scene.groups:
        for party in group.parties:
            if not party.hyphened:
                waiting = []
                continue
            second = party.last + 1
            type_ = lexicon.compounds.get(scene.low(second))
            if type_ is None:
                waiting = [*waiting, party] if scene.low(second) in {"and", "or"} else []
                continue
            pointed = scene.object_after(second + 1, reach=2, led_by_preposition=True)
            if pointed is not None:
                cue = Cue(type=RelationType(type_), first=second, last=second + 1, plainness=COMPOUND * pointed[1])
                for backer in (*waiting, party):
                    yield from between(Group((backer,), None), pointed[0], cue)
            waiting = []
