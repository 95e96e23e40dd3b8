"""The first relation model: its laws, and what should weigh more than what."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amity.core.claims import Claim, Polarity, Reality
from amity.core.dates import Period, in_year, on_day
from amity.core.documents import StatementKind
from amity.core.relations import SCALE, Dyad, Estimate, Verdict
from amity.relate.models import RELATION_MODELS
from amity.relate.presence import Setting
from tests.values import KINDS, RUSSIA, SYRIA, a_claim

MODEL = RELATION_MODELS["balance"](KINDS)
DAY = date(2016, 6, 1)
NO_TURNS = Setting()


def estimate(claims: Sequence[Claim], on: date = DAY, setting: Setting = NO_TURNS) -> Estimate:
    return MODEL.estimate(claims, on=on, setting=setting)


days = st.dates(date(1990, 1, 1), date(2025, 12, 31))
periods = st.builds(lambda start, length: Period(start, start + timedelta(days=length)), days, st.integers(1, 4000))
some_claims = st.lists(
    st.builds(
        a_claim,
        st.sampled_from(sorted(KINDS)),
        holds=periods,
        reality=st.sampled_from(Reality),
        polarity=st.sampled_from(Polarity),
        document=st.sampled_from(["d1", "d2", "d3"]),
        at=st.integers(0, 5000),
        publisher=st.sampled_from([None, "Agency", "Gazette"]),
        kind=st.sampled_from([StatementKind.STATEMENT, StatementKind.CUT_OFF]),
    ),
    max_size=12,
    unique_by=lambda claim: claim.id,
)


@given(some_claims, days)
def test_chances_sum_to_one_and_levels_stay_between_nothing_and_everything(claims: list[Claim], on: date) -> None:
    found = estimate(claims, on)
    assert sum(found.chances.values()) == pytest.approx(1)
    assert set(found.chances) == set(SCALE)
    assert 0 <= found.commitment <= 1
    assert 0 <= found.hostility <= 1


@given(some_claims.flatmap(lambda claims: st.tuples(st.just(claims), st.permutations(claims))), days)
def test_the_order_of_claims_does_not_matter(orders: tuple[list[Claim], list[Claim]], on: date) -> None:
    claims, shuffled = orders
    assert estimate(shuffled, on) == estimate(claims, on)
    assert MODEL.bearings(shuffled, on=on, setting=NO_TURNS) == MODEL.bearings(claims, on=on, setting=NO_TURNS)


@given(some_claims, days)
def test_copies_change_nothing(claims: list[Claim], on: date) -> None:
    copies = [
        a_claim(
            claim.type,
            holds=claim.holds,
            reality=claim.reality,
            polarity=claim.polarity,
            document=claim.citation.document,
            at=claim.citation.start + 10_000,
            publisher=claim.citation.publisher,
            kind=claim.citation.statement_kind,
            copy_of=claim.citation.statement,
        )
        for claim in claims
    ]
    assert estimate([*claims, *copies], on) == estimate(claims, on)


def test_without_evidence_the_verdict_is_unknown() -> None:
    assert estimate([]).verdict is Verdict.UNKNOWN


def test_what_was_said_long_ago_ends_in_unknown_and_not_in_none() -> None:
    old = [a_claim("CONSULT", holds=in_year(1995))]
    assert estimate(old, date(1995, 6, 1)).witnesses > 0
    assert estimate(old, date(2020, 6, 1)).verdict is Verdict.UNKNOWN


VERDICTS = [
    (["ALLIED"], Verdict.ALLIES),
    (["ALLIED", "ALLIED", "BACKS"], Verdict.ALLIES),
    (["PARTNERED", "COOPERATE", "SUPPORT"], Verdict.PARTNERS),
    (["RIVAL", "ACCUSE"], Verdict.RIVALS),
    (["HOSTILE", "THREATEN", "SANCTION"], Verdict.ADVERSARIES),
    (["AT_WAR", "ASSAULT", "ASSAULT"], Verdict.AT_WAR),
    (["ALLIED", "RIVAL", "COOPERATE", "RIVAL", "HOSTILE"], Verdict.MIXED),
    (["NEUTRAL", "NEUTRAL"], Verdict.NONE),
]


@pytest.mark.parametrize(("types", "verdict"), VERDICTS)
def test_evidence_of_a_kind_gives_the_verdict_that_the_scale_says(types: list[str], verdict: Verdict) -> None:
    claims = [a_claim(type_, holds=in_year(2016), at=100 * index) for index, type_ in enumerate(types)]
    assert estimate(claims).verdict is verdict


def warmth(*claims: Claim, on: date = DAY, setting: Setting = NO_TURNS) -> float:
    found = estimate(claims, on, setting)
    return found.commitment - found.hostility


BETTER_AND_WORSE = {
    "a treaty warms more than talks": (
        [a_claim("PACT", holds=in_year(2016))],
        [a_claim("CONSULT", holds=in_year(2016))],
    ),
    "two who agree warm more than one": (
        [a_claim(holds=in_year(2016), publisher="A"), a_claim(holds=in_year(2016), publisher="B", at=99)],
        [a_claim(holds=in_year(2016), publisher="A")],
    ),
    "what is so warms more than what is planned": (
        [a_claim(holds=in_year(2016))],
        [a_claim(holds=in_year(2016), reality=Reality.PLANNED)],
    ),
    "what is planned warms more than what is supposed": (
        [a_claim(holds=in_year(2016), reality=Reality.PLANNED)],
        [a_claim(holds=in_year(2016), reality=Reality.HYPOTHETICAL)],
    ),
    "a whole statement warms more than a cut-off one": (
        [a_claim(holds=in_year(2016))],
        [a_claim(holds=in_year(2016), kind=StatementKind.CUT_OFF)],
    ),
    "what the text says itself warms more than what somebody is said to say": (
        [a_claim(holds=in_year(2016))],
        [a_claim(holds=in_year(2016), attributed_to="analysts")],
    ),
    "this year's news warms more than that of years ago": (
        [a_claim("AID", holds=in_year(2016))],
        [a_claim("AID", holds=in_year(2011))],
    ),
    "dated words warm more than undated ones": (
        [a_claim(holds=in_year(2016))],
        [a_claim()],
    ),
    "an attack denied is better than an attack": (
        [a_claim("ASSAULT", holds=in_year(2016), polarity=Polarity.DENIED)],
        [a_claim("ASSAULT", holds=in_year(2016))],
    ),
}


@pytest.mark.parametrize("name", BETTER_AND_WORSE)
def test_what_should_weigh_more_does(name: str) -> None:
    better, worse = BETTER_AND_WORSE[name]
    assert warmth(*better) > warmth(*worse)


def test_one_publishers_tenth_article_counts_less_than_anothers_first() -> None:
    same = [a_claim(holds=in_year(2016), publisher="A", document=f"d{n}") for n in range(10)]
    other = [*same[:9], a_claim(holds=in_year(2016), publisher="B", document="d99")]
    assert estimate(other).witnesses > estimate(same).witnesses


def test_an_ended_alliance_speaks_for_the_time_before_and_against_the_time_after() -> None:
    ended = a_claim(holds=Period(None, date(2024, 12, 8)), reality=Reality.ENDED)
    assert warmth(ended, on=date(2024, 6, 1)) > 0
    assert estimate([ended], date(2025, 1, 1)).commitment == 0


def test_what_was_said_under_one_rule_is_not_about_the_next() -> None:
    fall = date(2024, 12, 8)
    claims = [a_claim(holds=Period(date(2015, 9, 30), None), written=Period(date(2015, 1, 1), date(2025, 1, 1)))]
    steady = estimate(claims, date(2025, 1, 1)).witnesses
    turned = estimate(claims, date(2025, 1, 1), Setting(turns=(fall,))).witnesses
    assert turned < steady / 4
    assert estimate(claims, date(2024, 12, 1), Setting(turns=(fall,))).verdict is Verdict.ALLIES


def test_undated_words_speak_of_the_time_in_which_they_were_written_and_not_of_another_century() -> None:
    claims = [a_claim(written=Period(date(2013, 1, 1), date(2025, 1, 1)))]
    assert estimate(claims, date(2018, 1, 1)).verdict is Verdict.ALLIES
    assert estimate(claims, date(1900, 1, 1)).verdict is Verdict.UNKNOWN


def test_a_turn_is_dated_to_the_day_on_which_the_rule_ended() -> None:
    fall = date(2024, 12, 8)
    claims = [
        a_claim(holds=Period(date(2015, 9, 30), fall), at=0),
        a_claim("RIVAL", holds=on_day(date(2025, 1, 5)), at=100),
        a_claim("ACCUSE", holds=on_day(date(2025, 1, 20)), at=200),
    ]
    on = [date(2023, 1, 1) + timedelta(days=30 * step) for step in range(26)]
    on = sorted({*on, fall - timedelta(days=1), fall, date(2025, 2, 1)})
    relation = MODEL.relation(Dyad.of(RUSSIA, SYRIA), claims, days=on, setting=Setting(turns=(fall,)))
    assert [change.on for change in relation.changes] == [fall]
    change = relation.changes[0]
    assert change.before is Verdict.ALLIES
    assert change.interval.covers(fall)


def test_a_relation_says_for_each_day_what_an_estimate_of_that_day_says() -> None:
    claims = [a_claim("AID", holds=in_year(2015)), a_claim("ACCUSE", holds=in_year(2017), at=50)]
    on = [date(2014, 1, 1), date(2016, 1, 1), date(2018, 1, 1)]
    relation = MODEL.relation(Dyad.of(RUSSIA, SYRIA), claims, days=on, setting=NO_TURNS)
    assert list(relation.estimates) == [estimate(claims, day) for day in on]
