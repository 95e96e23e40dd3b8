"""Chances in the words of ICD 203, and confidence, which is another thing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from amity.core.claims import Claim
from amity.core.documents import is_built_in

# Upper bounds of each band, by Intelligence Community Directive 203 (2015), annex on expressing likelihood.
WORDS = (
    (0.05, "almost no chance"),
    (0.20, "very unlikely"),
    (0.45, "unlikely"),
    (0.55, "roughly even chance"),
    (0.80, "likely"),
    (0.95, "very likely"),
    (1.01, "almost certain"),
)
HIGH, MODERATE = 4, 2  # independent publishers
FEW_WITNESSES, MANY_WITNESSES = 3, 8
AGREEING, TORN = 0.8, 0.6


def likelihood_words(chance: float) -> str:
    """The ICD 203 word for a chance of 0 to 1."""
    return next(word for bound, word in WORDS if chance < bound)


@dataclass(frozen=True, slots=True)
class Confidence:
    """How much independent evidence there is and whether it agrees: low, moderate or high, and why."""

    level: str
    reason: str


def confidence_of(claims: Sequence[Claim], agreement: float) -> Confidence:
    """Confidence from the claims that bear on the answer; `agreement` is the share of weight on the winning side."""
    facts = {claim.citation.document for claim in claims if is_built_in(claim.citation.document)}
    read = [claim for claim in claims if not is_built_in(claim.citation.document)]
    publishers = {claim.citation.publisher for claim in read if claim.citation.publisher}
    unsigned = {claim.citation.document for claim in read if not claim.citation.publisher}
    witnesses = len({claim.citation.copy_of or claim.citation.statement for claim in claims})
    sources = len(publishers) + len(unsigned) + len(facts)
    origin = _origin(len(publishers), len(unsigned), len(facts))
    reason = f"{_count(witnesses, 'independent statement')} from {origin}"
    if agreement < TORN:
        return Confidence("low", f"{reason}, which disagree")
    if len(publishers) >= HIGH and witnesses >= MANY_WITNESSES and agreement >= AGREEING:
        return Confidence("high", f"{reason}, which agree")
    if (sources >= MODERATE or witnesses >= MANY_WITNESSES) and witnesses >= FEW_WITNESSES:
        return Confidence("moderate", f"{reason}, which {'agree' if agreement >= AGREEING else 'mostly agree'}")
    return Confidence("low", reason)


def _origin(publishers: int, unsigned: int, facts: int) -> str:
    """ "2 publishers, 1 document without a publisher and 3 built-in facts"."""
    named = [
        _count(number, noun)
        for number, noun in ((publishers, "publisher"), (unsigned, "unsigned document"), (facts, "built-in fact"))
        if number
    ]
    return " and ".join([", ".join(named[:-1]), named[-1]] if len(named) > 1 else named) or "nowhere"


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
