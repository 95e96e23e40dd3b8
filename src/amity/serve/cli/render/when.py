"""Since when, until when: the sentence that says so, then how the two stood around that day."""

from __future__ import annotations

from rich.text import Text

from amity.core.answers import Answer
from amity.core.relations import Verdict
from amity.serve.cli.render.chart import chart_lines
from amity.serve.cli.render.layout import Lines, paragraph
from amity.serve.cli.render.quotations import quotation_lines
from amity.serve.cli.render.reasons import reason_lines
from amity.serve.cli.render.turns import turn_lines
from amity.serve.cli.render.verdict import statement_lines
from amity.serve.cli.render.words import STYLES, percent, spelled


def when_sections(answer: Answer, *, width: int, why: bool) -> list[Lines]:
    return [
        [*statement_lines(answer, width=width), *_stood_then(answer, width=width)],
        chart_lines(answer.relation, answer.estimate, width=width),
        turn_lines(answer, width=width, all_of_them=why),
        reason_lines(answer, width=width) if why else quotation_lines(answer, width=width),
    ]


def _stood_then(answer: Answer, *, width: int) -> Lines:
    """How the two stood on the day that the answer speaks of, with its likelihood: a matter of its own."""
    if answer.estimate.verdict is Verdict.UNKNOWN:
        return []
    how = f"{answer.likelihood_words} ({percent(answer.likelihood)})"
    words = Text.assemble("On that day: ", (spelled(answer.estimate.verdict), STYLES[answer.estimate.verdict]))
    return paragraph(words.append(f", {how}."), width)
