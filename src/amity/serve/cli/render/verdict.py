"""The verdict in a sentence, the day it speaks of, and how sure: likelihood and confidence kept apart."""

from __future__ import annotations

import re

from rich.text import Text

from amity.core.answers import Answer, Asked
from amity.serve.cli.harmless import on_one_line
from amity.serve.cli.render.layout import Lines, paragraph
from amity.serve.cli.render.words import STYLES, long_day, percent

OPENED = re.compile(r"(yes|no|not|mixed)\b", re.IGNORECASE)
OPENINGS = {"yes": "Yes.", "no": "No.", "mixed": "Mixed."}


def verdict_lines(answer: Answer, *, width: int) -> Lines:
    """Of two actors: yes or no, how they stood, how likely that is."""
    return _with_day_and_confidence(_verdict(answer), answer, width=width)


def statement_lines(answer: Answer, *, width: int) -> Lines:
    """The sentence as it is: of a list or a day, the likelihood of one verdict is no likelihood of the answer."""
    return _with_day_and_confidence(Text(on_one_line(answer.sentence), style="bold"), answer, width=width)


def _with_day_and_confidence(sentence: Text, answer: Answer, *, width: int) -> Lines:
    return [
        *paragraph(sentence, width),
        *paragraph(as_of(answer), width),
        *confidence_lines(answer, width=width),
    ]


def as_of(answer: Answer) -> Text:
    """The day that the answer speaks of, and why that day."""
    reason = on_one_line(answer.as_of_reason).rstrip(". ")
    return Text(f"As of {long_day(answer.as_of)}{', ' if reason else ''}{reason}.", style="dim")


def confidence_lines(answer: Answer, *, width: int) -> Lines:
    """A sentence of its own: how sure one can be is another matter than how likely it is."""
    reason = on_one_line(answer.confidence_reason).strip()
    words = Text.assemble(
        "Confidence: ", (answer.confidence, "bold"), f". {reason[:1].upper()}{reason[1:].rstrip('.')}."
    )
    return paragraph(words, width)


def _verdict(answer: Answer) -> Text:
    sentence = on_one_line(answer.sentence)
    opening = _opening(answer, sentence)
    words = Text(f"{opening} " if opening else "", style="bold")
    words.append(_with_likelihood(sentence, answer), style=STYLES[answer.estimate.verdict])
    return words


def _with_likelihood(sentence: str, answer: Answer) -> str:
    """The sentence with its likelihood in words and figures, where it does not have them already."""
    if answer.likelihood_words in sentence and "%" in sentence:
        return sentence
    return f"{sentence.rstrip('. ')}: {answer.likelihood_words} ({percent(answer.likelihood)})."


def _opening(answer: Answer, sentence: str) -> str:
    """Yes or no first, where that is what was asked and the sentence does not begin so itself."""
    if answer.question.asked is Asked.STANCE or OPENED.match(sentence):
        return ""
    return OPENINGS.get(answer.answer, "")
