"""What was not used, and the tally of a run, as JSON."""

from __future__ import annotations

from amity.core.dropped import Dropped, Tally
from amity.export.json_text import JsonObject


def dropped_json(dropped: Dropped) -> JsonObject:
    return {
        "step": dropped.step,
        "where": dropped.where,
        "reason": dropped.reason.value,
        "detail": dropped.detail,
    }


def tally_json(tally: Tally) -> JsonObject:
    """So many in, so many out, so many dropped why; the reasons sorted by name."""
    return {
        "documents": tally.documents,
        "documents_known": tally.documents_known,
        "statements": tally.statements,
        "copies": tally.copies,
        "cut_off": tally.cut_off,
        "boilerplate": tally.boilerplate,
        "claims": tally.claims,
        "dropped": dict(sorted(tally.dropped.items())),
    }
