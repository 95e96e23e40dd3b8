"""What people call an actor when they ask about it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from amity.core.actors import Actor, ActorKind, Mention, NameKind, Unresolved
from amity.core.answers import AskedActor
from amity.knowledge.gazetteer import Gazetteer

BESIDE_NAMES = re.compile(
    r"(?:the|of|in|and|s|a|prime|foreign|president|minister|king|queen|leader|ruler|general|former|late|mr|mrs|dictator"
    r"|supreme|chancellor|premier|secretary|government|regime|state|country|republic|kingdom|army|armed|forces"
    r"|military|administration|group|movement|people|led|by"
    r"|la|le|les|l|el|los|las|die|der|das|den|dem)"  # the article of other languages
)
IN_STATE = re.compile(r" (?:in|of|inside|from) (?:the )?")
WORD = re.compile(r"\w+")
HINTS = 3
ALIKE = 0.7  # difflib's ratio from which a name is worth a hint


def asked(actor: Actor, mention: Mention | None = None) -> AskedActor:
    """An actor as it is asked about; with the person where it was named by its leader."""
    if mention is None or mention.person is None:
        return AskedActor(id=actor.id, name=actor.name)
    return AskedActor(id=actor.id, name=actor.name, person=mention.person, borne=mention.borne)


def meant_by_all(name: str, mentions: Sequence[Mention]) -> Mention | None:
    """The mention that says whom a name means: all mentions mean one actor, and nothing else is said.

    Of "Syrian President Bashar al-Assad" it is the leader's.
    """
    if _are_of_a_state(name, mentions):
        name, mentions = name[: mentions[0].end], mentions[:1]
    if not mentions or len({mention.actor for mention in mentions}) > 1:
        return None
    rest = name
    for mention in reversed(mentions):
        rest = rest[: mention.start] + " " + rest[mention.end :]
    if not all(BESIDE_NAMES.fullmatch(word) for word in WORD.findall(rest.lower())):
        return None
    return next((mention for mention in mentions if mention.person is not None), mentions[0])


def _are_of_a_state(name: str, mentions: Sequence[Mention]) -> bool:
    """Whether a common noun is followed by its state: "rebels in Syria"."""
    if len(mentions) != 2 or mentions[0].name_kind is not NameKind.NOMINAL:
        return False
    return IN_STATE.fullmatch(name[mentions[0].end : mentions[1].start]) is not None


def nobody_called(name: str, gazetteer: Gazetteer) -> Unresolved:
    """That no actor is called so, with the names most like it."""
    from difflib import get_close_matches

    spelled = {known.text.casefold(): known for known in gazetteer.names if known.kind is not NameKind.SEAT}
    alike = get_close_matches(name.strip().casefold(), spelled, n=2 * HINTS, cutoff=ALIKE)
    near = list({spelled[key].actor: spelled[key] for key in reversed(alike)}.values())[::-1][:HINTS]
    if near:
        hint = f"Did you mean {' or '.join(known.text for known in near)}?"
    else:
        states = [actor.name for actor in gazetteer.actors.values() if actor.kind is ActorKind.STATE]
        hint = f"Give a name such as {states[0]}, or an id such as {next(iter(gazetteer.actors))}." if states else ""
    return Unresolved(
        start=0,
        end=len(name),
        text=name,
        why=f"No actor in our lists is called {name!r}. {hint}".strip(),
        rivals=tuple(known.actor for known in near),
    )
