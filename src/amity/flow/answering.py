"""From a question about one actor to a list of others."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from amity.answer.compose import compose_answer
from amity.answer.day import choose_day
from amity.answer.evidence import Evidence
from amity.answer.lists import NOBODY, compose_list, wanted_verdicts
from amity.answer.timing import compose_timing
from amity.core.actors import ActorId
from amity.core.answers import Answer, AskedActor, Question, QuestionKind
from amity.core.claims import Claim
from amity.core.relations import Dyad
from amity.flow.asking import Asker, answer_dyad, gather, turns_of, usable_claims, weigh
from amity.flow.facts import facts_of
from amity.relate.presence import Setting

MOST_OTHERS = 150  # the actors with the most claims; the rest have too few to say anything


def answer(asker: Asker, question: Question) -> Answer:
    """The answer to a question of any kind."""
    if question.kind is QuestionKind.LIST and len(question.actors) == 1:
        return _answer_list(asker, question, _others(asker, question.actors[0].id))
    if question.kind is QuestionKind.SIDE:
        return _answer_list(asker, question, _parties_in(asker, question))
    if question.kind is QuestionKind.WHEN:
        evidence, chosen = weigh(asker, question)
        return compose_timing(question, compose_answer(question, evidence, chosen), evidence)
    return answer_dyad(asker, question)


def _answer_list(asker: Asker, question: Question, others: Iterable[ActorId]) -> Answer:
    subject = question.actors[0]
    known = asker.tools.knowledge.gazetteer.actors
    claims_by = {other: usable_claims(asker, Dyad.of(subject.id, other)) for other in others if other in known}
    everything = [claim for claims in claims_by.values() for claim in claims]
    turns = sorted(turns_of(asker, (subject.id,)))
    chosen = choose_day(
        question.as_of,
        everything,
        (subject,),
        turns,
        today=asker.today,
        bears=lambda day: _somebody(asker, question, claims_by, day),
    )
    found: list[tuple[AskedActor, Evidence]] = []
    for other, claims in claims_by.items():
        named = AskedActor(id=other, name=known[other].name)
        if claims and known[other].existed.covers(chosen.on):
            found.append((named, gather(asker, (subject, named), claims, chosen)))
    return compose_list(question, found, chosen, gather(asker, (subject, NOBODY), (), chosen))


def _somebody(asker: Asker, question: Question, claims_by: Mapping[ActorId, Sequence[Claim]], day: date) -> bool:
    """Whether anybody stood so with the question's subject on a day."""
    subject, wanted = question.actors[0].id, wanted_verdicts(question)
    model = asker.tools.model
    for other, claims in claims_by.items():
        setting = Setting(turns=tuple(sorted(turns_of(asker, (subject, other)))))
        if claims and model.estimate(claims, on=day, setting=setting).verdict in wanted:
            return True
    return False


def _others(asker: Asker, actor: ActorId) -> list[ActorId]:
    """Who has claims with an actor, the most spoken of first."""
    counts: dict[ActorId, int] = defaultdict(int)
    for claim in _all_claims(asker, actor):
        counts[claim.recipient if claim.actor == actor else claim.actor] += 1
    return sorted(counts, key=lambda other: (-counts[other], other))[:MOST_OTHERS]


def _all_claims(asker: Asker, actor: ActorId) -> Iterable[Claim]:
    yield from asker.store.claims_of(actor, known_by=asker.known_by)
    if asker.use_facts:
        yield from facts_of(asker.tools.knowledge, actor, known_by=asker.known_by)


def _parties_in(asker: Asker, question: Question) -> list[ActorId]:
    """The parties to the conflicts of the place asked about: its state and the groups known to fight there."""
    subject, *places = question.actors
    if not places:
        return _others(asker, subject.id)
    place = places[0].id
    nominals = asker.tools.knowledge.gazetteer.nominals
    groups = {nominal.actor for nominal in nominals if nominal.about == place and nominal.actor is not None}
    return [place, *sorted(groups - {place, subject.id})]
