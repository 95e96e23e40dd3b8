"""Reads and checks the tables of `knowledge/actors/` into one frozen `Gazetteer`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from importlib.resources import files
from pathlib import Path

from amity.core.actors import Actor, ActorId, ActorKind, NameKind, Regime
from amity.core.dates import Period
from amity.knowledge.gazetteer import Context, Gazetteer, Membership, Name, Nominal, Term
from amity.knowledge.load_names import blocked_abroad, names_abroad
from amity.knowledge.tables import Row, read_rows

HEADERS = {
    "states.csv": "id,name,existed,also,adjectives,people,seats,forces,regimes,follows,source",
    "groups.csv": "id,name,existed,also,adjectives,people,seats,part_of,follows,source",
    "organisations.csv": "id,name,existed,also,adjectives,part_of,source",
    "leaders.csv": "person,also,actor,office,in_office,source",
    "memberships.csv": "actor,organisation,held,source",
    "nominals.csv": "word,about,actor,borne",
    "blocked.csv": "phrase,reason",
    "contexts.csv": "name,actor,usual,words",
    "names.csv": "name,actor,language,kind,borne,person,source",
    "not_names.csv": "phrase,language,reason",
}
ACTOR_FILES = {
    "states.csv": ActorKind.STATE,
    "groups.csv": ActorKind.GROUP,
    "organisations.csv": ActorKind.ORGANISATION,
}
NAME_COLUMNS = {
    "also": NameKind.NAME,
    "adjectives": NameKind.ADJECTIVE,
    "people": NameKind.PEOPLE,
    "seats": NameKind.SEAT,
    "forces": NameKind.FORCE,
}


def load_gazetteer(folder: Path | None = None) -> Gazetteer:
    """Read all tables of a folder, the packaged one unless another is given.

    Raises KnowledgeError that names file, line and column of the first flaw: a
    cell that is not in its form, an id given twice, a reference to no actor.
    """
    home = Path(str(files("amity.knowledge"))) / "actors" if folder is None else folder
    actors: dict[ActorId, Actor] = {}
    names: list[Name] = []
    follows: dict[ActorId, tuple[ActorId, ...]] = {}
    references: list[tuple[Row, str, str]] = []
    for file, kind in ACTOR_FILES.items():
        for row in _rows(home, file):
            actor = _actor(row, kind)
            if actor.id in actors:
                raise row.flaw("id", actor.id, "an id that no other actor has")
            actors[actor.id] = actor
            names += _names_of(row, actor)
            if predecessors := _ids(row, "follows"):
                follows[actor.id] = predecessors
            references += [(row, column, id_) for column in ("part_of", "follows") for id_ in _ids(row, column)]
    for row, column, id_ in references:
        _known(row, column, id_, actors)
    terms, leaders = _terms(home, actors)
    names += leaders
    contexts = tuple(_context(row, actors) for row in _rows(home, "contexts.csv"))
    return Gazetteer(
        actors=actors,
        names=(*names, *_names_by_context(contexts, names, actors)),
        nominals=tuple(_nominal(row, actors) for row in _rows(home, "nominals.csv")),
        memberships=tuple(_membership(row, actors) for row in _rows(home, "memberships.csv")),
        blocked=tuple(row.required("phrase") for row in _rows(home, "blocked.csv")),
        contexts=contexts,
        terms=terms,
        follows=follows,
        names_abroad=names_abroad(_rows(home, "names.csv"), actors, terms),
        blocked_abroad=blocked_abroad(_rows(home, "not_names.csv")),
    )


def _rows(home: Path, file: str) -> Iterable[Row]:
    return read_rows(home / file, HEADERS[file])


def _ids(row: Row, column: str) -> tuple[ActorId, ...]:
    return tuple(ActorId(item) for item in row.items(column)) if column in row.cells else ()


def _known(row: Row, column: str, given: str, actors: dict[ActorId, Actor]) -> ActorId:
    if given not in actors:
        raise row.flaw(column, given, "the id of an actor in states.csv, groups.csv or organisations.csv")
    return ActorId(given)


def _actor(row: Row, kind: ActorKind) -> Actor:
    existed, source = row.period("existed"), row.text("source")
    regimes = row.dated_items("regimes", existed) if kind is ActorKind.STATE else []
    return Actor(
        id=ActorId(row.required("id")),
        name=row.required("name"),
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
        Name(text=text, actor=actor.id, kind=kind, borne=_lived(row, column, text, borne, actor))
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


def _terms(home: Path, actors: dict[ActorId, Actor]) -> tuple[tuple[Term, ...], list[Name]]:
    terms: list[Term] = []
    names: list[Name] = []
    for row in _rows(home, "leaders.csv"):
        person, held = row.required("person"), row.period("in_office")
        actor = _known(row, "actor", row.required("actor"), actors)
        term = Term(
            person=person, actor=actor, office=row.required("office"), in_office=held, source=row.text("source")
        )
        terms.append(term)
        names.append(_leader(term, person, held))
        names += [_leader(term, text, borne) for text, borne in row.dated_items("also", held)]
    return tuple(terms), names


def _leader(term: Term, text: str, borne: Period) -> Name:
    return Name(text=text, actor=term.actor, kind=NameKind.LEADER, borne=borne, person=term.person)


def _names_by_context(
    contexts: Iterable[Context], names: Iterable[Name], actors: dict[ActorId, Actor]
) -> Iterator[Name]:
    """The names that actors bear only where the words around say so: Addis Ababa for the African Union."""
    kinds = {(name.text, name.actor): name.kind for name in names}
    usual_kinds = {text: kind for (text, _), kind in kinds.items()}
    for context in contexts:
        if context.actor is not None and (context.name, context.actor) not in kinds:
            kind = usual_kinds.get(context.name, NameKind.NAME)
            yield Name(text=context.name, actor=context.actor, kind=kind, borne=actors[context.actor].existed)


def _membership(row: Row, actors: dict[ActorId, Actor]) -> Membership:
    return Membership(
        actor=_known(row, "actor", row.required("actor"), actors),
        organisation=_known(row, "organisation", row.required("organisation"), actors),
        held=row.period("held"),
        source=row.text("source"),
    )


def _nominal(row: Row, actors: dict[ActorId, Actor]) -> Nominal:
    about, actor = row.text("about"), row.text("actor")
    return Nominal(
        word=row.required("word").casefold(),
        about=_known(row, "about", about, actors) if about else None,
        actor=_known(row, "actor", actor, actors) if actor else None,
        borne=row.period("borne"),
    )


def _context(row: Row, actors: dict[ActorId, Actor]) -> Context:
    actor = row.text("actor")
    return Context(
        name=row.required("name"),
        actor=_known(row, "actor", actor, actors) if actor else None,
        usual=row.yes("usual"),
        words=tuple(word.casefold() for word in row.items("words")),
    )
