"""Which day an answer is about when the question gives none."""

from __future__ import annotations

from datetime import date

from amity.answer.day import choose_day
from amity.core.actors import ActorId
from amity.core.answers import AskedActor
from amity.core.claims import Claim, Reality
from amity.core.dates import Period, on_day
from tests.values import a_claim

TODAY = date(2026, 1, 1)
FALL = date(2024, 12, 8)


def chosen(*claims: Claim, given: date | None = None, turns: tuple[date, ...] = (), of_the_past: bool = False) -> date:
    return choose_day(given, claims, (), turns, today=TODAY, bears=lambda _: True, of_the_past=of_the_past).on


def test_a_day_that_is_given_is_the_day() -> None:
    assert chosen(a_claim(published=date(2020, 1, 1)), given=date(2016, 6, 1)) == date(2016, 6, 1)


def test_without_one_it_is_the_latest_that_the_evidence_speaks_of() -> None:
    early, late = a_claim(published=date(2015, 3, 1)), a_claim(published=date(2019, 5, 1), document="d2")
    assert chosen(early, late) == date(2019, 5, 1)
    assert chosen(late, early) == date(2019, 5, 1)


def test_what_is_planned_or_supposed_does_not_move_the_day() -> None:
    plan = a_claim(holds=on_day(date(2030, 1, 1)), reality=Reality.PLANNED)
    assert chosen(a_claim(published=date(2015, 3, 1)), plan) == date(2015, 3, 1)


def test_what_has_ended_speaks_of_the_day_after() -> None:
    assert chosen(a_claim(holds=Period(None, FALL), reality=Reality.ENDED)) == FALL


def test_undated_words_are_of_the_end_of_their_era_but_of_the_rule_under_which_most_of_it_lay() -> None:
    undated = a_claim(written=Period(date(2013, 1, 1), date(2025, 2, 1)))
    assert chosen(undated) == date(2025, 1, 31)
    assert chosen(undated, turns=(FALL,)) == date(2024, 12, 7)


def test_words_that_nothing_dates_are_of_today_and_never_of_a_founding_day() -> None:
    assert chosen(a_claim(holds=Period(date(1941, 9, 27), None), dated=False)) == TODAY


def test_a_fact_that_has_ended_answers_for_its_last_day_only_where_the_past_is_asked_about() -> None:
    fact = a_claim(document="facts:wars:1", holds=Period(date(1939, 9, 1), date(1945, 9, 2)))
    assert chosen(fact, of_the_past=True) == date(1945, 9, 1)
    assert chosen(fact) == TODAY


def test_a_leader_is_asked_about_in_office() -> None:
    leader = AskedActor(
        id=ActorId("SYR"), name="Syria", person="Bashar al-Assad", borne=Period(date(2000, 7, 17), FALL)
    )
    late = a_claim(published=date(2025, 3, 1))
    found = choose_day(None, [late], (leader,), (), today=TODAY, bears=lambda _: True)
    assert found.on == date(2024, 12, 7)
    assert "in office" in found.reason
