"""Organisations in no list: found by their shape, kept apart."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amity.core.actors import ActorId, Mention, NameKind
from amity.knowledge.unlisted_shapes import load_unlisted_shapes
from amity.resolve.unlisted import find_unlisted, unlisted_name, with_unlisted

SHAPES = load_unlisted_shapes()


def listed(text: str, *names: tuple[str, str]) -> list[Mention]:
    return [
        Mention(start=text.index(n), end=text.index(n) + len(n), text=n, actor=ActorId(a), name_kind=NameKind.ADJECTIVE)
        for n, a in names
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The Red Dawn Brigade claimed the raid.", ["Red Dawn Brigade"]),
        ("He joined the Front for the Liberation of the Marshes in May.", ["Front for the Liberation of the Marshes"]),
        ("Fighters of the Azure Mountain Liberation Army fled.", ["Azure Mountain Liberation Army"]),
        ("The Salvation Army sang.", []),
        ("an army of volunteers on the western front", []),
        ("The Army said so.", []),
    ],
)
def test_names_with_the_shape_of_an_organisation_are_found(text: str, found: list[str]) -> None:
    assert [mention.text for mention in find_unlisted(text, (), SHAPES)] == found


def test_a_states_own_army_is_not_unlisted_and_a_group_named_after_a_people_is() -> None:
    text = "The Chadian Army fought the Chadian Falcon Brigade."
    mentions = [
        Mention(start=4, end=11, text="Chadian", actor=ActorId("TCD"), name_kind=NameKind.ADJECTIVE),
        Mention(start=28, end=35, text="Chadian", actor=ActorId("TCD"), name_kind=NameKind.ADJECTIVE),
    ]
    found = find_unlisted(text, mentions, SHAPES)
    assert [mention.actor for mention in found] == ["unlisted:chadian-falcon-brigade"]
    together = with_unlisted(mentions, found)
    assert [mention.text for mention in together] == ["Chadian", "Chadian Falcon Brigade"]


def test_a_listed_name_is_left_alone() -> None:
    text = "The Free Papua Movement spoke."
    whole = listed(text, ("Free Papua Movement", "free-papua-movement"))
    assert find_unlisted(text, whole, SHAPES) == ()


def test_the_same_name_has_the_same_id_however_it_is_accented() -> None:
    ids = {find_unlisted(f"the {name} Brigade", (), SHAPES)[0].actor for name in ("Café Noir", "Cafe Noir")}
    assert ids == {"unlisted:cafe-noir-brigade"}
    assert unlisted_name(ids.pop()) == "Cafe Noir Brigade"
    assert unlisted_name(ActorId("RUS")) is None


@given(st.text(max_size=120))
def test_any_text_gives_mentions_that_stand_where_they_are_said_to(text: str) -> None:
    for mention in find_unlisted(text, (), SHAPES):
        assert text[mention.start : mention.end] == mention.text
        assert mention.actor.startswith("unlisted:")
