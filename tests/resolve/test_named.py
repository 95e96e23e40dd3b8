"""What people call an actor when they ask about it."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amity.core.actors import Unresolved
from amity.core.answers import AskedActor
from amity.core.dates import ALWAYS, Period, in_year
from amity.resolve import Resolver
from tests.resolve.gazetteers import the_small_world

RESOLVER = Resolver(the_small_world())


@pytest.mark.parametrize(
    ("name", "on", "id_"),
    [
        ("RUS", ALWAYS, "RUS"),
        ("rus", ALWAYS, "RUS"),
        ("syrian-opposition", ALWAYS, "syrian-opposition"),
        ("Syrian-Opposition", ALWAYS, "syrian-opposition"),
        ("russia", ALWAYS, "RUS"),
        (" Russia? ", ALWAYS, "RUS"),
        ("the US", ALWAYS, "USA"),
        ("the us", ALWAYS, "USA"),
        ("us", ALWAYS, "USA"),
        ("uk", ALWAYS, "GBR"),
        ("u.s.", ALWAYS, "USA"),
        ("nato", ALWAYS, "nato"),
        ("turkiye", ALWAYS, "TUR"),
        ("the russians", ALWAYS, "RUS"),
        ("Syrian rebels", ALWAYS, "syrian-opposition"),
        ("syrian rebels", ALWAYS, "syrian-opposition"),
        ("rebels in Syria", ALWAYS, "syrian-opposition"),
        ("the syrian government", ALWAYS, "SYR"),
        ("Assad", ALWAYS, "SYR"),
        ("assad's regime", ALWAYS, "SYR"),
        ("President Putin", ALWAYS, "RUS"),
        ("Syrian President Bashar al-Assad", ALWAYS, "SYR"),
        ("the kremlin", ALWAYS, "RUS"),
        ("the kremlin", in_year(1960), "soviet-union"),
        ("georgia", ALWAYS, "GEO"),
        ("Congo", ALWAYS, "COD"),
    ],
)
def test_an_actor_is_known_by_what_people_call_it(name: str, on: Period, id_: str) -> None:
    actor = RESOLVER.named(name, on=on)
    assert isinstance(actor, AskedActor), actor
    assert actor.id == id_
    assert actor.name == RESOLVER.gazetteer.actors[actor.id].name


def test_an_actor_asked_about_by_its_leader_comes_with_the_leader() -> None:
    actor = RESOLVER.named("Assad", on=in_year(1980))
    assert isinstance(actor, AskedActor)
    assert actor.person == "Hafez al-Assad"
    assert actor.borne.covers(date(1980, 1, 1))


@pytest.mark.parametrize(
    ("name", "hint"),
    [("Rusia", "Russia"), ("Syrria", "Syria"), ("Iraan", "Iran"), ("Houthies", "Houthi"), ("xyzzy", "an id such as")],
)
def test_an_unknown_name_brings_the_names_most_like_it(name: str, hint: str) -> None:
    nobody = RESOLVER.named(name)
    assert isinstance(nobody, Unresolved)
    assert hint in nobody.why


def test_a_name_of_several_says_who_they_are() -> None:
    nobody = RESOLVER.named("Korea")
    assert isinstance(nobody, Unresolved)
    assert nobody.rivals == ("KOR", "PRK")


@pytest.mark.parametrize("name", ["Russia and Syria", "Russian salad", "the rebels", "", "  ", "?"])
def test_what_names_no_one_actor_is_not_guessed(name: str) -> None:
    assert isinstance(RESOLVER.named(name), Unresolved)


@given(st.text(max_size=30))
def test_any_words_are_an_actor_or_unresolved(name: str) -> None:
    assert isinstance(RESOLVER.named(name), AskedActor | Unresolved)
