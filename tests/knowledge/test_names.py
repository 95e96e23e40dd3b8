"""The table of names in other languages keeps its laws, and its reader tells every flaw."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from datetime import date
from itertools import combinations
from pathlib import Path

import pytest

from amity.core.actors import ActorId, ActorKind, NameKind
from amity.core.dates import Period, in_year
from amity.core.errors import KnowledgeError
from amity.knowledge.gazetteer import Gazetteer, Name
from amity.knowledge.letters import ABROAD, ENGLISH, LETTERS, Letters
from amity.knowledge.load_actors import load_gazetteer
from tests.knowledge.test_actors import NO_STATES, a_folder

SCRIPTS = {
    Letters.LATIN: ("\u0041", "\u024f"),
    Letters.CYRILLIC: ("\u0400", "\u04ff"),
    Letters.ARABIC: ("\u0600", "\u06ff"),
    Letters.HAN: ("\u3400", "\u9fff"),
}
THE_HAGUE = {"NLD", "icty", "international-court-of-justice", "international-criminal-court"}  # one city, four bearers


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return load_gazetteer()


def nothing_breaks(broken: Iterable[object]) -> None:
    lines = [str(entry) for entry in broken]
    assert not lines, "\n".join(lines)


def states_of_today(gazetteer: Gazetteer) -> set[ActorId]:
    """The states that are countries of today by CLDR's list, and no territories of others."""
    from babel import Locale
    from babel.core import get_global

    countries = {code for code in Locale("en").territories if len(code) == 2} - set(NO_STATES.split())
    long_codes = {
        alias
        for alias, territories in get_global("territory_aliases").items()
        if len(alias) == 3 and len(territories) == 1 and territories[0] in countries
    }
    states = {id_ for id_, actor in gazetteer.actors.items() if actor.kind is ActorKind.STATE}
    return states & {ActorId(code) for code in (*long_codes, "XKX")}


def test_every_state_of_today_has_a_name_in_each_language(gazetteer: Gazetteer) -> None:
    today = states_of_today(gazetteer)
    assert len(today) == 198
    for language in ABROAD:
        named = {name.actor for name in gazetteer.names_abroad[language] if name.kind is NameKind.NAME}
        nothing_breaks(f"{language}: {id_}" for id_ in sorted(today - named))


def test_eighty_states_have_adjectives_in_each_language_that_has_adjectives(gazetteer: Gazetteer) -> None:
    adjectives = (NameKind.ADJECTIVE, NameKind.PEOPLE)
    for language in set(ABROAD) - {"zh"}:
        assert len({one.actor for one in gazetteer.names_abroad[language] if one.kind in adjectives}) >= 80, language


def test_names_abroad_mean_actors_and_persons_of_the_other_tables(gazetteer: Gazetteer) -> None:
    persons = {(term.actor, term.person) for term in gazetteer.terms}
    names = [name for names in gazetteer.names_abroad.values() for name in names]
    nothing_breaks(name for name in names if name.actor not in gazetteer.actors)
    nothing_breaks(name for name in names if name.person is not None and (name.actor, name.person) not in persons)
    nothing_breaks(name for name in names if (name.kind is NameKind.LEADER) != (name.person is not None))


def test_no_name_abroad_is_listed_twice(gazetteer: Gazetteer) -> None:
    counted = Counter(name for names in gazetteer.names_abroad.values() for name in names)
    nothing_breaks(name for name, times in counted.items() if times > 1)


def test_names_are_written_in_the_letters_of_their_language(gazetteer: Gazetteer) -> None:
    for language, names in gazetteer.names_abroad.items():
        first, last = SCRIPTS[LETTERS[language]]
        nothing_breaks(
            name for name in names if name.language != language or not any(first <= sign <= last for sign in name.text)
        )


def test_names_are_long_enough_to_be_told_from_other_words(gazetteer: Gazetteer) -> None:
    nothing_breaks(
        name
        for names in gazetteer.names_abroad.values()
        for name in names
        if len(name.text) < 2 or name.text != name.text.strip()
    )


def test_a_seat_or_a_name_abroad_has_one_bearer_at_a_time(gazetteer: Gazetteer) -> None:
    for language, names in gazetteer.names_abroad.items():
        bearers: dict[str, list[Name]] = defaultdict(list)
        for name in names:
            bearers[name.text].append(name)
        nothing_breaks(
            f"{language} {text}: {one.actor}, {other.actor}"
            for text, group in bearers.items()
            for one, other in combinations(group, 2)
            if one.actor != other.actor
            and one.borne.overlaps(other.borne)
            and (one.person is None or one.person != other.person)
            and not {one.actor, other.actor} <= THE_HAGUE
        )


def test_a_name_is_not_blocked_in_its_own_language(gazetteer: Gazetteer) -> None:
    for language, phrases in gazetteer.blocked_abroad.items():
        nothing_breaks(sorted({name.text for name in gazetteer.names_abroad[language]} & set(phrases)))


def test_moscow_is_in_every_language_the_seat_of_the_state_of_that_time(gazetteer: Gazetteer) -> None:
    for text, language in (("Moscou", "fr"), ("Moskau", "de"), ("Москва", "ru"), ("莫斯科", "zh")):
        seats = [name for name in gazetteer.names_abroad[language] if name.text == text]
        assert {name.actor for name in seats if name.borne.overlaps(in_year(1970))} == {"soviet-union"}
        assert {name.actor for name in seats if name.borne.overlaps(in_year(2020))} == {"RUS"}


def test_a_row_lists_the_forms_of_a_name(tmp_path: Path) -> None:
    small = load_gazetteer(a_folder(tmp_path))
    assert [(name.text, str(name.borne), name.person) for name in small.names_abroad["ru"]] == [
        ("Россия", "1991-12-26..", None),
        ("России", "1991-12-26..", None),
        ("Путин", "2012-05-07..", "Vladimir Putin"),
    ]
    assert {name.language for name in small.names} == {ENGLISH}
    assert small.blocked_abroad == {"ru": ("русская рулетка",)}


def test_a_name_without_days_is_borne_as_long_as_its_actor_exists(tmp_path: Path) -> None:
    small = load_gazetteer(a_folder(tmp_path, names="СССР,USSR,ru,name,,,usual\nСССР,USSR,ru,name,1990-01-01..,,usual"))
    assert [str(name.borne) for name in small.names_abroad["ru"]] == [
        "1922-12-30..1991-12-26",
        "1990-01-01..1991-12-26",
    ]


def test_a_leader_bears_a_name_in_each_term_or_on_the_days_given(tmp_path: Path) -> None:
    leaders = "Vladimir Putin,,RUS,president,1999-12-31..2008-05-07,x\nVladimir Putin,,RUS,president,2012-05-07..,x"
    names = "Путин,RUS,ru,leader,,Vladimir Putin,usual\nВВП,RUS,ru,leader,2000-01-01..,Vladimir Putin,usual"
    small = load_gazetteer(a_folder(tmp_path, leaders=leaders, names=names))
    assert [(name.text, name.borne) for name in small.names_abroad["ru"]] == [
        ("Путин", Period(date(1999, 12, 31), date(2008, 5, 7))),
        ("Путин", Period(date(2012, 5, 7), None)),
        ("ВВП", Period(date(2000, 1, 1), None)),
    ]


@pytest.mark.parametrize(
    ("table", "lines", "told"),
    [
        ("names", "Россия,MARS,ru,name,,,x", "names.csv line 2, column 'actor': 'MARS' was given"),
        ("names", "Russia,RUS,en,name,,,x", "column 'language': 'en' was given, expected one of fr, es, de"),
        ("names", "Rossiya,RUS,tlh,name,,,x", "column 'language': 'tlh'"),
        ("names", "Россия,RUS,ru,nickname,,,x", "column 'kind': 'nickname' was given, expected one of name, adjective"),
        ("names", "Россия,RUS,ru,nominal,,,x", "column 'kind': 'nominal'"),
        ("names", " ;  ,RUS,ru,name,,,x", "column 'name': ' ;  ' was given"),
        ("names", "Россия,RUS,ru,name,1991,,x", "column 'borne': '1991' was given"),
        ("names", "СССР,USSR,ru,name,1995-01-01..,,x", "a time at which USSR existed (1922-12-30..1991-12-26)"),
        ("names", "Путин,RUS,ru,leader,,,x", "column 'person': '' was given, expected a person as in leaders.csv"),
        ("names", "Россия,RUS,ru,name,,Vladimir Putin,x", "column 'person': 'Vladimir Putin' was given"),
        ("names", "Путин,RUS,ru,leader,,V. Putin,x", "a person who in leaders.csv leads RUS"),
        ("names", "Россия,RUS,ru,name,,,", "column 'source': '' was given, expected some text"),
        ("not_names", ",ru,x", "not_names.csv line 2, column 'phrase'"),
        ("not_names", "рулетка,xx,x", "not_names.csv line 2, column 'language': 'xx'"),
    ],
)
def test_a_flaw_is_told_with_its_line_and_column(tmp_path: Path, table: str, lines: str, told: str) -> None:
    with pytest.raises(KnowledgeError) as flaw:
        load_gazetteer(a_folder(tmp_path, **{table: lines}))
    assert told in str(flaw.value)
