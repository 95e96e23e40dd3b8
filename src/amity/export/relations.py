"""Relations over time as JSON."""

from __future__ import annotations

from collections.abc import Mapping

from amity.core.actors import ActorId
from amity.core.relations import SCALE, Change, Estimate, Relation, Verdict
from amity.export.figures import iso_period, rounded
from amity.export.json_text import JsonObject


def relation_json(relation: Relation, names: Mapping[ActorId, str]) -> JsonObject:
    """The two actors, in the order of the dyad, with one entry for each estimate and each turn."""
    return {
        "actors": [actor_json(actor, names) for actor in (relation.dyad.a, relation.dyad.b)],
        "estimates": [estimate_json(estimate) for estimate in relation.estimates],
        "changes": [change_json(change) for change in relation.changes],
    }


def actor_json(actor: ActorId, names: Mapping[ActorId, str]) -> JsonObject:
    """An actor whose name is not at hand goes by its id."""
    return {"id": actor, "name": names.get(actor, actor)}


def estimate_json(estimate: Estimate) -> JsonObject:
    return {
        "date": estimate.on.isoformat(),
        "verdict": estimate.verdict.value,
        "probabilities": probabilities_json(estimate.chances),
        "commitment": rounded(estimate.commitment),
        "hostility": rounded(estimate.hostility),
        "witnesses": rounded(estimate.witnesses),
        "layers": {layer.value: verdict.value for layer, verdict in sorted(estimate.layers.items())},
    }


def probabilities_json(chances: Mapping[Verdict, float]) -> JsonObject:
    """One figure for each verdict of the scale, best first; unknown is outside it."""
    return {verdict.value: rounded(chances.get(verdict, 0.0)) for verdict in SCALE}


def change_json(change: Change) -> JsonObject:
    """A turn; in `interval` the end is excluded, as in every period."""
    return {
        "date": change.on.isoformat(),
        "interval": iso_period(change.interval),
        "before": change.before.value,
        "after": change.after.value,
        "because": list(change.because),
    }
