"""Actors and their own names, as the rows of states, groups and organisations enter them."""

from __future__ import annotations

import re
from collections import defaultdict, deque
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from amity.core.actors import Actor, ActorId, ActorKind, NameKind, Regime
from amity.core.dates import Period
from amity.core.errors import KnowledgeError
from amity.knowledge.gazetteer import Name
from amity.knowledge.sieve import Sieve
from amity.knowledge.tables import Row

ACTOR_FILES = {
    "states.csv": ActorKind.STATE,
    "groups.csv": ActorKind.GROUP,
    "organisations.csv": ActorKind.ORGANISATION,
}
AN_ACTOR = "the id of an actor in states.csv, groups.csv or organisations.csv"
ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9-]*")
NAME_COLUMNS = {
    "also": NameKind.NAME,
    "adjectives": NameKind.ADJECTIVE,
    "people": NameKind.PEOPLE,
    "seats": NameKind.SEAT,
    "forces": NameKind.FORCE,
}


@dataclass(frozen=True, slots=True)
class Entered:
    """An actor as a row enters it, with its own names."""

    row: Row
    actor: Actor
    names: tuple[Name, ...]
    follows: tuple[ActorId, ...]


def enter_actors(tables: Mapping[str, Sequence[Row]], sieve: Sieve) -> dict[ActorId, Entered]:
    """All actors; one that the user enters takes the place of ours."""
    ours: dict[ActorId, Entered] = {}
    theirs: dict[ActorId, Entered] = {}
    for file, kind in ACTOR_FILES.items():
        for one in sieve.made(tables[file], partial(_entered, kind=kind)):
            group = theirs if one.row.of_user else ours
            if one.actor.id in group:
                sieve.refuse(one.row, one.row.flaw("id", one.actor.id, "an id that no other actor has"))
            else:
                group[one.actor.id] = one
    entered = _tied(ours, theirs, sieve)
    sieve.replaced.update(id_ for id_ in ours if entered[id_].row.of_user)
    return entered


def _tied(ours: Mapping[ActorId, Entered], theirs: Mapping[ActorId, Entered], sieve: Sieve) -> dict[ActorId, Entered]:
    """Ours and the user's actors, without those of the user that refer to no actor, or only to such ones."""
    entered = {**ours, **theirs}
    referring: dict[ActorId, list[ActorId]] = defaultdict(list)
    for id_, one in entered.items():
        for referred in (*one.actor.part_of, *one.follows):
            referring[referred].append(id_)
    waiting = deque(entered)
    while waiting:
        id_ = waiting.popleft()
        flaw = _stray_reference(entered[id_].row, entered) if id_ in entered else None
        if flaw is None:
            continue
        sieve.refuse(entered[id_].row, flaw)
        if id_ in ours:
            entered[id_] = ours[id_]
        else:
            del entered[id_]
            waiting.extend(referring[id_])
    return entered


def _stray_reference(row: Row, actors: Mapping[ActorId, object]) -> KnowledgeError | None:
    for column in ("part_of", "follows"):
        for id_ in _ids(row, column):
            if id_ not in actors:
                return row.flaw(column, id_, AN_ACTOR)
    return None


def _entered(row: Row, kind: ActorKind) -> Entered:
    actor = _actor(row, kind)
    return Entered(row, actor, tuple(_names_of(row, actor)), _ids(row, "follows"))


def known(row: Row, column: str, given: str, actors: Mapping[ActorId, Actor]) -> ActorId:
    """The id that was given in a column; KnowledgeError where no actor has it."""
    if given not in actors:
        raise row.flaw(column, given, AN_ACTOR)
    return ActorId(given)


def _ids(row: Row, column: str) -> tuple[ActorId, ...]:
    return tuple(ActorId(item) for item in row.items(column)) if column in row.cells else ()


def _actor(row: Row, kind: ActorKind) -> Actor:
    existed, source = row.period("existed"), row.text("source")
    regimes = row.dated_items("regimes", existed) if kind is ActorKind.STATE else []
    id_ = row.required("id")
    if not ID.fullmatch(id_):
        raise row.flaw("id", id_, "letters of English, digits and hyphens, such as ruritanian-league")
    return Actor(
        id=ActorId(id_),
        name=row.spoken("name", row.required("name")),
        kind=kind,
        existed=existed,
        regimes=tuple(Regime(name=name, ruled=ruled, source=source) for name, ruled in regimes),
        part_of=_ids(row, "part_of"),
        source=source,
    )


def _names_of(row: Row, actor: Actor) -> list[Name]:
    """All names of an actor but its leaders'; a name without days was borne as long as the actor existed.

    The actor's own name counts always, unless the row says when ("Russia@1991-12-26..").
    """
    names = [
        Name(text=row.spoken(column, text), actor=actor.id, kind=kind, borne=_lived(row, column, text, borne, actor))
        for column, kind in NAME_COLUMNS.items()
        if row.cells.get(column)
        for text, borne in row.dated_items(column, actor.existed)
    ]
    if any(name.text == actor.name and name.kind is NameKind.NAME for name in names):
        return names
    return [Name(text=actor.name, actor=actor.id, kind=NameKind.NAME, borne=actor.existed), *names]


def _lived(row: Row, column: str, text: str, borne: Period, actor: Actor) -> Period:
    """As much of a name's time as its actor existed: an open end does not outlast the actor."""
    if borne is actor.existed:
        return borne
    lived = borne.meet(actor.existed)
    if lived is None:
        raise row.flaw(column, f"{text}@{borne}", f"a time at which {actor.id} existed ({actor.existed})")
    return lived
