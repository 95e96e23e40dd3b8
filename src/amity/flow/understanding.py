"""From the words of a question to what it asks."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from amity.answer.questions import understand_question
from amity.core.actors import ActorId, Unresolved
from amity.core.answers import Question
from amity.core.dates import ALWAYS, on_day
from amity.core.errors import QuestionError
from amity.flow.asking import Asker
from amity.ground.find import find_times

SIDES = 2  # of a relation


def understand(asker: Asker, text: str, as_of: date | None) -> Question:
    """The question understood; "the rebels" are those of the state that the store is most about."""
    tools = asker.tools
    times = find_times(text, published=None, periods=tools.knowledge.periods, words=tools.knowledge.date_words)
    placed = [time.reach for time in times if time.reach is not None]
    plain = tools.knowledge.question_words.plain
    on = on_day(as_of) if as_of else (placed[0] if placed else ALWAYS)
    about = _main_state(asker)
    found = tools.resolver.mentions(text, on=on, about=about)
    if len({mention.actor for mention in found.mentions}) < SIDES:  # typed without capitals, perhaps
        found = tools.resolver.mentions(text, on=on, about=about, any_case=True)
    mentions = [
        mention for mention in found.mentions if mention.text not in plain
    ]  # "allies" are no Allied Powers here
    _refuse_the_future(as_of, asker.today)
    _refuse_the_ambiguous(asker, found.unresolved)
    return understand_question(
        text,
        mentions,
        asker.names,
        asked_period=placed[0] if placed else None,
        as_of=as_of,
        known_by=asker.known_by,
        hints=lambda name: _near_names(asker, name),
        words=tools.knowledge.question_words,
        dates_at=[(time.start, time.end) for time in times],
    )


def _refuse_the_ambiguous(asker: Asker, unresolved: Sequence[Unresolved]) -> None:
    """Where a name of the question may be any of several actors, say which."""
    for name in unresolved:
        rivals = [f"{asker.names.get(rival, rival)} ({rival})" for rival in name.rivals]
        if len(rivals) > 1:
            given = f"'{name.text}' may be any of: {', '.join(rivals)}"
            raise QuestionError(f"{given}. Name one of these, or the day asked about with --as-of.")


def _near_names(asker: Asker, name: str) -> list[str]:
    found = asker.tools.resolver.named(name)
    return (
        [asker.names[rival] for rival in found.rivals if rival in asker.names] if isinstance(found, Unresolved) else []
    )


def _refuse_the_future(as_of: date | None, today: date) -> None:
    if as_of is not None and as_of > today:
        raise QuestionError(
            f"The day asked about, {as_of}, is still to come: today is {today}. Ask about a day up to today."
        )


def _main_state(asker: Asker) -> ActorId | None:
    """The state whose rebels, opposition or the like the store has most claims about; for "the rebels" in questions."""
    about = {nominal.actor: nominal.about for nominal in asker.tools.knowledge.gazetteer.nominals if nominal.about}
    counts: dict[ActorId, int] = {}
    for dyad, count in asker.store.dyads().items():
        for actor in (dyad.a, dyad.b):
            state = about.get(actor)
            if state is not None and state != actor:
                counts[state] = counts.get(state, 0) + count
    return max(sorted(counts), key=lambda state: counts[state], default=None)
