"""Names in texts become mentions of the actors that bore them."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amity.core.actors import Mention, NameKind
from amity.core.dates import ALWAYS, Period, in_year, on_day
from amity.resolve import Resolver
from tests.resolve.gazetteers import the_small_world

RESOLVER = Resolver(the_small_world())
ANOTHER = Resolver(the_small_world())
PIECES = [
    "Russia",
    "Syria’s",
    "Syrian-backed",
    "al‑Assad",
    "Bashar",
    "al",
    "Assad",
    "U.S.",
    "US",
    "USED",
    "Nigerien",
    "Moscow",
    "Soviet",
    "Union",
    "the",
    "rebels",
    "Rebels",
    "rebel-held",
    "regime",
    "government",
    "forces",
    "TÜRKİYE",
    "Tu\u0308rkiye",
    "Côte",
    "d’Ivoire",
    "NATO",
    "West",
    "British",
    "said",
    "İstanbul",
    "ﬁn",
    "—",
    "’",
    ".",
    "\n",
    "\u00a0",
    "Assad",
    "in",
    "of",
    "Turkey",
    "sandwich",
    "Jordan",
    "Michael",
    "Korea",
    "Kim",
    "\ud800",
    "한국",
    "🙂",
    "Georgia",
    "Chad",
]


def mentioned(text: str, *, on: Period = ALWAYS) -> list[tuple[str, str]]:
    return [(mention.text, mention.actor) for mention in RESOLVER.mentions(text, on=on).mentions]


def sole(text: str, *, on: Period = ALWAYS) -> Mention:
    mentions = RESOLVER.mentions(text, on=on).mentions
    assert len(mentions) == 1, mentions
    return mentions[0]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Russia and Syria", [("Russia", "RUS"), ("Syria", "SYR")]),
        ("the Syrian-backed plan", [("Syrian", "SYR")]),
        ("the Syrian–backed plan", [("Syrian", "SYR")]),
        ("Syria's war, Syria’s war", [("Syria", "SYR"), ("Syria", "SYR")]),
        ("the Russians’ aims", [("Russians", "RUS")]),
        ("The Nigerien army is not Nigeria's", [("Nigerien", "NER"), ("Nigeria", "NGA")]),
        ("Nigeriens", []),
        ("the U.S. said", [("U.S.", "USA")]),
        ("the U. S. said", [("U. S.", "USA")]),
        ("the U.S.-led force", [("U.S.", "USA")]),
        ("the U.S, Britain and the UK", [("U.S", "USA"), ("Britain", "GBR"), ("UK", "GBR")]),
        ("they told us; USED, BUS, US$5m, US_x", []),
        ("RUSSIA WARNS TURKISH TROOPS", [("RUSSIA", "RUS"), ("TURKISH", "TUR")]),
        ("RUSSIA’S AL-ASSAD", [("RUSSIA", "RUS"), ("AL-ASSAD", "SYR")]),
        ("russia and syria", []),
        ("Bashar al-Assad", [("Bashar al-Assad", "SYR")]),
        ("Bashar al‑Assad", [("Bashar al‑Assad", "SYR")]),
        ("Bashar al–Assad", [("Bashar al–Assad", "SYR")]),
        ("Bashar al Assad", [("Bashar al Assad", "SYR")]),
        ("Al-Assad’s aides", [("Al-Assad", "SYR")]),
        ("Türkiye, Turkiye, TÜRKİYE", [("Türkiye", "TUR"), ("Turkiye", "TUR"), ("TÜRKİYE", "TUR")]),
        ("Tu\u0308rkiye said", [("Tu\u0308rkiye", "TUR")]),
        ("Cote d’Ivoire and Côte d'Ivoire", [("Cote d’Ivoire", "CIV"), ("Côte d'Ivoire", "CIV")]),
        (
            "in Sana'a, Sana’a, Sanaʻa, Sanaa",
            [("Sana'a", "YEM"), ("Sana’a", "YEM"), ("Sanaʻa", "YEM"), ("Sanaa", "YEM")],
        ),
        ("the United\nStates", [("United\nStates", "USA")]),
        ("the United\u00a0States", [("United\u00a0States", "USA")]),
        ("The Kremlin, the Kremlin", [("The Kremlin", "RUS"), ("the Kremlin", "RUS")]),
        ("Syrian Arab Republic", [("Syrian Arab Republic", "SYR")]),
        ("@Russia and Russia_today", []),
        ("post-Soviet states, non-NATO allies, pre-Soviet ties", []),
        ("pro-Russian, anti-NATO", [("Russian", "RUS"), ("NATO", "nato")]),
        ("", []),
    ],
)
def test_a_name_is_found_as_it_stands_in_print(text: str, expected: list[tuple[str, str]]) -> None:
    assert mentioned(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Russian roulette", []),
        ("He ate a Turkey sandwich in Turkey", [("Turkey", "TUR")]),
        ("the West Bank and the West", [("the West", "the-west")]),
        ("around Lake Chad", []),
        ("Russian roulettes", [("Russian", "RUS")]),
    ],
)
def test_a_blocked_phrase_hides_the_names_in_it(text: str, expected: list[tuple[str, str]]) -> None:
    assert mentioned(text) == expected


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Russia", NameKind.NAME),
        ("Russian jets", NameKind.ADJECTIVE),
        ("Russians", NameKind.PEOPLE),
        ("the Kremlin", NameKind.SEAT),
        ("the Pentagon", NameKind.FORCE),
        ("Putin", NameKind.LEADER),
        ("the British said so", NameKind.PEOPLE),
        ("the British", NameKind.PEOPLE),
        ("the British invaded Egypt", NameKind.PEOPLE),
        ("a deal with the British.", NameKind.PEOPLE),
        ("the British oil company", NameKind.ADJECTIVE),
        ("the British armed forces", NameKind.ADJECTIVE),
        ("the British-backed plan", NameKind.ADJECTIVE),
    ],
)
def test_a_mention_says_by_which_kind_of_name(text: str, kind: NameKind) -> None:
    mention = sole(text)
    assert mention.name_kind is kind
    assert mention.text.startswith("the ") == (text == "the Kremlin" or (kind is NameKind.PEOPLE and "the" in text))


@pytest.mark.parametrize(
    ("on", "actor"),
    [(in_year(1970), "soviet-union"), (in_year(2016), "RUS"), (ALWAYS, "RUS"), (Period(None, date(2020, 1, 1)), "RUS")],
)
def test_a_seat_stands_for_the_state_that_it_was_the_seat_of(on: Period, actor: str) -> None:
    assert sole("Moscow agreed.", on=on).actor == actor


def test_a_year_shared_by_two_bearers_goes_to_the_one_that_fills_it() -> None:
    assert sole("Moscow agreed.", on=in_year(1991)).actor == "soviet-union"
    resolved = RESOLVER.mentions("Moscow agreed.", on=Period(date(1991, 7, 1), date(1992, 7, 1)))
    assert not resolved.mentions
    assert resolved.unresolved[0].rivals == ("RUS", "soviet-union")


def test_a_former_bearer_named_in_the_text_leaves_a_seat_open() -> None:
    resolved = RESOLVER.mentions("Moscow and the Soviet Union drifted apart.")
    assert [mention.actor for mention in resolved.mentions] == ["soviet-union"]
    assert [(name.text, name.rivals) for name in resolved.unresolved] == [("Moscow", ("RUS", "soviet-union"))]


@pytest.mark.parametrize(
    ("text", "on", "actors"),
    [
        ("A summit in Constantinople", ALWAYS, []),
        ("A summit in Constantinople", in_year(2018), []),
        ("A summit in Constantinople", in_year(1900), ["ottoman-empire"]),
        ("The Ottoman sultan in Constantinople", ALWAYS, ["ottoman-empire", "ottoman-empire"]),
    ],
)
def test_an_abandoned_seat_is_a_mere_place(text: str, on: Period, actors: list[str]) -> None:
    assert [actor for _, actor in mentioned(text, on=on)] == actors


def test_a_state_is_itself_where_its_predecessor_of_the_same_name_is_named_too() -> None:
    assert mentioned("Turkey is no Ottoman Empire") == [("Turkey", "TUR"), ("Ottoman Empire", "ottoman-empire")]
    assert mentioned("Turkey fought", on=in_year(1900)) == [("Turkey", "ottoman-empire")]


def test_a_name_outlives_its_actor_and_says_so() -> None:
    mention = sole("the Soviet Union", on=in_year(2020))
    assert mention.actor == "soviet-union"
    assert mention.borne.end == date(1991, 12, 26)


def test_a_leader_out_of_office_is_mentioned_with_the_term_that_he_had() -> None:
    mention = sole("Bashar al-Assad fled.", on=on_day(date(2025, 3, 1)))
    assert (mention.actor, mention.person) == ("SYR", "Bashar al-Assad")
    assert not mention.borne.covers(date(2025, 3, 1))


@pytest.mark.parametrize(
    ("text", "on", "person"),
    [
        ("Assad", in_year(1980), "Hafez al-Assad"),
        ("Assad", in_year(2010), "Bashar al-Assad"),
        ("Assad", ALWAYS, "Bashar al-Assad"),
        ("Hafez al-Assad ruled; Assad was feared.", ALWAYS, "Hafez al-Assad"),
        ("Bush", in_year(1990), "George H. W. Bush"),
        ("Bush", in_year(2005), "George W. Bush"),
        ("Kim", in_year(2000), "Kim Dae-jung"),
        ("Kim", in_year(2020), "Kim Jong-un"),
        ("Kim", ALWAYS, "Kim Jong-un"),
        ("South Korea's Kim", ALWAYS, "Kim Dae-jung"),
        ("Kim Dae-jung went; Kim spoke", ALWAYS, "Kim Dae-jung"),
    ],
)
def test_a_surname_is_the_leader_of_that_time(text: str, on: Period, person: str) -> None:
    leaders = [one for one in RESOLVER.mentions(text, on=on).mentions if one.name_kind is NameKind.LEADER]
    assert leaders
    assert {leader.person for leader in leaders} == {person}


@pytest.mark.parametrize(
    ("text", "on", "actor"),
    [
        ("Stoltenberg", in_year(2010), "NOR"),
        ("Stoltenberg", in_year(2020), "nato"),
        ("Stoltenberg", ALWAYS, "nato"),
        ("Norway's Stoltenberg", ALWAYS, "NOR"),
    ],
)
def test_a_leader_of_one_and_then_of_another_stands_for_either_in_its_time(text: str, on: Period, actor: str) -> None:
    (leader,) = [one for one in RESOLVER.mentions(text, on=on).mentions if one.name_kind is NameKind.LEADER]
    assert leader.actor == actor


def test_several_terms_of_a_leader_are_one_stretch_as_far_as_they_meet_the_time() -> None:
    assert sole("Putin").borne == Period(date(1999, 12, 31), None)
    assert sole("Putin", on=in_year(2005)).borne == Period(date(1999, 12, 31), date(2008, 5, 7))
    between = sole("Putin", on=in_year(2010)).borne  # then he led nobody: of his terms the last before it
    assert between == Period(date(1999, 12, 31), date(2008, 5, 7))


def test_a_title_and_a_leader_are_two_mentions() -> None:
    assert mentioned("Syrian President Bashar al-Assad") == [("Syrian", "SYR"), ("Bashar al-Assad", "SYR")]


def test_without_capitals_names_count_only_where_asked_for() -> None:
    text = "are russia and the us allies of assad, or is nato? who told us"
    assert mentioned(text) == []
    loose = RESOLVER.mentions(text, any_case=True).mentions
    assert [(one.text, one.actor) for one in loose] == [
        ("russia", "RUS"),
        ("us", "USA"),
        ("assad", "SYR"),
        ("nato", "nato"),
    ]


@given(st.lists(st.sampled_from(PIECES), max_size=14), st.sampled_from(["", " ", "-", "’s "]), st.booleans())
def test_mentions_are_sorted_apart_and_quote_the_text(pieces: list[str], joint: str, any_case: bool) -> None:
    text = joint.join(pieces)
    resolved = RESOLVER.mentions(text, any_case=any_case)
    spans = sorted((*resolved.mentions, *resolved.unresolved), key=lambda one: one.start)
    assert all(one.text == text[one.start : one.end] != "" for one in spans)
    assert all(one.end <= other.start for one, other in pairwise(spans))
    assert list(resolved.mentions) == sorted(resolved.mentions, key=lambda one: one.start)


@given(st.text(max_size=60), st.text(max_size=20))
def test_any_text_at_all_can_be_read(before: str, after: str) -> None:
    text = f"{before}! Russia; {after}"  # apart from both: of "the dog Russia" nothing should be found
    assert ("Russia", "RUS") in mentioned(text)


@given(st.lists(st.sampled_from(PIECES), max_size=10))
def test_reading_twice_finds_the_same(pieces: list[str]) -> None:
    text = " ".join(pieces)
    assert ANOTHER.mentions(text) == RESOLVER.mentions(text) == RESOLVER.mentions(text)
