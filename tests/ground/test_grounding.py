"""From a draft in words to a claim in time."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from amity.core.actors import ActorId, Mention, NameKind
from amity.core.claims import Claim, DraftClaim, Layer, Polarity, Reality, RelationType, Tense
from amity.core.dates import ALWAYS, Period
from amity.core.documents import Document, Statement, StatementId, StatementKind, document_id
from amity.core.dropped import Dropped, DropReason
from amity.ground.find import find_times
from amity.ground.grounding import ground
from amity.ground.writing import infer_writing
from amity.knowledge.named_periods import DateWords, NamedPeriods

PUBLISHED = date(2024, 12, 10)
ASSAD = Period(date(2000, 7, 17), date(2024, 12, 8))
BEFORE = "Some words before. "


def a_mention(text: str, name: str, actor: str, borne: Period = ALWAYS) -> Mention:
    start = text.index(name)
    return Mention(
        start=start, end=start + len(name), text=name, actor=ActorId(actor), name_kind=NameKind.NAME, borne=borne
    )


def a_draft(
    text: str,
    cue: str,
    *,
    tense: Tense = Tense.PAST,
    reality: Reality = Reality.HAPPENED,
    recipient: str = "Syria",
    borne: Period = ALWAYS,
) -> DraftClaim:
    return DraftClaim(
        actor=ActorId("RUS"),
        recipient=ActorId("SYR"),
        type=RelationType("ALLIED"),
        polarity=Polarity.AFFIRMED,
        reality=reality,
        tense=tense,
        attributed_to=None,
        actor_mention=a_mention(text, "Russia", "RUS"),
        recipient_mention=a_mention(text, recipient, "SYR", borne),
        cue=(text.index(cue), text.index(cue) + len(cue)),
        reading_confidence=0.9,
        extractor="rules-1",
    )


def a_document(text: str, published: date | None) -> tuple[Document, Statement]:
    whole = BEFORE + text
    document = Document(id=document_id(whole, published=published), name="a.txt", text=whole, published=published)
    statement = Statement(document=document.id, start=len(BEFORE), end=len(whole), text=text)
    return document, statement


def grounded(
    text: str,
    draft: DraftClaim,
    periods: NamedPeriods,
    words: DateWords,
    *,
    published: date | None = None,
    **changed: Any,
) -> Claim | Dropped:
    document, statement = a_document(text, published)
    times = find_times(text, published=published, periods=periods, words=words)
    written = infer_writing(text, times, published=published, periods=periods, words=words)
    return ground(
        draft,
        statement=replace(statement, **changed),
        document=document,
        times=times,
        written=written,
        layer=Layer.WORDS,
    )


HAPPENED, HOLDS, ENDED, PLANNED = Reality.HAPPENED, Reality.HOLDS, Reality.ENDED, Reality.PLANNED
PAST, PERFECT, PRESENT, FUTURE = Tense.PAST, Tense.PERFECT, Tense.PRESENT, Tense.FUTURE

# text, cue, tense, reality, published?, the period that it holds, dated by the text?
CASES = [
    # events
    ("In 2015, Russia bombed Syria.", "bombed", PAST, HAPPENED, False, "2015-01-01..2016-01-01", True),
    ("Russia bombed Syria on 30 September 2015.", "bombed", PAST, HAPPENED, True, "2015-09-30..2015-10-01", True),
    ("Russia bombed Syria on Friday.", "bombed", PAST, HAPPENED, True, "2024-12-06..2024-12-07", True),
    ("Russia bombed Syria on Friday.", "bombed", PAST, HAPPENED, False, "..", False),
    ("Russia bombed Syria.", "bombed", PAST, HAPPENED, True, "2024-12-03..2024-12-11", False),
    ("Russia bombed Syria.", "bombed", PAST, HAPPENED, False, "..", False),
    ("Russia bombs Syria.", "bombs", PRESENT, HAPPENED, True, "2024-12-03..2024-12-11", False),
    ("Russia has bombed Syria.", "bombed", PERFECT, HAPPENED, True, "..2024-12-11", False),
    ("Russia has bombed Syria since 2015.", "bombed", PERFECT, HAPPENED, True, "2015-01-01..2024-12-11", True),
    ("Russia bombed Syria after the Cold War.", "bombed", PAST, HAPPENED, True, "1991-12-27..2024-12-11", True),
    (
        "Russia bombed Syria for the first time since 2016.",
        "bombed",
        PAST,
        HAPPENED,
        True,
        "2016-01-01..2024-12-11",
        True,
    ),
    ("In 1980 they signed; Russia armed Syria.", "armed", PAST, HAPPENED, True, "..2024-12-11", False),
    ("Russia bombed Syria in the Syrian civil war.", "bombed", PAST, HAPPENED, False, "2011-03-15..2024-12-09", True),
    ("Russia condemned Syria over the 2003 invasion of Iraq.", "condemned", PAST, HAPPENED, False, "..", False),
    (
        "Russia and Syria met on 1 May 2016, but Russia struck in 2019.",
        "met",
        PAST,
        HAPPENED,
        True,
        "2016-05-01..2016-05-02",
        True,
    ),
    # standings
    ("Russia is Syria's ally.", "ally", PRESENT, HOLDS, True, "2024-12-10..2024-12-11", False),
    ("Russia is Syria's ally.", "ally", PRESENT, HOLDS, False, "..", False),
    ("Russia has been Syria's ally.", "ally", PERFECT, HOLDS, True, "..2024-12-11", False),
    ("Russia has been Syria's ally since 1971.", "ally", PERFECT, HOLDS, True, "1971-01-01..2024-12-11", True),
    ("Russia has been Syria's ally since 1971.", "ally", PERFECT, HOLDS, False, "1971-01-01..", True),
    ("Russia has been Syria's ally for decades.", "ally", PERFECT, HOLDS, True, "2004-12-10..2024-12-11", True),
    ("Russia has been Syria's ally for decades.", "ally", PERFECT, HOLDS, False, "..", False),
    ("Russia was Syria's ally.", "ally", PAST, HOLDS, True, "..2024-12-11", False),
    ("Russia was Syria's ally in the 1970s.", "ally", PAST, HOLDS, True, "1970-01-01..1980-01-01", True),
    ("Russia was Syria's ally until 2011.", "ally", PAST, HOLDS, True, "..2012-01-01", True),
    ("Russia was Syria's ally from 1971 to 1991.", "ally", PAST, HOLDS, True, "1971-01-01..1992-01-01", True),
    ("Russia was Syria's ally before 1991.", "ally", PAST, HOLDS, True, "..1991-01-01", True),
    ("Russia backs Syria, which it bombed in 2015.", "backs", PRESENT, HOLDS, True, "2024-12-10..2024-12-11", False),
    ("Russia is Syria's ally, 2015 or not in 2015.", "ally", PRESENT, HOLDS, True, "2024-12-10..2024-12-11", False),
    ("Who Russia and Syria's allies are in 2018", "allies", PRESENT, HOLDS, False, "2018-01-01..2019-01-01", True),
    # ended
    ("Russia lost Syria as an ally in December 2024.", "ally", PAST, ENDED, False, "..2024-12-01", True),
    ("With the fall of Damascus, Russia lost Syria as an ally.", "lost", PAST, ENDED, False, "..2024-12-08", True),
    ("Russia and Syria were once allies.", "allies", PAST, ENDED, True, "..2024-12-11", False),
    ("Russia and Syria have not been allies since 1979.", "allies", PERFECT, ENDED, True, "..1979-01-01", True),
    # to come
    ("Russia will arm Syria.", "arm", FUTURE, PLANNED, True, "2024-12-10..", False),
    ("Russia will arm Syria next month.", "arm", FUTURE, PLANNED, True, "2025-01-01..2025-02-01", True),
    ("Russia will arm Syria.", "arm", FUTURE, PLANNED, False, "..", False),
    ("In 2012 Russia planned to arm Syria.", "arm", PAST, PLANNED, True, "2012-01-01..", True),
    ("If Russia arms Syria, war looms.", "arms", PRESENT, Reality.HYPOTHETICAL, True, "2024-12-10..", False),
]


@pytest.mark.parametrize(("text", "cue", "tense", "reality", "known", "holds", "dated"), CASES)
def test_a_claim_holds_when_its_words_say(
    text: str,
    cue: str,
    tense: Tense,
    reality: Reality,
    known: bool,
    holds: str,
    dated: bool,
    periods: NamedPeriods,
    words: DateWords,
) -> None:
    draft = a_draft(text, cue, tense=tense, reality=reality)
    claim = grounded(text, draft, periods, words, published=PUBLISHED if known else None)
    assert isinstance(claim, Claim)
    assert (str(claim.holds), claim.dated) == (holds, dated)


def test_a_leaders_term_bounds_what_is_said_of_him(periods: NamedPeriods, words: DateWords) -> None:
    text = "Russia is Assad's main backer."
    draft = a_draft(text, "backer", tense=PRESENT, reality=HOLDS, recipient="Assad", borne=ASSAD)
    claim = grounded(text, draft, periods, words)
    assert isinstance(claim, Claim)
    assert claim.holds == ASSAD
    assert claim.written == ASSAD
    assert not claim.dated


def test_a_claim_that_no_time_allows_is_dropped_with_the_reason(periods: NamedPeriods, words: DateWords) -> None:
    text = "Russia backed Assad in 1985."
    draft = a_draft(text, "backed", reality=HOLDS, recipient="Assad", borne=ASSAD)
    dropped = grounded(text, draft, periods, words)
    assert isinstance(dropped, Dropped)
    assert dropped.reason is DropReason.NO_SUCH_TIME
    assert "in 1985" in dropped.detail and "Assad" in dropped.detail


def test_an_ousted_leader_stands_no_more_for_his_state(periods: NamedPeriods, words: DateWords) -> None:
    text = "Russia hosts Assad."
    draft = a_draft(text, "hosts", tense=PRESENT, reality=HOLDS, recipient="Assad", borne=ASSAD)
    assert isinstance(grounded(text, draft, periods, words, published=PUBLISHED), Dropped)


def test_what_is_told_as_past_cannot_lie_after_the_writing(periods: NamedPeriods, words: DateWords) -> None:
    text = "Russia bombed Syria in 2030."
    assert isinstance(grounded(text, a_draft(text, "bombed"), periods, words, published=PUBLISHED), Dropped)


def test_the_quote_is_the_statement_and_the_mentions_stand_in_the_document(
    periods: NamedPeriods, words: DateWords
) -> None:
    text = "In 2015, Russia bombed Syria."
    document, statement = a_document(text, None)
    claim = grounded(text, a_draft(text, "bombed"), periods, words)
    assert isinstance(claim, Claim)
    citation = claim.citation
    assert document.text[citation.start : citation.end] == citation.quote == statement.text
    assert document.text[slice(*claim.actor_mention)] == "Russia"
    assert document.text[slice(*claim.recipient_mention)] == "Syria"
    assert citation.statement == statement.id


def test_a_copy_is_cited_as_one(periods: NamedPeriods, words: DateWords) -> None:
    text = "Russia bombed Syria."
    original = StatementId("x:0-20")
    claim = grounded(text, a_draft(text, "bombed"), periods, words, kind=StatementKind.CUT_OFF, copy_of=original)
    assert isinstance(claim, Claim)
    assert claim.citation.copy_of == original
    assert claim.citation.statement_kind is StatementKind.CUT_OFF


def test_grounding_twice_makes_the_same_claim(periods: NamedPeriods, words: DateWords) -> None:
    text = "In 2015, Russia bombed Syria."
    draft = a_draft(text, "bombed")
    assert grounded(text, draft, periods, words) == grounded(text, draft, periods, words)


def test_a_text_that_tells_how_old_the_war_is_dates_its_present(periods: NamedPeriods, words: DateWords) -> None:
    text = "As the nine-year Syrian civil war goes on, Russia is Syria's ally."
    claim = grounded(text, a_draft(text, "ally", tense=PRESENT, reality=HOLDS), periods, words)
    assert isinstance(claim, Claim)
    assert str(claim.holds) == "2019-09-15..2021-06-15"
    assert not claim.dated


def test_last_month_is_placed_where_the_text_dates_itself(periods: NamedPeriods, words: DateWords) -> None:
    text = "Updated January 20, 2025. Russia left Syria last month."
    claim = grounded(text, a_draft(text, "left"), periods, words)
    assert isinstance(claim, Claim)
    assert str(claim.holds) == "2024-12-01..2025-01-01"
    assert claim.dated
