"""Names of people, firms, towns, things and games that hold an actor's name mean no actor."""

from __future__ import annotations

from datetime import date

import pytest

from amity.core.dates import on_day
from amity.knowledge.load_actors import load_gazetteer
from amity.resolve import Resolver

RESOLVER = Resolver(load_gazetteer())


def named(text: str, on: str = "2023-05-01") -> list[str]:
    return [
        str(one.actor) for one in RESOLVER.mentions(text, on=on_day(date.fromisoformat(on)), language="en").mentions
    ]


NOBODY = {
    "a town of that name": [
        "They drove from Paris, Texas, to Lebanon, Kansas, in two days.",
        "Peru, Indiana, holds a circus festival each July.",
        "She left Cairo and Metropolis, Illinois, for good.",
    ],
    "a street, a firm, a paper, a prize": [
        "He lives in Cuba Street, next to the Jordan Hotel.",
        "Kenya Airways and Syrian Airlines share a desk.",
        "She studied at Kabul University.",
        "The Kyiv Post and the Moscow Times were sold at the kiosk.",
        "Flights were late at Kennedy Airport and at Charles de Gaulle airport.",
        "Nadal won the Italian Open and the Madrid Masters.",
    ],
    "what stands behind a lake, a ship, a duke": [
        "The ferry crossed Lake Malawi in the dark.",
        "The University of Damascus press prints poems.",
        "HMS Malaya was scrapped at Faslane.",
    ],
    "an animal, a film, a shop": [
        "Jordan, her brown labrador, slept under the desk.",
        "Cyprus, a chestnut mare, won by a neck.",
        "A racehorse called Bolivia won at Ascot.",
        "The dog Russia slept.",
        "Iceland, the supermarket, is closing its shop in Leeds.",
    ],
    "another bearer of a leader's surname": [
        "Hunter Biden bought a car in Delaware.",
        "Cherie Blair spoke at the school.",
        "Sally Merkel baked three cakes.",
    ],
    "a first name or a surname": [
        "Jamaica Brightwell plays the cello.",
        "Valentina Cuban runs the bakery.",
        "Egypt Larkin sang, and so did Odessa Finch.",
    ],
    "an acronym that anybody may have": [
        "My ETA is noon, said the driver.",
        "Put it in your IRA, the adviser said.",
        "The SNP array found no deletion in the chromosome.",
        "Her PLA filament jammed in the nozzle of the 3D printer.",
    ],
    "a dish, a breed, a champion": [
        "A Norwegian forest cat and a Vietnamese pot-bellied pig shared the barn.",
        "Fold the batter and bake the Portuguese almond cake.",
        "The Brazilian striker bought a house.",
        "A Peruvian shawl is warmer than a Bolivian one.",
    ],
    "a game": [
        "Italy thrashed Wales 3-0 in Cardiff.",
        "Poland beat Mexico 2-0 and the players danced.",
        "Jamaica won the relay; Kenya took the steeplechase.",
        "The pole vaulter from Sweden jumped higher than ever.",
    ],
    "a river": ["Pilgrims came to bathe in the Jordan.", "The Niger runs past the market."],
}
CASES = [(kind, text) for kind, texts in NOBODY.items() for text in texts]


@pytest.mark.parametrize(("kind", "text"), CASES)
def test_part_of_another_name_is_no_actor(kind: str, text: str) -> None:
    assert named(text) == [], kind


SOMEBODY = [
    ("Vladimir Putin met Volodymyr Zelensky.", ["RUS", "UKR"]),
    ("President Biden and Chancellor Scholz met.", ["USA", "DEU"]),
    ("Yesterday Macron flew home.", ["FRA"]),
    ("The film angered Turkey.", ["TUR"]),
    ("Jordan, a kingdom at peace, shut the crossing.", ["JOR"]),
    ("Ukraine, Georgia and Moldova applied.", ["UKR", "GEO", "MDA"]),
    ("The ETA bombing shook Bilbao.", ["eta"]),
    ("Poland beat back Belarus, and troops closed the border.", ["POL", "BLR"]),
    ("Russia banned Polish apples.", ["RUS", "POL"]),
    ("Israel Police arrested two men.", ["ISR"]),
    ("The Niger coup went on.", ["NER"]),
]


@pytest.mark.parametrize(("text", "actors"), SOMEBODY)
def test_the_actor_itself_is_still_found(text: str, actors: list[str]) -> None:
    assert [actor for actor in named(text) if actor in actors] == actors


def test_a_group_s_seat_is_a_place_after_a_preposition() -> None:
    assert named("Hikers rested in Kilinochchi.", "2005-05-01") == []
    assert named("Kilinochchi rejected the offer of Colombo.", "2005-05-01") == ["ltte", "LKA"]


def test_between_two_terms_a_leader_led_nobody() -> None:
    (churchill,) = RESOLVER.mentions("Winston Churchill spoke.", on=on_day(date(1946, 3, 5))).mentions
    assert not churchill.borne.covers(date(1946, 3, 5))
    (churchill,) = RESOLVER.mentions("Winston Churchill spoke.", on=on_day(date(1952, 3, 5))).mentions
    assert churchill.borne.covers(date(1952, 3, 5))
