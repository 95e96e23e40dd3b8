"""Who acts in world politics, and where a text names them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NewType

from amity.core.dates import ALWAYS, Period

ActorId = NewType("ActorId", str)


class ActorKind(StrEnum):
    STATE = "state"
    GROUP = "group"  # armed groups, parties, movements, oppositions
    ORGANISATION = "organisation"  # organisations of states, alliances, blocs


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """A state, group or organisation, under one id for ever.

    `regimes` are the stretches under one kind of rule, where a change of rule
    may turn the actor's relations ("Assad's government ended on 2024-12-08").
    """

    id: ActorId
    name: str
    kind: ActorKind
    existed: Period = ALWAYS
    regimes: tuple[Regime, ...] = ()
    part_of: tuple[ActorId, ...] = ()  # the larger body: branch of, front of
    source: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Regime:
    """One kind of rule over a state, from when until when, and how to say that it ended."""

    name: str  # "Assad's government"
    ruled: Period
    source: str


class NameKind(StrEnum):
    """By which of its names an actor was meant."""

    NAME = "name"  # Russia, the Russian Federation
    ADJECTIVE = "adjective"  # Russian
    PEOPLE = "people"  # the Russians
    SEAT = "seat"  # Moscow, the Kremlin
    FORCE = "force"  # the Russian army, the GRU, the IDF
    LEADER = "leader"  # Putin
    NOMINAL = "nominal"  # the rebels, the regime


class Part(StrEnum):
    """What a mention does in its statement: a place is not a party."""

    PARTY = "party"  # it takes part, undecided how
    ACTING = "acting"  # "Russia struck"
    ACTED_UPON = "acted upon"  # "sanctions against Russia"
    PLACE = "place"  # "in Russia"
    ORIGIN = "origin"  # "gas from Russia"
    MODIFIER = "modifier"  # "Russian gas"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A place in a statement's text where an actor is named.

    Offsets count from the start of the statement's text.
    """

    start: int
    end: int
    text: str
    actor: ActorId
    name_kind: NameKind
    person: str | None = None  # the full name of the leader who stands for the actor
    borne: Period = ALWAYS  # when the actor bore this name, or the leader held this office
    part: Part = Part.PARTY


@dataclass(frozen=True, slots=True, kw_only=True)
class Collective:
    """A place where several actors are meant by one phrase: "the two countries"."""

    start: int
    end: int
    text: str
    actors: tuple[ActorId, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Unresolved:
    """A name that could not be tied to one actor, and why."""

    start: int
    end: int
    text: str
    why: str
    rivals: tuple[ActorId, ...] = ()
