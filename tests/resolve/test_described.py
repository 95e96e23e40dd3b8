"""Nouns, pronouns and comparatives mean who was named before, where the text tells which."""

from __future__ import annotations

from datetime import date

import pytest

from amity.core.dates import on_day
from amity.knowledge.load_actors import load_gazetteer
from amity.resolve import Resolver

RESOLVER = Resolver(load_gazetteer())


def meant(text: str, on: str) -> list[tuple[str, str]]:
    """What common nouns and pronouns mean; the several of one phrase each for itself."""
    resolved = RESOLVER.mentions(text, on=on_day(date.fromisoformat(on)), language="en")
    single = [(one.start, one.text, str(one.actor)) for one in resolved.mentions if one.name_kind.value == "nominal"]
    several = [(one.start, one.text, str(actor)) for one in resolved.collective for actor in one.actors]
    return [(words, actor) for _, words, actor in sorted((*single, *several), key=lambda told: told[0])]


SIZES_AND_ADJECTIVES = [
    ("Poland quarrelled with Luxembourg. The smaller country gave in.", "2004-05-02", [("country", "LUX")]),
    ("Chile met Bolivia at the border. The larger republic kept the port.", "1999-03-01", [("republic", "CHL")]),
    ("Germany spoke with Qatar. The Gulf emirate sold its gas.", "2022-03-20", [("emirate", "QAT")]),
    ("Latvia asked Sweden for help. The Baltic state has a long border.", "2015-06-01", [("state", "LVA")]),
    ("Kenya and Rwanda wrote to Laos. The Southeast Asian nation replied.", "2010-06-01", [("nation", "LAO")]),
    ("South Sudan bought wheat from Egypt. The young republic paid late.", "2013-02-01", [("republic", "SSD")]),
    ("Damascus wrote to Amman. The Baathist regime wanted water.", "1998-02-01", [("regime", "SYR")]),
    ("China warned Nepal. The giant had its reasons.", "2009-02-01", [("giant", "CHN")]),
    ("Peru called the envoy home. The country has waited long enough.", "2009-02-01", [("country", "PER")]),
]


@pytest.mark.parametrize(("text", "on", "told"), SIZES_AND_ADJECTIVES)
def test_size_age_and_region_tell_which_state_is_meant(text: str, on: str, told: list[tuple[str, str]]) -> None:
    assert meant(text, on) == told


@pytest.mark.parametrize(
    "text",
    [
        "Peru and Chile met. The country was quiet.",  # either of them
        "Peru called the envoy home. Strikes spread across the country.",  # a place
        "Peru and Chile met. The smaller parties left the hall.",
        "Peru and Chile met. The Baltic state stayed away.",  # none of them
        "Peru and Chile met. The new country that they wanted never came.",
        "France spoke to Peru. The tiny blue republic laughed.",  # a word that tells nothing we know
    ],
)
def test_nobody_is_guessed_where_the_words_do_not_tell(text: str) -> None:
    assert meant(text, "2009-02-01") == []


NEIGHBOURS = [
    ("Mexico shut the port. Its northern neighbour sent a note.", "2009-02-01", [("northern neighbour", "USA")]),
    ("Haiti asked for calm. Its eastern neighbour closed the bridge.", "2009-02-01", [("eastern neighbour", "DOM")]),
    ("Laos met Peru. Chile asked Spain for help. Its ally sent a note.", "2009-02-01", [("ally", "ESP")]),
    ("Zambia shut the bridge. Its southern neighbour sent a note.", "2009-02-01", []),  # there are three
]


@pytest.mark.parametrize(("text", "on", "told"), NEIGHBOURS)
def test_a_neighbour_on_one_side_is_known_by_the_map(text: str, on: str, told: list[tuple[str, str]]) -> None:
    assert meant(text, on) == told


ROLES = [
    ("Iraqi tanks crossed into Iran at dawn. The invaders were slow.", "1980-09-23", [("invaders", "IRQ")]),
    ("Turkish jets bombed Cyprus. The victors were silent.", "1974-08-20", [("victors", "TUR")]),
    ("Argentine troops surrendered to the British. The victors raised a flag.", "1982-06-15", [("victors", "GBR")]),
    ("Argentine troops surrendered to the British. The losers went home.", "1982-06-15", [("losers", "ARG")]),
    ("Tito received the envoy. The marshal had no more patience.", "1949-03-01", [("marshal", "yugoslavia")]),
    ("Tito received the envoy. The general election came later.", "1949-03-01", []),
]


@pytest.mark.parametrize(("text", "on", "told"), ROLES)
def test_deeds_tell_the_invader_and_persons_the_general(text: str, on: str, told: list[tuple[str, str]]) -> None:
    assert meant(text, on) == told


COLONIAL = [
    ("Mali closed its sky. The former colonial power protested.", "2022-01-20", [("former colonial power", "FRA")]),
    ("Senegal wrote to Rome. The former colonial power was told.", "2012-01-20", [("former colonial power", "FRA")]),
    ("Indonesia shelled the island. The colonial power is silent.", "1975-10-01", []),  # Indonesia is free
    (
        "Angola burns, and Lisbon sends ships. The colonial power will not talk.",
        "1961-05-01",
        [("colonial power", "PRT")],
    ),
]


@pytest.mark.parametrize(("text", "on", "told"), COLONIAL)
def test_a_colonial_power_is_whose_colony_was_named(text: str, on: str, told: list[tuple[str, str]]) -> None:
    assert [one for one in meant(text, on) if "colonial" in one[0]] == told


PRONOUNS = [
    ("Norway signed the pact. It promised to send ships.", [("It", "NOR")]),
    ("Norway warned Denmark. It promised to send ships.", [("It", "NOR")]),
    ("NATO met in Riga. It agreed on a plan.", [("It", "nato")]),
    ("Peru and Chile met. They agreed on a border.", [("They", "PER"), ("They", "CHL")]),
    ("Peru and Chile met. Neither side gave way.", [("Neither side", "PER"), ("Neither side", "CHL")]),
    ("Peru and Chile met. Both signed at noon.", [("Both", "PER"), ("Both", "CHL")]),
    ("Peru warned Chile. The latter denied everything.", [("The latter", "CHL")]),
    ("Peru and Chile met. The old rivals shook hands.", [("The old rivals", "PER"), ("The old rivals", "CHL")]),
    ("Norway signed the pact. It had rained for days.", []),
    ("Norway signed the pact. It was clear to all.", []),
    ("In Norway the snow fell. They skied all day.", []),
    ("Peru, Chile and Bolivia met. Neither side gave way.", []),  # three
    ("Peru and Chile told Bolivia. The old rivals shook hands.", []),
]


@pytest.mark.parametrize(("text", "told"), PRONOUNS)
def test_a_pronoun_that_acts_means_the_subject_before_it(text: str, told: list[tuple[str, str]]) -> None:
    assert meant(text, "2009-02-01") == told


OFFICES = [
    ("The president of Peru left.", [("president of Peru", "PER")]),
    ("The government of Chile met the minister.", [("government of Chile", "CHL")]),
    ("Chile's elected president left.", [("Chile's elected president", "CHL")]),
    ("Chile made a poet its president.", []),
    ("Chile has no navy on the lake.", []),
    ("In Chile he was no longer president.", []),
    ("Guests left Government House in Chile.", []),
    ("The military governments of Chile and Peru wrote.", []),
    ("Guerrillas of the Tamil Tigers fled Sri Lanka.", []),
]


@pytest.mark.parametrize(("text", "told"), OFFICES)
def test_an_office_is_somebody_with_its_article_or_its_state(text: str, told: list[tuple[str, str]]) -> None:
    assert meant(text, "2008-02-01") == told
