"""When a text was written, by its own words."""

from __future__ import annotations

from datetime import date

import pytest

from amity.core.actors import ActorId, Mention, NameKind
from amity.core.dates import ALWAYS, Period, on_day
from amity.ground.find import find_times
from amity.ground.writing import infer_writing
from amity.knowledge.named_periods import DateWords, NamedPeriods

ASSAD_IN_OFFICE = Period(date(2000, 7, 17), date(2024, 12, 8))


def assad(text: str, name: str = "Assad") -> Mention:
    start = text.index(name)
    return Mention(
        start=start,
        end=start + len(name),
        text=name,
        actor=ActorId("SYR"),
        name_kind=NameKind.LEADER,
        person="Bashar al-Assad",
        borne=ASSAD_IN_OFFICE,
    )


def written(
    text: str, periods: NamedPeriods, words: DateWords, *mentions: Mention, published: date | None = None
) -> Period:
    times = find_times(text, published=published, periods=periods, words=words)
    return infer_writing(text, times, published=published, periods=periods, words=words, mentions=mentions)


@pytest.mark.parametrize(
    ("text", "bounds"),
    [
        # what is told as fact had begun
        ("In 2015, Russia intervened.", "2015-01-01.."),
        ("In September 2015, Russia intervened.", "2015-09-01.."),
        ("On 27 October 2018, they met.", "2018-10-27.."),
        ("Russia helped from September 2015 to December 2024.", "2024-12-01.."),
        ("The rebels’ strategy in 2011-12 failed.", "2012-01-01.."),
        ("Allies since the Cold War.", "1947-03-12.."),
        ("Since the fall of the Soviet Union they were close.", "1991-12-26.."),
        ("The post-Cold War order is over.", "1991-12-27.."),
        ("In 2011 it rose, in 2019 it fell.", "2019-01-01.."),
        ("Over a year after Russia’s full-scale invasion of Ukraine the grain ships sail again.", "2023-02-25.."),
        ("Russia had one friend fewer with the fall of Bashar al-Assad's regime.", "2024-12-08.."),
        # what is feared, planned or supposed tells nothing
        ("Russia feared the fall of Assad.", ".."),
        ("They would meet in 2040.", ".."),
        ("By 2030 they have plans.", ".."),
        ("It was not so before 1991.", ".."),
        # ages
        ("Syria’s now-seven-year conflict hurts.", "2017-09-15..2019-06-15"),
        ("The eight-year-long conflict in Syria had seemed over.", "2018-09-15..2020-06-15"),
        ("As the nine-year Syrian civil war goes on", "2019-09-15..2021-06-15"),
        ("Amid a nearly 10-year-old Syrian conflict", "2020-09-15..2021-03-15"),
        ("It is the tenth year of the Syrian civil war.", "2019-09-15..2021-06-15"),
        ("a decade-long war in Syria", "2020-03-15.."),
        ("a 13-year-long civil war in Syria", "2023-09-15.."),
        ("the six-year Second World War", "1945-03-01.."),
        # a known day, so far from now
        ("the Russian invasion of Ukraine, 34 months ago, was bold", "2024-12-10..2025-01-10"),
        ("The fall of Damascus last month marks a shift.", "2025-01-01..2025-02-01"),
        ("Last month's fall of Damascus marks a shift.", "2025-01-01..2025-02-01"),
        ("The fall of Kabul last year was a shock.", "2022-01-01..2023-01-01"),
        ("The annexation of Crimea two years ago was a shock.", "2015-09-17..2016-09-17"),
        ("The ouster of Bashar al-Assad proved them right.", "2024-12-08.."),
        # datelines
        ("Updated 7:45 AM EDT, Thu August 29, 2013 Link Copied!", "2013-08-29..2013-08-30"),
        ("Published Dec 06, 2024 at 3:20 PM EST Updated Dec 07, led by", "2024-12-06..2024-12-08"),
        ("Gulf Letter January 2, 2025 Print this page In 2015, it came.", "2025-01-02..2025-01-03"),
        # nothing
        ("They met on Friday.", ".."),
        ("Russia is Syria's ally.", ".."),
        ("BEIRUT, Nov 29 - Rebels took Aleppo.", ".."),
    ],
)
def test_words_bound_the_day_of_writing(text: str, bounds: str, periods: NamedPeriods, words: DateWords) -> None:
    assert str(written(text, periods, words)) == bounds


def test_the_day_of_publication_goes_before_all_signs(periods: NamedPeriods, words: DateWords) -> None:
    day = date(2020, 5, 1)
    assert written("In 2024 Assad fled.", periods, words, published=day) == on_day(day)


@pytest.mark.parametrize(
    "text",
    [
        "Syria’s ousted leader Assad says he wanted to fight on.",
        "the rebel group in Syria that ousted Assad",
        "former Syrian President Assad is in Moscow",
        "former resident Assad of Syria",
        "Iran condemned Israel for toppling Syrian President Assad.",
        "Assad fled to Moscow.",
        "Assad’s dramatic departure will be felt.",
        "The recent overthrow of Assad in Syria",
        "the ouster of Assad showed that Russia can be defeated",
    ],
)
def test_who_calls_a_leader_former_writes_after_his_term(text: str, periods: NamedPeriods, words: DateWords) -> None:
    assert written(text, periods, words, assad(text)).start == date(2024, 12, 8)


@pytest.mark.parametrize(
    "text",
    [
        "They called for the ouster of Assad.",
        "The plan aims to topple Assad.",
        "Russia feared the overthrow of Assad.",
        "If Assad fell, Russia would lose a friend.",
        "Russia backs Assad.",
        "The former rebels met with envoys of Assad.",
    ],
)
def test_who_only_wishes_or_fears_a_leaders_end_may_write_before_it(
    text: str, periods: NamedPeriods, words: DateWords
) -> None:
    assert written(text, periods, words, assad(text)) == Period(date(2000, 7, 17), None)


def test_a_leader_is_named_as_such_from_his_first_day_on(periods: NamedPeriods, words: DateWords) -> None:
    text = "Russia has long backed Assad."
    assert written(text, periods, words) == ALWAYS
    assert written(text, periods, words, assad(text)).start == ASSAD_IN_OFFICE.start


def test_a_sign_that_contradicts_a_surer_one_is_left_out(periods: NamedPeriods, words: DateWords) -> None:
    text = "Updated August 29, 2013. In 2015, Russia intervened."
    assert str(written(text, periods, words)) == "2013-08-29..2013-08-30"
