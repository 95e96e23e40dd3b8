"""Whom the names of event data sets mean."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amity.core.actors import ActorKind, NameKind, Unresolved
from amity.core.answers import AskedActor
from amity.core.dates import ALWAYS, Period, in_year
from amity.resolve import Resolver
from amity.resolve.coded_names import owner_in_brackets, state_of_coded_name
from tests.resolve.gazetteers import a_context, a_gazetteer, a_leader, a_nominal, an_actor, names

OWNERS = {
    "Russia": "RUS",
    "Syria": "SYR",
    "Holy See (Vatican City State)": "VAT",
    "Korea, Republic of": "KOR",
    "Democratic Republic of Congo": "COD",
    "Congo": "COG",
    "Soviet Union": "soviet-union",
    "Taliban": "taliban",
    "African Union": "african-union",
}
RESOLVER = Resolver(
    a_gazetteer(
        [
            an_actor("RUS", "Russia", existed="1991-12-26.."),
            an_actor("SYR", "Syria"),
            an_actor("VAT", "Holy See"),
            an_actor("KOR", "South Korea"),
            an_actor("COD", "Democratic Republic of the Congo"),
            an_actor("COG", "Republic of the Congo"),
            an_actor("soviet-union", "Soviet Union", existed="1922-12-30..1991-12-26"),
            an_actor("taliban", "Taliban", ActorKind.GROUP),
            an_actor("hezbollah", "Hezbollah", ActorKind.GROUP),
            an_actor("syrian-opposition", "Syrian opposition", ActorKind.GROUP),
            an_actor("african-union", "African Union", ActorKind.ORGANISATION),
        ],
        names("VAT", NameKind.NAME, "Vatican City State"),
        names("KOR", NameKind.NAME, "Republic of Korea"),
        names("COD", NameKind.NAME, "Congo; Democratic Republic of Congo"),
        names("COG", NameKind.NAME, "Congo"),
        a_leader("RUS", "Dmitry Medvedev", "Medvedev", "2008-05-07..2012-05-07"),
        nominals=[a_nominal("rebel group", "SYR", "syrian-opposition")],
        contexts=[a_context("Congo", "COD", "kinshasa", usual=True), a_context("Congo", "COG", "brazzaville")],
    )
)


def told(name: str, on: Period = ALWAYS) -> str | None:
    asked = state_of_coded_name(name, RESOLVER, on)
    return asked.id if isinstance(asked, AskedActor) else None


@pytest.mark.parametrize(
    ("name", "id_"),
    [
        ("Russia", "RUS"),
        ("Foreign Affairs (Russia)", "RUS"),
        ("Citizen (Syria)", "SYR"),
        ("Rebel Group (Syria)", "SYR"),
        ("Other Authorities / Officials (Russia)", "RUS"),
        ("Member of Legislative (Govt) (Russia)", "RUS"),
        ("Priest (Holy See (Vatican City State))", "VAT"),
        ("Head of Government (Korea, Republic of)", "KOR"),
        ("Police (Democratic Republic of Congo)", "COD"),
        ("Police (Congo)", "COG"),
        ("Peacekeeping Troop (African Union)", "african-union"),
    ],
)
def test_a_role_belongs_to_whom_its_brackets_name(name: str, id_: str) -> None:
    assert told(name) == id_


@pytest.mark.parametrize(
    ("name", "id_"),
    [("Hezbollah", "hezbollah"), ("Combatant (Taliban)", "taliban"), ("Taliban", "taliban")],
)
def test_a_group_is_an_actor_of_its_own_and_of_no_state(name: str, id_: str) -> None:
    assert told(name) == id_


@pytest.mark.parametrize("name", ["Dmitry Medvedev", "Dmitry Anatolyevich Medvedev"])
def test_a_leader_stands_for_his_state_with_his_term(name: str) -> None:
    asked = state_of_coded_name(name, RESOLVER, in_year(2010))
    assert isinstance(asked, AskedActor)
    assert (asked.id, asked.person, str(asked.borne)) == ("RUS", "Dmitry Medvedev", "2008-05-07..2012-05-07")


@pytest.mark.parametrize("name", ["", "()", "Citizen ()", "Citizen (Atlantis)", "Maria Lopez", "Hawiye (ethnic)"])
def test_a_name_of_nobody_is_left_open_as_a_whole(name: str) -> None:
    asked = state_of_coded_name(name, RESOLVER)
    assert isinstance(asked, Unresolved)
    assert (asked.start, asked.end, asked.text) == (0, len(name), name)
    assert asked.why


@given(role=st.from_regex(r"[A-Z][a-z /-]{0,20}", fullmatch=True), owner=st.sampled_from(sorted(OWNERS)))
def test_the_role_changes_nothing(role: str, owner: str) -> None:
    assert owner_in_brackets(f"{role} ({owner})") == owner
    assert told(f"{role} ({owner})") == told(owner) == OWNERS[owner]


@given(st.text(max_size=60))
def test_any_name_is_told_or_left_open(name: str) -> None:
    asked = state_of_coded_name(name, RESOLVER)
    assert isinstance(asked, AskedActor) or asked.text == name
