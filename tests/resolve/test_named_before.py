"""Nouns that mean somebody named before, and names that mean nobody."""

from __future__ import annotations

from datetime import date

import pytest

from amity.core.actors import NameKind, Part
from amity.core.dates import ALWAYS, Period, in_year, on_day
from amity.knowledge.load_actors import load_gazetteer
from amity.resolve import Resolver

RESOLVER = Resolver(load_gazetteer())


def meant(text: str, noun: str, on: Period = ALWAYS) -> str | None:
    mentions = RESOLVER.mentions(text, on=on).mentions
    return next((one.actor for one in mentions if one.text == noun), None)


def named(text: str, on: Period = ALWAYS) -> list[str]:
    return [mention.text for mention in RESOLVER.mentions(text, on=on).mentions]


@pytest.mark.parametrize(
    ("text", "noun", "year", "expected"),
    [
        ("Sweden applied to NATO. The alliance took two years.", "alliance", 2023, "nato"),
        ("NATO met. The alliance of the willing did not.", "alliance", 2023, None),
        ("The European Union met. Its rules bind the bloc.", "bloc", 2019, "european-union"),
        ("Saudi Arabia paid. The kingdom wants peace.", "kingdom", 2019, "SAU"),
        ("France paid. The kingdom wants peace.", "kingdom", 2019, None),
        ("Hezbollah fired. The movement lost a commander.", "movement", 2024, "hezbollah"),
        ("Hezbollah fired. The peace movement marched.", "movement", 2024, None),
        ("Hezbollah fired. A movement was born.", "movement", 2024, None),
        ("In Bogotá the M-19 struck. The guerrillas fled.", "guerrillas", 1985, "m-19"),
        ("Cuba waited. The island had no oil.", "island", 1991, "CUB"),
        ("Mali was in turmoil. The former colonial power sent troops.", "former colonial power", 2013, "FRA"),
        ("Syria's army moved with Russia's jets. Its ally flew all day.", "ally", 2016, "RUS"),
        ("With the fall of Assad, Russia lost its closest ally.", "ally", 2024, None),
        ("The Muslim Brotherhood won. The Brotherhood then lost.", "Brotherhood", 2013, "muslim-brotherhood"),
        ("North Korea tested a bomb. The North fired again.", "North", 2017, "PRK"),
        ("Alabama voted. The South chose a senator.", "South", 2017, None),
        ("Korea lies in the North Pacific.", "North", 2017, None),
    ],
)
def test_a_definite_noun_means_a_fitting_actor_named_before(
    text: str, noun: str, year: int, expected: str | None
) -> None:
    assert meant(text, noun, in_year(year)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("India and Pakistan met. The two countries agreed.", {("IND", "PAK")}),
        ("Britain and France told Egypt to leave. The two allies struck.", {("GBR", "FRA")}),
        ("Israel and the PLO met in Norway. Both sides signed.", {("ISR", "plo")}),
        ("The two Koreas agreed.", {("PRK", "KOR")}),
        ("Both Koreas agreed.", {("PRK", "KOR")}),
        ("France, Italy, Spain met. The two countries agreed.", set()),
        ("France met Spain. Two countries voted against.", set()),
        ("France met Spain. The two Benelux countries voted.", set()),
        ("The two countries agreed.", set()),
    ],
)
def test_a_number_of_actors_is_as_many_as_were_named_together(text: str, expected: set[tuple[str, ...]]) -> None:
    assert {phrase.actors for phrase in RESOLVER.mentions(text).collective} == expected


def test_a_collective_is_no_mention_and_overlaps_none() -> None:
    text = "France and Spain met. The two countries agreed with Italy."
    resolved = RESOLVER.mentions(text)
    (phrase,) = resolved.collective
    assert text[phrase.start : phrase.end] == phrase.text == "The two countries"
    assert all(one.end <= phrase.start or phrase.end <= one.start for one in resolved.mentions)


@pytest.mark.parametrize(
    "text",
    [
        "France beat Italy on penalties.",
        "The Danish striker scored twice.",
        "Mrs France bought the bakery.",
        "Tim Holland wrote a novel.",
        "The nurse, Dr Israel Adeyemi, smiled.",
        "A singer named Jordan won.",
        "Barges on the Congo carry goats.",
        "Hungarian paprika burns fast.",
        "She speaks Portuguese.",
        "A Mr Castro came to mend the sink.",
        "Kate Bush sang.",
        "Bush is thick in the hills.",
    ],
)
def test_players_persons_rivers_and_dishes_are_no_actors(text: str) -> None:
    assert named(text, in_year(1988)) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The president said France would boycott the World Cup.", "France"),
        ("India Pakistan talks failed.", "India"),
        ("Troops marched into the Congo.", "Congo"),
        ("Russia banned imports of Georgian wine.", "Georgian"),
        ("Israel Army radio said so.", "Israel"),
    ],
)
def test_but_actors_stay_actors_beside_such_words(text: str, expected: str) -> None:
    assert any(expected in name for name in named(text))


@pytest.mark.parametrize(
    ("text", "on", "person"),
    [
        ("Iraq lost. Bush told the nation.", date(1991, 3, 1), "George H. W. Bush"),
        ("Trump met Kim again.", date(2019, 2, 28), "Kim Jong Un"),
        ("Jeb Bush lost in Iraq. Bush told the press.", date(1991, 3, 1), None),
        ("Iraq lost. Bush told the nation.", date(1999, 3, 1), None),
        ("Iraq lost. Kim Kardashian told the nation.", date(2019, 3, 1), None),
    ],
)
def test_a_common_surname_means_the_leader_of_the_day_where_the_text_hints_at_one(
    text: str, on: date, person: str | None
) -> None:
    led = [one.person for one in RESOLVER.mentions(text, on=on_day(on)).mentions if one.text in ("Bush", "Kim")]
    assert led == ([person] if person else [])


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("The bomb fell in Syria.", Part.PLACE),
        ("Fighting went on in northern Syria.", Part.PLACE),
        ("They had confidence in Syria.", Part.PARTY),
        ("It grew in Syria's shadow.", Part.PARTY),
        ("Nobody in Damascus answered.", Part.PARTY),
        ("Gas came from Syria.", Part.ORIGIN),
        ("They put sanctions on Syria.", Part.ACTED_UPON),
        ("They were beaten by Syria.", Part.ACTING),
        ("Syria attacked at dawn.", Part.ACTING),
        ("Syrian oil was sold.", Part.MODIFIER),
        ("Syrian troops advanced.", Part.PARTY),
    ],
)
def test_the_words_around_say_what_a_mention_does(text: str, part: Part) -> None:
    (mention,) = RESOLVER.mentions(text).mentions
    assert mention.part is part
    assert mention.name_kind is not NameKind.NOMINAL
