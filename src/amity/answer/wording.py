"""Verdicts in sentences."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date

from amity.answer.likelihood import likelihood_words
from amity.core.answers import Asked, Question
from amity.core.claims import Layer
from amity.core.relations import Change, Estimate, Verdict

STANDS: Mapping[Verdict, str] = {
    Verdict.ALLIES: "allies",
    Verdict.PARTNERS: "partners, without being allies",
    Verdict.MIXED: "at once partners and opponents",
    Verdict.NONE: "without a relation worth naming",
    Verdict.RIVALS: "rivals",
    Verdict.ADVERSARIES: "adversaries",
    Verdict.AT_WAR: "at war",
}
STATES: Mapping[Verdict, str] = {
    Verdict.ALLIES: "allied",
    Verdict.PARTNERS: "cooperative",
    Verdict.MIXED: "mixed",
    Verdict.NONE: "none",
    Verdict.RIVALS: "strained",
    Verdict.ADVERSARIES: "hostile",
    Verdict.AT_WAR: "at war",
    Verdict.UNKNOWN: "unknown",
}
GOOD: Mapping[Asked, frozenset[Verdict]] = {
    Asked.ALLIES: frozenset({Verdict.ALLIES}),
    Asked.PARTNERS: frozenset({Verdict.ALLIES, Verdict.PARTNERS}),
    Asked.BACKING: frozenset({Verdict.ALLIES, Verdict.PARTNERS}),
    Asked.ENEMIES: frozenset({Verdict.ADVERSARIES, Verdict.AT_WAR}),
    Asked.RIVALS: frozenset({Verdict.RIVALS, Verdict.ADVERSARIES}),
    Asked.WAR: frozenset({Verdict.AT_WAR}),
}
# Names that English gives an article: by how they begin, or by the common noun they end in.
WITH_ARTICLE = re.compile(
    r"^(United (States|Kingdom|Arab|Nations)|European|Soviet|Ottoman|Arab |African|Netherlands|Philippines|Maldives|"
    r"Bahamas|Gambia|Vatican|Islamic State|Central African|Democratic|Dominican|Republic of|Kingdom of|Commonwealth|"
    r"Organi[sz]ation|Houthis|Taliban|Contras|Khmer Rouge|Popular|National|International)"
    r"|(Union|League|Republic|Forces|Front|Army|Movement|Empire|Group|Council|Party|Coalition|Pact|Islands|State|Brigade|"
    r"opposition|rebels|insurgents|mujahideen|militias?|exiles|states|countries|powers|Powers|Network|coalition)$"
)
EVEN = 0.45
FRIENDLY = frozenset({Asked.ALLIES, Asked.PARTNERS, Asked.BACKING, Asked.STANCE})


def answer_word(question: Question, verdict: Verdict) -> str:
    """Yes, no, mixed or unknown, to the question as asked; the verdict itself where the question is open."""
    if verdict is Verdict.UNKNOWN:
        return "unknown"
    if question.asked is Asked.STANCE:
        return verdict.value
    if verdict is Verdict.MIXED:
        return "mixed"
    yes = verdict in GOOD[question.asked]
    return "yes" if yes != question.negated else "no"


def month(day: date) -> str:
    return f"{day:%B} {day.year}"


def spoken_day(day: date) -> str:
    return f"{day.day} {day:%B} {day.year}"


def verdict_sentence(question: Question, estimate: Estimate, change: Change | None, *, today_like: bool) -> str:
    """The verdict in one sentence, with its likelihood; "Not any more" where the relation asked about has ended."""
    one, other = (actor.person or spoken_name(actor.name) for actor in question.actors[:2])
    if estimate.verdict is Verdict.UNKNOWN:
        return f"The evidence does not say how {one} and {other} stood on {spoken_day(estimate.on)}."
    how = _how_likely(estimate.chances[estimate.verdict])
    stands = STANDS[estimate.verdict]
    good = GOOD.get(question.asked, frozenset())
    if change is not None and change.before in good and estimate.verdict not in good:
        were = STANDS[change.before]
        until = month(change.on)
        return (
            f"Not any more. {capital(one)} and {other} were {were} until {until}; since then they are {stands}: {how}."
        )
    opening = {"yes": "Yes. ", "no": "No. "}.get(answer_word(question, estimate.verdict), "")
    verb = "are" if today_like else "were"
    return f"{opening}{capital(one)} and {other} {verb} {stands}: {how}."


def spoken_name(name: str) -> str:
    """A name as it stands inside a sentence: "the United States", "Russia"."""
    return f"the {name}" if WITH_ARTICLE.search(name) else name


def capital(sentence: str) -> str:
    return sentence[:1].upper() + sentence[1:]


def _how_likely(chance: float) -> str:
    """ "very likely (86 %)"; below even odds it is said that no other verdict is likelier."""
    said = f"{likelihood_words(chance)} ({100 * chance:.0f} %)"
    return said if chance >= EVEN else f"{said}, though no other verdict is likelier"


LAYER_NAMES: Mapping[Layer, str] = {Layer.TREATY: "treaty", Layer.CONDUCT: "conduct", Layer.WORDS: "words"}
