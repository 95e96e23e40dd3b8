"""Question and evidence -> an answer with its reasons."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from amity.answer.day import ChosenDay
from amity.answer.evidence import Evidence, Source
from amity.answer.likelihood import confidence_of, likelihood_words
from amity.answer.wording import FRIENDLY, STATES, answer_word, capital, month, spoken_day, verdict_sentence
from amity.core.answers import Answer, AskedActor, LayerFinding, Question, Reason
from amity.core.claims import Claim, Layer, Reality, RelationType
from amity.core.documents import is_built_in
from amity.core.relations import Bearing, Change, Verdict

PACT = RelationType("PACT")
LEANINGS: Mapping[Verdict, bool] = {  # whether to friendship; the others lean to neither side
    **dict.fromkeys((Verdict.ALLIES, Verdict.PARTNERS), True),
    **dict.fromkeys((Verdict.RIVALS, Verdict.ADVERSARIES, Verdict.AT_WAR), False),
}
SPEAKS_ENOUGH = 0.05  # a bearing below this is what is left of a claim on an earlier time
MOST_REASONS = 40  # more would not be read
LONGEST_SIGNING = 366  # days: "signed a treaty in 1955" tells of a year


def compose_answer(question: Question, evidence: Evidence, chosen: ChosenDay) -> Answer:
    """The answer to a question about one dyad on one day."""
    estimate = evidence.estimate
    reasons = _reasons(question, evidence)
    weighed = [evidence.claims[bearing.claim] for bearing in evidence.bearings]
    confidence = confidence_of(weighed, _agreement(evidence.bearings))
    change = _last_change(evidence, chosen)
    known = estimate.verdict is not Verdict.UNKNOWN
    likelihood = estimate.chances[estimate.verdict] if known else 0.0
    return Answer(
        question=question,
        answer=answer_word(question, estimate.verdict),
        sentence=verdict_sentence(question, estimate, change, today_like=_is_of_now(question)),
        as_of=chosen.on,
        as_of_reason=chosen.reason,
        estimate=estimate,
        relation=evidence.relation,
        likelihood=likelihood,
        likelihood_words=likelihood_words(likelihood) if known else "unknown",
        confidence=confidence.level if weighed else "low",
        confidence_reason=confidence.reason if weighed else "no evidence bears on that day",
        layers=_layers(evidence),
        reasons_for=tuple(reason for reason in reasons if reason.speaks_for)[:MOST_REASONS],
        reasons_against=tuple(reason for reason in reasons if not reason.speaks_for)[:MOST_REASONS],
        changes=tuple(_explained(change, evidence) for change in evidence.relation.changes),
        not_counted=evidence.not_counted,
        remarks=tuple(_remarks(question, evidence, chosen)),
        facts_used=evidence.facts_used,
    )


def _is_of_now(question: Question) -> bool:
    return question.as_of is None and not question.of_the_past


def _reasons(question: Question, evidence: Evidence) -> list[Reason]:
    """Claims that bear on the day, and those that bore on the time before the last turn; each statement once a side.

    What the documents say comes before the built-in facts.
    """
    best: dict[tuple[str, bool], Reason] = {}
    today = {bearing.claim for bearing in evidence.bearings if bearing.weight >= SPEAKS_ENOUGH}
    earlier = [bearing for bearing in evidence.earlier if bearing.claim not in today]
    now = [bearing for bearing in evidence.bearings if bearing.claim in today or not evidence.earlier]
    for bearing, factor in [*((b, 1.0) for b in now), *((b, 0.5) for b in earlier)]:
        claim = evidence.claims[bearing.claim]
        friendly = bearing.favours > 0
        reason = Reason(
            claim=claim,
            speaks_for=friendly == (question.asked in FRIENDLY),
            weight=round(bearing.weight * factor, 6),
            copies=1 + evidence.copies.get(claim.citation.copy_of or claim.citation.statement, 0),
            document_name=evidence.sources.get(claim.citation.document, Source(name=claim.citation.document)).name,
            title=evidence.sources.get(claim.citation.document, Source(name="")).title,
        )
        key = (claim.citation.copy_of or claim.citation.statement, reason.speaks_for)
        if key not in best or reason.weight > best[key].weight:
            best[key] = reason
    return sorted(best.values(), key=_order)


def _order(reason: Reason) -> tuple[bool, float, str]:
    return is_built_in(reason.claim.citation.document), -reason.weight, reason.claim.id


def _agreement(bearings: Sequence[Bearing]) -> float:
    """Share of the weight that stands on the heavier side; 1 where nothing bears."""
    good = sum(bearing.weight for bearing in bearings if bearing.favours > 0)
    bad = sum(bearing.weight for bearing in bearings if bearing.favours <= 0)
    return max(good, bad) / (good + bad) if good + bad else 1.0


def _last_change(evidence: Evidence, chosen: ChosenDay) -> Change | None:
    return max((c for c in evidence.relation.changes if c.on <= chosen.on), key=lambda c: c.on, default=None)


def _explained(change: Change, evidence: Evidence) -> Change:
    """The change with its reasons: whose rule ended that day, and what is quoted from around it."""
    because = [evidence.turns[change.on]] if change.on in evidence.turns else []
    near = sorted(
        (claim for claim in evidence.claims.values() if _around(claim, change)),
        key=lambda claim: (-claim.reading_confidence, claim.id),
    )
    quotes = dict.fromkeys(claim.citation.quote for claim in near)
    return replace(change, because=(*because, *(quoted(quote) for quote in list(quotes)[:2])))


def _around(claim: Claim, change: Change) -> bool:
    days = [day for day in (claim.holds.start, claim.holds.end) if day is not None] if claim.dated else []
    if claim.published is not None:
        days.append(claim.published)
    return any(change.interval.covers(day) for day in days)


def _layers(evidence: Evidence) -> Mapping[Layer, LayerFinding]:
    found = {
        layer: LayerFinding(state=STATES[evidence.estimate.layers[layer]], note=_layer_note(evidence, layer))
        for layer in (Layer.CONDUCT, Layer.WORDS)
    }
    return {Layer.TREATY: _treaty(evidence), **found}


def _treaty(evidence: Evidence) -> LayerFinding:
    """Whether a treaty bound the two on the day: yes, ended, or unknown where no treaty is known."""
    plain = (Reality.HOLDS, Reality.HAPPENED, Reality.ENDED)
    pacts = sorted(
        (claim for claim in evidence.claims.values() if claim.type == PACT and claim.reality in plain),
        key=lambda claim: (str(claim.holds), claim.id),
    )
    on = evidence.estimate.on
    begun = [claim for claim in pacts if claim.holds.start is None or claim.holds.start <= on]
    if not begun:
        return LayerFinding(state="unknown", note="no treaty between them in the evidence")
    binding = [claim for claim in begun if claim.reality is not Reality.ENDED and _binds(claim, on)]
    claim = (binding or begun)[0]
    since = claim.holds.start if claim.dated and binding else None
    return LayerFinding(state="yes" if binding else "ended", since=since, note=quoted(claim.citation.quote))


def _binds(claim: Claim, on: date) -> bool:
    """Whether a treaty claim covers the day; one of a signing binds from then on, until it is said to have ended."""
    signing = claim.dated and claim.holds.days is not None and claim.holds.days <= LONGEST_SIGNING
    return claim.holds.covers(on) or signing


def _layer_note(evidence: Evidence, layer: Layer) -> str:
    """The weightiest quotation of a layer, of those that speak as the layer does if there are any."""
    treaty = {claim.id for claim in evidence.claims.values() if claim.type == PACT}
    leaning = LEANINGS.get(evidence.estimate.layers[layer])
    notes = [bearing for bearing in evidence.bearings if evidence.claims[bearing.claim].layer is layer]
    notes = [bearing for bearing in notes if bearing.claim not in treaty]
    fitting = [bearing for bearing in notes if (bearing.favours > 0) is leaning]
    return quoted(evidence.claims[(fitting or notes)[0].claim].citation.quote) if notes else ""


def quoted(words: str) -> str:
    return f"“{words}”"


def _remarks(question: Question, evidence: Evidence, chosen: ChosenDay) -> Iterable[str]:
    """What the actors' own dates imply, and what would help."""
    yield from evidence.remarks
    for actor in question.actors:
        yield from _about_leader(actor, chosen)
    for day, what in sorted(evidence.turns.items()):
        if day <= chosen.on and (chosen.on - day).days < 3 * 366:
            yield f"{capital(what)} on {spoken_day(day)}; what was said of the time before is not about its successor."
    if evidence.estimate.verdict is Verdict.UNKNOWN:
        yield from _what_would_help(evidence)


def _about_leader(actor: AskedActor, chosen: ChosenDay) -> Iterable[str]:
    if actor.person and actor.borne.end is not None:
        yield f"{actor.person} stands here for {actor.name}, and held office until {spoken_day(actor.borne.end)}."
        if chosen.on >= actor.borne.end:
            yield f"On {spoken_day(chosen.on)} {actor.person} was no longer in office."


def _what_would_help(evidence: Evidence) -> Iterable[str]:
    known = [estimate for estimate in evidence.relation.estimates if estimate.verdict is not Verdict.UNKNOWN]
    if known:
        last = max(known, key=lambda estimate: estimate.on)
        yield f"The last day that the evidence bears is in {month(last.on)}: {last.verdict.value.replace('_', ' ')}."
    elif evidence.claims:
        yield "There is some evidence on the two, but it is too thin or speaks of another time."
    else:
        yield "The evidence names no dealings between the two."
    yield "What would help: any dated document about the two." + (
        "" if evidence.facts_used else " Without --no-facts, the built-in facts are used as well."
    )
