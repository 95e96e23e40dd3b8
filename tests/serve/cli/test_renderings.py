"""Whole renderings, kept as files beside this one.

AMITY_REWRITE_GOLDEN=1 writes them anew; where CI is set that is refused.
"""

from __future__ import annotations

import os
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.text import Text

from amity.core.actors import Mention, NameKind, Part
from amity.core.answers import Answer, Asked, QuestionKind
from amity.core.claims import Layer
from amity.core.dates import Period, in_month, in_year, on_day
from amity.core.outcomes import Naming
from amity.core.relations import Dyad, Relation, Verdict
from amity.serve.cli.render.adding import adding_lines
from amity.serve.cli.render.answer import answer_lines
from amity.serve.cli.render.chart import scale_lines
from amity.serve.cli.render.course import changes_lines, course_lines
from amity.serve.cli.render.layout import paragraph
from amity.serve.cli.render.naming import naming_lines
from amity.serve.cli.render.quotations import quotation, when
from amity.serve.cli.render.shortening import shortened, shortened_name
from amity.serve.cli.render.verification import verification_lines
from amity.serve.cli.render.words import percent, stretch, within
from tests.serve.made_up import (
    DAY,
    NAMES,
    NORTHLAND,
    SOUTHLAND,
    a_claim,
    a_list,
    a_question,
    a_reason,
    a_relation,
    an_answer,
    an_estimate,
    an_unknown,
)
from tests.serve.stand_in import MENTION, UNTIED, a_tally

GOLDEN = Path(__file__).parent / "golden"
NARROW, WIDE = 64, 116

ANSWERS = {
    "dyad": an_answer(),
    "dyad_without_course": an_answer(relation=None, changes=(), reasons_against=(), not_counted={}),
    "list": a_list(),
    "when": an_answer(
        question=a_question(QuestionKind.WHEN),
        answer="2011-03-15",
        sentence="They have been allies since 15 March 2011.",
    ),
    "side": an_answer(question=a_question(QuestionKind.SIDE, asked=Asked.STANCE), listed=a_list().listed),
    "unknown": an_unknown(),
}


def printed(lines: list[Text]) -> str:
    return "\n".join(line.plain.rstrip() for line in lines) + "\n"


def assert_golden(name: str, text: str) -> None:
    path = GOLDEN / f"{name}.txt"
    if os.environ.get("AMITY_REWRITE_GOLDEN"):
        assert not os.environ.get("CI"), "golden files are not rewritten in CI"
        GOLDEN.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    assert text == path.read_text(encoding="utf-8")


@pytest.mark.parametrize("width", [NARROW, WIDE])
@pytest.mark.parametrize("kind", ANSWERS)
def test_an_answer_reads_as_it_is_kept(kind: str, width: int) -> None:
    assert_golden(
        f"{kind}_{width}",
        printed(
            answer_lines(ANSWERS[kind], width=width, again="amity verify 7f3c-91ab-20" if kind == "dyad" else None)
        ),
    )


@pytest.mark.parametrize("kind", ["dyad", "list"])
def test_with_why_all_reasons_stand_in_full(kind: str) -> None:
    text = printed(answer_lines(ANSWERS[kind], width=90, why=True))
    assert_golden(f"{kind}_why_90", text)
    together = " ".join(text.split())
    for reason in ANSWERS[kind].reasons_for:
        assert reason.claim.citation.quote in together


@pytest.mark.parametrize("width", [40, 47, 64, 80, 99, 100, 116, 120])
@pytest.mark.parametrize("why", [False, True])
@pytest.mark.parametrize("kind", ANSWERS)
def test_no_line_is_wider_than_the_page(kind: str, why: bool, width: int) -> None:
    assert max(line.cell_len for line in answer_lines(ANSWERS[kind], width=width, why=why)) <= width


def test_a_relation_and_its_changes_read_as_they_are_kept() -> None:
    course = printed(course_lines(a_relation(), NAMES, width=80))
    assert_golden("relation_80", course + "\n" + printed(changes_lines(a_relation(), NAMES, width=80)))


def test_a_relation_without_turns_says_how_it_stood_all_the_time() -> None:
    estimates = (an_estimate(date(2010, 1, 1)), an_estimate())
    relation = Relation(dyad=Dyad.of(NORTHLAND, SOUTHLAND), estimates=estimates, changes=())
    assert printed(changes_lines(relation, NAMES, width=100)) == (
        "  Northland and Southland: no turn found, allies from 1 Jan 2010 to 28 Nov 2024.\n"
    )


def test_named_actors_read_as_they_are_kept() -> None:
    leader = Mention(
        start=22,
        end=26,
        text="King",
        actor=SOUTHLAND,
        name_kind=NameKind.LEADER,
        person="Ada King",
        borne=Period(date(1991, 7, 10), date(2000, 1, 1)),
        part=Part.PLACE,
    )
    rivalry = replace(UNTIED, rivals=(NORTHLAND, SOUTHLAND), why="several bear it")
    naming = Naming(mentions=(leader, MENTION), unresolved=(UNTIED, rivalry), names=NAMES, offices={leader: "queen"})
    nobody = Naming(mentions=(), unresolved=(), names={})
    assert_golden("actors_70", printed(naming_lines(naming, width=70)))
    assert printed(naming_lines(nobody, width=70)) == "  No actor that we know is named here.\n"


def test_what_was_added_ends_with_the_tally() -> None:
    tally = a_tally()
    tally.documents_known = 1234
    tally.dropped.update({"unknown_format": 2, "self": 1})
    assert printed(adding_lines(tally, Path("mystore"), 3, width=100)) == (
        "  Read 1 document, 1 234 documents known already, 268 statements (61 copies, 43 cut off): 90 claims.\n"
        "  Not used: 2 unknown format, 1 self.\n"
        "  The store mystore is at version 3.\n"
    )


def test_a_verification_says_first_whether_it_is_the_same() -> None:
    assert printed(verification_lines(True, "Version 3.", an_answer(), width=80)).startswith(
        "  The same answer. Version 3.\n  Question: Are Northland and Southland allies?\n"
    )


def test_likelihood_and_confidence_never_share_a_line_or_a_sentence() -> None:
    for width in (NARROW, WIDE):
        for line in answer_lines(an_answer(), width=width):
            assert not ("very likely" in line.plain and "onfidence" in line.plain)


@pytest.mark.parametrize(
    ("sentence", "first"),
    [
        ("Northland and Southland are allies.", "Yes. Northland and Southland are allies: very likely (91 %)."),
        ("Yes, since 1980.", "Yes, since 1980: very likely (91 %)."),
        ("They are allies, very likely (91 %).", "Yes. They are allies, very likely (91 %)."),
    ],
)
def test_the_verdict_says_yes_once_and_how_likely_once(sentence: str, first: str) -> None:
    assert answer_lines(an_answer(sentence=sentence), width=WIDE)[0].plain.strip() == first


def test_how_they_stand_is_not_answered_with_yes() -> None:
    answer = an_answer(question=a_question(asked=Asked.STANCE))
    assert answer_lines(answer, width=WIDE)[0].plain.startswith("  Northland and")


def test_an_unknown_with_a_past_says_what_was_last_known() -> None:
    estimates = (an_estimate(date(2001, 5, 6), Verdict.AT_WAR), an_estimate(DAY, Verdict.UNKNOWN, 0.2))
    relation = Relation(dyad=Dyad.of(NORTHLAND, SOUTHLAND), estimates=estimates, changes=())
    answer = an_answer(answer="unknown", relation=relation, estimate=estimates[1], remarks=())
    assert "Last known: at war, on 6 May 2001." in printed(answer_lines(answer, width=WIDE))


def test_a_silent_layer_says_so() -> None:
    answer: Answer = an_answer(layers={})
    lines = printed(answer_lines(answer, width=WIDE))
    assert all(f"{layer.value:<10}nothing found" in lines for layer in Layer)


def test_the_scale_marks_the_verdict_and_gives_way_on_a_narrow_page() -> None:
    (line,) = scale_lines(Verdict.AT_WAR, width=100)
    assert line.plain.strip().startswith("● AT WAR ┄ adversaries ┄")
    assert scale_lines(Verdict.AT_WAR, width=50) == []
    assert scale_lines(Verdict.UNKNOWN, width=100) == []


@pytest.mark.parametrize(
    ("period", "words"),
    [
        (on_day(date(2024, 12, 8)), "8 Dec 2024"),
        (in_month(2024, 12), "Dec 2024"),
        (in_month(2023, 2), "Feb 2023"),
        (in_year(2015), "2015"),
        (Period(date(2015, 1, 1), date(2025, 1, 1)), "2015–2024"),
        (Period(date(2015, 3, 1), date(2015, 7, 1)), "Mar–Jun 2015"),
        (Period(date(2015, 1, 1), date(2015, 7, 1)), "Jan–Jun 2015"),
        (Period(date(2024, 11, 30), date(2024, 12, 16)), "30 Nov–15 Dec 2024"),
        (Period(date(2023, 11, 30), date(2024, 3, 1)), "Nov 2023–Feb 2024"),
        (Period(date(2000, 7, 17), date(2024, 12, 8)), "2000–2024"),
        (Period(date(2015, 9, 30), None), "since 30 Sep 2015"),
        (Period(date(1991, 1, 1), None), "since 1991"),
        (Period(None, date(1991, 12, 26)), "until 25 Dec 1991"),
        (Period(), "any time"),
    ],
)
def test_a_period_is_told_no_finer_than_it_is(period: Period, words: str) -> None:
    assert stretch(period) == words


@pytest.mark.parametrize(
    ("interval", "words"),
    [
        (on_day(date(2024, 12, 8)), ""),
        (Period(date(2024, 11, 27), date(2025, 1, 1)), "between 27 November 2024 and 31 December 2024"),
        (Period(date(2024, 11, 27), None), "not before 27 November 2024"),
        (Period(None, date(2024, 11, 27)), "not after 26 November 2024"),
        (Period(), ""),
    ],
)
def test_a_turn_lies_within_days_that_are_both_possible(interval: Period, words: str) -> None:
    assert within(interval) == words


@pytest.mark.parametrize(
    ("published", "holds", "words"),
    [
        (date(2013, 8, 29), in_year(2012), "said 29 Aug 2013"),
        (None, in_year(2012), "of 2012"),
        (None, Period(date(1980, 1, 1), None), "since 1980"),
        (None, Period(), "undated"),
    ],
)
def test_when_it_was_said_and_the_time_it_speaks_of_are_told_apart(
    published: date | None, holds: Period, words: str
) -> None:
    assert when(a_claim(published=published, holds=holds)) == words


def test_a_time_that_is_only_possible_is_no_date() -> None:
    assert when(a_claim(holds=in_year(2012), dated=False)) == "undated"


def test_chances_are_never_certain() -> None:
    said = [percent(chance).replace("\N{NO-BREAK SPACE}", " ") for chance in (0.0, 0.009, 0.5, 0.914, 0.999, 1.0)]
    assert said == ["under 1 %", "under 1 %", "50 %", "91 %", "over 99 %", "over 99 %"]


letters = st.text(alphabet="ab é中\u0301x ,", max_size=120)


@given(letters, st.integers(20, 90), st.integers(0, 120), st.integers(0, 30))
def test_a_shortened_quote_fits_and_is_exactly_a_part_of_it(quote: str, cells: int, start: int, length: int) -> None:
    short = shortened(quote, cells, around=(start, start + length))
    assert cell_len(short) <= cells
    assert short.removeprefix("… ").removesuffix(" …") in quote


@given(st.lists(st.text(alphabet="abc中", min_size=1, max_size=40), max_size=20), st.integers(20, 60))
def test_breaking_a_paragraph_keeps_every_word_and_the_width(words: list[str], width: int) -> None:
    lines = paragraph(" ".join(words), width)
    assert all(line.cell_len <= width for line in lines)
    assert "".join(line.plain for line in lines).replace(" ", "") == "".join(words)


def test_a_quote_is_cut_around_the_two_names() -> None:
    quote = "Much was said before. " * 9 + "Northland backed Southland at once" + ", and then more was said" * 9
    short = quotation(a_reason(quote), 50)
    assert "Northland backed Southland" in short
    assert short.startswith('"… ')
    assert short.endswith(' …"')


def test_of_a_long_name_the_end_is_kept() -> None:
    assert shortened_name("archive/2013/page.txt", 12) == "…13/page.txt"
    assert shortened_name("page.txt", 12) == "page.txt"
