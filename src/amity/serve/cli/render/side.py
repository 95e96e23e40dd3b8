"""Whose side one is on: the sentence, those it stands with and against, the quotations."""

from __future__ import annotations

from amity.core.answers import Answer
from amity.serve.cli.render.layout import Lines
from amity.serve.cli.render.listing import listed_lines
from amity.serve.cli.render.quotations import quotation_lines
from amity.serve.cli.render.reasons import reason_lines
from amity.serve.cli.render.verdict import statement_lines


def side_sections(answer: Answer, *, width: int, why: bool) -> list[Lines]:
    return [
        statement_lines(answer, width=width),
        listed_lines(answer, width=width, all_reasons=why),
        reason_lines(answer, width=width) if why else quotation_lines(answer, width=width),
    ]
