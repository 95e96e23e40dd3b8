"""The evidence does not say: what is known of other times, and what would help.

An answer's own remarks say so best; where it has none, it is said here.
"""

from __future__ import annotations

from rich.text import Text

from amity.core.answers import Answer
from amity.core.relations import Verdict
from amity.serve.cli.harmless import on_one_line
from amity.serve.cli.render.layout import Lines, paragraph
from amity.serve.cli.render.quotations import quotation_lines
from amity.serve.cli.render.reasons import reason_lines
from amity.serve.cli.render.verdict import as_of
from amity.serve.cli.render.words import long_day, spelled


def unknown_sections(answer: Answer, *, width: int, why: bool) -> list[Lines]:
    return [
        [
            *paragraph(Text(on_one_line(answer.sentence), style="bold"), width),
            *paragraph(as_of(answer), width),
        ],
        reason_lines(answer, width=width) if why else quotation_lines(answer, width=width),
        [] if answer.remarks else [*_last_known(answer, width=width), *_what_would_help(answer, width=width)],
    ]


def _last_known(answer: Answer, *, width: int) -> Lines:
    estimates = answer.relation.estimates if answer.relation is not None else ()
    known = [estimate for estimate in estimates if estimate.verdict is not Verdict.UNKNOWN]
    if not known:
        return []
    last = known[-1]
    return paragraph(f"Last known: {spelled(last.verdict)}, on {long_day(last.on)}.", width)


def _what_would_help(answer: Answer, *, width: int) -> Lines:
    help_with = [f"documents about {_names(answer)} and the days around {long_day(answer.as_of)}"]
    if not answer.facts_used:
        help_with.append("the built-in facts (ask without --no-facts)")
    return paragraph(f"What would help: {'; '.join(help_with)}.", width)


def _names(answer: Answer) -> str:
    names = [on_one_line(actor.name) for actor in answer.question.actors]
    return " and ".join(names) if names else "those asked about"
