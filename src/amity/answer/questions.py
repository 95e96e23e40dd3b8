"""What a question asks: of whom, of what relation, of which day."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta

from amity.core.actors import ActorId, Mention
from amity.core.answers import Asked, AskedActor, Question, QuestionKind
from amity.core.dates import ALWAYS, Period
from amity.core.errors import QuestionError
from amity.knowledge.question_words import QuestionWords

EXAMPLES = (
    '"Are Russia and Syria allies?", "Is Iran at war with Israel?", "Who backs Hezbollah?", '
    '"Since when are Iran and Syria allies?", "Whose side is Turkey on in Syria?"'
)
NAME_LIKE = re.compile(r"\b[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)*")
HALF_YEAR = timedelta(days=183)


def understand_question(
    text: str,
    mentions: Sequence[Mention],
    names: Mapping[ActorId, str],
    *,
    asked_period: Period | None,
    as_of: date | None,
    known_by: date | None,
    hints: Callable[[str], Sequence[str]],
    words: QuestionWords,
    dates_at: Sequence[tuple[int, int]] = (),
) -> Question:
    """Understand a question, or raise QuestionError with what was understood and examples.

    `asked_period` is the time that the question itself names (its middle is the
    day asked about, unless `as_of` is given); `hints` gives near names for words
    that look like names and are none; `dates_at` are the spans of time words.
    """
    if not text.strip():
        raise QuestionError(f"The question is empty. Ask, for example: {EXAMPLES}.")
    kind = _kind(text, words)
    actors = _asked_actors(mentions, names)
    _refuse_strangers(text, mentions, hints, words, dates_at)
    _refuse_too_few(text, kind, mentions, actors)
    return Question(
        text=text,
        kind=kind,
        asked=_asked(text, mentions, words),
        actors=actors,
        as_of=as_of or (_middle(asked_period) if asked_period else None),
        known_by=known_by,
        began=not words.ending.search(text),
        negated=bool(words.negated.search(text)),
        of_the_past=bool(words.past.search(text)),
    )


def _kind(text: str, words: QuestionWords) -> QuestionKind:
    found = (name for name, pattern in words.kinds.items() if pattern.search(text))
    return QuestionKind(next(found, QuestionKind.DYAD.value))


def _asked(text: str, mentions: Sequence[Mention], words: QuestionWords) -> Asked:
    """The relation asked about; names are blotted out first, so that "Arms" in a name asks nothing."""
    plain = text
    for mention in sorted(mentions, key=lambda m: -m.start):
        plain = plain[: mention.start] + " " + plain[mention.end :]
    found = (name for name, pattern in words.asked.items() if pattern.search(plain))
    return Asked(next(found, Asked.STANCE.value))


def _asked_actors(mentions: Sequence[Mention], names: Mapping[ActorId, str]) -> tuple[AskedActor, ...]:
    found: dict[ActorId, AskedActor] = {}
    for mention in mentions:
        actor = AskedActor(
            id=mention.actor,
            name=names.get(mention.actor, mention.text),
            person=mention.person,
            borne=mention.borne if mention.person else ALWAYS,
        )
        if mention.actor not in found or (mention.person and not found[mention.actor].person):
            found[mention.actor] = actor
    return tuple(found.values())


def _refuse_strangers(
    text: str,
    mentions: Sequence[Mention],
    hints: Callable[[str], Sequence[str]],
    words: QuestionWords,
    dates_at: Sequence[tuple[int, int]],
) -> None:
    taken = [(mention.start, mention.end) for mention in mentions] + list(dates_at)
    for found in NAME_LIKE.finditer(text):
        named = [word for word in found.group().split() if word.lower() not in words.plain]
        inside = any(start < found.end() and found.start() < end for start, end in taken)
        if not named or inside:
            continue
        stranger = " ".join(named)
        near = list(hints(stranger))
        known = f"Understood: {', '.join(m.text for m in mentions) or 'no actor'}."
        maybe = f" Did you mean {' or '.join(near)}?" if near else ""
        raise QuestionError(
            f"No actor called '{stranger}' is known. {known}{maybe} "
            f"Expected states, groups or organisations of world politics; ask, for example: {EXAMPLES}."
        )


def _refuse_too_few(text: str, kind: QuestionKind, mentions: Sequence[Mention], actors: Sequence[AskedActor]) -> None:
    wanted = 1 if kind in (QuestionKind.LIST, QuestionKind.SIDE) else 2
    if len(actors) >= wanted:
        return
    if len(actors) == 1 and len(mentions) > 1:
        both = " and ".join(f"'{mention.text}'" for mention in mentions[:2])
        raise QuestionError(f"{both} both mean {actors[0].name}; a relation has two sides. Name another actor.")
    understood = actors[0].name if actors else "no actor"
    raise QuestionError(
        f"The question names {understood}; expected {'one actor' if wanted == 1 else 'two actors'}: '{text.strip()}'. "
        f"Ask, for example: {EXAMPLES}."
    )


def _middle(period: Period) -> date:
    """One day that stands for a period: its middle; the nearer end where a side is open."""
    if period.start is not None and period.end is not None:
        return period.start + (period.end - period.start) / 2
    if period.start is not None:
        return period.start + HALF_YEAR
    return (period.end or date.max) - timedelta(days=1)
