"""What stands below an answer: what was left out, what else to know, and how to have the answer again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rich.text import Text

from amity.core.answers import Answer
from amity.serve.cli.harmless import on_one_line
from amity.serve.cli.render.layout import Lines, paragraph


def remark_lines(remarks: Sequence[str], *, width: int) -> Lines:
    lines: Lines = []
    for remark in remarks:
        lines.extend(paragraph(on_one_line(remark), width))
    return lines


def uncounted_lines(not_counted: Mapping[str, int], *, width: int) -> Lines:
    """What was seen and not counted, and why: the most first."""
    counts = sorted(((count, reason) for reason, count in not_counted.items() if count), key=lambda pair: -pair[0])
    said = ", ".join(f"{_grouped(count)} {_spoken(reason, count)}" for count, reason in counts)
    return paragraph(Text(f"Not counted: {said}.", style="dim"), width) if said else []


def _grouped(count: int) -> str:
    return f"{count:,}".replace(",", " ")


def _spoken(reason: str, count: int) -> str:
    return "copy" if reason == "copies" and count == 1 else reason.replace("_", " ")


def receipt_lines(answer: Answer, *, width: int, again: str | None, why: bool = False) -> Lines:
    """How to have it again, where `again` is the command for that, and what else there is to see."""
    more = "--json, --as-of 2016-06" if why else "--why, --json, --as-of 2016-06"
    how = f"   again: {again}" if again else " (not kept)"
    receipt = f"receipt {answer.receipt}{how}   " if answer.receipt else ""
    return paragraph(Text(f"{receipt}more: {more}", style="dim"), width)
