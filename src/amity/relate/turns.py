"""Where a relation turned, and between which days."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import pairwise, zip_longest

from amity.core.claims import Claim
from amity.core.dates import Period
from amity.core.relations import Change, Estimate, Verdict
from amity.relate.presence import Setting

STEADY = 2  # a verdict must hold for so many steps,
PASSING_DAYS = 92  # or for so long, to count as one
MARGIN_DAYS = 45  # how far around a turn without dated evidence it may have been


def find_changes(estimates: Sequence[Estimate], claims: Sequence[Claim], setting: Setting) -> tuple[Change, ...]:
    """The days on which the verdict changes for good, each with the interval that the evidence leaves."""
    runs = _steady_runs(estimates)
    dated = sorted(_dated_days(claims))
    changes = [
        _change(run[-1].verdict, run[-1].on, later[0].verdict, later[0].on, dated, setting)
        for run, later in pairwise(runs)
    ]
    return tuple(changes)


def _steady_runs(estimates: Sequence[Estimate]) -> list[list[Estimate]]:
    """Stretches of one verdict; unknown days and passing ones join the stretch before them."""
    runs: list[list[Estimate]] = []
    for estimate in estimates:
        if estimate.verdict is Verdict.UNKNOWN:
            continue
        if runs and runs[-1][-1].verdict is estimate.verdict:
            runs[-1].append(estimate)
        else:
            runs.append([estimate])
    kept: list[list[Estimate]] = []
    for run, later in zip_longest(runs, runs[1:]):
        if later is not None and len(run) < STEADY and (later[0].on - run[0].on).days < PASSING_DAYS:
            continue
        if kept and kept[-1][-1].verdict is run[0].verdict:
            kept[-1].extend(run)
        else:
            kept.append(run)
    return kept


def _dated_days(claims: Sequence[Claim]) -> set[date]:
    days = set()
    for claim in claims:
        if claim.dated:
            days |= {day for day in (claim.holds.start, claim.holds.last_day) if day is not None}
        if claim.published is not None:
            days.add(claim.published)
    return days


def _change(
    before: Verdict, last: date, after: Verdict, first: date, dated: Sequence[date], setting: Setting
) -> Change:
    turn = next((day for day in setting.turns if last < day <= first), None)
    if turn is not None:
        return Change(
            on=turn,
            interval=Period(
                max([day for day in dated if day < turn] + [turn - timedelta(days=MARGIN_DAYS)]),
                min([day for day in dated if day > turn] + [turn + timedelta(days=MARGIN_DAYS)]),
            ),
            before=before,
            after=after,
            because=(),
        )
    middle = last + (first - last) / 2
    return Change(on=middle, interval=Period(last, first + timedelta(days=1)), before=before, after=after, because=())
