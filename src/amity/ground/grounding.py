"""Ground a draft claim in time."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from amity.core.actors import Mention
from amity.core.claims import Citation, Claim, DraftClaim, Layer, Reality, Tense, claim_id
from amity.core.dates import ALWAYS, Period, Precision
from amity.core.documents import Document, Statement
from amity.core.dropped import Dropped, DropReason
from amity.ground.choice import choose_time
from amity.ground.times import Role, TimeExpression

NEWS_DAYS = timedelta(days=7)
HISTORY_DAYS = timedelta(days=60)
AHEAD_OF_NOW = frozenset({Reality.PLANNED, Reality.HYPOTHETICAL, Reality.CALLED_FOR})


def ground(
    draft: DraftClaim,
    *,
    statement: Statement,
    document: Document,
    times: Sequence[TimeExpression],
    written: Period,
    layer: Layer,
) -> Claim | Dropped:
    """Turn a draft's time in words into the period in which it held.

    `times` are those of the statement's text, `written` is `infer_writing`'s bounds.
    `dated` says that the words themselves gave the time. Otherwise:

    - a standing in the present holds when the words were written, one in the perfect
      or past at some time up to then;
    - an event told as news, in the past and without a time, took place in the week
      before the words were written, when that day is known; not so in a statement
      that also tells of times long past, whose events are undated;
    - what is planned, supposed or called for lies from the writing on;
    - what has ended held before the time that is given.

    All is cut to the time in which both actors bore the names used. Where nothing
    is left of it the draft is dropped.
    """
    time = choose_time(draft, times, written)
    holds = _holds(draft, time, times, written)
    borne = _borne(draft)
    held = holds.meet(borne) if holds is not None and borne is not None else None
    if held is None:
        return _dropped(draft, statement, time, written)
    citation = _cite(statement, document)
    actor = _place(draft.actor_mention, statement)
    recipient = _place(draft.recipient_mention, statement)
    return Claim(
        id=claim_id(citation, draft.actor, draft.recipient, draft.type, (*actor, *recipient), draft.extractor),
        actor=draft.actor,
        recipient=draft.recipient,
        type=draft.type,
        layer=layer,
        polarity=draft.polarity,
        reality=draft.reality,
        attributed_to=draft.attributed_to,
        holds=held,
        dated=time is not None,
        written=_written(draft, written, borne),
        published=document.published,
        citation=citation,
        actor_mention=actor,
        recipient_mention=recipient,
        actor_person=draft.actor_mention.person,
        recipient_person=draft.recipient_mention.person,
        reading_confidence=draft.reading_confidence,
        extractor=draft.extractor,
    )


def _cite(statement: Statement, document: Document) -> Citation:
    return Citation(
        document=document.id,
        start=statement.start,
        end=statement.end,
        quote=statement.text,
        statement=statement.id,
        statement_kind=statement.kind,
        publisher=document.publisher,
        copy_of=statement.copy_of,
    )


def _place(mention: Mention, statement: Statement) -> tuple[int, int]:
    """Where a mention stands in the document."""
    return statement.start + mention.start, statement.start + mention.end


def _borne(draft: DraftClaim) -> Period | None:
    """When both actors bore the names that are used; None where never at once."""
    return draft.actor_mention.borne.meet(draft.recipient_mention.borne)


def _written(draft: DraftClaim, written: Period, borne: Period | None) -> Period:
    """Who speaks in the present of a leader as such writes within his term."""
    if draft.tense is Tense.PRESENT and draft.reality is Reality.HOLDS and borne is not None:
        return written.meet(borne) or written
    return written


def _holds(
    draft: DraftClaim, time: TimeExpression | None, times: Sequence[TimeExpression], written: Period
) -> Period | None:
    if draft.reality is Reality.ENDED:
        return _before_the_end(time, written)
    if draft.reality in AHEAD_OF_NOW or draft.tense is Tense.FUTURE:
        return _from_then_on(draft, time, written)
    so_far = Period(None, written.end)
    if time is not None and time.reach is not None:
        return time.reach.meet(so_far)
    if draft.reality is Reality.HAPPENED:
        return _as_news(times, written) if draft.tense is not Tense.PERFECT else so_far
    return written if draft.tense is Tense.PRESENT else so_far


def _before_the_end(time: TimeExpression | None, written: Period) -> Period | None:
    """A relation that is no more held before the time given for its end; of a span, within it."""
    if time is None or time.period is None:
        return Period(None, written.end)
    if time.role is Role.SPAN:
        return time.period
    if time.role is Role.UNTIL:
        return Period(None, time.period.end)
    return Period(None, time.period.start or time.period.end)


def _from_then_on(draft: DraftClaim, time: TimeExpression | None, written: Period) -> Period | None:
    """What lay ahead: within the time given if that was still to come, else from then on."""
    from_now = Period(written.start, None)
    if time is None or time.period is None:
        return from_now
    if draft.tense in (Tense.PAST, Tense.PERFECT):
        return Period(time.period.start, None)
    return (time.reach or time.period).meet(from_now) or from_now


def _as_news(times: Sequence[TimeExpression], written: Period) -> Period:
    """When an event took place that is told without a time: the week before, if it is news."""
    known = written.bounded and written.precision in (Precision.DAY, Precision.MONTH)
    if not known or written.start is None or any(_long_past(time, written.start) for time in times):
        return Period(None, written.end)
    try:
        return Period(written.start - NEWS_DAYS, written.end)
    except OverflowError:
        return written


def _long_past(time: TimeExpression, day: date) -> bool:
    end = time.period.end if time.period is not None else None
    return end is not None and not time.dateline and (day - end) > HISTORY_DAYS


def _dropped(draft: DraftClaim, statement: Statement, time: TimeExpression | None, written: Period) -> Dropped:
    said = f"'{time.text}' ({time.reach})" if time is not None else "no time"
    names = " and ".join(
        f"'{mention.text}' ({mention.borne if mention.borne != ALWAYS else 'always'})"
        for mention in (draft.actor_mention, draft.recipient_mention)
    )
    return Dropped(
        step="ground",
        where=statement.id,
        reason=DropReason.NO_SUCH_TIME,
        detail=f"{draft.type} by {draft.actor} to {draft.recipient}: the text gives {said}, written {written}; "
        f"the names {names} leave no time in which it could be",
    )
