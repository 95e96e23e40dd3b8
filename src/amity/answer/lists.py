"""Answers that are a list: who stands so with one actor, or on whose side one is in a place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from amity.answer.compose import compose_answer
from amity.answer.day import ChosenDay
from amity.answer.evidence import Evidence
from amity.answer.wording import FRIENDLY, GOOD, spoken_day, spoken_name
from amity.core.actors import ActorId
from amity.core.answers import Answer, Asked, AskedActor, Listed, Question, QuestionKind
from amity.core.relations import Verdict

LIKELY = 0.5
REASONS_SHOWN = 3
WORDS = {
    Asked.ALLIES: "allies",
    Asked.PARTNERS: "allies and partners",
    Asked.BACKING: "backers and backed",
    Asked.ENEMIES: "enemies",
    Asked.RIVALS: "rivals and adversaries",
    Asked.WAR: "opponents in war",
    Asked.STANCE: "relations",
}
NOBODY = AskedActor(id=ActorId(""), name="anybody")
FRIENDS = frozenset({Verdict.ALLIES, Verdict.PARTNERS})


def compose_list(
    question: Question, found: Sequence[tuple[AskedActor, Evidence]], chosen: ChosenDay, nothing: Evidence
) -> Answer:
    """One line for each other actor of whom the answer is likelier than not, the likeliest first.

    `found` has each other actor with the evidence on the two; `nothing` is the
    evidence of an empty dyad, for the answer where no actor is left.
    """
    wanted = wanted_verdicts(question)
    listed = []
    for other, evidence in found:
        chance = sum(evidence.estimate.chances[verdict] for verdict in wanted)
        if evidence.estimate.verdict in wanted and chance >= LIKELY:
            listed.append((chance, other, evidence))
    listed.sort(key=lambda item: (-item[0], -item[2].estimate.witnesses, item[1].id))
    best, other = (listed[0][2], listed[0][1]) if listed else (nothing, NOBODY)
    answer = compose_answer(_about(question, other), best, chosen)
    lines = tuple(_line(question, other, evidence, chosen, chance) for chance, other, evidence in listed)
    return _as_list(question, answer, lines, chosen)


def _about(question: Question, other: AskedActor) -> Question:
    """The same question about the subject and one other actor."""
    return replace(question, actors=(question.actors[0], other))


def wanted_verdicts(question: Question) -> frozenset[Verdict]:
    """The verdicts that put an actor on the list."""
    if question.kind is QuestionKind.SIDE:
        return FRIENDS
    return GOOD.get(question.asked, frozenset(Verdict) - {Verdict.UNKNOWN, Verdict.NONE})


def _line(question: Question, other: AskedActor, evidence: Evidence, chosen: ChosenDay, chance: float) -> Listed:
    answer = compose_answer(_about(question, other), evidence, chosen)
    reasons = (
        answer.reasons_for
        if question.asked in FRIENDLY or question.kind is QuestionKind.SIDE
        else (
            *answer.reasons_for,
            *answer.reasons_against,
        )
    )
    return Listed(
        actor=other.id,
        name=other.name,
        verdict=evidence.estimate.verdict,
        chance=chance,
        reasons=tuple(reasons[:REASONS_SHOWN]),
    )


def _as_list(question: Question, answer: Answer, lines: tuple[Listed, ...], chosen: ChosenDay) -> Answer:
    name = question.actors[0].person or spoken_name(question.actors[0].name)
    if question.kind is QuestionKind.SIDE:
        place = spoken_name(question.actors[1].name) if len(question.actors) > 1 else "this"
        what = f"On the side of {name} in {place}"
    else:
        what = f"{WORDS[question.asked].capitalize()} of {name}"
    names = ", ".join(spoken_name(line.name) for line in lines)
    on = spoken_day(chosen.on)
    sentence = f"{what}, as of {on}: {names}." if lines else f"{what}: the evidence names nobody, as of {on}."
    return replace(
        answer,
        question=question,
        answer="list" if lines else "unknown",
        sentence=sentence,
        listed=lines,
        relation=None,
        changes=(),
    )
