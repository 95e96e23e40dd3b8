"""Who stands so with one: a line for each, with the best quotation."""

from __future__ import annotations

from rich.cells import cell_len
from rich.text import Text

from amity.core.answers import Answer, Listed
from amity.serve.cli.harmless import on_one_line
from amity.serve.cli.render.layout import MARGIN, Lines, padded, paragraph
from amity.serve.cli.render.quotations import SHORT_NAME, WIDE, quotation, when, where
from amity.serve.cli.render.reasons import reason_lines
from amity.serve.cli.render.shortening import shortened
from amity.serve.cli.render.verdict import statement_lines
from amity.serve.cli.render.words import STYLES, percent, spelled

NAME_CELLS = 26
VERDICT_CELLS = 12
CHANCE_CELLS = 10
BESIDE_NAME = 28  # cells of a line that number, verdict and chance take at least


def list_sections(answer: Answer, *, width: int, why: bool) -> list[Lines]:
    return [
        statement_lines(answer, width=width),
        listed_lines(answer, width=width, all_reasons=why),
        reason_lines(answer, width=width) if why else [],
    ]


def listed_lines(answer: Answer, *, width: int, all_reasons: bool = False) -> Lines:
    lines: Lines = []
    name_cells = max(
        (min(NAME_CELLS, width - BESIDE_NAME, cell_len(listed.name)) for listed in answer.listed), default=0
    )
    for number, listed in enumerate(answer.listed, 1):
        lines.extend(_entry(listed, number, name_cells, width=width, all_reasons=all_reasons))
    return lines


def _entry(listed: Listed, number: int, name_cells: int, *, width: int, all_reasons: bool) -> Lines:
    """On a wide page the quotation stands beside the name, else below it."""
    line = Text(f"{MARGIN}{number:>2}  ")
    line.append(padded(shortened(on_one_line(listed.name), name_cells), name_cells) + MARGIN, style="bold")
    line.append(padded(spelled(listed.verdict), VERDICT_CELLS), style=STYLES[listed.verdict])
    line.append(padded(percent(listed.chance), CHANCE_CELLS))
    if width >= WIDE and not all_reasons and listed.reasons:
        place = where(listed.reasons[0], SHORT_NAME)
        room = width - line.cell_len - len(place) - len(MARGIN)
        line.append(padded(quotation(listed.reasons[0], room), room) + MARGIN)
        return [line.append(place, style="dim")]
    line.rstrip()
    return [line, *_quotations_below(listed, width=width, all_reasons=all_reasons)]


def _quotations_below(listed: Listed, *, width: int, all_reasons: bool) -> Lines:
    lines: Lines = []
    inset = " " * (len(MARGIN) + 4)
    for reason in listed.reasons if all_reasons else listed.reasons[:1]:
        room = None if all_reasons else 2 * (width - len(inset)) - 12
        lines.extend(paragraph(quotation(reason, room), width, head=inset))
        below = f"{when(reason.claim)}, {where(reason)}"
        lines.extend(paragraph(Text(below, style="dim"), width, head=inset))
    return lines
