"""Whom a document is about: the state whose rebels, regime or government it means without saying."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from amity.core.actors import ActorId, Mention, NameKind
from amity.core.dates import Period
from amity.resolve.folding import fold
from amity.resolve.nominals import Meaning, place_like

NAMED = 1
AS_PLACE_OR_OWNER = 4  # "in Syria", "Syrian rebels": where the matter is, more than who takes part
CLEAR = 1.5  # how many times more than the next
MOST_READ = 400  # statements: more of a long document would not change it


@dataclass(frozen=True, slots=True)
class Home:
    """A state of which common nouns mean somebody for some time, and whom."""

    state: ActorId
    actor: ActorId | None
    borne: Period


def homes_of(meanings: Mapping[str, Meaning]) -> tuple[Home, ...]:
    """Every home once, however many nouns speak of it."""
    rows = (row for meaning in meanings.values() for row in meaning.rows())
    return tuple({Home(row.about, row.actor, row.borne): None for row in rows if row.about is not None})


def main_state(
    read: Iterable[tuple[str, Sequence[Mention]]],
    known: Sequence[Home],
    states: frozenset[ActorId],
    on: Period,
) -> ActorId | None:
    """The state named most, above all as a place, among those for which common nouns mean somebody then."""
    held = [home for home in known if home.borne.overlaps(on)]
    homes: dict[ActorId, set[ActorId]] = {}
    for home in held:
        if home.actor is not None:
            homes.setdefault(home.actor, set()).add(home.state)
    able = {home.state for home in held if home.state in states}
    weights: Counter[ActorId] = Counter()
    for text, mentions in islice(read, MOST_READ):
        folded = fold(text)
        for mention in mentions:
            weights.update(_weights(folded, mention, homes, states))
    ranked = [(state, weight) for state, weight in weights.most_common() if state in able]
    if not ranked or (len(ranked) > 1 and ranked[0][1] < CLEAR * ranked[1][1]):
        return None
    return ranked[0][0]


def _weights(
    folded: str, mention: Mention, homes: Mapping[ActorId, set[ActorId]], states: frozenset[ActorId]
) -> dict[ActorId, int]:
    if mention.name_kind is NameKind.NOMINAL:
        return dict.fromkeys(homes.get(mention.actor, {mention.actor}), AS_PLACE_OR_OWNER)
    if mention.actor not in states:
        return {}
    return {mention.actor: AS_PLACE_OR_OWNER if place_like(folded, mention) else NAMED}
