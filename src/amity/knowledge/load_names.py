"""Reads and checks the names of actors in other languages than English."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from amity.core.actors import Actor, ActorId, NameKind
from amity.core.dates import Period
from amity.knowledge.enter_actors import known
from amity.knowledge.gazetteer import Name, Term
from amity.knowledge.letters import ABROAD
from amity.knowledge.sieve import Sieve
from amity.knowledge.tables import Row

KINDS = {kind.value: kind for kind in NameKind if kind is not NameKind.NOMINAL}


def names_abroad(
    rows: Iterable[Row], actors: Mapping[ActorId, Actor], terms: Iterable[Term], sieve: Sieve
) -> dict[str, tuple[Name, ...]]:
    """The names by language; one for each form that a row lists, and for each time at which it was borne.

    A row without days holds as long as its actor existed, a leader's for each of the leader's terms.
    """
    in_office: dict[tuple[ActorId, str], list[Period]] = {}
    for term in terms:
        in_office.setdefault((term.actor, term.person), []).append(term.in_office)
    names: dict[str, list[Name]] = {}
    for listed in sieve.made(rows, lambda row: _names(row, actors, in_office)):
        names.setdefault(listed[0].language, []).extend(listed)
    return {language: tuple(listed) for language, listed in names.items()}


def blocked_abroad(rows: Iterable[Row], sieve: Sieve) -> dict[str, tuple[str, ...]]:
    """The phrases that contain a name and mean no actor, by language."""
    blocked: dict[str, list[str]] = {}
    for language, phrase in sieve.made(
        rows, lambda row: (_language(row), row.spoken("phrase", row.required("phrase")))
    ):
        blocked.setdefault(language, []).append(phrase)
    return {language: tuple(phrases) for language, phrases in blocked.items()}


def _language(row: Row) -> str:
    language = row.text("language")
    if language not in ABROAD:
        raise row.flaw("language", language, f"one of {', '.join(ABROAD)}")
    return language


def _names(
    row: Row, actors: Mapping[ActorId, Actor], in_office: Mapping[tuple[ActorId, str], Sequence[Period]]
) -> list[Name]:
    row.required("source")
    forms, language = row.items("name"), _language(row)
    if not forms:
        raise row.flaw("name", row.cells["name"], "a name, or several forms of it with '; ' between them")
    actor = actors[known(row, "actor", row.text("actor"), actors)]
    kind = KINDS.get(row.text("kind"))
    if kind is None:
        raise row.flaw("kind", row.text("kind"), f"one of {', '.join(KINDS)}")
    person = _person(row, kind)
    return [
        Name(text=row.spoken("name", form), actor=actor.id, kind=kind, borne=borne, person=person, language=language)
        for borne in _borne(row, actor, person, in_office)
        for form in forms
    ]


def _person(row: Row, kind: NameKind) -> str | None:
    person = row.text("person")
    if bool(person) != (kind is NameKind.LEADER):
        raise row.flaw("person", person, "a person as in leaders.csv where the kind is leader, else nothing")
    return person or None


def _borne(
    row: Row, actor: Actor, person: str | None, in_office: Mapping[tuple[ActorId, str], Sequence[Period]]
) -> Sequence[Period]:
    given, held = row.text("borne"), in_office.get((actor.id, person or ""), ())
    if person is not None and not held:
        raise row.flaw("person", person, f"a person who in leaders.csv leads {actor.id}")
    if not given:
        return [actor.existed] if person is None else held
    borne = row.period("borne")
    if person is not None:
        return [borne]
    lived = borne.meet(actor.existed)
    if lived is None:
        raise row.flaw("borne", given, f"a time at which {actor.id} existed ({actor.existed})")
    return [lived]
