"""What could not be read, said on stderr: the rest counted nevertheless."""

from __future__ import annotations

from collections.abc import Sequence

from amity.core.dropped import Dropped, Tally
from amity.serve.cli.printing import complain, remark

NAMED = 5


def warn_of_losses(dropped: Sequence[Dropped], *, every: bool = False) -> None:
    """Name what was not used of the input and of the user's actors, and why: the first few of many, or `every` one."""
    for step in ("actors", "read"):
        lost = [item for item in dropped if item.step == step]
        _warn(lost, len(lost) if every else NAMED)


def _warn(lost: Sequence[Dropped], named: int) -> None:
    for item in lost[:named]:
        complain(f"not used: {item.where}: {item.detail or item.reason.value}")
    if len(lost) > named:
        complain(f"not used: {grouped(len(lost) - named)} more")


def remark_on_reading(tally: Tally) -> None:
    """What was read, for a person at a terminal."""
    if tally.documents or tally.documents_known:
        remark(f"Read {what_was_read(tally)}.")


def what_was_read(tally: Tally) -> str:
    """ "1 document, 268 statements (61 copies, 43 cut off)": without what there is none of."""
    parts = [counted(tally.documents, "document")]
    if tally.documents_known:
        parts.append(f"{counted(tally.documents_known, 'document')} known already")
    aside = [(tally.copies, "copies"), (tally.cut_off, "cut off"), (tally.boilerplate, "boilerplate")]
    said = ", ".join(f"{grouped(count)} {what}" for count, what in aside if count)
    parts.append(counted(tally.statements, "statement") + (f" ({said})" if said else ""))
    return ", ".join(parts)


def counted(count: int, what: str) -> str:
    return f"{grouped(count)} {what}" + ("" if count == 1 else "s")


def grouped(count: int) -> str:
    """12 345, as figures are grouped where commas and points could be misread."""
    return f"{count:,}".replace(",", " ")
