"""Since when it is so, and what changed before."""

from __future__ import annotations

from collections.abc import Iterable

from rich.text import Text

from amity.core.answers import Answer
from amity.core.relations import Change, Relation, Verdict
from amity.serve.cli.harmless import on_one_line
from amity.serve.cli.render.layout import MARGIN, Lines, heading, paragraph
from amity.serve.cli.render.shortening import shortened
from amity.serve.cli.render.words import STYLES, long_day, spelled, within

FEW = 4
REASONS = 3
INSET = MARGIN + " " * 3


def turn_lines(answer: Answer, *, width: int, all_of_them: bool = False) -> Lines:
    """Since when the verdict stands, and the latest turns."""
    turns = answer.changes if all_of_them else answer.changes[-FEW:]
    since = since_line(answer)
    lines = [] if since is None else paragraph(since, width)
    if turns:
        lines.append(heading("Turns"))
        lines.extend(changes_listed(turns, width=width))
    return lines


def since_line(answer: Answer) -> str | None:
    """From the turn that made it so, else from the earliest day that the estimates know."""
    verdict = answer.estimate.verdict
    passed = [change for change in answer.changes if change.on <= answer.as_of]
    if passed and passed[-1].after is verdict:
        return f"{stand(verdict)} since {long_day(passed[-1].on)}; before that: {spelled(passed[-1].before)}."
    if passed or answer.relation is None:
        return None
    return _at_least_since(answer.relation, answer)


def _at_least_since(relation: Relation, answer: Answer) -> str | None:
    earlier = [estimate for estimate in relation.estimates if estimate.on < answer.as_of]
    since = None
    for estimate in reversed(earlier):
        if estimate.verdict is not answer.estimate.verdict:
            break
        since = estimate.on
    return None if since is None else f"{stand(answer.estimate.verdict)} at least since {long_day(since)}."


def stand(verdict: Verdict) -> str:
    """The verdict as a sentence begins with it."""
    return "No relation" if verdict is Verdict.NONE else spelled(verdict).capitalize()


def changes_listed(changes: Iterable[Change], *, width: int) -> Lines:
    lines: Lines = []
    for change in changes:
        lines.extend(paragraph(_told(change), width, head=MARGIN + " ", hang=len(INSET)))
        for reason in change.because[:REASONS]:
            lines.append(Text(INSET + shortened(on_one_line(reason), width - len(INSET)), style="dim"))
    return lines


def _told(change: Change) -> Text:
    words = Text.assemble(
        (long_day(change.on), "bold"),
        ": ",
        (spelled(change.before), STYLES[change.before]),
        " → ",
        (spelled(change.after), STYLES[change.after]),
    )
    if bounds := within(change.interval):
        words.append(f" ({bounds})")
    return words
