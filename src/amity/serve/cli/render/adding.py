"""What was added to a store."""

from __future__ import annotations

from pathlib import Path

from amity.core.dropped import Tally
from amity.serve.cli.harmless import on_one_line
from amity.serve.cli.losses import counted, grouped, what_was_read
from amity.serve.cli.render.layout import Lines, paragraph


def adding_lines(tally: Tally, store: Path, version: int, *, width: int) -> Lines:
    """So many in, so many claims, so many dropped why."""
    lines = paragraph(f"Read {what_was_read(tally)}: {counted(tally.claims, 'claim')}.", width)
    dropped = ", ".join(f"{grouped(count)} {reason.replace('_', ' ')}" for reason, count in tally.dropped.most_common())
    if dropped:
        lines.extend(paragraph(f"Not used: {dropped}.", width))
    lines.extend(paragraph(f"The store {on_one_line(str(store))} is at version {version}.", width))
    return lines
