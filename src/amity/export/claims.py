"""Claims as JSON."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from amity.core.claims import Claim, Quad, RelationType
from amity.export.figures import iso, iso_period, rounded
from amity.export.json_text import JsonObject

Quads = Mapping[RelationType, Quad | None]


def claim_json(claim: Claim, quads: Quads | None = None) -> JsonObject:
    """One of the `claims` lines; `quads` are the packaged types' where none are given.

    A standing has no quad class, nor has a type that `quads` does not know: null.
    """
    quad = (_packaged_quads() if quads is None else quads).get(claim.type)
    citation = claim.citation
    return {
        "actor": claim.actor,
        "recipient": claim.recipient,
        "type": claim.type,
        "quad": None if quad is None else int(quad),
        "polarity": claim.polarity.value,
        "reality": claim.reality.value,
        "attributed_to": claim.attributed_to,
        "holds": iso_period(claim.holds),
        "published": iso(claim.published),
        "document": citation.document,
        "start": citation.start,
        "end": citation.end,
        "quote": citation.quote,
        "actor_mention": list(claim.actor_mention),
        "recipient_mention": list(claim.recipient_mention),
        "probability": rounded(claim.reading_confidence),
        "extractor": claim.extractor,
        "actor_person": claim.actor_person,
        "recipient_person": claim.recipient_person,
    }


@cache
def _packaged_quads() -> Quads:
    from amity.knowledge.relation_types import load_relation_types

    return {kind.type: kind.quad for kind in load_relation_types().values()}
