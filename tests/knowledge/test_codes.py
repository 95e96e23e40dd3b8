"""The laws of the codes that others give to states, and what some well-known ones mean on some days."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable
from datetime import date, timedelta
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amity.core.actors import Actor, ActorId, ActorKind
from amity.core.dates import Period
from amity.core.errors import KnowledgeError
from amity.knowledge.load import load_knowledge
from amity.knowledge.load_codes import FILE, HEADER, SYSTEMS, Code, load_codes

KNOWLEDGE = load_knowledge()
ACTORS = KNOWLEDGE.gazetteer.actors
CODES = KNOWLEDGE.codes
TODAY = date(2026, 1, 1)
UNNUMBERED = {"ison": {"XKX"}, "fips": {"ALA"}}  # no such code exists
STATES = "id,name,existed,also,adjectives,people,seats,forces,regimes,follows,source"
ADMITTED = {"cow", "cowc", "gw"}  # only independent states have these

days = st.dates(date(1800, 1, 1), TODAY)


@pytest.mark.parametrize(
    ("system", "code", "day", "actor"),
    [
        ("cow", "2", "1850-01-01", "USA"),
        ("cow", "200", "1914-08-04", "GBR"),
        ("cow", "365", "1905-01-01", "RUS"),
        ("cow", "365", "1962-10-22", "soviet-union"),
        ("cow", "365", "2014-03-01", "RUS"),
        ("cow", "255", "1866-07-03", "prussia"),
        ("cow", "255", "1914-08-01", "DEU"),
        ("cow", "255", "1960-01-01", None),
        ("cow", "255", "1995-01-01", "DEU"),
        ("cow", "260", "1960-01-01", "DEU"),
        ("cow", "260", "1995-01-01", None),
        ("cow", "265", "1989-11-09", "east-germany"),
        ("cow", "265", "1991-01-01", None),
        ("cow", "300", "1914-07-28", "austria-hungary"),
        ("cow", "305", "1938-03-01", "AUT"),
        ("cow", "315", "1968-08-21", "czechoslovakia"),
        ("cow", "316", "1999-03-12", "CZE"),
        ("cow", "317", "2004-03-29", "SVK"),
        ("cow", "325", "1859-06-24", "sardinia-piedmont"),
        ("cow", "325", "1915-05-23", "ITA"),
        ("cow", "345", "1914-07-28", "SRB"),
        ("cow", "345", "1948-06-28", "yugoslavia"),
        ("cow", "345", "1999-03-24", "serbia-and-montenegro"),
        ("cow", "345", "2010-01-01", "SRB"),
        ("cow", "552", "1970-01-01", "rhodesia"),
        ("cow", "552", "1985-01-01", "ZWE"),
        ("cow", "640", "1853-10-16", "ottoman-empire"),
        ("cow", "640", "1974-07-20", "TUR"),
        ("cow", "678", "1965-01-01", "north-yemen"),
        ("cow", "679", "2015-03-26", "YEM"),
        ("cow", "680", "1979-02-24", "south-yemen"),
        ("cow", "710", "1937-07-07", "CHN"),
        ("cow", "713", "1996-03-08", "TWN"),
        ("cow", "730", "1894-07-25", "korea-kingdom"),
        ("cow", "731", "1950-06-25", "PRK"),
        ("cow", "732", "1950-06-25", "KOR"),
        ("cow", "816", "1965-03-02", "north-vietnam"),
        ("cow", "816", "1979-02-17", "VNM"),
        ("cow", "817", "1955-01-01", "state-of-vietnam"),
        ("cow", "817", "1965-03-02", "south-vietnam"),
        ("cowc", "UKG", "1982-04-02", "GBR"),
        ("cowc", "GMY", "1940-05-10", "DEU"),
        ("cowc", "AUS", "1960-01-01", "AUT"),
        ("cowc", "AUL", "1960-01-01", "AUS"),
        ("cowc", "SWZ", "1990-01-01", "CHE"),
        ("cowc", "CZE", "1980-01-01", "czechoslovakia"),
        ("gw", "260", "2000-01-01", "DEU"),
        ("gw", "340", "2010-01-01", "SRB"),
        ("gw", "345", "1999-03-24", "serbia-and-montenegro"),
        ("gw", "678", "1970-01-01", "north-yemen"),
        ("gw", "678", "2015-03-26", "YEM"),
        ("gw", "970", "2005-01-01", "KIR"),
        ("cow", "970", "2005-01-01", "NRU"),
        ("gw", "99", "1825-01-01", "gran-colombia"),
        ("cameo", "RUS", "1985-01-01", "soviet-union"),
        ("cameo", "SUN", "1985-01-01", "soviet-union"),
        ("cameo", "RUS", "2020-01-01", "RUS"),
        ("cameo", "ROM", "2010-01-01", "ROU"),
        ("cameo", "PSE", "2010-01-01", "PSE"),
        ("fips", "RS", "2020-01-01", "RUS"),
        ("fips", "AU", "2020-01-01", "AUT"),
        ("fips", "AS", "2020-01-01", "AUS"),
        ("fips", "CH", "2020-01-01", "CHN"),
        ("fips", "SZ", "2020-01-01", "CHE"),
        ("fips", "IZ", "2003-03-20", "IRQ"),
        ("fips", "UP", "2022-02-24", "UKR"),
        ("iso2", "CS", "1980-01-01", "czechoslovakia"),
        ("iso2", "CS", "2005-01-01", "serbia-and-montenegro"),
        ("iso2", "ZR", "1996-01-01", "COD"),
        ("iso2", "YE", "1980-01-01", "north-yemen"),
        ("ison", "008", "2000-01-01", "ALB"),
        ("ison", "278", "1980-01-01", "east-germany"),
        ("ison", "280", "1980-01-01", "DEU"),
        ("ison", "810", "1980-01-01", "soviet-union"),
        ("wikidata", "Q159", "2020-01-01", "RUS"),
        ("wikidata", "Q34266", "1914-08-01", "RUS"),
        ("wikidata", "Q43287", "1914-08-01", "DEU"),
        ("wikidata", "Q865", "2020-01-01", "TWN"),
    ],
)
def test_well_known_codes_mean_their_states_on_their_days(system: str, code: str, day: str, actor: str | None) -> None:
    assert CODES.actor_of(system, code, date.fromisoformat(day)) == actor


@given(code=st.sampled_from(CODES.codes), day=days)
def test_a_code_means_its_actor_on_every_day_on_which_it_is_held(code: Code, day: date) -> None:
    found = CODES.actor_of(code.system, code.code, day)
    assert found == code.actor or not code.held.covers(day)
    assert code in CODES.codes_of(code.actor)


@given(code=st.sampled_from(CODES.codes), day=days)
def test_small_letters_spaces_and_zeros_in_front_do_not_matter(code: Code, day: date) -> None:
    numeric = SYSTEMS[code.system].numeric
    sloppy = f" {'0' if numeric else ''}{code.code.lower()} "
    shorn = code.code.lstrip("0") if numeric else code.code
    meant = CODES.actor_of(code.system, code.code, day)
    assert CODES.actor_of(code.system, sloppy, day) == CODES.actor_of(code.system, shorn, day) == meant


@given(system=st.sampled_from(sorted(SYSTEMS)), code=st.text(), day=days)
def test_any_text_may_be_asked_for(system: str, code: str, day: date) -> None:
    found = CODES.actor_of(system, code, day)
    assert found is None or found in ACTORS


def test_no_code_of_a_system_means_two_actors_on_one_day() -> None:
    borne: dict[tuple[str, str], list[Code]] = defaultdict(list)
    for code in CODES.codes:
        borne[code.system, code.code].append(code)
    shared = [
        pair for group in borne.values() for pair in combinations(group, 2) if pair[0].held.overlaps(pair[1].held)
    ]
    assert shared == []


def test_every_code_is_a_state_s_and_within_its_time() -> None:
    for code in CODES.codes:
        actor = ACTORS[code.actor]
        assert actor.kind is ActorKind.STATE
        assert code.held.meet(actor.existed) == code.held
        assert code.source


@pytest.mark.parametrize("system", sorted(SYSTEMS))
def test_every_state_of_today_has_a_code_where_there_is_one(system: str) -> None:
    of_today = {id_ for id_ in ACTORS if len(id_) == 3 and id_.isupper()}
    coded = {code.actor for code in CODES.codes if code.system == system and code.held.covers(TODAY)}
    if system in ADMITTED:
        assert len(of_today & coded) >= 195
    else:
        assert of_today - coded == UNNUMBERED.get(system, set())


def test_cameo_calls_a_state_of_today_by_its_own_id() -> None:
    for id_ in ACTORS:
        if len(id_) == 3 and id_.isupper():
            assert CODES.actor_of("cameo", id_, TODAY) == id_


def test_a_state_has_one_number_of_a_system_at_a_time_unless_it_changed() -> None:
    for system in ("cow", "cowc", "gw", "iso2"):
        held = Counter(code.actor for code in CODES.codes if code.system == system and code.held.covers(TODAY))
        assert [actor for actor, count in held.items() if count > 1] == []


def test_an_unknown_system_is_refused_and_the_known_ones_are_named() -> None:
    with pytest.raises(KnowledgeError, match=r"'ioc' was given, expected .* cow, cowc, gw"):
        CODES.actor_of("ioc", "GER", TODAY)


def test_who_has_no_codes_has_none() -> None:
    assert CODES.codes_of(ActorId("nobody")) == ()


def test_an_actor_of_the_user_s_changes_no_code(tmp_path: Path) -> None:
    table = tmp_path / "mine.csv"
    table.write_text(f"{STATES}\nSYR,Syria,1946-04-17..,,,,,,,,made up\n", encoding="utf-8")
    assert load_knowledge([table]).codes is CODES


RURITANIA = Actor(
    id=ActorId("RUR"), name="Ruritania", kind=ActorKind.STATE, existed=Period(date(1894, 5, 1), date(1950, 1, 1))
)
ZENDA = Actor(id=ActorId("ZEN"), name="Zenda", kind=ActorKind.STATE, existed=Period(date(1900, 1, 1)))
Write = Callable[..., Path]


@pytest.fixture
def written(tmp_path: Path) -> Write:
    def write(*rows: str, header: str = HEADER) -> Path:
        (tmp_path / FILE).write_text("\n".join([header, *rows, ""]), encoding="utf-8")
        return tmp_path

    return write


def loaded(folder: Path) -> tuple[Code, ...]:
    return load_codes({RURITANIA.id: RURITANIA, ZENDA.id: ZENDA}, folder).codes


def test_a_code_without_days_is_held_as_long_as_the_actor_existed(written: Write) -> None:
    assert loaded(written("RUR,cow,999,,made up")) == (Code(RURITANIA.id, "cow", "999", RURITANIA.existed, "made up"),)


def test_an_open_side_is_the_actor_s(written: Write) -> None:
    (code,) = loaded(written("RUR,cow,999,1910-01-01..,made up"))
    assert code.held == Period(date(1910, 1, 1), RURITANIA.existed.end)


def test_a_code_passes_from_one_actor_to_the_next_on_a_day(written: Write) -> None:
    folder = written("RUR,cow,999,..1910-01-01,made up", "ZEN,cow,999,1910-01-01..,made up")
    codes = load_codes({RURITANIA.id: RURITANIA, ZENDA.id: ZENDA}, folder)
    turn = date(1910, 1, 1)
    assert codes.actor_of("cow", "999", turn - timedelta(days=1)) == "RUR"
    assert codes.actor_of("cow", "999", turn) == "ZEN"


@pytest.mark.parametrize(
    ("row", "flaw"),
    [
        ("XYZ,cow,1,,made up", "column 'actor': 'XYZ' was given"),
        (",cow,1,,made up", "column 'actor': '' was given"),
        ("RUR,ioc,RUR,,made up", "column 'system': 'ioc' was given, expected one of cow, cowc"),
        ("RUR,cow,RUR,,made up", "column 'code': 'RUR' was given, expected a code of cow such as 365"),
        ("RUR,ison,8,,made up", "column 'code': '8' was given, expected a code of ison such as 008"),
        ("RUR,iso2,rr,,made up", "column 'code': 'rr' was given"),
        ("RUR,wikidata,159,,made up", "column 'code': '159' was given"),
        (
            "RUR,cow,1,1890-01-01..,made up",
            "column 'held': '1890-01-01..' was given, expected days at which RUR existed",
        ),
        ("RUR,cow,1,..1960-01-01,made up", "column 'held': '..1960-01-01' was given"),
        ("RUR,cow,1,1960-01-01..1970-01-01,made up", "column 'held'"),
        ("RUR,cow,1,1910,made up", "column 'held': '1910' was given, expected a period"),
        ("RUR,cow,1,,", "column 'source': '' was given"),
        (
            "ZEN,cow,998,1940-01-01..,made up",
            "column 'code': '998' was given, expected a code that cow has not for RUR",
        ),
        ("RUR,cow,998,1940-01-01..,made up", r"at that time \(line 2\)"),
        ("RUR,cow,1,", "5"),
    ],
)
def test_a_flaw_is_told_with_file_line_and_column(written: Write, row: str, flaw: str) -> None:
    with pytest.raises(KnowledgeError, match=rf"codes\.csv line 3.*{flaw}"):
        loaded(written("RUR,cow,998,,made up", row))


def test_another_header_is_refused(written: Write) -> None:
    with pytest.raises(KnowledgeError, match="the header"):
        loaded(written(header="actor,code"))


def test_a_missing_table_is_told(tmp_path: Path) -> None:
    with pytest.raises(KnowledgeError, match="no such file"):
        loaded(tmp_path)
