"""The named periods and date words that come with the program, and how bad ones are refused."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date
from importlib.resources import files

import pytest

from amity.core.dates import Period
from amity.core.errors import KnowledgeError
from amity.ground.find import find_times
from amity.knowledge.named_periods import (
    DateWords,
    load_date_words,
    load_named_periods,
    parse_date_words,
    parse_named_periods,
)

PERIODS = load_named_periods()
WORDS = load_date_words()
HEAD = "name,also,from,until,about,source\n"
ENGLISH = files("amity.knowledge").joinpath("languages", "en", "dates.toml").read_text("utf-8")


def test_there_are_periods_enough_for_the_whole_world_since_1815() -> None:
    assert len(PERIODS.periods) >= 150
    assert len({actor for named in PERIODS.periods for actor in named.about}) >= 60


def test_no_name_means_two_periods() -> None:
    names = Counter(name for named in PERIODS.periods for name in named.names)
    assert [name for name, count in names.items() if count > 1] == []


def test_periods_lie_in_known_history_and_cite_a_source() -> None:
    for named in PERIODS.periods:
        assert named.period.start is not None and date(1800, 1, 1) <= named.period.start < date(2026, 1, 1)
        assert len(named.source) > 10
        assert named.name == named.name.strip()


def test_actors_are_ids_and_not_names() -> None:
    for named in PERIODS.periods:
        assert all(re.fullmatch(r"[A-Z]{3}|[a-z]+(-[a-z]+)*", actor) for actor in named.about), named.name


def test_every_name_of_every_period_is_found_in_a_text() -> None:
    lost = [
        name
        for named in PERIODS.periods
        for name in named.names
        if periods_found(f"It was during {name} and so it was.") != [named.period]
    ]
    assert lost == []


def periods_found(text: str) -> list[Period | None]:
    return [time.period for time in find_times(text, published=None, periods=PERIODS, words=WORDS)]


@pytest.mark.parametrize(
    ("row", "part"),
    [
        ("The War,,2011-13-01,,SYR,a treaty", "line 2"),
        ("The War,,2011-01-01,2010-01-01,SYR,a treaty", "The War"),
        ("The War,,2011-01-01,,SYR,", "source"),
        (",,2011-01-01,,SYR,a treaty", "name"),
        ("The War,,soon,,SYR,a treaty", "soon"),
    ],
)
def test_a_bad_row_is_refused_by_line(row: str, part: str) -> None:
    with pytest.raises(KnowledgeError, match=part):
        parse_named_periods(HEAD + row + "\n")


def test_other_columns_are_refused() -> None:
    with pytest.raises(KnowledgeError, match="columns"):
        parse_named_periods("name,from,until\nx,2011-01-01,\n")


def test_an_unknown_language_is_refused_with_what_to_do() -> None:
    for code in ("xx", "../en", ""):
        with pytest.raises(KnowledgeError, match="languages/en"):
            load_date_words(code)


@pytest.mark.parametrize(
    ("old", "new", "part"),
    [
        ("[seasons]", "[saisons]", "seasons"),
        ("onward = [", "onwards = [", "roles"),
        ("language = ", "language ", "TOML"),
    ],
)
def test_date_words_that_lack_a_list_are_refused_by_its_name(old: str, new: str, part: str) -> None:
    with pytest.raises(KnowledgeError, match=part):
        parse_date_words(ENGLISH.replace(old, new, 1))


def test_another_language_needs_no_change_in_the_code() -> None:
    german = (
        ENGLISH.replace("january = 1", "januar = 1")
        .replace("december = 12", "dezember = 12")
        .replace('since = ["since",', 'since = ["seit",')
        .replace('year = ["year", "years"]', 'year = ["jahr", "jahren"]')
    )
    words: DateWords = parse_date_words(german)
    (time,) = find_times("Seit Dezember 2024 ist es so.", published=None, periods=PERIODS, words=words)
    assert f"{time.text} | {time.role} | {time.period}" == "Seit Dezember 2024 | since | 2024-12-01..2025-01-01"
