"""How two stand: the verdict, its course, its layers, the turns, the quotations."""

from __future__ import annotations

from amity.core.answers import Answer
from amity.serve.cli.render.chart import chart_lines
from amity.serve.cli.render.layers import layer_lines
from amity.serve.cli.render.layout import Lines
from amity.serve.cli.render.quotations import quotation_lines
from amity.serve.cli.render.reasons import chance_lines, reason_lines
from amity.serve.cli.render.turns import turn_lines
from amity.serve.cli.render.verdict import verdict_lines


def dyad_sections(answer: Answer, *, width: int, why: bool) -> list[Lines]:
    return [
        verdict_lines(answer, width=width),
        chart_lines(answer.relation, answer.estimate, width=width),
        layer_lines(answer.layers, width=width),
        chance_lines(answer.estimate, width=width) if why else [],
        reason_lines(answer, width=width) if why else quotation_lines(answer, width=width),
        turn_lines(answer, width=width, all_of_them=why),
    ]
