"""Whom "the rebels", "the regime" or "government forces" mean, by the state that the text is about."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from amity.core.actors import ActorId, Mention, NameKind, Unresolved
from amity.core.dates import Period
from amity.knowledge.gazetteer import Gazetteer, Nominal
from amity.resolve.lexicon import Found

BODY = re.compile(
    r" (?:fighters?|forces?|troops|soldiers|groups?|factions?|militants?|commanders?|army|armies|leaders?"
    r"|militias?|units?|warplanes|coalition|alliance|leadership|officials?)(?![\w'])"
)
# What may stand between a state's name and the noun: "Syria's armed opposition", "the Syrian Islamist rebels".
LINK = re.compile(
    r"'s? (?:(?!the\b|and\b|to\b)[a-z-]+ ){0,2}"
    r"|(?:'s?)? (?:(?:islamist|islamic|armed|moderate|main|mainstream|secular|new|former|own|central|military|jihadist"
    r"|communist|leftist|ruling|ousted|toppled|transitional|interim|embattled|besieged|authoritarian|brutal|local"
    r"|anti-government|(?:\w+-)(?:backed|led|supported|dominated)) )*",
    re.IGNORECASE,
)
OF_STATE = re.compile(
    r",? (?:\w+ )?(?:in|of|inside|across|led by|under) (?:the )?(?:\w+ern |central )?(?:President )?$"
)
PLACE = re.compile(
    r"\b(?:in|inside|across|within|throughout|around|over|into|entered|leave|left) (?:the )?"
    r"(?:\w+ern |central |war-torn )?$",
    re.IGNORECASE,
)
# "their allies in Turkey": these are elsewhere than the noun itself.
ELSEWHERE = re.compile(
    r"\b(?:allies|backers|partners|friends|supporters|sponsors|patrons|exile|exiles|talks|summit|conference|bases?)"
    r"(?: based)? in (?:the )?$",
    re.IGNORECASE,
)
DEFINITE = re.compile(r"\bthe $", re.IGNORECASE)
AGAINST = re.compile(r"\b(?:anti|non|inter|intra|extra|ex|counter|self)-$", re.IGNORECASE)
SOMEBODY = re.compile(
    r"\b(?:[Aa]n?|[Nn]o|[Nn]o longer|[Ss]ome|[Aa]ny|[Ee]very|[Mm]any|[Mm]ost of|[Ss]everal|[Oo]ther|its|his|her|their"
    r"|your|our|my|own|two|three|four|five|ten)"
    r" (?:new |former |next |interim |elected |own |last |first |future |most )?$|[a-z]'s $"
)
DETERMINED = re.compile(r"(?:\b(?:the|this|that|his|her|its|their)|'s?) (?:(?!the\b)[\w-]+ ){0,3}$", re.IGNORECASE)
CAPITAL = re.compile(r" [A-Z][a-z]")
KIND_OF = re.compile(
    r" (?:governments?|rule|rulers?|aid|bases?|service|coups?|exercises?|parade|academy|hospital|bands?|courts?"
    r"|attach\w+|hardware|equipment|spending|action|intervention|alliance|cooperation|operations?|ties|training)\b"
)
OF = re.compile(r" of (?:the )?")
BACK_REACH = 40
PLACE_REACH = 100  # characters from which a place draws a noun away from the state that the document is about


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a common noun may mean: on each state, and on any state."""

    of_states: Mapping[ActorId, tuple[Nominal, ...]]
    of_any: tuple[Nominal, ...]
    is_state_itself: bool  # as a rule it means the state that a text is about: "the government"

    def on(self, state: ActorId, period: Period) -> tuple[Nominal, ...]:
        """The rows that hold for a state during a period, those that name the state before the general ones."""
        for rows in (self.of_states.get(state, ()), self.of_any):
            if held := tuple(row for row in rows if row.borne.overlaps(period)):
                return held
        return ()

    def ever(self, state: ActorId) -> tuple[Nominal, ...]:
        return self.of_states.get(state) or self.of_any

    def rows(self) -> Iterator[Nominal]:
        for rows in self.of_states.values():
            yield from rows
        yield from self.of_any


def meanings(gazetteer: Gazetteer) -> dict[str, Meaning]:
    """What each common noun means, by the noun without its article."""
    grouped: dict[str, list[Nominal]] = {}
    for nominal in gazetteer.nominals:
        grouped.setdefault(nominal.word.removeprefix("the "), []).append(nominal)
    return {word: _meaning(rows) for word, rows in grouped.items()}


def _meaning(rows: Sequence[Nominal]) -> Meaning:
    of_states: dict[ActorId, tuple[Nominal, ...]] = {}
    for row in rows:
        if row.about is not None:
            of_states[row.about] = (*of_states.get(row.about, ()), row)
    itself = [row for row in rows if row.actor in (None, row.about)]
    return Meaning(of_states, tuple(row for row in rows if row.about is None), 2 * len(itself) > len(rows))


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """Where a common noun stands: the folded text, what it names, the time, and the document's main state."""

    folded: str
    mentions: Sequence[Mention]
    states: frozenset[ActorId]
    on: Period
    about: ActorId | None


def place_like(folded: str, mention: Mention) -> bool:
    """Whether a mention says where: "in Syria", "across northern Syria"."""
    if mention.name_kind not in (NameKind.NAME, NameKind.SEAT):
        return False
    before = folded[max(0, mention.start - BACK_REACH) : mention.start]
    return PLACE.search(before) is not None and ELSEWHERE.search(before) is None


def tie(found: Found, meaning: Meaning, scene: Scene) -> Mention | Unresolved | None:
    """The actor that a common noun means, with the state's name before it drawn in: "Syrian rebels".

    None where nobody can be told; Unresolved where somebody definite must be meant.
    """
    folded = scene.folded
    if AGAINST.search(folded[max(0, found.start - 8) : found.start]) or (
        not meaning.is_state_itself and _is_abstract(folded, found)
    ):
        return None
    owner = _owner(found, scene)
    if owner is not None and owner.actor not in scene.states:
        return None  # "Houthi rebels": the group's own name says it
    if owner is None and (_is_title(folded, found) or _is_of_group(found, scene)):
        return None
    if owner is None and meaning.is_state_itself and _is_of_others(found, scene):
        return None
    if owner is None and meaning.is_state_itself and not _is_definite(folded, found):
        return None
    start = found.start if owner is None else owner.start
    end = _with_body(folded, found)
    state = owner.actor if owner else _state(found, meaning, scene)
    actors = _meant(meaning, state, scene.on, owned=owner is not None) if state else {}
    if len(actors) == 1:
        ((actor, borne),) = actors.items()
        named = _named_after(found, scene) if owner is None else None
        if named is not None and named.actor == actor:
            return _nominal(start, named.end, actor, borne, named)
        return _nominal(start, end, actor, borne, owner)
    if meaning.is_state_itself or not (owner or DEFINITE.search(folded[max(0, start - 4) : start])):
        return None
    return Unresolved(
        start=start, end=end, text=folded[start:end], why=_why(folded[start:end], state, actors), rivals=tuple(actors)
    )


def _is_abstract(folded: str, found: Found) -> bool:
    """Whether the noun is what somebody does, and nobody: "Russian opposition to the plan"."""
    is_one = not folded[found.start : found.end].lower().endswith("s")
    return is_one and folded.startswith((" to ", " against "), found.end)


def _is_of_others(found: Found, scene: Scene) -> bool:
    """Whether it is said to be anybody, or of somebody who is no state: "a president", "leaders of the movement"."""
    before = scene.folded[max(0, found.start - BACK_REACH) : found.start]
    if SOMEBODY.search(before):
        return True
    after = next((mention for mention in scene.mentions if mention.start > found.end), None)
    if after is None or after.actor in scene.states:
        return False
    return OF.fullmatch(scene.folded, found.end, after.start) is not None


def _is_title(folded: str, found: Found) -> bool:
    """Whether it is part of another name, or only tells the kind: "Government House", "military rule"."""
    if folded[found.start].isupper() and CAPITAL.match(folded, found.end):
        return True
    return folded[found.start : found.end].lower() == "military" and KIND_OF.match(folded, found.end) is not None


def _is_of_group(found: Found, scene: Scene) -> bool:
    """Whether the group's own name follows: "guerrillas of the Movement"."""
    named = _named_after(found, scene)
    return named is not None and named.actor not in scene.states


def _is_definite(folded: str, found: Found) -> bool:
    """Whether one office or one army stands with its article; in "was elected president" nobody is meant."""
    noun = folded[found.start : found.end]
    if noun.endswith("s") or not noun.islower() or " " in noun or folded.startswith("-", found.end):
        return True
    return DETERMINED.search(folded, max(0, found.start - BACK_REACH), found.start) is not None


def _named_after(found: Found, scene: Scene) -> Mention | None:
    """The actor right after the noun, where "of" joins both to one phrase: "the president of Equatorial Guinea"."""
    after = next((mention for mention in scene.mentions if mention.start > found.end), None)
    if after is None or OF.fullmatch(scene.folded, found.end, after.start) is None:
        return None
    return after


def _why(words: str, state: ActorId | None, actors: dict[ActorId, Period]) -> str:
    if actors:
        return f"'{words}' may be any of: {', '.join(actors)}"
    if state is None:
        return f"it is not said of which state '{words}' are"
    return f"our lists do not say who '{words}' of {state} were then"


def _nominal(start: int, end: int, actor: ActorId, borne: Period, owner: Mention | None) -> Mention:
    mention = Mention(start=start, end=end, text="", actor=actor, name_kind=NameKind.NOMINAL, borne=borne)
    if owner is not None and owner.person is not None and owner.actor == actor:
        return replace(mention, person=owner.person, borne=owner.borne)  # "the Assad regime" lasts as long as he
    return mention


def _with_body(folded: str, found: Found) -> int:
    body = BODY.match(folded, found.end)
    return body.end() if body else found.end


def _owner(found: Found, scene: Scene) -> Mention | None:
    """The mention right before the noun that says whose it is: "Syrian rebels", "Assad's armed forces"."""
    before = [mention for mention in scene.mentions if mention.end < found.start]
    if not before:
        return None
    last = max(before, key=lambda mention: mention.end)
    between = scene.folded[last.end : found.start]
    return last if LINK.fullmatch(between) else None


def _state(found: Found, meaning: Meaning, scene: Scene) -> ActorId | None:
    """The state that a noun without an owner speaks of."""
    named = [mention for mention in scene.mentions if _may_own(mention, scene)]
    after = [mention for mention in named if mention.start > found.end]
    for mention in after[:1]:
        if OF_STATE.fullmatch(scene.folded[found.end : mention.start]):
            return mention.actor  # "the rebels in Syria", "the government of Syria"
    able = [mention for mention in named if meaning.on(mention.actor, scene.on)]
    places = [mention for mention in able if place_like(scene.folded, mention)]
    if any(mention.name_kind is not NameKind.SEAT for mention in able if mention not in places):
        places = [mention for mention in places if mention.name_kind is not NameKind.SEAT]
    if scene.about is not None and meaning.on(scene.about, scene.on):
        places = [mention for mention in places if _gap(mention, found) <= PLACE_REACH]
        if not places:
            return scene.about
    if meaning.is_state_itself and (told := _told_before(able, places, found)) is not None:
        return told
    if not places and meaning.is_state_itself and len({mention.actor for mention in able}) > 1:
        return None  # several states, and each has a government
    nearest = min(places or able, key=lambda one: (one.start > found.start, _gap(one, found)), default=None)
    return nearest.actor if nearest else None


def _told_before(able: Sequence[Mention], places: Sequence[Mention], found: Found) -> ActorId | None:
    """The one state named before a noun, where after it only cities say where: "the government signed in Rome"."""
    if any(place.start < found.start or place.name_kind is not NameKind.SEAT for place in places):
        return None
    before = {mention.actor for mention in able if mention.start < found.start}
    return before.pop() if places and len(before) == 1 else None


def _gap(mention: Mention, found: Found) -> int:
    return max(found.start - mention.end, mention.start - found.end)


def _may_own(mention: Mention, scene: Scene) -> bool:
    """Whether a mention may be the state meant; not in "the Russian-backed government"."""
    return mention.actor in scene.states and scene.folded[mention.end : mention.end + 1] != "-"


def _meant(meaning: Meaning, state: ActorId, on: Period, *, owned: bool) -> dict[ActorId, Period]:
    """The actors that a noun means on a state, with the time for which it does.

    Where the text itself names the state, a noun is still understood after its
    time: in 2025 too, "Syrian rebels" are those that fought until 2024.
    """
    rows = meaning.on(state, on)
    if not rows and owned:
        rows = meaning.ever(state)
    lasting = tuple(row for row in rows if row.borne.end is None)
    if len({row.actor for row in rows}) > 1 and len({row.actor for row in lasting}) == 1:
        rows = lasting
    return {row.actor or state: row.borne for row in rows}
