"""The built-in facts, read from `knowledge/facts/` and checked."""

from __future__ import annotations

import csv
import io
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from importlib.resources import files

from amity.core.actors import Actor, ActorId, ActorKind
from amity.core.claims import RelationType
from amity.core.dates import Period
from amity.core.errors import KnowledgeError
from amity.core.relations import Dyad
from amity.knowledge.gazetteer import Membership

COLUMNS = ["actor", "recipient", "type", "from", "until", "text", "source"]
BINDING_COLUMNS = ["organisation", "type", "text", "source"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """A dated fact about two actors, in one sentence, with its public source; `row` says where it stands."""

    actor: ActorId
    recipient: ActorId
    type: RelationType
    held: Period
    text: str
    source: str
    row: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Binding:
    """An organisation whose members are bound to each other; `text` names two of them as {a} and {b}."""

    organisation: ActorId
    type: RelationType
    text: str
    source: str
    row: str


@dataclass(frozen=True)
class Facts:
    """All built-in facts: the rows, and those that memberships imply, made for the actors asked about."""

    rows: tuple[Fact, ...]
    bindings: tuple[Binding, ...]
    memberships: tuple[Membership, ...]
    actors: Mapping[ActorId, Actor]

    def facts_about(self, dyad: Dyad) -> tuple[Fact, ...]:
        """The facts about two actors, in both directions."""
        return (*self._by_dyad.get(dyad, ()), *self._bound(dyad.a, dyad.b))

    def facts_of(self, actor: ActorId) -> tuple[Fact, ...]:
        """The facts about one actor with whomever."""
        others = sorted({other for membership in self._memberships_of(actor) for other in self._fellows(membership)})
        bound = [fact for other in others if other != actor for fact in self._bound(*sorted((actor, other)))]
        return (*self._by_actor.get(actor, ()), *bound)

    @cached_property
    def _by_dyad(self) -> Mapping[Dyad, list[Fact]]:
        grouped: dict[Dyad, list[Fact]] = defaultdict(list)
        for fact in self.rows:
            grouped[Dyad.of(fact.actor, fact.recipient)].append(fact)
        return grouped

    @cached_property
    def _by_actor(self) -> Mapping[ActorId, list[Fact]]:
        grouped: dict[ActorId, list[Fact]] = defaultdict(list)
        for fact in self.rows:
            grouped[fact.actor].append(fact)
            grouped[fact.recipient].append(fact)
        return grouped

    @cached_property
    def _held(self) -> Mapping[ActorId, list[Membership]]:
        binding = {one.organisation for one in self.bindings}
        grouped: dict[ActorId, list[Membership]] = defaultdict(list)
        for membership in self.memberships:
            if membership.organisation in binding:
                grouped[membership.actor].append(membership)
        return grouped

    def _memberships_of(self, actor: ActorId) -> list[Membership]:
        known = self.actors.get(actor)
        return self._held.get(actor, []) if known is not None and known.kind is ActorKind.STATE else []

    def _fellows(self, membership: Membership) -> Iterator[ActorId]:
        for actor in self._held:
            if any(other.organisation == membership.organisation for other in self._memberships_of(actor)):
                yield actor

    def _bound(self, a: ActorId, b: ActorId) -> Iterator[Fact]:
        """What two members of one organisation are to each other while both are in it."""
        for binding in self.bindings:
            for mine in self._memberships_of(a):
                for other in self._memberships_of(b):
                    if mine.organisation == other.organisation == binding.organisation:
                        shared = mine.held.meet(other.held)
                        if shared is not None:
                            yield self._bound_fact(binding, a, b, shared)

    def _bound_fact(self, binding: Binding, a: ActorId, b: ActorId, held: Period) -> Fact:
        text = binding.text.replace("{a}", self.actors[a].name).replace("{b}", self.actors[b].name)
        row = f"{binding.row}:{a}-{b}"
        return Fact(actor=a, recipient=b, type=binding.type, held=held, text=text, source=binding.source, row=row)


def load_facts(memberships: Iterable[Membership], actors: Mapping[ActorId, Actor]) -> Facts:
    """Read every table of `knowledge/facts/`; KnowledgeError names the file, row and column that is wrong."""
    rows: list[Fact] = []
    bindings: list[Binding] = []
    for file in sorted(files("amity.knowledge").joinpath("facts").iterdir(), key=lambda entry: entry.name):
        if not file.name.endswith(".csv"):
            continue
        text = file.read_text(encoding="utf-8")
        if file.name == "binding.csv":
            bindings = [_binding(file.name, number, row) for number, row in _rows(file.name, text, BINDING_COLUMNS)]
        else:
            rows += [_fact(file.name, number, row, actors) for number, row in _rows(file.name, text, COLUMNS)]
    return Facts(tuple(rows), tuple(bindings), tuple(memberships), actors)


def _rows(name: str, text: str, columns: list[str]) -> Iterator[tuple[int, dict[str, str]]]:
    reader = csv.DictReader(io.StringIO(text))
    if reader.fieldnames != columns:
        raise KnowledgeError(f"facts/{name}, row 1: columns {reader.fieldnames}; expected {columns}.")
    for number, row in enumerate(reader, start=2):
        if None in row or None in row.values():
            raise KnowledgeError(
                f"facts/{name}, row {number}: expected {len(columns)} columns. Quote texts with commas."
            )
        yield number, row


def _fact(name: str, number: int, row: Mapping[str, str], actors: Mapping[ActorId, Actor]) -> Fact:
    for column in ("actor", "recipient"):
        if row[column] not in actors:
            raise KnowledgeError(f"facts/{name}, row {number}, {column}: '{row[column]}' is no actor in actors/.")
    for column in ("from", "text", "source"):
        if not row[column].strip():
            raise KnowledgeError(f"facts/{name}, row {number}, {column}: empty; every fact has one.")
    try:
        held = Period(date.fromisoformat(row["from"]), date.fromisoformat(row["until"]) if row["until"] else None)
    except ValueError as flaw:
        given = f"from '{row['from']}' until '{row['until']}'"
        raise KnowledgeError(
            f"facts/{name}, row {number}, {given}: {flaw}; expected days such as 1949-04-04."
        ) from flaw
    return Fact(
        actor=ActorId(row["actor"]),
        recipient=ActorId(row["recipient"]),
        type=RelationType(row["type"]),
        held=held,
        text=row["text"],
        source=row["source"],
        row=f"{name.removesuffix('.csv')}:{number}",
    )


def _binding(name: str, number: int, row: Mapping[str, str]) -> Binding:
    if "{a}" not in row["text"] or "{b}" not in row["text"]:
        raise KnowledgeError(
            f"facts/{name}, row {number}, text: '{row['text']}' must name both members, as {{a}} and {{b}}."
        )
    return Binding(
        organisation=ActorId(row["organisation"]),
        type=RelationType(row["type"]),
        text=row["text"],
        source=row["source"],
        row=f"binding:{number}",
    )
