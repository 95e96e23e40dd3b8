"""Names that several bear at the same time are told apart by the words around them."""

from __future__ import annotations

from datetime import date

import pytest

from amity.core.dates import in_year, on_day
from amity.knowledge.load_actors import load_gazetteer
from amity.resolve import Resolver
from tests.resolve.gazetteers import the_small_world

RESOLVER = Resolver(the_small_world())
REAL = Resolver(load_gazetteer())
NOBODY, OPEN = None, "open"


def meaning(text: str, name: str) -> str | None:
    resolved = RESOLVER.mentions(text)
    if any(one.text == name for one in resolved.unresolved):
        return OPEN
    return next((mention.actor for mention in resolved.mentions if mention.text == name), None)


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        ("Georgia signed a treaty.", "Georgia", "GEO"),
        ("In Tbilisi, Georgia's parliament met.", "Georgia", "GEO"),
        ("Russia recognised Abkhazia and struck Georgia.", "Georgia", "GEO"),
        ("Voters in Georgia and Alabama chose a Republican.", "Georgia", NOBODY),
        ("He was born in Atlanta, Georgia.", "Georgia", NOBODY),
        ("Georgia election officials counted again.", "Georgia", NOBODY),
        ("Russia watched the Senate race in Atlanta, Georgia.", "Georgia", NOBODY),
        ("GEORGIA AND RUSSIA AT WAR", "GEORGIA", "GEO"),
        ("Jordan took in refugees from Syria.", "Jordan", "JOR"),
        ("King Abdullah of Jordan spoke.", "Jordan", "JOR"),
        ("Jordan led the Bulls to another NBA title.", "Jordan", NOBODY),
        ("Michael Jordan visited.", "Jordan", NOBODY),
        ("Jordan Henderson scored.", "Jordan", NOBODY),
        ("Jordan closed the border.", "Jordan", "JOR"),
        ("Chad sent troops into the Sahel.", "Chad", "TCD"),
        ("Chad Johnson, a teacher, agreed.", "Chad", NOBODY),
        ("The hanging, Chad Johnson said.", "Chad", NOBODY),
        ("Washington imposed sanctions.", "Washington", "USA"),
        ("He moved from Tacoma to Seattle, Washington.", "Washington", NOBODY),
        ("George Washington slept here.", "Washington", NOBODY),
        ("Washington and Tehran talked.", "Washington", "USA"),
        ("M23 rebels took Goma in eastern Congo.", "Congo", "COD"),
        ("Sassou rules Congo from Brazzaville.", "Congo", "COG"),
        ("Congo is a large country.", "Congo", "COD"),
        ("The Republic of the Congo, or Congo, lies to the west.", "Congo", "COG"),
        ("Korea's Samsung, of Seoul", "Korea", "KOR"),
        ("Kim Jong-un of Korea spoke in Pyongyang", "Korea", "PRK"),
        ("Korea was divided.", "Korea", OPEN),
        ("South Korea said Korea would be one.", "Korea", "KOR"),
        ("Russian troops went in.", "Russian", "RUS"),
        ("Russian ties since the Cold War, and before in the Soviet era", "Russian", "RUS"),
        ("Stalin's Soviet Russian troops in the Cold War", "Russian", "soviet-union"),
        ("Seoul and Pyongyang both claim Korea.", "Korea", "PRK"),
    ],
)
def test_the_words_around_a_name_say_who_is_meant(text: str, name: str, expected: str | None) -> None:
    assert meaning(text, name) == expected


def test_a_word_counts_only_when_whole() -> None:
    assert meaning("Jordanbulls and Bullshire: Jordan won.", "Jordan") == "JOR"


def test_words_far_away_do_not_count() -> None:
    assert meaning("Atlanta. " + "Nothing was said of it. " * 30 + "Georgia signed.", "Georgia") == "GEO"


def test_what_is_open_names_its_rivals() -> None:
    (unresolved,) = RESOLVER.mentions("Korea was divided.").unresolved
    assert unresolved.rivals == ("KOR", "PRK")
    assert "KOR, PRK" in unresolved.why


def test_in_its_time_a_former_bearer_needs_no_word() -> None:
    assert RESOLVER.mentions("Russian troops", on=in_year(1970)).mentions[0].actor == "soviet-union"
    assert RESOLVER.mentions("Russian troops", on=in_year(1900)).mentions[0].actor == "RUS"


def test_time_comes_before_context() -> None:
    (mention,) = RESOLVER.mentions("Georgia met its foes in Tbilisi", on=in_year(2008)).mentions[:1]
    assert mention.actor == "GEO"


OF_THEIR_DAY = [
    ("Labour lost seats as Corbyn stepped back.", "2019-12-13", ["labour-party-uk"]),
    ("Labour costs rose.", "2019-12-13", []),
    ("The PLA gave up arms, said Prachanda in Kathmandu.", "2006-11-25", ["maoists-of-nepal"]),
    ("The PLA held drills near Taiwan, said Beijing.", "2022-08-05", ["CHN"]),
    ("Congress lost Kerala, and Rahul Gandhi resigned.", "2019-07-03", ["indian-national-congress"]),
    ("Tourists queued at the Kremlin of Kazan, its towers white.", "2015-05-30", []),
    ("Rowing on the Isis, the Oxford eights were fast.", "2017-10-05", []),
    ("The SPD left the coalition in Bonn.", "1982-09-17", ["spd-germany"]),
    ("SPD detectives in Seattle made two arrests with the precinct.", "2020-06-08", []),
    ("Otto Grotewohl spoke.", "1955-05-14", ["east-germany"]),
    ("Eugenia Charles spoke.", "1983-10-25", ["DMA"]),
    ("Boris Yeltsin spoke.", "1991-08-20", ["RUS"]),
    ("King Constantine spoke.", "1967-05-01", ["GRC"]),
    ("The South has left the union of Yemen.", "1994-05-25", ["democratic-republic-of-yemen", "YEM"]),
]


@pytest.mark.parametrize(("text", "on", "actors"), OF_THEIR_DAY)
def test_words_and_the_day_tell_which_bearer_is_meant(text: str, on: str, actors: list[str]) -> None:
    period = on_day(date.fromisoformat(on))
    found = {str(one.actor) for one in REAL.mentions(text, on=period, language="en").mentions}
    assert set(actors) <= found
    assert bool(actors) or not found
