"""From a question to an answer, over what a store holds and the built-in facts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from amity.answer.compose import compose_answer
from amity.answer.day import ChosenDay, choose_day, days_of_ends
from amity.answer.evidence import Evidence, Source
from amity.answer.wording import spoken_day
from amity.core.actors import ActorId
from amity.core.answers import Answer, AskedActor, Question
from amity.core.claims import Claim
from amity.core.dates import Period
from amity.core.documents import Document, DocumentId, Statement, StatementId, StatementKind, is_built_in
from amity.core.relations import Dyad, Relation, Verdict
from amity.flow.facts import fact_claims
from amity.flow.tools import Tools
from amity.relate.presence import Setting
from amity.split import fold_copies
from amity.store import Store

MOST_STEPS = 240  # estimates in one relation
LONGEST_YEARS = 60
ENOUGH = 0.3  # weight of direct evidence without which a day is not the one to answer for
MONTH = timedelta(days=30)
DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Asker:
    """Who answers: a store, the parts, and what the asker allows to be used; `today` is the only clock."""

    store: Store
    tools: Tools
    today: date
    known_by: date | None = None
    use_facts: bool = True

    @property
    def names(self) -> Mapping[ActorId, str]:
        return {id_: actor.name for id_, actor in self.tools.knowledge.gazetteer.actors.items()}


def answer_dyad(asker: Asker, question: Question) -> Answer:
    """The answer about the question's first two actors."""
    return compose_answer(question, *weigh(asker, question))


def weigh(asker: Asker, question: Question) -> tuple[Evidence, ChosenDay]:
    """The evidence on the question's first two actors, for the day that it is about."""
    one, other = question.actors[:2]
    claims = usable_claims(asker, Dyad.of(one.id, other.id))
    turns = sorted(turns_of(asker, (one.id, other.id)))
    chosen = choose_day(
        question.as_of,
        claims,
        question.actors[:2],
        turns,
        today=_last_day(asker, (one.id, other.id)),
        bears=bearing_days(asker, claims, turns),
        of_the_past=question.of_the_past,
    )
    absent = _absent(asker, (one.id, other.id), chosen.on)
    evidence = gather(asker, (one, other), () if absent else claims, chosen)
    return replace(evidence, remarks=absent), chosen


def _absent(asker: Asker, actors: Sequence[ActorId], on: date) -> tuple[str, ...]:
    """Who of the actors did not exist on a day, in sentences."""
    known = asker.tools.knowledge.gazetteer.actors
    return tuple(
        f"{known[id_].name} did not exist on {spoken_day(on)}: it is listed {_listed(known[id_].existed)}."
        for id_ in actors
        if id_ in known and not known[id_].existed.covers(on)
    )


def _listed(existed: Period) -> str:
    """ "from 26 December 1991", "from ... until ..."."""
    since = f"from {spoken_day(existed.start)}" if existed.start else ""
    until = f"until {spoken_day(existed.end)}" if existed.end else ""
    return " ".join(part for part in (since, until) if part)


def _last_day(asker: Asker, actors: Sequence[ActorId]) -> date:
    """Today, or the last day on which all the actors existed."""
    known = asker.tools.knowledge.gazetteer.actors
    ends = [known[id_].existed.last_day for id_ in actors if id_ in known]
    return min([asker.today, *(end for end in ends if end is not None)])


def usable_claims(asker: Asker, dyad: Dyad) -> tuple[Claim, ...]:
    """The dyad's claims that were published by `known_by`, copies of one statement tied to their witness, and facts."""
    told = asker.store.claims_about(dyad, known_by=asker.known_by)
    facts = fact_claims(asker.tools.knowledge, dyad, known_by=asker.known_by) if asker.use_facts else ()
    return (*_tie_copies(told), *facts)


def _tie_copies(claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """Mark what repeats, wholly or nearly, a statement of another document."""
    first_of: dict[StatementId, Claim] = {}
    for claim in sorted(claims, key=lambda c: (c.published or date.max, c.citation.document, c.citation.start)):
        first_of.setdefault(claim.citation.statement, claim)
    statements = [_statement(claim) for claim in first_of.values()]
    folded = {s.id: s.copy_of for s in fold_copies(statements) if s.copy_of is not None}
    return tuple(
        replace(claim, citation=replace(claim.citation, copy_of=folded[claim.citation.statement]))
        if claim.citation.statement in folded
        else claim
        for claim in claims
    )


def _statement(claim: Claim) -> Statement:
    cited = claim.citation
    return Statement(
        document=cited.document,
        start=cited.start,
        end=cited.end,
        text=cited.quote,
        kind=cited.statement_kind,
        copy_of=cited.copy_of,
    )


def turns_of(asker: Asker, actors: Sequence[ActorId]) -> dict[date, str]:
    """The days on which the rule of one of the actors ended, and how to say so."""
    known = asker.tools.knowledge.gazetteer.actors
    regimes = [regime for id_ in actors if id_ in known for regime in known[id_].regimes]
    shortest_last = sorted(regimes, key=lambda regime: -(regime.ruled.days or 10**6))  # the most exact name wins
    return {regime.ruled.end: f"{regime.name} ended" for regime in shortest_last if regime.ruled.end is not None}


def gather(asker: Asker, actors: Sequence[AskedActor], claims: Sequence[Claim], chosen: ChosenDay) -> Evidence:
    """Weigh the claims for the chosen day and over time."""
    dyad = Dyad.of(actors[0].id, actors[1].id)
    turns = turns_of(asker, (dyad.a, dyad.b))
    setting = Setting(turns=tuple(sorted(turns)))
    model = asker.tools.model
    relation = model.relation(dyad, claims, days=days_to_estimate(claims, chosen.on, setting.turns), setting=setting)
    last = max((change.on for change in relation.changes if change.on <= chosen.on), default=None)
    return Evidence(
        claims={claim.id: claim for claim in claims},
        estimate=model.estimate(claims, on=chosen.on, setting=setting),
        relation=relation,
        bearings=model.bearings(claims, on=chosen.on, setting=setting),
        earlier=model.bearings(claims, on=last - DAY, setting=setting) if last else (),
        turns=turns,
        sources=_sources(asker, claims),
        copies=asker.store.copies([claim.citation.copy_of or claim.citation.statement for claim in claims]),
        names=asker.names,
        not_counted=not_counted(asker),
        facts_used=asker.use_facts,
    )


def bearing_days(asker: Asker, claims: Sequence[Claim], turns: Sequence[date]) -> Callable[[date], bool]:
    """Whether the claims say enough of that very day for a verdict, or that something ended on it."""
    setting, ends = Setting(turns=tuple(turns)), days_of_ends(claims)

    def bears(day: date) -> bool:
        if day in ends:
            return True
        estimate = asker.tools.model.estimate(claims, on=day, setting=setting)
        return estimate.verdict is not Verdict.UNKNOWN and estimate.direct >= ENOUGH

    return bears


def relation_between(asker: Asker, dyad: Dyad, start: date | None, end: date | None) -> Relation:
    """The relation over time, from `start` to `end` (included); without them, as far as the evidence reaches."""
    claims = usable_claims(asker, dyad)
    setting = Setting(turns=tuple(sorted(turns_of(asker, (dyad.a, dyad.b)))))
    bears = bearing_days(asker, claims, setting.turns)
    latest = choose_day(end, claims, (), setting.turns, today=asker.today, bears=bears).on
    days = [day for day in days_to_estimate(claims, latest, setting.turns, start) if start is None or day >= start]
    return asker.tools.model.relation(dyad, claims, days=days, setting=setting)


def days_to_estimate(
    claims: Sequence[Claim], last: date, turns: Sequence[date], first: date | None = None
) -> list[date]:
    """The days of a relation: even steps from the first evidence to the last day, and both sides of every turn."""
    if first is None:
        told = [claim.holds if claim.dated else claim.written for claim in claims]
        starts = [period.start for period in told if period.start is not None]
        first = min([day for day in starts if day <= last], default=_years_before(last, 2))
        first = max(first, _years_before(last, LONGEST_YEARS))
    step = max(MONTH, (last - first) / MOST_STEPS) if last > first else MONTH
    days = {last}
    day = first
    while day < last:
        days.add(day)
        day += step
    for turn in turns:
        if first < turn <= last:
            days |= {turn - DAY, turn}
    return sorted(days)


def _years_before(day: date, years: int) -> date:
    return date(max(day.year - years, 1), day.month, min(day.day, 28))


def _sources(asker: Asker, claims: Sequence[Claim]) -> dict[DocumentId, Source]:
    wanted = sorted({claim.citation.document for claim in claims if not is_built_in(claim.citation.document)})
    found = {
        document.id: Source(name=document.name, title=document.title) for document in asker.store.documents(wanted)
    }
    facts = [claim.citation for claim in claims if is_built_in(claim.citation.document)]
    return found | {cited.document: Source(name="built-in facts", title=cited.publisher) for cited in facts}


def not_counted(asker: Asker) -> dict[str, int]:
    """What stands in the documents and is no evidence of its own: copies, furniture, words without their ends."""
    if asker.known_by is None:
        counts = asker.store.counts()
        return _left_out(counts.copies, counts.statements)
    known = [document.id for document in asker.store.documents() if _known(document, asker.known_by)]
    statements = list(asker.store.statements(known)) if known else []
    copies = sum(statement.copy_of is not None for statement in statements)
    return _left_out(copies, Counter(statement.kind for statement in statements))


def _known(document: Document, by: date) -> bool:
    return document.published is not None and document.published <= by


def _left_out(copies: int, kinds: Mapping[StatementKind, int]) -> dict[str, int]:
    return {
        "copies": copies,
        "boilerplate": kinds.get(StatementKind.BOILERPLATE, 0),
        "cut_off": kinds.get(StatementKind.CUT_OFF, 0),
    }
