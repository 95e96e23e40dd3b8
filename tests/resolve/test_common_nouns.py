"""The rebels, the regime, the government: whom common nouns mean."""

from __future__ import annotations

from datetime import date

import pytest

from amity.core.actors import ActorId, NameKind
from amity.core.dates import ALWAYS, Period, in_year, on_day
from amity.resolve import Resolver
from tests.resolve.gazetteers import the_small_world

RESOLVER = Resolver(the_small_world())
SYRIA = ActorId("SYR")


def meant(text: str, *, on: Period = ALWAYS, about: ActorId | None = None) -> list[tuple[str, str]]:
    mentions = RESOLVER.mentions(text, on=on, about=about).mentions
    return [(one.text, one.actor) for one in mentions if one.name_kind is NameKind.NOMINAL]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Syrian rebels advanced", [("Syrian rebels", "syrian-opposition")]),
        ("Syria’s rebels advanced", [("Syria’s rebels", "syrian-opposition")]),
        ("Syria's armed opposition groups", [("Syria's armed opposition groups", "syrian-opposition")]),
        ("the Syrian Turkish-backed rebels", [("rebels", "syrian-opposition")]),
        ("the Syrian government", [("Syrian government", "SYR")]),
        ("Syrian government forces", [("Syrian government forces", "SYR")]),
        ("the Assad regime", [("Assad regime", "SYR")]),
        ("Bashar al-Assad’s government", [("Bashar al-Assad’s government", "SYR")]),
        ("the British government", [("British government", "GBR")]),
        ("rebels in northern Syria", [("rebels", "syrian-opposition")]),
        ("the regime of Bashar al-Assad", [("regime of Bashar al-Assad", "SYR")]),
        ("the government of France told Syria", [("government of France", "FRA")]),
        ("Russia bombed rebel-held areas in Syria", [("rebel", "syrian-opposition")]),
        ("In Syria, Russia bombed rebel fighters", [("rebel fighters", "syrian-opposition")]),
        ("In Libya the rebels, backed by France, advanced", [("rebels", "libyan-rebels")]),
        ("The French-backed rebels of Libya", [("rebels", "libyan-rebels")]),
        ("Rebels have made gains in Syria", [("Rebels", "syrian-opposition")]),
        ("anti-government fighters in Syria", []),
        ("the Russian-backed government", []),
        ("Houthi rebels struck", []),
        ("the government spoke", []),
        ("Syrian opposition to the plan", []),
        ("They told the Syrian government to go", [("Syrian government", "SYR")]),
        ("Russia told France that the government must go", []),
    ],
)
def test_a_common_noun_belongs_to_the_state_that_the_text_names(text: str, expected: list[tuple[str, str]]) -> None:
    assert meant(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the rebels advanced", [("rebels", "syrian-opposition")]),
        ("Russia, Iran and Turkey stand by the regime", [("regime", "SYR")]),
        ("Russia bombed rebel forces", [("rebel forces", "syrian-opposition")]),
        ("the Iranian- and Russian-backed government", [("government", "SYR")]),
        ("government-held areas", [("government", "SYR")]),
        ("In Libya the rebels took Benghazi", [("rebels", "libyan-rebels")]),
        ("the French government", [("French government", "FRA")]),
        ("The war in Libya ended" + ", and other things came" * 5 + "; the government spoke", [("government", "SYR")]),
        ("pro-government forces", [("government forces", "SYR")]),
        ("Libya spoke to the rebels", [("rebels", "syrian-opposition")]),
    ],
)
def test_else_it_belongs_to_the_state_that_the_document_is_about(text: str, expected: list[tuple[str, str]]) -> None:
    assert meant(text, about=SYRIA) == expected


def test_a_noun_means_somebody_only_in_its_time() -> None:
    assert meant("the rebels advanced", on=in_year(2013), about=SYRIA)
    assert not meant("the rebels advanced", on=in_year(1990), about=SYRIA)


def test_with_its_state_a_noun_is_understood_after_its_time_and_says_when_it_held() -> None:
    (mention,) = RESOLVER.mentions("Syrian rebels", on=on_day(date(2025, 6, 1))).mentions
    assert mention.actor == "syrian-opposition"
    assert not mention.borne.covers(date(2025, 6, 1))


def test_a_regime_named_by_its_leader_lasts_as_long_as_the_leader() -> None:
    (mention,) = RESOLVER.mentions("the Assad regime").mentions
    assert mention.person == "Bashar al-Assad"
    assert mention.borne == Period(date(2000, 7, 17), date(2024, 12, 8))


@pytest.mark.parametrize("text", ["The rebels advanced.", "They fought the rebels", "Chadian rebels attacked"])
def test_somebody_definite_who_cannot_be_told_is_unresolved(text: str) -> None:
    resolved = RESOLVER.mentions(text)
    assert not resolved.mentions
    assert len(resolved.unresolved) == 1


@pytest.mark.parametrize("text", ["rebels and supporters", "the government spoke", "a rebel at heart"])
def test_anything_less_definite_is_left_alone(text: str) -> None:
    resolved = RESOLVER.mentions(text)
    assert not resolved.mentions
    assert not resolved.unresolved


def test_a_document_is_about_the_state_where_things_happen() -> None:
    texts = [
        "Russia launched airstrikes in Syria.",
        "Russia and Iran back the Syrian government.",
        "Rebels across northern Syria fled from Russia and Russia's jets.",
        "Russian influence grew.",
    ]
    assert RESOLVER.main_state(texts) == "SYR"


@pytest.mark.parametrize(
    "texts",
    [[], ["Nothing here."], ["Russia and France agreed."], ["In Syria and in Libya rebels rose."]],
    ids=["nothing", "no state", "states without such nouns", "two alike"],
)
def test_a_document_may_be_about_no_one_state(texts: list[str]) -> None:
    assert RESOLVER.main_state(texts) is None


def test_a_document_is_about_a_state_only_when_its_nouns_mean_somebody_then() -> None:
    texts = ["In Libya rebels rose.", "Fighting in Libya went on."]
    assert RESOLVER.main_state(texts, on=in_year(2011)) == "LBY"
    assert RESOLVER.main_state(texts, on=in_year(2020)) is None
