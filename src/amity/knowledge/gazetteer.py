"""The actors of world politics and their names, as loaded from `knowledge/actors/`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from amity.core.actors import Actor, ActorId, NameKind
from amity.core.dates import ALWAYS, Period
from amity.knowledge.letters import ENGLISH


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """One name that one actor bore for some time; `person` where it is a leader's name.

    `language` is an ISO 639 code of those in `knowledge.letters`.
    """

    text: str
    actor: ActorId
    kind: NameKind
    borne: Period = ALWAYS
    person: str | None = None
    language: str = ENGLISH


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """One person holding one office for an actor, from when until when."""

    person: str
    actor: ActorId
    office: str
    in_office: Period
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Nominal:
    """Who is meant by a common noun where a text is about some state: "rebels" on Syria.

    `about` is None where this goes for every state; `actor` is None where the
    state itself is meant ("the government").
    """

    word: str
    about: ActorId | None
    actor: ActorId | None
    borne: Period = ALWAYS


@dataclass(frozen=True, slots=True, kw_only=True)
class Membership:
    """One actor belonging to an organisation for some time."""

    actor: ActorId
    organisation: ActorId
    held: Period
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """What speaks for one bearer of a name that several bear at the same time.

    `words` are lower case. `actor` is None for a bearer that is no political
    actor (Georgia, the US state). `usual` marks who is meant without any hint.
    """

    name: str
    actor: ActorId | None
    usual: bool
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Gazetteer:
    """Everything known of actors. `blocked` are phrases that look like names and are none.

    `names` and `blocked` are English; `names_abroad` and `blocked_abroad` hold
    those of other languages, by language.
    """

    actors: Mapping[ActorId, Actor]
    names: tuple[Name, ...]
    nominals: tuple[Nominal, ...] = ()
    memberships: tuple[Membership, ...] = ()
    blocked: tuple[str, ...] = ()
    contexts: tuple[Context, ...] = ()
    terms: tuple[Term, ...] = ()
    follows: Mapping[ActorId, tuple[ActorId, ...]] = field(default_factory=dict)  # an actor's predecessors
    names_abroad: Mapping[str, tuple[Name, ...]] = field(default_factory=dict)
    blocked_abroad: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    neighbours: Mapping[ActorId, Mapping[str, tuple[ActorId, ...]]] = field(default_factory=dict)  # by side: "north"
    millions: Mapping[ActorId, float] = field(default_factory=dict)  # people of a state, for "its larger neighbour"
