from __future__ import annotations

import pytest

from amity.core.documents import StatementKind
from amity.knowledge.split_rules import SplitRules
from amity.split import split
from tests.split.documents import a_document

STATEMENT, CUT_OFF, BOILERPLATE = StatementKind.STATEMENT, StatementKind.CUT_OFF, StatementKind.BOILERPLATE


def kinds_of(text: str, rules: SplitRules) -> list[tuple[str, StatementKind]]:
    return [(statement.text, statement.kind) for statement in split(a_document(text), rules=rules)]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Russia and Syria are allies.", STATEMENT),
        ("Russia, Syria sign pact", STATEMENT),
        ("al-Assad fled to Moscow.", STATEMENT),
        ("“We are allies,” he said.", STATEMENT),
        ("I was there, and we are allies.", STATEMENT),
        ("• Turkey backs the rebels.", STATEMENT),
        ("and its allies in the region.", CUT_OFF),
        ("-backed forces took the town.", CUT_OFF),
        (", the ministry said on Friday.", CUT_OFF),
        ("Russia and Iran have been ...", CUT_OFF),
        ("Russia and Iran have been…", CUT_OFF),
        ("See more", BOILERPLATE),
        ("IE 11 is not supported.", BOILERPLATE),
        ("Video Ad Feedback", BOILERPLATE),
        ("© 2024 The Daily Post. All rights reserved.", BOILERPLATE),
        ("Home | News | World | Sport", BOILERPLATE),
        ("By Emadeddin Badi", BOILERPLATE),
        ("https://example.org/news/2024", BOILERPLATE),
        ("Sign up for our daily newsletter.", BOILERPLATE),
        ("7 minute read", BOILERPLATE),
        ("okexx whwvpq bcswi wdj vvol qgjpp serv xauuhh tqgedw bnzuo", BOILERPLATE),
    ],
)
def test_a_statement_alone_is_of_the_kind_a_reader_would_say(rules: SplitRules, text: str, kind: StatementKind) -> None:
    assert {found for _, found in kinds_of(text, rules)} == {kind}


@pytest.mark.parametrize(
    "text",
    [
        "La Russie et la Syrie sont des alliés depuis longtemps, a déclaré le ministre.",
        "Russland und Syrien sind seit Jahrzehnten Verbündete.",
        "Rosja i Syria są sojusznikami od wielu lat.",
        "Rusya ve Suriye uzun zamandır müttefiktir.",
        "Россия и Сирия давно являются союзниками.",
        "العلاقات الروسية السورية قديمة جدا",
        "Kyrgyzstan, Tajikistan and Turkmenistan met Hayat Tahrir al-Sham.",
        "Gurbanguly Berdimuhamedow, Nguyen Xuan Phuc, Andrzej Duda.",
    ],
)
def test_other_languages_and_far_names_are_no_gibberish(rules: SplitRules, text: str) -> None:
    assert BOILERPLATE not in {kind for _, kind in kinds_of(text, rules)}


def test_furniture_between_two_snippets_stands_alone(rules: SplitRules) -> None:
    text = "Kenya has long had a port agreement with Uganda, as See more Militarily, Rwanda is Uganda’s closest ally."
    assert ("See more", BOILERPLATE) in kinds_of(text, rules)
    assert ("Militarily, Rwanda is Uganda’s closest ally.", STATEMENT) in kinds_of(text, rules)


def test_a_line_that_dates_the_page_is_kept_right_before_what_it_dates(rules: SplitRules) -> None:
    text = "Gulf Letter January 2, 2025 Print this page Russia is looking for a port in Libya."
    assert kinds_of(text, rules) == [
        ("Gulf Letter January 2, 2025 Print this page", STATEMENT),
        ("Russia is looking for a port in Libya.", STATEMENT),
    ]


def test_the_place_and_day_that_open_a_report_stay_in_their_sentence(rules: SplitRules) -> None:
    text = "BEIRUT, Lebanon, Nov. 29, 2024 — Rebels and their allies reached the second city on Friday."
    assert kinds_of(text, rules) == [(text, STATEMENT)]


def test_published_and_updated_lines_are_one_statement(rules: SplitRules) -> None:
    text = "The talks failed. Published Dec 06, 2024 at 3:20 PM EST The ministers left for home."
    assert ("Published Dec 06, 2024 at 3:20 PM EST", STATEMENT) in kinds_of(text, rules)
