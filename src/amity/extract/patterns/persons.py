"""Nouns for one who stands so to another: "X's ally Y", "Y, a foe of X", "X and Y are partners"."""

from __future__ import annotations

from collections.abc import Iterator

from amity.core.claims import RelationType
from amity.extract.patterns.finds import Cue, Find, among, between
from amity.extract.patterns.lexicon import Lexicon
from amity.extract.patterns.parties import APOSTROPHES, DASHES
from amity.extract.patterns.scene import PRONOUNS, Group, Scene

PLAIN, LOOSE = 0.9, 0.7
REACH = 6  # words between an owner, or "is", and the noun: "one of Syria's few and staunchest allies"
LOSING = frozenset({"lost", "lose", "loses", "losing"})
FALL = frozenset({"fall", "overthrow", "collapse", "ouster", "ousting", "toppling"})
APPOSERS = frozenset({",", ":", "(", *DASHES})
OPENERS = frozenset({"including", "especially", "particularly", "notably", "such", "as", "like", "namely", "the"})
ARTICLES = frozenset({"a", "an", "the", *PRONOUNS})
OF = frozenset({"of", "to", "for"})


def read_persons(scene: Scene, lexicon: Lexicon) -> Iterator[Find]:
    """Claims that "ally", "backer", "rival" and their like make of two actors.

    Directed nouns ("backer", "proxy") point from the one so called to whose it is.
    """
    for at, token in enumerate(scene.tokens):
        if token.mention is None and token.low in lexicon.persons:
            yield from _read_person(scene, at, lexicon.persons[token.low], plural=token.low in lexicon.plurals)


def _read_person(scene: Scene, at: int, type_: RelationType, *, plural: bool) -> Iterator[Find]:
    start = _phrase_start(scene, at)
    owner, ended = _owner(scene, at, start), _is_former(scene, start, at)
    holder = _holder(scene, at, start, owner, plural=plural)
    be = _be_before(scene, start)
    manner_at = at if be is not None else start - (scene.low(start - 1) == "as")
    cue = Cue(type=type_, first=at, last=at + 1, plainness=PLAIN, ended=ended, manner_at=manner_at)
    if owner is not None and holder is not None and owner is not holder:
        yield from between(holder, owner, cue)
    elif (
        owner is None
        and plural
        and holder is not None
        and len(holder.parties) > 1
        and _predicated(scene, holder, at, be)
    ):
        yield from among(holder, cue)
    elif owner is not None and holder is None:
        yield from _lost(scene, at, owner, cue)


def _predicated(scene: Scene, holder: Group, at: int, be: int | None) -> bool:
    """Whether the plural noun is said of the group: "A and B are allies", not "some allies, A and B, are rich"."""
    return holder.last <= at or (be is not None and scene.low(be) == "being")


def _phrase_start(scene: Scene, at: int) -> int:
    """The first token of the noun phrase that ends in the noun: its article, owner or adjectives."""
    step = at
    while step > 0 and at - step < REACH + 2:
        low = scene.low(step - 1)
        group = scene.group_at.get(step - 1)
        if group is not None:
            if group.last == step and (group.parties[-1].modifier or not group.parties[-1].genitive):
                step = group.first
                continue
            return group.first
        if low in {"'s", "’s"} or (low in APOSTROPHES and scene.is_party(step - 2)):
            step -= 1
            continue
        if low in DASHES and scene.tokens[step - 1].end == scene.tokens[step].start:
            step -= 1
            continue
        if low in ARTICLES:
            return step - 1
        stops = scene.grammar.prepositions | scene.grammar.auxiliaries | scene.grammar.breakers
        if not scene.tokens[step - 1].is_word or (low in stops and low not in {"of", "that"}):
            return step
        if low == "of" and scene.low(step - 2) not in {"one", "some", "many", "most"}:
            return step
        step -= 1
    return step


def _owner(scene: Scene, at: int, start: int) -> Group | None:
    """Whose ally: a genitive, "its", "of X", or a name set before: "Assad allies"."""
    if scene.low(at + 1) in OF:
        behind = scene.object_after(at + 2, led_by_preposition=True)
        if behind is not None:
            return behind[0]
    for step in range(at - 1, start - 1, -1):
        group = scene.group_at.get(step)
        if group is not None and group.parties[-1].genitive:
            return group
        if scene.low(step) in PRONOUNS:
            return _antecedent(scene, step, at)
    beside = scene.group_at.get(at - 1)
    if beside is not None and not beside.parties[-1].modifier and not beside.parties[-1].hyphened:
        return beside
    named = scene.group_at.get(at + 1)
    if named is not None and all(party.can_act for party in named.parties):  # "visit key allies Russia and Iran"
        return scene.subject_before(start)
    return _subject_owner(scene, start)


def _antecedent(scene: Scene, pronoun: int, at: int) -> Group | None:
    """Whom "its" or "his" means: the nearest group before that is not the ally itself."""
    around = [scene.group_at.get(step) for step in (at - 1, at + 1, at + 2, at + 3)]
    beside = {scene.mentions[party.mention].actor for group in around if group for party in group.parties}
    if scene.low(pronoun - 1) == "as":  # "A has chosen B as its partner": the subject's, not B's
        chosen = scene.group_at.get(pronoun - 2)
        if chosen is not None:
            beside |= {scene.mentions[party.mention].actor for party in chosen.parties}
    return scene.nearest_before(pronoun, other_than=frozenset(beside))


def _subject_owner(scene: Scene, start: int) -> Group | None:
    """The one who lost or won an ally: "Russia lost a key ally"."""
    return scene.subject_before(start - 1) if scene.low(start - 1) in LOSING else None


def _holder(scene: Scene, at: int, start: int, owner: Group | None, *, plural: bool) -> Group | None:
    """Who is called so: behind the noun, before "is", beside a comma, or inside ("his Russian allies")."""
    end = at + 1
    if owner is not None and scene.low(at + 1) in OF and owner.first > at:
        end = owner.last
    behind = _named_behind(scene, end, plural=plural, of_owner=end > at + 1)
    if behind is not None and behind is not owner:
        return behind
    inside = _named_inside(scene, at, start, owner)
    if inside is not None:
        return inside
    be = _be_before(scene, start)
    if be is not None:
        return _several_beside(scene, be) or scene.subject_before(be)
    if scene.low(start - 1) == "as":
        return scene.group_at.get(start - 2)
    if scene.low(start - 1) in {",", "(", *DASHES}:
        before = scene.group_at.get(start - 2)
        if before is not None and before is not owner:
            return before
    return None


def _several_beside(scene: Scene, be: int) -> Group | None:
    """Two or more right before "are" or "have been" are its subject, whatever preposition stands before them."""
    step = be - 1
    while step >= 0 and scene.low(step) in scene.grammar.auxiliaries:
        step -= 1
    beside = scene.group_at.get(step)
    able = beside is not None and all(party.can_act or party.place for party in beside.parties)
    return Group(beside.parties, None) if beside is not None and able and len(beside.parties) > 1 else None


def _named_behind(scene: Scene, end: int, *, plural: bool, of_owner: bool) -> Group | None:
    """The group in apposition: "ally Syria", "allies – Iran and Russia", "allies in Turkey and Qatar"."""
    step = end
    if scene.low(step) in scene.grammar.be:  # "Ecuador's closest ally was Chile"
        named = scene.object_after(step + 1, reach=3)
        return named[0] if named is not None and all(party.can_act for party in named[0].parties) else None
    marked = scene.low(step) in APPOSERS
    if marked:
        step += 1
    elif of_owner:
        return None
    if scene.low(step) == "in" and plural:
        step += 1
        group = scene.group_at.get(step)
        return Group(group.parties, "in") if group is not None and len(group.parties) > 1 else None
    opened = 0
    while scene.low(step) in OPENERS and opened < 3:
        step, opened = step + 1, opened + 1
    group = scene.group_at.get(step)
    if group is None or not all(party.can_act for party in group.parties):
        return None
    if marked and not plural and not of_owner and not _closed_after(scene, group):
        return None
    return group


def _closed_after(scene: Scene, group: Group) -> bool:
    """Whether an apposition ends after the group: "its ally, Syria, ..."."""
    return scene.low(group.last) in {",", ".", ")", "", *DASHES}


def _named_inside(scene: Scene, at: int, start: int, owner: Group | None) -> Group | None:
    """The adjectives of "his Russian and Iranian allies" or "Syria's Russian allies"."""
    if owner is None:
        return None
    found = None
    step = at - 1
    while step >= start:
        group = scene.group_at.get(step)
        if group is not None:
            if group is owner or group.parties[-1].hyphened:
                break
            if all(party.modifier or party.last == at for party in group.parties):
                found = Group((*group.parties, *(found.parties if found else ())), None)
        step -= 1
    return found


def _be_before(scene: Scene, start: int) -> int | None:
    """Where the "is" stands that makes the noun a predicate; None where there is none."""
    for step in range(start - 1, max(-1, start - 5), -1):
        if scene.low(step) in scene.grammar.be:
            return step
        if scene.is_party(step) or not scene.tokens[step].is_word:
            return None
    return None


def _is_former(scene: Scene, start: int, at: int) -> bool:
    words = {scene.low(step) for step in range(start, at)} | {scene.low(start - 1)}
    return bool(words & {"former", "erstwhile", "onetime", "ex", "once", *LOSING})


def _lost(scene: Scene, at: int, owner: Group, cue: Cue) -> Iterator[Find]:
    """ "With the fall of X, Y lost a key ally": X was the ally."""
    if not cue.ended:
        return
    for step, token in enumerate(scene.tokens[:at]):
        if token.low in FALL and scene.low(step + 1) == "of":
            fallen = scene.object_after(step + 2, led_by_preposition=True)
            if fallen is not None and fallen[0] is not owner:
                yield from between(fallen[0], owner, cue)
                return
