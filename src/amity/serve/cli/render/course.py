"""A relation over time, and its turns."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from rich.text import Text

from amity.core.actors import ActorId
from amity.core.relations import Estimate, Relation, Verdict
from amity.serve.cli.harmless import on_one_line
from amity.serve.cli.render.chart import chart_lines
from amity.serve.cli.render.layout import MARGIN, Lines, heading, padded, paragraph, stacked
from amity.serve.cli.render.turns import changes_listed
from amity.serve.cli.render.words import STYLES, percent, short_day, spelled


def course_lines(relation: Relation, names: Mapping[ActorId, str], *, width: int) -> Lines:
    """Title, drawing, one line for each stretch under one verdict, and the turns."""
    if not _known(relation):
        return paragraph(_nothing_known(relation, names), width)
    return stacked(
        [
            [heading(_title(relation, names))],
            chart_lines(relation, _known(relation)[-1], width=width),
            [_stretch_line(stretch) for stretch in _stretches(relation)],
            [heading("Turns"), *changes_listed(relation.changes, width=width)] if relation.changes else [],
        ]
    )


def changes_lines(relation: Relation, names: Mapping[ActorId, str], *, width: int) -> Lines:
    """The turns only; where there are none, how it stood all the time."""
    known = _known(relation)
    if not known:
        return paragraph(_nothing_known(relation, names), width)
    if relation.changes:
        return [heading(_title(relation, names)), *changes_listed(relation.changes, width=width)]
    days = f"{short_day(known[0].on)} to {short_day(known[-1].on)}"
    return paragraph(f"{_title(relation, names)}: no turn found, {spelled(known[-1].verdict)} from {days}.", width)


def _known(relation: Relation) -> list[Estimate]:
    return [estimate for estimate in relation.estimates if estimate.verdict is not Verdict.UNKNOWN]


def _title(relation: Relation, names: Mapping[ActorId, str]) -> str:
    a, b = relation.dyad.a, relation.dyad.b
    return on_one_line(f"{names.get(a, a)} and {names.get(b, b)}")


def _nothing_known(relation: Relation, names: Mapping[ActorId, str]) -> str:
    return f"{_title(relation, names)}: the evidence does not say how they stood. Documents about the two would help."


@dataclass(frozen=True, slots=True)
class Stretch:
    """Neighbouring estimates under one verdict."""

    first: date
    last: date
    verdict: Verdict
    mean_chance: float


def _stretches(relation: Relation) -> Iterator[Stretch]:
    for verdict, group in groupby(relation.estimates, key=lambda estimate: estimate.verdict):
        estimates = list(group)
        chances = [estimate.chances.get(verdict, 0.0) for estimate in estimates]
        yield Stretch(estimates[0].on, estimates[-1].on, verdict, sum(chances) / len(chances))


def _stretch_line(stretch: Stretch) -> Text:
    first, last = short_day(stretch.first), short_day(stretch.last)
    days = first if first == last else f"{first} to {last}"
    line = Text(MARGIN + padded(days, 28))
    line.append(padded(spelled(stretch.verdict), 13), style=STYLES[stretch.verdict])
    return line.append("" if stretch.verdict is Verdict.UNKNOWN else percent(stretch.mean_chance), style="dim")
