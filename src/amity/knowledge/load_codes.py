"""The codes that other data sets use for our states, read from `knowledge/actors/codes.csv` and checked."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from importlib.resources import files
from pathlib import Path

from amity.core.actors import Actor, ActorId
from amity.core.dates import Period
from amity.core.errors import KnowledgeError
from amity.knowledge.tables import Row, read_rows

FILE = "codes.csv"
HEADER = "actor,system,code,held,source"


@dataclass(frozen=True, slots=True)
class CodeSystem:
    """One way in which others number or abbreviate states, and what its codes look like."""

    form: re.Pattern[str]
    example: str
    numeric: bool = False


SYSTEMS: Mapping[str, CodeSystem] = {
    "cow": CodeSystem(re.compile(r"[1-9][0-9]{0,2}"), "365", numeric=True),  # Correlates of War, state number
    "cowc": CodeSystem(re.compile(r"[A-Z]{3}"), "UKG"),  # Correlates of War, abbreviation
    "gw": CodeSystem(re.compile(r"[1-9][0-9]{0,2}"), "365", numeric=True),  # Gleditsch and Ward
    "cameo": CodeSystem(re.compile(r"[A-Z]{3}"), "GBR"),  # event data in CAMEO, such as GDELT's actors
    "fips": CodeSystem(re.compile(r"[A-Z]{2}"), "UK"),  # FIPS 10-4, such as GDELT's places
    "iso2": CodeSystem(re.compile(r"[A-Z]{2}"), "GB"),  # ISO 3166 alpha-2
    "ison": CodeSystem(re.compile(r"[0-9]{3}"), "008", numeric=True),  # ISO 3166 numeric, which is UN M49
    "wikidata": CodeSystem(re.compile(r"Q[1-9][0-9]*"), "Q145"),
}


@dataclass(frozen=True, slots=True)
class Code:
    """What a system calls an actor, and for how long: never beyond the actor's own time."""

    actor: ActorId
    system: str
    code: str
    held: Period
    source: str


@dataclass(frozen=True)
class Codes:
    """All codes; on any day a code of a system means one actor at most."""

    codes: tuple[Code, ...]

    def actor_of(self, system: str, code: str, on: date) -> ActorId | None:
        """Whom a code means on a day, None where it means nobody then.

        Small letters, spaces around and missing or added leading zeros of numbers do
        not matter: data sets often lose them. KnowledgeError for no system of ours.
        """
        if system not in SYSTEMS:
            raise KnowledgeError(f"{system!r} was given, expected a system of codes: one of {', '.join(SYSTEMS)}.")
        borne = self._by_code.get((system, _plain(system, code)), ())
        return next((one.actor for one in borne if one.held.covers(on)), None)

    def codes_of(self, actor: ActorId) -> tuple[Code, ...]:
        """All codes that an actor ever had, in the order of the table."""
        return tuple(self._by_actor.get(actor, ()))

    @cached_property
    def _by_code(self) -> Mapping[tuple[str, str], list[Code]]:
        grouped: dict[tuple[str, str], list[Code]] = defaultdict(list)
        for one in self.codes:
            grouped[one.system, _plain(one.system, one.code)].append(one)
        return dict(grouped)

    @cached_property
    def _by_actor(self) -> Mapping[ActorId, list[Code]]:
        grouped: dict[ActorId, list[Code]] = defaultdict(list)
        for one in self.codes:
            grouped[one.actor].append(one)
        return dict(grouped)


def load_codes(actors: Mapping[ActorId, Actor], folder: Path | None = None) -> Codes:
    """Read `codes.csv` of a folder, the packaged one unless another is given.

    Raises KnowledgeError that names file, line and column of the first flaw: no
    such actor or system, a code not in its system's form, days outside the
    actor's existence, a code that already means somebody at the time.
    """
    home = Path(str(files("amity.knowledge"))) / "actors" if folder is None else folder
    read = [(row, _code(row, actors)) for row in read_rows(home / FILE, HEADER)]
    _refuse_shared(read)
    return Codes(tuple(code for _, code in read))


def _plain(system: str, code: str) -> str:
    """A code as it is looked up."""
    given = code.strip().upper()
    return given.lstrip("0") if SYSTEMS[system].numeric else given


def _code(row: Row, actors: Mapping[ActorId, Actor]) -> Code:
    actor = actors.get(ActorId(row.required("actor")))
    if actor is None:
        raise row.flaw("actor", row.text("actor"), "the id of an actor in states.csv, groups.csv or organisations.csv")
    system, code = row.required("system"), row.required("code")
    if system not in SYSTEMS:
        raise row.flaw("system", system, f"one of {', '.join(SYSTEMS)}")
    if not SYSTEMS[system].form.fullmatch(code):
        raise row.flaw("code", code, f"a code of {system} such as {SYSTEMS[system].example}")
    return Code(actor.id, system, code, _held(row, actor), row.required("source"))


def _held(row: Row, actor: Actor) -> Period:
    """The days of a code; an open side is the actor's, a day outside the actor's time a flaw."""
    given = row.period("held")
    held = given.meet(actor.existed)
    if held is None or given.start not in (None, held.start) or given.end not in (None, held.end):
        raise row.flaw("held", row.text("held"), f"days at which {actor.id} existed ({actor.existed})")
    return held


def _refuse_shared(read: Iterable[tuple[Row, Code]]) -> None:
    """A flaw where a code of one system is given twice for the same days, be it to one actor or to two."""
    earlier: dict[tuple[str, str], list[tuple[Row, Code]]] = defaultdict(list)
    for row, one in read:
        for other_row, other in earlier[one.system, one.code]:
            if one.held.overlaps(other.held):
                expected = f"a code that {one.system} has not for {other.actor} at that time (line {other_row.line})"
                raise row.flaw("code", one.code, expected)
        earlier[one.system, one.code].append((row, one))
