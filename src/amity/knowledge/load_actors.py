"""Reads and checks the tables of `knowledge/actors/` into one frozen `Gazetteer`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from importlib.resources import files
from pathlib import Path

from amity.core.actors import Actor, ActorId, NameKind
from amity.core.dates import Period
from amity.core.dropped import Dropped
from amity.knowledge.enter_actors import Entered, enter_actors, known
from amity.knowledge.gazetteer import Context, Gazetteer, Membership, Name, Nominal, Term
from amity.knowledge.load_names import blocked_abroad, names_abroad
from amity.knowledge.sieve import Sieve
from amity.knowledge.tables import Flawed, Row, read_rows
from amity.knowledge.user_files import UserFile, read_user_file, user_table

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
    "populations.csv": "actor,millions,source",
    "neighbours.csv": "actor,north,east,south,west,source",
}
SIDES = ("north", "east", "south", "west")
EVERYBODY = 10_000  # millions: nobody has so many people


@dataclass(frozen=True, slots=True)
class Loaded:
    """All that is known of actors, and the rows that were left out of it."""

    gazetteer: Gazetteer
    left_out: tuple[Dropped, ...] = ()


Tables = Mapping[str, Sequence[Row]]  # rows by the name of our table, ours first


def load_gazetteer(folder: Path | None = None, *, also: Sequence[Path] = ()) -> Gazetteer:
    """Read all tables of a folder, the packaged one unless another is given, and `also` the user's own files.

    Raises KnowledgeError that names file, line and column of the first flaw: a
    cell that is not in its form, an id given twice, a reference to no actor.
    """
    return load_actors(folder, also=[read_user_file(path) for path in also]).gazetteer


def load_actors(folder: Path | None = None, *, also: Sequence[UserFile] = (), leave_out_bad: bool = False) -> Loaded:
    """As `load_gazetteer`; with `leave_out_bad` the flawed rows of the user's files are left out, with a remark each.

    A user's row with an id of ours replaces our row of that actor; its leaders and
    memberships stay. What the user calls an actor is not blocked by our
    `blocked.csv`; a user's line of `contexts.csv` goes before ours on that name, one
    of `memberships.csv` replaces ours on that actor in that organisation.
    """
    home = Path(str(files("amity.knowledge"))) / "actors" if folder is None else folder
    sieve = Sieve(leave_out_bad)
    tables = _tables(home, also, sieve)
    entered = enter_actors(tables, sieve)
    actors = {id_: one.actor for id_, one in entered.items()}
    terms, leaders = _terms(tables["leaders.csv"], actors, sieve)
    names = [*(name for one in entered.values() for name in one.names), *leaders]
    contexts = _contexts(tables["contexts.csv"], actors, sieve)
    gazetteer = Gazetteer(
        actors=actors,
        names=(*names, *_names_by_context(contexts, names, actors)),
        nominals=tuple(sieve.made(tables["nominals.csv"], lambda row: _nominal(row, actors))),
        memberships=_memberships(tables["memberships.csv"], actors, sieve),
        blocked=_blocked(tables["blocked.csv"], entered.values(), sieve),
        contexts=contexts,
        terms=terms,
        follows={id_: one.follows for id_, one in entered.items() if one.follows},
        names_abroad=names_abroad(tables["names.csv"], actors, terms, sieve),
        blocked_abroad=blocked_abroad(tables["not_names.csv"], sieve),
        neighbours=dict(sieve.made(tables["neighbours.csv"], lambda row: _neighbours(row, actors))),
        millions=dict(sieve.made(tables["populations.csv"], lambda row: _population(row, actors))),
    )
    return Loaded(gazetteer, tuple(sieve.left_out))


def _tables(home: Path, also: Sequence[UserFile], sieve: Sieve) -> Tables:
    """The rows of every table: ours, then the user's."""
    tables = {file: list(read_rows(home / file, header)) for file, header in HEADERS.items()}
    for file in also:
        table = user_table(file, HEADERS)
        for line in table.lines:
            if isinstance(line, Flawed):
                sieve.refuse(line, line.flaw)
            else:
                tables[table.file].append(line)
    return tables


def _terms(rows: Iterable[Row], actors: Mapping[ActorId, Actor], sieve: Sieve) -> tuple[tuple[Term, ...], list[Name]]:
    terms: list[Term] = []
    names: list[Name] = []
    for term, borne_by in sieve.made(rows, lambda row: _term(row, actors)):
        terms.append(term)
        names += borne_by
    return tuple(terms), names


def _term(row: Row, actors: Mapping[ActorId, Actor]) -> tuple[Term, list[Name]]:
    person, held = row.spoken("person", row.required("person")), row.period("in_office")
    actor = known(row, "actor", row.required("actor"), actors)
    term = Term(person=person, actor=actor, office=row.required("office"), in_office=held, source=row.text("source"))
    also = [_leader(term, row.spoken("also", text), borne) for text, borne in row.dated_items("also", held)]
    return term, [_leader(term, person, held), *also]


def _leader(term: Term, text: str, borne: Period) -> Name:
    return Name(text=text, actor=term.actor, kind=NameKind.LEADER, borne=borne, person=term.person)


def _names_by_context(
    contexts: Iterable[Context], names: Iterable[Name], actors: Mapping[ActorId, Actor]
) -> Iterator[Name]:
    """The names that actors bear only where the words around say so: Addis Ababa for the African Union."""
    kinds = {(name.text, name.actor): name.kind for name in names}
    usual_kinds = {text: kind for (text, _), kind in kinds.items()}
    for context in contexts:
        if context.actor is not None and (context.name, context.actor) not in kinds:
            kind = usual_kinds.get(context.name, NameKind.NAME)
            yield Name(text=context.name, actor=context.actor, kind=kind, borne=actors[context.actor].existed)


def _memberships(rows: Iterable[Row], actors: Mapping[ActorId, Actor], sieve: Sieve) -> tuple[Membership, ...]:
    """Ours and the user's; where both speak of one actor in one organisation, the user's."""
    listed = list(sieve.made(rows, lambda row: (row.of_user, _membership(row, actors))))
    told = {(one.actor, one.organisation) for of_user, one in listed if of_user}
    return tuple(one for of_user, one in listed if of_user or (one.actor, one.organisation) not in told)


def _membership(row: Row, actors: Mapping[ActorId, Actor]) -> Membership:
    return Membership(
        actor=known(row, "actor", row.required("actor"), actors),
        organisation=known(row, "organisation", row.required("organisation"), actors),
        held=row.period("held"),
        source=row.text("source"),
    )


def _neighbours(row: Row, actors: Mapping[ActorId, Actor]) -> tuple[ActorId, Mapping[str, tuple[ActorId, ...]]]:
    row.required("source")
    lying = {side: tuple(known(row, side, id_, actors) for id_ in row.items(side)) for side in SIDES}
    return known(row, "actor", row.required("actor"), actors), {side: ids for side, ids in lying.items() if ids}


def _population(row: Row, actors: Mapping[ActorId, Actor]) -> tuple[ActorId, float]:
    row.required("source")
    given = row.required("millions")
    try:
        millions = float(given)
    except ValueError as flaw:
        raise row.flaw("millions", given, "millions of people, such as 0.3 or 48") from flaw
    if not 0 < millions < EVERYBODY:
        raise row.flaw("millions", given, f"more than 0 and less than {EVERYBODY} millions of people")
    return known(row, "actor", row.required("actor"), actors), millions


def _nominal(row: Row, actors: Mapping[ActorId, Actor]) -> Nominal:
    about, actor = row.text("about"), row.text("actor")
    return Nominal(
        word=row.spoken("word", row.required("word")).casefold(),
        about=known(row, "about", about, actors) if about else None,
        actor=known(row, "actor", actor, actors) if actor else None,
        borne=row.period("borne"),
    )


def _blocked(rows: Iterable[Row], entered: Iterable[Entered], sieve: Sieve) -> tuple[str, ...]:
    """The phrases that mean no actor, save ours that are names of a user's actor."""
    meant = {name.text for one in entered if one.row.of_user for name in one.names}
    listed = sieve.made(rows, lambda row: (row.of_user, row.spoken("phrase", row.required("phrase"))))
    return tuple(phrase for of_user, phrase in listed if of_user or phrase not in meant)


def _contexts(rows: Iterable[Row], actors: Mapping[ActorId, Actor], sieve: Sieve) -> tuple[Context, ...]:
    """Ours and the user's; where both speak of a name, the user's say who is usually meant."""
    ours: list[Context] = []
    theirs: list[Context] = []
    usual: set[str] = set()
    for row, context in sieve.made(rows, lambda row: (row, _context(row, actors))):
        if not row.of_user:
            ours.append(context)
        elif context.usual and context.name in usual:
            sieve.refuse(
                row, row.flaw("usual", "yes", f"one line at most that says who {context.name!r} usually means")
            )
        else:
            theirs.append(context)
            usual |= {context.name} if context.usual else set()
    told = {(context.name, context.actor) for context in theirs}
    left = [context for context in ours if (context.name, context.actor) not in told]
    return (*(replace(one, usual=False) if one.name in usual else one for one in left), *theirs)


def _context(row: Row, actors: Mapping[ActorId, Actor]) -> Context:
    actor = row.text("actor")
    return Context(
        name=row.spoken("name", row.required("name")),
        actor=known(row, "actor", actor, actors) if actor else None,
        usual=row.yes("usual"),
        words=tuple(word.casefold() for word in row.items("words")),
    )
