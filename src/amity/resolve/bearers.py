"""Who bore a name, and when."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from amity.core.actors import ActorId, NameKind
from amity.core.dates import Period
from amity.knowledge.gazetteer import Context, Name

MOST_OF_IT = 2 / 3  # the share of a period that a bearer must cover to be its usual bearer


@dataclass(frozen=True, slots=True, kw_only=True)
class Bearer:
    """One actor, or one leader of an actor, that bore a name at some `times`; `borne` spans them all."""

    actor: ActorId
    kind: NameKind
    borne: Period
    person: str | None
    times: tuple[Period, ...]

    def bore_it_with(self, other: Bearer) -> bool:
        """Whether both bore the name at one time. Russia did not between 1922 and 1991."""
        return any(mine.overlaps(theirs) for mine in self.times for theirs in other.times)


@dataclass(frozen=True, slots=True, kw_only=True)
class Contest:
    """A name that several may be meant by. `usual` is who is meant where the text gives no hint."""

    able: tuple[Bearer, ...]
    actors: tuple[ActorId, ...]
    contexts: tuple[Context, ...]
    usual: ActorId | None
    usually_nobody: bool  # without a hint no political actor is meant

    @property
    def of_leaders(self) -> bool:
        return all(bearer.kind is NameKind.LEADER for bearer in self.able)

    @property
    def of_names(self) -> bool:
        """Whether it is what the usual bearer itself is called, and not its seat or its army."""
        own = (NameKind.NAME, NameKind.ADJECTIVE)
        return any(bearer.actor == self.usual and bearer.kind in own for bearer in self.able)


def bearers(names: Sequence[Name], on: Period) -> tuple[Bearer, ...]:
    """Who bore a name during a period; if nobody did, who ever did.

    A leader long out of office is still called by name; that he was not in
    office then can be seen from `borne`.
    """
    grouped: dict[tuple[ActorId, str | None], list[Name]] = {}
    then = [name for name in names if name.borne.overlaps(on)]
    for name in then or names:
        grouped.setdefault((name.actor, name.person), []).append(name)
    if then:
        return tuple(_bearer(actor, person, group) for (actor, person), group in grouped.items())
    return tuple(_bearer(actor, person, _nearest(group, on)) for (actor, person), group in grouped.items())


def _nearest(names: Sequence[Name], on: Period) -> Sequence[Name]:
    """Of a leader's terms the last before a period, else the first after it: between two he led nobody."""
    if names[0].person is None or on.last_day is None:
        return names
    last_day = on.last_day
    before = [name for name in names if name.borne.start is not None and name.borne.start <= last_day]
    return [max(before, key=_began)] if before else [min(names, key=_began)]


def _began(name: Name) -> date:
    return name.borne.start or date.min


def _bearer(actor: ActorId, person: str | None, names: Sequence[Name]) -> Bearer:
    times = tuple(dict.fromkeys(name.borne for name in names))
    return Bearer(actor=actor, kind=names[0].kind, borne=hull(times), person=person, times=times)


def contest(names: Sequence[Name], contexts: Sequence[Context], on: Period) -> Bearer | Contest:
    """Who may be meant by a name during a period: one bearer, or several among whom the text decides."""
    able = bearers(names, on)
    abandoned = not contexts and _is_abandoned(able, on)
    if len(able) == 1 and not contexts and not abandoned:
        return able[0]
    actors = tuple(dict.fromkeys(bearer.actor for bearer in able))
    relevant = tuple(context for context in contexts if context.actor is None or context.actor in actors)
    if len(able) == 1 and not abandoned and not any(context.actor is None for context in relevant):
        return able[0]
    usual = next((context for context in relevant if context.usual), None)
    return Contest(
        able=able,
        actors=actors,
        contexts=relevant,
        usual=usual.actor if usual is not None else _lasting(able, on),
        usually_nobody=abandoned or (usual is not None and usual.actor is None),
    )


def _is_abandoned(able: Sequence[Bearer], on: Period) -> bool:
    """Whether a seat is by the end of the period nobody's: Constantinople, in a text of today a mere place."""
    if any(bearer.kind is not NameKind.SEAT for bearer in able):
        return False
    last_day = on.last_day
    if last_day is None:
        return all(bearer.borne.end is not None for bearer in able)
    return not any(bearer.borne.overlaps(on) for bearer in able)


def hull(periods: Sequence[Period]) -> Period:
    """The shortest period that holds them all."""
    if len(periods) == 1:
        return periods[0]
    starts = [period.start for period in periods if period.start is not None]
    ends = [period.end for period in periods if period.end is not None]
    return Period(
        min(starts) if len(starts) == len(periods) else None,
        max(ends) if len(ends) == len(periods) else None,
    )


def _lasting(able: Sequence[Bearer], on: Period) -> ActorId | None:
    """The one actor that bears the name at the end of the period, and for most of it.

    A person who led several (a state, then an organisation) stands for the last of them.
    """
    lasting = {bearer.actor for bearer in able if _lasts(bearer.borne, on)}
    if len(lasting) == 1:
        return lasting.pop()
    persons = {bearer.person for bearer in able}
    if len(persons) == 1 and None not in persons:
        return max(able, key=lambda bearer: bearer.borne.start or date.min).actor
    return None


def _lasts(borne: Period, on: Period) -> bool:
    last_day, shared, whole = on.last_day, borne.meet(on), on.days
    if last_day is None:
        return borne.end is None
    if shared is None or shared.days is None or whole is None:
        return borne.covers(last_day)
    return shared.days >= MOST_OF_IT * whole
