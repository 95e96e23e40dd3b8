"""Answers as JSON: the form that scripts rely on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from amity.core.answers import Answer, LayerFinding, Listed, Reason
from amity.core.claims import Layer
from amity.export.figures import iso, iso_period, rounded
from amity.export.json_text import JsonObject
from amity.export.relations import change_json, probabilities_json


def answer_json(answer: Answer) -> JsonObject:
    """The whole answer. `answer` is to the question as asked: a word, a day, or a list of actors."""
    question = answer.question
    return {
        "question": question.text,
        "kind": question.kind.value,
        "asked": question.asked.value,
        "actors": [{"id": actor.id, "name": actor.name} for actor in question.actors],
        "as_of": answer.as_of.isoformat(),
        "as_of_reason": answer.as_of_reason,
        "known_by": iso(question.known_by),
        "answer": [_listed_json(listed) for listed in answer.listed] if answer.answer == "list" else answer.answer,
        "sentence": answer.sentence,
        "verdict": answer.estimate.verdict.value,
        "probabilities": probabilities_json(answer.estimate.chances),
        "likelihood": rounded(answer.likelihood),
        "likelihood_words": answer.likelihood_words,
        "confidence": answer.confidence,
        "confidence_reason": answer.confidence_reason,
        "layers": _layers_json(answer.layers),
        "evidence": [*_evidence_json(answer.reasons_for), *_evidence_json(answer.reasons_against)],
        "changes": [change_json(change) for change in answer.changes],
        "listed": [{**_listed_json(listed), "evidence": _evidence_json(listed.reasons)} for listed in answer.listed],
        "not_counted": dict(sorted(answer.not_counted.items())),
        "remarks": list(answer.remarks),
        "facts_used": answer.facts_used,
        "extra": dict(sorted(answer.extra.items())),
        "receipt": answer.receipt,
    }


def _layers_json(layers: Mapping[Layer, LayerFinding]) -> JsonObject:
    """Always all three; a layer that the answer leaves out is unknown."""
    silent = LayerFinding(state="unknown")
    return {layer.value: _finding_json(layers.get(layer, silent)) for layer in Layer}


def _finding_json(finding: LayerFinding) -> JsonObject:
    return {"state": finding.state, "since": iso(finding.since), "note": finding.note}


def _evidence_json(reasons: Iterable[Reason]) -> list[JsonObject]:
    """The weightiest first; equal ones by their claims' ids, so that the order never depends on luck."""
    return [_reason_json(reason) for reason in sorted(reasons, key=lambda reason: (-reason.weight, reason.claim.id))]


def _reason_json(reason: Reason) -> JsonObject:
    claim, citation = reason.claim, reason.claim.citation
    return {
        "id": claim.id,
        "for": reason.speaks_for,
        "type": claim.type,
        "layer": claim.layer.value,
        "actor": claim.actor,
        "recipient": claim.recipient,
        "polarity": claim.polarity.value,
        "reality": claim.reality.value,
        "attributed_to": claim.attributed_to,
        "quote": citation.quote,
        "document": citation.document,
        "document_name": reason.document_name,
        "title": reason.title,
        "publisher": citation.publisher,
        "start": citation.start,
        "end": citation.end,
        "published": iso(claim.published),
        "holds": iso_period(claim.holds),
        "copies": reason.copies,
        "probability": rounded(claim.reading_confidence),
        "weight": rounded(reason.weight),
    }


def _listed_json(listed: Listed) -> JsonObject:
    return {
        "id": listed.actor,
        "name": listed.name,
        "verdict": listed.verdict.value,
        "probability": rounded(listed.chance),
    }
