"""Times in words: what is found, what period it names, and what is no time at all."""

from __future__ import annotations

from datetime import date

import pytest

from amity.ground.find import find_times
from amity.ground.times import RestsOn, Role
from amity.knowledge.named_periods import DateWords, NamedPeriods

PUBLISHED = date(2024, 12, 10)  # a Tuesday

# The text; the times in it, each as "words | role | period", where "?" is a time without a place.
DATED_BY_THE_TEXT = [
    ("Assad fled on 8 December 2024.", ["on 8 December 2024 | on | 2024-12-08..2024-12-09"]),
    ("Assad fled on December 8, 2024.", ["on December 8, 2024 | on | 2024-12-08..2024-12-09"]),
    ("Assad fled on Dec. 8, 2024.", ["on Dec. 8, 2024 | on | 2024-12-08..2024-12-09"]),
    ("Assad fled on the 8th of December, 2024.", ["on the 8th of December, 2024 | on | 2024-12-08..2024-12-09"]),
    ("Assad fled on Sunday, 8 December 2024.", ["on Sunday, 8 December 2024 | on | 2024-12-08..2024-12-09"]),
    ("It fell on 2024-12-08 at last.", ["on 2024-12-08 | on | 2024-12-08..2024-12-09"]),
    ("It fell on 2024/12/08 at last.", ["on 2024/12/08 | on | 2024-12-08..2024-12-09"]),
    ("It fell on 8.12.2024 at last.", ["on 8.12.2024 | on | 2024-12-08..2024-12-09"]),
    ("It fell on 28/12/2024 at last.", ["on 28/12/2024 | on | 2024-12-28..2024-12-29"]),
    ("It fell on 12/28/2024 at last.", ["on 12/28/2024 | on | 2024-12-28..2024-12-29"]),
    ("It fell on 8/12/2024 at last.", ["on 8/12/2024 | on | 2024-01-01..2025-01-01"]),
    ("They met on Thu August 29, 2013 in Kazan.", ["on Thu August 29, 2013 | on | 2013-08-29..2013-08-30"]),
    ("Talks were held 19-21 September 2016.", ["19-21 September 2016 | on | 2016-09-19..2016-09-22"]),
    ("Talks were held on September 19–21, 2016.", ["on September 19–21, 2016 | on | 2016-09-19..2016-09-22"]),
    (
        "From 19 September to 3 October 2016 they fought.",
        ["From 19 September to 3 October 2016 | span | 2016-09-19..2016-10-04"],
    ),
    (
        "Between December 28, 2015 and January 3, 2016 they fought.",
        ["Between December 28, 2015 and January 3, 2016 | span | 2015-12-28..2016-01-04"],
    ),
    ("It began in September 2015.", ["in September 2015 | on | 2015-09-01..2015-10-01"]),
    ("It began in Sept. 2015.", ["in Sept. 2015 | on | 2015-09-01..2015-10-01"]),
    ("It began in September of 2015.", ["in September of 2015 | on | 2015-09-01..2015-10-01"]),
    ("It began in 2015-09, says the log.", ["in 2015-09 | on | 2015-09-01..2015-10-01"]),
    ("They fought in July and August 2014.", ["in July and August 2014 | on | 2014-07-01..2014-09-01"]),
    ("They fought in July-August 2014.", ["in July-August 2014 | on | 2014-07-01..2014-09-01"]),
    ("They fought from November to February 2014.", ["from November to February 2014 | on | 2013-11-01..2014-03-01"]),
    (
        "Russia helped (from September 2015 to December 2024) with arms.",
        ["from September 2015 to December 2024 | span | 2015-09-01..2025-01-01"],
    ),
    ("In the spring of 2011 protests spread.", ["In the spring of 2011 | on | 2011-03-01..2011-06-01"]),
    ("In the spring and summer of 2018 it won.", ["In the spring and summer of 2018 | on | 2018-03-01..2018-09-01"]),
    ("In fall 2015 Russia came.", ["In fall 2015 | on | 2015-09-01..2015-12-01"]),
    ("In the winter of 2015-16 it won.", ["In the winter of 2015-16 | on | 2015-12-01..2016-03-01"]),
    ("In the winter of 2015 it won.", ["In the winter of 2015 | on | 2014-12-01..2016-03-01"]),
    ("In 2015, Russia intervened.", ["In 2015 | on | 2015-01-01..2016-01-01"]),
    ("Russia has been there since 2015.", ["since 2015 | since | 2015-01-01..2016-01-01"]),
    ("From 2015 on, Russia was there.", ["From 2015 on | since | 2015-01-01..2016-01-01"]),
    ("Starting in 2016, Russia bombed.", ["Starting in 2016 | since | 2016-01-01..2017-01-01"]),
    ("Russia was there until 2024.", ["until 2024 | until | 2024-01-01..2025-01-01"]),
    ("Russia was there before 1991.", ["before 1991 | before | 1991-01-01..1992-01-01"]),
    ("Prior to 1991 it was not so.", ["Prior to 1991 | before | 1991-01-01..1992-01-01"]),
    ("Russia returned after 2015.", ["after 2015 | after | 2015-01-01..2016-01-01"]),
    ("A post-2015 order took shape.", ["post-2015 | after | 2015-01-01..2016-01-01"]),
    ("Between 1958 and 1961 they were one state.", ["Between 1958 and 1961 | span | 1958-01-01..1962-01-01"]),
    ("From 1958 to 1961 they were one state.", ["From 1958 to 1961 | span | 1958-01-01..1962-01-01"]),
    ("From 1958 through 1961 they were one state.", ["From 1958 through 1961 | span | 1958-01-01..1962-01-01"]),
    ("The rebels’ strategy in 2011-12, encouraged by Ankara", ["in 2011-12 | span | 2011-01-01..2013-01-01"]),
    ("The war (2011–2024) is over.", ["2011–2024 | span | 2011-01-01..2025-01-01"]),
    ("The war of 2011—2024 is over.", ["2011—2024 | span | 2011-01-01..2025-01-01"]),
    ("The war (2011-present) goes on.", ["2011-present | since | 2011-01-01..2012-01-01"]),
    ("From 2011 to the present they fought.", ["From 2011 to the present | since | 2011-01-01..2012-01-01"]),
    ("Early 2024 saw talks.", ["Early 2024 | on | 2024-01-01..2024-06-01"]),
    ("Talks were held in mid-2013.", ["in mid-2013 | on | 2013-05-01..2013-09-01"]),
    ("Talks were held in late 2024.", ["in late 2024 | on | 2024-08-01..2025-01-01"]),
    ("Talks were held in early September 2015.", ["in early September 2015 | on | 2015-09-01..2015-09-13"]),
    ("At the end of 2015 it won.", ["At the end of 2015 | on | 2015-12-01..2016-01-01"]),
    ("In the first half of 2016 it won.", ["In the first half of 2016 | on | 2016-01-01..2016-07-01"]),
    ("In the 1960s they were friends.", ["In the 1960s | on | 1960-01-01..1970-01-01"]),
    ("In the 1960s and early 1970s", ["In the 1960s and early 1970s | on | 1960-01-01..1974-01-01"]),
    ("Since the 1970s they were friends.", ["Since the 1970s | since | 1970-01-01..1980-01-01"]),
    ("From the 1960s to the 1980s", ["From the 1960s to the 1980s | span | 1960-01-01..1990-01-01"]),
    ("In the late 1970s they were friends.", ["In the late 1970s | on | 1976-01-01..1980-01-01"]),
    ("In the '90s they were friends.", ["In the '90s | on | 1990-01-01..2000-01-01"]),
    ("In the tenth century the Rus came.", ["In the tenth century | on | 0900-01-01..1000-01-01"]),
    ("By the end of the 10th century it fell.", ["By the end of the 10th century | on | 0990-01-01..1000-01-01"]),
    ("In the 19th century they were foes.", ["In the 19th century | on | 1800-01-01..1900-01-01"]),
    ("Arms flowed during the Cold War.", ["during the Cold War | on | 1947-03-12..1991-12-27"]),
    ("Allies since the Cold War.", ["since the Cold War | since | 1947-03-12..1991-12-27"]),
    ("In the post-Cold War world", ["post-Cold War | after | 1947-03-12..1991-12-27"]),
    ("Since the end of the Cold War they met.", ["Since the end of the Cold War | since | 1991-12-26..1991-12-27"]),
    ("In the Second World War they fought.", ["In the Second World War | on | 1939-09-01..1945-09-03"]),
    ("In World War II they fought.", ["In World War II | on | 1939-09-01..1945-09-03"]),
    ("In the Syrian Civil War they fought.", ["In the Syrian Civil War | on | 2011-03-15..2024-12-09"]),
    ("During Syria’s civil war they fought.", ["During Syria’s civil war | on | 2011-03-15..2024-12-09"]),
    ("Syria’s now-seven-year conflict hurts.", ["Syria’s now-seven-year conflict | on | 2011-03-15..2024-12-09"]),
    ("Amid Syria's brutal civil war they met.", ["Amid Syria's brutal civil war | on | 2011-03-15..2024-12-09"]),
    ("Since Syria’s conflict began, few came.", ["Since Syria’s conflict began | since | 2011-03-15..2011-03-16"]),
    (
        "arms from the onset of the Syrian conflict in 2011",
        ["from the onset of the Syrian conflict in 2011 | since | 2011-03-15..2011-03-16"],
    ),
    ("During the Arab Spring they fell.", ["During the Arab Spring | on | 2010-12-17..2013-01-01"]),
    ("Since the fall of the Soviet Union", ["Since the fall of the Soviet Union | since | 1991-12-26..1991-12-27"]),
    (
        "Allies since Iran's Islamic Revolution in 1979.",
        ["since Iran's Islamic Revolution in 1979 | since | 1979-02-11..1979-02-12"],
    ),
    (
        "After the 1979 Islamic Revolution ties broke.",
        ["After the 1979 Islamic Revolution | after | 1979-02-11..1979-02-12"],
    ),
    (
        "following the 24 February 2022 Russian invasion of Ukraine",
        ["following the 24 February 2022 Russian invasion of Ukraine | after | 2022-02-24..2022-02-25"],
    ),
    (
        "over a year after the fall of Kabul",
        ["over a year after the fall of Kabul | after | 2022-08-15..2022-08-16"],
    ),
    ("Two days after the fall of Kabul they met.", ["Two days after the fall of Kabul | on | 2021-08-17..2021-08-18"]),
    (
        "a month before the September 11 attacks",
        ["a month before the September 11 attacks | on | 2001-07-27..2001-08-28"],
    ),
    ("They met after 9/11.", ["after 9/11 | after | 2001-09-11..2001-09-12"]),
    ("Ties to Syria long predate the civil war.", ["long predate the civil war | before | 2011-03-15..2024-12-09"]),
    (
        "allies since the civil war broke out in Syria in 2011.",
        ["since the civil war broke out | since | 2011-03-15..2011-03-16", "in 2011 | on | 2011-01-01..2012-01-01"],
    ),
    (
        "kept in Syria since stepping in during the country's civil war in 2015.",
        ["during the country's civil war in 2015 | since | 2015-01-01..2016-01-01"],
    ),
    (
        "friends since war broke out in the desert state in 2011.",
        ["in 2011 | since | 2011-01-01..2012-01-01"],
    ),
    ("clashed for the first time since 2016, a monitor said", ["since 2016 | after | 2016-01-01..2017-01-01"]),
    ("at the 2021 Russia–United States summit", ["at the 2021 | on | 2021-01-01..2022-01-01"]),
    ("The 2003 invasion of Iraq split them.", ["2003 invasion of Iraq | on | 2003-03-20..2003-05-02"]),
    ("In 2019, Turkey bought S-400 missiles.", ["In 2019 | on | 2019-01-01..2020-01-01"]),
    (
        "He won in 2004, 2009, and 2014.",
        [
            "in 2004 | on | 2004-01-01..2005-01-01",
            "2009 | on | 2009-01-01..2010-01-01",
            "2014 | on | 2014-01-01..2015-01-01",
        ],
    ),
    ("11, 2017. HTS", ["2017 | on | 2017-01-01..2018-01-01"]),
    ("As of 2019 there were bases.", ["As of 2019 | on | 2019-01-01..2020-01-01"]),
    ("During his June 2024 trip to North Korea", ["June 2024 | on | 2024-06-01..2024-07-01"]),
]

TOLD_FROM_THE_DAY_OF_PUBLICATION = [
    ("Rebels took Aleppo on Friday.", ["on Friday | on | 2024-12-06..2024-12-07"]),
    ("They clashed Wednesday in Homs.", ["Wednesday | on | 2024-12-04..2024-12-05"]),
    ("They clashed on Tuesday.", ["on Tuesday | on | 2024-12-10..2024-12-11"]),
    ("They clashed last Tuesday.", ["last Tuesday | on | 2024-12-03..2024-12-04"]),
    ("They will meet next Friday.", ["next Friday | on | 2024-12-13..2024-12-14"]),
    ("They met yesterday.", ["yesterday | on | 2024-12-09..2024-12-10"]),
    ("They meet today.", ["today | on | 2024-12-10..2024-12-11"]),
    ("They meet tomorrow.", ["tomorrow | on | 2024-12-11..2024-12-12"]),
    ("They met last week.", ["last week | on | 2024-12-02..2024-12-09"]),
    ("They met this week.", ["this week | on | 2024-12-09..2024-12-16"]),
    ("They met last month.", ["last month | on | 2024-11-01..2024-12-01"]),
    ("They meet next month.", ["next month | on | 2025-01-01..2025-02-01"]),
    ("They met last year.", ["last year | on | 2023-01-01..2024-01-01"]),
    ("They met late last year.", ["late last year | on | 2023-08-01..2024-01-01"]),
    ("They met earlier this year.", ["earlier this year | on | 2024-01-01..2024-12-11"]),
    ("They sign later this month.", ["later this month | on | 2024-12-10..2025-01-01"]),
    ("They met last spring.", ["last spring | on | 2024-03-01..2024-06-01"]),
    ("They met last September.", ["last September | on | 2024-09-01..2024-10-01"]),
    ("They met in September.", ["in September | on | 2024-09-01..2024-10-01"]),
    ("Allied since March.", ["since March | since | 2024-03-01..2024-04-01"]),
    ("They met on 19 September.", ["on 19 September | on | 2024-09-19..2024-09-20"]),
    ("They met on October 16.", ["on October 16 | on | 2024-10-16..2024-10-17"]),
    ("They met on Nov 29, as jets struck.", ["on Nov 29 | on | 2024-11-29..2024-11-30"]),
    ("They meet on 12 December.", ["on 12 December | on | 2024-12-12..2024-12-13"]),
    ("They met on 13 December.", ["on 13 December | on | 2023-12-13..2023-12-14"]),
    ("They met on 29 February.", ["on 29 February | on | 2024-02-29..2024-03-01"]),
    ("They met two weeks ago.", ["two weeks ago | on | 2024-11-22..2024-12-01"]),
    ("They met three days ago.", ["three days ago | on | 2024-12-07..2024-12-08"]),
    ("Ukraine was invaded 34 months ago.", ["34 months ago | on | 2022-01-25..2022-02-25"]),
    ("They met over a year ago.", ["over a year ago | on | 2022-12-11..2023-12-12"]),
    ("Few came in the past decade.", ["in the past decade | on | 2014-12-11..2024-12-11"]),
    ("Over the past two years they met.", ["the past two years | on | 2022-12-11..2024-12-11"]),
    ("They met in recent weeks.", ["in recent weeks | on | 2024-10-26..2024-12-11"]),
    ("They have been allies for decades.", ["for decades | since | 2004-12-10..2004-12-11"]),
    ("They have been allies for three years.", ["for three years | since | 2021-12-10..2021-12-11"]),
    ("In the present decade they met.", ["In the present decade | on | 2020-01-01..2030-01-01"]),
]

NO_TIME = [
    "2,000 troops crossed the border.",
    "Route 66 was closed.",
    "Turkey bought the S-400 in bulk.",
    "As was said [16] before.",
    "The two signed a 20-year pact.",
    "Some 1500 fighters fled.",
    "Resolution 2254 calls for talks.",
    "UN Security Council Resolution 1701 was adopted.",
    "Over 2000 were killed.",
    "The army sent 1800 men.",
    "It struck 1990 targets.",
    "It cost $2000 to cross.",
    "It lies 1945 km away.",
    "Rebels hold 2000 villages.",
    "They may march on Damascus.",
    "The March 14 alliance won.",
    "Black Friday sales rose.",
    "A new Cold War looms.",
    "He had 5 sons, aged 12 to 20.",
    "It was 100 per cent.",
    "the country's civil war goes on",
    "Russia and Syria are allies.",
    "",
    "Page 1987 of the report",
    "in 2000 villages",
    "Unit 8200 hacked it.",
    "the last rebel-held areas",
    "after his allies fled",
    "an F-16 and a T-72 and 1,940 shells",
    "They fought in the 3rd century BC.",
    "It was settled by 1000 B.C. or so.",
    "Friday prayers went on.",
    "This was the first time.",
    "the 20th Division and the 101st Airborne",
    "phone 555-2015-88",
]


def told(text: str, published: date | None, periods: NamedPeriods, words: DateWords) -> list[str]:
    times = find_times(text, published=published, periods=periods, words=words)
    return [f"{time.text} | {time.role} | {time.period or '?'}" for time in times]


@pytest.mark.parametrize(("text", "expected"), DATED_BY_THE_TEXT)
def test_words_that_give_a_time_are_found_with_or_without_a_day_of_publication(
    text: str, expected: list[str], periods: NamedPeriods, words: DateWords
) -> None:
    assert told(text, None, periods, words) == expected
    assert told(text, date(2025, 2, 1), periods, words) == expected


@pytest.mark.parametrize(("text", "expected"), TOLD_FROM_THE_DAY_OF_PUBLICATION)
def test_relative_times_are_placed_by_the_day_of_publication(
    text: str, expected: list[str], periods: NamedPeriods, words: DateWords
) -> None:
    assert told(text, PUBLISHED, periods, words) == expected
    times = find_times(text, published=PUBLISHED, periods=periods, words=words)
    assert {time.rests_on for time in times} == {RestsOn.PUBLISHED}


@pytest.mark.parametrize("text", [text for text, _ in TOLD_FROM_THE_DAY_OF_PUBLICATION])
def test_undated_relative_times_have_no_place(text: str, periods: NamedPeriods, words: DateWords) -> None:
    times = find_times(text, published=None, periods=periods, words=words)
    assert times
    assert all(time.period is None and time.rests_on is RestsOn.WRITING for time in times)


@pytest.mark.parametrize("text", NO_TIME)
def test_numbers_and_names_that_are_no_time_are_left_alone(text: str, periods: NamedPeriods, words: DateWords) -> None:
    assert told(text, PUBLISHED, periods, words) == []


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Updated 7:45 AM EDT, Thu August 29, 2013 Link Copied!", date(2013, 8, 29)),
        ("Gulf Letter January 2, 2025 Print this page Russia is looking west", date(2025, 1, 2)),
        ("Published Dec 06, 2024 at 3:20 PM EST", date(2024, 12, 6)),
        ("Last updated: 8 December 2024", date(2024, 12, 8)),
        ("BEIRUT, Nov 29, 2024 - Rebels reached Aleppo", date(2024, 11, 29)),
        ("ANKARA, Turkey (AP) — 29 November 2024 — Rebels", date(2024, 11, 29)),
    ],
)
def test_datelines_are_known_as_such(text: str, day: date, periods: NamedPeriods, words: DateWords) -> None:
    (time,) = find_times(text, published=None, periods=periods, words=words)
    assert time.dateline
    assert time.period is not None and time.period.start == day


def test_a_dateline_without_a_year_is_placed_only_by_a_day_of_publication(
    periods: NamedPeriods, words: DateWords
) -> None:
    text = "BEIRUT, Nov 29 - Rebels reached Aleppo"
    (undated,) = find_times(text, published=None, periods=periods, words=words)
    (dated,) = find_times(text, published=PUBLISHED, periods=periods, words=words)
    assert undated.dateline and undated.period is None
    assert dated.period is not None and dated.period.start == date(2024, 11, 29)


def test_a_full_dateline_places_the_relative_times_beside_it(periods: NamedPeriods, words: DateWords) -> None:
    text = "Updated Thu August 29, 2013. Russia vetoed the draft on Wednesday."
    times = find_times(text, published=None, periods=periods, words=words)
    assert times[1].period is not None and times[1].period.start == date(2013, 8, 28)
    assert times[1].rests_on is RestsOn.WRITING


@pytest.mark.parametrize(
    "text", ["They met on 8 December 2024 in Doha.", "A report published on 8 December 2024 says so."]
)
def test_a_date_in_a_sentence_is_no_dateline(text: str, periods: NamedPeriods, words: DateWords) -> None:
    (time,) = find_times(text, published=None, periods=periods, words=words)
    assert not time.dateline


def test_a_period_that_was_still_to_come_is_not_meant(periods: NamedPeriods, words: DateWords) -> None:
    text = "Analysts feared the fall of Kabul."
    assert told(text, date(2010, 1, 1), periods, words) == []
    assert told(text, date(2022, 1, 1), periods, words) != []


@pytest.mark.parametrize(
    ("text", "adverbial"),
    [
        ("Russia condemned the 2003 invasion of Iraq.", False),
        ("Russia left during the Cold War.", True),
        ("The Cold War divided them.", False),
        ("Russia intervened in 2015.", True),
        ("Its part in the war of 2015 is known.", False),
        ("They clashed Wednesday.", True),
    ],
)
def test_a_time_that_only_belongs_to_a_noun_is_told_apart(
    text: str, adverbial: bool, periods: NamedPeriods, words: DateWords
) -> None:
    (time,) = find_times(text, published=None, periods=periods, words=words)
    assert time.adverbial is adverbial


@pytest.mark.parametrize(
    ("text", "reach"),
    [
        ("since 2011", "2011-01-01.."),
        ("until 2011", "..2012-01-01"),
        ("before 2011", "..2011-01-01"),
        ("after 2011", "2011-01-01.."),
        ("after 8 December 2024", "2024-12-09.."),
        ("after the Cold War", "1991-12-27.."),
        ("in 2011", "2011-01-01..2012-01-01"),
        ("from 2011 to 2013", "2011-01-01..2014-01-01"),
    ],
)
def test_the_role_of_a_time_says_how_far_it_reaches(
    text: str, reach: str, periods: NamedPeriods, words: DateWords
) -> None:
    (time,) = find_times(text, published=None, periods=periods, words=words)
    assert str(time.reach) == reach


def test_a_centuries_range_reaches_from_the_first_to_the_last(periods: NamedPeriods, words: DateWords) -> None:
    text = "recorded as far back as the tenth and eleventh centuries as merchants came"
    (time,) = find_times(text, published=None, periods=periods, words=words)
    assert time.role is Role.SINCE
    assert str(time.period) == "0900-01-01..1100-01-01"
