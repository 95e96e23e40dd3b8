"""Answers to "since when" and "until when"."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from amity.answer.evidence import Evidence
from amity.answer.wording import GOOD, STANDS, capital, spoken_day, spoken_name
from amity.core.answers import Answer, Asked, Question
from amity.core.claims import Claim, Polarity, Reality
from amity.core.relations import Estimate, Verdict

GOOD_TYPES = {
    Asked.ALLIES: frozenset({"ALLIED", "PACT", "BACKS"}),
    Asked.PARTNERS: frozenset({"ALLIED", "PACT", "BACKS", "PARTNERED"}),
    Asked.BACKING: frozenset({"BACKS", "AID", "ALLIED"}),
    Asked.ENEMIES: frozenset({"HOSTILE", "AT_WAR"}),
    Asked.RIVALS: frozenset({"RIVAL", "HOSTILE"}),
    Asked.WAR: frozenset({"AT_WAR", "ASSAULT"}),
}

WEIGHTY = 5.0  # a claim of a fifth of the heaviest one's weight may still tell the beginning


def compose_timing(question: Question, answer: Answer, evidence: Evidence) -> Answer:
    """The same answer with the day on which the relation asked about began, or ended."""
    asked = question.asked if question.asked in GOOD else Asked.ALLIES
    day = _began(asked, evidence) if question.began else _ended(asked, evidence)
    one, other = (actor.person or spoken_name(actor.name) for actor in question.actors[:2])
    what = STANDS[_plainest(asked)]
    if day is None:
        verb = "became" if question.began else "ceased to be"
        return replace(
            answer, answer="unknown", sentence=f"The evidence does not say when {one} and {other} {verb} {what}."
        )
    since = f"{capital(one)} and {other} have been {what} since {spoken_day(day)}, as far as the evidence reaches."
    until = f"{capital(one)} and {other} were {what} until {spoken_day(day)}, as far as the evidence reaches."
    return replace(answer, answer=day.isoformat(), sentence=since if question.began else until)


def _plainest(asked: Asked) -> Verdict:
    return {
        Asked.PARTNERS: Verdict.PARTNERS,
        Asked.ENEMIES: Verdict.ADVERSARIES,
        Asked.RIVALS: Verdict.RIVALS,
        Asked.WAR: Verdict.AT_WAR,
    }.get(asked, Verdict.ALLIES)


def _began(asked: Asked, evidence: Evidence) -> date | None:
    """The earliest start that a weighty claim itself gives ("allies since 1979"); else that of the estimates."""
    told = {
        evidence.claims[bearing.claim].holds.start: bearing.weight
        for bearing in sorted((*evidence.earlier, *evidence.bearings), key=lambda bearing: bearing.weight)
        if evidence.claims[bearing.claim].type in GOOD_TYPES[asked] and _tells_start(evidence.claims[bearing.claim])
    }
    weighty = [day for day, weight in told.items() if day is not None and weight * WEIGHTY >= max(told.values())]
    return min(weighty, default=_first_good(asked, evidence.relation.estimates))


def _tells_start(claim: Claim) -> bool:
    lasting = claim.holds.days is None or claim.holds.days > 366
    plain = claim.polarity is Polarity.AFFIRMED and claim.reality in (Reality.HOLDS, Reality.HAPPENED)
    return claim.dated and claim.holds.start is not None and lasting and plain


def _first_good(asked: Asked, estimates: Iterable[Estimate]) -> date | None:
    """The first day of the latest stretch in which the relation stood so."""
    first = None
    standing = False
    for estimate in estimates:
        good = estimate.verdict in GOOD[asked]
        if good and not standing:
            first = estimate.on
        standing = good or (standing and estimate.verdict is Verdict.UNKNOWN)
    return first


def _ended(asked: Asked, evidence: Evidence) -> date | None:
    """The last turn from the relation asked about to another."""
    ends = [c.on for c in evidence.relation.changes if c.before in GOOD[asked] and c.after not in GOOD[asked]]
    return max(ends, default=None)
