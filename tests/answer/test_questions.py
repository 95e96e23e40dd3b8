"""What questions are understood to ask."""

from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amity.answer.questions import understand_question
from amity.core.actors import ActorId, Mention, NameKind
from amity.core.answers import Asked, Question, QuestionKind
from amity.core.dates import Period, in_year
from amity.core.errors import QuestionError
from amity.knowledge.question_words import load_question_words

WORDS = load_question_words()
NAMES = {"Russia": "RUS", "Syria": "SYR", "Turkey": "TUR", "Moscow": "RUS", "Hezbollah": "hezbollah"}


def understood(text: str, *, period: Period | None = None, as_of: date | None = None) -> Question:
    mentions = [
        Mention(start=m.start(), end=m.end(), text=m.group(), actor=ActorId(NAMES[m.group()]), name_kind=NameKind.NAME)
        for m in re.finditer("|".join(NAMES), text)
    ]
    return understand_question(
        text, mentions, {}, asked_period=period, as_of=as_of, known_by=None, hints=lambda _: (), words=WORDS
    )


@pytest.mark.parametrize(
    ("text", "kind", "asked"),
    [
        ("Are Russia and Syria allies?", QuestionKind.DYAD, Asked.ALLIES),
        ("Is Russia an ally of Syria?", QuestionKind.DYAD, Asked.ALLIES),
        ("Is Russia at war with Syria?", QuestionKind.DYAD, Asked.WAR),
        ("Friend or foe: Russia and Syria", QuestionKind.DYAD, Asked.STANCE),
        ("How did Russia and Syria relate in 2016?", QuestionKind.DYAD, Asked.STANCE),
        ("Did Russia back Syria in 2016?", QuestionKind.DYAD, Asked.BACKING),
        ("Is Turkey behind Hezbollah?", QuestionKind.DYAD, Asked.BACKING),
        ("Are Turkey and Syria enemies?", QuestionKind.DYAD, Asked.ENEMIES),
        ("Are Turkey and Russia rivals?", QuestionKind.DYAD, Asked.RIVALS),
        ("Are Turkey and Russia partners?", QuestionKind.DYAD, Asked.PARTNERS),
        ("Who are Syria's allies?", QuestionKind.LIST, Asked.ALLIES),
        ("Who backs Hezbollah?", QuestionKind.LIST, Asked.BACKING),
        ("Since when are Russia and Syria allies?", QuestionKind.WHEN, Asked.ALLIES),
        ("When did Russia and Syria stop being allies?", QuestionKind.WHEN, Asked.ALLIES),
        ("Whose side is Turkey on in Syria?", QuestionKind.SIDE, Asked.ALLIES),
    ],
)
def test_a_question_asks_this_of_that_kind(text: str, kind: QuestionKind, asked: Asked) -> None:
    question = understood(text)
    assert (question.kind, question.asked) == (kind, asked)


def test_a_question_about_a_year_is_about_its_middle_unless_a_day_is_given() -> None:
    assert understood("Were Russia and Syria allies in 2016?", period=in_year(2016)).as_of == date(2016, 7, 2)
    asked = understood("Were Russia and Syria allies in 2016?", period=in_year(2016), as_of=date(2015, 1, 1))
    assert asked.as_of == date(2015, 1, 1)


def test_when_asks_for_the_beginning_or_the_end() -> None:
    assert understood("Since when are Russia and Syria allies?").began
    assert not understood("When did Russia and Syria stop being allies?").began


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "empty"),
        ("Are they allies?", "no actor"),
        ("Is Russia an ally?", "two actors"),
        ("Are Russia and Moscow allies?", "both mean"),
        ("Are Russia and Wakanda allies?", "Wakanda"),
        ("Who are the allies?", "one actor"),
    ],
)
def test_what_is_not_understood_says_what_was_and_gives_examples(text: str, says: str) -> None:
    with pytest.raises(QuestionError, match=says) as raised:
        understood(text)
    assert says == "both mean" or "Are Russia and Syria allies?" in str(raised.value)


@given(st.text(max_size=80))
def test_any_words_are_understood_or_refused_with_a_reason(text: str) -> None:
    try:
        assert understood(text).actors
    except QuestionError as refusal:
        assert str(refusal)
