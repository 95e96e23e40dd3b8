"""A relation drawn: time from left to right, the better the higher."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from datetime import date

from rich.text import Text

from amity.core.relations import SCALE, Estimate, Relation, Verdict
from amity.serve.cli.render.layout import MARGIN, Lines
from amity.serve.cli.render.words import STYLES, spelled

LABEL = 12
LONGEST = 64  # more columns say no more
SURE = 0.55  # from here on a verdict is likelier than not, and drawn as a whole line
LINE, DOTS, POINT, RISE = "━", "┄", "●", "│"


def chart_lines(relation: Relation | None, estimate: Estimate, *, width: int) -> Lines:
    """The course of the relation, the day of `estimate` marked.

    Where there is no course to draw, the scale with the verdict marked on it.
    """
    known = _known(relation)
    if len({found.on for found in known}) < 2 or relation is None:
        return scale_lines(estimate.verdict, width=width)
    first, last = known[0].on, known[-1].on
    columns = _columns(relation.estimates, first, last, min(LONGEST, width - LABEL - 2 * len(MARGIN) - 1))
    share = (min(max(estimate.on, first), last) - first).days / (last - first).days
    return [*_rows(columns, round(share * (len(columns) - 1))), _axis(columns, first, last)]


def scale_lines(verdict: Verdict, *, width: int) -> Lines:
    """All verdicts from the worst to the best on one line, the one that applies marked; on a narrow page, none."""
    line = Text(MARGIN)
    for place, step in enumerate(reversed(SCALE)):
        line.append(" ┄ " if place else "", style="dim")
        if step is verdict:
            line.append(f"{POINT} {spelled(step).upper()}", style=STYLES[step])
        else:
            line.append(spelled(step), style="dim")
    return [line] if verdict in SCALE and line.cell_len <= width else []


def _known(relation: Relation | None) -> list[Estimate]:
    estimates = relation.estimates if relation is not None else ()
    return [estimate for estimate in estimates if estimate.verdict is not Verdict.UNKNOWN]


def _columns(estimates: Sequence[Estimate], first: date, last: date, count: int) -> list[Estimate | None]:
    """For each column the latest estimate up to its day, None where nothing was known."""
    days = [estimate.on for estimate in estimates]
    columns: list[Estimate | None] = []
    for place in range(count):
        day = date.fromordinal(first.toordinal() + round((last - first).days * place / (count - 1)))
        latest = estimates[bisect_right(days, day) - 1]
        columns.append(None if latest.verdict is Verdict.UNKNOWN else latest)
    return columns


def _rows(columns: Sequence[Estimate | None], here: int) -> Lines:
    """One row for each verdict between the best and the worst that occur; the column `here` is marked."""
    places = [SCALE.index(column.verdict) for column in columns if column is not None]
    return [_row(SCALE[place], columns, here) for place in range(min(places), max(places) + 1)]


def _row(verdict: Verdict, columns: Sequence[Estimate | None], here: int) -> Text:
    line = Text(MARGIN + spelled(verdict).ljust(LABEL), style=STYLES[verdict])
    for place, column in enumerate(columns):
        before = columns[place - 1] if place else None
        line.append(_mark(verdict, before, column, marked=place == here))
    line.rstrip()
    return line


def _mark(verdict: Verdict, before: Estimate | None, here: Estimate | None, *, marked: bool) -> str:
    if here is None:
        return " "
    if here.verdict is verdict:
        return POINT if marked else LINE if here.chances.get(verdict, 0.0) >= SURE else DOTS
    if before is None or before.verdict is here.verdict:
        return " "
    low, high = sorted((SCALE.index(before.verdict), SCALE.index(here.verdict)))
    return RISE if low < SCALE.index(verdict) < high else " "


def _axis(columns: Sequence[Estimate | None], first: date, last: date) -> Text:
    """The first and the last year below the line; in months where all lies within two years."""
    start, end = (str(day.year) if last.year - first.year > 1 else day.isoformat()[:7] for day in (first, last))
    gap = max(1, len(columns) - len(start) - len(end))
    return Text(MARGIN + " " * LABEL + start + " " * gap + end, style="dim")
