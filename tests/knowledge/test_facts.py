"""The laws of the built-in facts, and what they must know of some famous pairs."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from importlib.resources import files

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from amity.core.actors import ActorId
from amity.core.dates import Period
from amity.core.relations import Dyad
from amity.knowledge.load_actors import load_gazetteer
from amity.knowledge.load_facts import COLUMNS, Fact, load_facts
from amity.knowledge.relation_types import load_relation_types

GAZETTEER = load_gazetteer()
FACTS = load_facts(GAZETTEER.memberships, GAZETTEER.actors)
KINDS = load_relation_types()
THEMES = {"alliances", "bases", "partnerships", "patronage", "ruptures", "wars"}
LATEST = date(2026, 1, 1)
YEAR = re.compile(r"\b(1[3-9]\d\d|20[0-2]\d)\b")
SINCE = re.compile(r"\b(18|19|20)\d\d\b")


def nothing_breaks(flaws: Iterable[object]) -> None:
    found = list(flaws)
    assert not found, f"{len(found)} break the law: {found[:12]}"


def names_by_actor() -> Mapping[ActorId, set[str]]:
    """Every name and adjective an actor ever bore, in small letters."""
    names: dict[ActorId, set[str]] = defaultdict(set)
    for name in GAZETTEER.names:
        names[name.actor].add(name.text.lower())
    for id_, actor in GAZETTEER.actors.items():
        names[id_].add(actor.name.lower())
    return names


def test_the_facts_cover_two_centuries_and_all_themes() -> None:
    assert {fact.row.split(":")[0] for fact in FACTS.rows} == THEMES
    assert len(FACTS.rows) >= 1000
    assert len({fact.held.start.year // 10 for fact in FACTS.rows if fact.held.start}) >= 20
    assert len({actor for fact in FACTS.rows for actor in (fact.actor, fact.recipient)}) >= 250


def test_every_type_is_a_standing_or_a_sanction() -> None:
    nothing_breaks(
        fact.row
        for fact in FACTS.rows
        if fact.type not in KINDS or not (KINDS[fact.type].family == "standing" or fact.type == "SANCTION")
    )


def test_nobody_has_a_fact_with_itself() -> None:
    nothing_breaks(fact.row for fact in FACTS.rows if fact.actor == fact.recipient)


def test_a_fact_holds_only_while_both_actors_exist() -> None:
    nothing_breaks(
        (fact.row, actor, str(fact.held), str(GAZETTEER.actors[actor].existed))
        for fact in FACTS.rows
        for actor in (fact.actor, fact.recipient)
        if fact.held.meet(GAZETTEER.actors[actor].existed) != fact.held
    )


def test_a_fact_begins_on_a_day_that_has_come_and_ends_after_it() -> None:
    nothing_breaks(
        (fact.row, str(fact.held))
        for fact in FACTS.rows
        if fact.held.start is None
        or not date(1800, 1, 1) <= fact.held.start < LATEST
        or (fact.held.end is not None and not fact.held.start < fact.held.end <= LATEST)
    )


def test_no_two_rows_are_alike() -> None:
    nothing_breaks(key for key, count in Counter(_identity(fact) for fact in FACTS.rows).items() if count > 1)
    texts = Counter((fact.actor, fact.recipient, fact.type, fact.text) for fact in FACTS.rows)
    nothing_breaks(key for key, count in texts.items() if count > 1)


def _identity(fact: Fact) -> tuple[ActorId, ActorId, str, date | None]:
    """Undirected facts are the same whichever side is named first."""
    if KINDS[fact.type].directed:
        return fact.actor, fact.recipient, fact.type, fact.held.start
    dyad = Dyad.of(fact.actor, fact.recipient)
    return dyad.a, dyad.b, fact.type, fact.held.start


def test_every_text_is_one_whole_sentence_with_a_year() -> None:
    nothing_breaks(
        (fact.row, fact.text)
        for fact in FACTS.rows
        if not fact.text.endswith(".")
        or not fact.text[0].isupper()
        or not YEAR.search(fact.text)
        or re.search(r"[{}|]|\s{2}|\bthe the\b|\.\.|,,| ,| \.", fact.text, re.IGNORECASE)
    )


def test_every_text_names_both_sides() -> None:
    names = names_by_actor()
    nothing_breaks(
        (fact.row, actor, fact.text)
        for fact in FACTS.rows
        for actor in (fact.actor, fact.recipient)
        if not any(name in fact.text.lower() for name in names[actor])
    )


def test_every_fact_cites_a_source() -> None:
    nothing_breaks((fact.row, fact.source) for fact in FACTS.rows if len(fact.source.strip()) < 8)
    undated = [fact.row for fact in FACTS.rows if not re.search(r"\d{4}", fact.source)]
    assert len(undated) < len(FACTS.rows) * 0.06, undated


@pytest.mark.parametrize("theme", sorted(THEMES))
def test_rows_stand_in_the_order_of_their_days(theme: str) -> None:
    table = files("amity.knowledge").joinpath("facts", f"{theme}.csv").read_text(encoding="utf-8")
    rows = list(csv.DictReader(io.StringIO(table)))
    assert list(rows[0]) == COLUMNS
    keys = [(row["from"], row["actor"], row["recipient"], row["type"]) for row in rows]
    assert keys == sorted(keys)


def test_bindings_are_of_organisations_with_members() -> None:
    members = Counter(held.organisation for held in GAZETTEER.memberships)
    nothing_breaks(one.row for one in FACTS.bindings if members[one.organisation] < 2)
    nothing_breaks(name for name, count in Counter(one.organisation for one in FACTS.bindings).items() if count > 1)
    nothing_breaks(one.row for one in FACTS.bindings if one.type not in KINDS or KINDS[one.type].directed)


def test_every_binding_text_is_a_sentence_with_a_year_and_a_source() -> None:
    nothing_breaks(
        one.row
        for one in FACTS.bindings
        if not one.text.endswith(".") or not YEAR.search(one.text) or not SINCE.search(one.source)
    )


def test_a_bound_fact_lies_inside_both_memberships() -> None:
    facts = FACTS.facts_about(Dyad.of(ActorId("POL"), ActorId("TUR")))
    (fact,) = (fact for fact in facts if "North Atlantic" in fact.text)
    assert fact.held == Period(date(1999, 3, 12), None)
    assert fact.text.startswith("Poland and Turkey are bound by the North Atlantic Treaty")


STATES = sorted(id_ for id_ in GAZETTEER.actors if len(id_) == 3)


@settings(max_examples=60)
@given(st.sampled_from(STATES), st.sampled_from(STATES))
def test_what_is_known_of_a_pair_is_known_of_each_of_the_two(one: ActorId, other: ActorId) -> None:
    if one == other:
        return
    about = {(fact.row.split(":")[0], fact.type, fact.held) for fact in FACTS.facts_about(Dyad.of(one, other))}
    of_one = {
        (fact.row.split(":")[0], fact.type, fact.held)
        for fact in FACTS.facts_of(one)
        if other in (fact.actor, fact.recipient)
    }
    assert about == of_one


def types_on(a: str, b: str, day: str) -> set[str]:
    """The types of all facts about two actors that held on a day."""
    facts = FACTS.facts_about(Dyad.of(ActorId(a), ActorId(b)))
    return {fact.type for fact in facts if fact.held.covers(date.fromisoformat(day))}


@pytest.mark.parametrize(
    ("a", "b", "day", "known"),
    [
        ("RUS", "SYR", "2016-01-01", {"ALLIED", "PACT", "BACKS", "HOSTS"}),
        ("RUS", "UKR", "2023-01-01", {"AT_WAR", "HOSTILE"}),
        ("RUS", "FRA", "1905-01-01", {"PACT"}),
        ("soviet-union", "DEU", "1940-06-01", {"PACT"}),
        ("soviet-union", "DEU", "1942-06-01", {"AT_WAR"}),
        ("USA", "JPN", "1943-01-01", {"AT_WAR"}),
        ("USA", "JPN", "1975-01-01", {"PACT", "ALLIED", "HOSTS"}),
        ("USA", "CUB", "1970-01-01", {"HOSTILE", "SANCTION"}),
        ("USA", "IRN", "1970-01-01", {"PACT", "BACKS"}),
        ("USA", "IRN", "1990-01-01", {"HOSTILE"}),
        ("IRN", "IRQ", "1985-01-01", {"AT_WAR"}),
        ("EGY", "ISR", "1973-10-10", {"AT_WAR"}),
        ("EGY", "ISR", "2000-01-01", {"PACT"}),
        ("DEU", "FRA", "1916-01-01", {"AT_WAR"}),
        ("DEU", "FRA", "2021-01-01", {"PACT"}),
        ("austria-hungary", "DEU", "1890-01-01", {"PACT"}),
        ("GBR", "PRT", "1850-01-01", {"PACT"}),
        ("SAU", "QAT", "2018-01-01", {"HOSTILE", "SANCTION"}),
        ("DZA", "MAR", "2025-06-01", {"HOSTILE"}),
        ("CHN", "PRK", "1951-06-01", {"ALLIED"}),
        ("soviet-union", "CHN", "1970-01-01", {"HOSTILE"}),
        ("IRN", "hezbollah", "2006-08-01", {"BACKS"}),
        ("ISR", "hezbollah", "2006-08-01", {"AT_WAR"}),
        ("SYR", "hayat-tahrir-al-sham", "2020-01-01", {"AT_WAR"}),
        ("MLI", "NER", "2024-01-01", {"PACT"}),
        ("TUR", "AZE", "2022-01-01", {"PACT", "ALLIED"}),
        ("ETH", "ERI", "1999-01-01", {"AT_WAR"}),
        ("ETH", "ERI", "2021-01-01", {"ALLIED"}),
    ],
)
def test_famous_relations_are_known(a: str, b: str, day: str, known: set[str]) -> None:
    assert known <= types_on(a, b, day)


@pytest.mark.parametrize(
    ("a", "b", "day", "ended"),
    [
        ("RUS", "SYR", "2025-06-01", {"ALLIED", "PACT", "BACKS"}),
        ("IRN", "SYR", "2025-06-01", {"ALLIED", "BACKS", "HOSTS"}),
        ("UKR", "SYR", "2025-12-01", {"HOSTILE"}),
        ("USA", "CUB", "2016-01-01", {"HOSTILE"}),
        ("SAU", "IRN", "2024-01-01", {"HOSTILE"}),
        ("DEU", "RUS", "1918-06-01", {"AT_WAR"}),
        ("soviet-union", "EGY", "1977-01-01", {"PACT"}),
        ("USA", "TWN", "1985-01-01", {"PACT"}),
        ("GBR", "RUS", "2024-01-01", {"PACT", "ALLIED", "PARTNERED"}),
        ("DEU", "ITA", "1943-12-01", {"PACT"}),
    ],
)
def test_what_ended_is_not_said_to_hold(a: str, b: str, day: str, ended: set[str]) -> None:
    assert not ended & types_on(a, b, day)


def test_nobody_is_at_war_with_its_own_side() -> None:
    """A treaty may outlive peace on paper, but no row may call two sides of one war its co-belligerents."""
    wars: dict[Dyad, list[Fact]] = defaultdict(list)
    for fact in FACTS.rows:
        if fact.type == "AT_WAR":
            wars[Dyad.of(fact.actor, fact.recipient)].append(fact)
    nothing_breaks(
        (war.row, fact.row)
        for fact in FACTS.rows
        if fact.type == "ALLIED"
        for war in wars[Dyad.of(fact.actor, fact.recipient)]
        if war.held.overlaps(fact.held)
    )
