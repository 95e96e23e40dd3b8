"""The actors that a text names, as JSON."""

from __future__ import annotations

from collections.abc import Mapping

from amity.core.actors import ActorId, Mention, Unresolved
from amity.export.figures import iso_period
from amity.export.json_text import JsonObject
from amity.export.relations import actor_json


def mention_json(mention: Mention, names: Mapping[ActorId, str], office: str | None = None) -> JsonObject:
    """Where an actor is named, and as whom; `borne` is when it bore that name or the person that `office`."""
    return {
        "start": mention.start,
        "end": mention.end,
        "text": mention.text,
        "actor": actor_json(mention.actor, names),
        "named_by": mention.name_kind.value,
        "person": mention.person,
        "office": office,
        "borne": iso_period(mention.borne),
        "part": mention.part.value,
    }


def unresolved_json(unresolved: Unresolved) -> JsonObject:
    """A name that could not be tied to one actor, with those that it may be."""
    return {
        "start": unresolved.start,
        "end": unresolved.end,
        "text": unresolved.text,
        "why": unresolved.why,
        "rivals": list(unresolved.rivals),
    }
