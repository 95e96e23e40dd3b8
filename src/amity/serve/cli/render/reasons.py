"""`--why`: every reason in full, with what it weighs."""

from __future__ import annotations

from collections.abc import Sequence

from rich.text import Text

from amity.core.answers import Answer, Reason
from amity.core.relations import SCALE, Estimate
from amity.serve.cli.harmless import on_one_line
from amity.serve.cli.render.layout import MARGIN, Lines, heading, paragraph
from amity.serve.cli.render.quotations import quotation, when, where
from amity.serve.cli.render.words import STYLES, percent, spelled

BAR = 30
BESIDE_BAR = 26


def reason_lines(answer: Answer, *, width: int) -> Lines:
    return [
        *_all("For", answer.reasons_for, width=width, first=1),
        *_all("Against", answer.reasons_against, width=width, first=len(answer.reasons_for) + 1),
    ]


def chance_lines(estimate: Estimate, *, width: int) -> Lines:
    """The chance of each verdict as a bar."""
    lines = [heading("How likely each is")]
    for verdict in SCALE:
        chance = estimate.chances.get(verdict, 0.0)
        bar = "█" * round(chance * min(BAR, width - BESIDE_BAR))
        line = Text(f"{MARGIN}{spelled(verdict):<12}")
        lines.append(line.append(f"{bar} " if bar else "", style=STYLES[verdict]).append(percent(chance)))
    return lines


def _all(title: str, reasons: Sequence[Reason], *, width: int, first: int) -> Lines:
    lines: Lines = [heading(f"{title} ({len(reasons)})")] if reasons else []
    for number, reason in enumerate(reasons, first):
        head = Text(f"{MARGIN}{number:>3}  ")
        lines.extend(paragraph(quotation(reason), width, head=head))
        for line in (f"{when(reason.claim)}, {where(reason)}", _read_as(reason)):
            lines.extend(paragraph(Text(line, style="dim"), width, head=" " * head.cell_len))
    return lines


def _read_as(reason: Reason) -> str:
    """How the words were read, by whom they are said, and what they weigh."""
    claim = reason.claim
    manner = [] if claim.polarity.value == "affirmed" else [claim.polarity.value]
    manner.append(spelled(claim.reality.value))
    if claim.attributed_to is not None:
        manner.append(f"says {on_one_line(claim.attributed_to)}")
    if claim.citation.publisher is not None:
        manner.append(f"in {on_one_line(claim.citation.publisher)}")
    read = f"{claim.actor} {claim.type} {claim.recipient} ({', '.join(manner)})"
    return f"{read}, reading {percent(claim.reading_confidence)} sure, weight {reason.weight:.2f}"
